"""Many names in arrays: which of them share most with a query."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tui.search.forms import LINKERS, Form, compounds, formed
from tui.search.large.lexicon import Floats, Lexicon, Meant
from tui.search.large.lists import Gathering, Ints, Lists, Strings, lists
from tui.text import fold

# As many names as the words of one query may lead through, and as are then weighed word by word.
_BUDGET = 12_000
_WEIGHED = 600
# As many names as may differ from a query in signs, accents and case alone and still all be rated.
_SAME = 1_000
# Names that fit so much less than the last of those wanted are not rated.
_MARGIN = 0.05
# How much less a name fits that stands twice as far down the collection.
_PRIOR = 0.002


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word of the query: what it may mean, and what it counts."""

    meant: Meant
    length: int


class Segment:
    """Names that do not change. Words lead to the names that have them, and names to their words."""

    def __init__(
        self,
        names: Strings,
        folded: Strings,
        lexicon: Lexicon,
        named: Lists,
        worded: Lists,
        keys: NDArray[np.uint32],
        keyed: Ints,
    ) -> None:
        self.names, self.folded, self.lexicon = names, folded, lexicon
        self.named, self.worded = named, worded
        self.keys, self.keyed = keys, keyed

    def __len__(self) -> int:
        return len(self.names)

    @classmethod
    def of(cls, names: Iterable[str]) -> "Segment":
        """Put names into arrays."""
        numbers: dict[str, int] = {}
        words, owners, keys = array("i"), array("i"), array("I")
        raws, folds = Gathering(), Gathering()
        for position, name in enumerate(names):
            folded = fold.__wrapped__(name)
            raws.add(name)
            folds.add(folded)
            keys.append(_key(folded, name))
            for word in dict.fromkeys((*folded.split(), *compounds(name, folded))):
                words.append(numbers.setdefault(word, len(numbers)))
                owners.append(position)
        ordered = sorted(numbers)
        rank = np.zeros(len(ordered) + 1, np.int32)
        rank[np.fromiter(map(numbers.__getitem__, ordered), np.int32, len(ordered))] = np.arange(len(ordered))
        del numbers
        ranked, positions = rank[np.frombuffer(words or b"", np.int32)], np.frombuffer(owners or b"", np.int32)
        sums = np.array(keys, np.uint32)
        keyed = np.argsort(sums, kind="stable").astype(np.int32)
        named = lists(ranked, positions, len(ordered))
        worded = lists(positions, ranked, len(sums))
        lexicon = Lexicon.of(ordered)
        return cls(raws.strings(), folds.strings(), lexicon, named, worded, sums[keyed], keyed)

    def name(self, position: int) -> str:
        """A name as it was given."""
        return self.names[position]

    def all_names(self) -> Iterator[str]:
        """Every name, in order."""
        return (self.names[position] for position in range(len(self)))

    def form(self, position: int) -> Form:
        """A name, ready to be compared."""
        return formed(self.names[position], self.folded[position])

    def candidates(self, query: Form, limit: int, most: int) -> Iterable[int]:
        """The names that fit word by word, the best first: `limit`, and more that fit nearly as well."""
        found = dict.fromkeys(self._same(query))
        asked = list(self._asked(query))
        names = self._led(asked)
        if len(names):
            scores = self._weighed(names, asked, max(1, len(query.compact)))
            order = np.argsort(-scores, kind="stable")[:most]
            last = scores[order[min(limit, len(order)) - 1]]
            found.update(dict.fromkeys(names[order[scores[order] >= last - _MARGIN]].tolist()))
        return found

    def _same(self, query: Form) -> list[int]:
        """The names that differ from the query at most in signs, accents and case."""
        asked = np.array([_key(query.folded, query.raw)], np.uint32)
        first = int(np.searchsorted(self.keys, asked, "left")[0])
        after = int(np.searchsorted(self.keys, asked, "right")[0])
        same: list[int] = self.keyed[first : min(after, first + _SAME)].tolist()
        return same

    def _asked(self, query: Form) -> Iterable[_Asked]:
        """The words of the query, and those that it may have parted."""
        strong = dict.fromkeys(word for word in query.words if word not in LINKERS)
        for word in strong or dict.fromkeys(query.words):
            yield _Asked(self.lexicon.meant(word), len(word))
        for word in compounds(query.raw, query.folded):
            yield _Asked(self.lexicon.meant(word), len(word))
        for one, two in zip(query.words, query.words[1:], strict=False):
            first, after = self.lexicon.begun(one + two)
            if first < after:
                yield _Asked(self.lexicon.meant(one + two), len(one + two))

    def _led(self, asked: list[_Asked]) -> Ints:
        """The names to which the meant words lead, those with most of them, within the budget."""
        share = _BUDGET // max(1, len(asked))
        names, weights = [np.zeros(0, np.int32)], [np.zeros(0, np.int64)]
        for word in asked:
            meant, likeness = word.meant
            fit = int(np.searchsorted(np.cumsum(self.named.sizes(meant)), share, "right")) + 1
            led, sizes = self.named.joined(meant[:fit])
            names.append(led[:share])
            weights.append(np.repeat((likeness[:fit] * (16 * min(word.length, 60))).astype(np.int64), sizes)[:share])
        packed = np.sort(np.concatenate(names).astype(np.int64) << 12 | np.concatenate(weights))
        owners = packed >> 12
        first = np.flatnonzero(np.diff(owners, prepend=-1))
        found = owners[first].astype(np.int32)
        if len(found) > _WEIGHED:
            sums = np.add.reduceat(packed & 4095, first)
            found = found[np.argpartition(-sums, _WEIGHED)[:_WEIGHED]]
        return found

    def _weighed(self, names: Ints, asked: list[_Asked], length: int) -> Floats:
        """How well names fit word by word, and how much of each is asked for."""
        words, sizes = self.worded.joined(names)
        first = np.cumsum(sizes) - sizes
        fit = np.zeros(len(names), np.float32)
        likely = np.zeros(len(words), np.float32)
        likeliest = np.zeros(len(self.lexicon.words), np.float32)
        for word in asked:
            meant, likeness = word.meant
            likeliest[meant] = likeness
            found = likeliest[words]
            likeliest[meant] = 0
            fit += np.maximum.reduceat(found, first) * word.length
            np.maximum(likely, found, out=likely)
        covered = np.add.reduceat(likely * self.lexicon.lengths[words], first)
        whole = np.maximum(1, self.folded.starts[names + 1] - self.folded.starts[names])
        share = np.minimum(1, covered / whole)
        fit = np.minimum(1, fit / length) * (0.84 + 0.16 * share)
        scores: Floats = (fit - _PRIOR * np.log2(1 + names)).astype(np.float32)
        return scores


def _key(folded: str, raw: str) -> int:
    """One number for all spellings of a name that differ only in signs, accents and case."""
    return crc32((folded.replace(" ", "") or raw).encode("utf-8", "surrogatepass"))
