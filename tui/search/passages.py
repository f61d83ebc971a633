"""Stretches of an article, found by their words whatever their spelling."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import log
from operator import itemgetter

from tui.analysis.model import Span
from tui.search.forms import LINKERS
from tui.search.words import Vocabulary, Word, words

# The part of a query's weight that a stretch must have: of two words as common as each other, both.
_ENOUGH = 0.7
# Among misspellings of one word, those this much less likely than the best are not marked.
_NEARLY = 0.1

# By position of an asked word: the words of a stretch that it may mean, and how likely.
Meant = dict[int, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch by its position in the collection, how well it fits, why, and the words to mark."""

    position: int
    score: float
    reason: str
    matched: tuple[Span, ...]


class StretchIndex:
    """Typo-tolerant search over stretches of one text (sentences, claims), each given by its words."""

    def __init__(self, stretches: Sequence[Sequence[Word]], vocabulary: Vocabulary) -> None:
        self._stretches = stretches
        self._vocabulary = vocabulary
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        self._places: list[defaultdict[str, list[int]]] = []
        for position, stretch in enumerate(stretches):
            places: defaultdict[str, list[int]] = defaultdict(list)
            for at, word in enumerate(stretch):
                places[word.folded].append(at)
            self._places.append(places)
            for folded in places:
                self._holders[folded].append(position)

    def match(self, query: str) -> "Matches":
        """The stretches that hold the words of the query."""
        asked = [word.folded for word in words(query)]
        # Linkers are spelt in many ways or left out, so they only count when there is nothing else.
        asked = [word for word in asked if word not in LINKERS] or asked
        if not asked:
            return Matches(self, asked, [], {})
        likely = [self._vocabulary.meant(word) for word in asked]
        best = [self._best(meant) for meant in likely]
        # Rare words weigh more.
        weights = [log(1.5 + len(self._stretches) / max(1, len(stretches))) for stretches in best]
        whole = sum(weights)
        sums: defaultdict[int, float] = defaultdict(float)
        for weight, stretches in zip(weights, best, strict=True):
            for position, likeness in stretches.items():
                sums[position] += weight * likeness
        enough = _ENOUGH if len(asked) > 1 else 0.0
        scores = {position: score for position, total in sums.items() if (score := total / whole) >= enough}
        return Matches(self, asked, likely, scores)

    def _best(self, meant: Mapping[str, float]) -> dict[int, float]:
        """By the position of each stretch that has one of some words, how likely the likeliest of them is."""
        best: dict[int, float] = {}
        for word, likeness in sorted(meant.items(), key=itemgetter(1)):
            best.update(dict.fromkeys(self._holders.get(word, ()), likeness))
        return best

    def found(self, position: int, asked: list[str], likely: Sequence[Mapping[str, float]], score: float) -> Found:
        """A stretch that matches, with why and where."""
        stretch, places = self._stretches[position], self._places[position]
        meant: Meant = {
            at: {word: likelihood[word] for word in places.keys() & likelihood}
            for at, likelihood in enumerate(likely)
            if not places.keys().isdisjoint(likelihood)
        }
        phrase = _phrase([word.folded for word in stretch], meant, len(asked)) if len(asked) > 1 else None
        marked = phrase or sorted({at for word in _likeliest(meant) for at in places[word]})
        reason = _reason(asked, meant)
        if len(asked) > 1 and not phrase:
            reason = f"{reason}, apart"
            # Words far from each other say less than words close together.
            score *= 1.0 - min(0.15, 0.01 * (marked[-1] - marked[0] + 1 - len(marked)))
        spans = tuple(dict.fromkeys(Span(stretch[at].start, stretch[at].end) for at in marked))
        return Found(position, round(100 * score, 2), reason, spans)


@dataclass(frozen=True, slots=True)
class Matches:
    """What matches a query: how well each stretch does is known at once, why and where when it is asked for."""

    index: StretchIndex
    asked: list[str]
    likely: Sequence[Mapping[str, float]]
    """For each asked word the words that it may mean, and how likely."""
    scores: Mapping[int, float]
    """By position, 0 to 1."""

    def get(self, position: int) -> Found | None:
        """A stretch, if it matches."""
        score = self.scores.get(position)
        return None if score is None else self.index.found(position, self.asked, self.likely, score)

    def best(self, positions: Iterable[int], limit: int) -> list[Found]:
        """The best of some stretches that match, in their order."""
        first = nsmallest(limit, ((-self.scores[position], position) for position in positions))
        found = [self.index.found(position, self.asked, self.likely, -score) for score, position in first]
        return sorted(found, key=lambda one: (-one.score, one.position))


def _likeliest(meant: Meant) -> Iterable[str]:
    for likely in meant.values():
        best = max(likely.values())
        yield from (word for word, likeness in likely.items() if likeness >= best - _NEARLY * (best < 1.0))


def _reason(asked: list[str], meant: Meant) -> str:
    if all(asked[at] in likely for at, likely in meant.items()):
        return "the same words" if len(meant) == len(asked) else "most of the words"
    if all(any(word.startswith(asked[at]) for word in likely) for at, likely in meant.items()):
        return "words that begin so"
    return "words spelt nearly so"


def _phrase(stretch: list[str], meant: Meant, length: int) -> list[int] | None:
    """The positions of the asked words where they stand one after another, but for linkers, if they do."""
    if len(meant) < length:
        return None
    strong = [at for at, word in enumerate(stretch) if word not in LINKERS]
    for start in range(len(strong) - length + 1):
        if all(stretch[strong[start + at]] in meant[at] for at in range(length)):
            return strong[start : start + length]
    return None
