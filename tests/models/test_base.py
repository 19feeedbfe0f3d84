"""The slim base: same tokens and entities as stock spaCy, whatever the state of the cache."""

import subprocess
import sys

import pytest

from entente import models
from entente.errors import ModelError
from entente.models import base

PROBE = """
import sys
from entente.models import load_base
nlp = load_base()
doc = nlp("Nantes et Québec, jumelées aujourd'hui : M. Dupont-Moretti l'a dit à Saint-Étienne.")
print(nlp.pipe_names, [token.text for token in doc], [(ent.text, ent.label_) for ent in doc.ents])
"""


def probe(cache) -> str:
    environment = {"ENTENTE_CACHE": str(cache), "PATH": ""}
    command = [sys.executable, "-c", PROBE]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> tuple[str, object]:
    cache = tmp_path_factory.mktemp("cache")
    return probe(cache), cache


def test_the_pattern_is_kept_and_served_with_equal_output(first):
    output, cache = first
    assert len(list(cache.iterdir())) == 1
    assert probe(cache) == output


@pytest.mark.parametrize("content", [b"", b"not a cache", b"\x00" * 100])
def test_a_broken_cache_falls_back(first, tmp_path, content):
    output, cache = first
    (tmp_path / next(cache.iterdir()).name).write_bytes(content)
    assert probe(tmp_path) == output


def test_an_unwritable_cache_is_no_error(first, tmp_path):
    output, _ = first
    blocker = tmp_path / "file"
    blocker.write_text("")
    assert probe(blocker / "cache") == output


def test_only_the_entity_recognizer_is_loaded(first):
    assert first[0].startswith("['ner']")


def test_an_absent_base_says_what_to_install(monkeypatch):
    monkeypatch.setattr(base, "MODEL_NAME", "fr_absent_model")
    with pytest.raises(ModelError, match="install"):
        models.load_base()


def test_every_confidence_is_a_probability() -> None:
    table = models.confidences()
    assert all(0 < share < 1 for share in table.values())
    assert models.confidence_of("signing") == table["signing"]
    assert models.confidence_of("agreement_named", inferred=True) < models.confidence_of("agreement_named")
    assert models.confidence_of("a rule that the corpus never met") == table["any"]
