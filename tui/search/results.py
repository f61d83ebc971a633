"""What a search in an article answers with."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args, overload

from tui.analysis.model import Span

ResultKind = Literal["actor", "claim", "mention", "passage"]
KINDS: tuple[ResultKind, ...] = get_args(ResultKind)

_PLAIN = {
    "exact": "the same",
    "folded": "the same but for accents, case or signs",
    "prefix": "begins like this",
    "typo": "spelt nearly so",
    "word order": "these words in another order, or with others between",
    "initials": "initials",
    "transliteration": "sounds like this",
    "begun": "begins with these sounds",
}


def in_plain_words(reason: str) -> str:
    """Why a name matched, for a reader."""
    return _PLAIN.get(reason, reason)


@dataclass(frozen=True, slots=True)
class Result:
    """A place in the article, why it is shown, and one clean line to show for it.

    `matched` are the spans to mark, within start and end; `actor` and `claim` are ids when it stands for one.
    """

    kind: ResultKind
    start: int
    end: int
    title: str
    score: float
    reason: str
    actor: str | None = None
    claim: str | None = None
    matched: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Answer(Sequence[Result]):
    """Results by kind, the best of each first.

    `counts` counts also those that were left out for being too many; `asked` are the folded words of the query;
    `mistakes` tell what is wrong in it.
    """

    results: tuple[Result, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Result: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Result]: ...
    def __getitem__(self, index: int | slice) -> Result | Sequence[Result]:
        return self.results[index]

    def __len__(self) -> int:
        return len(self.results)

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)


@dataclass(frozen=True, slots=True)
class Part:
    """Results of one kind: how many there are, and what makes the best of them, at most so many."""

    kind: ResultKind
    count: int
    best: Callable[[int], Sequence[Result]]


def parts(results: Iterable[Result]) -> list[Part]:
    """Results put together by kind."""
    found = sorted(results, key=_rank)
    return [_part(kind, [result for result in found if result.kind == kind]) for kind in KINDS]


def _part(kind: ResultKind, ranked: Sequence[Result]) -> Part:
    return Part(kind, len(ranked), lambda most: ranked[:most])


def answer(found: Iterable[Part], limit: int, asked: tuple[str, ...] = (), mistakes: tuple[str, ...] = ()) -> Answer:
    """The results by kind, the best of each first; when there are too many, each kind keeps its best."""
    ordered = sorted(found, key=lambda part: KINDS.index(part.kind))
    counts: dict[str, int] = {part.kind: part.count for part in ordered}
    kept: list[Result] = []
    for part, share in zip(ordered, _shares(list(counts.values()), limit), strict=True):
        if share:
            kept += sorted(part.best(share), key=_rank)
    return Answer(tuple(kept), counts, asked, mistakes)


def _rank(result: Result) -> tuple[float, int]:
    return -result.score, result.start


def _shares(counts: Sequence[int], limit: int) -> list[int]:
    """How many of each kind may stay, alike for all that have so many."""
    shares = [0] * len(counts)
    while limit > 0 and (wanting := [at for at, count in enumerate(counts) if shares[at] < count]):
        for at in wanting[:limit]:
            shares[at] += 1
        limit -= len(wanting)
    return shares
