"""The stage `entente_agreements`: what was agreed, by whom, when, and how it stands."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import (
    AgreementFound,
    DateFiller,
    EntityMention,
    Extent,
    Filler,
    SignatoryFound,
    get_dates,
    get_entities,
    get_meta,
    quotation_at,
    set_agreements,
    text_of,
)
from entente.facts.agreement_merge import Cluster, clusters
from entente.facts.agreement_slots import amounts_of, dates_of, domains_of, earlier_signatures, place_of, taught_by
from entente.facts.fillers import date_filler, fillers
from entente.facts.folding import fold, folded_of
from entente.facts.instruments import ACTS, STATUS
from entente.facts.modality import Modality, modality_of
from entente.facts.parties import offices_of, supporters
from entente.facts.partners import classes_told, partner_pair
from entente.facts.patterns import lexicon_pattern
from entente.facts.relations import of_kind
from entente.facts.scope import about_companies, domestic, in_scope
from entente.facts.statement import Statement, extent
from entente.models import confidence_of


@Language.factory("entente_agreements")
def create_agreements(nlp: Language, name: str) -> "AgreementsStage":
    """The component, for `nlp.add_pipe("entente_agreements")`."""
    return AgreementsStage()


class AgreementsStage:
    """Reads the agreements of a document from its entities, roles, dates and layout."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        found = [item for cluster in clusters(doc) for item in _series(doc, cluster)] if in_scope(doc) else []
        told = _distinct(found)
        set_agreements(doc, _distinct([record for item in told for record in _with_origin(doc, item)]))
        return doc


def _series(doc: Doc, cluster: Cluster) -> list[AgreementFound]:
    """The record of a cluster, after those of the earlier signatures that the text dates."""
    item = _agreement(doc, cluster)
    if item is None:
        return []
    earlier = []
    for date, act, kind in earlier_signatures(doc, cluster, item["signed_on"]) if item["kind"] != "twinning" else []:
        if item["since"] is not None and item["since"]["date"] == date:
            continue
        past = item.copy()
        past["kind"] = item["kind"] if kind == "text" else kind
        past["status"], past["certainty"] = ("renewed" if act == "renewed" else "signed"), "asserted"
        past["signed_on"] = date_filler(doc, date)
        past["title"] = past["since"] = past["period"] = past["signed_at"] = None
        past["signatories"], past["domains"], past["amounts"], past["supporters"] = [], [], [], []
        earlier.append(past)
    return [*earlier, item]


def _agreement(doc: Doc, cluster: Cluster) -> AgreementFound | None:
    """The record of one cluster, or None when too little is said of it."""
    signed_by = _signatories(doc, cluster)
    parties, inferred = _parties(doc, cluster, signed_by)
    if len(parties) < 2:
        return None
    dates = dates_of(doc, cluster)
    domains = domains_of(doc, cluster) or taught_by(parties)
    if cluster.kind == "partnership" and not (dates["since"] or domains or _told(cluster)):
        return None
    bound = {party["entity"] for party in parties}
    if not _public(doc, parties) or domestic(doc, [index for index in bound if index is not None]):
        return None
    rule = cluster.statements[0].rule
    modalities = _modalities(doc, cluster)
    certainty = _certainty(cluster, modalities)
    return AgreementFound(
        kind="cooperation_agreement" if cluster.kind == "text" else cluster.kind,
        title=_title(doc, cluster),
        parties=parties,
        signatories=signed_by,
        signed_on=dates["signed_on"],
        since=dates["since"],
        period=dates["period"],
        signed_at=place_of(doc, cluster),
        domains=domains,
        amounts=amounts_of(doc, cluster),
        supporters=[f for f in fillers(doc, _supporters(doc, cluster)) if f["entity"] not in bound],
        status=_settled(_status_by_date(doc, _status(doc, cluster), dates["signed_on"]), certainty),
        certainty=certainty,
        attributed_to=_source(modalities),
        evidence=[extent(unit) for unit in cluster.units()],
        confidence=confidence_of(rule, inferred=inferred),
        rule=rule,
        cues=_cues(doc, cluster),
    )


def _told(cluster: Cluster) -> bool:
    """A standing cooperation told by an act or a verb, not only by its noun."""
    named = all(statement.rule == "agreement_named" for statement in cluster.statements)
    return not named or cluster.does("signed", "renewed", "ended", "suspended")


