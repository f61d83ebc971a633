"""The part of a scroll bar that stands for what is in view; the mouse holds it, or presses where it should go."""

from textual import events
from textual.widget import Widget

SHADES = " ▁▂▃▄▅▆▇"
EIGHTHS = len(SHADES)


class Held(Widget):
    """A widget with a scroll bar of its own drawing."""

    ALLOW_SELECT = False

    _from: int | None = None
    """Rows from the top of the thumb to where it is held."""

    def thumb(self) -> range:
        """The rows of the thumb, none when everything is in view."""
        raise NotImplementedError

    def on_bar(self, column: int) -> bool:
        """Whether the bar stands in a column."""
        return True

    def drag_to(self, row: int, *, begins: bool) -> None:
        """Scroll so that the thumb begins at a row, which may be beyond the ends of the bar."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        thumb = self.thumb()
        if not thumb or not self.on_bar(event.x):
            return
        self.capture_mouse()
        inside = event.y in thumb
        self._from = event.y - thumb.start if inside else 0
        if not inside:
            self.drag_to(event.y, begins=True)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._from is not None:
            self.drag_to(event.y - self._from, begins=False)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._from is not None:
            self.release_mouse()

    def on_mouse_release(self) -> None:
        self._from = None


def eighths(height: int, whole: int, top: int) -> tuple[int, int]:
    """Where the thumb of a bar begins and ends, in eighths of a row, when `height` of `whole` rows are in view."""
    length = max(EIGHTHS, EIGHTHS * height * height // whole)
    begins = round((EIGHTHS * height - length) * top / (whole - height))
    return begins, begins + length


def sign(row: int, begins: int, ends: int) -> tuple[str, bool]:
    """What a row of the bar shows, and whether its colours are exchanged."""
    top, bottom = row * EIGHTHS, (row + 1) * EIGHTHS
    if ends <= top or begins >= bottom:
        return " ", False
    if begins > top:
        return SHADES[bottom - begins], False
    # The lower end is drawn as what it leaves free.
    return SHADES[max(0, bottom - ends)], True
