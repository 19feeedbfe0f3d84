"""The words of `lexicons/fr/evenements.yml`, one compiled pattern a section."""

import re
from functools import cache

from entente.lexicons import load_lexicon


@cache
def words(section: str) -> re.Pattern[str]:
    """Finds any form of a section, as whole words, whatever their case: `words("voyager")` finds «s'est rendue»."""
    forms = sorted(load_lexicon("evenements")[section]["formes"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, forms))})", re.IGNORECASE)


def _pattern(form: str) -> str:
    """«s'est rendu*» → any ending, either apostrophe, any white space; «en présence d'» may run on into a word."""
    pattern = re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"\s+").replace("'", "['’]")
    return pattern if form.endswith("'") else rf"{pattern}(?!\w)"
