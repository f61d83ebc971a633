"""A few names in plain Python: which of them share most with a query, by trigrams and consonants."""

from collections import defaultdict
from collections.abc import Iterable
from math import log

from tui.search.forms import Form, consonants, form

# As many postings as one query may look through, rarest trigrams first.
_BUDGET = 40_000


def trigrams(words: tuple[str, ...]) -> set[str]:
    """The trigrams of words, each padded so that its beginning and end count."""
    found: set[str] = set()
    for word in words:
        padded = f" {word} "
        found.update(padded[at : at + 3] for at in range(len(padded) - 2))
    return found


class Postings:
    """Names that may be added to; trigrams and consonant skeletons lead to them."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._positions: defaultdict[str, list[int]] = defaultdict(list)
        self._postings: defaultdict[str, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._names)

    def add(self, name: str) -> None:
        """Append one name."""
        position = len(self._names)
        self._names.append(name)
        self._positions[name].append(position)
        for key in self._keys(form(name)):
            self._postings[key].append(position)

    def name(self, position: int) -> str:
        """A name as it was given."""
        return self._names[position]

    def all_names(self) -> list[str]:
        """Every name, in order."""
        return self._names

    def form(self, position: int) -> Form:
        """A name, ready to be compared."""
        return form(self._names[position])

    def candidates(self, query: Form, limit: int, most: int) -> Iterable[int]:
        """The same names, then those that share most with the query, weighted by rarity, best first."""
        lists = sorted((self._postings[key] for key in self._keys(query) if key in self._postings), key=len)
        weights: defaultdict[int, float] = defaultdict(float)
        spent = 0
        for positions in lists:
            spent += len(positions)
            if spent > _BUDGET and weights:
                break
            weight = log(1 + len(self._names) / len(positions))
            for position in positions:
                weights[position] += weight
        found = dict.fromkeys(self._positions.get(query.raw, ()))
        found.update(dict.fromkeys(sorted(weights, key=lambda position: (-weights[position], position))[:most]))
        return found

    @staticmethod
    def _keys(name: Form) -> set[str]:
        # Beginnings are for queries too short for a trigram; a sign parts them and skeletons from trigrams.
        keys = trigrams(name.words)
        for word in name.words:
            keys.update((f"^{word[:1]}", f"^{word[:2]}"))
            if len(bones := consonants(word)) > 1:
                keys.add(f"={bones}")
        return keys
