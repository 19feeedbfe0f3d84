"""Libraries that read formats, kept quiet: what is wrong with a document is told once, by its failure."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

TALKATIVE = (
    *("charset_normalizer", "courlan", "docx", "feedparser", "htmldate", "justext"),
    *("odfdo", "pypdfium2", "readability", "trafilatura", "warcio"),
)
"""Loggers of the libraries; a program that wants their messages sets handlers of its own, which still get them."""

for name in TALKATIVE:
    logging.getLogger(name).addHandler(logging.NullHandler())


@contextmanager
def quiet() -> Iterator[None]:
    """Without the warnings of libraries, which name lines of their code and no document."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
