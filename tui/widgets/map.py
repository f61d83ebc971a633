"""The scroll bar of the article, and its map: where in all of it the selected actor, the matches or the claims are."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive, var
from textual.strip import Strip

from tui.analysis.model import Mention, Span
from tui.articles.article import Article
from tui.widgets.cast import Cast
from tui.widgets.drawn import Drawn
from tui.widgets.thumb import Held

ONE, MANY = "─", "━"


class PlaceMap(Held, Drawn):
    """One column, as high as the article; what is in view is dragged, a press beside it goes to that part."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"map--view", "map--actor", "map--find", "map--claim"}

    article: reactive[Article | None] = reactive[Article | None](None, init=False)
    cast: reactive[Cast | None] = reactive[Cast | None](None, init=False)
    actor: reactive[str | None] = reactive[str | None](None, init=False)
    matches: reactive[tuple[Span, ...]] = reactive[tuple[Span, ...]]((), init=False)
    view: var[Span] = var(Span(0, 0), init=False)

    @dataclass
    class Picked(Message):
        """The part in view is to begin at an offset; `begins` when the reader leaves another place for it."""

        offset: int
        begins: bool

    @dataclass
    class Turned(Message):
        """The wheel was turned over the bar, up (-1) or down (1)."""

        direction: int

    _signs: Sequence[str] = ()
    """By row, made when one of them is drawn."""
    _kind = ""
    _thumb = range(0)

    def render_lines(self, crop: Region) -> list[Strip]:
        # What the rows are made of is looked up once a frame, not once a row.
        self._thumb = self.thumb()
        return super().render_lines(crop)

    def row_key(self, y: int) -> tuple[str, bool]:
        if not self._signs:
            self._kind, places = self._marks()
            self._signs = self._signs_of(places)
        # Between two layouts a frame may have more rows than the widget knows of.
        return self._signs[y] if y < len(self._signs) else " ", y in self._thumb

    def render_line(self, y: int) -> Strip:
        sign, in_view = self.row_key(y)
        view, mark = ("map--view",) if in_view else (), (f"map--{self._kind}",) if sign != " " else ()
        return Strip([Segment(sign, self.style(*view, *mark))], 1)

    def forget_all(self) -> None:
        self._signs = ()
        super().forget_all()

    def _signs_of(self, places: Sequence[Span | Mention]) -> list[str]:
        height, length = self._height, self._length
        edges = [bisect_left(places, length * row // height, key=_start) for row in range(height + 1)]
        return [(MANY if last - first > 1 else ONE) if last > first else " " for first, last in pairwise(edges)]

    def watch_view(self, old: Span, new: Span) -> None:
        before, now = self._rows_of(old), self._rows_of(new)
        if before != now:
            # The rows between two far away ones stay as they are.
            for rows in (before, now):
                self.refresh(Region(0, rows.start, 1, len(rows)))

    def _rows_of(self, view: Span) -> range:
        """The rows whose part of the article shares a character with what is in view; none when all of it is."""
        if view.start == 0 and view.end == self._length:
            return range(0)
        first = view.start * self._height // self._length
        # A row of a short article may stand for less than a character; it is in view where its place is.
        last = -(-max(view.end, view.start + 1) * self._height // self._length)
        return range(first, max(first + 1, last))

    def thumb(self) -> range:
        return self._rows_of(self.view)

    def drag_to(self, row: int, *, begins: bool) -> None:
        # The thumb at the end of the bar is the end of the article, however its rows are rounded.
        at_end = row + len(self.thumb()) >= self._height
        self.post_message(self.Picked(self._length if at_end else max(0, self._length * row // self._height), begins))

    def on_mouse_scroll_down(self) -> None:
        self.post_message(self.Turned(1))

    def on_mouse_scroll_up(self) -> None:
        self.post_message(self.Turned(-1))

    @property
    def _height(self) -> int:
        return max(1, self.size.height)

    @property
    def _length(self) -> int:
        return max(1, len(self.article.text) if self.article else 1)

    def _marks(self) -> tuple[str, Sequence[Span | Mention]]:
        """What is shown, in the order of the text, so that a row costs two bisections."""
        if self.matches:
            return "find", self.matches
        if self.cast is not None and self.actor is not None:
            return "actor", self.cast.mentions_of(self.actor)
        return "claim", self.cast.claim_places if self.cast is not None else ()


def _start(place: Span | Mention) -> int:
    return place.start
