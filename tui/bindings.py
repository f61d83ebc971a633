# ruff: noqa: E501 - a row of the table is a line
"""One table of actions: key bindings, footer, help, command palette and the README's keys all come from it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from textual.binding import Binding, BindingType

Scope = Literal["app", "reader", "article", "list"]

KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "space": "Space",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "tab": "Tab",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "apostrophe": "'",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "asterisk": "*",
    "plus": "+",
    "comma": ",",
    "minus": "-",
    "full_stop": ".",
    "semicolon": ";",
    "equals_sign": "=",
    "at": "@",
    "backslash": "\\",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "vertical_line": "|",
    "tilde": "~",
}

NO_KEY = "unbound"
"""The key of an action that has none: a user has given its keys to others."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something the reader can do, and how it is reached."""

    id: str
    """Unique; the name under which a user's keymap refers to it."""
    action: str
    """Textual's action string, resolved on the widget of the scope."""
    keys: str
    """Key names as Textual spells them, parted by commas."""
    label: str
    """A word or two for footer and palette."""
    help: str
    """A line for the help screen, the palette and the README."""
    group: str
    """The heading under which help lists it."""
    scope: Scope = "reader"
    """Where it is bound: everywhere, on the reading screen, or while the article or a list has the focus."""
    palette: bool = True
    footer: bool = False

    @property
    def key_list(self) -> tuple[str, ...]:
        """The keys, one by one."""
        return tuple(self.keys.split(","))

    def action_of(self, key: str) -> str:
        """The action string of one of its keys, which may stand in it."""
        return self.action.replace("{key}", key)

    @property
    def keys_display(self) -> str:
        """The keys as they stand on a keyboard."""
        return " ".join(display_key(key) for key in self.key_list)


def display_key(key: str) -> str:
    """A key's name as it stands on a keyboard: `ctrl+f` is `Ctrl+F`, `question_mark` is `?`."""
    *modifiers, last = key.split("+")
    if modifiers:
        return "+".join([modifier.capitalize() for modifier in modifiers] + [display_key(last).upper()])
    if last.startswith("f") and last[1:].isdigit():
        return last.upper()
    return KEY_NAMES.get(last, last)


_READING = "Reading"
_NAMES = "Names and claims"
_CORRECTING = "Correcting the machine"
_FINDING = "Finding"
_MOVING = "Panes and places"
_LISTS = "In a list"
_PROGRAM = "Newscast"

