"""One instrument, one record: statements of a document that speak of the same instrument are brought together."""

import re
from dataclasses import dataclass, field

from spacy.tokens import Doc

from entente.annotations import DateMention, EntityMention, get_blocks, get_dates, get_entities
from entente.facts.folding import fold, folded_of
from entente.facts.statement import Statement, Unit, adds, pays, units
from entente.facts.statements import statements

ANAPHORIC = ("text", "cooperation_agreement", "charter", "partnership")
"""Kinds whose noun may point back to an instrument of a more precise kind."""


@dataclass(slots=True)
class Cluster:
    """The statements about one instrument, and the units that only add to it."""

    kind: str
    statements: list[Statement] = field(default_factory=list)
    more: list[Unit] = field(default_factory=list)

    @property
    def bound(self) -> frozenset[int]:
        """Entities bound by any of its statements."""
        return frozenset().union(*(statement.bound for statement in self.statements))

    @property
    def parties(self) -> list[EntityMention]:
        """Mentions that bind, in the order of the text."""
        return [mention for statement in self.statements for mention in statement.parties]

    @property
    def only_headed(self) -> bool:
        """True when nothing but headings speak of it."""
        return all(statement.unit.heading for statement in self.statements)

    def does(self, *names: str) -> bool:
        """True when one of its statements tells one of these acts."""
        return any(statement.does(*names) for statement in self.statements)

    def units(self) -> list[Unit]:
        """All its units, in the order of the text."""
        return sorted({*(s.unit for s in self.statements), *self.more}, key=lambda unit: unit.start)


def clusters(doc: Doc) -> list[Cluster]:
    """The instruments of a document, each with what is said of it."""
    found: list[Cluster] = []
    last: Unit | None = None
    for unit in units(doc):
        told = statements(doc, unit)
        for statement in told:
            others = [cluster for cluster in found if len(told) == 1 or cluster.statements[-1].unit != unit]
            others = [cluster for cluster in others if not _of_others(doc, cluster, statement)]
            target = _target(doc, others, statement)
            if target is None:
                if statement.kind == "partnership" and not statement.bound and found and _since(doc, statement):
                    statement.parties = list(found[-1].parties)
                if statement.kind == "text" and not (found and _succeeds(statement, found[-1])):
                    continue
                target = Cluster(statement.kind)
                found.append(target)
            target.statements.append(statement)
            found.remove(target)
            found.append(target)
        if told:
            last = unit
        elif found and last is not None and (_continues(last, unit) or _lists(doc, found[-1], unit)):
            found[-1].more.append(unit)
            last = unit
    told_below = any(not cluster.only_headed for cluster in found)
    kept = [cluster for cluster in found if not (told_below and cluster.only_headed)]
    return sorted(kept, key=lambda cluster: cluster.statements[0].unit.start)


def _of_others(doc: Doc, cluster: Cluster, statement: Statement) -> bool:
    """True when an instrument is none of the cluster's: signed by others, or brought in under another heading."""
    item = statement.instrument
    if item is None or item.demonstrative:
        return False
    signed = {m.entity for told in cluster.statements for m in told.signatories}
    signing = {m.entity for m in statement.signatories}
    if signed and signing and not signed & signing and len(signing) > 1:
        return True
    shared = cluster.bound & statement.bound
    anew = item.new or (len(shared) < 2 and bool(statement.bound - shared))
    return anew and _headed_between(doc, cluster, statement)


def _headed_between(doc: Doc, cluster: Cluster, statement: Statement) -> bool:
    """True when a heading stands between the last that was said of a cluster and a statement."""
    last = cluster.statements[-1].unit.block
    return any(block["kind"] == "heading" for block in get_blocks(doc)[last + 1 : statement.unit.block])


def _succeeds(statement: Statement, before: Cluster) -> bool:
    """«un nouveau texte sera signé»: an instrument of the kind and parties of the one before it."""
    item = statement.instrument
    if item is None or not item.new or not item.bare or not statement.does("signed", "planned"):
        return False
    statement.kind = before.kind
    statement.parties = [*statement.parties, *before.parties]
    return True


def _lists(doc: Doc, cluster: Cluster, unit: Unit) -> bool:
    """An item of the list that a sentence of the instrument brings in: «… sur trois volets :»."""
    lead = get_blocks(doc)[unit.block]["lead"] if unit.item else None
    return lead is not None and any(told.block == lead for told in cluster.units())


def _continues(last: Unit, unit: Unit) -> bool:
    """A description goes on in the same paragraph; the money may be told in the next one."""
    return (last.block == unit.block and adds(unit)) or (unit.block - last.block == 1 and pays(unit))


