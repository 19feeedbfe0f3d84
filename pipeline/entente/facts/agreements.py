"""The stage `entente_agreements`."""

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import set_agreements


@Language.factory("entente_agreements")
def create_agreements(nlp: Language, name: str) -> "AgreementsStage":
    """The component, for `nlp.add_pipe("entente_agreements")`."""
    return AgreementsStage()


class AgreementsStage:
    """TODO: to be replaced."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        set_agreements(doc, [])
        return doc
