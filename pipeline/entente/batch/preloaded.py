"""Importing this module loads the model: it is what the fork server imports, once, before workers are forked from it.

The one exception to the rule that an import loads nothing: `multiprocessing` can be told a module to import, not a
function to call. Workers then start in 10 ms instead of two seconds, and share the memory of the model."""

import contextlib
import gc
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy: a fork must not find threads
os.environ.setdefault("OMP_NUM_THREADS", "1")

from entente.batch import worker

with contextlib.suppress(Exception):  # a worker that cannot load what it needs says so; a fork server can say nothing
    worker.warm()
gc.collect()
gc.freeze()  # a collection in a worker must not write to, and so copy, all pages of the model
