"""The claims of an article: drafts nested, given kinds, actors and ids."""

from bisect import bisect_left
from collections import defaultdict

from tui.analysis.drafting import drafts_of
from tui.analysis.drafts import Draft
from tui.analysis.model import Claim, Mention, Party, Span
from tui.analysis.quotes import Marks
from tui.analysis.syntax import Syntax
from tui.analysis.words import Word


def find_claims(syntax: Syntax, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """The claims of an article in the order of the text; their parties name actors where `mentions` do."""
    drafts, marks = drafts_of(syntax)
    return _numbered(drafts, marks, _Actors(mentions))


def _numbered(drafts: list[Draft], marks: Marks, actors: "_Actors") -> tuple[Claim, ...]:
    drafts = sorted(drafts, key=lambda d: (min(d.start, d.cue.start if d.cue else d.start), -d.end, d.form))
    ids = {id(draft): f"c{k}" for k, draft in enumerate(drafts, 1)}
    within = _nesting(drafts)
    claims = []
    for draft in drafts:
        content = tuple(draft.pieces)
        parent = within.get(id(draft))
        claims.append(
            Claim(
                id=ids[id(draft)],
                source=actors.party(draft.source, draft.source_head),
                cue=draft.cue,
                content=content,
                kind=marks.kind(content),
                stance=draft.stance,
                addressee=actors.party(draft.addressee, draft.addressee_head),
                within=ids[id(parent)] if parent is not None else None,
                form=draft.form,
            )
        )
    return tuple(claims)


def _nesting(drafts: list[Draft]) -> dict[int, Draft]:
    """For each draft the smallest one whose content holds its content and cue."""
    by_place: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for piece in draft.pieces:
            for block in range(piece.start // 512, piece.end // 512 + 1):
                by_place[block].append(draft)
    found: dict[int, Draft] = {}
    for draft in drafts:
        anchor = draft.cue or draft.pieces[0]
        holders = [other for other in by_place[anchor.start // 512] if other is not draft and _holds(other, draft)]
        if holders:
            found[id(draft)] = min(holders, key=lambda other: sum(p.end - p.start for p in other.pieces))
    return found


def _holds(outer: Draft, inner: Draft) -> bool:
    spans = [*inner.pieces, inner.cue] if inner.cue else inner.pieces
    size = sum(p.end - p.start for p in inner.pieces)
    if sum(p.end - p.start for p in outer.pieces) <= size:
        return False
    return all(any(p.start <= s.start and s.end <= p.end for p in outer.pieces) for s in spans)


class _Actors:
    """The actors of the mentions by their place."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self._mentions = [m for m in mentions if m.actor is not None]
        self._starts = [m.start for m in self._mentions]

    def party(self, span: Span | None, head: Word | None) -> Party | None:
        """A span as a party, with the actor of the mention at its head."""
        if span is None:
            return None
        actor = self._at(head.start) if head is not None else None
        return Party(span.start, span.end, actor or (self._first(span) if head is None else None))

    def _at(self, position: int) -> str | None:
        k = bisect_left(self._starts, position + 1) - 1
        for mention in reversed(self._mentions[max(0, k - 5) : k + 1]):
            if mention.start <= position < mention.end:
                return mention.actor
        return None

    def _first(self, span: Span) -> str | None:
        k = bisect_left(self._starts, span.start)
        return self._mentions[k].actor if k < len(self._mentions) and self._mentions[k].start < span.end else None
