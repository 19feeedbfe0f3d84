"""Annotated sentences: the whole rendering is compared, so that an extra find fails too."""

import re
from pathlib import Path
from typing import Any

import pytest

from entente.dates import read_dates

LINES = (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8").splitlines()
TAG = re.compile(r"<date(?: edtf=(?P<edtf>[^>]*))?>(?P<text>[^<]*)</date>")


def sentences() -> list[Any]:
    rows, reference = [], None
    for line in LINES:
        if line.startswith("@"):
            reference = line[1:].strip() or None
        elif line and not line.startswith("#"):
            rows.append(pytest.param(line, reference, id=line[:60]))
    return rows


@pytest.mark.parametrize(("line", "reference"), sentences())
def test_a_sentence_renders_as_annotated(line: str, reference: str | None) -> None:
    assert line.count("<date") == line.count("</date>") == len(TAG.findall(line)), "a tag is not closed"
    text = TAG.sub(lambda match: match["text"], line)
    rendered = text
    for mention in reversed(read_dates(text, reference)):
        value = f" edtf={mention.edtf}" if mention.edtf else ""
        rendered = f"{rendered[: mention.start]}<date{value}>{mention.text}</date>{rendered[mention.end :]}"
    assert values(rendered) == values(line)
    assert TAG.sub(lambda match: match["text"], rendered) == text


def values(line: str) -> list[tuple[str, str | None]]:
    """What is tagged: the last word of each expression, since prepositions are nobody's concern, and its value."""
    return [(match["text"].split()[-1], match["edtf"] or None) for match in TAG.finditer(line)]
