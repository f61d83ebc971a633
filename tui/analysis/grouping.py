"""Names into figures: which names in an article mean the same person, organisation or place.

Names are never joined on likeness alone: a short name needs a full one of which it is a part in a way that
names are shortened, an acronym needs the words it stands for.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from tui.analysis.also_known import also_known
from tui.analysis.figures import Figure, Point
from tui.analysis.lexicon import words as words_of
from tui.analysis.memory import sentence_of
from tui.analysis.model import ACTOR_LABELS
from tui.analysis.names import COMPANY_ENDS, Name
from tui.analysis.places import canonical, demonym_of, is_country, state_and_rest
from tui.analysis.syntax import Syntax
from tui.analysis.titles import Gender, gender_of, gender_of_name, office_of
from tui.text import fold

_SUFFIXES = frozenset({"jr", "sr", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "et", "du"})
_IN_BRACKETS = re.compile(r"\s\((?:the\s)?([A-Z][A-Za-z.&-]{1,9})\)")
_AFTER_IN = re.compile(r"\b(?:in|at|near|from)\s+([^\s,.;:!?()’']+)")
_VOWELS = re.compile(r"[aeiouyw]+")
_DOUBLES = re.compile(r"(.)\1+")
_SHORTEST_RESPELLED = 5
# Names cut short, with how the whole ones begin.
_CLIPPED = {"fed": "federal reserve", "met": "metropolitan"}
_NOT_INITIALS = re.compile(r"[^A-Z]")


def group(syntax: Syntax, names: list[Name]) -> tuple[list[Figure], list[Point]]:
    """Figures of all names, and a point for every name in the order of the text."""
    points = [Point(n.start, n.end, n.label, "name", n.head) for n in names]
    acting = [(n, p) for n, p in zip(names, points, strict=True) if n.label in ACTOR_LABELS]
    for name, point in acting:
        if name.label == "NORP" and _is_adjective(name):
            point.kind = "description"
    acting = [(n, p) for n, p in acting if p.kind == "name"]
    persons = [(n, p) for n, p in acting if n.label == "PERSON"]
    known_as = also_known(syntax, names)
    bodies = _Bodies(syntax, [(n, p) for n, p in acting if n.label != "PERSON"], known_as)
    parts = _full_parts(syntax, persons)
    left = [(n, p) for n, p in persons if not bodies.take_short(n, p, parts)]
    return [*bodies.figures(), *_Persons(syntax, left, known_as).figures()], points


def _is_adjective(name: Name) -> bool:
    last = name.words[-1]
    return last.tag in {"JJ", "AFX"} or (last.dep in {"amod", "compound"} and demonym_of(last.text) is not None)


def _parts(text: str) -> list[str]:
    parts = fold(text).split()
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        parts.pop()
    return parts


def _full_parts(syntax: Syntax, persons: list[tuple[Name, Point]]) -> frozenset[str]:
    return frozenset(
        part for name, _ in persons for parts in [_parts(name.text(syntax))] if len(parts) > 1 for part in parts
    )


class _Persons:
    """Persons by full names, then short names given to them in the order of the text."""

    def __init__(self, syntax: Syntax, named: list[tuple[Name, Point]], known_as: Sequence[tuple[Name, Name]]) -> None:
        self._text = syntax.text
        self._full: dict[tuple[str, ...], Figure] = {}
        self._by_last: dict[str, list[Figure]] = defaultdict(list)
        self._by_first: dict[str, list[Figure]] = defaultdict(list)
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
        for key in keys:
            fits = {id(f): f for other, f in alike[key[-1]] if _same_person(key, other) or self._respelled(key, other)}
            if len(fits) == 1:
                self._full[key] = next(iter(fits.values()))
                continue
            figure = Figure("PERSON", named=True, gender=gender_of_name(key[0]) or self._genders.get(key))
            self._full[key] = figure
            alike[key[-1]].append((key, figure))
            self._all.append(figure)
            self._by_last[key[-1]].append(figure)
            self._by_first[key[0]].append(figure)

    def _respelled(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether two full names, never beside each other, are one in two spellings ("Mohamed", "Muhammad")."""
        if len(one) != len(other) or self._sentences[one] & self._sentences[other]:
            return False
        return all(a == b or _sound(a) == _sound(b) != "" for a, b in zip(one, other, strict=True))

    def _place(self, key: tuple[str, ...], name: Name, point: Point) -> None:
        figure = self._full.get(key) or self._short(key[-1], name)
        if figure is None and len(key) == 1 and not name.family:
            figure = self._misspelt(key[0])
        if figure is None:
            figure = Figure("PERSON", plural=name.family, named=True)
            self._all.append(figure)
            self._by_last[key[-1]].append(figure)
            self._offices[figure] = _offices(name)
        figure.gender = figure.gender or _gender_at(name)
        figure.names[self._text[point.start : point.end]] += 1
        point.attach(figure)

    def _short(self, key: str, name: Name) -> Figure | None:
        """The figure that a surname or first name means: by custom in this article, else the one just named."""
        for index in (self._by_last, self._by_first):
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


