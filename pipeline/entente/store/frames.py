"""The tables as pandas frames, for those who go on in Python."""

from collections.abc import Iterable

import pandas as pd

from entente.records import Reading
from entente.store.columns import RUN_TABLES, TABLES
from entente.store.rows import document_row, encoded, rows_of, table_of


def to_frames(readings: Iterable[Reading]) -> dict[str, pd.DataFrame]:
    """One frame a table, with the columns and types of the Parquet files: `to_frames(readings)["agreements"]`.

    Memory grows with the readings; for an archive, write Parquet and query that.
    """
    lines = {table: bytearray() for table in TABLES if table not in RUN_TABLES}
    seen: set[str] = set()
    for reading in readings:
        record = reading.model_dump(mode="json")
        lines["documents"] += encoded([document_row(record)])
        if reading.document.id not in seen:
            seen.add(reading.document.id)
            for table, found in rows_of(record).items():
                lines[table] += encoded(found)
    return {table: table_of(table, bytes(found)).to_pandas() for table, found in lines.items()}
