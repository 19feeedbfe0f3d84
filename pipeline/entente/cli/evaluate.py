"""`entente evaluate`: figures against gold."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from entente.cli.exits import NOTHING_READ, SOME_FAILED, USAGE, say, stop

if TYPE_CHECKING:
    from entente.evaluation.gold import GoldCase
    from entente.records import Reading


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of NAME.txt with NAME.gold.json.")],
    records: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Score this records.jsonl instead of reading the texts.")
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="List every error before the figures.")] = False,
    rules: Annotated[
        bool, typer.Option("--rules", help="Also compare each rule's confidence with its success.")
    ] = False,
    reliability: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the reliability diagram (.svg or .png).")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Print precision, recall and F1 of each kind of fact and of each slot.

    Example: `entente evaluate corpus/dev --verbose`

    Exit codes: 0 scored · 1 some texts or gold files could not be read · 2 wrong usage · 3 nothing could be scored.
    """
    from entente.errors import OutputError
    from entente.evaluation.calibration import calibration_report, plot_reliability
    from entente.evaluation.report import report, rules_report
    from entente.evaluation.scores import score

    cases, bad_gold = _cases(folder)
    readings, failed = _from_file(records) if records else _from_texts(folder, cases)
    scores = score(cases, readings)
    if verbose:
        for error in scores.errors:
            typer.echo(error)
    typer.echo(json.dumps(scores.figures(), indent=2) if as_json else report(scores))
    if not as_json:
        typer.echo(f"\n{calibration_report(scores.outcomes)}")
    if rules:
        typer.echo(f"\n{rules_report(scores)}")
    if reliability:
        try:
            plot_reliability(scores.outcomes, reliability)
        except OutputError as error:
            stop(error, USAGE)
    if bad_gold or failed:
        raise typer.Exit(SOME_FAILED)


def _cases(folder: Path) -> "tuple[list[GoldCase], int]":
    """The gold cases that parse, and how many do not."""
    from entente.errors import GoldError
    from entente.evaluation.gold import gold_files, read_gold

    cases, bad = [], 0
    try:
        files = gold_files(folder)
    except GoldError as error:
        stop(error, NOTHING_READ)
    for path in files:
        try:
            cases.append(read_gold(path))
        except GoldError as error:
            say(f"entente: {error}")
            bad += 1
    if not cases:
        stop(f"{folder} holds no gold file that parses: correct the ones named above", NOTHING_READ)
    return cases, bad


def _from_texts(folder: Path, cases: "list[GoldCase]") -> "tuple[dict[str, Reading], int]":
    """Readings of the texts that stand beside the gold, by case name, and how many failed."""
    from entente.batch import read_sources
    from entente.ingest.sources import file_source
    from entente.records import Failure

    readings, failed = {}, 0
    outcomes = read_sources(file_source(str(folder / f"{case.name}.txt")) for case in cases)
    for case, outcome in zip(cases, outcomes, strict=True):
        if isinstance(outcome, Failure):
            say(f"entente: {outcome.message}")
            failed += 1
        else:
            readings[case.name] = outcome
    return readings, failed


def _from_file(path: Path) -> "tuple[dict[str, Reading], int]":
    """Readings of an earlier run, by the stem of their source."""
    from entente.errors import InputError
    from entente.store.jsonl import read_jsonl

    try:
        return {_stem(reading.document.source or ""): reading for reading in read_jsonl(path)}, 0
    except InputError as error:
        stop(error, NOTHING_READ)


def _stem(source: str) -> str:
    """`archive.zip!folder/D1.txt` → `D1`."""
    return Path(source.replace("#", "!").rsplit("!", 1)[-1]).stem
