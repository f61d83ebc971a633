"""Persons' names into figures: full names, and the short ones that mean them."""

import re
from collections import defaultdict
from collections.abc import Sequence

from tui.analysis.figures import Figure, Point
from tui.analysis.lexicon import words as words_of
from tui.analysis.memory import sentence_of
from tui.analysis.names import Name
from tui.analysis.syntax import Syntax
from tui.analysis.titles import Gender, gender_of, gender_of_name, office_of
from tui.text import fold

_SUFFIXES = frozenset({"jr", "sr", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii"})
_VOWELS = re.compile(r"[aeiouyw]+")
_DOUBLES = re.compile(r"(.)\1+")
_SHORTEST_RESPELLED = 5
_SHORTEST_CLIPPED = 3


class Persons:
    """Persons by full names, then short names given to them in the order of the text."""

    def __init__(self, syntax: Syntax, named: list[tuple[Name, Point]], known_as: Sequence[tuple[Name, Name]]) -> None:
        self._text = syntax.text
        self._full: dict[tuple[str, ...], Figure] = {}
        self._by_last: dict[str, list[Figure]] = defaultdict(list)
        self._by_first: dict[str, list[Figure]] = defaultdict(list)
        self._beginning: dict[str, set[str]] = defaultdict(set)
        self._by_middle: dict[str, list[Figure]] = defaultdict(list)
        self._habit: dict[str, Figure] = {}
        self._offices: dict[Figure, set[str]] = defaultdict(set)
        self._all: list[Figure] = []
        also = {tuple(_parts(b.text(syntax))): tuple(_parts(a.text(syntax))) for a, b in known_as}
        keyed = [(tuple(_parts(name.text(syntax))), name, point) for name, point in named]
        self._sentences: dict[tuple[str, ...], set[int]] = defaultdict(set)
        self._genders: dict[tuple[str, ...], Gender] = {}
        for key, name, _ in keyed:
            self._sentences[key].add(name.sentence.i)
            if gender := _gender_at(name):
                self._genders.setdefault(key, gender)
        full = {key for key, _, _ in keyed if len(key) > 1 and also.get(key) not in self._sentences}
        self._make_full(sorted(full, key=lambda key: (-len(key), key)))
        for key, first in also.items():
            if key and first in self._full:
                self._full[key] = self._full[first]
                self._by_last[key[-1]].append(self._full[first])
        for key, name, _ in keyed:
            if key in self._full:
                self._offices[self._full[key]] |= _offices(name)
        for key, name, point in keyed:
            if key:
                self._place(key, name, point)

    def figures(self) -> list[Figure]:
        return [figure for figure in self._all if figure.points]

    def _make_full(self, keys: list[tuple[str, ...]]) -> None:
        alike: dict[str, list[tuple[tuple[str, ...], Figure]]] = defaultdict(list)
        begun: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
        for key in keys:
            fits = {id(f): f for other, f in alike[key[-1]] if _same_person(key, other) or self._respelled(key, other)}
            fits = fits or {id(figure): figure for figure in begun[key]}
            if len(fits) == 1:
                self._full[key] = next(iter(fits.values()))
                continue
            figure = Figure("PERSON", named=True, gender=gender_of_name(key[0]) or self._genders.get(key))
            self._full[key] = figure
            alike[key[-1]].append((key, figure))
            self._all.append(figure)
            self._by_last[key[-1]].append(figure)
            self._by_first[key[0]].append(figure)
            self._beginning[key[0][:_SHORTEST_CLIPPED]].add(key[0])
            for place in range(2, len(key)):
                begun[key[:place]].append(figure)
                self._by_middle[key[place - 1]].append(figure)

    def _respelled(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether two full names, never beside each other, are one in two spellings ("Mohamed", "Muhammad")."""
        if len(one) != len(other) or self._sentences[one] & self._sentences[other]:
            return False
        return all(a == b or _sound(a) == _sound(b) != "" for a, b in zip(one, other, strict=True))

    def _place(self, key: tuple[str, ...], name: Name, point: Point) -> None:
        figure = self._full.get(key) or self._short(key[-1], name)
        if figure is None and len(key) == 1 and not name.family:
            figure = self._misspelt(key[0]) or self._clipped(key[0])
        if figure is None:
            figure = Figure("PERSON", plural=name.family, named=True)
            self._all.append(figure)
            self._by_last[key[-1]].append(figure)
            self._offices[figure] = _offices(name)
        figure.gender = figure.gender or _gender_at(name)
        figure.names[self._text[point.start : point.end]] += 1
        point.attach(figure)

    def _short(self, key: str, name: Name) -> Figure | None:
        """The figure that a surname or first name means: by custom in this article, else the one just named.

        The first of two surnames may stand for both: "Roth" for "Ana Roth Ibarra".
        """
        for index in (self._by_last, self._by_first, self._by_middle):
            candidates = index[key]
            gender = _gender_of_titles(name)
            candidates = [c for c in candidates if not (gender and c.gender and c.gender != gender)]
            candidates = self._in_office(candidates, _offices(name) & words_of("people", "by_surname"))
            if len(candidates) == 1:
                return candidates[0]
            if candidates:
                known = [c for c in candidates if c.points] or candidates
                figure = self._habit.get(key)
                if figure is None or figure not in known:
                    figure = known[0] if len(known) == 1 else max(known, key=_last_named)
                self._habit[key] = figure
                return figure
        return None

    def _in_office(self, candidates: list[Figure], offices: set[str]) -> list[Figure]:
        """Whom "President X" may mean: who is called so, or else nobody who has only a woman's name or other offices.

        Presidents are named so when they are named first. Who was named before by the whole name may well be one.
        """
        holders = [c for c in candidates if offices & self._offices[c]]
        if holders or not offices:
            return holders or candidates
        return [c for c in candidates if c.points or not (c.gender == "f" or self._offices[c])]

    def _clipped(self, key: str) -> Figure | None:
        """The only one whose first name begins so: "Kim" for "Kimberley"."""
        alike = self._beginning[key[:_SHORTEST_CLIPPED]] if len(key) >= _SHORTEST_CLIPPED else ()
        begun = [first for first in alike if len(key) < len(first) and first.startswith(key)]
        found = self._by_first[begun[0]] if len(begun) == 1 else []
        return found[0] if len(found) == 1 else None

    def _misspelt(self, key: str) -> Figure | None:
        """The one whose surname it is but for two letters in the wrong order ("Kiedis", "Keidis")."""
        if len(key) < _SHORTEST_RESPELLED:
            return None
        spelt = {key[:k] + key[k + 1] + key[k] + key[k + 2 :] for k in range(1, len(key) - 1)}
        fits = {id(figure): figure for other in spelt for figure in self._by_last.get(other, ())}
        return next(iter(fits.values())) if len(fits) == 1 else None


def _gender_of_titles(name: Name) -> Gender | None:
    return next((gender for title in name.titles if (gender := gender_of(title.lower))), None)


def _gender_at(name: Name) -> Gender | None:
    """The gender that a title tells, or a noun that says who it is: "her husband, X"."""
    nouns = [*name.head.having("appos"), *([name.head.head] if name.head.dep in {"appos", "flat"} else [])]
    told = (gender_of(noun.lemma) for noun in nouns if noun.pos == "NOUN")
    return _gender_of_titles(name) or next((gender for gender in told if gender), None)


def _offices(name: Name) -> set[str]:
    return {office for title in name.titles if (office := office_of(title.text))}


def _sound(part: str) -> str:
    """What spellings of one name share: first letter, consonants, the vowel at the end. Nothing of a short name."""
    if len(part) < _SHORTEST_RESPELLED:
        return ""
    sounds = _VOWELS.sub("", part[1:].replace("ph", "f").replace("h", ""))
    return part[0] + _DOUBLES.sub(r"\1", sounds) + (part[-1] if part[-1] in "aeiouy" else "")


def _last_named(figure: Figure) -> tuple[int, bool, int]:
    """When somebody was named last: of two in one sentence, the one who does something in it was."""
    if not figure.points:
        return (-1, False, -1)
    point = figure.points[-1]
    return (sentence_of(point.head).i, point.head.leads, point.start)


def _same_person(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: the end of it, first and last, an initial for a first name."""
    if long[-len(short) :] == short:
        return True
    if short[0] == long[0] and short[-1] == long[-1]:
        return not _told_apart(short[1:-1], long[1:-1])
    initial = len(short[0]) == 1 or len(long[0]) == 1
    return short[-1] == long[-1] and initial and short[0][0] == long[0][0]


def _told_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the names between first and last are those of two: "H.W." and "W.", "F." and "Robert"."""
    if not one or not other:
        return False
    if all(len(part) == 1 for part in (*one, *other)):
        return one != other
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and any(min(map(len, pair)) == 1 and pair[0][0] != pair[1][0] for pair in pairs)


def _parts(text: str) -> list[str]:
    parts = fold(text).split()
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        parts.pop()
    return parts


def full_parts(syntax: Syntax, persons: list[tuple[Name, Point]]) -> frozenset[str]:
    """The folded parts of all names of persons that have several."""
    return frozenset(
        part for name, _ in persons for parts in [_parts(name.text(syntax))] if len(parts) > 1 for part in parts
    )
