"""Parquet: one file a table, fixed schemas, the same bytes for the same readings."""

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from entente.records import Failure
from entente.store.arrow import table_of
from entente.store.columns import TABLES, schema_of
from entente.store.rows import Row, document_row, encoded, unpacked

GROUP_BYTES = 8_000_000
"""JSON bytes of rows, all tables together, that make a row group: some 400 releases; at its writing a group takes about
five times as much memory, however large the archive is."""


class ParquetTables:
    """Writes `<table>.parquet` for every table, group by group.

    A text that comes twice has two rows in `documents`, one a source, and its facts once: a join never doubles them.
    """

    FILES = tuple(f"{table}.parquet" for table in TABLES)

    def __init__(self, folder: Path) -> None:
        self._writers: dict[str, Any] = {
            table: pq.ParquetWriter(folder / f"{table}.parquet", schema_of(table), compression="zstd")
            for table in TABLES
        }
        self._lines = {table: bytearray() for table in TABLES}
        self._bytes = 0
        self._sources = self._failures = 0

    def add(self, record: str, rows: bytes) -> None:
        """Append the rows of one record, as `packed` gives them."""
        for table, lines in unpacked(rows).items():
            self._add(table, lines)
        if self._bytes >= GROUP_BYTES:
            self._flush()

    def add_copy(self, document: Row) -> None:
        """Append one more source of a text that has been written: its row in `documents`."""
        self._add("documents", encoded([document_row({"document": document})]))

    def add_source(self, row: Row) -> None:
        """Append what became of one source."""
        self._sources += 1
        self._add("sources", encoded([{"id": f"s{self._sources}"} | row]))

    def add_failure(self, failure: Failure) -> None:
        """Append one failure."""
        self._failures += 1
        self._add("failures", encoded([{"id": f"f{self._failures}"} | failure.model_dump()]))

    def close(self) -> None:
        """Write what is left and close all files."""
        self._flush()
        for writer in self._writers.values():
            writer.close()

    def _add(self, table: str, lines: bytes) -> None:
        self._lines[table] += lines
        self._bytes += len(lines)

    def _flush(self) -> None:
        for table, lines in self._lines.items():
            if lines:
                self._writers[table].write_table(table_of(table, bytes(lines)))
                lines.clear()
        self._bytes = 0
