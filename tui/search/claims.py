"""Search over the claims of an article: by what is said, by whom, and in which stance."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from tui.analysis.model import Actor, Claim, Span
from tui.search.names import Hit
from tui.search.passages import Found, StretchIndex
from tui.search.phrases import fulfilled
from tui.search.query import Query
from tui.search.results import Part, Result, in_plain_words
from tui.search.titles import claim_hull, claim_title
from tui.search.words import Vocabulary, Word

WordsIn = Callable[[Span], list[Word]]
Speakers = Mapping[str, Hit]
"""By actor id, how well its name fits."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a claim fits one part of a query, why, and what to mark."""

    score: float
    reason: str
    matched: tuple[Span, ...] = ()


class ClaimSearch:
    """The claims of one article and the words of each."""

    def __init__(
        self, text: str, claims: Sequence[Claim], actors: dict[str, Actor], words_in: WordsIn, vocabulary: Vocabulary
    ) -> None:
        self._text, self._claims, self._actors = text, claims, actors
        self._words_in, self._vocabulary = words_in, vocabulary
        self._sources = [Span(one.source.start, one.source.end) if one.source else None for one in claims]
        # The words between source and content are nobody's claim.
        self._words = [
            self._words_of((*claim.content, *([source] if source else [])))
            for claim, source in zip(claims, self._sources, strict=True)
        ]
        self._everything = StretchIndex(self._words, vocabulary)

    @cached_property
    def _contents(self) -> StretchIndex:
        return StretchIndex([self._words_of(claim.content) for claim in self._claims], self._vocabulary)

    @cached_property
    def _speakers(self) -> StretchIndex:
        return StretchIndex([self._words_of((one,) if one else ()) for one in self._sources], self._vocabulary)

    def search(self, query: Query, named: Speakers, by: Speakers) -> Part:
        """The claims that fit every part of a query; the actors whose names fit its words and its by: are known."""
        words = self._everything.match(query.words)
        said = self._contents.match(query.said or "") if query.said else None
        sources = self._speakers.match(query.by or "") if query.by else None
        fitting: list[tuple[float, int]] = []
        for position, claim in enumerate(self._claims):
            speaker = claim.source.actor if claim.source else None
            scores = [100.0]
            if query.words.strip():
                scores.append(max(_score(named, speaker), 100 * words.scores.get(position, 0.0)))
            if said is not None:
                scores.append(100 * said.scores.get(position, 0.0))
            if sources is not None:
                scores.append(max(_score(by, speaker), 100 * sources.scores.get(position, 0.0)))
            if min(scores) > 0 and self._allowed(position, query):
                fitting.append((-min(scores), position))

        def best(most: int) -> list[Result]:
            results = []
            for _, position in nsmallest(most, fitting):
                speaker = self._speaker(position)
                hit, said_by = named.get(speaker or ""), by.get(speaker or "")
                fits = [
                    self._by_words(position, hit, words.get(position)),
                    _fit(said.get(position), "what is said: ") if said is not None else None,
                    self._by_words(position, said_by, sources.get(position)) if sources is not None else None,
                ]
                results.append(self._result(position, [fit for fit in fits if fit is not None], query))
            return results

        return Part("claim", len(fitting), best)

    def _allowed(self, position: int, query: Query) -> bool:
        """Whether a claim has the stance, the type of speaker and the phrases that are asked for."""
        if query.stances is not None and self._claims[position].stance not in query.stances:
            return False
        if query.labels is not None:
            actor = self._actors.get(self._speaker(position) or "")
            if actor is None or actor.label not in query.labels:
                return False
        return not query.exact or fulfilled(query, self._words[position]) is not None

    def _speaker(self, position: int) -> str | None:
        source = self._claims[position].source
        return source.actor if source else None

    def _result(self, position: int, fits: list[_Fit], query: Query) -> Result:
        claim = self._claims[position]
        hull = claim_hull(claim)
        score = min((fit.score for fit in fits), default=100.0)
        reason = "; ".join(dict.fromkeys(fit.reason for fit in fits)) or claim.stance
        phrases = (fulfilled(query, self._words[position]) or ()) if query.phrases else ()
        marks = tuple(sorted({span for fit in fits for span in fit.matched} | set(phrases)))
        title = claim_title(self._text, claim, self._actors)
        return Result("claim", hull.start, hull.end, title, score, reason, self._speaker(position), claim.id, marks)

    def _by_words(self, position: int, hit: Hit | None, found: Found | None) -> _Fit | None:
        """By its words, or by its speaker's name when the words are only those of the speaker."""
        source = self._sources[position]
        in_source = found is None or (source is not None and _within(found.matched, source))
        if hit is not None and source is not None and in_source:
            return _Fit(hit.score, f"speaker: {in_plain_words(hit.reason)}", (source,))
        return _fit(found, "speaker: " if in_source else "")

    def _words_of(self, spans: Sequence[Span]) -> list[Word]:
        return [word for span in sorted(spans) for word in self._words_in(span)]


def _score(speakers: Speakers, speaker: str | None) -> float:
    hit = speakers.get(speaker or "")
    return hit.score if hit is not None else 0.0


def _fit(found: Found | None, prefix: str) -> _Fit | None:
    return _Fit(found.score, prefix + found.reason, found.matched) if found is not None else None


def _within(spans: tuple[Span, ...], outer: Span) -> bool:
    return all(outer.start <= span.start and span.end <= outer.end for span in spans)
