"""Who and what was chosen in one analysis, found again in another of the same article by where it stands."""

from tui.analysis.model import Span
from tui.widgets.cast import Cast, extent


def same_actor(old: Cast, new: Cast, actor: str | None) -> str | None:
    """The id under which an actor goes in a new analysis; None when nobody stands where it did."""
    for mention in old.mentions_of(actor or ""):
        found = new.actor_at(Span(mention.start, mention.end)) if mention.kind == "name" else None
        if found in new.actors:
            return found
    return None


def same_claim(old: Cast, new: Cast, claim: str | None) -> str | None:
    """The id under which a claim goes in a new analysis; None when none stands exactly there."""
    known = old.claims.get(claim or "")
    if known is None:
        return None
    place = extent(known)
    return next((other for span, other in new.claim_extents if span == place), None)