def _with_origin(doc: Doc, item: AgreementFound) -> list[AgreementFound]:
    """An instrument signed, renewed or planned by partners of long standing: their relation is a record besides it.

    A twinning renewed by a new signature stands since its first day; a convention of partners «liés depuis 2009» has
    their partnership beside it.
    """
    renewed = item["kind"] == "twinning" and item["status"] == "renewed"
    other = item["kind"] not in ("twinning", "partnership") and item["status"] in ("signed", "renewed", "planned")
    coming = item["kind"] == "twinning" and item["status"] == "planned"
    if not (renewed or other or coming) or not _of_long_standing(doc, item):
        return [item]
    origin = item.copy()
    origin["kind"] = item["kind"] if renewed or item["kind"] == "friendship_pact" else "partnership"
    origin["status"], origin["certainty"] = "ongoing", "asserted"
    origin["signatories"], origin["amounts"] = [], []
    origin["domains"] = item["domains"] if renewed else []
    origin["title"] = origin["signed_on"] = origin["signed_at"] = origin["period"] = None
    return [origin, item]


def _of_long_standing(doc: Doc, item: AgreementFound) -> bool:
    """True when the text tells a beginning that is not the signature itself: «conclu en 2008» is one."""
    since, signed = item["since"], item["signed_on"]
    if since is None or (signed is not None and signed["date"] == since["date"]):
        return False
    return signed is not None or (get_dates(doc)[since["date"]]["edtf"] or "").endswith("/..")


def _parties(doc: Doc, cluster: Cluster, signed_by: list[SignatoryFound]) -> tuple[list[Filler], bool]:
    """The parties named; completed by those for whom it was signed, else by the partners of the document."""
    mentions = _consistent(doc, cluster)
    named = {mention.entity for mention in mentions}
    listed = any(statement.unit.item for statement in cluster.statements) and len(signed_by) > 1
    if len(named) > 1 and not listed:
        return fillers(doc, mentions), False
    signed_for = [m for item in signed_by for m in _first_mention(doc, item["on_behalf_of"])]
    mentions = [*mentions, *(m for m in signed_for if m.entity not in named)]
    if len({m.entity for m in mentions}) < 2 and (named or cluster.kind != "partnership" or _begun(doc, cluster)):
        near = [extent(unit) for unit in cluster.units()]
        classes = ["town"] if cluster.kind == "twinning" else classes_told(doc, near)
        mentions = [*mentions, *partner_pair(doc, {m.entity for m in mentions}, classes, near)]
    found = fillers(doc, mentions)
    for item in found:
        item["inferred"] = item["inferred"] or item["entity"] not in named
    return found, True


def _begun(doc: Doc, cluster: Cluster) -> bool:
    """«cette coopération, lancée il y a trois ans»: a standing relation with its first day."""
    return dates_of(doc, cluster)["since"] is not None


def _consistent(doc: Doc, cluster: Cluster) -> list[EntityMention]:
    """The mentions of the statement that tells the act and names most, without what only a quotation or list adds."""
    ranked = sorted(cluster.statements, key=lambda statement: _rank(doc, statement))
    core = ranked[0].bound
    if not core or (len(core) < 2 and not ranked[0].signatories):
        core = next((s.bound for s in ranked if len(s.bound) > 1), cluster.bound)
    mentions = [mention for mention in cluster.parties if mention.entity in core]
    return of_kind(doc, cluster.kind, mentions)


def _rank(doc: Doc, statement: Statement) -> tuple[bool, bool, bool, int, int]:
    """Told by the text itself before quoted, in the body before a heading, with an act before without."""
    quoted = quotation_at(doc, statement.instrument.start) is not None if statement.instrument else False
    sides = len(statement.bound) + len({m.entity for m in statement.signatories})
    return quoted, statement.unit.heading, sides < 2, -len(statement.acts[:1]), statement.unit.start


def _first_mention(doc: Doc, entity: int | None) -> list[EntityMention]:
    if entity is None:
        return []
    first = get_entities(doc)[entity]["mentions"][0]
    return [EntityMention(first["start"], first["end"], entity, first["kind"], True, False)]


