"""Which names share trigrams with a query: an inverted index in plain Python."""

from collections import defaultdict
from math import log

from tui.search.forms import Form, consonants

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
    """Trigrams and consonant skeletons of names, and the names that have them."""

    def __init__(self) -> None:
        self._names: defaultdict[str, list[int]] = defaultdict(list)
        self._count = 0

    def add(self, position: int, name: Form) -> None:
        """Index one name."""
        self._count += 1
        for key in self._keys(name):
            self._names[key].append(position)

    def candidates(self, query: Form, limit: int) -> list[int]:
        """The names that share most with the query, weighted by rarity, best first."""
        lists = sorted((self._names[key] for key in self._keys(query) if key in self._names), key=len)
        weights: defaultdict[int, float] = defaultdict(float)
        spent = 0
        for positions in lists:
            spent += len(positions)
            if spent > _BUDGET and weights:
                break
            weight = log(1 + self._count / len(positions))
            for position in positions:
                weights[position] += weight
        return sorted(weights, key=lambda position: (-weights[position], position))[:limit]

    @staticmethod
    def _keys(name: Form) -> set[str]:
        # Beginnings are for queries too short for a trigram; a sign parts them and skeletons from trigrams.
        keys = trigrams(name.words)
        for word in name.words:
            keys.update((f"^{word[:1]}", f"^{word[:2]}"))
            if len(bones := consonants(word)) > 1:
                keys.add(f"={bones}")
        return keys