ACTIONS: tuple[Action, ...] = (
    Action("article.down", "scroll_rows(1)", "j,down", "Line down", "One line down", _READING, "article"),
    Action("article.up", "scroll_rows(-1)", "k,up", "Line up", "One line up", _READING, "article"),
    Action("article.page-down", "scroll_pages(1)", "space,f,pagedown", "Page down", "One page down", _READING, "article"),
    Action("article.page-up", "scroll_pages(-1)", "b,pageup", "Page up", "One page up", _READING, "article"),
    Action("article.half-down", "scroll_pages(0.5)", "d,ctrl+d", "Half a page down", "Half a page down", _READING, "article"),
    Action("article.half-up", "scroll_pages(-0.5)", "u,ctrl+u", "Half a page up", "Half a page up", _READING, "article"),
    Action("article.top", "scroll_top", "g,home", "Beginning", "To the beginning of the article", _READING, "article"),
    Action("article.bottom", "scroll_bottom", "G,end", "End", "To the end of the article", _READING, "article"),
    Action("reader.count", "count({key})", "0,4,5,6,7,8,9", "Count", "Do the next movement so many times: 5j; 1 to 3 need a 0 before them: 012]. 5G goes to the fifth paragraph", _READING, palette=False),
    Action("reader.next-article", "step_article(1)", "J", "Next article", "Open the next article of the command line", _READING),
    Action("reader.previous-article", "step_article(-1)", "K", "Previous article", "Open the previous article of the command line", _READING),
    Action("reader.copy", "copy_place", "y", "Copy", "Copy the current name, claim or line (Ctrl+C copies a selection)", _READING),
    Action("reader.next-mention", "step_mention(1)", "]", "Next name", "Next name in the article; with a selected actor, its next mention", _NAMES, footer=True),
    Action("reader.previous-mention", "step_mention(-1)", "[", "Previous name", "Previous name, or previous mention of the selected actor", _NAMES),
    Action("reader.next-claim", "step_claim(1)", "}", "Next claim", "Next claim in the article", _NAMES, footer=True),
    Action("reader.previous-claim", "step_claim(-1)", "{", "Previous claim", "Previous claim in the article", _NAMES),
    Action("article.open", "open_place", "enter", "Open", "Open the actor of the current name", _NAMES, "article"),
    Action("reader.highlights", "cycle_highlights", "i", "Highlights", "Highlight names, or descriptions and pronouns too, or nothing", _NAMES),
    Action("reader.claims-shown", "show_claims", "C", "Claims in the text", "Show who, which words and what of every claim in the text, or no longer", _NAMES),
    Action("reader.order", "cycle_order", "o", "Order of claims", "List claims by text, by speaker or by stance", _NAMES),
    Action("reader.types", "types", "t", "Types", "Show or hide a type of name; what the colours mean", _NAMES, footer=True),
    Action("reader.correct", "correct", "c", "Correct", "Correct the current name, actor or claim: rename, merge, split off, type, not a name", _CORRECTING, footer=True),
    Action("reader.undo", "undo", "U", "Undo", "Undo the last correction", _CORRECTING),
    Action("reader.redo", "redo", "ctrl+r", "Redo", "Do the last undone correction again", _CORRECTING),
    Action("reader.find", "find", "/", "Find", "Find words in the article", _FINDING, footer=True),
    Action("reader.find-next", "step_find(1)", "n", "Next match", "Next place where the words stand", _FINDING, footer=True),
    Action("reader.find-previous", "step_find(-1)", "N", "Previous match", "Previous place where the words stand", _FINDING),
    Action("reader.references", "references", "s,ctrl+f", "Search", "Search names, claims and passages as you type", _FINDING, footer=True),
    Action("reader.pane-next", "step_pane(1)", "tab", "Next pane", "Move to the next pane", _MOVING),
    Action("reader.pane-previous", "step_pane(-1)", "shift+tab", "Previous pane", "Move to the previous pane", _MOVING),
    Action("reader.actors", "show_tab('actors')", "1", "Actors", "Who and what the article names", _MOVING, footer=True),
    Action("reader.claims", "show_tab('claims')", "2", "Claims", "Who is reported to have said what", _MOVING, footer=True),
    Action("reader.mark", "mark", "m", "Mark", "Mark the current name, claim or line, with a note", _MOVING),
    Action("reader.marks", "marks", "M", "Marks", "Marks and notes: go to one or remove it", _MOVING),
    Action("reader.references-tab", "show_tab('references')", "3", "References", "Where else something is said", _MOVING),
    Action("reader.wider", "widen_side(1)", "less_than_sign", "Wider side pane", "Make the side pane wider (or drag its edge)", _MOVING),
    Action("reader.narrower", "widen_side(-1)", "greater_than_sign", "Narrower side pane", "Make the side pane narrower", _MOVING),
    Action("reader.side", "toggle_side", "z", "Side pane", "Hide or show the side pane", _MOVING),
    Action("reader.back", "go_back", "backspace,ctrl+o", "Back", "Back to the place you came from, at the same line", _MOVING, footer=True),
    Action("reader.escape", "escape", "escape", "Close", "Close what is open: a preview, a card, the matches, the selection", _MOVING, footer=True),
    Action("list.down", "cursor(1)", "j,down", "Down", "Next line of the list", _LISTS, "list", palette=False),
    Action("list.up", "cursor(-1)", "k,up", "Up", "Previous line of the list", _LISTS, "list", palette=False),
    Action("list.page-down", "cursor_pages(1)", "space,f,pagedown,d", "Page down", "Further down the list", _LISTS, "list", palette=False),
    Action("list.page-up", "cursor_pages(-1)", "b,pageup,u", "Page up", "Further up the list", _LISTS, "list", palette=False),
    Action("list.top", "cursor_end(-1)", "g,home", "First", "First line of the list", _LISTS, "list", palette=False),
    Action("list.bottom", "cursor_end(1)", "G,end", "Last", "Last line of the list", _LISTS, "list", palette=False),
    Action("list.open", "choose", "enter", "Open", "Open the actor, or go to the place", _LISTS, "list", palette=False, footer=True),
    Action("reader.stop", "stop", "X", "Stop or go on", "Stop the analysis, or go on with it", _PROGRAM, footer=True),
    Action("app.palette", "command_palette", "ctrl+p,colon", "Commands", "Every action by its name", _PROGRAM, "app", palette=False),
    Action("app.help", "help", "question_mark,f1", "Help", "All keys", _PROGRAM, "app", footer=True),
    Action("app.theme", "switch_theme", "T", "Dark or light", "Switch between the dark and the light theme", _PROGRAM, "app"),
    Action("app.suspend", "suspend_process", "ctrl+z", "Suspend", "Leave Newscast in the background (fg brings it back)", _PROGRAM, "app"),
    Action("reader.close", "close", "q", "Quit", "Close the open card, else quit", _PROGRAM, footer=True),
    Action("app.quit", "quit", "Q,ctrl+q", "Quit at once", "Quit", _PROGRAM, "app"),
)  # fmt: skip


