"""Towns of mastheads and of the items of bulletins: «FIGEAC MAGAZINE», «AUBUSSON» on a line of its own."""

from entente.entities.atlas import Atlas
from entente.entities.candidates import Found
from entente.entities.home_page import masthead_words
from entente.entities.readings import read_place
from entente.entities.vocabulary import people_words, plain_words
from entente.entities.words import Words

PATHS = frozenset("<>›/→»")
"""Marks of the way to a page («Accueil > Loire > Éducation»), whose steps are sections and not publishers."""

LINES = 4
"""Lines at the top of a text among which its masthead is."""

LONGEST = 10
"""Words and marks of the longest masthead."""

TOWN = 5_000
"""Inhabitants from which a line that is only a town's name is one further down, in capitals."""


def find_mastheads(found: Found, atlas: Atlas) -> None:
    """Claim the place of a line at the top that holds nothing else but words of mastheads, and of lines of its own."""
    words = found.words
    for i in (i for i, broken in enumerate(words.breaks) if broken):
        _claim_label(found, atlas, i)
    firsts = [i for i, broken in enumerate(words.breaks) if broken]
    for rank, (first, last) in enumerate(zip(firsts, [*firsts[1:], len(words)], strict=False)):
        span = _only_place(found, atlas, first, last) if last - first <= LONGEST else None
        if span and (rank < LINES or _is_item(words, atlas, span, first, last)):
            candidate = read_place(words, atlas, *span)
            if candidate is not None:
                candidate.rule = "masthead"
                found.add(candidate)


def _claim_label(found: Found, atlas: Atlas, i: int) -> None:
    """Claim the town in capitals that opens a paragraph: «HONFLEUR. Le comité…»."""
    words, last = found.words, atlas.place_end(i)
    loud = i < last and words.texts[i].isupper() and len(words.texts[i]) > 3 and found.free(i, last)
    if loud and words.texts[last : last + 1] == ["."] and words.together(last + 1) and not _ordinary(words, i, last):
        candidate = read_place(words, atlas, i, last)
        if candidate is not None:
            candidate.rule = "masthead"
            found.add(candidate)


def _only_place(found: Found, atlas: Atlas, first: int, last: int) -> tuple[int, int] | None:
    """The one known place of a line whose other words are of mastheads; None when there are more, or none."""
    words, spans, i = found.words, [], first
    while i < last:
        end = atlas.place_end(i)
        if words.capitals[i] and i < end <= last and found.free(i, end) and not _ordinary(words, i, end):
            spans.append((i, end))
            i = end
        elif words.texts[i] in PATHS or (words.texts[i][0].isalpha() and words.folds[i] not in masthead_words()):
            return None
        else:
            i += 1
    return spans[0] if len(spans) == 1 else None


def _ordinary(words: Words, first: int, last: int) -> bool:
    """True for a single word of mastheads, of offices or of everyday."""
    word = words.folds[first]
    plain = word in plain_words()["mots"] or word in masthead_words() or word in people_words()["fonctions"]
    return last == first + 1 and (plain or len(word) < 3)


def _is_item(words: Words, atlas: Atlas, span: tuple[int, int], first: int, last: int) -> bool:
    """Further down, a line that is nothing but a town of some size, in capitals."""
    large = any(place.population >= TOWN for place in atlas.options(*span))
    return span == (first, last) and words.texts[first].isupper() and large
