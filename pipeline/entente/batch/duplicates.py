"""Texts that come again, exactly or nearly; decided in the order of the sources, so that any run decides the same."""

import hashlib
from collections.abc import Iterator

from entente.batch.database import Database
from entente.batch.fingerprint import BANDS, ROWS, Fingerprint
from entente.batch.reprints import is_reprint
from entente.batch.work import Prepared

TABLES = (
    "CREATE TEMP TABLE IF NOT EXISTS texts (document_id TEXT PRIMARY KEY, source INTEGER) WITHOUT ROWID",
    "CREATE TEMP TABLE IF NOT EXISTS bands (band INTEGER, position INTEGER, PRIMARY KEY (band, position)) "
    "WITHOUT ROWID",
)
"""What a run has met so far, on the disk beyond a cache of constant size; a new run builds them again from what the
ledger knows, in 0.3 ms a relevant document."""

SEEN, COMPARED = 40, 8
"""Texts looked at a band, the earliest ones, and texts compared at all, those with most bands in common: form letters,
each a text of its own, may be thousands in a band."""

MEETINGS = (
    "SELECT source, signature, words FROM ("
    "SELECT position, count(*) AS shared FROM ("
    + " UNION ALL ".join(
        [f"SELECT * FROM (SELECT position FROM bands WHERE band = ? ORDER BY position LIMIT {SEEN})"] * BANDS
    )
    + f") GROUP BY position ORDER BY shared DESC, position LIMIT {COMPARED}"
    ") NATURAL JOIN walk JOIN prepared ON prepared.id = source ORDER BY shared DESC, position"
)


class Duplicates:
    """The texts that a run has met, to find those that come again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.errors():
            for table in TABLES:
                database.execute(table)

    def forget(self) -> None:
        """Begin a run. To be called in a transaction."""
        for table in ("texts", "bands"):
            self._database.execute(f"DELETE FROM {table}")

    def original(self, prepared: Prepared) -> int | None:
        """The source of an earlier document with the same text, or of which this is a reprint."""
        row = self._database.one("SELECT source FROM texts WHERE document_id = ?", prepared.document_id)
        if row is not None:
            return int(row[0])
        return self._reprinted(prepared.fingerprint) if prepared.fingerprint else None

    def add(self, prepared: Prepared, source: int, position: int) -> None:
        """Note a document that is read. To be called in a transaction, with the position in the walk."""
        self._database.execute("INSERT INTO texts VALUES (?, ?)", prepared.document_id, source)
        if prepared.fingerprint:
            for band in set(_bands(prepared.fingerprint)):
                self._database.execute("INSERT INTO bands VALUES (?, ?)", band, position)

    def _reprinted(self, fingerprint: Fingerprint) -> int | None:
        bands = list(_bands(fingerprint))
        for source, signature, words in self._database.all(MEETINGS, *bands) if bands else ():
            if is_reprint(fingerprint, Fingerprint(signature, words)):
                return int(source)
        return None


def _bands(fingerprint: Fingerprint) -> Iterator[int]:
    """The bands of a signature, as 64-bit numbers; none of a text without signature."""
    width = ROWS * 4
    for start in range(0, len(fingerprint.signature), width):
        digest = hashlib.blake2b(fingerprint.signature[start : start + width], digest_size=8, salt=str(start).encode())
        yield int.from_bytes(digest.digest(), "little", signed=True)
