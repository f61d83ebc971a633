"""Counts before movements on the reading screen: 5j, 12]."""

from textual import events, on

from tui.screens.view import ReaderView

_MOST = 9999


class Counter(ReaderView):
    """The reading screen's part that counts. What is no movement drops the count, as in vim."""

    _count: int | None = None

    @property
    def counting(self) -> bool:
        """Whether a count waits for its movement."""
        return self._count is not None

    def action_count(self, digit: int) -> None:
        """Take a digit of a count."""
        self._count = min((self._count or 0) * 10 + digit, _MOST)
        self.message = f"{self._count} times…"
        self.refresh_bindings()

    def take_count(self) -> int | None:
        """What was counted, once; None when nothing was."""
        count, self._count = self._count, None
        if count is not None:
            self._show_state(self._current)
        return count or None

    def _times(self) -> range:
        """Once, or as many times as was counted."""
        return range(self.take_count() or 1)

    def _say(self, text: str) -> None:
        self._count = None
        super()._say(text)

    @on(events.ScreenSuspend)
    @on(events.DescendantFocus)
    def _count_is_over(self) -> None:
        self.take_count()
