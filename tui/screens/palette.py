"""The command palette: every action of the table by its name."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen

from tui.bindings import ACTIONS, Action
from tui.screens.reader import ReaderScreen


class ActionsProvider(Provider):
    """Offers the actions that can be done now."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for action in self._available():
            yield DiscoveryHit(Content(_title(action)), self._command(action), text=_title(action), help=action.help)

    async def search(self, query: str) -> Hits:
        """What the query fits: label, help or keys."""
        wanted = query.casefold().split()
        for action in self._available():
            label = action.label.casefold()
            words = f"{label} {action.help} {action.keys_display}".casefold()
            if all(word in words for word in wanted):
                score = 1.0 if label.startswith(query.casefold()) else 0.8 if wanted[0] in label else 0.5
                yield Hit(
                    score,
                    Content(_title(action)),
                    self._command(action),
                    text=_title(action),
                    help=action.help,
                )

    def _available(self) -> list[Action]:
        reader = self.screen
        if not isinstance(reader, ReaderScreen):
            return [action for action in ACTIONS if action.palette and action.scope == "app"]
        return [action for action in ACTIONS if action.palette and reader.available(action.action)]

    def _command(self, action: Action) -> Callable[[], Awaitable[None]]:
        return partial(perform, action, self.screen)


async def perform(action: Action, screen: Screen[Any]) -> None:
    """Do an action where it is bound."""
    target: DOMNode = screen
    if action.scope == "app":
        target = screen.app
    elif action.scope == "article" and isinstance(screen, ReaderScreen):
        target = screen.pane
    await screen.app.run_action(action.action, target)


def _title(action: Action) -> str:
    return f"{action.label}  ({action.keys_display})"
