"""The ledger of an archive: what is known of each source, and what the last run decided on it.

One transaction a chunk of sources or a batch of readings: a kill at any moment leaves a chunk in it wholly or not at
all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from entente.batch.database import Database
from entente.batch.fingerprint import Fingerprint
from entente.batch.work import COUNTED, FACTS, Prepared, Read

FORM = "2"
"""Version of the tables below; a ledger in another form is not read."""

Decision = Literal["read", "irrelevant", "duplicate", "outside", "failed"]
"""What a run decides on a source; whether one that is read has facts is known when it is read."""

TABLES = (
    "CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS prepared (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, "
    "state TEXT NOT NULL, document_id TEXT, title TEXT, published TEXT, date_origin TEXT, date_precision TEXT, "
    "score REAL, signature BLOB, words BLOB, failure TEXT)",
    "CREATE TABLE IF NOT EXISTS readings (id INTEGER PRIMARY KEY, kept BLOB, failure TEXT, "
    f"{', '.join(f'{kind} INTEGER' for kind in COUNTED)})",
    "CREATE TABLE IF NOT EXISTS walk (position INTEGER PRIMARY KEY, source INTEGER NOT NULL, decision TEXT NOT NULL, "
    "original INTEGER)",
)
"""`prepared` and `readings` hold what is known of a source, whatever the run; `walk` the order and decisions of the
last."""

FIELDS = ("name", "state", "document_id", "title", "published", "date_origin", "date_precision", "score")

ROWS = f"""
SELECT w.position, p.name, w.decision, p.document_id, p.title, p.published, p.date_origin, p.date_precision, p.score,
  o.document_id, r.kept, coalesce(p.failure, r.failure), {" + ".join(f"r.{kind}" for kind in COUNTED[:FACTS])}
FROM walk w JOIN prepared p ON p.id = w.source LEFT JOIN prepared o ON o.id = w.original
LEFT JOIN readings r ON r.id =
  CASE WHEN w.decision = 'read' THEN w.source WHEN o.document_id = p.document_id THEN w.original END
WHERE w.position > ? ORDER BY w.position
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source that the ledger knows."""

    id: int
    prepared: Prepared
    read: bool
    """True when its facts, or why it has none, are known."""


class Row(NamedTuple):
    """A source and what became of it."""

    position: int
    name: str
    decision: Decision
    document_id: str | None
    title: str | None
    published: str | None
    date_origin: str | None
    date_precision: str | None
    score: float | None
    original: str | None
    """Document that was read in its place."""
    kept: bytes | None
    """Its own record and rows, or those of the same text in an earlier source, as `entente.batch.kept` packs them."""
    failure: str | None
    """Why it could not be read, as JSON."""
    facts: int | None

    @property
    def outcome(self) -> str | None:
        """How the document ends; None as long as its facts are to be read."""
        if self.decision != "read":
            return self.decision
        if self.failure:
            return "failed"
        return None if self.kept is None else "facts" if self.facts else "no_facts"


class Ledger:
    """The tables, in the database of an output. Raises OutputError as the database does."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.errors():
            for table in TABLES:
                database.execute(table)

    def about(self, name: str) -> str | None:
        """What is noted under a name."""
        row = self.database.one("SELECT value FROM about WHERE name = ?", name)
        return None if row is None else str(row[0])

    def note(self, **values: str | None) -> None:
        """Note values under names, all at once; None takes a note away."""
        with self.database.transaction():
            for name, value in values.items():
                self.database.execute("DELETE FROM about WHERE name = ?", name)
                if value is not None:
                    self.database.execute("INSERT INTO about VALUES (?, ?)", name, value)

    def forget(self) -> None:
        """Forget everything, tables of another form included."""
        with self.database.transaction():
            for table in ("about", "prepared", "readings", "walk"):
                self.database.execute(f"DROP TABLE {table}")
            for table in TABLES:
                self.database.execute(table)

    def forget_failures(self) -> None:
        """Forget the sources that failed, so that they are tried again."""
        with self.database.transaction():
            failed = "SELECT id FROM prepared WHERE failure IS NOT NULL"
            self.database.execute(f"DELETE FROM readings WHERE failure IS NOT NULL OR id IN ({failed})")
            self.database.execute("DELETE FROM prepared WHERE failure IS NOT NULL")

    def begin_walk(self) -> None:
        """Forget the order and the decisions of the last run, not what is known of each source."""
        with self.database.transaction():
            self.database.execute("DELETE FROM walk")

    def known(self, keys: Sequence[str]) -> dict[str, Entry]:
        """The sources with these keys that are known."""
        rows = self.database.all(
            f"SELECT p.key, p.id, r.id, {', '.join(FIELDS)}, signature, words FROM prepared p "
            f"LEFT JOIN readings r ON r.id = p.id WHERE p.key IN ({', '.join('?' * len(keys))})",
            *keys,
        )
        return {key: Entry(id, _prepared(fields), reading is not None) for key, id, reading, *fields in rows}

    def add(self, key: str, prepared: Prepared) -> int:
        """Write what is known of a source, in place of what was; its id. To be called in a transaction."""
        kept = prepared.fingerprint
        values = {name: getattr(prepared, name) for name in FIELDS} | {
            "published": prepared.published and prepared.published.isoformat(),
            "signature": kept and kept.signature,
            "words": kept and kept.words,
            "failure": prepared.failure and prepared.failure.model_dump_json(),
        }
        row = self.database.one(
            f"INSERT INTO prepared (key, {', '.join(values)}) VALUES (?{', ?' * len(values)}) "
            f"ON CONFLICT (key) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in values)} RETURNING id",
            key,
            *values.values(),
        )
        return int(row[0])

    def add_reading(self, id: int, read: Read) -> None:
        """Write the facts of a source, or why there are none. To be called in a transaction."""
        failure = read.failure and read.failure.model_dump_json()
        counts = read.counts or (None,) * len(COUNTED)
        statement = f"INSERT OR REPLACE INTO readings VALUES (?, ?, ?{', ?' * len(COUNTED)})"
        self.database.execute(statement, id, read.kept or None, failure, *counts)

    def decide(self, position: int, source: int, decision: Decision, original: int | None) -> None:
        """Write what is decided on the source at a position. To be called in a transaction."""
        self.database.execute("INSERT INTO walk VALUES (?, ?, ?, ?)", position, source, decision, original)

    def rows(self, *, after: int = 0) -> Iterator[Row]:
        """The sources of the last walk after a position, in order; nothing may be written meanwhile."""
        return (Row(*row) for row in self.database.each(ROWS, after))


def _prepared(fields: list[Any]) -> Prepared:
    *plain, signature, words = fields
    values = dict(zip(FIELDS, plain, strict=True))
    values["published"] = values["published"] and date.fromisoformat(values["published"])
    return Prepared(**values, fingerprint=None if signature is None else Fingerprint(signature, words))
