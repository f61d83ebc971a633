"""What lists show: entries that draw themselves as lines of literal text with the names of their styles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import ceil

from rich.cells import cell_len, set_cell_size

from tui.analysis.model import Span
from tui.widgets.wrap import wrap_line

Piece = tuple[str, str]
"""Text, and the names of its styles parted by spaces."""
Line = list[Piece]

BAR_WIDTH = 16
COUNT_WIDTH = 6
_SPACE = re.compile(r"\s")
_BAR_STEPS = "·▂▄▆█"
_FOLDS = 9
_LEAST_TITLE = 14


@dataclass(frozen=True, slots=True)
class Target:
    """Where an entry leads: to a place in the article, to an actor's card, or both."""

    place: Span | None = None
    opens: str | None = None
    actor: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in a list. `key` tells it from the others; without a target it cannot be chosen."""

    key: str
    target: Target | None = None

    @property
    def selectable(self) -> bool:
        return self.target is not None

    def height(self, width: int) -> int:
        """How many lines it takes."""
        return len(self.lines(width))

    def lines(self, width: int) -> list[Line]:
        """The lines, each at most `width` cells."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Heading(Entry):
    """A heading over entries, with captions for the columns at the right. `first` is for `tidy` to say."""

    title: str = ""
    captions: tuple[tuple[str, int], ...] = ()
    first: bool = False

    def height(self, width: int) -> int:
        return 1 if self.first else 2

    def lines(self, width: int) -> list[Line]:
        captions = self.captions
        # As the bars of the rows, their caption is the first to go where there is little room.
        while captions and width - sum(columns for _, columns in captions) < _LEAST_TITLE:
            captions = captions[1:]
        right = "".join(caption.rjust(columns) for caption, columns in captions)
        room = width - len(right)
        line = [(fit(self.title, room), "list--heading"), (right, "list--faint")]
        return [line] if self.first else [[], line]


@dataclass(frozen=True, slots=True)
class Note(Entry):
    """A few lines of text that lead nowhere."""

    text: str = ""
    style: str = ""
    limit: int = 6

    def lines(self, width: int) -> list[Line]:
        return [[(line, self.style)] for line in folded(self.text, width, self.limit)]


@dataclass(frozen=True, slots=True)
class Spread(Entry):
    """What something is, and beside it a bar that shows where in the article it occurs, when there is room for it."""

    text: str = ""
    places: tuple[float, ...] = ()

    def lines(self, width: int) -> list[Line]:
        text = shorten(self.text, width)
        room = width - cell_len(text) - 2
        bar = dispersion(self.places, min(room, 2 * BAR_WIDTH)) if room >= BAR_WIDTH // 2 else ""
        return [[(text, "list--faint"), ("  ", ""), (bar, "list--bar")] if bar else [(text, "list--faint")]]


