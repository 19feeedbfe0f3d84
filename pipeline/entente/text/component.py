"""The stage `entente_layout`."""

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import set_layout


@Language.factory("entente_layout")
def create_layout(nlp: Language, name: str) -> "LayoutStage":
    """The component, for `nlp.add_pipe("entente_layout")`."""
    return LayoutStage()


class LayoutStage:
    """TODO: to be replaced."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        set_layout(doc, [], [], [])
        return doc
