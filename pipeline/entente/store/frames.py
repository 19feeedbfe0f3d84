"""The tables as pandas frames, for those who go on in Python."""

from collections.abc import Iterable

import pandas as pd
import pyarrow as pa

from entente.records import Reading
from entente.store.columns import TABLES, schema_of
from entente.store.rows import Row, document_row, rows_of


def to_frames(readings: Iterable[Reading]) -> dict[str, pd.DataFrame]:
    """One frame a table, with the columns and types of the Parquet files: `to_frames(readings)["agreements"]`.

    Memory grows with the readings; for an archive, write Parquet and query that.
    """
    rows: dict[str, list[Row]] = {table: [] for table in TABLES if table != "failures"}
    seen: set[str] = set()
    for reading in readings:
        rows["documents"].append(document_row(reading))
        if reading.document.id not in seen:
            seen.add(reading.document.id)
            for table, found in rows_of(reading).items():
                rows[table] += found
    return {table: pa.Table.from_pylist(found, schema=schema_of(table)).to_pandas() for table, found in rows.items()}
