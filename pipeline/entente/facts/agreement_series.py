"""Instruments of one relation: its beginning, its earlier signatures, and no relation told twice."""

from spacy.tokens import Doc

from entente.annotations import AgreementFound, get_dates
from entente.facts.agreement_merge import Cluster
from entente.facts.agreement_slots import earlier_signatures
from entente.facts.fillers import date_filler
from entente.facts.folding import folded_of
from entente.facts.relations import TWINNED


def with_earlier(doc: Doc, cluster: Cluster, item: AgreementFound) -> list[AgreementFound]:
    """The record of a cluster, after those of the earlier signatures that the text dates."""
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


def with_origin(doc: Doc, item: AgreementFound) -> list[AgreementFound]:
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
    origin["kind"] = item["kind"] if renewed or item["kind"] == "friendship_pact" else _kind_of_old(doc, item)
    origin["status"], origin["certainty"] = "ongoing", "asserted"
    origin["signatories"], origin["amounts"] = [], []
    origin["domains"] = item["domains"] if renewed else []
    origin["title"] = origin["signed_on"] = origin["signed_at"] = origin["period"] = None
    return [origin, item]


def _kind_of_old(doc: Doc, item: AgreementFound) -> str:
    """«jumelées depuis 1958, elles ont signé un accord»: a twinning; a partnership otherwise."""
    folded = folded_of(doc)
    twinned = any(TWINNED.search(folded, start, end) for start, end in item["evidence"])
    return "twinning" if twinned else "partnership"


def _of_long_standing(doc: Doc, item: AgreementFound) -> bool:
    """True when the text tells a beginning that is not the signature itself: «conclu en 2008» is one."""
    since, signed = item["since"], item["signed_on"]
    if since is None or (signed is not None and signed["date"] == since["date"]):
        return False
    return signed is not None or (get_dates(doc)[since["date"]]["edtf"] or "").endswith("/..")


def distinct(found: list[AgreementFound]) -> list[AgreementFound]:
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