def _target(doc: Doc, found: list[Cluster], statement: Statement) -> Cluster | None:
    """The instrument that a statement may speak of: of the same noun, then of the same kind, then the most recent."""
    for same in (_same_noun, _same_kind, _pointed_at):
        target = next((cluster for cluster in reversed(found) if same(doc, cluster, statement)), None)
        if target is not None:
            return target
    return next((cluster for cluster in reversed(found[-1:]) if _told_before(doc, cluster, statement)), None)


def _told_before(doc: Doc, cluster: Cluster, statement: Statement) -> bool:
    """«un cadre de coopération», without names, right after an instrument: its description."""
    near = statement.unit.block - cluster.statements[-1].unit.block <= 1
    own = statement.bound or _since(doc, statement)
    return statement.kind == "partnership" and not own and cluster.kind != "partnership" and near


def _same_noun(doc: Doc, cluster: Cluster, statement: Statement) -> bool:
    """«le pacte» after «un pacte d'amitié»."""
    item = statement.instrument
    if item is None or not item.definite or not item.bare or not _agree(doc, cluster.bound, statement.bound):
        return False
    noun = folded_of(doc)[item.start : item.end]
    nouns = {
        folded_of(doc)[s.instrument.start : s.instrument.end].split()[0] for s in cluster.statements if s.instrument
    }
    return noun in nouns


def _same_kind(doc: Doc, cluster: Cluster, statement: Statement) -> bool:
    if cluster.kind != statement.kind:
        return False
    if statement.rule in ("twinning_dated_list", "twinning_each", "partnership_pairs"):
        return cluster.bound == statement.bound
    if statement.kind == "partnership" and _since(doc, statement) - _cluster_since(doc, cluster) and cluster.bound:
        return cluster.bound == statement.bound and not _cluster_since(doc, cluster)
    return _agree(doc, cluster.bound, statement.bound) and not _another(doc, cluster, statement)


def _pointed_at(doc: Doc, cluster: Cluster, statement: Statement) -> bool:
    """«ce document», «l'accord» with nothing more, or a pronoun: whatever instrument was told last."""
    if statement.rule == "agreement_signed_list":
        return cluster.kind not in ("partnership", "twinning")
    if statement.rule == "agreement_followed":
        return statement.unit.block - cluster.statements[-1].unit.block <= 1
    item = statement.instrument
    if item is None:
        return False
    return (
        (item.demonstrative or (item.definite and item.bare and statement.kind != "partnership"))
        and statement.kind in ANAPHORIC
        and cluster.kind != "partnership"
        and (item.demonstrative or _agree(doc, cluster.bound, statement.bound))
    )


def _agree(doc: Doc, old: frozenset[int], new: frozenset[int]) -> bool:
    """The parties of one are among those of the other, or one is silent; a city and its métropole are one side."""
    if not old or not new:
        return True
    few, many = sorted((old, new), key=len)
    return all(any(_one_side(doc, a, b) for b in many) for a in few)


def _one_side(doc: Doc, a: int, b: int) -> bool:
    """The same entity, or a city and the body that carries its name: «Metz» and «Eurométropole de Metz»."""
    if a == b:
        return True
    entities = get_entities(doc)
    short, long = sorted((entities[a], entities[b]), key=lambda entity: len(entity["name"]))
    if short["type"] != "city" or long["type"] != "intercommunality":
        return False
    return set(fold(short["name"]).split()) <= set(fold(long["name"]).split())


def _another(doc: Doc, cluster: Cluster, statement: Statement) -> bool:
    """A statement that brings in a second instrument of the same kind between the same parties."""
    if cluster.only_headed or statement.unit.heading or statement.instrument is None:
        return False
    if not statement.instrument.new:
        return False
    if statement.unit.item:
        return any(told.unit.item and told.unit.block != statement.unit.block for told in cluster.statements)
    fresh = cluster.does("signed", "renewed") and bool(_since(doc, statement))
    return fresh or (statement.does("signed") and cluster.does("standing") and not cluster.does("signed"))


def _cluster_since(doc: Doc, cluster: Cluster) -> set[str]:
    """Every beginning that the statements of a cluster tell."""
    return set().union(*(_since(doc, statement) for statement in cluster.statements))


def _since(doc: Doc, statement: Statement) -> set[str]:
    """The beginnings of a statement, as EDTF: «depuis 2013» → `2013/..`."""
    dates = get_dates(doc)
    told = [dates[index] for index in statement.dates]
    return {date["edtf"] for date in told if date["edtf"] and (date["edtf"].endswith("/..") or _born(doc, date))}


def _born(doc: Doc, date: DateMention) -> bool:
    """«né en 2009», «amorcé en 1984»."""
    left = folded_of(doc)[max(0, date["start"] - 30) : date["start"]]
    return BORN.search(left) is not None and (date["edtf"] or "").isdigit()


BORN = re.compile(
    r"(?<!\w)(?:nee?s?|amorcee?s?|initiee?s?|entamee?s?|engagee?s?|lancee?s?|noue\w*|creee?s?)\s+(?:\w+\s+){0,4}$"
)
