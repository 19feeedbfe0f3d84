import pytest
import spacy

from entente.annotations import Extent, LinkedEntity, Mention, QuoteFound, set_entities, set_quotes
from entente.facts.modality import FLAGS, modality_of

CASES = [
    ("Un <t>accord</t> pourrait être signé en mai.", "possible", "conditional", ()),
    ("Les deux maires ont signé un <t>accord</t>.", "asserted", "past", ()),
    ("Une <t>convention</t> a été signée lundi.", "asserted", "past", ()),
    ("La convention, qui sera <t>signée</t> à Turin, porte sur le sport.", "asserted", "future", ("planned",)),
    ("Le maire vient de signer une <t>charte</t>.", "asserted", "past", ()),
    ("Les élus souhaitent renouveler le <t>jumelage</t>.", "possible", "present", ("renewed",)),
    ("Le <t>festival</t> est reporté au printemps.", "asserted", "present", ("postponed",)),
    ("La Ville n'a signé aucun <t>accord</t>.", "denied", "past", ()),
    ("Vers un <t>jumelage</t> avec Turin", "asserted", "none", ("planned",)),
    ("Le conseil a rompu le <t>pacte</t>.", "asserted", "past", ("ended",)),
    ("La Ville suspend sa <t>coopération</t>.", "asserted", "present", ("suspended",)),
    ("Une <t>délégation</t> est attendue jeudi.", "asserted", "present", ("planned",)),
    ("Les deux régions signeront une <t>charte</t>.", "asserted", "future", ("planned",)),
    ("La <t>visite</t> est annulée.", "asserted", "present", ("cancelled",)),
    ("Un reportage sur le <t>jumelage</t>.", "asserted", "none", ()),
]


@pytest.mark.parametrize(("tagged", "certainty", "tense", "flags"), CASES)
def test_modality(tagged: str, certainty: str, tense: str, flags: tuple[str, ...]) -> None:
    start, text = tagged.index("<t>"), tagged.replace("<t>", "").replace("</t>", "")
    doc = spacy.blank("fr").make_doc(text)
    read = modality_of(doc, 0, len(text), start, tagged.index("</t>") - 3)
    assert (read.certainty, read.tense, tuple(flag for flag in FLAGS if getattr(read, flag))) == (
        certainty,
        tense,
        flags,
    )
    assert all(text[cue.start : cue.end] for cue in read.cues)


@pytest.mark.parametrize(
    "text",
    [
        "Selon la mairie de Turin, un accord serait signé.",
        "Un accord sera signé, a fait savoir la mairie de Turin.",
        "La mairie de Turin a indiqué qu'un accord sera signé.",
    ],
)
def test_the_cited_source(text: str) -> None:
    doc = spacy.blank("fr").make_doc(text)
    set_entities(doc, [city(text.index("Turin"))])
    assert modality_of(doc, 0, len(text), text.index("accord"), text.index("accord") + 6).attributed_to == 0


def test_the_speaker_of_a_quote() -> None:
    text = "« Nous signerons un accord », lance-t-il."
    doc = spacy.blank("fr").make_doc(text)
    set_entities(doc, [city(0)])
    set_quotes(doc, [QuoteFound(speaker=0, evidence=[Extent(2, 25)])])
    assert modality_of(doc, 0, len(text), 19, 25).attributed_to == 0
    assert modality_of(doc, 0, len(text), 30, 35).attributed_to is None


def city(start: int) -> LinkedEntity:
    return LinkedEntity(
        type="city", subtype=None, name="Turin", ids={}, country=None, latitude=None, longitude=None,
        mentions=[Mention(start=start, end=start + 5, kind="name", inferred=False)],
    )  # fmt: skip
