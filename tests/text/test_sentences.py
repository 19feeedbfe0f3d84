"""Where sentences end: the bar marks each boundary."""

import itertools

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from entente.text.blocks import find_blocks
from entente.text.component import LayoutStage
from entente.text.sentences import find_sentences

CASES = [
    "M. J. Larcher est venu avec Mme St. Pierre.| Il repart demain.",
    "Elle cite l’art. 5 et le n° 12, etc.| Puis elle part !| Quoi ?| Rien.",
    "Le 1er mai, à 10h.| La fête coûte 1.500 euros, soit 3,5 % du budget.",
    "« Nous y croyons.| Vraiment. », dit-il.| Bien.",
    "« Quoi ? » demande-t-il.| « Rien. »| Il part.",
    "S.E. Koffi Aka parle de l’U.E.| Nous écoutons… puis nous votons.",
    "Né av. J.-C. Dupont l’a dit.| À Lomé, on sourit.",
]


@pytest.mark.parametrize("marked", CASES)
def test_boundaries(marked: str) -> None:
    text = marked.replace("|", "") + " Fin de ce paragraphe."
    found = [text[s["start"] : s["end"]] for s in find_sentences(text, find_blocks(text))]
    assert [sentence.strip() for sentence in marked.split("|")] == found[:-1]


def test_a_title_is_one_sentence() -> None:
    text = "Nirac. Togo : la ville signe\n\nElle a signé hier. Tout va bien."
    assert len(find_sentences(text, find_blocks(text))) == 3


def test_tokens_know_where_sentences_start() -> None:
    doc = LayoutStage()(spacy.blank("xx")("Une fête à Dakar\nLe maire arrive. Il repart."))
    assert [sentence.text.strip() for sentence in doc.sents] == ["Une fête à Dakar", "Le maire arrive.", "Il repart."]


@given(st.text(alphabet="aM. \n«»\"'!?…-:A1", max_size=60))
def test_sentences_cover_their_blocks_in_order(text: str) -> None:
    blocks = find_blocks(text)
    sentences = find_sentences(text, blocks)
    assert all(a["end"] <= b["start"] for a, b in itertools.pairwise(sentences))
    assert {s["block"] for s in sentences} == set(range(len(blocks)))
