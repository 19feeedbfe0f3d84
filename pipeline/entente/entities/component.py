"""The stage `entente_entities`: who and where."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import LinkedEntity, get_blocks, get_meta, get_quotations, set_entities, text_of
from entente.entities.acronyms import find_acronyms, find_bracketed, find_defined
from entente.entities.atlas import Atlas
from entente.entities.blocked import block_marks, block_sights
from entente.entities.bodies import find_announced, find_employers, find_listed, find_model_bodies
from entente.entities.candidates import Found, Labels
from entente.entities.communities import find_communities
from entente.entities.compounds import find_compounds, find_lettered
from entente.entities.coreference import add_coreference
from entente.entities.features import of_the_genre
from entente.entities.foreign import find_foreign
from entente.entities.leftovers import find_leftovers
from entente.entities.linking import link
from entente.entities.mastheads import find_mastheads
from entente.entities.networks import find_networks
from entente.entities.organs import find_organs
from entente.entities.people import find_people, find_surnames
from entente.entities.places import find_places
from entente.entities.repeats import block_media, find_repeats
from entente.entities.resolution import resolve
from entente.entities.scorer import keep_accepted
from entente.entities.stated import state_countries
from entente.entities.titles import find_titles
from entente.entities.words import Words, split_words


@Language.factory("entente_entities")
def create_entities(nlp: Language, name: str) -> "EntitiesStage":
    """The component, for `nlp.add_pipe("entente_entities")`."""
    return EntitiesStage()


class EntitiesStage:
    """Finds the named people, places, institutions and venues of a text, typed and linked."""

    def __call__(self, doc: Doc) -> Doc:
        """Put the entities on a Doc."""
        set_entities(doc, read_entities(doc))
        return doc


LONGEST_TITLE = 14
"""Words and marks of the longest quotation that is taken for a title."""


def read_entities(doc: Doc) -> list[LinkedEntity]:
    """The entities of a text that `ner` has labelled, in the order of their first mention."""
    proposal = propose(doc)
    found = proposal.found
    keep_accepted(found, proposal.atlas, proposal.labels, {*proposal.pairs, *proposal.pairs.values()})
    state_countries(found, proposal.atlas)
    clusters = resolve(found.candidates, found.words, proposal.pairs)
    add_coreference(clusters, found, get_blocks(doc), get_meta(doc)["publisher"])
    return link(clusters, frozenset(proposal.atlas.states))


class Proposal(NamedTuple):
    """What the finders propose, for the scorer to judge and its training to learn from."""

    found: Found
    atlas: Atlas
    labels: Labels
    pairs: dict[int, int]
    """First words of long names by the words of their acronyms."""


def propose(doc: Doc) -> Proposal:
    """Every candidate of a text that `ner` has labelled."""
    words = split_words(text_of(doc))
    labels = _labels(doc, words)
    found = Found(words)
    atlas = Atlas(words)
    _block_titles(doc, found)
    block_media(found)
    block_marks(found)
    pairs = find_defined(found)
    find_organs(found, atlas)
    find_titles(found, atlas, labels)
    find_mastheads(found, atlas)
    find_networks(found)
    pairs |= find_bracketed(found, labels)
    find_communities(found, atlas)
    find_foreign(found, atlas)
    find_lettered(found, atlas)
    find_compounds(found, atlas, labels)
    find_listed(found)
    find_announced(found, atlas, labels)
    find_employers(found, atlas, labels)
    find_repeats(found)
    block_sights(found)
    find_people(found, atlas, labels)
    find_surnames(found, atlas, labels)
    find_acronyms(found, atlas, labels)
    find_places(found, atlas, labels)
    find_model_bodies(found, atlas, labels)
    find_repeats(found, towns=True)
    if not of_the_genre(words):
        find_leftovers(found, labels)
    return Proposal(found, atlas, labels, pairs)


def _labels(doc: Doc, words: Words) -> Labels:
    """What the model says of each word."""
    labels = [""] * len(words)
    spans = [*zip(range(len(words)), range(len(words)), strict=True)]
    bodies: set[str] = set()
    for ent in doc.ents:
        start, end, label = ent.start_char, ent.end_char, ent.label_
        i = bisect_right(words.ends, start)
        j = max(i, bisect_left(words.starts, end))
        labels[i:j] = [label] * (j - i)
        spans[i:j] = [(i, j)] * (j - i)
        if label == "ORG":
            bodies.add(words.source[start:end])
    return Labels(labels, spans, frozenset(bodies))


def _block_titles(doc: Doc, found: Found) -> None:
    """Keep the words of titles between quotation marks from being read: «Nuit Blanche Kyōto» names no city."""
    words = found.words
    for quotation in get_quotations(doc):
        i = bisect_left(words.starts, quotation["start"])
        j = max(i, bisect_right(words.ends, quotation["end"]))
        if not quotation["clause"] and 3 < j - i < LONGEST_TITLE:
            found.block(i, j)
