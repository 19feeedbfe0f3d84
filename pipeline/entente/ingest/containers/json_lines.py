"""JSON Lines: one object a line."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from entente.errors import InputError
from entente.ingest.columns import choose, has_text
from entente.ingest.containers.member import Content, Member
from entente.ingest.containers.rows import row_member
from entente.ingest.encoding import FOREIGN
from entente.ingest.walk import Walk
from entente.settings import MAX_BYTES


def members(content: Content) -> Iterator[Member]:
    """The rows; a broken one costs itself only. Raises InputError when the first has no column for the texts."""
    columns = None
    for number, line in _lines(content.stream):
        try:
            rows = list(rows_of(_parsed(line), content.options))
        except InputError as error:
            yield Member(name=str(number), problem=str(error))
            continue
        for row in rows:
            if columns is None or columns.text.partition(".")[0] not in row:
                columns = choose(row, content.options) if columns is None or has_text(row, content.options) else columns
            yield row_member(columns, row, number)


def rows_of(value: Any, options: Walk) -> Iterator[dict[str, Any]]:
    """The objects with texts in a JSON value: itself, its items, or the items of its list (`{"articles": [{…}]}`).

    Raises InputError, without a name, when it holds no object.
    """
    if isinstance(value, dict):
        lists = [] if has_text(value, options) else filter(_are_objects, value.values())
        inner = next((rows for rows in lists if has_text(rows[0], options)), None)
        yield from inner if inner is not None else [value]
    elif _are_objects(value):
        yield from value
    else:
        raise InputError('is JSON without objects: write one a line, such as {"texte": "…", "date": "2024-05-31"}')


def _are_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines that are not empty, numbered from 1; of one that is too long, its beginning."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield number, line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)


def _parsed(line: bytes) -> Any:
    if len(line) > MAX_BYTES:
        raise InputError(f"is a row of more than {MAX_BYTES // 1_000_000} MB: split it into its documents")
    try:
        return json.loads(line.decode("utf-8", errors=FOREIGN).lstrip("\ufeff"))
    except ValueError as error:
        raise InputError(f"is not JSON ({error}): write one object a line") from error
    except RecursionError as error:
        raise InputError("is JSON nested without end: write one flat object a line") from error
