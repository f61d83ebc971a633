"""A list drawn row by row: any number of entries, each with as many rows as it needs."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip

from tui.bindings import bindings
from tui.widgets.counts import counted
from tui.widgets.drawn import Scrolled
from tui.widgets.entries import Entry, Line, tidy
from tui.widgets.signs import Signs, signs_of
from tui.widgets.strips import filled
from tui.widgets.thumb import EIGHTHS, Held, eighths, sign
from tui.widgets.types import LEGEND


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every row of a frame is drawn by: the list's width, its first row, the rows of the entry under the cursor,
    the ends of its scroll bar, the signs.
    """

    width: int = 0
    top: int = 0
    at_cursor: range = range(0)
    bar: tuple[int, int] = (0, 0)
    signs: Signs = field(default_factory=Signs)


class RowList(Held, Scrolled, can_focus=True):
    """Entries one under the other with a cursor. What an entry shows is literal text.

    The scroll bar is the last cell of each row: drawn with it, it costs no rows of its own.
    """

    BINDINGS = bindings("list")
    # What a list shows changes with each key of a search; where it stands does not.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--heading",
        "list--faint",
        "list--strong",
        "list--match",
        "list--alert",
        "list--mistake",
        "list--bar",
        "list--thumb",
        "list--thumb-exchanged",
        "list--cursor",
        "list--cursor-mark",
        "text--source",
        "text--cue",
        "text--claim",
    } | {f"name--{name_type.id}" for name_type in LEGEND}

    @dataclass
    class Highlighted(Message):
        """The cursor moved to an entry."""

        rows: "RowList"
        entry: Entry

        @property
        def control(self) -> "RowList":
            return self.rows

    @dataclass
    class Entered(Message):
        """The list took the focus with its cursor on an entry."""

        rows: "RowList"
        entry: Entry

        @property
        def control(self) -> "RowList":
            return self.rows

    @dataclass
    class Chosen(Message):
        """Enter was pressed on an entry, or it was clicked."""

        rows: "RowList"
        entry: Entry

        @property
        def control(self) -> "RowList":
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries: Sequence[Entry] = ()
        self.cursor: int | None = None
        self._tops: list[int] = [0]
        self._width = 0
        self._frame = _Frame()
        self._lines_made: dict[int, list[Line]] = {}

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        return None if self.cursor is None else self.entries[self.cursor]

    def show(self, entries: Sequence[Entry], *, keep: bool = False) -> None:
        """Show other entries. `keep` leaves the scroll, and the cursor on the entry with the same key."""
        key = self.current.key if keep and self.current is not None else None
        self.entries = entries = tidy(entries)
        self.cursor = next((n for n, entry in enumerate(entries) if key and entry.key == key), None)
        if self.cursor is None:
            self.cursor = next((n for n, entry in enumerate(entries) if entry.selectable), None)
        self._measure()
        if not keep and self.scroll_y:
            self.scroll_to(y=0, animate=False, immediate=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return sum(entry.height(max(1, width - 2)) for entry in self.entries)

    def select(self, key: str) -> None:
        """Put the cursor on the entry with a key, without telling anybody."""
        for number, entry in enumerate(self.entries):
            if entry.key == key and entry.selectable:
                self.cursor = number
                self._follow()
                self.refresh()
                return

    def move(self, step: int) -> None:
        """Move the cursor by entries that can be chosen."""
        if self.cursor is None:
            return
        number, left = self.cursor, abs(step)
        direction = 1 if step > 0 else -1
        place = number + direction
        while left and 0 <= place < len(self.entries):
            if self.entries[place].selectable:
                number, left = place, left - 1
            place += direction
        if number != self.cursor:
            self._move_to(number)
        else:
            # What stands beyond the last entry that can be chosen is read by going on.
            self.scroll_to(y=self.scroll_offset.y + direction, animate=False, immediate=True)

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open something only where something can be opened."""
        return action != "choose" or self.cursor is not None

    def action_cursor(self, step: int) -> None:
        """Move the cursor by entries, as many times as was counted."""
        self.move(step * (counted(self) or 1))

    def action_cursor_pages(self, pages: int) -> None:
        """Move the cursor by about a screenful, as many times as was counted."""
        if self.cursor is None:
            return
        pages *= counted(self) or 1
        target = self._tops[self.cursor] + pages * max(1, self.size.height - 1)
        entry = min(max(0, bisect_right(self._tops, target) - 1), len(self.entries) - 1)
        self.move(entry - self.cursor or pages)

    def action_cursor_end(self, direction: int) -> None:
        """Move the cursor to the first or the last entry, or to the one whose number was counted."""
        number = counted(self)
        if number is None:
            self.move(direction * len(self.entries))
            return
        selectable = [place for place, entry in enumerate(self.entries) if entry.selectable]
        if selectable:
            self._move_to(selectable[min(number, len(selectable)) - 1])

    def action_choose(self) -> None:
        """Choose the entry under the cursor."""
        if self.current is not None:
            self.call_later(self._tell, self.Chosen)

    # Events

    def on_focus(self) -> None:
        self.refresh()
        self._point()
        self.call_later(self._tell, self.Entered)

    def on_blur(self) -> None:
        self.refresh()

    def on_resize(self) -> None:
        self._measure()

    def on_click(self, event: events.Click) -> None:
        if self.thumb() and self.on_bar(event.x):
            return
        number = bisect_right(self._tops, self.scroll_offset.y + event.y) - 1
        if 0 <= number < len(self.entries) and self.entries[number].selectable:
            self._move_to(number)
            self.action_choose()

    # Layout and drawing

    def _tell(self, kind: "type[RowList.Highlighted | RowList.Entered | RowList.Chosen]") -> None:
        # Called later, as a message of our own: one made while the panel handles another message would count
        # as the panel's and stop there.
        if self.current is not None:
            self.post_message(kind(self, self.current))

    def _move_to(self, number: int) -> None:
        old, self.cursor = self.cursor, number
        self._follow()
        self._point()
        for entry in (number, old):
            if entry is not None:
                first, end = (top - self.scroll_offset.y for top in self._tops[entry : entry + 2])
                self.refresh(Region(0, first, self.size.width, end - first))
        if self.current is not None:
            self.call_later(self._tell, self.Highlighted)

    def _measure(self) -> None:
        self._width = max(1, self.size.width - 2)
        self._lines_made.clear()
        self._tops = list(accumulate((entry.height(self._width) for entry in self.entries), initial=0))
        rows = self._tops[-1]
        fitting = self.styles.height is not None and self.styles.height.is_auto and rows != self.virtual_size.height
        self.virtual_size = Size(self.size.width, rows)
        self._follow()
        self.refresh(layout=fitting)

    def _point(self) -> None:
        """Leave the terminal's own cursor, which screen readers follow, at the entry under ours."""
        if self.cursor is not None and self.has_focus:
            line = self._tops[self.cursor] - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(0, max(0, line))

    def _follow(self) -> None:
        """Keep the entry under the cursor in view, with what stands above the first one and below the last one."""
        if self.cursor is None or not self.size.height:
            return
        top, bottom = self._tops[self.cursor], self._tops[self.cursor + 1]
        # No cursor goes to what cannot be chosen; it is seen when the cursor is at the entry beside it.
        if top < self.size.height and not any(entry.selectable for entry in self.entries[: self.cursor]):
            self.scroll_to(y=0, animate=False, immediate=True)
            return
        if not any(entry.selectable for entry in self.entries[self.cursor + 1 :]):
            bottom = max(bottom, min(self._tops[-1], top + self.size.height))
        y = self.scroll_offset.y
        if top < y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > y + self.size.height:
            self.scroll_to(y=min(top, bottom - self.size.height), animate=False, immediate=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        # What every row needs is looked up once a frame.
        signs = signs_of(self)
        bar = self._eighths() if signs.bars else (0, 0)
        at_cursor = range(*self._tops[self.cursor : self.cursor + 2]) if self.cursor is not None else range(0)
        self._frame = _Frame(self.size.width, self.scroll_offset.y, at_cursor, bar, signs)
        return super().render_lines(crop)

    def row_key(self, y: int) -> tuple[int, bool, tuple[str, bool]]:
        row = self._frame.top + y
        return row, row in self._frame.at_cursor, sign(y, *self._frame.bar)

    def render_line(self, y: int) -> Strip:
        """A line of an entry, or an empty one below all, with a cell of the scroll bar."""
        row, at_cursor, (bar, exchanged) = self.row_key(y)
        number = bisect_right(self._tops, row) - 1
        line = self._lines(number)[row - self._tops[number] :][:1]
        # An empty line parts an entry from the next one; the cursor does not stand on it.
        under = "list--cursor" if at_cursor and line and line[0] else ""
        signs, segments = self._frame.signs, list[Segment]()
        if number < len(self.entries):
            segments.append(Segment(signs.cursor if under else " ", self.style(under, "list--cursor-mark")))
        for text, style in line[0] if line else ():
            shown = " " * len(text) if style == "list--bar" and not signs.bars else text
            segments.append(Segment(shown, self.style(under, style)))
        cell = Segment(bar, self.style("list--thumb-exchanged" if exchanged else "list--thumb"))
        return filled(segments, self._frame.width - 1, self.style(under), cell)

    def _lines(self, number: int) -> list[Line]:
        """The lines of an entry, made once for all its rows."""
        if (lines := self._lines_made.get(number)) is None:
            lines = self.entries[number].lines(self._width) if number < len(self.entries) else []
            self._lines_made[number] = lines
        return lines

    def named_style(self, name: str) -> Style:
        # What an entry shows may bear several names, or none.
        return Style.combine([Style(), *map(super().named_style, name.split())])

    # The scroll bar

    def _eighths(self) -> tuple[int, int]:
        height, rows = self.size.height, self._tops[-1]
        return eighths(height, rows, self.scroll_offset.y) if rows > height else (0, 0)

    def thumb(self) -> range:
        begins, ends = self._eighths()
        return range(begins // EIGHTHS, -(-ends // EIGHTHS))

    def on_bar(self, column: int) -> bool:
        return column == self.size.width - 1

    def drag_to(self, row: int, *, begins: bool) -> None:
        first, last = self._eighths()
        room = EIGHTHS * self.size.height - (last - first)
        self.scroll_to(y=row * EIGHTHS * self.max_scroll_y / max(1, room), animate=False, immediate=True)
