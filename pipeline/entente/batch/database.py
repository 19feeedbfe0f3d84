"""An SQLite file that one run writes, whole at any moment."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from entente.errors import OutputError

HIDDEN, FILE = ".entente", "ledger.sqlite"

CACHE_KB = 16_000
"""Pages kept in memory, and as many of temporary tables: constant, however large the archive is."""

PRAGMAS = f"""
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -{CACHE_KB};
PRAGMA temp.cache_size = -{CACHE_KB};
"""
"""The journal is written ahead and synchronised at checkpoints: a power cut may cost the last transactions, which are
work that is done again, and never the file; to synchronise each would cost a disk's turn a chunk. The lock is
exclusive, so that two runs never share an output, and no shared memory is needed, which disks on a network do not
have."""


class Database:
    """The file in the hidden folder of an output; without an output, a private one that goes with the process.

    Whatever fails raises OutputError, with what to do, and leaves the file as it was before the transaction.
    """

    def __init__(self, output: Path | None) -> None:
        self._output = output
        with self.errors():
            self._connection = self._open()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def execute(self, statement: str, *values: Any) -> None:
        """Run one statement."""
        self._connection.execute(statement, values)

    def all(self, statement: str, *values: Any) -> list[Any]:
        """All rows of a question."""
        return self._connection.execute(statement, values).fetchall()

    def one(self, statement: str, *values: Any) -> Any:
        """The first row of a question, or None."""
        return self._connection.execute(statement, values).fetchone()

    def each(self, statement: str, *values: Any) -> Iterator[Any]:
        """The rows of a question, one after the other; nothing may be written meanwhile."""
        with self.errors():
            yield from self._connection.execute(statement, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is in the file when the block ends, and none of it when it raises."""
        with self.errors():
            self.execute("BEGIN")
            try:
                yield
            except BaseException:
                with suppress(sqlite3.Error):  # a full disk has rolled it back already
                    self.execute("ROLLBACK")
                raise
            self.execute("COMMIT")

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn what the disk and SQLite say into an OutputError."""
        try:
            yield
        except sqlite3.Error as error:
            raise OutputError(f"{self._output or 'the temporary folder'} {_advice(error)}") from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise OutputError(
                f"{self._output} cannot be written ({reason}): choose another folder with -o, or free its permissions"
            ) from error

    def _open(self) -> sqlite3.Connection:
        """SQLite deletes a database without a name when it is closed; it stands on the disk as soon as it grows."""
        if self._output is not None:
            (self._output / HIDDEN).mkdir(parents=True, exist_ok=True)
        place = "" if self._output is None else self._output / HIDDEN / FILE
        connection = sqlite3.connect(place, timeout=0, isolation_level=None)
        try:
            connection.executescript(PRAGMAS)
            connection.executescript("BEGIN IMMEDIATE; COMMIT;")  # takes the lock
        except BaseException:
            connection.close()
            raise
        return connection


def _advice(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "is in use by another run: wait for its end, or choose another folder with -o"
    if name.startswith("SQLITE_FULL"):
        return "cannot be written (no space left on the disk): free some space and give the same command again"
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return f"has a damaged ledger ({error}): remove its folder {HIDDEN}, and all is read again"
    return f"cannot be written ({error}): give the same command again, or choose another folder with -o"


def has_ledger(output: Path) -> bool:
    """True when a run has written to this folder."""
    return (output / HIDDEN / FILE).is_file()


def remove_ledger(output: Path) -> None:
    """Forget all runs that have written to this folder."""
    shutil.rmtree(output / HIDDEN, ignore_errors=True)
