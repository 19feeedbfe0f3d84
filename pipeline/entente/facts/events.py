"""The stage `entente_events`: visits, receptions, meetings, conferences, signings, ceremonies, festivals, exchanges."""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import (
    DateFiller,
    EventFound,
    Extent,
    Filler,
    get_agreements,
    get_dates,
    get_entities,
    get_meta,
    set_events,
    text_of,
)
from entente.facts.event_agreement import agreement_of, complete, untold_signings
from entente.facts.event_merge import merge
from entente.facts.event_name import name_of
from entente.facts.event_outcome import settle_outcome
from entente.facts.event_rules import sketches_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_slots import amounts_of, counts_of, domains_of
from entente.facts.event_timeline import settle_timeline
from entente.facts.event_town import Towns
from entente.facts.event_view import PLACE_TYPES, Seen, views
from entente.facts.fillers import date_filler, fillers
from entente.facts.folding import folded_of
from entente.facts.patterns import lexicon_pattern
from entente.facts.scope import about_a_partner, in_scope
from entente.models import confidence_of


@Language.factory("entente_events")
def create_events(nlp: Language, name: str) -> "EventsStage":
    """The component, for `nlp.add_pipe("entente_events")`."""
    return EventsStage()


class EventsStage:
    """Reads the events of a Doc that has its layout, dates, entities, roles and agreements."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        set_events(doc, find_events(doc))
        return doc


def find_events(doc: Doc) -> list[EventFound]:
    """The events that the text tells, in the order in which it first speaks of them."""
    if not in_scope(doc) or not about_a_partner(doc):
        return []
    sketches = merge([(view, sketches_of(view)) for view in views(doc)], Towns(doc))
    published = get_meta(doc)["published"]
    sketches = [sketch for sketch in sketches if not (sketch.aside and _long_ago(doc, sketch, published))]
    if not _cooperates(doc):
        sketches = [sketch for sketch in sketches if sketch.rule not in ANYBODYS]
    sources = [settle_outcome(doc, sketch, published) for sketch in sketches]
    if published is None:
        settle_timeline(doc, sketches)
    events = [_event(doc, sketch, sketches, source) for sketch, source in zip(sketches, sources, strict=True)]
    return [*events, *untold_signings(doc, events)]


ANYBODYS = frozenset({"signing", "dated_place", "met", "happens", "performed"})
"""Rules whose words also tell of a contract, a sale or a match."""


def _cooperates(doc: Doc) -> bool:
    """True for an agreement, a word of cooperation or many countries: a foreign buyer or team is none of them."""
    if get_agreements(doc) or lexicon_pattern("perimetre", "occasions").search(folded_of(doc)):
        return True
    countries = {entity["country"] for entity in get_entities(doc) if entity["type"] in PLACE_TYPES} - {None}
    return len(countries) >= SEVERAL


SEVERAL = 4
"""Countries whose territories a text names when it tells of a network; fewer may be a team and its opponents."""


def _long_ago(doc: Doc, sketch: Sketch, published: str | None) -> bool:
    """True for a signature without a date, or of another year than the text: history and no event of the release."""
    latest = get_dates(doc)[sketch.when]["latest"] if sketch.when is not None else None
    return latest is None or (published is not None and latest[:4] < published[:4])


def _event(doc: Doc, sketch: Sketch, events: list[Sketch], attributed_to: int | None) -> EventFound:
    hosts = _slot(doc, sketch.hosts, [])
    leaders = _slot(doc, sketch.leaders, hosts)
    organizers = _slot(doc, sketch.organizers, [*hosts, *leaders])
    houses = _slot(doc, [place for place in sketch.places if place.type == "organization"], [])
    event = EventFound(
        kind=sketch.kind,
        name=name_of(sketch),
        edition=sketch.edition,
        when=_span(doc, sketch),
        original_when=_date(doc, sketch.original_when),
        places=_slot(doc, sketch.places, []),
        organizers=organizers,
        leaders=leaders,
        hosts=hosts,
        participants=_slot(doc, sketch.participants, [*hosts, *leaders, *organizers, *houses]),
        headcounts=counts_of(doc, sketch),
        amounts=amounts_of(doc, sketch),
        domains=domains_of(doc, sketch),
        part_of=next((i for i, event in enumerate(events) if event is sketch.part_of), None),
        agreement=agreement_of(doc, sketch),
        status=sketch.status,
        certainty=sketch.certainty,
        attributed_to=attributed_to,
        evidence=sorted({Extent(view.start, view.end) for view in sketch.evidence}),
        confidence=confidence_of(sketch.rule),
        rule=sketch.rule,
        cues=list(dict.fromkeys(text_of(doc)[start:end] for start, end in sketch.cues)),
    )
    complete(doc, event)
    return event


def _span(doc: Doc, sketch: Sketch) -> DateFiller | None:
    """The date, or both ends of a stay as one."""
    when = _date(doc, sketch.when)
    if when is None or sketch.until is None:
        return when
    last = date_filler(doc, sketch.until)
    return DateFiller(date=when["date"], edtf=sketch.edtf, evidence=[*when["evidence"], *last["evidence"]])


def _date(doc: Doc, index: int | None) -> DateFiller | None:
    return None if index is None else date_filler(doc, index)


def _slot(doc: Doc, seen: Iterable[Seen], taken: list[Filler]) -> list[Filler]:
    """Slot fillers in the order of the text, without those who have another part."""
    others = {item["entity"] for item in taken}
    return [item for item in fillers(doc, [s.mention for s in seen]) if item["entity"] not in others]
