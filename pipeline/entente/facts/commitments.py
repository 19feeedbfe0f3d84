"""The stage `entente_commitments`."""

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import set_commitments


@Language.factory("entente_commitments")
def create_commitments(nlp: Language, name: str) -> "CommitmentsStage":
    """The component, for `nlp.add_pipe("entente_commitments")`."""
    return CommitmentsStage()


class CommitmentsStage:
    """TODO: to be replaced."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        set_commitments(doc, [])
        return doc
