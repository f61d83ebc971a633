"""A box to type into that answers a key without laying out the screen."""

from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widgets import Input

from tui.widgets.drawn import Drawn
from tui.widgets.strips import filled


class Box(Input, Drawn):
    """A box whose size does not depend on what is typed. Padding above and below it holds a frame."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"box--frame", "box--frame-mistaken"}

    mistaken: reactive[bool] = reactive(False, init=False)
    """Whether something is wrong in it, which its frame shows."""

    # Textual lays out the whole screen when what is in a widget changes its size; here it only scrolls.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def render_line(self, y: int) -> Strip:
        if y or not self.value:
            return self.filtered(super().render_line(y).crop(0, self.size.width))
        text, width, (start, end) = f"{self.value} ", self.size.width, sorted(self.selection)
        cursor = self.cursor_position if self.has_focus else len(text)
        edges = sorted({0, start, end, cursor, min(cursor + 1, len(text)), len(text)})
        segments = [
            Segment(
                text[begin:stop],
                self.style(
                    *(["input--selection"] if start <= begin < end and self.has_focus else []),
                    *(["input--cursor"] if begin == cursor else []),
                ),
            )
            for begin, stop in pairwise(edges)
        ]
        left = self.scroll_offset.x
        return filled(list(Strip(segments).crop(left, left + width)), width, self.style())

    def named_style(self, name: str) -> Style:
        # What is selected shows its background through its own.
        return self.get_component_rich_style(name) if name == "input--selection" else super().named_style(name)

    def row(self, y: int) -> Strip:
        strip = super().row(y)
        if not self.gutter.height:
            return strip
        width, last = self.outer_size.width, self.outer_size.height - 1
        left, line, right = "╭─╮" if y == 0 else "╰─╯" if y == last else "│ │"
        style = self.style("box--frame-mistaken" if self.mistaken else "box--frame")
        if line == " ":
            return Strip([Segment(left, style), *strip.crop(1, width - 1), Segment(right, style)])
        return Strip([Segment(left + line * (width - 2) + right, style)])
