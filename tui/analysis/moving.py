"""An analysis of a stretch of an article, moved to where the stretch stands in the whole."""

from dataclasses import replace

from tui.analysis.model import Analysis, Claim, Party, Span


def moved(analysis: Analysis, by: int) -> Analysis:
    """The analysis with every offset so much further on."""
    if not by:
        return analysis
    return replace(
        analysis,
        mentions=tuple(replace(one, start=one.start + by, end=one.end + by) for one in analysis.mentions),
        claims=tuple(_claim(claim, by) for claim in analysis.claims),
        disputes=tuple(
            replace(dispute, passages=tuple(_span(passage, by) for passage in dispute.passages))
            for dispute in analysis.disputes
        ),
    )


def _claim(claim: Claim, by: int) -> Claim:
    return replace(
        claim,
        source=_party(claim.source, by),
        cue=_span(claim.cue, by) if claim.cue else None,
        content=tuple(_span(piece, by) for piece in claim.content),
        addressee=_party(claim.addressee, by),
    )


def _span(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _party(party: Party | None, by: int) -> Party | None:
    return None if party is None else replace(party, start=party.start + by, end=party.end + by)
