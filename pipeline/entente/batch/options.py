"""What a user asks of a run."""

from dataclasses import dataclass
from datetime import date

from entente.batch.work import Task
from entente.ingest.walk import DEFAULT, Walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of `extract` and `stream`."""

    walk: Walk = DEFAULT
    """What is taken of folders and containers, and which columns of tables are read."""
    published: date | None = None
    """Day of publication of all documents, before the one that a document says."""
    file_dates: bool = False
    """Takes the day on which a file was made for that of publication, where nobody says it: often that of a copy."""
    gate: bool = True
    """False reads the documents, too, that cannot hold a fact by their words."""
    limit: int | None = None
    """How many documents are taken at most, the first ones."""
    since: date | None = None
    until: date | None = None
    """Days between which, both included, a document was published; one whose day is not known is taken."""
    workers: int | None = None
    """Processes; the cores of the machine where None is given."""
    dask: str | None = None
    """Address of a scheduler, `tcp://host:8786`, or `local`, in place of processes of this machine."""
    timeout: float = 120.0
    """Seconds that a document may take: 500,000 characters, the longest text that is read, take 15."""
    refresh: bool = False
    """Forgets what earlier runs have read."""
    retry_failed: bool = False
    """Tries again what failed."""

    def task(self) -> Task:
        """What workers are told."""
        return Task(published=self.published, file_dates=self.file_dates, gate=self.gate, timeout=self.timeout)

    def reading(self) -> dict[str, str]:
        """The options that change what a document is read as, by their names on the command line."""
        options = {
            "--published": self.published,
            "--file-dates": "yes" if self.file_dates else None,
            "--no-gate": None if self.gate else "yes",
            "--text-column": self.walk.text_column,
            "--date-column": self.walk.date_column,
            "--id-column": self.walk.id_column,
        }
        return {name: str(value) for name, value in options.items() if value is not None}

    def selection(self) -> list[str]:
        """The options that change which documents are taken."""
        chosen = (self.walk.include, self.walk.exclude, self.limit, self.since, self.until)
        return [repr(value) for value in chosen]
