"""The columns of tables that hold texts, and what a row of one says."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from entente.errors import InputError
from entente.ingest.source import Fields
from entente.ingest.walk import Walk
from entente.lexicons import load_lexicon

SHOWN = 12
"""Names of columns that a message lists."""

_SEPARATOR = re.compile(r"[\s_-]+")
_MARKUP = re.compile(
    r"\s*<(?:!doctype|html|body|article|div|section|main|p|br|h[1-6]|ul|ol|table|span|strong|em|b|i)[\s/>]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The names of the columns that are read, as the table writes them."""

    text: str
    title: str | None = None
    date: str | None = None
    id: str | None = None
    url: str | None = None
    publisher: str | None = None

    def names(self) -> list[str]:
        """All of them."""
        names = (self.text, self.title, self.date, self.id, self.url, self.publisher)
        return [name for name in names if name is not None]

    def fields(self, row: Mapping[str, Any]) -> Fields:
        """What a row says; raises InputError, without a name, when it has no text."""
        value = _value(row, self.text)
        if value is None:
            raise InputError(f"has nothing in the column {self.text!r}: nothing to read")
        text = _words(value)
        markup = _MARKUP.match(text) is not None
        return Fields(
            text=None if markup else text,
            html=text if markup else None,
            title=_short(row, self.title),
            published=_day(_value(row, self.date)),
            publisher=_short(row, self.publisher),
            url=_short(row, self.url),
        )

    def row_id(self, row: Mapping[str, Any]) -> str | None:
        """What the table calls the row, where it does."""
        return _short(row, self.id)


def choose(names: Iterable[str], options: Walk) -> Columns:
    """The columns of a table: those that the options name, else those whose names are known.

    Raises InputError, without the name of the table, when there is none for the texts.
    """
    names = list(names)
    known = {_folded(name): name for name in reversed(names)}
    text = _asked(options.text_column, names, "--text-column") or _first("text", known)
    if text is None:
        raise InputError(
            "has no column that is known to hold texts; name one with --text-column, "
            f"or leave the file out with --exclude: {_listed(names)}"
        )
    return Columns(
        text=text,
        title=_first("title", known),
        date=_asked(options.date_column, names, "--date-column") or _first("date", known),
        id=_asked(options.id_column, names, "--id-column") or _first("id", known),
        url=_first("url", known),
        publisher=_first("publisher", known),
    )


def has_text(names: Iterable[str], options: Walk) -> bool:
    """True when a table with these columns can be read."""
    names = list(names)
    return options.text_column in names or _first("text", {_folded(name): name for name in names}) is not None


def _asked(name: str | None, names: list[str], option: str) -> str | None:
    if name is None or name in names or name.partition(".")[0] in names:
        return name
    raise InputError(f"has no column {name!r} ({option}), but {_listed(names)}")


def _first(role: str, known: Mapping[str, str]) -> str | None:
    return next((known[name] for name in _known_names()[role] if name in known), None)


@cache
def _known_names() -> dict[str, list[str]]:
    columns: dict[str, list[str]] = load_lexicon("archives")["columns"]
    return columns


def _folded(name: str) -> str:
    """`"Texte intégral"` → `"texte_integral"`."""
    letters = unicodedata.normalize("NFKD", name.strip().lower())
    return _SEPARATOR.sub("_", "".join(sign for sign in letters if not unicodedata.combining(sign)))


def _listed(names: list[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:SHOWN])
    return f"{shown}{'…' if len(names) > SHOWN else ''}" if names else "no columns at all"


def _value(row: Mapping[str, Any], name: str | None) -> Any:
    """The value of a column; `content.text` is the field `text` of the object `content`."""
    if name is None:
        return None
    if name in row or "." not in name:
        return row.get(name)
    outer, _, inner = name.partition(".")
    value = row.get(outer)
    return _value(value, inner) if isinstance(value, Mapping) else None


def _words(value: Any) -> str:
    """A text, or the paragraphs of a list of texts."""
    return "\n\n".join(str(item) for item in value) if isinstance(value, list) else str(value)


def _short(row: Mapping[str, Any], name: str | None) -> str | None:
    value = _value(row, name)
    return " ".join(str(value).split()) or None if isinstance(value, str | int | float) else None


def _day(value: Any) -> date | str | None:
    return value if isinstance(value, date) or value is None else str(value)
