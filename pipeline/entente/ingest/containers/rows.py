"""Rows of tables as members."""

from collections.abc import Mapping
from typing import Any

from entente.errors import InputError
from entente.ingest.columns import Columns
from entente.ingest.containers.member import Member


def row_member(columns: Columns, row: Mapping[str, Any], number: int) -> Member:
    """The document of one row, named by its id or else its number from 1."""
    name = columns.row_id(row) or str(number)
    try:
        return Member(name=name, fields=columns.fields(row))
    except InputError as error:
        return Member(name=name, problem=str(error))