@dataclass(frozen=True, slots=True)
class TermRow(Entry):
    """A term and what it means, one beside the other; terms one under the other take the same columns."""

    term: str = ""
    meaning: str = ""
    term_style: str = "list--strong"
    style: str = ""
    columns: int = 22

    def lines(self, width: int) -> list[Line]:
        room = min(self.columns, width // 3)
        terms = folded(self.term, room, _FOLDS)
        meanings = folded(self.meaning, max(1, width - room - 1), _FOLDS)
        style = self.term_style or self.style
        return [
            [*styled_fit(term, room, style), (" ", ""), (meaning, self.style)]
            for term, meaning in zip_longest(terms, meanings, fillvalue="")
        ]


@dataclass(frozen=True, slots=True)
class ActorRow(Entry):
    """An actor: name, where it occurs, how often, how many claims it makes."""

    name: str = ""
    style: str = ""
    places: tuple[float, ...] = ()
    mentions: int = 0
    claims: int = 0

    def height(self, width: int) -> int:
        return 1

    def lines(self, width: int) -> list[Line]:
        numbers = f"{self.mentions:>{COUNT_WIDTH}}{self.claims or '':>{COUNT_WIDTH + 1}}"
        bar = dispersion(self.places, BAR_WIDTH) + " " if self.places and width >= 44 else ""
        room = max(4, width - len(numbers) - len(bar) - 1)
        return [[*styled_fit(self.name, room, self.style), (" ", ""), (bar, "list--bar"), (numbers, "")]]


@dataclass(frozen=True, slots=True)
class ClaimRow(Entry):
    """A claim: who, with which word, in which stance; and what."""

    speaker: str = ""
    facts: tuple[str, ...] = ()
    alert: str = ""
    content: str = ""
    limit: int = 3

    def height(self, width: int) -> int:
        return len(self.lines(width))

    def lines(self, width: int) -> list[Line]:
        facts = "".join(f" · {fact}" for fact in self.facts if fact)
        alert = f" · {self.alert}" if self.alert else ""
        room = max(8, width - cell_len(alert) - min(cell_len(facts), width // 3))
        head: Line = [(shorten(self.speaker, room), "list--strong"), (alert, "list--alert")]
        head.append((shorten(facts, max(0, width - sum(cell_len(text) for text, _ in head))), "list--faint"))
        body: list[Line] = [[("  " + line, "")] for line in folded(self.content, width - 2, self.limit)]
        return [head, *body, []]


@dataclass(frozen=True, slots=True)
class ContextRow(Entry):
    """A stretch of the article in its context. Stretches one under the other begin in the same column.

    `marks` are the letters of the stretch that are to be marked in it.
    """

    before: str = ""
    word: str = ""
    after: str = ""
    style: str = "list--match"
    marks: tuple[Span, ...] = ()

    def height(self, width: int) -> int:
        return 1

    def lines(self, width: int) -> list[Line]:
        word = shorten(self.word, width)
        left = max(0, min(width * 2 // 5, width - cell_len(word)))
        before = tail(self.before, left)
        after = shorten(self.after, max(0, width - left - cell_len(word)))
        return [[(" " * (left - cell_len(before)) + before, ""), *self._marked(word), (after, "")]]

    def _marked(self, word: str) -> Line:
        line, begin = list[Piece](), 0
        for mark in self.marks:
            line += [(word[begin : mark.start], self.style), (word[mark.start : mark.end], f"{self.style} list--match")]
            begin = mark.end
        return [*line, (word[begin:], self.style)]


@dataclass(frozen=True, slots=True)
class ResultRow(Entry):
    """A search result: its text with what matched, and why it matched."""

    pieces: tuple[Piece, ...] = ()
    reason: str = ""

    def height(self, width: int) -> int:
        return 2 if self.reason else 1

    def lines(self, width: int) -> list[Line]:
        first = clip(self.pieces, width)
        return [first, [("  " + shorten(self.reason, max(0, width - 2)), "list--faint")]] if self.reason else [first]


def tidy(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with one empty line before each heading but the first, and no more than one."""
    tidied: list[Entry] = []
    for entry in entries:
        if isinstance(entry, Heading):
            entry = replace(entry, first=not tidied or isinstance(tidied[-1], ClaimRow))
        tidied.append(entry)
    return tidied


def fit(text: str, width: int) -> str:
    """Text in exactly so many cells."""
    return set_cell_size(shorten(text, width), max(0, width))


def shorten(text: str, width: int) -> str:
    """Text in at most so many cells; what is cut off is dots."""
    if cell_len(text) <= width:
        return text
    return "" if width < 1 else set_cell_size(text, width - 1).rstrip() + "…"


def styled_fit(text: str, width: int, style: str) -> Line:
    """Like `fit`, without the style on the blanks, where an underline would show."""
    short = shorten(text, width)
    return [(short, style), (" " * max(0, width - cell_len(short)), "")]


def tail(text: str, width: int) -> str:
    """The last words of a text that fit into so many cells."""
    if cell_len(text) <= width:
        return text
    start = max(0, len(text) - width)
    while cell_len(text[start:]) > width:
        start += 1
    # Half a word at the edge reads as a mistake.
    space = text.find(" ", start)
    return text[space:] if 0 <= space - start < 12 else text[start:]


def spaced(text: str) -> str:
    """Text on one line that keeps a space at its ends."""
    return _SPACE.sub(" ", text)


def clip(pieces: Sequence[Piece], width: int) -> Line:
    """Pieces of one line in at most so many cells."""
    line: Line = []
    for text, style in pieces:
        if cell_len(text) > width:
            line.append((shorten(text, width), style))
            break
        line.append((text, style))
        width -= cell_len(text)
    return line


def folded(text: str, width: int, limit: int) -> list[str]:
    """Text wrapped into at most `limit` lines, with dots when it goes on."""
    lines: list[str] = []
    for start, end in wrap_line(text, 0, len(text), width):
        if len(lines) == limit:
            lines[-1] = shorten(lines[-1] + " …", width) if cell_len(lines[-1]) + 2 <= width else lines[-1][:-1] + "…"
            break
        lines.append(text[start:end])
    return lines


def dispersion(places: Sequence[float], width: int) -> str:
    """A bar that shows where in the article (0 to 1) something occurs, taller where it occurs more."""
    counts = [0] * width
    for place in places:
        counts[min(width - 1, int(place * width))] += 1
    most = max(counts, default=0)
    top = len(_BAR_STEPS) - 1
    return "".join(_BAR_STEPS[ceil(count * top / max(most, top)) if count else 0] for count in counts)
