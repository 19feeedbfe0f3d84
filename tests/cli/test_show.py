from pathlib import Path

import pytest
from typer.testing import CliRunner

from entente.cli.app import app
from entente.cli.excerpt import excerpts
from entente.cli.exits import DONE, NOTHING_READ
from entente.records import Span

TEXT = "La Ville de Lille est jumelée à Cologne. Elle a signé une charte le 12 mars 2024. Fin."


def test_facts_are_shown_in_french_with_their_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["show", str(tmp_path / "a.txt")])
    assert result.exit_code == DONE
    assert "Entités (" in result.stdout
    assert "commune" in result.stdout
    assert "⟦" in result.stdout


def test_a_document_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    result = CliRunner().invoke(app, ["show", str(tmp_path / "a.txt")])
    assert result.exit_code == NOTHING_READ
    assert "a.txt is empty: nothing to read" in result.stderr
    assert result.stdout == ""


def marked(*words: str, context: int = 200, sentences: bool = True) -> list[str]:
    bounds = [(0, 40), (41, 81), (82, 86)] if sentences else []
    spans = [Span.of(TEXT, TEXT.index(each), TEXT.index(each) + len(each)) for each in words]
    return [line.plain for line in excerpts(TEXT, bounds, spans, colours=False, context=context)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (marked("Cologne"), ["La Ville de Lille est jumelée à ⟦Cologne⟧."]),
        (marked("Cologne", "Lille"), ["La Ville de ⟦Lille⟧ est jumelée à ⟦Cologne⟧."]),
        (
            marked("charte", "Lille"),
            ["La Ville de ⟦Lille⟧ est jumelée à Cologne.", "Elle a signé une ⟦charte⟧ le 12 mars 2024."],
        ),
        (marked("Ville de Lille", "Lille est"), ["La ⟦Ville de Lille est⟧ jumelée à Cologne."]),
        (marked(TEXT[41:81], "charte"), ["Elle a signé une ⟦charte⟧ le 12 mars 2024."]),
        (marked(TEXT[41:81]), [f"⟦{TEXT[41:81]}⟧"]),
        (marked(TEXT[0:81], "Lille", "charte"), marked("Lille", "charte")),
        (marked("charte", context=12), ["… signé une ⟦charte⟧ le 12 mars …"]),
        (marked("charte", sentences=False), [TEXT.replace("charte", "⟦charte⟧")]),
    ],
)
def test_the_words_are_marked_in_their_sentence(lines: list[str], expected: list[str]) -> None:
    assert lines == expected
