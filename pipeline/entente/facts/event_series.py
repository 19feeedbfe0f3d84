"""Several events told in one go: «à Liège en 2015, à Tunis en 2017», one a place and date."""

from dataclasses import replace

from entente.facts.event_setting import pairs_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Dated, Seen


def series_of(sketch: Sketch) -> list[Sketch]:
    """The sketch itself, or one of its kind for each pair of a place and a date that stand side by side."""
    pairs = pairs_of(sketch.view)
    if len(pairs) < 2 or sketch.when is None:
        return [sketch]
    own = [place for place, date in pairs if date.index == sketch.when]
    others = {place.start for place, date in pairs if date.index != sketch.when}
    sketch.places = own or [place for place in sketch.places if place.start not in others]
    return [sketch, *(_sibling(sketch, place, date) for place, date in pairs if date.index != sketch.when)]


def _sibling(sketch: Sketch, place: Seen, date: Dated) -> Sketch:
    """Another event of the same kind, of which the sentence tells nothing but a place and a date."""
    return replace(
        sketch,
        when=date.index,
        edtf=date.edtf,
        places=[place],
        evidence=[sketch.view],
        edition=None,
        again=False,
        leaders=[],
        hosts=[],
        participants=[],
        organizers=[],
    )
