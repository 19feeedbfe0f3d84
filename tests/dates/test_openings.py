"""No rule begins with a word that its openings lack: each is tried at every word, listed or not."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from entente.dates.grammar import openings, periods, simple
from entente.dates.grammar.bounds import bound
from entente.dates.grammar.lengths import every, length
from entente.dates.grammar.lists import day_list, month_list
from entente.dates.grammar.openings import opening, rules_at
from entente.dates.grammar.ranges import interval, weekday_pair
from entente.dates.tokens import Tokens, tokenise
from entente.dates.words import feast_forms, words

HERE = Path(__file__).parent
WHOLE = (bound, interval, weekday_pair, every, simple.simple, length, day_list, month_list)
RULES = {rule.__name__: rule for rule in (*WHOLE, *simple.RULES, *periods.RULES)}


def phrases() -> Iterator[str]:
    """The phrases of the tests, and each word of time beside others."""
    yield from (HERE / "phrases.txt").read_text(encoding="utf-8").replace("<", " <").splitlines()
    for path in sorted((HERE / "families").rglob("*")):
        if path.is_file():
            yield from path.read_text(encoding="utf-8").splitlines()
    for path in sorted((HERE.parents[1] / "corpus" / "train").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    table = words()
    listed = [
        *table.openers,
        *table.anchors,
        *table.numbers,
        *table.ordinals,
        *table.parts,
        *table.bounds,
        *feast_forms(),
    ]
    yield from (f"{word} {after}" for word in listed for after in ("mars 2018", "de mai", "3 jours", "lundi prochain"))


@pytest.fixture(scope="module")
def texts() -> list[Tokens]:
    return [tokenise(phrase) for phrase in phrases()]


@pytest.mark.parametrize("name", sorted(openings.openings()))
def test_every_rule_with_openings_is_one_of_the_grammar(name: str):
    assert name in RULES


@pytest.mark.parametrize("rule", [pytest.param(rule, id=name) for name, rule in RULES.items()])
def test_a_rule_reads_nothing_where_it_may_not_begin(rule: Callable[..., Any], texts: list[Tokens]):
    read = 0
    for t in texts:
        for i in range(len(t)):
            if rule(t, i):
                assert rules_at(opening(t, i), (rule,)), f"{rule.__name__} begins with {t.word(i)!r} in {t.text[:80]!r}"
                read += 1
    assert read, "no phrase of the tests is read by this rule"


def test_the_rules_at_a_word_keep_their_order():
    at_number = rules_at(openings.FIGURES, simple.RULES)
    assert [rule.__name__ for rule in at_number][:3] == ["beside", "run", "day"]
    assert rules_at("maire", simple.RULES) == ()
