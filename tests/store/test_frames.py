"""Frames hold what the Parquet tables hold."""

import entente
from entente.store.columns import RUN_TABLES, TABLES

TEXT = "Le maire de Tours a signé un accord avec la Ville de Gatineau (Canada) le 3 mai 2024."


def test_a_frame_a_table_with_the_documented_columns():
    frames = entente.to_frames(entente.read_many([TEXT]))
    assert list(frames) == [table for table in TABLES if table not in RUN_TABLES]
    assert all(list(frame.columns) == [name for name, _, _ in TABLES[table]] for table, frame in frames.items())
    assert list(frames["agreements"]["kind"]) == ["cooperation_agreement"]
    assert sorted(frames["agreement_parties"]["name"]) == ["Gatineau", "Tours"]


def test_a_text_that_comes_twice_has_its_facts_once():
    frames = entente.to_frames([entente.read(TEXT, source="a"), entente.read(TEXT, source="b")])
    assert len(frames["documents"]) == 2
    assert len(frames["agreements"]) == 1


def test_no_reading_gives_empty_frames():
    assert all(frame.empty for frame in entente.to_frames([]).values())
