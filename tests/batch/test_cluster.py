"""A real Dask cluster on this machine: a worker is killed in the middle of a run, and the bytes are the same."""

import logging
import os
import signal
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from entente.batch import Options, Progress, extract, run
from entente.batch.executors import InProcess
from entente.errors import ClusterError

distributed = pytest.importorskip("distributed")

TEXT = "La Ville de Lille et la Ville de {}, en Allemagne, ont signé un accord de coopération le 12 mars 2024.\n"
TOWNS = ["Kiel", "Bonn", "Ulm", "Jena", "Trier", "Essen", "Mainz", "Fulda", "Celle", "Hamm", "Bochum", "Coburg"]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    for town in TOWNS:
        (folder / f"{town}.txt").write_text(TEXT.format(town), encoding="utf-8")
    (folder / "Bonn2.txt").write_text(TEXT.format("Bonn"), encoding="utf-8")
    (folder / "absent.txt").symlink_to(folder / "nowhere.txt")
    return folder


@pytest.fixture(scope="module")
def cluster() -> "Iterator[distributed.LocalCluster]":
    logging.getLogger("distributed").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Dask's own making
        with distributed.LocalCluster(2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
            yield cluster


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.filterwarnings("ignore")
def test_a_worker_that_is_killed_costs_nothing(
    archive: Path, tmp_path: Path, cluster: "distributed.LocalCluster", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("entente.batch.chunks.CHUNK_SOURCES", 2)
    monkeypatch.setattr("entente.batch.engine.READ_CHARACTERS", 100)
    monkeypatch.setattr("entente.batch.cluster.COUNTED_EVERY", 0.0)
    killed: list[int] = []

    def watch(progress: Progress) -> bool:
        if progress.documents >= 4 and not killed:
            killed.append(next(iter(cluster.workers.values())).process.process.pid)
            os.kill(killed[0], signal.SIGKILL)
        return True

    report = extract([str(archive)], tmp_path / "dask", options=Options(dask=cluster.scheduler_address), watch=watch)
    assert killed
    assert {name: count for name, count in report.outcomes.items() if count} == {
        "facts": len(TOWNS), "duplicate": 1, "failed": 1,
    }  # fmt: skip
    monkeypatch.setattr(run, "LocalPool", lambda size: InProcess())
    extract([str(archive)], tmp_path / "local")
    assert files(tmp_path / "dask") == files(tmp_path / "local")


@pytest.mark.filterwarnings("ignore")
def test_no_scheduler_is_told(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("entente.batch.cluster.PATIENCE", 0.1)
    with pytest.raises(ClusterError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1 .*check its address"):
        extract([str(archive)], tmp_path / "out", options=Options(dask="tcp://127.0.0.1:1"))


@pytest.mark.filterwarnings("ignore")
def test_workers_of_another_version_are_refused(
    archive: Path, tmp_path: Path, cluster: "distributed.LocalCluster", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("entente.batch.cluster.pipeline_version", lambda: "9.9.9 (0123)")
    with pytest.raises(ClusterError, match=r"this is 9\.9\.9 \(0123\)"):
        extract([str(archive)], tmp_path / "out", options=Options(dask=cluster.scheduler_address))
