import pytest
import spacy
from spacy.tokens import Doc

from entente.annotations import Extent, LinkedEntity, Mention, set_entities
from entente.normalise import to_reading


@pytest.fixture
def doc() -> Doc:
    return Doc(spacy.blank("xx").vocab, words=["À", "Lille", "et", "Lille"], spaces=[True, True, True, False])


def test_evidence_has_no_white_space_around_and_stands_once(doc: Doc) -> None:
    mentions = [
        Mention(start=start, end=end, kind="name", inferred=False)
        for start, end in [Extent(11, 16), Extent(1, 8), Extent(2, 7)]
    ]
    set_entities(
        doc,
        [
            LinkedEntity(
                type="city",
                subtype=None,
                name="Lille",
                ids={},
                country=None,
                latitude=None,
                longitude=None,
                mentions=mentions,
            )
        ],
    )
    (entity,) = to_reading(doc).entities
    assert [(span.start, span.end, span.text) for span in entity.mentions] == [(2, 7, "Lille"), (11, 16, "Lille")]
