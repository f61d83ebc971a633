"""Whose words an article reports: the share of each actor, who is never heard, and how far sources are named.

A word counts once, for the outermost claim in which it stands, since that is the one whose word the article
takes for it. A refusal to speak is no voice.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

from tui.analysis.model import Analysis, Claim, Span

Basis = Literal["named", "unnamed", "nobody"]
BASES: tuple[Basis, ...] = get_args(Basis)
# Who is mentioned once in passing is not missed among those who speak.
_SPOKEN_ABOUT = 2


@dataclass(frozen=True, slots=True)
class Voice:
    """An actor that is heard: how many of the reported words are its own, in how many claims."""

    actor: str
    words: int
    claims: int


@dataclass(frozen=True, slots=True)
class Voices:
    """Who is heard in an article, most first, and who is only spoken about.

    `words` is the length of the article; `named`, `unnamed` and `nobody` are the reported words that rest on a
    source with a name, on one without, and on none. `unheard` are actors' ids.
    """

    words: int
    named: int
    unnamed: int
    nobody: int
    heard: tuple[Voice, ...]
    unheard: tuple[str, ...]

    @property
    def reported(self) -> int:
        """How many words of the article are somebody's."""
        return self.named + self.unnamed + self.nobody

    def share(self, words: int) -> int:
        """Words in per cent of the reported ones."""
        return round(100 * words / self.reported) if self.reported else 0

    def on(self, basis: Basis) -> int:
        """How many words rest on a kind of source."""
        return {"named": self.named, "unnamed": self.unnamed, "nobody": self.nobody}[basis]


def voices(text: str, analysis: Analysis) -> Voices:
    """The voices of an article."""
    starts = _word_starts(text)
    taken = bytearray(len(starts))
    names = {mention.actor for mention in analysis.mentions if mention.kind == "name"}
    words: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    bases: Counter[Basis] = Counter()
    outermost_first = sorted(analysis.claims, key=lambda claim: claim.within is not None)
    for claim in outermost_first:
        if claim.stance == "declined":
            continue
        own = sum(_take(piece, starts, taken) for piece in claim.content)
        actor = claim.source.actor if claim.source is not None else None
        bases[_basis(claim, names)] += own
        if actor is not None:
            words[actor] += own
            claims[actor] += 1
    heard = tuple(Voice(actor, count, claims[actor]) for actor, count in words.most_common())
    return Voices(len(starts), bases["named"], bases["unnamed"], bases["nobody"], heard, _unheard(analysis, set(words)))


def _word_starts(text: str) -> list[int]:
    return [k for k, c in enumerate(text) if not c.isspace() and (k == 0 or text[k - 1].isspace())]


def _take(piece: Span, starts: list[int], taken: bytearray) -> int:
    """How many words of a piece were nobody's so far; they are somebody's now."""
    first, last = bisect_left(starts, piece.start), bisect_left(starts, piece.end)
    new = taken.count(0, first, last)
    taken[first:last] = b"\1" * (last - first)
    return new


def _basis(claim: Claim, names: set[str | None]) -> Basis:
    if claim.source is None:
        return "nobody"
    return "named" if claim.source.actor is not None and claim.source.actor in names else "unnamed"


def _unheard(analysis: Analysis, heard: set[str]) -> tuple[str, ...]:
    """The people and organisations in the content of claims that make none themselves."""
    starts = [mention.start for mention in analysis.mentions]
    about: set[str] = set()
    for claim in analysis.claims:
        for piece in claim.content if claim.within is None else ():
            for mention in analysis.mentions[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]:
                if mention.actor is not None:
                    about.add(mention.actor)
    return tuple(
        actor.id
        for actor in analysis.actors
        if actor.id in about - heard and actor.category != "places" and len(actor.mentions) >= _SPOKEN_ABOUT
    )
