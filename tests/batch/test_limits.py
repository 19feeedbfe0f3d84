"""A document that takes too long is stopped, wherever it is read and whatever it catches."""

import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress

import pytest

from entente.batch import limits
from entente.batch.limits import SignalAlarm, ThreadAlarm, TimeLimit, TimeUp

SHORT = 0.05


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "AGAIN", SHORT)
    monkeypatch.setattr(limits, "POLL", SHORT)


def for_ever() -> None:
    while True:
        pass


def swallowing() -> None:
    with suppress(Exception):
        for_ever()


def swallowing_all() -> None:
    """What must not be done, and is: the second exception ends it."""
    with suppress(BaseException):
        for_ever()
    for_ever()


def in_main(act: Callable[[], object]) -> object:
    return act()


def in_thread(act: Callable[[], object]) -> object:
    results: list[object] = []
    thread = threading.Thread(target=lambda: results.append(act()))
    thread.start()
    thread.join()
    return results[0]


def is_stopped(act: Callable[[], object]) -> bool:
    with closing(TimeLimit(SHORT, hard=False)) as limit:
        try:
            limit.within(act)
        except TimeUp:
            return True
        return False


@pytest.mark.parametrize("place", [in_main, in_thread])
@pytest.mark.parametrize("act", [for_ever, swallowing, swallowing_all])
def test_what_takes_too_long_is_stopped(place: Callable[..., object], act: Callable[[], None]) -> None:
    assert place(lambda: is_stopped(act))


def test_waiting_is_stopped_too() -> None:
    started = time.monotonic()
    assert is_stopped(lambda: time.sleep(60))
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("place", [in_main, in_thread])
def test_what_ends_in_time_gives_its_result_and_nothing_comes_after(place: Callable[..., object]) -> None:
    def act() -> int:
        with closing(TimeLimit(SHORT, hard=True)) as limit:
            result = limit.within(lambda: 7)
            time.sleep(3 * SHORT)
            return result

    assert place(act) == 7


def test_signals_are_for_the_main_thread_only() -> None:
    def alarm() -> str:
        with closing(TimeLimit(1, hard=False)) as limit:
            return type(limit._alarm).__name__

    assert (alarm(), in_thread(alarm)) == (SignalAlarm.__name__, ThreadAlarm.__name__)
