"""Names of organisations, groups and places into figures: acronyms, short forms and the names that they stand for."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tui.analysis.figures import Figure, Point
from tui.analysis.lexicon import words as words_of
from tui.analysis.names import COMPANY_ENDS, Name
from tui.analysis.places import canonical, demonym_of, is_country, state_and_rest
from tui.analysis.syntax import Syntax
from tui.text import fold

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "et", "du"})
_IN_BRACKETS = re.compile(r"\s\((?:the\s)?([A-Z][A-Za-z.&-]{1,9})\)")
_AFTER_IN = re.compile(r"\b(?:in|at|near|from)\s+([^\s,.;:!?()’']+)")
# How long a word is that is made of the beginnings of others.
_SYLLABLES = range(5, 21)
# Names cut short, with how the whole ones begin.
_CLIPPED = {"fed": "federal reserve", "met": "metropolitan"}
_NOT_INITIALS = re.compile(r"[^A-Z]")


class Bodies:
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
        self._made_of: dict[str, set[str]] = {}
        self._beginning: dict[str, list[str]] = defaultdict(list)
        for key in self._texts:
            if " " in key and self._votes[key]["ORG"]:
                self._beginning[key[:2]].append(key)
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
        full = self._same.get(key) or self._unique_company(key) or next(iter(self._put_together(key)), None)
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
            if " " in text or key in same or is_country(text):
                continue
            if len(letters) > 1 and len(letters) >= len(text) - text.count(".") - 1:
                fits = initials.get(letters, set()) - {key}
            else:
                fits = self._put_together(key)
            if len(fits) == 1:
                same[key] = next(iter(fits))
        return {short: long for short, long in same.items() if short != long and long not in same}

    def _put_together(self, short: str) -> set[str]:
        """The bodies whose names' beginnings a word is made of."""
        if short not in self._made_of:
            bodies = self._beginning[short[:2]] if len(short) in _SYLLABLES else ()
            self._made_of[short] = {long for long in bodies if _stands_for(short, long)}
        return self._made_of[short]

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
            own = rest if state else key
            if state:
                first = by_state.setdefault((state, rest), key)
                if first != key:
                    found[key] = first
                    continue
                fulls[rest].add(key)
            for joint in (" of ", " for ", " on "):
                head, _, rest = key.partition(joint)
                heads = words_of("names", "of_heads" if joint == " of " else "for_heads")
                if rest and (" " in head or (head in heads and joint != " on ")):
                    fulls[head].add(key)
            for short, begins in _CLIPPED.items():
                if own.startswith(begins):
                    fulls[short].add(key)
            first, _, last = key.rpartition(" ")
            if last in words_of("names", "short_ends") | words_of("names", "clubs"):
                fulls[last].add(key)
            if (last in COMPANY_ENDS and " " in first) or last in words_of("names", "clubs"):
                fulls[first].add(key)
            for short in _last_parts(key):
                fulls[short].add(key)
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


def _last_parts(key: str) -> Iterator[str]:
    """What a body's name is cut to by leaving off where it is from, or whose it is: `the Red Sox`, `the Lakers`."""
    parts = key.split()
    last = parts[-1]
    no_team = last in words_of("names", "no_teams") | words_of("names", "organisation_ends") | COMPANY_ENDS
    if (last.endswith("s") and not last.endswith("ss")) and not no_team:
        yield last
    if last not in words_of("names", "bodies_anywhere"):
        shorter = (parts[place:] for place in range(1, len(parts) - 1))
        # The Royal Bank of X is not the Bank of X.
        yield from (" ".join(part) for part in shorter if not _SMALL & set(part))


def _stands_for(short: str, long: str) -> bool:
    """Whether a word is put together from the beginnings of a name's words: "Ofcom", "Office of Communications"."""
    parts = [part for part in re.split(r"[\s-]+", long) if part not in _SMALL]
    if len(parts) < 2:
        return False
    # How far the word may be read with the parts so far.
    reached = {0}
    for part in parts:
        reached = {
            place + size
            for place in reached
            for size in range(1, len(part) + 1)
            if short.startswith(part[:size], place)
        }
    return len(short) in reached
