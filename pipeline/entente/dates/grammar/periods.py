"""Periods with a name of their own, all of them in the order in which they are tried."""

from entente.dates.grammar.days import bare_month_allowed, month
from entente.dates.grammar.feasts import feast
from entente.dates.grammar.names import month_name
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
    return (
        half_century(t, i)
        or fraction(t, i)
        or nth(t, i)
        or week(t, i)
        or century(t, i)
        or decade(t, i)
        or part(t, i)
        or feast(t, i)
        or season(t, i)
        or school_year(t, i)
        or (month(t, i, bare=bare_month_allowed(t, i)) if month_name(t, i, beside=True) else None)
    )
