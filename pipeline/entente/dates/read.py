"""Read the dates of a text: find, then resolve from left to right."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from entente.dates.dateline import issue_month, publication_date
from entente.dates.grammar import find_in
from entente.dates.nodes import Clock, Day, Expression, Found, Interval, Month, Open, Part, Season, Then, Weekday, Year
from entente.dates.resolve import Context, Period, TenseReader, resolve
from entente.dates.resolve.tense import PAST, is_participle
from entente.dates.tokens import BREAK, Tokens, tokenise
from entente.dates.words import refusals

_BESIDE = 4
"""Tokens that may stand between a year and a date that belongs to it."""
_JOINTS = frozenset([",", "sans", "doute", "probablement", "peut", "-", "etre", "soit", "le", "("])
"""What may stand between a week and the day of it that is meant."""
_LEAD = 600
"""Characters in which a text tells its news."""
_BRIEF = 12
"""Tokens of a note or a request, which has no verb to tell past from future."""
_ENDS = frozenset([".", ";", BREAK, "a", "ont", "est", "sont", "et", "ou", "il", "elle", "ils", "elles"])


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression with its value; days are ISO strings, offsets those of the text."""

    text: str
    start: int
    end: int
    type: str
    edtf: str | None
    earliest: str | None
    latest: str | None
    mod: str | None
    duration: str | None
    time: str | None
    """Time of day of a `TIME`, whose `edtf` is its day: `09:30/11:00`."""
    inferred: bool
    conflict: bool

    def as_dict(self) -> dict[str, Any]:
        """The fields, plain."""
        return asdict(self)


def read_dates(text: str, reference: date | str | None = None) -> list[DateMention]:
    """Every time expression of a text, valued: `read_dates("signé hier", "2024-05-24")` → one mention of `2024-05-23`.

    `reference` is the day, or moment, of writing (a date, a datetime, or an ISO string); without it the date line of
    the text serves, where it has one. Raises ValueError when `reference` is a string that is not ISO 8601.
    """
    return read_with_date(text, reference)[0]


def read_with_date(text: str, reference: date | str | None = None) -> tuple[list[DateMention], date | None]:
    """The time expressions, and the day of writing: the one given, else the one that the text itself gives."""
    tokens = tokenise(text)
    found = find_in(tokens)
    moment = as_moment(reference)
    now = moment.date() if isinstance(moment, datetime) else moment
    if now is None:
        now = publication_date(text, found)
    issue = issue_month(text, found) if now is None else None
    context = Context(
        reference=now or issue,
        moment=moment if isinstance(moment, datetime) else None,
        issue=issue is not None,
        brief=_is_brief(tokens),
    )
    _know(found, context)
    return _mentions(tokens, found, context), now


def _is_brief(tokens: Tokens) -> bool:
    """True for a few words that tell of nothing done: «coiffeur jeudi», and not «accord signé jeudi»."""
    return len(tokens) <= _BRIEF and not any(is_participle(tokens.raw(k), tokens.word(k)) for k in range(len(tokens)))


def as_moment(reference: date | str | None) -> date | datetime | None:
    """A day or moment given as a date, a datetime or an ISO string; midnight is no moment, only the day."""
    if isinstance(reference, str):
        moment = datetime.fromisoformat(reference.strip())
        if not moment.hour and not moment.minute:
            return moment.date()
        return moment.replace(tzinfo=None)
    return reference


def _know(found: list[Found], context: Context) -> None:
    """Note the days of the text that have a year of their own, before any value is worked out."""
    for item in found:
        if context.lead is None and item.start < _LEAD and isinstance(item.node, Day) and item.node.weekday is not None:
            context.lead = _day_of(item.node)
        if _dated(item.node) and (period := resolve(item.node, Context())) and period.first:
            context.known.append((item.start, period.first))
        elif isinstance(item.node, Month) and item.node.year is not None:
            context.months.append((item.start, date(item.node.year, item.node.month, 15)))
    context.latest = max((day for _, day in context.known), default=None)


def _day_of(node: Day) -> date | None:
    """The day of an expression that has its year, where no weekday contradicts it."""
    found = resolve(node, Context()) if _dated(node) else None
    return found.first if found and not found.conflict else None


def _dated(node: Expression) -> bool:
    """True for a day, or an interval of days or months, with its year."""
    if isinstance(node, Interval):
        return _dated(node.left) and _dated(node.right)
    return isinstance(node, Day) and node.year is not None and node.month is not None


