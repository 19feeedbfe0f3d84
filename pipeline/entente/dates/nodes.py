"""What a time expression says, before anyone knows when it was said: plain frozen records, no calendar."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """Any node."""


@dataclass(frozen=True, slots=True)
class Year(Expression):
    """«2018», «52 av. J.-C.» (negative)."""

    year: int


@dataclass(frozen=True, slots=True)
class Month(Expression):
    """«mars 2018», «mars», «mars dernier» (`shift` −1), «mars de l'an prochain» (`of`)."""

    month: int
    year: int | None = None
    shift: int | None = None
    of: Expression | None = None


@dataclass(frozen=True, slots=True)
class Day(Expression):
    """«mercredi 12 mars 2018», «le 12 mars», «le 12», «le 12 mars prochain»."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    shift: int | None = None
    of: Expression | None = None
    short_year: bool = False
    """True when the year was written with two digits."""


@dataclass(frozen=True, slots=True)
class Season(Expression):
    """«automne 2023», «cet été» (`shift` 0), «l'hiver 2018-2019» (`year` is the first)."""

    code: int
    year: int | None = None
    shift: int | None = None
    of: Expression | None = None
    straddles: bool = False
    """True for a winter that is given two years."""


@dataclass(frozen=True, slots=True)
class Part(Expression):
    """«début 2026», «mi-avril», «fin août», «en fin de semaine dernière»."""

    mod: str
    of: Expression
    half: bool = False
    """True for «la seconde moitié du siècle»: half of it, where «la fin du siècle» is its last third."""


@dataclass(frozen=True, slots=True)
class Fraction(Expression):
    """«premier semestre 2018», «2e trimestre», «première quinzaine de mai» (unit, rank, of what)."""

    unit: str
    rank: int
    of: Expression | None = None


@dataclass(frozen=True, slots=True)
class Decade(Expression):
    """«les années 1990», «les années quatre-vingt-dix»."""

    start: int


@dataclass(frozen=True, slots=True)
class Century(Expression):
    """«le XVIIe siècle» (17; negative before our era)."""

    rank: int


@dataclass(frozen=True, slots=True)
class Shift(Expression):
    """A unit counted from the day of writing: «cette semaine» 0, «l'an dernier» −1, «demain» +1."""

    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class Then(Expression):
    """A unit counted from the date told before: «le lendemain», «trois ans plus tard», «le lendemain du 13 février»."""

    unit: str
    count: float
    base: Expression | None = None
    exact: bool = False
    """True for a length that was counted («une semaine plus tard»), not a unit that follows («la semaine suivante»)."""


@dataclass(frozen=True, slots=True)
class Weekday(Expression):
    """«mercredi», «samedi dernier», «lundi en huit» (`extra` 7), «mardi de la semaine prochaine» (`of`)."""

    weekday: int
    shift: int | None = None
    extra: int = 0
    of: Expression | None = None
    same: bool = False
    """True for «ce même lundi», which looks back in the text."""
    habit: bool = False
    """True for «le lundi»: each of them, unless the days just told hold one."""


@dataclass(frozen=True, slots=True)
class Offset(Expression):
    """«il y a trois ans» (−), «dans quinze jours» (+): amounts with units, counted from the day of writing."""

    amounts: tuple[tuple[float, str], ...]
    sign: int
    vague: str | None = None
    """`approx` («une dizaine»), `more` («plus de dix ans»), or nothing."""


@dataclass(frozen=True, slots=True)
class Nth(Expression):
    """«premier lundi de mai», «dernière semaine de juillet», «3e jour du mois»; rank −1 is the last."""

    rank: int
    unit: str
    weekday: int | None
    of: Expression | None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Around(Expression):
    """The week or weekend that holds a day: «la semaine du 6 octobre»."""

    unit: str
    of: Expression


@dataclass(frozen=True, slots=True)
class WeekNumber(Expression):
    """«semaine 42», «la 3e semaine de 2027»."""

    week: int
    of: Expression | None = None


@dataclass(frozen=True, slots=True)
class Feast(Expression):
    """«la Toussaint», «Pâques 2025»: index in the lexicon."""

    index: int
    year: int | None = None
    shift: int | None = None
    of: Expression | None = None


@dataclass(frozen=True, slots=True)
class Interval(Expression):
    """«du 24 au 31 mai 2024», «entre mars et juin»."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Open(Expression):
    """«depuis 2013» (`since`), «d'ici 2030» (`until`), «avant 2020» (`before`), «après 2020» (`after`)."""

    side: str
    of: Expression
    tense: str | None = None
    """What the word itself says of the time: `past` for «depuis», `future` for «à partir de», and `ahead`, whatever
    the verb, for «d'ici» and «jusqu'à vendredi»."""


@dataclass(frozen=True, slots=True)
class Approx(Expression):
    """«vers 1960», «aux environs du 12 mai»."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Run(Expression):
    """«les trois prochains mois», «ces cinq dernières années»: that many units up to, or from, the day of writing."""

    count: int
    unit: str
    sign: int


@dataclass(frozen=True, slots=True)
class Length(Expression):
    """A duration on its own: «pendant trois ans»."""

    amounts: tuple[tuple[float, str], ...]
    vague: str | None = None


@dataclass(frozen=True, slots=True)
class Every(Expression):
    """A set: «tous les lundis», «chaque année», «tous les deux ans»."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Clock(Expression):
    """A time of day: «9h30», «entre 9h30 et 11h» (`until`), «à partir de 10h» (`side`)."""

    hour: int
    minute: int = 0
    until: tuple[int, int] | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An expression and where it stands: characters, and tokens."""

    start: int
    end: int
    node: Expression
    first: int
    after: int
