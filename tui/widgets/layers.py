"""From what is known and chosen to stretches of the article with the names of styles."""

from collections.abc import Iterable, Iterator

from tui.analysis.model import Claim, Span
from tui.widgets.cast import Cast
from tui.widgets.highlights import Layer, Restyled, Stretch
from tui.widgets.types import type_of


def mention_layer(cast: Cast | None) -> Layer:
    """Every mention, with its type and its actor."""
    if cast is None:
        return Layer()
    return Layer(Stretch(m.start, m.end, type_of(m), m.actor) for m in cast.analysis.mentions)


def shown_names(mentions: Layer, hidden: frozenset[str], actor: str | None) -> Restyled:
    """Every shown mention in the style of its type; beside a chosen actor the others recede to plain text."""

    def style_of(mention: Stretch) -> str | None:
        if mention.style in hidden or (actor is not None and mention.actor == actor):
            return None
        return "text--receded" if actor is not None else f"name--{mention.style}"

    return Restyled(mentions, style_of)


def shown_actor(mentions: Layer, actor: str | None) -> Restyled:
    """Every mention of the chosen actor, its pronouns and descriptions too."""
    return Restyled(mentions, lambda mention: "text--actor" if actor and mention.actor == actor else None)


def one_claim_layer(cast: Cast | None, claim_id: str | None) -> Layer:
    """Source, cue and content of the chosen claim."""
    claim = cast.claims.get(claim_id) if cast is not None and claim_id is not None else None
    return Layer() if claim is None else Layer(_parts(claim))


def all_claims_layer(cast: Cast | None) -> Layer:
    """Source, cue and content of every claim."""
    return Layer() if cast is None else Layer(part for claim in cast.analysis.claims for part in _parts(claim))


def _parts(claim: Claim) -> Iterator[Stretch]:
    for piece in claim.content:
        yield Stretch(piece.start, piece.end, "text--claim")
    if claim.source is not None:
        yield Stretch(claim.source.start, claim.source.end, "text--source")
    if claim.cue is not None:
        yield Stretch(claim.cue.start, claim.cue.end, "text--cue")


def span_layer(spans: Iterable[Span], style: str) -> Layer:
    """Plain spans in one style."""
    return Layer(Stretch(span.start, span.end, style) for span in spans)
