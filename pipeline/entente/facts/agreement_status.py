"""How an agreement stands and how sure the text is of it: status, certainty, and who says so."""

import re

from spacy.tokens import Doc

from entente.annotations import DateFiller, get_dates, get_meta
from entente.facts.agreement_merge import Cluster
from entente.facts.instruments import ACTS, STATUS
from entente.facts.modality import Modality, modality_of
from entente.facts.statement import Statement


def standing_of(doc: Doc, cluster: Cluster, signed_on: DateFiller | None) -> tuple[str, str, int | None]:
    """Status, certainty and source of the instrument of a cluster."""
    modalities = _modalities(doc, cluster)
    certainty = _certainty(cluster, modalities)
    status = _status_by_date(doc, _status(cluster), signed_on)
    if status == "signed" and (cluster.kind == "partnership" or _long_ago(doc, cluster, signed_on)):
        status = "ongoing"
    return _settled(status, certainty), certainty, _source(modalities)


LASTING = ("twinning", "friendship_pact")


def _long_ago(doc: Doc, cluster: Cluster, signed_on: DateFiller | None) -> bool:
    """A twinning signed a year or more before the text is written goes on."""
    published = get_meta(doc)["published"]
    day = get_dates(doc)[signed_on["date"]]["latest"] if signed_on is not None else None
    if cluster.kind not in LASTING or day is None or published is None:
        return False
    return int(published[:4]) - int(day[:4]) > 1


def _status(cluster: Cluster) -> str:
    """As the text leaves it; what a heading or a later sentence revokes is no longer signed."""
    for act in ACTS:
        told = cluster.does(act) and not (act in ("planned", "voted") and _done(cluster))
        told = told and not (act in ("ended", "suspended") and _followed_by_renewal(cluster, act))
        if act == "renewed" and told and _first_signed(cluster):
            return "signed"
        if told and not (act == "standing" and _fresh(cluster)):
            return STATUS.get(act, act)
    return "signed" if _fresh(cluster) else "ongoing"


def _first_signed(cluster: Cluster) -> bool:
    """True when the body tells of a new instrument signed before anything is renewed."""
    told = [s for s in cluster.statements if not s.unit.heading and s.does("signed", "renewed")]
    first = told[0] if told else None
    return first is not None and not first.does("renewed") and first.instrument is not None and first.instrument.new


def _followed_by_renewal(cluster: Cluster, broken: str) -> bool:
    """«arrivée à échéance, elle sera reconduite»: what is told after the end is how things stand."""
    acts = [act for statement in cluster.statements if not statement.unit.heading for act in statement.acts]
    last = max((act.start for act in acts if act.name == broken), default=-1)
    return any(act.name == "renewed" and act.start > last for act in acts) and last >= 0


def _status_by_date(doc: Doc, status: str, signed_on: DateFiller | None) -> str:
    """What is to be signed after the day of writing is planned, however settled it sounds."""
    published = get_meta(doc)["published"]
    day = get_dates(doc)[signed_on["date"]]["earliest"] if signed_on is not None else None
    later = published is not None and day is not None and day > published
    return "planned" if later and status in ("signed", "renewed", "ongoing") else status


def _fresh(cluster: Cluster) -> bool:
    """«un accord lie désormais Metz et Trèves»: an instrument brought in without «depuis» has just been signed."""
    return cluster.kind not in ("twinning", "partnership") and any(
        statement.instrument is not None and statement.instrument.new for statement in cluster.statements
    )


def _done(cluster: Cluster) -> bool:
    """A plan and its signature in one text: the body decides, where it tells the signature without a plan."""
    return any(
        statement.does("signed", "renewed")
        and (not statement.does("planned", "voted") or (_accomplished(statement) and not statement.does("planned")))
        for statement in cluster.statements
        if not statement.unit.heading
    )


def _accomplished(statement: Statement) -> bool:
    return ACCOMPLISHED.search(statement.unit.text) is not None


ACCOMPLISHED = re.compile(
    r"(?<!\w)(?:a|ont|avai(?:t|ent)|vien(?:t|nent)\s+d\w+)\s+(?:\w+\s+){0,3}?(?:sign|paraph|scell|conclu|renouvel)(?:e|u|er|re)"
)
"""«ont ensuite signé», «vient de conclure»."""


def _certainty(cluster: Cluster, modalities: list[Modality]) -> str:
    """The surest of what the statements that tell an act say, or of all when none tells one."""
    acting = [m for m, statement in zip(modalities, cluster.statements, strict=True) if statement.acts]
    told = {modality.certainty for modality in acting or modalities}
    if not acting:
        refused = any(cue.kind == "denied" for modality in modalities for cue in modality.cues)
        return "denied" if refused else "possible" if told == {"possible"} else "asserted"
    return next((value for value in ("asserted", "denied", "possible") if value in told), "asserted")


def _settled(status: str, certainty: str) -> str:
    """What is only possible, or denied, does not stand yet."""
    return "planned" if status == "ongoing" and certainty != "asserted" else status


def _modalities(doc: Doc, cluster: Cluster) -> list[Modality]:
    """How each statement is meant, around its first act or else its instrument."""
    found = []
    for statement in cluster.statements:
        unit = statement.unit
        anchor = next(iter(statement.acts), None) or statement.instrument or unit
        found.append(modality_of(doc, unit.start, unit.end, anchor.start, anchor.end))
    return found


def _source(modalities: list[Modality]) -> int | None:
    """Who says so, when every statement has the same source."""
    sources = {modality.attributed_to for modality in modalities}
    return sources.pop() if len(sources) == 1 else None
