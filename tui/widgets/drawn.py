"""Rows that are drawn when they are seen, and kept until they look different."""

from collections.abc import Callable, Hashable
from typing import Self

from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.styled import Styled

_MOST = 400


class Drawn(Styled):
    """A widget of rows. `refresh` without regions says that they look different; with them they only stand elsewhere.

    Textual looks for each row of each frame at borders, tint and opacity, which takes as long as making the row.
    """

    def __init__(self, *, id: str | None = None) -> None:
        self._strips: dict[Hashable, Strip] = {}
        super().__init__(id=id)

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.gutter.width or self.gutter.height:
            return super().render_lines(crop)
        filters, (_, background) = self.get_line_filters(), self.background_colors
        strips = [self.render_line(y) for y in crop.line_range]
        for one in filters:
            strips = [strip.apply_filter(one, background) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def kept(self, row: Hashable, draw: Callable[[], Strip]) -> Strip:
        """A row as it was drawn before, else drawn now."""
        if (strip := self._strips.get(row)) is None:
            if len(self._strips) >= _MOST:
                self._strips.clear()
            strip = self._strips[row] = draw()
        return strip

    def forget(self, *rows: Hashable) -> None:
        """Some rows look different now."""
        for row in rows:
            self._strips.pop(row, None)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw anew."""
        if not regions:
            self._strips.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()
