"""The lists of a lexicon that may occur in a text."""

import re

import pytest

from entente.facts.patterns import occurring
from entente.lexicons import load_lexicon

TEXT = (
    "les deux villes ont signe le pacte en vue d'une charte ; la convention-cadre, resignee, a ete conclue sous l'egide"
    " du ministere. la tacite reconduction n'est pas prevue, l'accord se renouvelle et sera paraphe par le maire."
)


@pytest.mark.parametrize("lexicon", ["accords", "perimetre"])
def test_a_list_that_occurs_may_occur(lexicon: str):
    for key, forms in load_lexicon(lexicon).items():
        if isinstance(forms, list) and re.search(rf"(?<![\w-])(?:{'|'.join(forms)})", TEXT):
            assert key in occurring(TEXT, lexicon)
