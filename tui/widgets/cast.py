"""An analysis made ready for looking things up: everything the panes ask about actors and claims."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cached_property

from tui.analysis.model import Actor, Analysis, Claim, Mention, Span
from tui.articles.article import Article

_OVERLAPS = 8


class Cast:
    """Who and what stands where in one article."""

    def __init__(self, article: Article, analysis: Analysis, *, whole: bool = True) -> None:
        self.whole = whole
        """Whether all of the article is analysed."""
        self.article = article
        self.analysis = analysis
        self.actors = {actor.id: actor for actor in analysis.actors}
        self.mentions = {mention.id: mention for mention in analysis.mentions}
        self.claims = {claim.id: claim for claim in analysis.claims}

    @cached_property
    def _mentions_of(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.analysis.mentions:
            if mention.actor is not None:
                found[mention.actor].append(mention)
        return found

    @cached_property
    def _claims_by(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.analysis.claims:
            if claim.source is not None and claim.source.actor is not None:
                found[claim.source.actor].append(claim)
        return found

    @cached_property
    def _claims_about(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        starts = [mention.start for mention in self.analysis.mentions]
        for claim in self.analysis.claims:
            source = claim.source.actor if claim.source else None
            about: dict[str, None] = {}
            for piece in claim.content:
                index = bisect_right(starts, piece.start - 1)
                while index < len(starts) and starts[index] < piece.end:
                    actor = self.analysis.mentions[index].actor
                    if actor is not None and actor != source:
                        about[actor] = None
                    index += 1
            for actor in about:
                found[actor].append(claim)
        return found

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.article.paragraphs]

    @cached_property
    def _actors_in(self) -> dict[int, dict[str, None]]:
        found: dict[int, dict[str, None]] = defaultdict(dict)
        for mention in self.analysis.mentions:
            if mention.actor is not None:
                found[self.paragraph(mention.start)][mention.actor] = None
        return found

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph in which an offset stands."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def mentions_of(self, actor: str) -> list[Mention]:
        """Every mention of an actor, in the order of the text."""
        return self._mentions_of.get(actor, [])

    @cached_property
    def claim_extents(self) -> list[tuple[Span, str]]:
        """Where each claim stands, and its id, in the order of the text."""
        return sorted((extent(claim), claim.id) for claim in self.analysis.claims)

    @cached_property
    def claim_places(self) -> list[Span]:
        """Where the claims stand, in the order of the text."""
        return [place for place, _ in self.claim_extents]

    def claims_by(self, actor: str) -> list[Claim]:
        """The claims an actor makes."""
        return self._claims_by.get(actor, [])

    def claims_about(self, actor: str) -> list[Claim]:
        """The claims of others in whose content an actor is mentioned."""
        return self._claims_about.get(actor, [])

    def companions(self, actor: str) -> list[tuple[Actor, int]]:
        """The actors in the same paragraphs, and in how many of them; most frequent first."""
        counts: Counter[str] = Counter()
        for paragraph in dict.fromkeys(self.paragraph(mention.start) for mention in self.mentions_of(actor)):
            counts.update(other for other in self._actors_in[paragraph] if other != actor)
        return [(self.actors[other], count) for other, count in counts.most_common() if other in self.actors]

    @cached_property
    def _members(self) -> dict[str, list[tuple[Actor, str]]]:
        found: dict[str, list[tuple[Actor, str]]] = defaultdict(list)
        for actor in self.analysis.actors:
            for link in actor.affiliations:
                found[link.actor].append((actor, link.role))
        return found

    def members(self, actor: str) -> list[tuple[Actor, str]]:
        """Who belongs to an actor, and as what; most prominent first."""
        return self._members.get(actor, [])

    def speaker(self, claim: Claim) -> str:
        """Who makes a claim, in one line: the actor's name, with the article's words where these differ."""
        if claim.source is None:
            return "Unattributed"
        words = one_line(self.article.text[claim.source.start : claim.source.end])
        actor = self.actors.get(claim.source.actor or "")
        if actor is None or actor.name == words:
            return words
        return f"{actor.name} ({words})"

    def content(self, claim: Claim) -> str:
        """What is claimed, in one line; left-out stretches are dots."""
        return " … ".join(one_line(self.article.text[piece.start : piece.end]) for piece in claim.content)

    def mention_at(self, place: Span) -> Mention | None:
        """The mention that stands exactly at a place."""
        index = bisect_right(self.analysis.mentions, place.start, key=lambda mention: mention.start) - 1
        while index >= 0 and self.analysis.mentions[index].start == place.start:
            if self.analysis.mentions[index].end == place.end:
                return self.analysis.mentions[index]
            index -= 1
        return None

    def mention_around(self, offset: int) -> Mention | None:
        """The last mention that begins at or before an offset and goes on over it."""
        mentions = self.analysis.mentions
        index = bisect_right(mentions, offset, key=lambda mention: mention.start) - 1
        # Mentions overlap only a little: who is not among the last few does not reach so far.
        for mention in reversed(mentions[max(0, index - _OVERLAPS) : index + 1]):
            if offset < mention.end:
                return mention
        return None

    def actor_at(self, place: Span) -> str | None:
        """The actor mentioned at a place."""
        mention = self.mention_at(place)
        return mention.actor if mention is not None else None


def extent(claim: Claim) -> Span:
    """From the first to the last character that belongs to a claim."""
    spans = [(piece.start, piece.end) for piece in claim.content]
    spans += [(part.start, part.end) for part in (claim.source, claim.cue) if part is not None]
    if not spans:
        return Span(0, 0)
    return Span(min(start for start, _ in spans), max(end for _, end in spans))


_QUOTE_MARKS = re.compile(r"^(?:>[ \u00a0]?)+", re.MULTILINE)
_WHITE_SPACE = re.compile(r"\s+")


def one_line(text: str) -> str:
    """Text with every run of white space as one space, and without the marks of block quotes."""
    return spaced(text).strip()


def spaced(text: str) -> str:
    """Like `one_line`, but keeps a space at its ends."""
    return _WHITE_SPACE.sub(" ", _QUOTE_MARKS.sub("", text))
