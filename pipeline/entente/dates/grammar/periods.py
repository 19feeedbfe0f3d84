"""Periods with a name of their own, all of them in the order in which they are tried."""

from entente.dates.grammar.days import bare_month_allowed, month
from entente.dates.grammar.feasts import feast
from entente.dates.grammar.names import month_name
from entente.dates.grammar.openings import opening, rules_at_each
from entente.dates.grammar.parts import part
from entente.dates.grammar.ranks import fraction, nth
from entente.dates.grammar.seasons import school_year, season
from entente.dates.grammar.weeks import week
from entente.dates.grammar.years import Match, century, decade, half_century
from entente.dates.tokens import Tokens


def named_period(t: Tokens, i: int) -> Match | None:
    """Any period with a name of its own that begins at `i`."""
    if t.word(i) == "mois" and t.word(i + 1) in ("de", "d'"):
        return month(t, i + 2, bare=True)
    for rule in _rules(opening(t, i)):
        found: Match | None = rule(t, i)
        if found:
            return found
    return None


def month_alone(t: Tokens, i: int) -> Match | None:
    """`mars 2018`, and `mars` where a month may stand by itself."""
    return month(t, i, bare=bare_month_allowed(t, i)) if month_name(t, i, beside=True) else None


RULES = (half_century, fraction, nth, week, century, decade, part, feast, season, school_year, month_alone)
"""In the order in which they are tried."""

_rules = rules_at_each(RULES)
