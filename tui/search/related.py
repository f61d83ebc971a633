"""Where else an actor or a claim occurs in its article, and why it is thought to."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log

from tui.analysis.model import Actor, Analysis, Claim, Mention, Span
from tui.search.results import Result
from tui.search.titles import claim_hull, claim_title, context, one_line
from tui.search.words import Word

_SIMILAR = 0.25
_COMPANIONS = 12


class Related:
    """The cross references of one article, without a query."""

    def __init__(
        self,
        text: str,
        analysis: Analysis,
        passages: Sequence[Span],
        words: Sequence[Word],
        places: Mapping[str, Span | None],
    ) -> None:
        self._text = text
        self._analysis = analysis
        self._actors = {actor.id: actor for actor in analysis.actors}
        self._places = places
        self._passages = passages
        self._words, self._starts = words, [word.start for word in words]
        self._mentions = sorted(analysis.mentions, key=lambda mention: mention.start)
        self._mention_starts = [mention.start for mention in self._mentions]
        self._present = [self._actors_in([span]) for span in passages]
        claims = analysis.claims
        self._content = {claim.id: {w for piece in claim.content for w in self._folded(piece)} for claim in claims}
        common = Counter(word for content in self._content.values() for word in content)
        self._weights = {word: log(1 + len(claims) / count) for word, count in common.items()}

    def of_actor(self, actor: Actor) -> Iterator[Result]:
        """Its companions, the claims by and about it, and its mentions."""
        yield from self._companions({actor.id}, f"beside {actor.name}")
        for claim in self._analysis.claims:
            if claim.source and claim.source.actor == actor.id:
                yield self._claim(claim, 100.0, f"said by {actor.name}")
            elif actor.id in self._actors_in(claim.content):
                yield self._claim(claim, 90.0, f"about {actor.name}")
            elif claim.addressee and claim.addressee.actor == actor.id:
                yield self._claim(claim, 80.0, f"said to {actor.name}")
        for mention in self._mentions:
            if mention.actor == actor.id:
                span = Span(mention.start, mention.end)
                title = context(self._text, span)
                score, reason = (100.0, "name") if mention.kind == "name" else (90.0, mention.kind)
                yield Result("mention", span.start, span.end, title, score, reason, actor.id, None, (span,))

    def of_claim(self, claim: Claim) -> Iterator[Result]:
        """The actors in it, the claims that oppose, hold or resemble it, and passages with the same names."""
        named = self._actors_in(claim.content)
        speaker = claim.source.actor if claim.source else None
        if speaker in self._actors:
            yield from self._actor_result(self._actors[speaker], 100.0, "says it")
        for actor_id in sorted(named - {speaker}):
            yield from self._actor_result(self._actors[actor_id], 90.0, "named in it")
        yield from self._other_claims(claim)
        hull = claim_hull(claim)
        for span, present in zip(self._passages, self._present, strict=True):
            shared = named & present
            if (len(shared) > 1 or (shared and len(named) == 1)) and (span.end <= hull.start or span.start >= hull.end):
                names = ", ".join(sorted(self._actors[one].name for one in shared))
                score = round(100 * len(shared) / len(named), 2)
                marks = tuple(
                    Span(m.start, m.end) for m in self._mentions_in(span) if m.actor in shared and m.end <= span.end
                )
                title = one_line(self._text, span)
                yield Result("passage", span.start, span.end, title, score, f"also names {names}", matched=marks)

    def _other_claims(self, claim: Claim) -> Iterator[Result]:
        opposed = {
            other: dispute.reason
            for dispute in self._analysis.disputes
            if claim.id in dispute.claims
            for other in dispute.claims
        }
        for other in self._analysis.claims:
            if other.id == claim.id:
                continue
            likeness = self._likeness(claim, other)
            if other.id in opposed:
                yield self._claim(other, 100.0, f"disputed: {opposed[other.id]}" if opposed[other.id] else "disputed")
            elif other.id == claim.within:
                yield self._claim(other, 95.0, "reports it")
            elif other.within == claim.id:
                yield self._claim(other, 95.0, "reported in it")
            elif likeness >= _SIMILAR:
                yield self._claim(other, round(90 * likeness, 2), "similar words")
            elif claim.source and other.source and claim.source.actor and claim.source.actor == other.source.actor:
                yield self._claim(other, 20.0, "same speaker")

    def _likeness(self, one: Claim, other: Claim) -> float:
        """The part of the words of two claims that both have, rare words counting more."""
        ours, theirs = self._content[one.id], self._content[other.id]
        both = sum(self._weights[word] for word in ours & theirs)
        either = sum(self._weights[word] for word in ours | theirs)
        return both / either if either else 0.0

    def _companions(self, chosen: set[str], reason: str) -> Iterator[Result]:
        beside = Counter(other for present in self._present if chosen <= present for other in present - chosen)
        for actor_id, count in beside.most_common(_COMPANIONS):
            times = "once" if count == 1 else f"in {count} passages"
            yield from self._actor_result(self._actors[actor_id], float(min(99, 50 + count)), f"{reason} {times}")

    def _actor_result(self, actor: Actor, score: float, reason: str) -> Iterator[Result]:
        place = self._places[actor.id]
        if place is not None:
            title = ", ".join((actor.name, *actor.roles[:1]))
            yield Result("actor", place.start, place.end, title, score, reason, actor.id, None, (place,))

    def _claim(self, claim: Claim, score: float, reason: str) -> Result:
        hull = claim_hull(claim)
        speaker = claim.source.actor if claim.source else None
        title = claim_title(self._text, claim, self._actors)
        return Result("claim", hull.start, hull.end, title, score, reason, speaker, claim.id, claim.content)

    def _mentions_in(self, span: Span) -> list[Mention]:
        starts = self._mention_starts
        return self._mentions[bisect_left(starts, span.start) : bisect_right(starts, span.end - 1)]

    def _actors_in(self, spans: Sequence[Span]) -> set[str]:
        return {m.actor for span in spans for m in self._mentions_in(span) if m.actor in self._actors and m.actor}

    def _folded(self, span: Span) -> list[str]:
        starts = self._starts
        inside = self._words[bisect_left(starts, span.start) : bisect_right(starts, span.end - 1)]
        return [word.folded for word in inside if len(word.folded) > 3]
