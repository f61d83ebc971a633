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

    _dragged = False

    def render(self) -> str:
        return ""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._dragged = False
        self.capture_mouse()
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is self and event.delta_x:
            self._dragged = True
            self.post_message(self.Moved(event.screen_x, ended=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self.app.mouse_captured is not self:
            return
        self.release_mouse()
        self.post_message(self.Moved(event.screen_x, ended=True) if self._dragged else self.Clicked())
