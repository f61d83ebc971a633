"""Find names by anything like them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.search.forms import form
from tui.search.postings import Postings
from tui.search.rank import rate

# Under this a name is no match, only a neighbour.
_CUTOFF = 50.0
_CANDIDATES = 120


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that matches: its position in the collection, a score from 0 to 100, and what matched."""

    position: int
    score: float
    reason: str


class NameIndex:
    """Fuzzy search over a collection of names. Adding names costs what is added."""

    def __init__(self, names: Sequence[str] = ()) -> None:
        self._names: list[str] = []
        self._positions: dict[str, list[int]] = {}
        self._postings = Postings()
        self.add(names)

    def __len__(self) -> int:
        return len(self._names)

    def add(self, names: Iterable[str]) -> None:
        """Append names; their positions follow those already there."""
        for name in names:
            position = len(self._names)
            self._names.append(name)
            self._positions.setdefault(name, []).append(position)
            self._postings.add(position, form(name))

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """The names most like the query, best first; equal scores in the order of the collection."""
        if limit <= 0 or not (query.strip() or query in self._positions):
            return []
        hits = [hit for hit in self._hits(query) if hit.score >= _CUTOFF]
        hits.sort(key=lambda hit: (-hit.score, len(self._names[hit.position]), hit.position))
        return hits[:limit]

    def _hits(self, query: str) -> Iterator[Hit]:
        asked = form(query)
        candidates = dict.fromkeys(self._positions.get(query, ()))
        candidates.update(dict.fromkeys(self._postings.candidates(asked, _CANDIDATES)))
        for position in candidates:
            score, reason = rate(asked, form(self._names[position]))
            yield Hit(position, score, reason)
