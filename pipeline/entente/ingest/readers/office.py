"""What Word and OpenDocument files have in common: they are ZIPs, and may be bombs."""

import zipfile
from io import BytesIO

from entente.errors import InputError

UNPACKED = 200_000_000
"""Bytes that an office document may unpack to; its pictures are packed already, and 200 MB of markup is no release."""

MANIFEST = "META-INF/manifest.xml"
"""Where an OpenDocument file lists its parts."""


def check_size(data: bytes) -> None:
    """Raise InputError, without a file name, when a document is encrypted, damaged or unpacks to too much."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            total = sum(member.file_size for member in archive.infolist())
            encrypted = _is_encrypted(archive)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise InputError("is a damaged office document: open it and save it again") from error
    if encrypted:
        raise InputError("is an encrypted document: save a copy without password")
    if total > UNPACKED:
        raise InputError(
            f"unpacks to {total // 1_000_000:,} MB, more than the limit of {UNPACKED // 1_000_000} MB: "
            "a bomb, or to be split into its documents"
        )


def _is_encrypted(archive: zipfile.ZipFile) -> bool:
    """The manifest says how each part is encrypted (OpenDocument 1.2, part 3, 3.4); Word uses another format for it."""
    if MANIFEST not in archive.namelist():
        return False
    with archive.open(MANIFEST) as manifest:
        return b"encryption-data" in manifest.read(100_000)
