"""The stage `entente_roles`."""

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import set_roles


@Language.factory("entente_roles")
def create_roles(nlp: Language, name: str) -> "RolesStage":
    """The component, for `nlp.add_pipe("entente_roles")`."""
    return RolesStage()


class RolesStage:
    """TODO: to be replaced."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        set_roles(doc, [])
        return doc
