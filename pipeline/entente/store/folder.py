"""An output folder that is written whole or not at all."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal, Protocol

from entente.errors import OutputError
from entente.records import Failure
from entente.store.jsonl import JsonLines
from entente.store.parquet import ParquetTables
from entente.store.rows import Row

Format = Literal["jsonl", "parquet", "all"]


class Output(Protocol):
    """Where the outcomes of a run are written, one after the other, in the order of its sources."""

    def add(self, record: str, rows: bytes) -> None:
        """Append one record, as `Reading.to_json` writes it, and its rows, as `packed` gives them."""

    def add_copy(self, document: Row) -> None:
        """Append another source of a text that was added before: the fields of `Document`, as in the record."""

    def add_source(self, row: Row) -> None:
        """Append what became of one source: the columns of the table `sources`, but for `id`."""

    def add_failure(self, failure: Failure) -> None:
        """Append one failure."""

    def close(self) -> None:
        """Finish all files."""


FORMATS: dict[Format, tuple[type[JsonLines] | type[ParquetTables], ...]] = {
    "jsonl": (JsonLines,),
    "parquet": (ParquetTables,),
    "all": (JsonLines, ParquetTables),
}


def files_of(form: Format) -> list[str]:
    """The names of the files of an output."""
    return sorted(name for output in FORMATS[form] for name in output.FILES)


class _Several:
    """Several outputs as one."""

    def __init__(self, outputs: list[Output]) -> None:
        self._outputs = outputs

    def add(self, record: str, rows: bytes) -> None:
        for output in self._outputs:
            output.add(record, rows)

    def add_copy(self, document: Row) -> None:
        for output in self._outputs:
            output.add_copy(document)

    def add_source(self, row: Row) -> None:
        for output in self._outputs:
            output.add_source(row)

    def add_failure(self, failure: Failure) -> None:
        for output in self._outputs:
            output.add_failure(failure)

    def close(self) -> None:
        for output in self._outputs:
            output.close()


WORKSHOP = ".entente-workshop"
"""Hidden folder beside the final files, on the same disk, so that a move is one step; what a killed run left in it is
thrown away by the next one."""


@contextmanager
def open_output(folder: Path, form: Format) -> Iterator[Output]:
    """An output whose files appear in `folder` together when the block ends well, and not at all when it raises.

    Raises OutputError when the folder cannot be made or written.
    """
    workshop = folder / WORKSHOP
    try:
        shutil.rmtree(workshop, ignore_errors=True)
        workshop.mkdir(parents=True)
        with closing(_Several([make(workshop) for make in FORMATS[form]])) as output:
            yield output
        for file in sorted(workshop.iterdir()):
            _keep(file)
        for file in sorted(workshop.iterdir()):
            file.replace(folder / file.name)
    except OSError as error:
        raise refusal(folder, error) from error
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _keep(file: Path) -> None:
    """Have the disk hold all of a file before it takes the place of another, so that a power cut leaves either."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def refusal(folder: Path, error: OSError) -> OutputError:
    """The error of a folder that cannot be written, with its reason and what to do."""
    reason = error.strerror or str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return OutputError(f"{folder} cannot be written ({reason}): free some space and give the same command again")
    return OutputError(f"{folder} cannot be written ({reason}): choose another folder with -o, or free its permissions")
