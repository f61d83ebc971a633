"""The forms in which names and words are compared: folded, by sound, and by consonants alone."""

import re
from functools import lru_cache
from typing import NamedTuple

from tui.text import fold

# Little words that link the parts of a name and differ from one spelling to the next.
LINKERS = frozenset({"al", "el", "ul", "ud", "e", "i", "y", "ye", "yi", "the", "of", "and", "de", "da", "di"})

# Letters that spellings of one sound exchange, longest first.
_SOUNDS = {
    "dzh": "j", "sch": "s", "tch": "s",
    "ch": "s", "ck": "k", "dh": "z", "dj": "j", "gh": "k", "kh": "h", "ph": "f", "sh": "s", "th": "t",
    "zh": "j", "au": "u", "aw": "u", "ay": "ai", "ee": "i", "ei": "i", "ey": "i", "ie": "i", "oo": "u",
    "ou": "u", "ow": "u",
    "c": "k", "e": "i", "o": "u", "q": "k", "w": "v", "x": "ks", "y": "i",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aeiouy]+")
_WEAK_END = re.compile("(?<=.)[hwvy]+$")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A folded word with one letter for each sound, so that most transliterations of it are equal."""
    return _DOUBLED.sub(r"\1", _SOUND.sub(lambda match: _SOUNDS[match.group()], word))


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """A folded word without its vowels, for scripts that do not write them."""
    bare = _VOWELS.sub("", _WEAK_END.sub("", word.replace("aw", "a").replace("ay", "a")))
    return _DOUBLED.sub(r"\1", _SOUND.sub(lambda match: _SOUNDS[match.group()], _WEAK_END.sub("", bare)))


class Form(NamedTuple):
    """A name or a query, ready to be compared. One is made for each name that is rated, so it is a tuple."""

    raw: str
    folded: str
    words: tuple[str, ...]
    strong: tuple[str, ...]
    """The words without linkers, if there are others."""
    compact: str
    """The folded letters without spaces: "u s" is "us"."""

    @property
    def sounds(self) -> str:
        """The sounds of the strong words."""
        return " ".join(map(sound, self.strong))

    @property
    def bones(self) -> str:
        """The consonants of the strong words."""
        return " ".join(map(consonants, self.strong))


@lru_cache(maxsize=32768)
def form(raw: str) -> Form:
    """The `Form` of any string."""
    return formed(raw, fold(raw))


def formed(raw: str, folded: str) -> Form:
    """The `Form` of a string that is folded already."""
    words = tuple(folded.split())
    strong = words if LINKERS.isdisjoint(words) else tuple(word for word in words if word not in LINKERS) or words
    return Form(raw, folded, words, strong, "".join(words))


def compounds(raw: str, folded: str) -> list[str]:
    """The words that a hyphen or another sign parts, each written as one."""
    if folded.count(" ") == raw.count(" "):
        return []
    parts = [fold(part) for part in raw.split()]
    return [part.replace(" ", "") for part in parts if " " in part]
