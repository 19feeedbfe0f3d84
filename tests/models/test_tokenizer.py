"""The tokenizer that keeps what it has found out gives spaCy's tokens, however often it is asked."""

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from entente.models import load_base, tokenizer

CORPUS = Path(__file__).parents[2] / "corpus"

TEXTS = [
    "",
    "   ",
    "M. Dupont-Moretti l'a dit aujourd'hui : «\u00a0C'est-à-dire, l'entr'aide\u00a0».\n\nM. Dupont-Moretti repart.",
    "(l'Agglo) d'Agen, n°3 — 12h30, 50 000€ ; etc. www.exemple.fr/une/page?longue=1#et-encore-plus-longue-que-tout",
    "a" * 500,
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_base()


def tokens(doc: Doc) -> list[tuple[str, str, int, str]]:
    return [(token.text, token.norm_, token.idx, token.whitespace_) for token in doc]


def stock(nlp: Language, text: str) -> list[tuple[str, str, int, str]]:
    """The tokens of spaCy's own tokenizer with nothing kept."""
    plain = nlp.tokenizer._tokenizer
    plain._flush_cache()
    return tokens(plain(text))


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_are_those_of_spacy_the_second_time_too(nlp: Language, text: str):
    expected = stock(nlp, text)
    assert tokens(nlp.make_doc(text)) == expected
    assert tokens(nlp.make_doc(text)) == expected
    assert nlp.make_doc(text).text == text


def test_the_corpus_read_in_a_row_has_the_tokens_of_spacy(nlp: Language):
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.txt"))[:40]]
    kept = [tokens(nlp.make_doc(text)) for text in texts]
    assert kept == [stock(nlp, text) for text in texts]


def test_when_enough_is_kept_no_more_is_learnt(nlp: Language, monkeypatch):
    monkeypatch.setattr(tokenizer, "KEPT", 0)
    met = len(nlp.tokenizer._met)
    assert tokens(nlp.make_doc("Zwevegem-sur-Yonne")) == stock(nlp, "Zwevegem-sur-Yonne")
    assert len(nlp.tokenizer._met) == met


def test_what_spacys_tokenizer_offers_is_there(nlp: Language):
    assert [text for _, text in nlp.tokenizer.explain("l'an")] == ["l'", "an"]
