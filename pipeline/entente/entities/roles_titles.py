"""What the titles of the contract say of their bodies."""

from entente.entities.offices import Office
from entente.lexicons.gazetteer import fold

TITLE_TYPES: dict[str, tuple[str, ...]] = {
    "mayor": ("city",),
    "deputy_mayor": ("city",),
    "councillor": ("city", "department", "region", "intercommunality"),
    "president": ("intercommunality", "region", "department", "organization", "country"),
    "vice_president": ("intercommunality", "region", "department", "organization"),
    "minister": ("country", "region"),
    "prefect": ("department", "region", "intercommunality"),
    "ambassador": ("country", "region"),
    "consul": ("country", "region"),
    "governor": ("region", "department"),
    "director": ("organization",),
    "secretary_general": ("organization",),
    "rector": ("organization",),
    "founder": ("organization",),
    "chair": ("organization", "city", "intercommunality", "department", "region"),
}
"""Types of body that an office may belong to when the text leaves it out."""

SINGLE = frozenset({"mayor", "president", "prefect", "governor", "rector", "secretary_general", "ambassador"})
"""Titles that one person at a time holds in a body."""

COUNCILS = (
    ("region", "region"), ("territor", "region"), ("provinc", "region"), ("depart", "department"),
    ("gener", "department"),
    ("communaut", "intercommunality"), ("metropol", "intercommunality"), ("municip", "city"), ("communa", "city"),
)  # fmt: skip
"""What the adjective of a councillor says of the council."""

COLLECTIVITIES = ("intercommunality", "department", "region")
OF_STATES = ("ambassador", "consul")


def types_of(office: Office) -> tuple[str, ...]:
    """Types of body that an office without one may belong to; «conseillère régionale» is a region's."""
    head = fold(office.head)
    for stem, kind in COUNCILS if office.title == "councillor" else ():
        if f" {stem}" in head:
            return (kind,)
    return TITLE_TYPES.get(office.title, ())
