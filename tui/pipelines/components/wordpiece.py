"""Words as the encoder sees them: word pieces (BERT's uncased ones) and a class for the word's shape."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

PAD, UNKNOWN, CLS, SEP = 0, 100, 101, 102
MOST_PIECES = 8
CACHED_WORDS = 200_000

SHAPES = ("other", "lower", "title", "upper", "capital", "mixed", "number", "digits", "punctuation", "quote")
QUOTES = frozenset("\"'`´‘’‚‛“”„‟«»‹›") | {"``", "''"}
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
                          "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "."})  # fmt: skip


@lru_cache(maxsize=1 << 14)
def shape(word: str) -> int:
    """The class of a word's letters and case, an index into `SHAPES`."""
    if word in QUOTES:
        return 9
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        if any(letter.isdigit() for letter in word):
            return 6
        return 8 if word and all(unicodedata.category(letter)[0] in "PS" for letter in word) else 0
    if any(letter.isdigit() for letter in word):
        return 7
    uppers = sum(letter.isupper() for letter in letters)
    if uppers == 0:
        return 1 if any(letter.islower() for letter in letters) else 0
    if len(letters) == 1:
        return 4
    if uppers == len(letters):
        return 3
    adjacent = any(one.isupper() and two.isupper() for one, two in pairwise(word))
    return 2 if word[0].isupper() and not adjacent else 5


class WordPieces:
    """Pieces of words by longest match from the left, after lower-casing, stripping accents and parting punctuation.

    The algorithm is BERT's (Devlin et al. 2019, "uncased"); a word has at least one piece and at most eight.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._cache: dict[str, tuple[int, ...]] = {}

    @classmethod
    def from_file(cls, path: Path) -> WordPieces:
        """Pieces from a file with one a line; the line's number is the id."""
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def pieces(self, word: str) -> tuple[int, ...]:
        """The ids of the word's pieces."""
        known = self._cache.get(word)
        if known is None:
            if len(self._cache) >= CACHED_WORDS:
                self._cache.clear()
            found = [number for part in parts(word) for number in self._split(part)]
            known = self._cache[word] = tuple(found[:MOST_PIECES]) or (UNKNOWN,)
        return known

    def _split(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part):
            if len(found) == MOST_PIECES:
                break
            for end in range(min(len(part), start + 40), start, -1):
                number = self._ids.get(part[start:end] if start == 0 else "##" + part[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [UNKNOWN]
        return found


def parts(word: str) -> list[str]:
    """The word folded and cut at punctuation and Chinese characters; at most a hundred letters of it are looked at."""
    folded = unicodedata.normalize("NFD", word[:100].translate(STRAIGHT).lower())
    found: list[str] = []
    joined = False
    for letter in folded:
        category = unicodedata.category(letter)
        if category == "Mn" or category[0] == "C":
            continue
        if category[0] == "Z" or letter.isspace():
            joined = False
        elif category[0] == "P" or letter in "$+<=>^`|~" or "\u3400" <= letter <= "\u9fff":
            found.append(letter)
            joined = False
        elif joined:
            found[-1] += letter
        else:
            found.append(letter)
            joined = True
    return found
