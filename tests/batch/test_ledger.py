"""The ledger: whole or not at all, in one hand, and with advice when the disk says no."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from entente.batch.database import FILE, HIDDEN, Database
from entente.batch.fingerprint import Fingerprint
from entente.batch.ledger import Entry, Ledger
from entente.batch.work import Prepared, Read
from entente.errors import OutputError
from entente.records import Failure

FAILURE = Failure(source="b.txt", error="InputError", message="b.txt is empty", where="entente")
PREPARED = Prepared(
    name="a.txt", state="relevant", document_id="0123456789abcdef", title="Titre", published=date(2024, 3, 12),
    date_origin="metadata", date_precision="day", score=1.5, fingerprint=Fingerprint(b"sign", b"word"),
)  # fmt: skip
FAILED = Prepared(name="b.txt", state="failed", failure=FAILURE)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(Database(tmp_path)) as database:
        yield Ledger(database)


def write(ledger: Ledger) -> int:
    with ledger.database.transaction():
        id = ledger.add("a|1|2", PREPARED)
        ledger.decide(1, id, "read", None)
    return id


def test_what_is_written_is_known_again(ledger: Ledger) -> None:
    id = write(ledger)
    assert ledger.known(["a|1|2", "z|1|2"]) == {"a|1|2": Entry(id, PREPARED, read=False)}
    with ledger.database.transaction():
        ledger.add_reading(id, Read(kept=b"{}", counts=(1, 0, 0, 0, 2, 3)))
    assert ledger.known(["a|1|2"]) == {"a|1|2": Entry(id, PREPARED, read=True)}


def test_a_source_known_again_keeps_its_id(ledger: Ledger) -> None:
    id = write(ledger)
    with ledger.database.transaction():
        assert ledger.add("a|1|2", PREPARED) == id


def test_a_transaction_that_breaks_leaves_nothing(ledger: Ledger) -> None:
    def broken() -> None:
        with ledger.database.transaction():
            ledger.add("a|1|2", PREPARED)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert ledger.known(["a|1|2"]) == {}


@pytest.mark.parametrize(
    ("read", "outcome"),
    [
        (None, None),
        (Read(kept=b"x", counts=(0, 1, 0, 0, 2, 3)), "facts"),
        (Read(kept=b"x", counts=(0, 0, 0, 4, 2, 3)), "no_facts"),
        (Read(failure=FAILURE), "failed"),
    ],
)
def test_how_a_document_ends(ledger: Ledger, read: Read | None, outcome: str | None) -> None:
    id = write(ledger)
    if read is not None:
        with ledger.database.transaction():
            ledger.add_reading(id, read)
    assert [row.outcome for row in ledger.rows()] == [outcome]


def test_failures_are_forgotten_with_what_hangs_on_them(ledger: Ledger) -> None:
    id = write(ledger)
    with ledger.database.transaction():
        ledger.add("b|1|2", FAILED)
        ledger.add_reading(id, Read(failure=FAILURE))
    ledger.forget_failures()
    assert ledger.known(["a|1|2", "b|1|2"]) == {"a|1|2": Entry(id, PREPARED, read=False)}


def test_notes_are_changed_together(ledger: Ledger) -> None:
    ledger.note(version="1", running="yes")
    ledger.note(version="2", running=None)
    assert (ledger.about("version"), ledger.about("running")) == ("2", None)


def test_two_runs_never_share_an_output(tmp_path: Path, ledger: Ledger) -> None:
    with pytest.raises(OutputError, match="is in use by another run: wait for its end"):
        Database(tmp_path)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / HIDDEN).mkdir()
    (tmp_path / HIDDEN / FILE).write_text("not a database, at all, whatever its name says" * 100)
    with pytest.raises(OutputError, match=r"has a damaged ledger .* remove its folder \.entente"):
        Database(tmp_path)


def test_a_full_disk_is_told_and_loses_nothing(ledger: Ledger) -> None:
    id = write(ledger)
    (pages,) = ledger.database.one("PRAGMA page_count")
    ledger.database.execute(f"PRAGMA max_page_count = {pages}")

    def too_much() -> None:
        with ledger.database.transaction():
            for number in range(1_000):
                ledger.add(f"{number}|1|2", PREPARED)

    with pytest.raises(OutputError, match="free some space and give the same command again"):
        too_much()
    assert ledger.known(["a|1|2", "0|1|2"]) == {"a|1|2": Entry(id, PREPARED, read=False)}


def test_without_an_output_nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(Database(None)) as database:
        assert write(Ledger(database)) == 1
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_sqlite(tmp_path: Path) -> None:
    with closing(Database(tmp_path)) as database:
        write(Ledger(database))
    with closing(sqlite3.connect(tmp_path / HIDDEN / FILE)) as connection:
        assert connection.execute("SELECT count(*) FROM prepared").fetchone() == (1,)
