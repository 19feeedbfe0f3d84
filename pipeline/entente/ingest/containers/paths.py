"""Paths of members, which an archive may write in any way."""

import re

_DRIVE = re.compile(r"\A[A-Za-z]:(?=[\\/])")


def inside(path: str) -> str:
    """The path below the archive: `../../etc/passwd` → `etc/passwd`, `C:\\\\textes\\\\a.txt` → `textes/a.txt`.

    Members are read in memory and written nowhere, so that a path that climbs out of its archive does no harm; its name
    must not look as if it had.
    """
    parts = _DRIVE.sub("", path).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "sans nom"
