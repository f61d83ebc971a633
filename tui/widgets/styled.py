"""The styles that a widget draws its rows with."""

from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget


class Styled(Widget):
    """A widget that looks its component styles up once, and again when its look changes; Textual does each frame."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self._styles_made: dict[tuple[str, ...], Style] = {}
        super().__init__(*arguments, **named)

    def style(self, *names: str) -> Style:
        """The styles with these names, one over the other."""
        made = self._styles_made.get(names)
        if made is None:
            made = self.style() if names else self.rich_style
            for name in names:
                made += self.named_style(name)
            made = self._styles_made[names] = self.on_screen(made)
        return made

    def on_screen(self, style: Style) -> Style:
        """A style with the colours that the terminal is sent: the same ones, fewer or none."""
        (segment,) = self.filtered(Strip([Segment(" ", style)]))
        return segment.style or style

    def filtered(self, strip: Strip) -> Strip:
        """A strip as `on_screen` a style, for what is drawn with other styles than `style` gives."""
        for one in self.get_line_filters():
            strip = strip.apply_filter(one, self.background_colors[1])
        return strip

    def named_style(self, name: str) -> Style:
        """What a name adds to a style."""
        return self.get_component_rich_style(name, partial=True)

    def notify_style_update(self) -> None:
        """The styles have changed."""
        self._styles_made.clear()
        super().notify_style_update()
