"""What was said in an article so far, as far as it tells whom the next description or pronoun means."""

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Set
from functools import partial

from tui.analysis.descriptions import Description
from tui.analysis.figures import Figure, Point
from tui.analysis.lexicon import words
from tui.analysis.places import countries_in
from tui.analysis.titles import Gender
from tui.analysis.words import Sentence, Word

_RECENT = 60
# What makes another office of one: a prime minister is none of the ministers.
_RANKS = words("people", "lesser") | {"prime"}
_DEPARTMENTS = words("people", "departments")


class Memory:
    """The points behind, nearest first; what is known of the names is known from the beginning."""

    def __init__(self, figures: list[Figure], points: list[Point]) -> None:
        self.recent: deque[Point] = deque(maxlen=_RECENT)
        self.by_head = {point.head.i: point for point in points if point.figure is not None}
        self.described: dict[str, list[tuple[Description, Figure]]] = defaultdict(list)
        self.parties: dict[str, Figure] = {}
        self.owned: dict[tuple[Figure, str, frozenset[str]], Figure] = {}
        self._roles: dict[str, dict[int, Figure]] = defaultdict(dict)
        self._role_words: dict[tuple[str, str], dict[int, Figure]] = defaultdict(dict)
        self._named_with: dict[str, dict[int, Figure]] = defaultdict(dict)
        self._named = points[:]
        self._surnames: dict[str, dict[int, Figure]] = defaultdict(dict)
        self.last_words: set[str] = set()
        for figure in figures:
            self.know(figure)

    def know(self, figure: Figure) -> None:
        """Keep the nouns that somebody is, and the words of the names of bodies and places."""
        parts = {part.strip("'s,") for role in figure.roles for part in role.lower().split()}
        for noun in figure.role_nouns:
            self._roles[noun][id(figure)] = figure
            for word in parts:
                self._role_words[noun, word][id(figure)] = figure
        for name in figure.names if figure.named and figure.person and not figure.plural else ():
            if " " in name:
                self._surnames[name.split()[-1]][id(figure)] = figure
        for name in figure.names if figure.named and not figure.person else ():
            if " " in name:
                self.last_words.add(name.lower().split()[-1])
            for word in name.lower().split():
                self._named_with[word][id(figure)] = figure

    def called(
        self, noun: str, modifiers: frozenset[str], before: int, other: Callable[[Figure], bool]
    ) -> Figure | None:
        """The one whose role is a noun; of several the one mentioned last before an offset. Nobody who is an `other`.

        "The president" is no vice president, and "the press secretary" no other secretary, where there is such a one.
        """
        figures = {key: figure for key, figure in self._roles.get(noun, {}).items() if not other(figure)}
        # "The secretary" may well be of some department, "the housing secretary" is of no other one.
        kinds = _RANKS | _DEPARTMENTS if modifiers & _DEPARTMENTS else _RANKS
        below = modifiers & kinds
        fits = {key: figure for key, figure in figures.items() if _is_called(figure, noun, below, kinds)}
        return self._latest(fits if fits or below else figures, before, ahead=True)

    def ruling(self, countries: Set[str]) -> list[Figure]:
        """Whose role is to rule one of the countries."""
        found = dict(self._role_words["minister", "prime"])
        for noun in words("people", "rulers"):
            found.update(self._roles[noun])
        return [figure for figure in found.values() if any(map(partial(_rules, countries), figure.roles))]

    def namesake(self, one: Figure, gender: Gender | None) -> Figure | None:
        """The only other person of a gender, or of an unknown one, who bears somebody's surname."""
        others = {key: other for name in one.names for key, other in self._surnames.get(name.split()[-1], {}).items()}
        fits = [other for other in others.values() if other is not one and other.gender in {None, gender}]
        return fits[0] if len(fits) == 1 and gender is not None else None

    def called_of(self, noun: str, words: set[str]) -> Figure | None:
        """The first one whose role is written with a noun and other words: "governor", "of X"."""
        groups = [self._role_words.get((noun, word), {}) for word in words]
        smallest = min(groups, key=len, default=self._roles.get(noun, {}))
        return next((figure for key, figure in smallest.items() if all(key in group for group in groups)), None)

    def named_with(self, word: str, before: int, *, ahead: bool = False) -> Figure | None:
        """The one that bears a word in its name; of several the one mentioned last before an offset.

        The only one may be named later with `ahead`.
        """
        return self._latest(self._named_with.get(word, {}), before, ahead=ahead)

    def _latest(self, figures: dict[int, Figure], before: int, *, ahead: bool) -> Figure | None:
        if len(figures) == 1:
            figure = next(iter(figures.values()))
            return figure if ahead or (figure.points and figure.points[0].start < before) else None
        return next((p.figure for p in reversed(self.recent) if p.figure is not None and id(p.figure) in figures), None)

    def figure_of(self, word: Word) -> Figure | None:
        """Whom a word means that is the head of a point."""
        point = self.by_head.get(word.i)
        return point.figure if point is not None else None

    def named_at(self, head: Word | None) -> Figure | None:
        """Whom a phrase means by its head, or by the name beside it: `the cardinal X`."""
        near = head.with_names() if head is not None else []
        return next((figure for word in near if (figure := self.figure_of(word)) is not None), None)

    def named_between(self, start: int, end: int) -> list[Point]:
        """The names between two offsets."""
        return self._named[bisect_left(self._named, start, key=_start) : bisect_left(self._named, end, key=_start)]

    def figures_behind(self, word: Word, reach: int) -> Iterator[tuple[Point, Figure]]:
        """The figures mentioned in so many sentences back, each once, nearest first."""
        seen: set[int] = set()
        for point in reversed(self.recent):
            if distance(point.head, word) > reach:
                return
            if point.figure is not None and id(point.figure) not in seen:
                seen.add(id(point.figure))
                yield point, point.figure


def _is_called(figure: Figure, noun: str, below: frozenset[str], kinds: frozenset[str]) -> bool:
    """Whether one of somebody's roles is of the same rank, or none has the noun in it."""
    ranks = [rank for role in figure.roles if (rank := _below(role, noun, kinds)) is not None]
    return below in ranks or not (ranks or below)


def _below(role: str, noun: str, kinds: frozenset[str]) -> frozenset[str] | None:
    """The words of a role that make another one of what its noun tells; nothing where the noun is missing."""
    parts = re.split(r"[\s-]+", role.lower())
    return frozenset(parts[: parts.index(noun)]) & kinds if noun in parts else None


def _rules(countries: Set[str], role: str) -> bool:
    parts = re.split(r"['’]s|\s", role)
    return bool(countries_in(parts) & countries) and not words("people", "lesser") & set(parts)


def _start(point: Point) -> int:
    return point.start


def sentence_of(word: Word) -> Sentence:
    """The sentence of a word; every word of an article has one."""
    assert word.sentence is not None
    return word.sentence


def distance(earlier: Word, later: Word) -> int:
    """How many sentences lie between two words."""
    return sentence_of(later).i - sentence_of(earlier).i
