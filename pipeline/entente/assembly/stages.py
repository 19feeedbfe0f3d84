"""The stages, in order, and the spaCy pipeline that they make."""

from functools import cache

from spacy.language import Language

from entente.models import compiled_patterns, load_base
from entente.settings import MAX_CHARACTERS

STAGES = (
    "entente_layout",
    "ner",
    "entente_dates",
    "entente_entities",
    "entente_roles",
    "entente_quotes",
    "entente_agreements",
    "entente_events",
    "entente_commitments",
)
"""All components in order: a stage reads only what stages before it put on the Doc.

The layout comes before the base's `ner`, which never lets an entity cross a sentence or line that is marked.
"""


SAMPLE = (
    "Lille, le 12 mars 2024. La Ville de Lille et la Ville de Cologne, en Allemagne, jumelées depuis 1958, ont signé "
    "mardi un accord de coopération dans le domaine de l'eau. «Nous irons plus loin», a déclaré le maire, M. Jean "
    "Durand, qui s'engage à accueillir chaque année cinquante jeunes de la ville partenaire pour un stage."
)
"""A text that asks something of each stage, so that each makes the patterns of its words while they are kept."""


@cache
def load() -> Language:
    """The whole pipeline, loaded once a process: `entente.load().pipe_names` → `["entente_layout", "ner", …]`.

    Raises ModelError when the French base is not installed.
    """
    with compiled_patterns():
        nlp = load_base()
        nlp.max_length = MAX_CHARACTERS
        for stage in STAGES[: STAGES.index("ner")]:
            nlp.add_pipe(stage, before="ner")
        for stage in STAGES[STAGES.index("ner") + 1 :]:
            nlp.add_pipe(stage)
        nlp(SAMPLE)
    return nlp
