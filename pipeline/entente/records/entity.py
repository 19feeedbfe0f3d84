"""Who and where: entities, and the offices that they hold."""

from pydantic import Field

from entente.records.codes import EntityType, RoleTitle
from entente.records.span import Evidence, Record


class Entity(Record):
    """A person, territory, organization or venue that the text names."""

    id: str
    """Id, unique in the document, in the order of first mention: `e3`."""
    type: EntityType
    """Kind of entity: `intercommunality`."""
    subtype: str | None = None
    """Finer kind, free: `chamber`, `university`, `network`."""
    name: str
    """Canonical name, French usage: `Nantes Métropole`."""
    ids: dict[str, str] = Field(default_factory=dict)
    """Ids in reference registers, by register: `{"insee": "44109", "geonames": "2990969"}`."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code: `FR`."""
    latitude: float | None = None
    """Degrees north, WGS 84: `47.2172`."""
    longitude: float | None = None
    """Degrees east, WGS 84: `-1.5533`."""
    mentions: Evidence = Field(min_length=1)
    """Every place that speaks of it, definite descriptions included («la Métropole», «les deux villes»)."""


class Role(Record):
    """An office that a person, a city or an organization holds."""

    id: str
    """Id, unique in the document: `r1`."""
    person: str
    """Id of the holder: `e5`."""
    title: RoleTitle
    """Code of the office: `deputy_mayor`."""
    label: str
    """The office as written, with its portfolio: `adjointe à la culture`."""
    organization: str | None = None
    """Id of the territory or body where the office is held: `e1`."""
    former: bool = False
    """True when the text says that the office is past («ancien maire»)."""
    evidence: Evidence = Field(min_length=1)
    """The words that say it."""
