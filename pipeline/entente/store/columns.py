"""The tables and their columns: name, Arrow type, meaning; the meaning travels in each Parquet field's metadata."""

from typing import Any

import pyarrow as pa

TEXT, INTEGER, REAL, FLAG, DAY = pa.string(), pa.int64(), pa.float64(), pa.bool_(), pa.date32()
TEXTS = pa.list_(pa.string())
SPANS = pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())]))
AMOUNTS = pa.list_(pa.struct([("value", pa.float64()), ("currency", pa.string())]))
COUNTS = pa.list_(pa.struct([("value", pa.int64()), ("approximate", pa.bool_()), ("of", pa.string())]))

Column = tuple[str, Any, str]

KEYS: tuple[Column, ...] = (
    ("document_id", TEXT, "document: hash of its text"),
    ("id", TEXT, "id of the row, unique in the document"),
)
EVIDENCE: Column = ("evidence", SPANS, "the words that say it, with their offsets in documents.text")
FACT: tuple[Column, ...] = (
    ("certainty", TEXT, "asserted, possible or denied"),
    ("attributed_to", TEXT, "id of the entity quoted or cited for it"),
    EVIDENCE,
    ("confidence", REAL, "probability that the record is right"),
    ("rule", TEXT, "rule or model that read it"),
    ("cues", TEXTS, "the words that fired"),
)
FILLER: tuple[Column, ...] = (
    ("entity", TEXT, "id of the entity; null when counted but not named"),
    ("name", TEXT, "canonical name, or the words of the text"),
    ("inferred", FLAG, "worked out, not named at the evidence"),
    ("count", INTEGER, "how many an unnamed filler counts"),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "documents": (
        *KEYS,
        ("source", TEXT, "path or URL"),
        ("title", TEXT, "headline"),
        ("publisher", TEXT, "id of the entity that publishes"),
        ("published", DAY, "day of publication"),
        ("language", TEXT, "ISO 639-1 code"),
        ("text", TEXT, "the text that all offsets count in"),
    ),
    "entities": (
        *KEYS,
        ("type", TEXT, "city, region, person, organization…"),
        ("subtype", TEXT, "finer kind: university, chamber…"),
        ("name", TEXT, "canonical name, French usage"),
        ("country", TEXT, "ISO 3166-1 alpha-2 code"),
        ("insee", TEXT, "INSEE code"),
        ("siren", TEXT, "SIREN number"),
        ("geonames", TEXT, "GeoNames id"),
        ("latitude", REAL, "degrees north"),
        ("longitude", REAL, "degrees east"),
    ),
    "mentions": (
        *KEYS,
        ("entity", TEXT, "id of the entity"),
        ("start", INTEGER, "first character in documents.text"),
        ("end", INTEGER, "one past the last character"),
        ("text", TEXT, "the words"),
    ),
    "roles": (
        *KEYS,
        ("person", TEXT, "id of the holder"),
        ("person_name", TEXT, "name of the holder"),
        ("title", TEXT, "code of the office"),
        ("label", TEXT, "the office as written"),
        ("organization", TEXT, "id of the territory or body"),
        ("organization_name", TEXT, "its name"),
        ("former", FLAG, "the office is past"),
        EVIDENCE,
    ),
    "dates": (
        *KEYS,
        ("text", TEXT, "the expression as written"),
        ("type", TEXT, "TIMEX3 kind: DATE, TIME, DURATION, SET"),
        ("edtf", TEXT, "value, EDTF (ISO 8601-2)"),
        ("earliest", DAY, "first day that it may cover"),
        ("latest", DAY, "last day that it may cover"),
        ("mod", TEXT, "start, mid, end, approx, before, after"),
        ("duration", TEXT, "ISO 8601 duration"),
        ("inferred", FLAG, "a part comes from another date"),
        ("conflict", FLAG, "the weekday contradicts the calendar"),
        EVIDENCE,
    ),
    "agreements": (
        *KEYS,
        ("kind", TEXT, "kind of instrument"),
        ("title", TEXT, "title as written"),
        ("parties", TEXTS, "names of who is bound"),
        ("signatories", TEXTS, "names of who signed"),
        ("supporters", TEXTS, "names of witnesses, funders, go-betweens"),
        ("signed_on", TEXT, "EDTF"),
        ("since", TEXT, "EDTF: when the relation began"),
        ("period", TEXT, "EDTF: term covered"),
        ("signed_at", TEXT, "city or venue"),
        ("domains", TEXTS, "codes of domains"),
        ("amounts", AMOUNTS, "sums"),
        ("status", TEXT, "signed, renewed, ongoing, planned, suspended, ended"),
        *FACT,
    ),
    "agreement_parties": (
        *KEYS,
        ("agreement", TEXT, "id of the agreement"),
        *FILLER,
        ("signatories", TEXTS, "names of who signed on its behalf"),
        EVIDENCE,
    ),
    "events": (
        *KEYS,
        ("kind", TEXT, "kind of event"),
        ("name", TEXT, "name as written"),
        ("edition", INTEGER, "number of the edition"),
        ("when", TEXT, "EDTF"),
        ("original_when", TEXT, "EDTF: old date of a postponed event"),
        ("places", TEXTS, "names of places"),
        ("organizers", TEXTS, "names of who organises"),
        ("leaders", TEXTS, "names of who heads the delegation"),
        ("hosts", TEXTS, "names of who receives"),
        ("participants", TEXTS, "names of who else takes part"),
        ("headcounts", COUNTS, "counts of people or bodies"),
        ("amounts", AMOUNTS, "sums"),
        ("domains", TEXTS, "codes of domains"),
        ("part_of", TEXT, "id of the event that it belongs to"),
        ("agreement", TEXT, "id of the agreement signed or celebrated"),
        ("status", TEXT, "held, planned, cancelled, postponed"),
        *FACT,
    ),
    "event_participants": (
        *KEYS,
        ("event", TEXT, "id of the event"),
        ("role", TEXT, "organizer, leader, host or participant"),
        *FILLER,
        EVIDENCE,
    ),
    "commitments": (
        *KEYS,
        ("agreement", TEXT, "id of the agreement that binds"),
        ("parties", TEXTS, "names of who is bound"),
        ("verb", TEXT, "lemma of the action"),
        ("action", TEXT, "the clause as written"),
        ("beneficiaries", TEXTS, "names of those for whom"),
        ("domains", TEXTS, "codes of domains"),
        ("amounts", AMOUNTS, "sums promised"),
        ("due", TEXT, "EDTF: by when"),
        ("status", TEXT, "pledged, done, withdrawn"),
        *FACT,
    ),
    "quotes": (
        *KEYS,
        ("speaker", TEXT, "id of the entity that speaks"),
        ("speaker_name", TEXT, "its name"),
        ("text", TEXT, "the words quoted"),
        EVIDENCE,
    ),
    "sources": (
        ("id", TEXT, "id of the row, unique in the run"),
        ("source", TEXT, "path or URL; inside an archive archive!member"),
        ("outcome", TEXT, "facts, no_facts, irrelevant, duplicate, outside (the dates asked for) or failed"),
        ("document_id", TEXT, "hash of its text; null where the text was not taken out"),
        (
            "duplicate_of",
            TEXT,
            "document that was read in its place: its own id for the same text, another for a reprint",
        ),
        ("published", DAY, "day of publication; the first one of the month or year that is known"),
        ("date_origin", TEXT, "who says it: given, metadata, dateline, url or file"),
        ("date_precision", TEXT, "how much of it is known: day, month or year"),
        ("score", REAL, "relevance that the gate saw, from 0 to 1; null where it did not look"),
    ),
    "failures": (
        ("id", TEXT, "id of the row, unique in the run"),
        ("source", TEXT, "path or URL that was to be read"),
        ("error", TEXT, "class of the error"),
        ("message", TEXT, "what happened and what to do"),
        ("where", TEXT, "innermost function that was running"),
    ),
}
"""Every table, in the contract's order, then those of the run: `sources` has a row for each document that was found,
`failures` one for each that could not be read."""

RUN_TABLES = frozenset({"sources", "failures"})
"""Tables whose rows are of the run and not of a document."""


def schema_of(table: str) -> Any:
    """The Arrow schema of a table, the same whether it has rows or not."""
    return pa.schema([pa.field(name, kind, metadata={"description": text}) for name, kind, text in TABLES[table]])
