"""The command palette: every action of the table by its name."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen

from tui.bindings import ACTIONS, Action, with_keys
from tui.screens.reader import ReaderScreen
from tui.widgets.rowlist import RowList


class ActionsProvider(Provider):
    """Offers the actions that can be done now."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for action in self._available():
            title = self._title(action)
            yield DiscoveryHit(Content(title), self._command(action), text=title, help=action.help)

    async def search(self, query: str) -> Hits:
        """What the query fits: label, help or keys."""
        wanted = query.casefold().split()
        for action in self._available():
            label = action.label.casefold()
            title = self._title(action)
            words = f"{title} {action.help}".casefold()
            if all(word in words for word in wanted):
                score = 1.0 if label.startswith(query.casefold()) else 0.8 if wanted[0] in label else 0.5
                yield Hit(score, Content(title), self._command(action), text=title, help=action.help)

    def _available(self) -> list[Action]:
        reader = self.screen
        return [action for action in ACTIONS if action.palette and doable(action, reader)]

    def _title(self, action: Action) -> str:
        keymap = self.screen.settings.keys if isinstance(self.screen, ReaderScreen) else {}
        return f"{action.label}  ({with_keys(action, keymap).keys_display})"

    def _command(self, action: Action) -> Callable[[], Awaitable[None]]:
        return partial(perform, action, self.screen)


def doable(action: Action, screen: Screen[Any]) -> bool:
    """Whether an action would do something on a screen now."""
    if action.scope == "app":
        return True
    if not isinstance(screen, ReaderScreen) or action.id == "reader.count":
        return False
    if action.scope == "list":
        return isinstance(screen.focused, RowList)
    return screen.available(action.action)


async def perform(action: Action, screen: Screen[Any]) -> None:
    """Do an action where it is bound."""
    target: DOMNode = screen
    if action.scope == "app":
        target = screen.app
    elif action.scope == "article" and isinstance(screen, ReaderScreen):
        target = screen.pane
    elif action.scope == "list" and screen.focused is not None:
        target = screen.focused
    await screen.app.run_action(action.action, target)
