"""The line of keys at the foot: what works now, as many as fit, each to be clicked too."""

from rich.segment import Segment
from textual import events
from textual.binding import ActiveBinding
from textual.screen import Screen
from textual.strip import Strip

from tui.bindings import NO_KEY
from tui.widgets.drawn import Drawn
from tui.widgets.strips import filled

_AT_THE_END = ("escape", "help")
_GAP = 2


class KeyBar(Drawn):
    """One widget for all keys, so that another focus costs one line and not a dozen widgets."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"keybar--key"}  # noqa: RUF012 - Textual declares its type

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._updated)
        self.app.screen_change_signal.subscribe(self, self._updated)

    def _updated(self, screen: Screen[object]) -> None:
        self.refresh()

    def shown(self, width: int) -> list[tuple[int, ActiveBinding]]:
        """What is offered in so many cells, each with its column. The way out and help are always there, at the end."""
        if self.screen is not self.app.screen:
            # A dialog lies over the keys, and has its own.
            return []
        seen: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled and active.binding.key != NO_KEY:
                seen.setdefault(active.binding.action, active)
        last = [seen.pop(action) for action in _AT_THE_END if action in seen]
        end = max(0, width - sum(len(self._text(active)) + _GAP for active in last) + _GAP)
        placed, column = list[tuple[int, ActiveBinding]](), 0
        for active in seen.values():
            columns = len(self._text(active))
            if column + columns >= end:
                break
            placed.append((column, active))
            column += columns + _GAP
        for active in last:
            placed.append((end, active))
            end += len(self._text(active)) + _GAP
        return placed

    def _text(self, active: ActiveBinding) -> str:
        return f"{self.app.get_key_display(active.binding)} {active.binding.description}"

    def render_line(self, y: int) -> Strip:
        base, key_style = self.style(), self.style("keybar--key")
        width = self.size.width
        segments, column = list[Segment](), 0
        for begin, active in self.shown(width):
            key, _, label = self._text(active).partition(" ")
            segments += [Segment(" " * (begin - column), base), Segment(key, key_style), Segment(f" {label}", base)]
            column = begin + len(key) + 1 + len(label)
        return filled(segments, width, base)

    async def on_click(self, event: events.Click) -> None:
        for column, active in self.shown(self.size.width):
            if column <= event.x < column + len(self._text(active)):
                await self.app.run_action(active.binding.action, active.node)
                return
