"""How well a query fits a name, and why: exact above prefix above fuzzy."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from tui.search.forms import Form, consonants, sound

# The best that a fuzzy match can reach, under every literal one.
_FUZZY = 84.0
# Words so unlike by letters are not alike by sound.
_UNLIKE = 0.3


def rate(query: Form, name: Form) -> tuple[float, str | None]:
    """The score (0 to 100) of a name for a query, and the reason when it is not left for `why` to tell."""
    return _literal(query, name) or _by_words(query, name) or (_FUZZY * _likeness(query, name), None)


def why(query: Form, name: Form) -> str:
    """Why a name that neither begins like the query nor has its words fits all the same."""
    if len(query.words) == len(name.words) > 1 and not _aligned(query, name)[1]:
        return "word order"
    # In another spelling each word still sounds the same.
    sounds = set(name.sounds.split())
    if all(one in sounds for one in query.sounds.split()):
        return "transliteration"
    bones = {one for one in name.bones.split() if len(one) > 1} | {name.bones.replace(" ", "")}
    same_bones = all(one in bones for one in query.bones.split())
    return "transliteration" if same_bones and not query.raw.isascii() else "typo"


def _literal(query: Form, name: Form) -> tuple[float, str] | None:
    if query.raw == name.raw:
        return 100.0, "exact"
    if not query.words or not name.words:
        return 0.0, "typo"
    asked, folded = query.folded, name.folded
    if asked == folded:
        return (99.5, "exact") if query.raw.casefold() == name.raw.casefold() else (99.0, "folded")
    if query.compact == name.compact:
        return 98.0, "folded"
    if folded.startswith(asked) or (len(query.words) > 1 and name.compact.startswith(query.compact)):
        return 90.0 + 7.0 * min(1.0, len(asked) / len(folded)), "prefix"
    at = folded.find(asked)
    while at > 0:
        if folded[at - 1] == " ":
            return 85.0 + 5.0 * len(asked) / len(folded), "prefix"
        at = folded.find(asked, at + 1)
    return None


def _by_words(query: Form, name: Form) -> tuple[float, str] | None:
    """Whole words swapped or left out, words begun, and initials."""
    asked, words = query.words, name.words
    if len(asked) < 2:
        return None
    has = set(words)
    whole = has.issuperset(asked)
    share = min(1.0, len(query.compact) / len(name.compact))
    if whole:
        if len(asked) == len(words) and sorted(asked) == sorted(words):
            return 89.5, "word order"
        if asked[0] == words[0] and asked[-1] == words[-1] and _in_turn(asked, words):
            # Who leaves out a name in the middle still gives the first and the last.
            return 88.8 + 0.2 * share, "word order"
    if query.strong == name.strong:
        return 88.5, "folded"
    if has.issuperset(query.strong) and sorted(query.strong) == sorted(name.strong):
        return 87.0, "word order"
    if _in_turn(asked, words):
        initials = any(len(word) == 1 and word not in has for word in asked)
        return 83.0 + 5.0 * share, "initials" if initials else "word order"
    return (80.0 + 5.0 * share, "word order") if whole else None


def begun_by_sound(query: Form, name: Form) -> bool:
    """Whether the query may be another spelling of words of the name, the last letters of which are yet to be typed."""
    sounds = tuple(map(sound, query.strong))
    return len("".join(sounds)) > 2 and _in_turn(sounds, tuple(map(sound, name.strong)))


def _in_turn(asked: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words begin with the asked ones in the same order, some of them left out."""
    left = iter(words)
    for begun in asked:
        for word in left:
            if word.startswith(begun):
                break
        else:
            return False
    return True


def _likeness(query: Form, name: Form) -> float:
    asked, folded = query.folded, name.folded
    likeness = plain = fuzz.ratio(asked, folded) / 100
    several = len(query.words) > 1 or len(name.words) > 1
    if several:
        likeness = max(plain, _aligned(query, name)[0])
    if not several or len(query.strong) != len(name.strong):
        # Words that were joined or parted are alike only as a whole.
        likeness = max(likeness, _alike_as_a_whole(query, name, plain))
    if 3 < len(asked) < len(folded):
        likeness = max(likeness, 0.0093 * fuzz.ratio(asked, folded[: len(asked)]))
    return likeness


def _alike_as_a_whole(query: Form, name: Form, plain: float) -> float:
    by_sound = 0.5 * plain + 0.005 * fuzz.ratio(query.sounds, name.sounds)
    bones = query.bones
    return max(by_sound, 0.7 + 0.3 * plain if len(bones) > 2 and bones == name.bones else 0.0)


def _aligned(query: Form, name: Form) -> tuple[float, bool]:
    """Each word of the query with the likest word of the name, and whether they are in order."""
    words = name.words
    left = list(range(len(words)))
    moved: set[int] = set()
    fit = covered = 0.0
    for at, word in _longest_first(query.words):
        if not left:
            break
        best, likeness = left[0], -1.0
        for number in left:
            if (value := alike(word, words[number])) > likeness:
                best, likeness = number, value
        left.remove(best)
        moved.add(at - best)
        fit += likeness * len(word)
        covered += likeness * len(words[best])
    share = covered / max(1, len(name.compact))
    in_order = len(moved) <= 1 or len(words) != len(query.words)
    return fit / max(1, len(query.compact)) * (0.84 + 0.16 * share) - (0.0 if in_order else 0.02), in_order


@lru_cache(maxsize=16)
def _longest_first(words: tuple[str, ...]) -> list[tuple[int, str]]:
    return sorted(enumerate(words), key=lambda one: -len(one[1]))


def alike(one: str, other: str) -> float:
    """How alike two folded words are, 0 to 1, by letters and by sound."""
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.9 if one[0] == other[0] else 0.0
    plain = fuzz.ratio(one, other) / 100
    if plain < _UNLIKE:
        return plain
    if sound(one) == sound(other):
        return max(plain, 0.9 + 0.1 * plain)
    if len(bones := consonants(one)) > 2 and bones == consonants(other):
        return max(plain, 0.8 + 0.15 * plain)
    return plain
