"""General French dates stay read as well as they were; half of these lines were only scored while rules were written."""

import dates


def test_general_dates_are_right() -> None:
    figures = dates.measure()
    assert figures.right / figures.wanted >= 0.945
    assert figures.spurious <= 18
