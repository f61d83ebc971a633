"""Finding words on the reading screen."""

from textual import on

from tui.screens.finding import find, step
from tui.screens.marker import Marker
from tui.widgets.bars import FindBar


class Finder(Marker):
    """The reading screen's part that finds."""

    async def action_find(self) -> None:
        """Open the box for finding words."""
        await self.furnish()
        self._find_from = self._visit()
        bar = self.query_one("#find", FindBar)
        bar.display = True
        self._focus(self.pane)
        self.set_focus(bar.box)

    @on(FindBar.Changed)
    def _find_changed(self, event: FindBar.Changed) -> None:
        self.matches = find(self._articles[self._current].text, event.words)
        self.match = None
        if self.matches:
            top = self._find_from.top if self._find_from else 0
            self._stand_at_match(step(self.matches, top - 1, 1))
        else:
            if self._find_from is not None:
                self._restore(self._find_from)
            if event.words.strip():
                self._say(f"Not in this article: {event.words}")
        self._update_where()

    @on(FindBar.Step)
    def _find_step(self, event: FindBar.Step) -> None:
        self.action_step_find(event.step)

    @on(FindBar.Closed)
    def _find_closed(self, event: FindBar.Closed) -> None:
        self.query_one("#find", FindBar).display = False
        if not event.accepted:
            self.matches, self.match = (), None
            if self._find_from is not None:
                self._restore(self._find_from)
        elif self._find_from is not None and self.matches:
            self._history.leave(self._find_from)
        self._find_from = None
        self._focus(self.pane)
        self._update_where()
        self.refresh_bindings()

    def action_step_find(self, direction: int) -> None:
        """Go to the next or previous match, round at the ends."""
        for _ in self._times() if self.matches else ():
            here = self.matches[self.match].start if self.match is not None else self.pane.top - direction
            self._stand_at_match(step(self.matches, here, direction))

    def _stand_at_match(self, number: int | None) -> None:
        if number is not None:
            self.match = number
            self._stand_at(self.matches[number])
