"""Rows that are drawn when they are seen, and kept until they look different."""

from collections.abc import Hashable
from typing import Any, Self

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.styled import Styled

_MOST = 400


class Drawn(Styled):
    """A widget of rows. `refresh` without regions says that they look different; with them they only stand elsewhere.

    Textual looks for each row of each frame at borders, tint and opacity, which takes as long as making the row. Here a
    widget has padding at most, and its styles are those that `style` gives.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self._strips: dict[Hashable, Strip] = {}
        self._drawn_for = Size(0, 0)
        super().__init__(*arguments, **named)

    def row_key(self, y: int) -> Hashable:
        """What tells a row of the content from those that look otherwise."""
        return y

    def row(self, y: int) -> Strip:
        """A row of the widget: one of the content as `render_line` draws it, or of the padding."""
        top, right, bottom, left = self.styles.padding
        style = self.style()
        if not top <= y < self.outer_size.height - bottom:
            return Strip.blank(self.outer_size.width, style)
        inside = self.render_line(y - top)
        return Strip([Segment(" " * left, style), *inside, Segment(" " * right, style)])

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.gutter != self.styles.padding:
            # A border is Textual's to draw.
            return super().render_lines(crop)
        bare = not self.gutter.width and not self.gutter.height
        draw, first = (self.render_line, 0) if bare else (self.row, self.gutter.top)
        if self._drawn_for != self.outer_size:
            self.forget_all()
            self._drawn_for = self.outer_size
        strips: list[Strip] = []
        for y in crop.line_range:
            key = self.row_key(y - first)
            if (strip := self._strips.get(key)) is None:
                strip = draw(y)
                if len(self._strips) >= _MOST:
                    self._strips.clear()
                self._strips[key] = strip
            strips.append(strip)
        if crop.column_span != (0, self.outer_size.width):
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def forget(self, *keys: Hashable) -> None:
        """Some rows look different now."""
        for key in keys:
            self._strips.pop(key, None)

    def forget_all(self) -> None:
        """All rows look different now."""
        self._strips.clear()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw anew."""
        if not regions:
            self.forget_all()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        self.forget_all()
        super().notify_style_update()


class Scrolled(Drawn, ScrollView):
    """Rows that are scrolled through. Textual's scroll bar has no room beside them."""

    def watch_scroll_y(self, old: float, new: float) -> None:
        # Textual would move its bar all the same, and look for it on the whole screen as for anything not yet there.
        if round(old) != round(new):
            self.refresh(self.size.region)
