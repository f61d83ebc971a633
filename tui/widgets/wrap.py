"""Wrap an article into screen rows that know their place in the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from rich.cells import cell_len, split_graphemes

from tui.articles.article import Article
from tui.widgets.looks import QUOTE_INDENT, Look, settings

MEASURE = 80
"""No line of text is wider than this, however wide the terminal, unless the settings say otherwise."""

# Line ends, characters of exactly one cell, and the space as the only one that parts words.
_NARROW = re.compile("[\n -~\u00a1-\u00ac\u00ae-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*")


_FIRST, _SECOND = itemgetter(0), itemgetter(1)


@dataclass(frozen=True, slots=True)
class Row:
    """A screen row: text[start:end] of the article. An empty row parts two paragraphs."""

    start: int
    end: int
    look: Look


class Rows:
    """The rows of a wrapped article, found by number or by offset. A book has many: they are kept as numbers."""

    def __init__(self) -> None:
        self._starts = [0]
        self._ends = [0]
        self._paragraphs: list[int] = []
        self._looks: list[Look] = []

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Row:
        paragraph = bisect_right(self._paragraphs, range(len(self))[index]) - 1
        return Row(self._starts[index], self._ends[index], self._looks[paragraph] if self._looks else "body")

    def add(self, spans: Sequence[tuple[int, int]], look: Look, *, parted: bool = True) -> None:
        """The rows of one more paragraph, after an empty one when it is parted from the one before."""
        starts, ends = self._starts, self._ends
        if self._paragraphs:
            if parted:
                starts.append(ends[-1])
                ends.append(ends[-1])
        else:
            starts.clear()
            ends.clear()
        self._paragraphs.append(len(starts))
        self._looks.append(look)
        starts.extend(map(_FIRST, spans))
        ends.extend(map(_SECOND, spans))

    def at(self, offset: int) -> int:
        """The number of the row in which an offset stands; rows before and after the text's ends included."""
        return max(0, bisect_right(self._starts, offset) - 1)


class Wrapper:
    """Wraps one article at any width; what does not depend on the width is found once."""

    def __init__(self, article: Article) -> None:
        self._text = text = article.text
        self._parts: list[tuple[int, int, Look, bool, bool]] = []
        narrow = _NARROW.fullmatch(text) is not None
        above: tuple[Look, int] = "body", 0
        for paragraph, (look, skipped) in zip(article.paragraphs, settings(article), strict=True):
            start, end = paragraph.start + skipped, paragraph.end
            parted = look in {"body", "headline", "boilerplate"} or not _belong_together(
                above[0], look, text[above[1] : paragraph.start]
            )
            above = look, end
            quick = narrow or _NARROW.fullmatch(text, start, end) is not None
            self._parts.append((start, end, look, parted, quick))

    def rows(self, width: int) -> Rows:
        """The rows at a width in cells."""
        rows, text = Rows(), self._text
        quote_width = max(1, width - QUOTE_INDENT)
        body_finder, quote_finder = _rows_of(width).finditer, _rows_of(quote_width).finditer
        for start, end, look, parted, quick in self._parts:
            if quick:
                finder = quote_finder if look == "quote" else body_finder
                rows.add([row.span() for row in finder(text, start, end)], look, parted=parted)
            else:
                room = quote_width if look == "quote" else width
                lines = _lines(text, start, end)
                rows.add([row for a, b in lines for row in wrap_line(text, a, b, room)], look, parted=parted)
        return rows


def wrap(article: Article, width: int) -> Rows:
    """The rows of an article at a width in cells."""
    return Wrapper(article).rows(width)


def _belong_together(above: Look, below: Look, between: str) -> bool:
    """Whether no empty row parts two paragraphs: the lines of one block quote, and a byline under its headline."""
    if below == "quote":
        return above == "quote" and "\n\n" not in between
    return below == "byline"


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The hard lines inside a paragraph (verse, quotations)."""
    while (newline := text.find("\n", start, end)) != -1:
        yield start, newline
        start = newline + 1
    yield start, end


def wrap_line(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """The rows of text[start:end], which holds no line break, at a width in cells."""
    width = max(1, width)
    if _NARROW.fullmatch(text, start, end):
        yield from [row.span() for row in _rows_of(width).finditer(text, start, end)] or [(start, start)]
        return
    row = start
    used = 0
    for begin, stop in _words(text, start, end):
        word = cell_len(text[begin:stop])
        gap = cell_len(text[row:begin]) - used if begin > row else 0
        if used + gap + word <= width:
            used += gap + word
            continue
        if word <= width:
            if begin > row:
                yield row, _stripped(text, row, begin)
            row, used = begin, word
            continue
        # A word wider than the pane (a web address, a line of Chinese) is folded where the room ends.
        room = width - used - gap
        for a, _, cells in split_graphemes(text[begin:stop])[0]:
            if cells > room and begin + a > row:
                yield row, _stripped(text, row, begin + a)
                row, room = begin + a, width
            room -= cells
        used = width - room
    yield row, end


@lru_cache(maxsize=8)
def _rows_of(width: int) -> re.Pattern[str]:
    """The quick way when every character is one cell: as many words as fit, else a word's part as wide as a row."""
    words = "[^ \n]" if width == 1 else f"[^ \n](?:.{{0,{width - 2}}}[^ \n])?"
    return re.compile(f"{words}(?=[ \n]|$)|[^ \n]{{{width}}}")


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between spaces; a no-break space (U+00A0, U+202F, U+2007) parts nothing."""
    begin = start
    while begin < end:
        while begin < end and _is_space(text[begin]):
            begin += 1
        stop = begin
        while stop < end and not _is_space(text[stop]):
            stop += 1
        if stop > begin:
            yield begin, stop
        begin = stop


def _is_space(character: str) -> bool:
    return character == " " or (character.isspace() and character not in "\u00a0\u202f\u2007")


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and _is_space(text[end - 1]):
        end -= 1
    return end
