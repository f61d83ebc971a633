"""From what is known and chosen to stretches of the article with the names of styles."""

from collections.abc import Iterable, Iterator

from tui.analysis.model import Span
from tui.widgets.cast import Cast, extent
from tui.widgets.highlights import Layer, Stretch
from tui.widgets.types import type_of


def mention_layer(cast: Cast | None, hidden: frozenset[str], actor: str | None) -> Layer:
    """Every shown mention in the style of its type; beside a chosen actor the others recede to plain text."""
    if cast is None:
        return Layer()
    return Layer(_mentions(cast, hidden, actor))


def _mentions(cast: Cast, hidden: frozenset[str], actor: str | None) -> Iterator[Stretch]:
    for mention in cast.analysis.mentions:
        style = type_of(mention)
        if actor is not None:
            if mention.actor != actor and style not in hidden:
                yield Stretch(mention.start, mention.end, "text--receded")
        elif style not in hidden:
            yield Stretch(mention.start, mention.end, f"name--{style}")


def actor_layer(cast: Cast | None, actor: str | None) -> Layer:
    """Every mention of the chosen actor, its pronouns and descriptions too."""
    if cast is None or actor is None:
        return Layer()
    return span_layer((Span(mention.start, mention.end) for mention in cast.mentions_of(actor)), "text--actor")


def one_claim_layer(cast: Cast | None, claim_id: str | None) -> Layer:
    """Source, cue and content of the chosen claim."""
    claim = cast.claims.get(claim_id) if cast is not None and claim_id is not None else None
    if claim is None:
        return Layer()
    stretches = [Stretch(piece.start, piece.end, "text--claim") for piece in claim.content]
    if claim.cue is not None:
        stretches.append(Stretch(claim.cue.start, claim.cue.end, "text--cue"))
    if claim.source is not None:
        stretches.append(Stretch(claim.source.start, claim.source.end, "text--claim"))
    return Layer(stretches)


def gutter_layer(cast: Cast | None) -> Layer:
    """The extent of every claim; the style is the claim's id."""
    if cast is None:
        return Layer()
    extents = ((extent(claim), claim.id) for claim in cast.analysis.claims)
    return Layer(Stretch(span.start, span.end, claim_id) for span, claim_id in extents)


def span_layer(spans: Iterable[Span], style: str) -> Layer:
    """Plain spans in one style."""
    return Layer(Stretch(span.start, span.end, style) for span in spans)
