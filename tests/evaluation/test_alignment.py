from entente.evaluation.alignment import Wanted, align, match
from entente.evaluation.tally import Tally


def test_a_repeated_filler_costs_nothing_once_matched() -> None:
    found = {"parties": [{"lille"}, {"lille", "ville lilloise"}]}
    assert match(found, {"parties": [{"lille"}]}, {}) == {"parties": Tally(right=1)}


def test_an_optional_filler_is_neither_rewarded_nor_punished() -> None:
    assert match({"domains": [{"sport"}]}, {}, {"domains": [{"sport"}]}) == {"domains": Tally()}


def test_a_wrong_filler_is_spurious_and_the_gold_one_missed() -> None:
    assert match({"kind": [{"charter"}]}, {"kind": [{"twinning"}]}, {}) == {"kind": Tally(spurious=1, missed=1)}


def test_the_likest_records_are_aligned_first() -> None:
    found = [{"parties": [{"a"}]}, {"parties": [{"a"}, {"b"}]}]
    wanted = [Wanted({"parties": [{"a"}, {"b"}]}, {}, optional=False)]
    assert align(found, wanted) == {1: 0}


def test_a_required_record_goes_before_an_optional_one() -> None:
    fillers = {"parties": [{"a"}]}
    assert align([fillers], [Wanted(fillers, {}, optional=True), Wanted(fillers, {}, optional=False)]) == {0: 1}


def test_records_that_share_too_little_are_not_the_same() -> None:
    assert (
        align([{"status": [{"signed"}], "parties": [{"x"}]}], [Wanted({"parties": [{"y"}]}, {}, optional=False)]) == {}
    )
