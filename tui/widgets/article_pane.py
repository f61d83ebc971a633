"""The article: wrapped text with its highlights, drawn row by row."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui.analysis.model import Span
from tui.articles.article import Article
from tui.bindings import bindings
from tui.widgets.cast import Cast, extent
from tui.widgets.highlights import Layer, cut
from tui.widgets.layers import gutter_layer, mention_layer, one_claim_layer, shown_actor, shown_names, span_layer
from tui.widgets.types import HIDDEN_AT_FIRST, LEGEND
from tui.widgets.wrap import Row, Rows, wrap

GUTTER = 3
"""Columns before the text: the place marker, the claim mark, a space."""

_LONG_PLACE = 60
_PLACE_MARK = "▶"
_MARK = "*"
_CLAIM_BEGINS = "“"
_CLAIM_GOES_ON = "│"


class ArticlePane(ScrollView, can_focus=True):
    """The article on the line API. Offsets in and out are offsets into `article.text`."""

    BINDINGS = bindings("article")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text--headline",
        "text--boilerplate",
        "text--receded",
        "text--actor",
        "text--claim",
        "text--cue",
        "text--find",
        "text--find-current",
        "text--place",
        "text--passage",
        "gutter--claim",
        "gutter--claim-selected",
        "gutter--place",
        "gutter--mark",
    } | {f"name--{name_type.id}" for name_type in LEGEND}

    article: reactive[Article | None] = reactive[Article | None](None, init=False)
    cast: reactive[Cast | None] = reactive[Cast | None](None, init=False)
    hidden: reactive[frozenset[str]] = reactive(HIDDEN_AT_FIRST, init=False)
    actor: reactive[str | None] = reactive[str | None](None, init=False)
    claim: reactive[str | None] = reactive[str | None](None, init=False)
    place: reactive[Span | None] = reactive[Span | None](None, init=False)
    matches: reactive[tuple[Span, ...]] = reactive[tuple[Span, ...]]((), init=False)
    match: reactive[int | None] = reactive[int | None](None, init=False)
    count: reactive[int] = reactive(0, init=False)
    marks: reactive[tuple[Span, ...]] = reactive[tuple[Span, ...]]((), init=False)

    @dataclass
    class Open(Message):
        """Enter was pressed: open what stands at the current place."""

    @dataclass
    class Picked(Message):
        """The text was clicked at an offset."""

        offset: int

    @dataclass
    class Counted(Message):
        """A movement was made as many times as was counted."""

    def __init__(self, measure: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._measure = measure
        self._rows = Rows()
        self._wrapped: tuple[Article, int] | None = None
        self._width = 0
        self._margin = 0
        self._anchor = 0
        self._rewrapping = False
        self._mentions = Layer()
        self._names = shown_names(self._mentions, self.hidden, None)
        self._chosen = shown_actor(self._mentions, None)
        self._passage = Layer()
        self._claim = Layer()
        self._found = Layer()
        self._current = Layer()
        self._marks = Layer()
        self._marked = Layer()

    # What changes what

    def watch_article(self) -> None:
        self._anchor = 0
        self._rewrap()

    def watch_cast(self) -> None:
        self._marks = gutter_layer(self.cast)
        self._mentions = mention_layer(self.cast)
        self._restyle_names()
        self.watch_claim()

    def watch_hidden(self) -> None:
        self._restyle_names()

    def watch_actor(self) -> None:
        self._restyle_names()

    def watch_claim(self) -> None:
        self._claim = one_claim_layer(self.cast, self.claim)
        self._restyle_current()

    def watch_matches(self) -> None:
        self._found = span_layer(self.matches, "text--find")
        self.refresh()

    def watch_match(self) -> None:
        self._restyle_current()

    def watch_marks(self) -> None:
        self._marked = span_layer(self.marks, "gutter--mark")
        self.refresh()

    def watch_place(self) -> None:
        self._restyle_current()

    def _restyle_names(self) -> None:
        self._names = shown_names(self._mentions, self.hidden, self.actor)
        self._chosen = shown_actor(self._mentions, self.actor)
        self.refresh()

    def _restyle_current(self) -> None:
        place, claim = self.place, self.cast.claims.get(self.claim or "") if self.cast is not None else None
        layer = self._passage = Layer()
        if place is not None:
            # A whole claim or passage in reverse would hide the names in it: it is tinted, under them.
            if place.end - place.start > _LONG_PLACE or (claim is not None and place == extent(claim)):
                self._passage = span_layer([place], "text--passage")
            else:
                layer = span_layer([place], "text--place")
        if self.match is not None and self.match < len(self.matches):
            layer = span_layer([self.matches[self.match]], "text--find-current")
        self._current = layer
        self.refresh()

    # Wrapping

    def on_resize(self, event: events.Resize) -> None:
        self._rewrap()

    def render_lines(self, crop: Region) -> list[Strip]:
        # The first frame is drawn before the resize is told; without its rows the text would come a frame later.
        self._wrap()
        return super().render_lines(crop)

    def _wrap(self) -> int:
        """Cut the article into rows that fit; those of the same article and width are kept."""
        available = self.scrollable_content_region.width
        if self.article is None or available <= 0:
            return 0
        width = max(1, min(self._measure, available - GUTTER - 1))
        if self._wrapped != (self.article, width):
            self._rows = wrap(self.article, width)
            self._wrapped = self.article, width
        self._width = width
        self._margin = max(0, (available - GUTTER - 1 - width) // 2)
        return available

    def _rewrap(self) -> None:
        available = self._wrap()
        if not available:
            return
        self.virtual_size = Size(available, len(self._rows))
        # The anchor stays what the reader last scrolled to, so that resizing back and forth never drifts.
        self._rewrapping = True
        self.scroll_to(y=self._rows.at(self._anchor), animate=False, immediate=True, force=True)
        self._rewrapping = False
        self.refresh()

    def watch_scroll_y(self, old: float, new: float) -> None:
        super().watch_scroll_y(old, new)
        if not self._rewrapping:
            self._anchor = self._rows[min(self.scroll_offset.y, len(self._rows) - 1)].start

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

    def reveal(self, place: Span) -> None:
        """Scroll to a place when it is not well in view; leave the text still when it is."""
        row = self._rows.at(place.start)
        height = max(1, self.size.height)
        margin = min(2, height // 4)
        first = self.scroll_offset.y
        if first + margin <= row < first + height - margin or (row < margin and first == 0):
            return
        self.scroll_to(y=max(0, row - height // 3), animate=False, immediate=True)

    # Drawing

    def render_line(self, y: int) -> Strip:
        base = self.rich_style
        index = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if self.article is None or index >= len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[index]
        text = Strip(self._text(row, base)).apply_offsets(0, index)
        text = self._with_selection(text, index)
        gutter = Strip([Segment(" " * self._margin, base), *self._gutter(row, base)])
        return Strip.join([gutter, text]).adjust_cell_length(width, base)

    def _text(self, row: Row, base: Style) -> list[Segment]:
        assert self.article is not None
        if row.role == "headline":
            base += self._style("text--headline")
        elif row.role == "boilerplate":
            base += self._style("text--boilerplate")
        segments = []
        layers = (self._passage, self._claim, self._names, self._chosen, self._found, self._current)
        for start, end, styles in cut(row.start, row.end, layers):
            style = base
            for name in styles:
                style += self._style(name)
            segments.append(Segment(self.article.text[start:end], style))
        return segments

    def _gutter(self, row: Row, base: Style) -> list[Segment]:
        place, claim = Segment(" ", base), Segment(" ", base)
        if self.place is not None and row.start <= self.place.start < max(row.end, row.start + 1):
            place = Segment(_PLACE_MARK, base + self._style("gutter--place"))
        elif row.end > row.start and any(self._marked.within(row.start, row.end)):
            place = Segment(_MARK, base + self._style("gutter--mark"))
        marks = list(self._marks.within(row.start, row.end)) if row.end > row.start else []
        if marks:
            begins = any(row.start <= mark.start < row.end for mark in marks)
            chosen = any(mark.style == self.claim for mark in marks)
            style = self._style("gutter--claim-selected" if chosen else "gutter--claim")
            claim = Segment(_CLAIM_BEGINS if begins else _CLAIM_GOES_ON, base + style)
        return [place, claim, Segment(" ", base)]

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    # Selecting and copying

    def _with_selection(self, text: Strip, index: int) -> Strip:
        selection = self.text_selection
        span = selection.get_span(index) if selection is not None else None
        if span is None:
            return text
        style = self.screen.get_component_rich_style("screen--selection")
        start, end = span
        done = 0
        segments: list[Segment] = []
        for content, own, _ in text:
            stop = len(content) if end == -1 else min(len(content), max(0, end - done))
            begin = min(max(0, start - done), stop)
            pieces = (
                (content[:begin], own),
                (content[begin:stop], (own or Style()) + style),
                (content[stop:], own),
            )
            segments += [Segment(piece, piece_style) for piece, piece_style in pieces if piece]
            done += len(content)
        return Strip(segments, text.cell_length)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected stretch as the article has it: without the wrap's line breaks."""
        if self.article is None:
            return None
        start = self._selected(selection.start, 0)
        end = self._selected(selection.end, len(self.article.text))
        return self.article.text[start:end], "\n"

    def _selected(self, offset: Offset | None, default: int) -> int:
        if offset is None:
            return default
        row = self._rows[min(max(0, offset.y), len(self._rows) - 1)]
        return min(row.end, row.start + max(0, offset.x))

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()

    # Keys and mouse

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll by rows, as many times as was counted."""
        if self.count:
            rows *= self.count
            self.post_message(self.Counted())
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, immediate=True)

    def action_scroll_pages(self, pages: float) -> None:
        """Scroll by pages; a whole page keeps one row in sight."""
        height = self.size.height
        rows = height - 1 if abs(pages) == 1 else height // 2
        self.action_scroll_rows(max(1, rows) if pages > 0 else -max(1, rows))

    def action_scroll_top(self) -> None:
        """Scroll to the beginning."""
        self.scroll_to(y=0, animate=False, immediate=True)

    def action_scroll_bottom(self) -> None:
        """Scroll to the end."""
        self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True)

    def action_open_place(self) -> None:
        """Ask for what stands at the current place to be opened."""
        self.post_message(self.Open())

    def on_click(self, event: events.Click) -> None:
        offset = self._offset_at(event.x, event.y)
        if offset is not None and not self.screen.selections:
            self.post_message(self.Picked(offset))

    def _offset_at(self, x: int, y: int) -> int | None:
        index = self.scroll_offset.y + y
        if self.article is None or index >= len(self._rows):
            return None
        row = self._rows[index]
        column = x - self._margin - GUTTER
        if column < 0:
            return None
        strip = Strip([Segment(self.article.text[row.start : row.end])])
        characters = len(strip.crop(0, column).text)
        return row.start + characters if characters < row.end - row.start else None

    def region_of(self, place: Span) -> Region:
        """Where a place is in the virtual page."""
        return Region(self._margin, self._rows.at(place.start), self._width, 1)
