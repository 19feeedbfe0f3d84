"""What a person reads for each code of the contract."""

from entente.errors import LexiconError
from entente.lexicons import load_lexicon


def label_of(vocabulary: str, code: str) -> str:
    """The French label of a code: `label_of("agreement_kind", "twinning")` → `"jumelage"`.

    Raises LexiconError when `labels.yml` lacks it.
    """
    try:
        return str(load_lexicon("labels")[vocabulary][code])
    except KeyError as error:
        raise LexiconError(f"no French label for {vocabulary} {code!r}: add it to lexicons/fr/labels.yml") from error
