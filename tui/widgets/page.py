"""The article as a page of rows: wrapping, places, scrolling, selecting and copying. Offsets count into the text."""

from bisect import bisect_right

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from tui.analysis.model import Span
from tui.articles.article import Article
from tui.widgets.counts import counted
from tui.widgets.drawn import Scrolled
from tui.widgets.gutter import GUTTER
from tui.widgets.looks import QUOTE_INDENT
from tui.widgets.wrap import Row, Rows, Wrapper

_RIGHT = 2
"""Columns after the text."""


class Page(Scrolled):
    """Rows of an article on the line API, each row drawn when it is seen."""

    article: var[Article | None] = var[Article | None](None, init=False)

    def __init__(self, measure: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._measure = measure
        self._rows = Rows()
        self._wrapper: Wrapper | None = None
        self._wrapped: int | None = None
        self._available = self._width = 0
        self._margin = 0
        self._first = 0
        self._anchor = 0
        self._rewrapping = False

    # Wrapping

    def watch_article(self) -> None:
        self._wrapper = self._wrapped = None
        self._anchor = 0
        self._rewrap()

    def on_resize(self, event: events.Resize) -> None:
        self._rewrap()

    def render_lines(self, crop: Region) -> list[Strip]:
        # The first frame is drawn before the resize is told; without its rows the text would come a frame later.
        self._wrap()
        self._first = self.scroll_offset.y
        return super().render_lines(crop)

    def row_key(self, y: int) -> int:
        return self._first + y

    def render_line(self, y: int) -> Strip:
        index = self.scroll_offset.y + y
        if self.article is None or index >= len(self._rows):
            return Strip.blank(self._available, self.style())
        return self.draw(index)

    def draw(self, index: int) -> Strip:
        """A row of the article, as wide as the page."""
        raise NotImplementedError

    def named_style(self, name: str) -> Style:
        # The style of a web address is the address.
        link = ":" in name
        style = super().named_style("text--link" if link else name)
        return style + Style(link=name) if link else style

    def redraw(self, *places: Span) -> None:
        """Draw the rows of some places anew, which look different now."""
        for place in places:
            first, last = self._rows.at(place.start), self._rows.at(max(place.start, place.end - 1))
            self.forget(*range(first, last + 1))
            top = max(first, self.scroll_offset.y)
            if (height := min(last + 1, self.scroll_offset.y + self.size.height) - top) > 0:
                self.refresh_lines(top, height)

    def _wrap(self) -> bool:
        """Cut the article into rows that fit, when there are any; those of the same article and width are kept."""
        available = self._available = self.scrollable_content_region.width
        if self.article is None or available <= 0:
            return False
        room = available - GUTTER - _RIGHT
        width = max(1, min(self._measure, room))
        if self._wrapper is None:
            self._wrapper = Wrapper(self.article)
        if self._wrapped != width:
            self._rows = self._wrapper.rows(width)
            self._wrapped = width
        self._width = width
        self._margin = max(0, (room - width) // 2)
        return True

    def _rewrap(self) -> None:
        if not self._wrap():
            return
        self.virtual_size = Size(self._available, len(self._rows))
        # The anchor stays what the reader last scrolled to, so that resizing back and forth never drifts.
        self._rewrapping = True
        self.scroll_to(y=self._rows.at(self._anchor), animate=False, immediate=True, force=True)
        self._rewrapping = False
        self.refresh()

    def watch_scroll_y(self, old: float, new: float) -> None:
        super().watch_scroll_y(old, new)
        if not self._rewrapping:
            self._anchor = self.top

    # Places

    @property
    def top(self) -> int:
        """The offset at which the first visible row begins."""
        return self._rows[min(self.scroll_offset.y, len(self._rows) - 1)].start

    @property
    def in_view(self) -> Span:
        """The stretch of the article that is on the screen."""
        last = min(self.scroll_offset.y + max(1, self.size.height), len(self._rows)) - 1
        return Span(self.top, max(self.top, self._rows[last].end))

    @property
    def line(self) -> Span:
        """The first visible row that holds text."""
        row = self.scroll_offset.y
        while row < len(self._rows) - 1 and self._rows[row].start == self._rows[row].end:
            row += 1
        return Span(self._rows[row].start, self._rows[row].end)

    @property
    def progress(self) -> float:
        """How far down the article the view is, from 0 to 1."""
        return 1.0 if self.max_scroll_y <= 0 else self.scroll_offset.y / self.max_scroll_y

    def show_top(self, offset: int) -> None:
        """Scroll so that the row of an offset is the first one."""
        self._anchor = offset
        self.scroll_to(y=self._rows.at(offset), animate=False, immediate=True)

    def begin_at(self, offset: int) -> None:
        """Show an article that was just set from an offset on; before the first frame, too."""
        self._anchor = offset
        self._rewrap()

    def reveal(self, place: Span) -> None:
        """Scroll to a place when it is not well in view; leave the text still when it is."""
        row = self._rows.at(place.start)
        height = max(1, self.size.height)
        margin = min(2, height // 4)
        first = self.scroll_offset.y
        if first + margin <= row < first + height - margin or (row < margin and first == 0):
            return
        self.scroll_to(y=max(0, row - height // 3), animate=False, immediate=True)

    def place_on_screen(self, offset: int) -> Offset | None:
        """The cell of the screen at which an offset stands, when it is in view."""
        index = self._rows.at(offset)
        line = index - self.scroll_offset.y
        if self.article is None or not 0 <= line < self.size.height:
            return None
        row = self._rows[index]
        before = Segment(self.article.text[row.start : max(row.start, min(offset, row.end))])
        column = self._text_begins(row) + before.cell_length
        return self.content_region.offset + Offset(column, line)

    def _text_begins(self, row: Row) -> int:
        return self._margin + GUTTER + (QUOTE_INDENT if row.look == "quote" else 0)

    def _offset_at(self, x: int, y: int) -> int | None:
        index = self.scroll_offset.y + y
        if self.article is None or index >= len(self._rows):
            return None
        row = self._rows[index]
        column = x - self._text_begins(row)
        if column < 0:
            return None
        strip = Strip([Segment(self.article.text[row.start : row.end])])
        characters = len(strip.crop(0, column).text)
        return row.start + characters if characters < row.end - row.start else None

    # Selecting and copying

    def _selectable(self, text: list[Segment], index: int) -> Strip:
        """The text of a row so that the mouse can select in it, with what is selected."""
        selection = self.text_selection
        span = selection.get_span(index) if selection is not None else None
        if span is not None:
            text = self._selected_part(text, self._rows[index], *span)
        # Offsets come last: Textual reads them segment by segment, the cut ones too.
        return Strip([piece for segment in text for piece in _graphemes(segment)]).apply_offsets(0, index)

    def _selected_part(self, text: list[Segment], row: Row, first: int, last: int) -> list[Segment]:
        """The text of a row with a part of it selected; -1 is its end."""
        style = self.on_screen(self.screen.get_component_rich_style("screen--selection"))
        start = self._edge(row, first, -1) - row.start
        end = (self._edge(row, last, 1) if last != -1 else row.end) - row.start
        done = 0
        segments: list[Segment] = []
        for content, own, _ in text:
            stop = min(len(content), max(0, end - done))
            begin = min(max(0, start - done), stop)
            pieces = (
                (content[:begin], own),
                (content[begin:stop], (own or Style()) + style),
                (content[stop:], own),
            )
            segments += [Segment(piece, piece_style) for piece, piece_style in pieces if piece]
            done += len(content)
        return segments

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected stretch as the article has it: without the wrap's line breaks."""
        if self.article is None:
            return None
        start = self._selected(selection.start, 0, -1)
        end = self._selected(selection.end, len(self.article.text), 1)
        return self.article.text[start:end], "\n"

    def _selected(self, offset: Offset | None, default: int, direction: int) -> int:
        if offset is None:
            return default
        row = self._rows[min(max(0, offset.y), len(self._rows) - 1)]
        return self._edge(row, offset.x, direction)

    def _edge(self, row: Row, characters: int, direction: int) -> int:
        """The offset so many characters into a row, moved out of the middle of what is one sign on the screen."""
        assert self.article is not None
        offset = min(row.end, row.start + max(0, characters))
        text = self.article.text[row.start : row.end]
        if text.isascii():
            return offset
        edges = [row.start + start for start, _, _ in split_graphemes(text)[0]] + [row.end]
        number = bisect_right(edges, offset) - 1
        inside = edges[number] != offset
        return edges[min(len(edges) - 1, number + (inside and direction > 0))]

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()

    # Scrolling

    def action_scroll_top(self) -> None:
        """Scroll to the beginning, or to the paragraph whose number was counted."""
        self._scroll_to_paragraph(0)

    def action_scroll_bottom(self) -> None:
        """Scroll to the end, or to the paragraph whose number was counted."""
        self._scroll_to_paragraph(self.max_scroll_y)

    def _scroll_to_paragraph(self, otherwise: int) -> None:
        number = counted(self)
        if number is None or self.article is None or not self.article.paragraphs:
            self.scroll_to(y=otherwise, animate=False, immediate=True)
        else:
            self.show_top(self.article.paragraphs[min(number, len(self.article.paragraphs)) - 1].start)


def _graphemes(segment: Segment) -> list[Segment]:
    """A segment for each sign where a character is not a cell: the mouse's column is looked up segment by segment."""
    text, style, _ = segment
    if text.isascii() or segment.cell_length == len(text):
        return [segment]
    return [Segment(text[start:end], style) for start, end, _ in split_graphemes(text)[0]]
