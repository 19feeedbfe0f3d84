"""Who is bound by the instrument of a cluster, and who signed it for whom."""

from spacy.tokens import Doc

from entente.annotations import EntityMention, Extent, Filler, SignatoryFound, get_entities, quotation_at
from entente.facts.agreement_merge import Cluster
from entente.facts.agreement_slots import dates_of
from entente.facts.fillers import fillers
from entente.facts.parties import offices_of
from entente.facts.partners import classes_told, partner_pair
from entente.facts.relations import of_kind
from entente.facts.statement import Statement, extent


def parties_of(doc: Doc, cluster: Cluster, signed_by: list[SignatoryFound]) -> tuple[list[Filler], bool]:
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


def signatories_of(doc: Doc, cluster: Cluster) -> list[SignatoryFound]:
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
