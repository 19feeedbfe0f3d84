"""The stage `entente_dates`."""

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import set_dates


@Language.factory("entente_dates")
def create_dates(nlp: Language, name: str) -> "DatesStage":
    """The component, for `nlp.add_pipe("entente_dates")`."""
    return DatesStage()


class DatesStage:
    """TODO: to be replaced."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        set_dates(doc, [])
        return doc