def _signatories(doc: Doc, cluster: Cluster) -> list[SignatoryFound]:
    """Each person who signed, with the party whose office the person holds."""
    bound = cluster.bound
    found: dict[int, SignatoryFound] = {}
    for mention in (m for statement in cluster.statements for m in statement.signatories):
        offices = offices_of(doc, mention.entity)
        behalf = next((office for office in offices if office in bound), offices[0] if offices else None)
        item = found.setdefault(
            mention.entity,
            SignatoryFound(person=mention.entity, on_behalf_of=behalf, inferred=behalf is not None, evidence=[]),
        )
        item["evidence"].append(Extent(mention.start, mention.end))
    return list(found.values())


def _public(doc: Doc, parties: list[Filler]) -> bool:
    """A relation binds at least one territory or public body: companies among themselves are out of scope."""
    if about_companies(doc) and not _collectivity(doc, parties):
        return False
    entities = get_entities(doc)
    public = lexicon_pattern("perimetre", "public_body")
    return any(
        entities[party["entity"]]["type"] != "organization" or public.match(fold(party["name"]))
        for party in parties
        if party["entity"] is not None
    )


def _collectivity(doc: Doc, parties: list[Filler]) -> bool:
    entities = get_entities(doc)
    return all(entities[p["entity"]]["type"] != "organization" for p in parties if p["entity"] is not None)


def _status(doc: Doc, cluster: Cluster) -> str:
    """As the text leaves it; what a heading or a later sentence revokes is no longer signed."""
    for act in ACTS:
        told = cluster.does(act) and not (act in ("planned", "voted") and _done(doc, cluster))
        told = told and not (act in ("ended", "suspended") and _followed_by_renewal(cluster, act))
        if told and not (act == "standing" and _fresh(cluster)):
            return STATUS.get(act, act)
    return "signed" if _fresh(cluster) else "ongoing"


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


def _done(doc: Doc, cluster: Cluster) -> bool:
    """A plan and its signature in one text: the body decides, where it tells the signature without a plan."""
    return any(
        statement.does("signed", "renewed")
        and (not statement.does("planned", "voted") or (_accomplished(doc, statement) and not statement.does("planned")))
        for statement in cluster.statements
        if not statement.unit.heading
    )


def _accomplished(doc: Doc, statement: Statement) -> bool:
    unit = statement.unit
    return ACCOMPLISHED.search(folded_of(doc)[unit.start : unit.end]) is not None


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


def _title(doc: Doc, cluster: Cluster) -> str | None:
    """The name of the instrument as written, when it is written with a capital: «Déclaration commune 2024-2025»."""
    for statement in cluster.statements:
        item = statement.instrument
        if (
            item is not None
            and not statement.unit.heading
            and text_of(doc)[item.start].isupper()
            and item.start > statement.unit.start
        ):
            return text_of(doc)[item.start : item.end]
    return None


def _supporters(doc: Doc, cluster: Cluster) -> list[EntityMention]:
    return [mention for unit in cluster.units() for mention in supporters(doc, unit.start, unit.end)]


def _cues(doc: Doc, cluster: Cluster) -> list[str]:
    """The instrument's words and the acts, as written, each once."""
    words = [
        text_of(doc)[item.start : item.end]
        for statement in cluster.statements
        for item in ([statement.instrument] if statement.instrument else []) + list(statement.acts)
    ]
    return list(dict.fromkeys(words))


def _distinct(found: list[AgreementFound]) -> list[AgreementFound]:
    """Without a standing relation that an instrument of the same parties tells; its domains pass to that one."""
    kept: list[AgreementFound] = []
    for item in found:
        covering = _covering(item, found)
        if covering is None:
            kept.append(item)
        else:
            known = {domain["code"] for domain in covering["domains"]}
            added = [domain for domain in item["domains"] if domain["code"] not in known]
            covering["domains"] = covering["domains"] + added
            if item["status"] in ("ended", "suspended"):
                covering["status"] = item["status"]
    return kept


def _covering(item: AgreementFound, found: list[AgreementFound]) -> AgreementFound | None:
    if item["kind"] != "partnership" or item["since"] is not None:
        return None
    others = [other for other in found if other["kind"] != "partnership" and _bound(item) <= _bound(other)]
    signed = [other for other in others if other["status"] in ("signed", "renewed")]
    return next(iter(signed or others), None)


def _bound(item: AgreementFound) -> set[int | None]:
    return {party["entity"] for party in item["parties"]}
