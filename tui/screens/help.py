"""All keys: those of where the reader is first; what is typed narrows them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from tui.bindings import Scope, grouped
from tui.screens.dialogs import Dialog
from tui.widgets.entries import Entry, Heading, Line, Note, Target, fit, shorten
from tui.widgets.querywords import QUERY_WORDS
from tui.widgets.rowlist import RowList


@dataclass(frozen=True, slots=True)
class KeyRow(Entry):
    """An action: its keys and what it does."""

    keys: str = ""
    help: str = ""

    def height(self, width: int) -> int:
        return 1

    def lines(self, width: int) -> list[Line]:
        return [[(fit(self.keys, 22), "list--strong"), (" ", ""), (shorten(self.help, width - 23), "")]]


class HelpScreen(Dialog[None]):
    """All keys by context; what is typed narrows them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "close", "Close", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("q,question_mark", "close", "Close", show=False),
    ]
    AUTO_FOCUS = "#key-list"

    def __init__(self, keymap: Mapping[str, str], here: Scope) -> None:
        super().__init__()
        self._keymap = keymap
        self._here: Scope = here

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="help") as box:
            box.border_title = Content("Keys")
            box.border_subtitle = Content("/ search · Esc close")
            yield Input(placeholder="search: a key or a word", id="key-query", compact=True)
            yield KeyList(id="key-list")

    def on_mount(self) -> None:
        self.query_one(RowList).show(list(key_entries("", self._keymap, self._here)))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self.query_one(RowList).show(list(key_entries(event.value, self._keymap, self._here)))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.set_focus(self.query_one(RowList))

    def action_move(self, step: int) -> None:
        """Move in the list while the box keeps the focus."""
        self.query_one(RowList).move(step)

    def action_close(self) -> None:
        """Leave the search box, then the dialog."""
        self.dismiss()


class KeyList(RowList):
    """The keys; `/` goes to the search box."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("slash", "search", "Search", show=False)]

    def action_search(self) -> None:
        """Go to the search box."""
        self.screen.set_focus(self.screen.query_one("#key-query", Input))


def key_entries(query: str, keymap: Mapping[str, str], here: Scope) -> Iterator[Entry]:
    """The actions whose keys, label or help hold the query, with the user's keys.

    They stand under their headings, those of where the reader is before the others.
    """
    wanted = query.casefold().split()
    empty = True
    # The groups keep their order otherwise: sorting is stable.
    for group, actions in sorted(grouped(), key=lambda each: all(action.scope != here for action in each[1])):
        mapped = [replace(action, keys=keymap.get(action.id, action.keys)) for action in actions]
        rows = [
            KeyRow(action.id, Target(), keys=action.keys_display, help=action.help)
            for action in mapped
            if all(word in f"{action.keys_display} {action.label} {action.help} {group}".casefold() for word in wanted)
        ]
        if rows:
            yield Heading(group, title=group)
            empty = False
        yield from rows
    said = [
        KeyRow(f"query-{words}", Target(), keys=words, help=meaning)
        for words, meaning in QUERY_WORDS
        if all(word in f"{words} {meaning}".casefold() for word in wanted)
    ]
    if said:
        yield Heading("query", title="In the box of references")
        yield from said
    if empty and not said:
        yield Note("none", text="No key does that.", style="list--faint")


def here(screen: Screen[object]) -> Scope:
    """Where the reader is, as the table of actions has it."""
    return "list" if isinstance(screen.focused, RowList) else "article"
