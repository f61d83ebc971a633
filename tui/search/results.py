"""What a search in an article answers with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """Results of one kind: how many there are, and the best of them."""

    kind: ResultKind
    count: int
    results: Sequence[Result]


def parts(results: Iterable[Result]) -> list[Part]:
    """Results put together by kind."""
    found = list(results)
    by_kind = ((kind, [result for result in found if result.kind == kind]) for kind in KINDS)
    return [Part(kind, len(members), members) for kind, members in by_kind]


def answer(found: Iterable[Part], limit: int, asked: tuple[str, ...] = (), mistakes: tuple[str, ...] = ()) -> Answer:
    """The results by kind, the best of each first; when there are too many, each kind keeps its best."""
    counts: dict[str, int] = {}
    ranked = []
    for part in found:
        counts[part.kind] = part.count
        best = sorted(part.results, key=lambda result: (-result.score, result.start))
        ranked += [(rank, KINDS.index(part.kind), result) for rank, result in enumerate(best)]
    kept = sorted(ranked, key=lambda one: one[:2])[:limit]
    return Answer(
        tuple(result for _, _, result in sorted(kept, key=lambda one: (one[1], one[0]))), counts, asked, mistakes
    )