def _mentions(tokens: Tokens, found: list[Found], context: Context) -> list[DateMention]:
    mentions: list[DateMention] = []
    periods: list[Period | None] = []
    tenses = TenseReader(tokens)
    for index, item in enumerate(found):
        if isinstance(item.node, Clock):
            periods.append(None)
            continue
        context.at = item.start
        context.tense = tenses.around(item.first, item.after) if _needs_tense(item.node) else None
        between = tokens.words[found[index - 1].after : item.first] if index else []
        context.joined = bool(between) and all(word in _JOINTS for word in between)
        context.apart = BREAK in tokens.words[context.focus_after : item.first]
        context.demonstrative = tokens.word(item.first) in ("ce", "cet", "cette")
        context.timed = any(isinstance(other.node, Clock) for other in found[max(0, index - 1) : index + 2])
        period = resolve(_with_year_before(tokens, found, index), context)
        periods.append(period)
        if not _of_an_act(tokens, item):
            _follow(context, item, period)
    for index, item in enumerate(found):
        value = _clock(index, found, periods) if isinstance(item.node, Clock) else periods[index]
        mentions.append(_mention(tokens.text, item, value))
    return mentions


def _with_year_before(tokens: Tokens, found: list[Found], index: int) -> Expression:
    """The year told just before goes with a date that has none: «pour 2024, sans doute au printemps»."""
    node = found[index].node
    if (
        index == 0
        or not isinstance(node, (Day, Month, Season))
        or (node.year, node.shift, node.of) != (None, None, None)
    ):
        return node
    before = found[index - 1]
    between = tokens.words[before.after : found[index].first]
    apart = len(between) > _BESIDE or any(word in _ENDS for word in between)
    apart = apart or any(is_participle(tokens.raw(k), tokens.word(k)) for k in range(before.after, found[index].first))
    told = isinstance(before.node, Year) or before.node == Then("year", 0)
    if not told or apart or (isinstance(node, Day) and node.month is None):
        return node
    return replace(node, of=before.node)


def _needs_tense(node: Expression) -> bool:
    """False for a date that stands by itself, so that no verb is looked for."""
    return not (isinstance(node, (Day, Month)) and node.year is not None)


def _of_an_act(tokens: Tokens, item: Found) -> bool:
    """True for the date of a law, which tells when nothing in the text happened: «la loi n° 83-663 du 22 juillet»."""
    acts = refusals()["act_words"]
    near = range(item.first - 8, item.first - 1)
    return tokens.word(item.first - 1) == "du" and any(len(tokens.word(k)) > 2 and tokens.word(k) in acts for k in near)


def _follow(context: Context, item: Found, period: Period | None) -> None:
    """Move the focus of the discourse on to the date just told."""
    if isinstance(item.node, Open):
        of = item.node.of
        told = isinstance(of, Day) or (item.node.tense == PAST and isinstance(of, (Month, Year)))
        period = resolve(of, context) if told else None
    if period is None or period.first is None or period.last is None or period.type != "DATE":
        return
    context.focus, context.focus_at, context.focus_after = period, item.start, item.after
    context.opened = isinstance(item.node, Open)
    if context.reference is None or period.first <= context.reference:
        context.past_focus = period
    if period.unit in ("day", "span"):
        context.day_focus = period
    context.focus_weekday = isinstance(item.node, Weekday) or (
        isinstance(item.node, Day) and item.node.weekday is not None
    )
    if isinstance(item.node, (Day, Interval, Weekday)) and context.reference is None and not _dated(item.node):
        context.known.append((item.start, period.first))
        context.known.sort()


def _clock(index: int, found: list[Found], periods: list[Period | None]) -> Period | None:
    """A time of day takes the day of its neighbour: the date before it, else the one after."""
    node = found[index].node
    if not isinstance(node, Clock):
        return None
    near = [k for k in (index - 1, index + 1) if 0 <= k < len(found) and _one_day(periods[k])]
    near.sort(key=lambda k: _gap(found[k], found[index]))
    day = periods[near[0]] if near else None
    if day is None or day.first is None:
        return Period(None, None, None, "time", type="TIME", time=_iso_time(node))
    return replace(day, type="TIME", unit="time", mod=None, time=_iso_time(node))


def _iso_time(node: Clock) -> str:
    """`09:30`, `09:30/11:00`, `10:00/..`."""
    start = f"{node.hour % 24:02}:{node.minute:02}"
    if node.until:
        return f"{start}/{node.until[0] % 24:02}:{node.until[1]:02}"
    return f"{start}/.." if node.side == "since" else f"../{start}" if node.side == "until" else start


def _gap(one: Found, other: Found) -> int:
    """Tokens between two expressions."""
    return max(one.first, other.first) - min(one.after, other.after)


def _one_day(period: Period | None) -> bool:
    return period is not None and period.unit == "day"


def _mention(text: str, item: Found, value: Period | None) -> DateMention:
    known = value or Period(None, None, None, "none")
    return DateMention(
        text=text[item.start : item.end],
        start=item.start,
        end=item.end,
        type=known.type,
        edtf=known.edtf,
        earliest=_iso(known.first),
        latest=_iso(known.last),
        mod=known.mod or (item.node.mod if isinstance(item.node, Part) else None),
        duration=known.duration,
        time=known.time,
        inferred=known.inferred,
        conflict=known.conflict,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
