"""All keys: those of where the reader is first; what is typed narrows them."""

from collections.abc import Callable, Container, Iterator, Mapping
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from tui.bindings import ACTIONS, Action, Scope, grouped, with_keys
from tui.screens.dialogs import Dialog
from tui.widgets.entries import Entry, Heading, Note, Target, TermRow
from tui.widgets.querywords import BOX_KEYS, QUERY_WORDS
from tui.widgets.references import QueryBox
from tui.widgets.rowlist import RowList

Context = Scope | Literal["box"]


class HelpScreen(Dialog[Action | None]):
    """All keys by context; what is typed narrows them; Enter or a click does what the line says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "close", "Close", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("q,question_mark", "close", "Close", show=False),
    ]
    AUTO_FOCUS = "#key-list"

    def __init__(self, keymap: Mapping[str, str], here: Context, doable: Callable[[Action], bool]) -> None:
        super().__init__()
        self._keymap = keymap
        self._here: Context = here
        self._doable = {action.id: action for action in ACTIONS if doable(action)}

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="help") as box:
            box.border_title = Content("Keys")
            box.border_subtitle = Content("/ search · Enter do it · Esc close")
            yield Input(placeholder="search: a key or a word", id="key-query", compact=True)
            yield KeyList(id="key-list")

    def on_mount(self) -> None:
        self._show("")

    def _show(self, query: str) -> None:
        self.query_one(RowList).show(list(key_entries(query, self._keymap, self._here, self._doable)))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.query_one(RowList).action_choose()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        action = self._doable.get(event.entry.key)
        if action is None:
            self.query_one("#help").border_subtitle = Content("That does nothing here · Esc close")
        else:
            self.dismiss(action)

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


def key_entries(query: str, keymap: Mapping[str, str], here: Context, doable: Container[str]) -> Iterator[Entry]:
    """The actions whose keys, label or help hold the query, with the user's keys.

    They stand under their headings, those of where the reader is before the others; what would do nothing now is faint.
    """
    wanted = query.casefold().split()
    entries: list[Entry] = []
    # The groups keep their order otherwise: sorting is stable.
    for group, actions in sorted(grouped(), key=lambda each: all(action.scope != here for action in each[1])):
        mapped = [with_keys(action, keymap) for action in actions]
        rows = [
            _row(action.id, action.keys_display, action.help, faint=action.id not in doable)
            for action in mapped
            if all(word in f"{action.keys_display} {action.label} {action.help} {group}".casefold() for word in wanted)
        ]
        if rows:
            entries += [Heading(group, title=group), *rows]
    said = [
        _row(f"query-{words}", words, meaning)
        for words, meaning in (*BOX_KEYS, *QUERY_WORDS)
        if all(word in f"{words} {meaning}".casefold() for word in wanted)
    ]
    if said:
        box: list[Entry] = [Heading("query", title="In the box of references"), *said]
        entries = [*box, *entries] if here == "box" else [*entries, *box]
    yield from entries or [Note("none", text="No key does that.", style="list--faint")]


def _row(key: str, keys: str, meaning: str, *, faint: bool = False) -> Entry:
    style = "list--faint" if faint else ""
    return TermRow(key, Target(), term=keys, meaning=meaning, term_style=style or "list--strong", style=style)


def here(screen: Screen[object]) -> Context:
    """Where the reader is, as the table of actions has it, or in the box of references."""
    if isinstance(screen.focused, QueryBox):
        return "box"
    return "list" if isinstance(screen.focused, RowList) else "article"
