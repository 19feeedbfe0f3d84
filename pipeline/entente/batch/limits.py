"""A time limit for each document: first an exception, then the end of the process."""

import ctypes
import faulthandler
import os
import signal
import threading
import time
from collections.abc import Callable
from functools import cache
from types import FrameType
from typing import Protocol, TypeVar

GRACE = 15.0
"""Seconds between the exception and the end of the process: C code that returns at all returns within them."""

AGAIN = 1.0
"""Seconds after which the exception comes again, where a library has swallowed it."""

STALE = 1.0
"""Seconds for which the end of the process is set once for all documents: to set it takes 0.05 ms, a thread each time,
of the 1 ms that an irrelevant document takes."""

POLL = 0.25
"""Seconds between two looks of the thread that watches another."""

T = TypeVar("T")


class TimeUp(BaseException):
    """The time of a document is up; no `Exception`, so that the broad `except` of a library lets it pass."""


class Alarm(Protocol):
    """Raises TimeUp in the thread that made it, again and again from a moment on, until it is turned off."""

    def on(self, seconds: float) -> None:
        """Raise in so many seconds."""

    def off(self) -> None:
        """Raise no more."""

    def close(self) -> None:
        """Be of no more use."""


class TimeLimit:
    """The limit for documents that are read one after the other, in the thread that made it."""

    def __init__(self, seconds: float, *, hard: bool) -> None:
        self._seconds, self._hard = seconds, hard
        in_main = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
        self._alarm: Alarm = SignalAlarm() if in_main else ThreadAlarm()
        self._set = float("-inf")

    def within(self, act: Callable[[], T]) -> T:
        """The result of an act; raises TimeUp when it takes too long, and if hard ends the process GRACE seconds later.

        The exception needs code that comes back to the interpreter. The end does not: it is the work of a C thread, for
        a regular expression or a parser that never returns.
        """
        self._set_end()
        self._alarm.on(self._seconds)
        try:
            try:
                return act()
            finally:
                self._alarm.off()
        except TimeUp:
            self._alarm.off()  # it may have come just before it was turned off
            raise

    def close(self) -> None:
        """Let the process live, whatever it does next."""
        self._alarm.close()
        if self._hard:
            faulthandler.cancel_dump_traceback_later()

    def _set_end(self) -> None:
        now = time.monotonic()
        if self._hard and now - self._set > STALE:
            faulthandler.dump_traceback_later(self._seconds + GRACE, exit=True, file=_nowhere())
            self._set = now


class SignalAlarm:
    """For the main thread of a POSIX process: a signal, which also wakes it from waiting for a disk."""

    def __init__(self) -> None:
        self._former = signal.signal(signal.SIGALRM, self._ring)

    def on(self, seconds: float) -> None:
        """Raise in so many seconds."""
        signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)

    def off(self) -> None:
        """Raise no more."""
        signal.setitimer(signal.ITIMER_REAL, 0)

    def close(self) -> None:
        """Give the signal back."""
        signal.signal(signal.SIGALRM, self._former)

    def _ring(self, number: int, frame: FrameType | None) -> None:
        raise TimeUp


class ThreadAlarm:
    """For any other thread, such as those of Dask: another thread that has the interpreter raise in it."""

    def __init__(self) -> None:
        self._watched = ctypes.c_ulong(threading.get_ident())
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._deadline = float("inf")
        threading.Thread(target=self._watch, name="time limit", daemon=True).start()

    def on(self, seconds: float) -> None:
        """Raise in so many seconds."""
        with self._lock:
            self._deadline = time.monotonic() + seconds

    def off(self) -> None:
        """Raise no more, nor what was to be raised and has not been yet."""
        with self._lock:
            self._deadline = float("inf")
            self._raise(None)

    def close(self) -> None:
        """End the thread that watches."""
        self._closed.set()

    def _watch(self) -> None:
        while not self._closed.wait(POLL):
            with self._lock:
                if time.monotonic() >= self._deadline:
                    self._deadline += AGAIN
                    self._raise(TimeUp)

    def _raise(self, error: type[BaseException] | None) -> None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(self._watched, error and ctypes.py_object(error))


@cache
def _nowhere() -> int:
    """Where the traceback of a process that is ended goes: a descriptor that stays open."""
    return os.open(os.devnull, os.O_WRONLY)
