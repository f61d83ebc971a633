"""Dialogs over the reading screen: all keys, and the legend of the types."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.bindings import grouped
from tui.resources import resource
from tui.widgets.cast import Cast
from tui.widgets.entries import Entry, Heading, Line, Note, Target, fit, shorten
from tui.widgets.querywords import QUERY_WORDS
from tui.widgets.rowlist import RowList
from tui.widgets.types import LEGEND, NameType, type_of

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class TypeRow(Entry):
    """A type in its own style, whether it is shown, how many there are."""

    name_type: NameType = LEGEND[0]
    shown: bool = True
    number: int | None = None

    def height(self, width: int) -> int:
        return 1

    def lines(self, width: int) -> list[Line]:
        box = "[x] " if self.shown else "[ ] "
        number = "" if self.number is None else str(self.number)
        cue = f"  {self.name_type.cue}"
        gap = max(1, width - len(box) - len(self.name_type.title) - len(cue) - 6)
        return [
            [
                (box, ""),
                (self.name_type.title, f"name--{self.name_type.id}"),
                (cue, "list--faint"),
                (" " * gap, ""),
                (number.rjust(6), ""),
            ]
        ]


class Dialog(ModalScreen[Answer]):
    """What lies over the reading screen."""

    CSS_PATH = resource("styles", "dialogs.tcss")


class TypesDialog(Dialog[None]):
    """The legend. Enter or Space switches a type; the article changes at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "switch", "Show or hide", show=False),
        Binding("a", "all", "Show all", show=False),
        Binding("escape,q,t", "close", "Close", show=False),
    ]

    def __init__(self, cast: Cast | None, hidden: frozenset[str], change: Callable[[frozenset[str]], None]) -> None:
        super().__init__()
        self._counts = Counter(type_of(mention) for mention in cast.analysis.mentions) if cast else None
        self._hidden = hidden
        self._change = change

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="types") as box:
            box.border_title = Content("Types of names")
            box.border_subtitle = Content("Enter switch · a all · Esc close")
            yield TypeList(id="type-list")

    def on_mount(self) -> None:
        self._fill()

    def _fill(self) -> None:
        self.query_one(RowList).show(
            [
                TypeRow(
                    name_type.id,
                    Target(),
                    name_type=name_type,
                    shown=name_type.id not in self._hidden,
                    number=self._counts[name_type.id] if self._counts is not None else None,
                )
                for name_type in LEGEND
            ],
            keep=True,
        )

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self._hidden ^= {event.entry.key}
        self._changed()

    def action_switch(self) -> None:
        """Switch the type under the cursor."""
        self.query_one(RowList).action_choose()

    def action_all(self) -> None:
        """Show every type."""
        self._hidden = frozenset()
        self._changed()

    def _changed(self) -> None:
        self._fill()
        self._change(self._hidden)

    def action_close(self) -> None:
        """Close the dialog."""
        self.dismiss()


class TypeList(RowList):
    """A list whose Space switches instead of turning the page."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "choose", "Switch", show=False)]


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

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="help") as box:
            box.border_title = Content("Keys")
            box.border_subtitle = Content("/ search · Esc close")
            yield Input(placeholder="search: a key or a word", id="key-query", compact=True)
            yield KeyList(id="key-list")

    def on_mount(self) -> None:
        self.query_one(RowList).show(list(key_entries("", self._keymap)))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self.query_one(RowList).show(list(key_entries(event.value, self._keymap)))

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


def key_entries(query: str, keymap: Mapping[str, str]) -> Iterator[Entry]:
    """The actions whose keys, label or help hold the query, under their headings, with the user's keys."""
    wanted = query.casefold().strip()
    empty = True
    said = [
        KeyRow(f"query-{words}", Target(), keys=words, help=meaning)
        for words, meaning in QUERY_WORDS
        if wanted in f"{words} {meaning}".casefold()
    ]
    for group, actions in grouped():
        mapped = [replace(action, keys=keymap.get(action.id, action.keys)) for action in actions]
        rows = [
            KeyRow(action.id, Target(), keys=action.keys_display, help=action.help)
            for action in mapped
            if wanted in f"{action.keys_display} {action.label} {action.help}".casefold()
        ]
        if rows:
            yield Heading(group, title=group)
            empty = False
        yield from rows
    if said:
        yield Heading("query", title="In the box of references")
        yield from said
    if empty and not said:
        yield Note("none", text="No key does that.", style="list--faint")
