"""How places of an article are shown on one line."""

from tui.analysis.model import Actor, Claim, Party, Span

# Code points of context on either side.
_CONTEXT = 44


def one_line(text: str, span: Span | Party) -> str:
    """The text of a span on one line."""
    return " ".join(text[span.start : span.end].split())


def context(text: str, span: Span) -> str:
    """A span with some words of its line before and after it."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _CONTEXT)
    stop = text.find("\n", span.end)
    end = min(len(text) if stop < 0 else stop, span.end + _CONTEXT)
    before, after = text[start : span.start], text[span.end : end]
    if start and text[start - 1] not in "\n ":
        before = before[before.find(" ") + 1 :] if " " in before else ""
    if end < len(text) and text[end] not in "\n ":
        after = after[: after.rfind(" ")] if " " in after else ""
    return " ".join((before + text[span.start : span.end] + after).split())


def claim_hull(claim: Claim) -> Span:
    """The stretch from the first to the last word of a claim, its source and its cue."""
    parts: list[Span] = list(claim.content)
    if claim.cue:
        parts.append(claim.cue)
    if claim.source:
        parts.append(Span(claim.source.start, claim.source.end))
    return Span(min(part.start for part in parts), max(part.end for part in parts)) if parts else Span(0, 0)


def claim_title(text: str, claim: Claim, actors: dict[str, Actor]) -> str:
    """One line: who, and what is claimed."""
    who = "Unattributed"
    if claim.source:
        actor = actors.get(claim.source.actor or "")
        who = actor.name if actor else one_line(text, claim.source)
    return f"{who}: {' … '.join(one_line(text, piece) for piece in claim.content)}"
