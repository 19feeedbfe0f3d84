"""JSON lines: one document an object, keys in the contract's order."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from entente.errors import InputError
from entente.records import Failure, Reading
from entente.store.rows import Row, encoded

RECORDS, SOURCES, FAILURES = "records.jsonl", "sources.jsonl", "failures.jsonl"


class JsonLines:
    """Writes `records.jsonl`, `sources.jsonl` and `failures.jsonl`, line by line.

    A text that several sources have is one line of `records.jsonl`, under the first of them; `sources.jsonl` has all.
    """

    FILES = (RECORDS, SOURCES, FAILURES)

    def __init__(self, folder: Path) -> None:
        self._records, self._sources, self._failures = ((folder / name).open("wb") for name in self.FILES)

    def add(self, record: str, rows: bytes) -> None:
        """Append one record, as `Reading.to_json` writes it."""
        self._records.write(record.encode() + b"\n")

    def add_copy(self, document: Row) -> None:
        """Nothing: the record is written."""

    def add_source(self, row: Row) -> None:
        """Append what became of one source."""
        self._sources.write(encoded([row]))

    def add_failure(self, failure: Failure) -> None:
        """Append one failure."""
        self._failures.write(failure.model_dump_json().encode() + b"\n")

    def close(self) -> None:
        """Flush and close the files."""
        for file in (self._records, self._sources, self._failures):
            file.close()


def read_jsonl(path: Path) -> Iterator[Reading]:
    """The readings of a `records.jsonl`, each checked again; raises InputError with the line that is not one."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                yield _reading(line, f"{path} line {number}")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read ({error}): give a records.jsonl that entente extract wrote") from error


def _reading(line: str, where: str) -> Reading:
    try:
        return Reading.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise InputError(
            f"{where} is not a record ({place}: {first['msg']}): write it again with entente extract"
        ) from error
