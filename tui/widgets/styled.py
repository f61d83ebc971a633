"""The styles that a widget draws its rows with."""

from rich.style import Style
from textual.widget import Widget


class Styled(Widget):
    """A widget that looks its component styles up once, and again when its look changes; Textual does each frame."""

    def __init__(self, *, id: str | None = None) -> None:
        self._styles_made: dict[tuple[str, ...], Style] = {}
        super().__init__(id=id)

    def style(self, *names: str) -> Style:
        """The styles with these names, one over the other."""
        made = self._styles_made.get(names)
        if made is None:
            made = self.style() if names else self.rich_style
            for name in names:
                made += self.named_style(name)
            self._styles_made[names] = made
        return made

    def named_style(self, name: str) -> Style:
        """What a name adds to a style."""
        return self.get_component_rich_style(name, partial=True)

    def notify_style_update(self) -> None:
        """The styles have changed."""
        self._styles_made.clear()
        super().notify_style_update()
