"""Values of weekdays: by the week that is named, by «prochain», by the tense of the verb, by the days just told."""

from datetime import date, timedelta

from entente.dates.nodes import Every, Weekday
from entente.dates.resolve.context import Context
from entente.dates.resolve.counted import length
from entente.dates.resolve.period import Period, of_day
from entente.dates.resolve.tense import FUTURE, PAST, PRESENT

_NEXT_SENTENCES = 400
"""Characters within which «Mardi, …» goes on from «Lundi 4 novembre, …»."""


def weekday(node: Weekday, context: Context, week: Period | None) -> Period | None:
    """`mercredi`: by the week that is named, else by «prochain», else by the tense of the verb."""
    if node.same:
        focus = context.focus
        same = (
            focus is not None
            and focus.first is not None
            and focus.unit == "day"
            and focus.first.weekday() == node.weekday
        )
        return focus.guessed() if same and focus else None
    if node.habit:
        return _weekday_of_span(node, context) or length(Every(1, "week"))
    if node.of is not None:
        return of_day(week.first + timedelta(days=node.weekday)).guessed() if week and week.first else None
    now = None if context.issue else context.reference
    if now is None:
        return _weekday_of_span(node, context) or _weekday_of_lead(node, context)
    if node.shift is None and not node.extra and (monday := _week_told(context)):
        return of_day(monday + timedelta(days=node.weekday)).guessed()
    ahead = (node.weekday - now.weekday()) % 7
    if node.shift == 1 or node.extra:
        return of_day(now + timedelta(days=(ahead or 7) + node.extra)).guessed()
    if node.shift == -1:
        return of_day(now - timedelta(days=(7 - ahead) if ahead else 7)).guessed()
    back = context.tense == PAST or (
        context.tense not in (FUTURE, PRESENT) and not (context.timed or context.demonstrative or context.brief)
    )
    return of_day(now - timedelta(days=(-ahead) % 7) if back else now + timedelta(days=ahead)).guessed()


def _week_told(context: Context) -> date | None:
    """The Monday of the week just named: «la semaine prochaine, sans doute vendredi»."""
    focus = context.focus
    return focus.first if focus is not None and focus.unit == "week" and context.joined else None


def _weekday_of_span(node: Weekday, context: Context) -> Period | None:
    """Without a day of writing, a weekday may be one of the days just told: «du 5 au 9 mars 2018 … Mercredi, …»."""
    focus = context.focus
    if focus is None or focus.first is None or focus.last is None or node.shift is not None:
        return None
    if (
        focus.unit == "day"
        and context.focus_weekday
        and context.at - context.focus_at < _NEXT_SENTENCES
        and not node.habit
    ):
        return of_day(focus.first + timedelta(days=(node.weekday - focus.first.weekday()) % 7)).guessed()
    if focus.unit != "span" or not 1 <= (focus.last - focus.first).days <= 7:
        return None
    days = [focus.first + timedelta(days=k) for k in range((focus.last - focus.first).days + 1)]
    agreeing = [day for day in days if day.weekday() == node.weekday]
    return of_day(agreeing[0]).guessed() if len(agreeing) == 1 else None


def _weekday_of_lead(node: Weekday, context: Context) -> Period | None:
    """The weekday before, or after, the day that opens the text: «ont signé mercredi 17 avril… visitera vendredi»."""
    lead = context.lead
    if lead is None or node.shift is not None or context.tense not in (PAST, FUTURE):
        return None
    ahead = (node.weekday - lead.weekday()) % 7
    return of_day(lead + timedelta(days=ahead - 7 if context.tense == PAST and ahead else ahead)).guessed()
