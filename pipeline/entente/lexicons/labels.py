"""What a person reads for each code of the contract."""

from entente.errors import LexiconError
from entente.lexicons import load_lexicon


def label_of(vocabulary: str, code: str) -> str:
    """The French label of a code: `label_of("agreement_kind", "twinning")` → `"jumelage"`.

    Labels of domains stand beside their words, in `domaines.yml`; all others in `labels.yml`. Raises LexiconError when
    the file lacks the code.
    """
    try:
        if vocabulary == "domain":
            return str(load_lexicon("domaines")["domaines"][code]["label"])
        return str(load_lexicon("labels")[vocabulary][code])
    except KeyError as error:
        raise LexiconError(f"no French label for {vocabulary} {code!r}: add it to lexicons/fr") from error
