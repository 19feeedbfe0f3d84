"""Tables in Parquet."""

from collections.abc import Iterator

import pyarrow.parquet as pq

from entente.ingest.columns import choose
from entente.ingest.containers.member import Content, Member
from entente.ingest.containers.rows import row_member

BATCH = 64
"""Rows that are in memory together, as Python objects."""

BUFFER = 1 << 20
"""Bytes read of a column at once; without it a whole group of rows is, which may be gigabytes."""


def members(content: Content) -> Iterator[Member]:
    """The rows, by batches, of the columns that are read; raises InputError when none is for the texts."""
    with pq.ParquetFile(content.stream, buffer_size=BUFFER, pre_buffer=False) as table:
        columns = choose(table.schema_arrow.names, content.options)
        number = 0
        for batch in table.iter_batches(batch_size=BATCH, columns=columns.names(), use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield row_member(columns, row, number)
