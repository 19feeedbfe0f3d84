"""Encoded rows as Arrow tables."""

from typing import Any

import pyarrow as pa
import pyarrow.json

from entente.store.columns import DAY, TEXT, schema_of


def table_of(table: str, lines: bytes) -> Any:
    """The Arrow table of encoded rows; Arrow's own JSON reader is five times faster than `Table.from_pylist`.

    Raises `pyarrow.ArrowInvalid` for a column that the table does not have. Columns that no row has are null.
    """
    schema = schema_of(table)
    if not lines:
        return schema.empty_table()
    written = pa.schema([field.with_type(TEXT) if field.type == DAY else field for field in schema])
    found = pyarrow.json.read_json(
        pa.BufferReader(lines),
        read_options=pyarrow.json.ReadOptions(
            use_threads=False, block_size=len(lines) + 1
        ),  # a row in two blocks fails
        parse_options=pyarrow.json.ParseOptions(explicit_schema=written, unexpected_field_behavior="error"),
    )
    return found.select(schema.names).cast(schema)
