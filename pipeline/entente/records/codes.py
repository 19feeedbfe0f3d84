"""The closed vocabularies of the contract, as types and as tuples in the contract's order."""

from typing import Literal, get_args

EntityType = Literal["person", "city", "intercommunality", "region", "department", "country", "organization", "venue"]
RoleTitle = Literal[
    "mayor", "deputy_mayor", "president", "vice_president", "councillor", "member_of_parliament", "minister",
    "prefect", "ambassador", "consul", "governor", "delegate", "director", "secretary_general", "rector",
    "founder", "chair", "member", "other",
]  # fmt: skip
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
DateMod = Literal["start", "mid", "end", "approx", "before", "after"]
AgreementKind = Literal[
    "twinning", "friendship_pact", "cooperation_agreement", "framework_agreement", "joint_declaration",
    "memorandum", "letter_of_intent", "charter", "partnership",
]  # fmt: skip
AgreementStatus = Literal["signed", "renewed", "ongoing", "planned", "suspended", "ended"]
EventKind = Literal[
    "mission", "reception", "meeting", "conference", "signing", "ceremony", "festival", "exchange", "other"
]
EventStatus = Literal["held", "planned", "cancelled", "postponed"]
CommitmentStatus = Literal["pledged", "done", "withdrawn"]
Certainty = Literal["asserted", "possible", "denied"]
DomainCode = Literal[
    "culture", "heritage", "creative_industries", "tourism", "francophonie", "education",
    "higher_education_research", "youth", "sport", "health", "social_action", "economic_development",
    "employment_training", "innovation", "digital", "agriculture_food", "environment", "climate_energy",
    "water_sanitation", "waste", "mobility", "urban_planning", "governance", "citizenship", "gender_equality",
    "human_rights", "migration", "humanitarian", "risk_management",
]  # fmt: skip

ENTITY_TYPES: tuple[str, ...] = get_args(EntityType)
ROLE_TITLES: tuple[str, ...] = get_args(RoleTitle)
DATE_TYPES: tuple[str, ...] = get_args(DateType)
DATE_MODS: tuple[str, ...] = get_args(DateMod)
AGREEMENT_KINDS: tuple[str, ...] = get_args(AgreementKind)
AGREEMENT_STATUSES: tuple[str, ...] = get_args(AgreementStatus)
EVENT_KINDS: tuple[str, ...] = get_args(EventKind)
EVENT_STATUSES: tuple[str, ...] = get_args(EventStatus)
COMMITMENT_STATUSES: tuple[str, ...] = get_args(CommitmentStatus)
CERTAINTIES: tuple[str, ...] = get_args(Certainty)
DOMAINS: tuple[str, ...] = get_args(DomainCode)
