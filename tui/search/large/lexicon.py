"""The distinct words of many names, and which of them a word of a query may mean."""

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from tui.search.forms import consonants
from tui.search.large.grams import GRAMS, all_grams, all_heard, grams_of, heard
from tui.search.large.lists import Ints, Lists, Strings, lists, strings

Floats = NDArray[np.float32]
Meant = tuple[Ints, Floats]
"""Numbers of words, and how likely each is meant, 0 to 1."""

# As many entries as the grams of one asked word may lead through, the rarest grams first.
_BUDGET = 20_000
_CANDIDATES = 200
# Beneath this share of the best candidate's weight no word is looked at; beneath this likeness none is meant.
_NEAR, _LIKE = 0.3, 0.55
_REMEMBERED = 256
_HEAD = 8


class Lexicon:
    """Words in the order of the alphabet, so that those with one beginning stand together."""

    def __init__(self, words: Strings, sounds: Ints, grams: Lists) -> None:
        self.words, self.sounds, self.grams = words, sounds, grams
        self.lengths: Ints = np.diff(words.starts)
        self._heads = _heads(words)
        self._known: dict[str, Meant] = {}

    @classmethod
    def of(cls, words: list[str]) -> "Lexicon":
        """A lexicon of sorted, distinct, folded words."""
        sounds = all_heard(words)
        codes, owners = all_grams(words, sounds)
        return cls(strings(words), sounds.astype(np.uint32).view(np.int32), lists(codes, owners, GRAMS))

    def begun(self, beginning: str) -> tuple[int, int]:
        """The first word with a beginning, and the one after the last."""
        head = beginning.encode()[:_HEAD]
        low = int.from_bytes(head.ljust(_HEAD, b"\0"))
        high = int.from_bytes(head.ljust(_HEAD, b"\xff"))
        first, after = np.searchsorted(self._heads, np.array([low, high], np.uint64), "left").tolist()
        if len(beginning) <= _HEAD:
            return first, after
        inside = [number for number in range(first, after) if self.words[number].startswith(beginning)]
        return (inside[0], inside[-1] + 1) if inside else (first, first)

    def meant(self, asked: str) -> Meant:
        """The words that a word may mean: itself, begun, alike in letters or in sound."""
        known = self._known.get(asked)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[asked] = self._meant(asked)
        return known

    def _meant(self, asked: str) -> Meant:
        first, after = self.begun(asked)
        begun = np.arange(first, after, dtype=np.int32)
        shares = (0.8 + 0.2 * len(asked) / self.lengths[first:after]).astype(np.float32)
        if len(asked) < 2:
            return begun, shares
        alike, likeness = self._alike(asked)
        if after > first:
            other = (alike < first) | (alike >= after)
            alike, likeness = np.concatenate([begun, alike[other]]), np.concatenate([shares, likeness[other]])
        order = np.argsort(-likeness, kind="stable")
        return alike[order], likeness[order]

    def _alike(self, asked: str) -> Meant:
        near = self._sharing(asked)
        like: Floats = process.cdist([asked], self.words.some(near), scorer=fuzz.ratio, dtype=np.float32)[0] / 100
        same = self.sounds[near] == np.array(heard(asked), np.uint32).view(np.int32)
        if len(consonants(asked)) < 3:
            same[:, 1] = False
        like = np.maximum(like, np.where(same[:, 0], 0.9 + 0.1 * like, same[:, 1] * (0.8 + 0.15 * like)))
        kept = like >= _LIKE
        return near[kept], like[kept].astype(np.float32)

    def _sharing(self, asked: str) -> Ints:
        """The words that share most with another, rare grams weighing more."""
        codes = np.array(grams_of(asked), np.int32)
        sizes = self.grams.sizes(codes)
        order = np.argsort(sizes, kind="stable")
        fit = max(1, int(np.searchsorted(np.cumsum(sizes[order]), _BUDGET, "right")))
        ids, sizes = self.grams.joined(codes[order[:fit]])
        if not len(ids):
            return ids
        weights = np.log1p(len(self.words) / np.maximum(1, sizes))
        scores = np.bincount(ids, np.repeat(weights, sizes), len(self.words))
        near = np.flatnonzero(scores >= scores.max() * _NEAR).astype(np.int32)
        if len(near) > _CANDIDATES:
            near = near[np.argpartition(-scores[near], _CANDIDATES)[:_CANDIDATES]]
        return near


def _heads(words: Strings) -> NDArray[np.uint64]:
    """The first letters of sorted words as numbers in the same order."""
    starts, count = words.starts[:-1], len(words)
    heads = np.zeros(count, np.uint64)
    sizes = np.diff(words.starts)
    for at in range(_HEAD):
        heads <<= np.uint64(8)
        inside = sizes > at
        heads[inside] |= words.letters[starts[inside] + at].astype(np.uint64)
    return heads
