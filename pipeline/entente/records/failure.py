"""What could not be read."""

from entente.records.span import Record


class Failure(Record):
    """A document that was not read, and why; the others went on."""

    source: str
    """Path or URL that was to be read."""
    error: str
    """Class of the error: `InputError`."""
    message: str
    """What happened, and what to do: `notes.txt is empty: nothing to read`."""
    where: str
    """Innermost function of entente that was running: `entente.ingest.plain.read_plain`."""
