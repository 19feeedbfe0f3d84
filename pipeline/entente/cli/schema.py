"""`entente schema`: the contract, for machines."""

import json
from typing import Annotated

import typer


def schema(
    tables: Annotated[bool, typer.Option("--tables", help="List the columns of the Parquet tables instead.")] = False,
) -> None:
    """Print the JSON Schema of one line of `records.jsonl`, every field described.

    Example: `entente schema > entente.schema.json`
    """
    typer.echo(_tables() if tables else _records())


def _records() -> str:
    from entente.records import Reading

    return json.dumps(Reading.model_json_schema(), ensure_ascii=False, indent=2)


def _tables() -> str:
    from entente.store.columns import TABLES

    rows = [(table, name, str(kind), text) for table, columns in TABLES.items() for name, kind, text in columns]
    return "\n".join("\t".join(row) for row in [("table", "column", "type", "meaning"), *rows])
