"""How a worker process starts, and how it ends with the run that it works for."""

import gc
import os
import signal
import threading
from multiprocessing.connection import Connection

MANY = 50_000
"""New objects after which a worker looks for cycles: records are many small objects and no cycle, and with Python's 700
a release takes 4 % longer; some megabytes more are kept at most."""


def start_worker(lifeline: Connection) -> None:
    """Prepare a new process for work; light, since it runs before anything else is imported.

    Ctrl-C is for the parent, which then ends its workers. `lifeline` is the reading end of a pipe that only the parent
    can write to: when the parent closes it or dies, even by kill -9, the worker ends.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread a worker: the workers share the cores
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    gc.set_threshold(MANY)
    threading.Thread(target=_end_with, args=(lifeline,), name="lifeline", daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
