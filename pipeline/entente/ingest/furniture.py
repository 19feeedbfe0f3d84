"""Files that stand beside documents and never are one: they are left out of folders and archives without a word.

Everything else that a folder or archive holds is accounted for: an image or a program among releases is a failure with
its name, since it may be the scan that an analyst misses. Of a crawl (WARC) only documents are taken, for a browser
fetches everything.
"""

import re

_FURNITURE = re.compile(
    r"""
      (?:^|/)(?:
          \.[^/]*                       # hidden files and folders
        | __MACOSX/.*                   # what macOS adds to an archive
        | (?:Thumbs\.db|desktop\.ini)   # what Windows adds to a folder
        | ~\$[^/]*                      # what Word leaves beside an open document
        | robots\.txt
      )$
    | (?:^|/)\.[^/]+/                   # whatever is in a hidden folder
    | \.(?:css|less|scss|m?js|map|wasm|woff2?|ttf|otf|eot|ico|cur|svg)$  # what makes a page look and move
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_furniture(name: str) -> bool:
    """True for a path, inside its folder or archive, that holds no document whatever its content."""
    return _FURNITURE.search(name) is not None
