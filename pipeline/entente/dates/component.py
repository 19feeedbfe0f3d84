"""The stage `entente_dates`."""

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import DateMention, Meta, get_meta, set_dates, set_meta, text_of
from entente.dates.read import DateMention as Read
from entente.dates.read import read_with_date


@Language.factory("entente_dates", assigns=["doc._.entente_dates"])
def create_dates(nlp: Language, name: str) -> "DatesStage":
    """The component, for `nlp.add_pipe("entente_dates")`, in any French pipeline, a blank one included."""
    return DatesStage()


class DatesStage:
    """Time expressions, anchored on the publication date: the one given with the text, else that of its date line."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc; a publication date read from the text is noted in its metadata."""
        meta = get_meta(doc)
        mentions, published = read_with_date(text_of(doc), meta["published"])
        set_dates(doc, [_plain(mention) for mention in mentions])
        if meta["published"] is None and published is not None:
            set_meta(doc, Meta({**meta, "published": published.isoformat()}))
        return doc


def _plain(mention: Read) -> DateMention:
    return DateMention(
        start=mention.start,
        end=mention.end,
        type=mention.type,
        edtf=mention.edtf,
        earliest=mention.earliest,
        latest=mention.latest,
        mod=mention.mod,
        duration=mention.duration,
        inferred=mention.inferred,
        conflict=mention.conflict,
    )
