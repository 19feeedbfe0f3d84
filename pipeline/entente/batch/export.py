"""From the ledger to the files of an output, in the order of the sources: the same bytes whatever the way there."""

import json
import re
from pathlib import Path

from entente.batch.kept import record_and_rows
from entente.batch.ledger import Ledger, Row
from entente.batch.report import DEFECT
from entente.errors import OutputError
from entente.records import Failure
from entente.store.folder import Format, Output, files_of, open_output

PUBLISHED = re.compile(r'"published":"(?P<day>[\d-]{10})"')
"""The day in the document of a record, which comes before its text; in a string, the quotes would be escaped."""


def export(ledger: Ledger, folder: Path, form: Format) -> list[str]:
    """Write all files of an output anew, and return their names.

    Raises OutputError when they cannot be written; the former ones then stand.
    """
    with open_output(folder, form) as output:
        for row in ledger.rows():
            _write(row, output, folder)
    return files_of(form)


def _write(row: Row, output: Output, folder: Path) -> None:
    record, rows = record_and_rows(row.kept) if row.kept else (None, b"")
    if row.outcome is None:
        raise OutputError(f"{folder} does not account for {row.name}: {DEFECT}")
    if row.outcome == "failed":
        output.add_failure(Failure.model_validate_json(row.failure or ""))
    elif record and row.decision == "read":
        output.add(record, rows)
    elif record:
        output.add_copy(_copy(row, json.loads(record)["document"]))
    output.add_source(_source(row, record))


def _copy(row: Row, document: dict[str, object]) -> dict[str, object]:
    """The document of another source of the same text: under its own name, with the title and day that it gives."""
    own = {"source": row.name, "title": row.title, "published": row.published}
    return document | {name: value for name, value in own.items() if value is not None}


def _source(row: Row, record: str | None) -> dict[str, object]:
    """The row of `sources`."""
    published, origin, precision = row.published, row.date_origin, row.date_precision
    if published is None and record and row.decision == "read" and (told := PUBLISHED.search(record)):
        published = told["day"]
        origin, precision = ("dateline", "day") if published else (None, None)
    return {
        "source": row.name,
        "outcome": row.outcome,
        "document_id": row.document_id,
        "duplicate_of": row.original,
        "published": published,
        "date_origin": origin,
        "date_precision": precision,
        "score": row.score,
    }