class _Bodies:
    """Organisations, groups and places."""

    def __init__(self, syntax: Syntax, named: list[tuple[Name, Point]], known_as: Sequence[tuple[Name, Name]]) -> None:
        self._text = syntax.text
        self._figures: dict[str, Figure] = {}
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._texts: dict[str, str] = {}
        keyed = [(self._key(name.text(syntax), name.label), name, point) for name, point in named]
        for key, name, _ in keyed:
            self._votes[key][name.label] += 1
            self._texts.setdefault(key, name.text(syntax))
        self._same = self._acronyms(keyed) | self._short_forms() | self._parts_of_names()
        self._same |= {self._key(b.text(syntax), b.label): self._key(a.text(syntax), a.label) for a, b in known_as}
        for key, name, point in keyed:
            self._add(key, name.label, point)

    def figures(self) -> list[Figure]:
        """The figures that have points, with the label that most of their names bear."""
        unique = {id(figure): figure for figure in self._figures.values() if figure.points}
        for figure in unique.values():
            votes = Counter(point.label for point in figure.points)
            longest = max(figure.points, key=lambda point: point.end - point.start).label
            figure.label = max(votes, key=lambda label: (votes[label], label == longest, label))
            for point in figure.points:
                point.label = figure.label
        return list(unique.values())

    def take_short(self, name: Name, point: Point, parts: frozenset[str]) -> bool:
        """A company's short name that was taken for a person's."""
        key = fold(name.text_of(self._text))
        if name.titles or " " in key or key in parts:
            return False
        full = self._same.get(key) or self._unique_company(key)
        if full is None:
            return False
        self._same[key] = full
        point.label = "ORG"
        self._add(key, "ORG", point)
        return True

    def _key(self, text: str, label: str) -> str:
        key = canonical(text)
        if label == "NORP" and demonym_of(text) is not None and key.endswith("s"):
            return key.removesuffix("s") if demonym_of(key.removesuffix("s")) is not None else key
        return key

    def _add(self, key: str, label: str, point: Point) -> None:
        followed = {key}
        while (longer := self._same.get(key, key)) not in followed:
            followed.add(key := longer)
        figure = self._figures.get(key)
        if figure is None:
            figure = self._figures[key] = Figure(label, plural=label == "NORP", named=True)
        figure.names[self._text[point.start : point.end]] += 1
        point.attach(figure)

    def _acronyms(self, keyed: list[tuple[str, Name, Point]]) -> dict[str, str]:
        """Acronyms, each with the key of the one name whose initials they are."""
        initials: dict[str, set[str]] = defaultdict(set)
        same: dict[str, str] = {}
        for key, text in self._texts.items():
            words = [word for word in re.split(r"[\s-]+", text) if word]
            if len(words) > 1:
                for chosen in (words, [word for word in words if word.lower() not in _SMALL]):
                    initials["".join(word[0] for word in chosen).upper()].add(key)
        for key, name, _ in keyed:
            bracket = _IN_BRACKETS.match(self._text, name.end)
            # After a place they are those of an agency, in a dateline, unless they are its own.
            if bracket and (name.label not in {"GPE", "LOC"} or key in initials.get(bracket[1].replace(".", ""), ())):
                same[canonical(bracket[1])] = key
        for key, text in self._texts.items():
            letters = _NOT_INITIALS.sub("", text)
            if " " not in text and len(letters) > 1 and len(letters) >= len(text) - text.count(".") - 1:
                fits = initials.get(letters, set()) - {key}
                if len(fits) == 1 and key not in same and not is_country(text):
                    same[key] = next(iter(fits))
        return {short: long for short, long in same.items() if short != long and long not in same}

    def _short_forms(self) -> dict[str, str]:
        found = {}
        for key, votes in self._votes.items():
            if " " not in key and not is_country(key) and (votes["ORG"] or self._never_in(key)):
                full = self._unique_company(key)
                if full is not None:
                    found[key] = full
        return found

    def _parts_of_names(self) -> dict[str, str]:
        """`the State Department` of "US State Department", `the House` of "House of ...", `the Times` of "X Times".

        And `the X Institute` of "X Institute for ...", `the Fed` of "Federal Reserve".
        """
        fulls: dict[str, set[str]] = defaultdict(set)
        found: dict[str, str] = {}
        by_state: dict[tuple[str, str], str] = {}
        for key in sorted(key for key, votes in self._votes.items() if votes["ORG"] and " " in key):
            state, rest = state_and_rest(key)
            if state:
                first = by_state.setdefault((state, rest), key)
                if first != key:
                    found[key] = first
                    continue
                fulls[rest].add(key)
            for joint in (" of ", " for ", " on "):
                head, _, rest = key.partition(joint)
                if rest and (" " in head or (joint == " of " and head in words_of("names", "of_heads"))):
                    fulls[head].add(key)
            for short, begins in _CLIPPED.items():
                if key.startswith(begins):
                    fulls[short].add(key)
            first, _, last = key.rpartition(" ")
            if last in words_of("names", "short_ends"):
                fulls[last].add(key)
            if last in COMPANY_ENDS and " " in first:
                fulls[first].add(key)
        for short, longer in fulls.items():
            if short in self._votes and len(longer) == 1 and self._votes[short]["ORG"]:
                found[short] = next(iter(longer))
        return found

    def _never_in(self, key: str) -> bool:
        """Whether a name never follows "in", as a place's would."""
        if not hasattr(self, "_in_places"):
            self._in_places = frozenset(_AFTER_IN.findall(self._text))
        return self._texts[key] not in self._in_places

    def _unique_company(self, key: str) -> str | None:
        """The one company whose name begins with a word and goes on as companies' names do."""
        if not hasattr(self, "_starts"):
            self._starts: dict[str, set[str]] = defaultdict(set)
            for name, votes in self._votes.items():
                words = name.split()
                if len(words) > 1 and votes["ORG"] and words[-1] in COMPANY_ENDS:
                    self._starts[words[0]].add(name)
        fits = self._starts.get(key, set())
        return next(iter(fits)) if len(fits) == 1 else None
