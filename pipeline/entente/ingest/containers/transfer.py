"""How servers pack what they send."""

import zlib
from collections.abc import Callable
from io import BytesIO

import brotli
from warcio.bufferedreaders import ChunkedDataReader

from entente.errors import InputError
from entente.settings import MAX_PACKED_BYTES


def unchunked(data: bytes) -> bytes:
    """The bytes of an answer sent in chunks; those of one that only says so as they are."""
    return ChunkedDataReader(BytesIO(data)).read(len(data))  # type: ignore[no-any-return]


def decoded(data: bytes, encoding: str) -> bytes:
    """The bytes of an answer, unpacked; crawlers that unpack it themselves leave the header, so that plain bytes pass.

    Raises InputError, without a name, for a bomb or an encoding that is not known.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity", "none") or data[:1] in (b"<", b"%", b"\n", b" "):
        return data
    if encoding not in DECODERS:
        raise InputError(f"was sent packed as {encoding!r}, which is not known: crawl it again without")
    try:
        plain = DECODERS[encoding](data)
    except (zlib.error, brotli.error):
        return data
    if len(plain) > MAX_PACKED_BYTES:
        raise InputError(
            f"unpacks to more than {MAX_PACKED_BYTES // 1_000_000} MB: a bomb, or to be split into its documents"
        )
    return plain


def _gzip(data: bytes) -> bytes:
    return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data, MAX_PACKED_BYTES + 1)


def _deflate(data: bytes) -> bytes:
    try:
        return _gzip(data)
    except zlib.error:  # many servers leave out the frame of zlib
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, MAX_PACKED_BYTES + 1)


def _brotli(data: bytes) -> bytes:
    return bytes(brotli.Decompressor().process(data, output_buffer_limit=MAX_PACKED_BYTES + 1))


DECODERS: dict[str, Callable[[bytes], bytes]] = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli}
