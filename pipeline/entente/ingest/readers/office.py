"""What Word and OpenDocument files have in common: they are ZIPs, and may be bombs."""

import zipfile
from io import BytesIO

from entente.errors import InputError

UNPACKED = 200_000_000
"""Bytes that an office document may unpack to; its pictures are packed already, and 200 MB of markup is no release."""


def check_size(data: bytes) -> None:
    """Raise InputError, without a file name, when a document is encrypted, damaged or unpacks to too much."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            total = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise InputError("is a damaged office document: open it and save it again") from error
    if total > UNPACKED:
        raise InputError(
            f"unpacks to {total // 1_000_000:,} MB, more than the limit of {UNPACKED // 1_000_000} MB: "
            "a bomb, or to be split into its documents"
        )
