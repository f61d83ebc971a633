"""What is going on, in a line or a few."""

from typing import Any

from rich.segment import Segment
from textual.strip import Strip

from tui.widgets.drawn import Drawn
from tui.widgets.entries import shorten
from tui.widgets.strips import filled


class Lines(Drawn):
    """Literal text in the widget's own style, cut where there is no more room. Other lines cost only themselves."""

    ALLOW_SELECT = False

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.lines: tuple[str, ...] = ()

    def show(self, *lines: str) -> None:
        """Show other lines."""
        if lines != self.lines:
            taller = self.styles.height is not None and self.styles.height.is_auto and len(lines) != len(self.lines)
            self.lines = lines
            self.refresh(layout=taller)

    def render_line(self, y: int) -> Strip:
        text, width, style = self.lines[y] if y < len(self.lines) else "", self.size.width, self.style()
        return filled([Segment(shorten(text, width), style)], width, style)
