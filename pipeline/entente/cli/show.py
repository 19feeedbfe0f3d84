"""`entente show`: one document's facts in the terminal, in French."""

import sys

import typer
from rich.console import Console

from entente.cli.exits import NOTHING_READ, stop
from entente.cli.options import Published


def show(
    file: str = typer.Argument(metavar="FILE", help="A release (.txt, .html), or - for standard input."),
    published: Published = None,
) -> None:
    """Print the facts of one release, in French, each with its evidence highlighted in its sentence.

    Example: `entente show communique.txt`

    Exit codes: 0 read · 2 wrong usage · 3 the document cannot be read.
    """
    from entente.annotations import get_sentences
    from entente.assembly import annotate
    from entente.cli.page import print_page
    from entente.errors import InputError
    from entente.ingest.sources import file_source, read_source
    from entente.normalise import to_reading

    try:
        doc = annotate(read_source(file_source(file), published=published))
    except InputError as error:
        stop(error, NOTHING_READ)
    sentences = [(sentence["start"], sentence["end"]) for sentence in get_sentences(doc)]
    print_page(to_reading(doc), sentences, Console(file=sys.stdout, highlight=False))
