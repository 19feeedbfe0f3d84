"""Spans of one document are built once, and checked as ever."""

import pytest
from pydantic import ValidationError

from entente.annotations import Extent
from entente.normalise.spans import Spans

TEXT = "À Lille et Lille"


def test_the_same_words_are_the_same_span():
    spans = Spans(TEXT)
    assert spans([Extent(2, 7)])[0] is spans([Extent(11, 16), Extent(2, 7)])[0]


@pytest.mark.parametrize("extent", [Extent(11, 17), Extent(7, 8), Extent(5, 5), Extent(9, 4)])
def test_an_extent_that_holds_no_words_is_refused(extent: Extent):
    with pytest.raises(ValidationError):
        Spans(TEXT)([extent])
