"""The stage `entente_events`."""

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import set_events


@Language.factory("entente_events")
def create_events(nlp: Language, name: str) -> "EventsStage":
    """The component, for `nlp.add_pipe("entente_events")`."""
    return EventsStage()


class EventsStage:
    """TODO: to be replaced."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        set_events(doc, [])
        return doc
