"""An output folder that is written whole or not at all."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal, Protocol

from entente.errors import OutputError
from entente.records import Failure, Reading
from entente.store.jsonl import JsonLines
from entente.store.parquet import ParquetTables

Format = Literal["jsonl", "parquet", "all"]


class Output(Protocol):
    """Where outcomes are written, one after the other."""

    def write(self, outcome: Reading | Failure) -> None:
        """Append one outcome."""

    def close(self) -> None:
        """Finish all files."""


FORMATS: dict[Format, tuple[type[JsonLines] | type[ParquetTables], ...]] = {
    "jsonl": (JsonLines,),
    "parquet": (ParquetTables,),
    "all": (JsonLines, ParquetTables),
}


class _Several:
    """Several outputs as one."""

    def __init__(self, outputs: list[Output]) -> None:
        self._outputs = outputs

    def write(self, outcome: Reading | Failure) -> None:
        for output in self._outputs:
            output.write(outcome)

    def close(self) -> None:
        for output in self._outputs:
            output.close()


@contextmanager
def open_output(folder: Path, form: Format) -> Iterator[Output]:
    """An output whose files appear in `folder` together when the block ends well, and not at all when it raises.

    Raises OutputError when the folder cannot be made or written.
    """
    workshop = _workshop(folder)
    try:
        with closing(_Several([make(workshop) for make in FORMATS[form]])) as output:
            yield output
        for file in sorted(workshop.iterdir()):
            file.replace(folder / file.name)
    except OSError as error:
        raise _refusal(folder, error) from error
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _workshop(folder: Path) -> Path:
    """A hidden folder beside the final files, on the same disk, so that a move is one step."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=".entente-", dir=folder))
    except OSError as error:
        raise _refusal(folder, error) from error


def _refusal(folder: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(f"{folder} cannot be written ({reason}): choose another folder with -o, or free its permissions")
