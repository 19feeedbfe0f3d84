"""Tables in CSV: commas, semicolons, tabs or bars, in any encoding."""

import csv
import io
from collections.abc import Iterator

from entente.ingest.columns import choose
from entente.ingest.containers.member import Content, Member
from entente.ingest.containers.rows import row_member
from entente.ingest.encoding import FOREIGN, of_stream
from entente.ingest.tables import delimiter_of
from entente.settings import MAX_BYTES


def members(content: Content) -> Iterator[Member]:
    """The rows below the line of names; raises InputError when none of these is for the texts."""
    csv.field_size_limit(MAX_BYTES)  # 131,072 characters if nothing is said: less than a long report
    encoding = of_stream(content.head)
    text = io.TextIOWrapper(content.stream, encoding=encoding, errors=FOREIGN, newline="")
    try:
        rows = csv.reader(text, delimiter=delimiter_of(content.head, content.options))
        names = [name.strip("\ufeff \t") for name in next(rows)]
        columns = choose(names, content.options)
        for number, values in enumerate(rows, 1):
            if values:
                yield row_member(columns, dict(zip(names, values, strict=False)), number)
    finally:
        text.detach()
