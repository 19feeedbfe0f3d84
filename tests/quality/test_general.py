"""General French is not sacrificed: on sentences that no rule was written on, names are read no worse than by the base."""

import general


def test_general_names_are_read_no_worse_than_by_the_base() -> None:
    assert general.f1(general.HELD_OUT, general.spans_read) >= general.f1(general.HELD_OUT, general.base_spans())
