"""Errors as records."""

import traceback

from pydantic import ValidationError

from entente.errors import EntenteError
from entente.records import Failure

ADVICE = "this is a defect of entente: please report it with the text"


def failure_of(error: Exception, source: str) -> Failure:
    """What is recorded of an error: expected ones say what to do, others ask to be reported."""
    return Failure(
        source=source, error=type(error).__name__, message=_message(error, source), where=_where(error)
    )  # fmt: skip


def _message(error: Exception, source: str) -> str:
    if isinstance(error, EntenteError):
        return str(error)
    detail = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
    return f"{source} could not be read ({type(error).__name__}: {detail}): {ADVICE}"


def _where(error: Exception) -> str:
    """The innermost function of entente on the way to the error: `entente.ingest.plain.read_plain`."""
    frames = [frame for frame, _ in traceback.walk_tb((error.__cause__ or error).__traceback__)]
    names = [f"{frame.f_globals.get('__name__', '')}.{frame.f_code.co_name}" for frame in frames]
    return next((name for name in reversed(names) if name.startswith("entente.")), "entente")
