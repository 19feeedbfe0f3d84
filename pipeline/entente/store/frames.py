"""The tables as pandas frames, for those who go on in Python."""

from collections.abc import Iterable

import pandas as pd

from entente.records import Reading
from entente.store.arrow import table_of
from entente.store.rows import DOCUMENT_TABLES, packed, unpacked


def to_frames(readings: Iterable[Reading]) -> dict[str, pd.DataFrame]:
    """One frame a table, with the columns and types of the Parquet files: `to_frames(readings)["agreements"]`.

    Memory grows with the readings; for an archive, write Parquet and query that.
    """
    lines = {table: bytearray() for table in DOCUMENT_TABLES}
    seen: set[str] = set()
    for reading in readings:
        rows = unpacked(packed(reading.model_dump(mode="json")))
        for table, found in rows.items():
            if table == "documents" or reading.document.id not in seen:
                lines[table] += found
        seen.add(reading.document.id)
    return {table: table_of(table, bytes(found)).to_pandas() for table, found in lines.items()}
