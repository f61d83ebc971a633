"""The line of keys at the foot: what works now, as many as fit, each to be clicked too."""

from rich.segment import Segment
from textual import events
from textual.binding import ActiveBinding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

_HELP = "help"


class KeyBar(Widget):
    """One widget for all keys, so that another focus costs one line and not a dozen widgets."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"keybar--key"}  # noqa: RUF012 - Textual declares its type

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._updated)

    def _updated(self, screen: Screen[object]) -> None:
        self.refresh()

    def shown(self, width: int) -> list[tuple[int, ActiveBinding]]:
        """What is offered in so many cells, each with its column. Help is always there, at the right."""
        seen: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled:
                seen.setdefault(active.binding.action, active)
        last = seen.pop(_HELP, None)
        room = width - (len(self._text(last)) + 1 if last else 0)
        placed, column = list[tuple[int, ActiveBinding]](), 0
        for active in seen.values():
            columns = len(self._text(active))
            if column + columns > room:
                break
            placed.append((column, active))
            column += columns + 2
        if last is not None:
            placed.append((max(0, width - len(self._text(last))), last))
        return placed

    def _text(self, active: ActiveBinding) -> str:
        return f"{self.app.get_key_display(active.binding)} {active.binding.description}"

    def render_line(self, y: int) -> Strip:
        base = self.rich_style
        width = self.size.width
        key_style = base + self.get_component_rich_style("keybar--key", partial=True)
        segments, column = list[Segment](), 0
        for begin, active in self.shown(width):
            key, _, label = self._text(active).partition(" ")
            segments += [Segment(" " * (begin - column), base), Segment(key, key_style), Segment(f" {label}", base)]
            column = begin + len(key) + 1 + len(label)
        return Strip(segments).adjust_cell_length(width, base)

    async def on_click(self, event: events.Click) -> None:
        for column, active in self.shown(self.size.width):
            if column <= event.x < column + len(self._text(active)):
                await self.app.run_action(active.binding.action, active.node)
                return
