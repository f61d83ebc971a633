"""The words of an article: where they stand, and which of them a query means."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from tui.analysis.model import Span
from tui.search.forms import sound
from tui.text import fold

_BETWEEN = r"\s\-‐-―/\\,;:()\[\]{}<>|\"“”„«»…"
# A word begins with a letter or digit and ends before punctuation; combining marks stay in it.
_WORD = re.compile(rf"\w(?:[^{_BETWEEN}]*[^{_BETWEEN}.!?'’‘])?")
_POSSESSIVE = re.compile("['’]s$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<!\b\w\.)(?<!\b[A-Z]\w\.)(?<!\b[A-Z]\w\w\.)[.!?…]+[\"'”’)\]]*\s+(?=\S)")

# Words of queries.
_REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and where it stands."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def _folded(token: str) -> tuple[str, ...]:
    parts = fold(token).split()
    # "U.S." is one word as much as "US" is.
    return ("".join(parts),) if len(parts) > 1 and all(len(part) == 1 for part in parts) else tuple(parts)


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text, folded, with their offsets; a possessive 's is no part of a word."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        token = _POSSESSIVE.sub("", match.group())
        last = match.start() + len(token)
        found.extend(Word(folded, match.start(), last) for folded in _folded(token))
    return found


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of a paragraph, roughly: an abbreviation or an initial does not end one."""
    found = []
    for match in _SENTENCE_END.finditer(text, start, end):
        found.append(Span(start, start + len(text[start : match.end()].rstrip())))
        start = match.end()
    if start < end:
        found.append(Span(start, end))
    return found


class Vocabulary:
    """The distinct words of an article, and those of them that a word of a query may mean."""

    def __init__(self, folded: set[str]) -> None:
        self._words = sorted(folded)
        self._known: dict[str, Mapping[str, float]] = {}
        self._sounds: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._words:
            self._sounds[sound(word)].append(word)

    def meant(self, asked: str) -> Mapping[str, float]:
        """Words that `asked` may mean and how likely, 0 to 1.

        Itself and what it begins, by sound, and misspelt; when there are none, what it begins by sound.
        Remembered, since a query is asked again with each letter of its last word.
        """
        if (found := self._known.get(asked)) is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[asked] = self._meant(asked)
        return found

    def _meant(self, asked: str) -> Mapping[str, float]:
        found: dict[str, float] = {}
        for word in self._words[bisect_left(self._words, asked) :]:
            if not word.startswith(asked):
                break
            found[word] = 0.8 + 0.2 * len(asked) / len(word)
        if len(asked) > 2:
            for word in self._sounds.get(sound(asked), ()):
                found.setdefault(word, 0.85)
        if len(asked) > 3:
            cutoff = 78 if len(asked) < 6 else 76
            for word, score, _ in process.extract(
                asked, self._words, scorer=fuzz.ratio, score_cutoff=cutoff, processor=None, limit=25
            ):
                # The first letter is seldom misspelt: Oman is not Roman.
                if word[:1] == asked[:1] or score > 85:
                    found.setdefault(word, 0.8 * score / 100)
        if not found and len(begun := sound(asked)) > 2:
            for sounds, spelt in self._sounds.items():
                if sounds.startswith(begun):
                    found.update(dict.fromkeys(spelt, 0.7))
        return found
