"""Parquet: one file a table, fixed schemas, the same bytes for the same readings."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from entente.records import Failure, Reading
from entente.store.columns import TABLES, schema_of
from entente.store.rows import Row, document_row, rows_of

GROUP_DOCUMENTS = 1_000
"""Documents a row group: some ten thousand rows, what memory holds easily and readers skip well."""


class ParquetTables:
    """Writes `<table>.parquet` for every table, group by group.

    A text that comes twice has two rows in `documents`, one a source, and its facts once: a join never doubles them.
    """

    def __init__(self, folder: Path) -> None:
        self._schemas = {table: schema_of(table) for table in TABLES}
        self._writers: dict[str, Any] = {
            table: pq.ParquetWriter(folder / f"{table}.parquet", schema, compression="zstd")
            for table, schema in self._schemas.items()
        }
        self._rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        self._seen: set[str] = set()
        self._failures = 0

    def write(self, outcome: Reading | Failure) -> None:
        """Append the rows of one outcome."""
        if isinstance(outcome, Failure):
            self._failures += 1
            self._rows["failures"].append({"id": f"f{self._failures}"} | outcome.model_dump())
            return
        self._rows["documents"].append(document_row(outcome))
        if outcome.document.id not in self._seen:
            self._seen.add(outcome.document.id)
            for table, rows in rows_of(outcome).items():
                self._rows[table] += rows
        if len(self._rows["documents"]) >= GROUP_DOCUMENTS:
            self._flush()

    def close(self) -> None:
        """Write what is left and close all files."""
        self._flush()
        for writer in self._writers.values():
            writer.close()

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            if rows:
                self._writers[table].write_table(pa.Table.from_pylist(rows, schema=self._schemas[table]))
                rows.clear()
