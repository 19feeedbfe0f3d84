"""The stage `entente_quotes`."""

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import set_quotes


@Language.factory("entente_quotes")
def create_quotes(nlp: Language, name: str) -> "QuotesStage":
    """The component, for `nlp.add_pipe("entente_quotes")`."""
    return QuotesStage()


class QuotesStage:
    """TODO: to be replaced."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        set_quotes(doc, [])
        return doc
