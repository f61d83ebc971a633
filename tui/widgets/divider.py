"""The line between the article and the side pane: it is dragged with the mouse; a click on it shows a hidden pane."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widget import Widget


class Divider(Widget):
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

    def render(self) -> str:
        return ""

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
