"""Counts before movements on the reading screen: 5j, 12]."""

from textual import on

from tui.screens.view import ReaderView
from tui.widgets.article_pane import ArticlePane


class Counter(ReaderView):
    """The reading screen's part that counts."""

    _counting = False

    def action_count(self, digit: int) -> None:
        """Take a digit of a count."""
        self.count = min(self.count * 10 + digit, 9999)
        self._counting = True
        self.message = f"{self.count} times…"

    @on(ArticlePane.Counted)
    def _counted(self) -> None:
        self.count, self._counting = 0, False
        self._show_state(self._current)

    def _times(self) -> range:
        """Once, or as many times as was counted."""
        times = range(max(1, self.count))
        if self._counting:
            self._counted()
        return times
