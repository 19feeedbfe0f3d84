"""Bodies by where they stand beside others: the partner, the two in turn, the one just named."""

from entente.entities.roles_bodies import Bodies
from entente.entities.roles_titles import TITLE_TYPES


def opposite(bodies: Bodies, title: str, offset: int) -> int | None:
    """The partner of the body in which the title was held last: the most named of its kind in another country."""
    body = bodies.seats.told.get(title)
    if body is None:
        return None
    country = bodies.entities[body]["country"]
    others = [
        (start, i)
        for start, _, i in bodies.mentions
        if i != body
        and bodies.type_of(i) == bodies.type_of(body)
        and (country is None or bodies.entities[i]["country"] not in {country, None})
    ]
    return bodies.foremost(others, offset)


def respective(bodies: Bodies, title: str, count: int, offset: int, sentence: int) -> list[int]:
    """«les deux maires, X et Y»: as many bodies as holders, of one kind, in the order of the text."""
    former = max((begin for begin in bodies.sentences if begin < sentence), default=0)
    types = TITLE_TYPES.get(title, ())
    for start, end in ((sentence, offset), (former, sentence), (0, offset), (0, len(bodies.words))):
        named = list(
            dict.fromkeys(i for at, _, i in bodies.mentions if start <= at < end and bodies.type_of(i) in types)
        )
        kinds = [[i for i in named if bodies.type_of(i) == kind] for kind in types]
        if found := next((group for group in (named, *kinds) if len(group) == count), None):
            return found
    return []


def preceding(bodies: Bodies, offset: int, sentence: int, types: tuple[str, ...] | None) -> int | None:
    """«sa présidente»: the last body named in the sentence, else the first of the sentence before."""
    fitting = [
        (start, i) for start, _, i in bodies.mentions if start < offset and (not types or bodies.type_of(i) in types)
    ]
    inside = [i for start, i in fitting if start >= sentence]
    if inside:
        return inside[-1]
    former = max((begin for begin in bodies.sentences if begin < sentence), default=0)
    earlier = [i for start, i in fitting if start >= former]
    return earlier[0] if earlier else fitting[-1][1] if fitting else None


def pair_before(bodies: Bodies, offset: int, sentence: int, title: str = "") -> list[int]:
    """The two parties that «la première» and «la seconde» mean: the last two bodies of a kind named in turn."""
    types = TITLE_TYPES.get(title) or (
        "city",
        "intercommunality",
        "department",
        "region",
        "organization",
        "country",
    )
    former = max((begin for begin in bodies.sentences if begin < sentence), default=0)
    for start in (sentence, former):
        order = [i for at, _, i in bodies.mentions if start <= at < offset and bodies.type_of(i) in types]
        pair = list(dict.fromkeys(order))
        if len(pair) >= 2:
            return pair[:2]
    return []
