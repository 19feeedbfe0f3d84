"""The recognizer's own way through the model, against spaCy's: the same entities everywhere."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from entente.models import load_base
from entente.models.recognizer import FACTORY, Recognizer, words
from entente.models.recognizer.component import Found
from entente.text.component import LayoutStage

CORPUS = Path(__file__).parents[2] / "corpus"

HOSTILE = [
    "",
    " ",
    "\n\n",
    "Nantes",
    "  Nantes  ",
    "Nantes\n\nQuébec",
    "NANTES MÉTROPOLE ET VILLE DE QUÉBEC, PARIS LYON MARSEILLE " * 40,
    "Jean-Pierre de la Tour d'Auvergne-Lauraguais de Saint-Étienne-du-Rouvray",
    "日本 κόσμος 🙂 Zürich\u00a0Genève",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_base()


@pytest.fixture(scope="module")
def ours(nlp) -> Recognizer:
    return nlp.get_pipe("ner")


@pytest.fixture(scope="module")
def stock(ours) -> EntityRecognizer:
    return EntityRecognizer(ours.vocab, ours.model, "ner", ours.moves)


def entities(recognizer: EntityRecognizer, docs: list[Doc]) -> list[list[tuple[int, int, str, list[str]]]]:
    return [
        [(ent.start, ent.end, ent.label_, [token.ent_iob_ for token in doc]) for ent in doc.ents]
        for doc in recognizer.pipe(doc.copy() for doc in docs)
    ]


@pytest.fixture(scope="module")
def docs(nlp) -> list[Doc]:
    """The corpus, with its sentences marked as the pipeline marks them."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.txt"))]
    return [LayoutStage()(nlp.make_doc(text)) for text in texts]


def test_the_corpus_has_the_entities_of_spacy(ours, stock, docs):
    assert entities(ours, docs) == entities(stock, docs)


def test_a_text_alone_has_the_entities_that_it_has_in_a_batch(ours, docs):
    together = entities(ours, docs[:20])
    assert [entities(ours, [doc])[0] for doc in docs[:20]] == together
    assert entities(ours, docs[19::-1]) == together[::-1]


def test_without_sentences_too(nlp, ours, stock, docs):
    bare = [nlp.make_doc(doc.text) for doc in docs[:20]] + [nlp.make_doc(text) for text in HOSTILE]
    assert entities(ours, bare) == entities(stock, bare)


def test_texts_of_nothing(nlp, ours, stock):
    bare = [nlp.make_doc(text) for text in HOSTILE[:3]]
    assert entities(ours, bare) == entities(stock, bare) == [[], [], []]
    assert list(ours.pipe([])) == []


def test_words_that_are_forgotten_are_worked_out_again(ours, docs, monkeypatch):
    expected = entities(ours, docs[:5])
    monkeypatch.setattr(words, "KEPT", 100)
    assert entities(ours, docs[5:10] + docs[:5])[5:] == expected


def test_entities_set_beforehand_are_kept(nlp, ours, stock):
    text = "La maire de Nantes reçoit une délégation de Québec."
    docs = [nlp.make_doc(text) for _ in range(2)]
    for doc in docs:
        doc.set_ents([Span(doc, 1, 2, label="PER")], default="missing")
    assert entities(ours, docs[:1]) == entities(stock, docs[1:])
    assert entities(ours, docs[:1])[0][0][:3] == (1, 2, "PER")


def test_another_architecture_goes_the_way_of_spacy(ours):
    other = spacy.blank("xx")
    recognizer = other.add_pipe(FACTORY)
    recognizer.add_label("LOC")
    other.initialize()
    assert isinstance(recognizer, Recognizer)
    assert took_the_own_way(ours, "Nantes et Québec")
    assert not took_the_own_way(recognizer, "Nantes et Québec")
    assert {token.ent_iob_ for token in other("Nantes et Québec")} <= set("BIO")


def took_the_own_way(recognizer: Recognizer, text: str) -> bool:
    (state,) = recognizer.predict([Doc(recognizer.vocab, text.split())])
    return isinstance(state, Found)
