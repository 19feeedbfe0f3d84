"""The workers of a Dask cluster, behind the interface of a pool."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from entente.batch.version import pipeline_version
from entente.errors import ClusterError

try:
    from distributed import Client, LocalCluster, WorkerPlugin
    from distributed.scheduler import KilledWorker
except ImportError as error:
    raise ClusterError(f"--dask needs Dask ({error}): pip install 'entente[dask]'") from error

LOCAL = "local"
"""In place of an address: a cluster of this machine, for this run."""

PATIENCE = 60
"""Seconds to wait for a scheduler, which a batch system may be about to start."""

COUNTED_EVERY = 5.0
"""Seconds between two counts of the workers, which come and go."""


GONE = "the Dask scheduler has gone; what is done is kept: start it again and give the same command"


class Loaded(WorkerPlugin):  # type: ignore[misc]
    """Holds the model on each worker, those included that join later, before the first task comes."""

    name = "entente"

    def __init__(self, version: str) -> None:
        self.version = version

    def setup(self, worker: Any) -> None:
        """Load the model; refuse a worker of another version, whose readings would be others."""
        if pipeline_version() != self.version:
            raise ClusterError(f"a worker has entente {pipeline_version()}, this is {self.version}: install the same")
        from entente.batch.worker import warm  # noqa: PLC0415 - on the worker only

        warm()


class Cluster:
    """Workers that Dask starts, watches and replaces; Dask itself gives the task of a lost one to another."""

    carries = True
    hard = True
    lost: tuple[type[BaseException], ...] = (KilledWorker,)

    def __init__(self, address: str, workers: int | None = None) -> None:
        self._cluster = None
        if address == LOCAL:
            self._cluster = LocalCluster(workers, threads_per_worker=1, processes=True, dashboard_address=None)
        try:
            self._client = Client(self._cluster or address, timeout=PATIENCE)
        except (OSError, ValueError) as error:
            raise ClusterError(f"no Dask scheduler answers at {address} ({error}): check its address") from error
        try:
            self._client.register_plugin(Loaded(pipeline_version()))
        except Exception as error:
            self.close()
            raise ClusterError(
                f"the workers at {address} cannot read releases ({error}): install entente there"
            ) from error
        self._executor = self._client.get_executor(pure=False)
        self._size, self._counted = 1, 0.0

    @property
    def size(self) -> int:
        """Workers that are there now; at least one, for which Dask then waits."""
        if time.monotonic() - self._counted > COUNTED_EVERY:
            try:
                self._size = max(1, len(self._client.nthreads()))
            except OSError as error:
                raise ClusterError(GONE) from error
            self._counted = time.monotonic()
        return self._size

    def submit(self, act: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Do this on any worker."""
        if self._client.status not in ("running", "connecting"):
            raise ClusterError(GONE)
        future: Future[Any] = self._executor.submit(act, *arguments)
        return future

    submit_alone = submit

    def close(self) -> None:
        """Leave the cluster; end it where it is this run's own."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()
