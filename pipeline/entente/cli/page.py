"""The page of one document: its facts in French, each with the words that say it."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from entente.cli.excerpt import CONTEXT, Bounds, excerpts
from entente.lexicons.labels import label_of
from entente.records import (
    Agreement,
    Amount,
    Commitment,
    Count,
    DateExpression,
    DateSlot,
    DomainSlot,
    Entity,
    EntitySlot,
    Event,
    Quote,
    Reading,
    Role,
    Signatory,
    Span,
)
from entente.records.fact import Fact
from entente.records.reading import spans_of

Item = Agreement | Event | Commitment | Quote | Role | DateExpression | Entity


def print_page(reading: Reading, sentences: list[Bounds], console: Console) -> None:
    """All facts of a reading, the richest kinds first."""
    _Page(reading, sentences, console).print()


class _Page:
    def __init__(self, reading: Reading, sentences: list[Bounds], console: Console) -> None:
        self.reading, self.sentences, self.console = reading, sentences, console
        self.names = {entity.id: entity.name for entity in reading.entities}
        facts: list[Agreement | Event] = [*reading.agreements, *reading.events]
        self.titles = {fact.id: _kind(fact) for fact in facts}

    def print(self) -> None:
        document = self.reading.document
        self.console.print(Text(document.title or document.source or "Sans titre", style="bold"))
        facts = [document.source] if document.title and document.source else []
        facts += [f"publié le {document.published}"] if document.published else []
        if facts:
            self.console.print(Text(" · ".join(facts), style="dim"))
        self.section("Accords", "Aucun accord", self.reading.agreements)
        self.section("Événements", "Aucun événement", self.reading.events)
        self.section("Engagements", "Aucun engagement", self.reading.commitments)
        self.section("Citations", "Aucune citation", self.reading.quotes)
        self.section("Fonctions", "Aucune fonction", self.reading.roles)
        self.section("Dates", "Aucune date", self.reading.dates)
        self.section("Entités", "Aucune entité", self.reading.entities)

    def section(self, title: str, none: str, items: Sequence[Item]) -> None:
        self.console.print()
        self.console.print(Text(f"{title} ({len(items)})" if items else none, style="bold cyan" if items else "dim"))
        for item in items:
            self.line(self.headline(item), indent=2)
            for line in self.slots(item):
                self.line(line, indent=6)
            self.evidence(item)

    def headline(self, item: Item) -> Text:
        """The fact in a few words."""
        if isinstance(item, Fact):
            return _fact_headline(item)
        if isinstance(item, Quote):
            return Text(self.names.get(item.speaker or "", "Locuteur inconnu"), style="bold")
        if isinstance(item, Role):
            return self.role(item)
        if isinstance(item, DateExpression):
            return _date_headline(item)
        return _entity_headline(item)

    def role(self, role: Role) -> Text:
        where = f", {self.names[role.organization]}" if role.organization else ""
        past = "ancienne fonction : " if role.former else ""
        line = Text(self.names[role.person], style="bold")
        return line.append(f" — {past}{label_of('role_title', role.title)} ({role.label}){where}", style="not bold")

    def slots(self, item: Item) -> list[Text]:
        """One line a filled slot."""
        if not isinstance(item, Fact):
            return []
        lines = []
        for name in type(item).model_fields:
            if name in SLOTS and (value := self.value(name, getattr(item, name))):
                lines.append(Text(f"{label_of('slot', name)} : ", style="cyan").append(value, style="default"))
        return lines

    def value(self, name: str, value: object) -> str:
        if isinstance(value, tuple):
            return " · ".join(self.value(name, each) for each in value)
        if isinstance(value, EntitySlot | Signatory):
            return value.name
        if isinstance(value, DateSlot):
            return f"{value.edtf} («{value.evidence[0].text}»)"
        if isinstance(value, DomainSlot):
            return label_of("domain", value.code)
        if isinstance(value, Amount):
            return f"{value.value:,.0f} {value.currency}".replace(",", " ")
        if isinstance(value, Count):
            return f"{'environ ' if value.approximate else ''}{value.value} {value.of or ''}".strip()
        return (self.names | self.titles).get(value, value) if isinstance(value, str) else ""

    def evidence(self, item: Item) -> None:
        """The sentences that say it; of an entity, the words around its first mention."""
        spans, context = (
            ([*item.mentions[:1]], BRIEF) if isinstance(item, Entity) else ([*spans_of(item), *_cues(item)], CONTEXT)
        )
        text, colours = self.reading.document.text, self.console.is_terminal
        for line in excerpts(text, self.sentences, spans, colours=colours, context=context):
            self.line(Text().append("│ ", style="dim").append_text(line), indent=6)

    def line(self, text: Text, *, indent: int) -> None:
        self.console.print(Padding(text, (0, 0, 0, indent), expand=False))


BRIEF = 50
"""Characters on each side of an entity's mention: enough to know which one is meant."""

SLOTS = frozenset(
    {"parties", "signatories", "signed_on", "since", "period", "signed_at", "domains", "amounts", "supporters", "when",
     "original_when", "places", "organizers", "leaders", "hosts", "participants", "headcounts", "part_of", "agreement",
     "beneficiaries", "due", "attributed_to"}
)  # fmt: skip
"""Slots that have a line of their own; the others stand in the headline or in the evidence."""

STATUSES = {Agreement: "agreement_status", Event: "event_status", Commitment: "commitment_status"}


def _cues(item: Item) -> list[Span]:
    """The cue words of a fact, where its evidence has them."""
    if not isinstance(item, Fact):
        return []
    places = [
        (span.start + span.text.find(cue), cue) for span in item.evidence for cue in item.cues if cue in span.text
    ]
    return [Span(start=start, end=start + len(cue), text=cue) for start, cue in places if cue]


def _kind(item: Agreement | Event | Commitment) -> str:
    if isinstance(item, Commitment):
        return item.verb
    kind = label_of("agreement_kind" if isinstance(item, Agreement) else "event_kind", item.kind)
    name = item.title if isinstance(item, Agreement) else item.name
    return f"{kind} «{name}»" if name else kind


def _fact_headline(fact: Fact) -> Text:
    assert isinstance(fact, Agreement | Event | Commitment)
    status = label_of(STATUSES[type(fact)], fact.status)
    certainty = label_of("certainty", fact.certainty)
    kind = _kind(fact)
    line = Text(kind[:1].upper() + kind[1:], style="bold")
    line.append(f" — {status}, {certainty}", style="not bold")
    return line.append(f"  (confiance {fact.confidence:.2f} · {fact.rule})", style="dim not bold")


def _date_headline(date: DateExpression) -> Text:
    value = date.edtf or date.duration or "non datable"
    notes = [label_of("date_mod", date.mod)] if date.mod else []
    notes += ["déduit"] if date.inferred else []
    notes += ["le jour de la semaine contredit le calendrier"] if date.conflict else []
    line = Text(value, style="bold").append(f" — «{' '.join(date.text.split())}»", style="not bold")
    return line.append(f"  ({', '.join(notes)})" if notes else "", style="dim not bold")


def _entity_headline(entity: Entity) -> Text:
    ids = [f"{register} {value}" for register, value in sorted(entity.ids.items())]
    notes = [label_of("entity_type", entity.type), *([entity.country] if entity.country else []), *ids]
    line = Text(entity.name, style="bold").append(f" — {', '.join(notes)}", style="not bold")
    count = len(entity.mentions)
    return line.append(f"  ({count} mentions)" if count > 1 else "", style="dim not bold")
