"""Wrap an article into screen rows that know their place in the text."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len, split_graphemes

from tui.articles.article import Article, Role

MEASURE = 80
"""No line of text is wider than this, however wide the terminal."""


@dataclass(frozen=True, slots=True)
class Row:
    """A screen row: text[start:end] of the article. An empty row parts two paragraphs."""

    start: int
    end: int
    role: Role


class Rows:
    """The rows of a wrapped article, found by number or by offset."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows
        self._starts = [row.start for row in rows]

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> Row:
        return self._rows[index]

    def at(self, offset: int) -> int:
        """The number of the row in which an offset stands; rows before and after the text's ends included."""
        return max(0, bisect_right(self._starts, offset) - 1)


def wrap(article: Article, width: int) -> Rows:
    """The rows of an article at a width in cells."""
    rows: list[Row] = []
    for paragraph in article.paragraphs:
        if rows:
            rows.append(Row(rows[-1].end, rows[-1].end, "body"))
        for start, end in _lines(article.text, paragraph.start, paragraph.end):
            rows.extend(Row(a, b, paragraph.role) for a, b in wrap_line(article.text, start, end, width))
    return Rows(rows or [Row(0, 0, "body")])


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The hard lines inside a paragraph (verse, quotations)."""
    while (newline := text.find("\n", start, end)) != -1:
        yield start, newline
        start = newline + 1
    yield start, end


def wrap_line(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """The rows of text[start:end], which holds no line break, at a width in cells."""
    width = max(1, width)
    line = text[start:end]
    if line.isascii():
        yield from _wrap_ascii(text, start, end, width)
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


def _wrap_ascii(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """The quick way when every character is one cell: cut at the last space that still fits."""
    row = start
    while end - row > width:
        space = text.rfind(" ", row + 1, row + width + 1)
        if space == -1 or not text[row:space].strip():
            yield row, row + width
            row += width
            continue
        yield row, _stripped(text, row, space)
        row = space + 1
        while row < end and text[row] == " ":
            row += 1
    if row < end or row == start:
        yield row, end


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
