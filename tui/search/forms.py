"""The forms in which names and words are compared: folded, by sound, and by consonants alone."""

import re
from dataclasses import dataclass
from functools import lru_cache

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


@dataclass(frozen=True, slots=True)
class Form:
    """A name or a query, ready to be compared."""

    raw: str
    folded: str
    words: tuple[str, ...]
    sounds: str
    bones: str

    @property
    def compact(self) -> str:
        """The folded letters without spaces: "u s" is "us"."""
        return "".join(self.words)


@lru_cache(maxsize=32768)
def form(raw: str) -> Form:
    """The `Form` of any string."""
    folded = fold(raw)
    words = tuple(folded.split())
    strong = tuple(word for word in words if word not in LINKERS) or words
    return Form(raw, folded, words, " ".join(map(sound, strong)), " ".join(map(consonants, strong)))
