"""Find names by anything like them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tui.search.forms import Form, form
from tui.search.postings import Postings
from tui.search.rank import rate, why

if TYPE_CHECKING:
    from tui.search.large.segment import Segment

# Under this a name is no match, only a neighbour.
_CUTOFF = 50.0
# As many names as are rated for one query, beyond those that are asked for.
_CANDIDATES = 30
# As many names as are kept in plain Python: more of them are worth importing numpy.
_FEW = 4096
# Points that a name loses when it stands twice as far down the collection.
_PRIOR = 0.075
# A name that differs at most in signs stands where it stands, however far down.
_SAME = 98.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that matches: its position in the collection, a score from 0 to 100, and what matched."""

    position: int
    score: float
    reason: str


class Part(Protocol):
    """Some of the names, one after another, counted from 0."""

    def __len__(self) -> int: ...
    def form(self, position: int) -> Form: ...
    def name(self, position: int) -> str: ...
    def all_names(self) -> Iterable[str]: ...
    def candidates(self, query: Form, limit: int, most: int) -> Iterable[int]: ...


class NameIndex:
    """Fuzzy search over a collection of names, the most prominent first: among names that fit nearly
    equally the earlier one wins.

    A few names are kept in plain Python. More go into arrays, a part for each time that many were added; parts
    are joined when a new one is not much smaller than the last, so that adding names costs what is added.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._parts: list[Part] = []
        self._few = Postings()
        self.add(names)

    def __len__(self) -> int:
        return sum(map(len, self._parts)) + len(self._few)

    def add(self, names: Iterable[str]) -> None:
        """Append names; their positions follow those already there."""
        new = names if isinstance(names, list) else list(names)
        if len(self._few) + len(new) <= _FEW:
            for name in new:
                self._few.add(name)
            return
        joined: list[Part] = [self._few]
        count = len(self._few) + len(new)
        while self._parts and len(self._parts[-1]) < 2 * count:
            joined.insert(0, self._parts.pop())
            count += len(joined[0])
        self._parts.append(_segment(chain(*(part.all_names() for part in joined), new)))
        self._few = Postings()

    def name(self, position: int) -> str:
        """The name at a position."""
        for first, part in self._placed():
            if first <= position < first + len(part):
                return part.name(position - first)
        raise IndexError(position)

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """The names most like the query, best first; equal scores in the order of the collection."""
        if limit <= 0 or not query:
            return []
        asked = form(query)
        found: list[tuple[float, int, Form, str | None]] = []
        for first, part in self._placed():
            for position in part.candidates(asked, limit, limit + _CANDIDATES):
                name = part.form(position)
                score, reason = rate(asked, name)
                if score < _SAME:
                    score -= _PRIOR * log2(1 + first + position)
                if score >= _CUTOFF:
                    found.append((-score, first + position, name, reason))
        found.sort(key=lambda one: (one[0], one[1]))
        return [Hit(at, round(-score, 3), reason or why(asked, name)) for score, at, name, reason in found[:limit]]

    def save(self, path: Path) -> None:
        """Write the index into a file that `open` maps. Nothing is left half written."""
        from tui.search.large.store import save

        save(_segment(name for _, part in self._placed() for name in part.all_names()), path)

    @classmethod
    def open(cls, path: Path) -> "NameIndex":
        """The index in a file, without reading it whole. Raises `tui.search.large.store.UnreadableIndex`."""
        from tui.search.large.store import opened

        index = cls()
        index._parts.append(opened(path))
        return index

    def _placed(self) -> Iterator[tuple[int, Part]]:
        """The parts and the positions of their first names."""
        first = 0
        for part in (*self._parts, self._few):
            yield first, part
            first += len(part)


def _segment(names: Iterable[str]) -> "Segment":
    # numpy is imported with the first collection that is large, which no article is.
    from tui.search.large.segment import Segment

    return Segment.of(names)
