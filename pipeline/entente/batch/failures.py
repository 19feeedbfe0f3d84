"""Errors as records."""

import traceback
from collections.abc import Callable
from typing import TypeVar

from pydantic import ValidationError

from entente.batch.limits import TimeUp
from entente.errors import EntenteError, LexiconError, ModelError, TimeLimitError, WorkerLostError
from entente.records import Failure

ADVICE = "this is a defect of entente: please report it with the text"

OURS = (ModelError, LexiconError)
"""Errors of the installation and of no document: they end the run, else each document would be told as failed."""

LATE = "{} took longer than a document may: split it into its documents, or give a longer --timeout"

LIMITS = "entente.batch.limits."
"""What is the innermost function when the time is up, and says nothing."""

T = TypeVar("T")


def attempt(source: str, act: Callable[[], T]) -> T | Failure:
    """The result of an act on one document, or its failure: the one broad `except` of the project.

    Raises ModelError and LexiconError, which no other document would escape.
    """
    try:
        return act()
    except OURS:
        raise
    except (Exception, TimeUp) as error:
        return failure_of(error, source)


def failure_of(error: BaseException, source: str) -> Failure:
    """What is recorded of an error: expected ones say what to do, others ask to be reported."""
    name = TimeLimitError.__name__ if isinstance(error, TimeUp) else type(error).__name__
    return Failure(source=source, error=name, message=_message(error, source), where=_where(error))


def timed_out(source: str) -> Failure:
    """Of a document that did not stop when its time was up, so that its process was ended."""
    return Failure(source=source, error=TimeLimitError.__name__, message=LATE.format(source), where=WORKER)


def lost_worker(source: str) -> Failure:
    """Of a document that ended the process that read it."""
    message = (
        f"{source} ended the process that read it, as often as it was tried (a crash, or more memory than there is): "
        "leave it out with --exclude, or report it with the document"
    )
    return Failure(source=source, error=WorkerLostError.__name__, message=message, where=WORKER)


WORKER = "entente.batch.worker"


def _message(error: BaseException, source: str) -> str:
    if isinstance(error, EntenteError):
        return str(error)
    if isinstance(error, TimeUp):
        return LATE.format(source)
    detail = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
    return f"{source} could not be read ({type(error).__name__}: {detail}): {ADVICE}"


def _where(error: BaseException) -> str:
    """The innermost function of entente on the way to the error: `entente.ingest.plain.read_plain`."""
    frames = [frame for frame, _ in traceback.walk_tb((error.__cause__ or error).__traceback__)]
    names = [f"{frame.f_globals.get('__name__', '')}.{frame.f_code.co_name}" for frame in frames]
    ours = [name for name in names if name.startswith("entente.") and not name.startswith(LIMITS)]
    return ours[-1] if ours else "entente"
