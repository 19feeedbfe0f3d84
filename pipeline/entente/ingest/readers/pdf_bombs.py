"""Bombs in PDF files: a drawing of ten megabytes packed into ten kilobytes takes PDFium a gigabyte and ten seconds."""

import re
import zlib

from entente.errors import InputError

RATIO = 200
"""Times that a drawing may grow when it is unpacked; text grows 3 to 10 times, drawings of maps 30."""

FLOOR = 1_000_000
"""Bytes that any drawing may unpack to: PDFium reads this much in a second at worst."""

CHUNK = 4_096

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 1_000
"""Bytes before a stream in which its dictionary stands."""


def check_streams(data: bytes) -> None:
    """Raise InputError, without a file name, when a drawing of the PDF is a bomb; pictures are never unpacked."""
    for stream in _STREAM.finditer(data):
        dictionary = data[max(0, stream.start() - _DICTIONARY) : stream.start()].rpartition(b" obj")[2]
        filters = len(re.findall(rb"/(?:FlateDecode|Fl)\b", dictionary))
        if b"/Image" not in dictionary and (filters > 1 or (filters and _explodes(data, stream.end()))):
            raise InputError(
                f"is a PDF with a drawing that unpacks to more than {RATIO} times its size: a bomb, or to be made again"
            )


def _explodes(data: bytes, start: int) -> bool:
    unpacker = zlib.decompressobj()
    consumed = unpacked = 0
    for position in range(start, len(data), CHUNK):
        chunk = data[position : position + CHUNK]
        while chunk and not unpacker.eof:
            try:
                unpacked += len(unpacker.decompress(chunk, FLOOR))
            except zlib.error:
                return False
            consumed += len(chunk) - len(unpacker.unconsumed_tail)
            chunk = unpacker.unconsumed_tail
            if unpacked > FLOOR and unpacked > RATIO * consumed:
                return True
        if unpacker.eof:
            return False
    return False
