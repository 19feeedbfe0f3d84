"""The stage `entente_agreements`: what was agreed, by whom, when, and how it stands."""

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import AgreementFound, EntityMention, Filler, get_entities, set_agreements, text_of
from entente.facts.agreement_merge import Cluster, clusters
from entente.facts.agreement_parties import parties_of, signatories_of
from entente.facts.agreement_series import distinct, with_earlier, with_origin
from entente.facts.agreement_slots import amounts_of, dates_of, domains_of, place_of, taught_by
from entente.facts.agreement_status import standing_of
from entente.facts.fillers import fillers
from entente.facts.folding import fold
from entente.facts.parties import supporters
from entente.facts.patterns import lexicon_pattern
from entente.facts.scope import about_companies, domestic, in_scope
from entente.facts.statement import extent
from entente.models import confidence_of


@Language.factory("entente_agreements")
def create_agreements(nlp: Language, name: str) -> "AgreementsStage":
    """The component, for `nlp.add_pipe("entente_agreements")`."""
    return AgreementsStage()


class AgreementsStage:
    """Reads the agreements of a document from its entities, roles, dates and layout."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        told = distinct([item for cluster in clusters(doc) for item in _told_by(doc, cluster)]) if in_scope(doc) else []
        set_agreements(doc, distinct([record for item in told for record in with_origin(doc, item)]))
        return doc


def _told_by(doc: Doc, cluster: Cluster) -> list[AgreementFound]:
    item = _agreement(doc, cluster)
    return [] if item is None else with_earlier(doc, cluster, item)


def _agreement(doc: Doc, cluster: Cluster) -> AgreementFound | None:
    """The record of one cluster, or None when too little is said of it."""
    signed_by = signatories_of(doc, cluster)
    parties, inferred = parties_of(doc, cluster, signed_by)
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
    status, certainty, source = standing_of(doc, cluster, dates["signed_on"])
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
        status=status,
        certainty=certainty,
        attributed_to=source,
        evidence=[extent(unit) for unit in cluster.units()],
        confidence=confidence_of(rule, inferred=inferred),
        rule=rule,
        cues=_cues(doc, cluster),
    )


def _told(cluster: Cluster) -> bool:
    """A standing cooperation told by an act or a verb, not only by its noun."""
    named = all(statement.rule == "agreement_named" for statement in cluster.statements)
    return not named or cluster.does("signed", "renewed", "ended", "suspended")


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
