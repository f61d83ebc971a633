"""The line between the article and the side pane: it is dragged with the mouse; a click on it shows a hidden pane."""

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.widgets.drawn import Drawn
from tui.widgets.signs import signs_of


class Divider(Drawn):
    """One column."""

    ALLOW_SELECT = False

    @dataclass
    class Moved(Message):
        """It is dragged to a column of the screen; `ended` when the button is let go."""

        column: int
        ended: bool

    @dataclass
    class Clicked(Message):
        """It was clicked without being dragged."""

    _from: int | None = None
    """The column at which the button was pressed, until the mouse has left it."""

    def row_key(self, y: int) -> str:
        return signs_of(self).edge

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(self.row_key(y), self.style())], 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._from = event.screen_x
        self.capture_mouse()
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is self and event.screen_x != self._from:
            self._from = None
            self.post_message(self.Moved(event.screen_x, ended=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self.app.mouse_captured is not self:
            return
        self.release_mouse()
        self.post_message(self.Moved(event.screen_x, ended=True) if self._from is None else self.Clicked())
