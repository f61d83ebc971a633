"""How well a query fits a name, and why: exact above prefix above fuzzy."""

from rapidfuzz import fuzz

from tui.search.forms import LINKERS, Form, consonants, sound

# The best that a fuzzy match can reach, under every literal one.
_FUZZY = 84.0


def rate(query: Form, name: Form) -> tuple[float, str]:
    """The score (0 to 100) of a name for a query and the reason for it."""
    return _literal(query, name) or _by_words(query, name) or _fuzzy(query, name)


def _literal(query: Form, name: Form) -> tuple[float, str] | None:
    if query.raw == name.raw:
        return 100.0, "exact"
    if not query.words or not name.words:
        return 0.0, "typo"
    if query.folded == name.folded:
        return (99.5, "exact") if query.raw.casefold() == name.raw.casefold() else (99.0, "folded")
    if query.compact == name.compact:
        return 98.0, "folded"
    share = min(1.0, len(query.folded) / len(name.folded))
    if name.folded.startswith(query.folded) or (len(query.words) > 1 and name.compact.startswith(query.compact)):
        return 90.0 + 7.0 * share, "prefix"
    if f" {query.folded}" in f" {name.folded}":
        return 85.0 + 5.0 * share, "prefix"
    return None


def _by_words(query: Form, name: Form) -> tuple[float, str] | None:
    """Whole words swapped or left out, words begun, and initials."""
    if len(query.words) < 2:
        return None
    if sorted(query.words) == sorted(name.words):
        return 89.0, "word order"
    strong = [word for word in name.words if word not in LINKERS]
    wanted = [word for word in query.words if word not in LINKERS]
    share = min(1.0, len(query.compact) / len(name.compact))
    if wanted and sorted(wanted) == sorted(strong):
        return (88.5, "folded") if wanted == strong else (87.0, "word order")
    left = iter(name.words)
    if all(any(word.startswith(begun) for word in left) for begun in query.words):
        initials = any(len(word) == 1 and word not in name.words for word in query.words)
        return 83.0 + 5.0 * share, "initials" if initials else "word order"
    if set(query.words) <= set(name.words):
        return 80.0 + 5.0 * share, "word order"
    return None


def _fuzzy(query: Form, name: Form) -> tuple[float, str]:
    plain = fuzz.ratio(query.folded, name.folded) / 100
    heard = fuzz.ratio(query.sounds, name.sounds) / 100
    likeness = max(plain, 0.5 * plain + 0.5 * heard)
    if query.bones == name.bones and len(query.bones) > 2:
        likeness = max(likeness, 0.7 + 0.3 * plain)
    in_order = True
    if len(name.words) > 1 or len(query.words) > 1:
        aligned, ordered = _aligned(query, name)
        if aligned > likeness:
            likeness, in_order = aligned, ordered
    begun = len(query.folded)
    if 3 < begun < len(name.folded):
        likeness = max(likeness, 0.93 * fuzz.ratio(query.folded, name.folded[:begun]) / 100)
    return _FUZZY * likeness, _why(query, name) if in_order else "word order"


def _why(query: Form, name: Form) -> str:
    """Whether a name is spelt otherwise or misspelt: in another spelling each word still sounds the same."""
    heard = set(name.sounds.split())
    if all(one in heard for one in query.sounds.split()):
        return "transliteration"
    bones = {one for one in name.bones.split() if len(one) > 1} | {name.bones.replace(" ", "")}
    same_bones = all(one in bones for one in query.bones.split())
    return "transliteration" if same_bones and not query.raw.isascii() else "typo"


def _aligned(query: Form, name: Form) -> tuple[float, bool]:
    """Each word of the query with the likest word of the name, and whether they are in order."""
    left = list(enumerate(name.words))
    order: list[int] = []
    fit = covered = 0.0
    for word in sorted(query.words, key=len, reverse=True):
        if not left:
            break
        best, likeness = left[0], -1.0
        for candidate in left:
            if (value := alike(word, candidate[1])) > likeness:
                best, likeness = candidate, value
        left.remove(best)
        order.append(query.words.index(word) - best[0])
        fit += likeness * len(word)
        covered += likeness * len(best[1])
    share = covered / max(1, len(name.compact))
    in_order = len(set(order)) <= 1 or len(name.words) != len(query.words)
    return fit / max(1, len(query.compact)) * (0.84 + 0.16 * share) - (0.0 if in_order else 0.02), in_order


def alike(one: str, other: str) -> float:
    """How alike two folded words are, 0 to 1, by letters and by sound."""
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.9 if one[0] == other[0] else 0.0
    plain = fuzz.ratio(one, other) / 100
    if sound(one) == sound(other):
        return max(plain, 0.9 + 0.1 * plain)
    if len(bones := consonants(one)) > 2 and bones == consonants(other):
        return max(plain, 0.8 + 0.15 * plain)
    return plain