def bindings(*scopes: Scope) -> list[BindingType]:
    """Textual bindings of the actions of some scopes, with their ids."""
    return list(_bindings(action for action in ACTIONS if action.scope in scopes))


def _bindings(actions: Iterable[Action]) -> Iterator[Binding]:
    for action in actions:
        for number, key in enumerate(action.key_list):
            yield Binding(
                key=key,
                action=action.action_of(key),
                description=action.label,
                show=action.footer and number == 0,
                key_display=display_key(key),
                tooltip=action.help,
                id=action.id,
                # A dialog hides what lies under it from the keyboard; leaving must work there too.
                priority=action.scope == "app" and key.startswith("ctrl+"),
            )


def with_keys(action: Action, keymap: Mapping[str, str]) -> Action:
    """An action with the keys that a user's keymap gives it."""
    return replace(action, keys=keymap.get(action.id, action.keys))


def meet(one: Action, other: Action) -> bool:
    """Whether two actions cannot have the same key: an article and a list never have the focus together."""
    return {one.scope, other.scope} != {"article", "list"}


def settled(given: Mapping[str, str]) -> dict[str, str]:
    """The keymap in which a key that a user has given to an action is taken from those that had it before."""
    keymap = dict(given)
    owners = [with_keys(action, given) for action in ACTIONS if action.id in given]
    for action in ACTIONS:
        if action.id in given:
            continue
        taken = {key for owner in owners if meet(owner, action) for key in owner.key_list}
        if taken & set(action.key_list):
            keymap[action.id] = ",".join(key for key in action.key_list if key not in taken) or NO_KEY
    return keymap


def first_key(action_id: str, keymap: Mapping[str, str]) -> str:
    """The first key of an action as it stands on a keyboard, where a text names it."""
    action = next(action for action in ACTIONS if action.id == action_id)
    return display_key(with_keys(action, keymap).key_list[0])


def grouped() -> Iterator[tuple[str, list[Action]]]:
    """The table by heading, in its order."""
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        yield group, list(actions)


def keys_markdown() -> str:
    """The table of keys as the README has it."""
    lines = []
    for group, actions in grouped():
        lines += [f"| {group} | |", "|---|---|"]
        for action in actions:
            keys = " ".join(f"`{display_key(key)}`" for key in action.key_list)
            lines.append(f"| {action.help} | {keys} |")
        lines.append("")
    return "\n".join(lines).replace("`|`", "`\\|`")
