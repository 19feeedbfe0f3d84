"""Killed at any moment, a run goes on to the bytes of one that nobody disturbed.

`benchmarks/faults.py` kills a pool by the clock; here the moments are chosen: between any two statements of the ledger, in
the writing of the files, between two of their moves.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DRIVER = """
import json, os, signal, sys
from pathlib import Path
from entente.batch import chunks, database, engine, run, worker
from entente.store import folder

kills = json.loads(sys.argv[1])
chunks.CHUNK_SOURCES, engine.READ_CHARACTERS = 2, 300
run.LocalPool = lambda size: run.InProcess()


def killing(owner, name, left):
    whole = getattr(owner, name)
    def act(*arguments, **options):
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(*arguments, **options)
    setattr(owner, name, act)


PLACES = {"statement": (database.Database, "execute"), "writing": (folder._Several, "add"), "move": (Path, "replace")}
worker.warm()
for place, moment in kills:
    child = os.fork()
    if child == 0:
        killing(*PLACES[place], moment)
        run.extract(["archive"], Path("killed"))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
run.extract(["archive"], Path("killed"))
run.extract(["archive"], Path("calm"))
"""

TEXT = "La Ville de Lille et la Ville de {}, en Allemagne, ont signé un accord de coopération le 12 mars 2024.\n"
TOWNS = ["Kiel", "Bonn", "Ulm", "Jena", "Trier", "Essen", "Mainz", "Fulda", "Celle", "Hamm"]

KILLS = [
    *(("statement", moment) for moment in (1, 7, 9, 14, 23, 37, 61, 75)),
    ("writing", 4),
    ("move", 1),
    ("move", 9),
]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for town in TOWNS:
        (folder / f"{town}.txt").write_text(TEXT.format(town), encoding="utf-8")
    (folder / "Bonn2.txt").write_text(TEXT.format("Bonn"), encoding="utf-8")
    (folder / "vide.txt").write_text("", encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the runs that are killed are forked")
def test_killed_at_any_moment_a_run_ends_with_the_same_bytes(tmp_path: Path, archive: Path) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", DRIVER, json.dumps(KILLS)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert [int(code) for code in done.stdout.split()] == [-9] * len(KILLS)
    killed = files(tmp_path / "killed")
    assert killed == files(tmp_path / "calm")
    assert len(killed["records.jsonl"].splitlines()) == len(TOWNS)
    assert len(killed["sources.jsonl"].splitlines()) == len(TOWNS) + 2
