"""Grams of words as numbers: trigrams, letters skipped in short words, the whole sound, the consonants."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tui.search.forms import consonants, sound

Ints = NDArray[np.int32]
Wide = NDArray[np.int64]

# Letters and digits are all that folding leaves; 0 is the gap between words.
_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
_LETTERS = len(_ALPHABET) + 1
# A wrong letter leaves a short word hardly a trigram, but one that skips the letter.
_SHORT = 7
# The numbers after those of the trigrams are for sounds and consonants; two of them may share a number.
_TRIGRAMS, _BUCKETS = _LETTERS**3, 1 << 16
_AT_ONCE = 5_000
GRAMS = _TRIGRAMS + 2 * _BUCKETS

_VALUE = {letter: value for value, letter in enumerate(_ALPHABET, 1)}
_VALUES = np.zeros(256, np.int64)
for _letter, _value in _VALUE.items():
    _VALUES[ord(_letter)] = _value


@lru_cache(maxsize=4096)
def heard(word: str) -> tuple[int, int]:
    """A number for the sound of a folded word and one for its consonants."""
    # Not by their caches: a collection's words, each once, would fill them for nothing.
    return crc32(sound.__wrapped__(word).encode()), crc32(consonants.__wrapped__(word).encode())


def grams_of(word: str) -> list[int]:
    """The distinct grams of one folded word."""
    values = [0, *map(_VALUE.__getitem__, word), 0]
    found = {(a * _LETTERS + b) * _LETTERS + c for a, b, c in zip(values, values[1:], values[2:], strict=False)}
    if len(word) <= _SHORT:
        for a, b, c, d in zip(values, values[1:], values[2:], values[3:], strict=False):
            found.update(((a * _LETTERS + b) * _LETTERS + d, (a * _LETTERS + c) * _LETTERS + d))
    by_sound, by_bones = heard(word)
    return [*found, _TRIGRAMS + by_sound % _BUCKETS, _TRIGRAMS + _BUCKETS + by_bones % _BUCKETS]


def all_heard(words: Iterable[str]) -> Wide:
    """What is `heard` of many words, a row for each."""
    return np.fromiter((heard.__wrapped__(word) for word in words), np.dtype((np.int64, 2)))


def all_grams(words: Sequence[str], sounds: Wide) -> tuple[Ints, Ints]:
    """The distinct grams of many folded words, and whose they are; `sounds` has what is `heard` of each."""
    codes, owners = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    # A piece at a time, for the arrays on the way are many times as large as those that are kept.
    for first in range(0, len(words), _AT_ONCE):
        piece = slice(first, first + _AT_ONCE)
        pairs = _grams_of_some(words[piece], sounds[piece])
        codes.append((pairs >> 32).astype(np.int32))
        owners.append((pairs & 0xFFFFFFFF).astype(np.int32) + np.int32(first))
    return np.concatenate(codes), np.concatenate(owners)


def _grams_of_some(words: Sequence[str], sounds: Wide) -> Wide:
    letters = _VALUES[np.frombuffer(" ".join(["", *words, "", " "]).encode(), np.uint8)]
    a, b, c, d = letters[:-3], letters[1:-2], letters[2:-1], letters[3:]
    owner = np.cumsum(a == 0) - 1
    whole = b != 0
    lengths = np.bincount(owner[whole], minlength=len(words) + 2)
    skips = whole & (c != 0) & (lengths[owner] <= _SHORT)
    numbers = np.arange(len(words))
    pairs = (
        _pairs((a * _LETTERS + b) * _LETTERS + c, owner, whole),
        _pairs((a * _LETTERS + b) * _LETTERS + d, owner, skips),
        _pairs((a * _LETTERS + c) * _LETTERS + d, owner, skips),
        (_TRIGRAMS + sounds[:, 0] % _BUCKETS) << 32 | numbers,
        (_TRIGRAMS + _BUCKETS + sounds[:, 1] % _BUCKETS) << 32 | numbers,
    )
    return np.unique(np.concatenate(pairs))


def _pairs(codes: Wide, owners: Wide, kept: NDArray[np.bool_]) -> Wide:
    return codes[kept] << 32 | owners[kept]
