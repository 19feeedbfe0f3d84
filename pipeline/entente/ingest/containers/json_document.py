"""JSON files over many lines: one object, or a list of them."""

import json
from collections.abc import Iterator

from entente.errors import InputError
from entente.ingest.columns import choose
from entente.ingest.containers.json_lines import rows_of
from entente.ingest.containers.member import Content, Member
from entente.ingest.containers.rows import row_member
from entente.ingest.encoding import decode
from entente.settings import MAX_BYTES


def members(content: Content) -> Iterator[Member]:
    """The objects of a file that is parsed whole; raises InputError when it is too large or has no column of texts."""
    data = content.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(
            f"is JSON of more than {MAX_BYTES // 1_000_000} MB in one piece: write one object a line (jq -c '.[]')"
        )
    try:
        value = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not JSON ({error}): correct it, or write one object a line") from error
    columns = None
    for number, row in enumerate(rows_of(value, content.options), 1):
        columns = columns or choose(row, content.options)
        yield row_member(columns, row, number)
