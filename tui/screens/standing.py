"""Where the reader stands, in words: whose name it is and which of how many, or whose claim."""

from bisect import bisect_left

from tui.analysis.model import Span
from tui.widgets.cast import Cast, one_line
from tui.widgets.entries import shorten
from tui.widgets.types import KINDS, type_of

_NAME_WIDTH = 30


def standing(cast: Cast, place: Span | None, actor: str | None, claim: str | None) -> list[str]:
    """What is at the place: "Ilse Varga, person", "mention 2/4, pronoun", or "claim 3/27 of Ilse Varga, denied"."""
    if place is None:
        return []
    if (chosen := cast.claims.get(claim or "")) is not None:
        ids = [other for _, other in cast.claim_extents]
        speaker = shorten(cast.speaker(chosen), _NAME_WIDTH)
        return [f"{speaker}, {chosen.stance}", f"claim {ids.index(chosen.id) + 1}/{len(ids)}"]
    mention = cast.mention_at(place)
    if mention is None:
        return []
    owner = cast.actors.get(mention.actor or "")
    kind = KINDS.get(type_of(mention), "")
    if owner is None:
        return [kind] if kind else []
    mentions = cast.mentions_of(owner.id)
    number = bisect_left(mentions, (place.start, place.end), key=lambda other: (other.start, other.end)) + 1
    how = "" if mention.kind == "name" else f", {mention.kind}"
    name = shorten(one_line(owner.name), _NAME_WIDTH)
    return [f"{name}, {kind}" if kind else name, f"mention {number}/{len(mentions)}{how}"]
