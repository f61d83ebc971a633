"""Search over the claims of an article: by what is said, by whom, and in which stance."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.analysis.model import Actor, Claim, Span
from tui.search.names import Hit
from tui.search.passages import Found, StretchIndex
from tui.search.phrases import fulfilled
from tui.search.query import Query
from tui.search.results import Result, in_plain_words
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

    def search(self, query: Query, named: Speakers, by: Speakers) -> Iterator[Result]:
        """The claims that fit every part of a query; the actors whose names fit its words and its by: are known."""
        words = _found(self._everything, query.words)
        said = _found(self._contents, query.said or "")
        sources = _found(self._speakers, query.by or "")
        for position, claim in enumerate(self._claims):
            speaker = claim.source.actor if claim.source else None
            if query.stances is not None and claim.stance not in query.stances:
                continue
            if query.labels is not None and (speaker not in self._actors or self._label(speaker) not in query.labels):
                continue
            fits: list[_Fit | None] = []
            if query.words.strip():
                fits.append(self._by_words(position, named.get(speaker or ""), words.get(position)))
            if query.said:
                fits.append(_fit(said.get(position), "what is said: "))
            if query.by:
                fits.append(self._by_speaker(position, by.get(speaker or ""), sources.get(position)))
            phrases = fulfilled(query, self._words[position])
            if phrases is not None and (result := self._result(position, fits, phrases)):
                yield result

    def _result(self, position: int, fits: list[_Fit | None], phrases: tuple[Span, ...]) -> Result | None:
        claim = self._claims[position]
        good = [fit for fit in fits if fit is not None]
        if len(good) < len(fits):
            return None
        hull, speaker = claim_hull(claim), claim.source.actor if claim.source else None
        score = min((fit.score for fit in good), default=100.0)
        reason = "; ".join(dict.fromkeys(fit.reason for fit in good)) or claim.stance
        marks = tuple(sorted({span for fit in good for span in fit.matched} | set(phrases)))
        title = claim_title(self._text, claim, self._actors)
        return Result("claim", hull.start, hull.end, title, score, reason, speaker, claim.id, marks)

    def _by_words(self, position: int, hit: Hit | None, found: Found | None) -> _Fit | None:
        """By its words, or by its speaker's name when the words are only those of the speaker."""
        source = self._sources[position]
        in_source = found is None or (source is not None and _within(found.matched, source))
        if hit is not None and source is not None and in_source:
            return _Fit(hit.score, f"speaker: {in_plain_words(hit.reason)}", (source,))
        return _fit(found, "speaker: " if in_source else "")

    def _by_speaker(self, position: int, hit: Hit | None, found: Found | None) -> _Fit | None:
        source = self._sources[position]
        if hit is not None and source is not None:
            return _Fit(hit.score, f"speaker: {in_plain_words(hit.reason)}", (source,))
        return _fit(found, "speaker: ")

    def _label(self, actor: str | None) -> str:
        return self._actors[actor or ""].label

    def _words_of(self, spans: Sequence[Span]) -> list[Word]:
        return [word for span in sorted(spans) for word in self._words_in(span)]


def _found(index: StretchIndex, query: str) -> dict[int, Found]:
    return {one.position: one for one in index.search(query)} if query.strip() else {}


def _fit(found: Found | None, prefix: str) -> _Fit | None:
    return _Fit(found.score, prefix + found.reason, found.matched) if found is not None else None


def _within(spans: tuple[Span, ...], outer: Span) -> bool:
    return all(outer.start <= span.start and span.end <= outer.end for span in spans)
