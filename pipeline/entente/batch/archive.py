"""The archive as the disk shows it: has it changed, and how far through it is a run?"""

import hashlib
from collections.abc import Sequence

from entente.batch.options import Options
from entente.ingest.sources import STDIN, top_level


class Archive:
    """The files that a run would open; one walk over their names, sizes and times, which are not kept."""

    def __init__(self, paths: Sequence[str], options: Options) -> None:
        digest = hashlib.blake2b("\n".join(options.selection()).encode(), digest_size=16)
        self.files = self.bytes = 0
        for name, size, changed in top_level(paths, options.walk):
            digest.update(f"{name}|{size}|{changed}\n".encode())
            self.files += 1
            self.bytes += max(size, 0)
        self.digest = None if STDIN in paths else digest.hexdigest()
        """The same as long as nothing has changed; None when nobody can tell, as with standard input."""
        self._entries = top_level(paths, options.walk)
        self._prefix, self._size, self._passed = "\0", 0, 0

    def passed(self, key: str) -> int:
        """Bytes of the files before the one that holds the source with this key; keys come in the order of the walk."""
        while not key.startswith(self._prefix):
            self._passed += self._size
            entry = next(self._entries, None)
            if entry is None:
                break
            self._prefix, self._size = "|".join(map(str, entry)), max(entry[1], 0)
        return self._passed
