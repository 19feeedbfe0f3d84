"""JSON lines: one document an object, keys in the contract's order."""

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from pydantic import ValidationError

from entente.errors import InputError
from entente.records import Failure, Reading

RECORDS, FAILURES = "records.jsonl", "failures.jsonl"


class JsonLines:
    """Writes `records.jsonl`, and `failures.jsonl`, line by line."""

    def __init__(self, folder: Path) -> None:
        self._records: TextIO = (folder / RECORDS).open("w", encoding="utf-8", newline="\n")
        self._failures: TextIO = (folder / FAILURES).open("w", encoding="utf-8", newline="\n")

    def write(self, outcome: Reading | Failure) -> None:
        """Append one line."""
        if isinstance(outcome, Reading):
            self._records.write(outcome.to_json() + "\n")
        else:
            self._failures.write(outcome.model_dump_json() + "\n")

    def close(self) -> None:
        """Flush and close both files."""
        self._records.close()
        self._failures.close()


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
