"""Is this French? Refuses only what is surely another language."""

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

from entente.errors import InputError
from entente.lexicons import load_lexicon

LANGUAGES = {
    "fr": "French", "en": "English", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "ca": "Catalan", "ro": "Romanian", "pl": "Polish", "cs": "Czech", "hu": "Hungarian",
    "sv": "Swedish", "da": "Danish", "fi": "Finnish", "el": "Greek", "tr": "Turkish", "ru": "Russian",
    "uk": "Ukrainian", "ar": "Arabic", "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "vi": "Vietnamese",
}  # fmt: skip
"""Languages that partners of French-speaking territories write; fewer languages mean fewer errors on short texts."""

SURE = 0.95
"""Probability from which another language is believed; no paragraph of the corpus reaches it for one but French."""

LONG_ENOUGH = 200
"""Characters below which nothing is refused: a line of names has no language."""

PARAGRAPH = 80
"""Characters from which one French paragraph saves a bilingual release."""

SAMPLE = 20_000
"""Characters that are looked at."""

FRENCH_ENOUGH = 4
"""Different small words from which a text holds French for sure, and is not looked at further: 99.9 % of news items; to
classify takes 0.3 ms, more than all else that is done to a text without interest, and the model 0.3 s and 55 MB."""


def check_french(text: str) -> None:
    """Raise InputError, without a file name, when the text is long enough, surely not French, and French nowhere."""
    sample = text[:SAMPLE]
    if len(sample.strip()) < LONG_ENOUGH or _holds_small_words(sample):
        return
    language, probability = _identifier().classify(sample)
    if language == "fr" or probability < SURE or any(map(_is_french, sample.splitlines())):
        return
    raise InputError(f"is in {LANGUAGES[language]}, not in French: only French releases can be read")


def load_languages() -> None:
    """Load the model now, which else waits for the first text that is not plainly French."""
    _identifier()


def _holds_small_words(text: str) -> bool:
    found = (word for word in _small_words() if word in text)
    return next(islice(found, FRENCH_ENOUGH - 1, None), None) is not None


def _is_french(paragraph: str) -> bool:
    if len(paragraph) < PARAGRAPH:
        return False
    language, probability = _identifier().classify(paragraph)
    return bool(language == "fr" and probability >= SURE)


@cache
def _small_words() -> tuple[str, ...]:
    return tuple(f" {word} " for word in load_lexicon("petits_mots")["mots"])


@cache
def _identifier() -> "LanguageIdentifier":
    """The identifier with the model of its package, loaded once a process, less the languages that are not asked for.

    Made anew of the parts that are needed, since the first one holds on to all languages: 55 MB.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - 80 ms, for nothing in the walk

    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    whole.set_languages(list(LANGUAGES))
    parts = whole.nb_ptc, whole.nb_pc, whole.nb_classes, whole.tk_nextmove, whole.tk_output
    return LanguageIdentifier(*parts, norm_probs=True, tk_row=whole.tk_row)
