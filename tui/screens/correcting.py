"""The dialog in which a person corrects a name, an actor or a claim, each choice with what it would change."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.corrections.applying import DoesNotFit
from tui.corrections.desk import Desk
from tui.corrections.model import Correction, Kind, merge, reject, rename, retype, split, unname
from tui.screens.corrector import Subject
from tui.screens.dialogs import Dialog
from tui.text import fold
from tui.widgets.cast import Cast, one_line
from tui.widgets.entries import Entry, Heading, Line, Note, Target, folded, shorten, styled_fit
from tui.widgets.rowlist import RowList
from tui.widgets.types import type_of_label

_TYPES = (
    ("PERSON", "Person"),
    ("ORG", "Organisation"),
    ("NORP", "Group or people"),
    ("GPE", "Place: country, town"),
    ("LOC", "Place: river, region"),
    ("FAC", "Place: building, road"),
)
_SHORTCUTS: dict[str, Kind] = {"r": "rename", "m": "merge", "t": "retype", "s": "split", "x": "unname", "c": "reject"}
Step = Literal["what", "name", "other", "type"]
"""What the dialog asks for: what to do, then a name, another actor, or a type."""

_OFFERED = 50
"""No more actors are offered at once: what each would change is found out for it."""

_DONE = {
    "rename": "Renamed",
    "merge": "Merged",
    "retype": "Type changed",
    "split": "Split off",
    "unname": "Not a name",
    "reject": "Rejected",
}


def told(correction: Correction) -> str:
    """A correction in a few words: "Renamed: Varga → Varga-Lund"."""
    into = correction.value or (one_line(correction.into[0].text) if correction.into else "")
    return f"{_DONE[correction.kind]}: {shorten(correction.words, 40)}" + (f" → {into}" if into else "")


@dataclass(frozen=True, slots=True)
class ChoiceRow(Entry):
    """A choice, its shortcut, and what it would change."""

    shortcut: str = ""
    title: str = ""
    style: str = ""
    preview: str = ""

    def lines(self, width: int) -> list[Line]:
        key = f"{self.shortcut}  " if self.shortcut else ""
        room = max(1, width - len(key))
        beside = room - cell_len(self.preview) - 2
        if self.preview and cell_len(self.title) <= beside:
            title = styled_fit(self.title, beside, self.style)
            return [[(key, "list--strong"), *title, ("  ", ""), (self.preview, "list--faint")]]
        # Neither is cut off where there is no room for both: what it changes stands below.
        lines: list[Line] = [
            [(key if not number else " " * len(key), "list--strong"), (line, self.style)]
            for number, line in enumerate(folded(self.title, room, 3))
        ]
        if self.preview:
            indent = " " * len(key) + "  "
            lines += [[(indent, ""), (line, "list--faint")] for line in folded(self.preview, max(1, room - 2), 3)]
        return lines


class CorrectDialog(Dialog[Correction | None]):
    """First what to do, then, where it needs one, the name, the type or the other actor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Close", show=False),
        Binding("q", "back", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        *(Binding(key, f"pick('{kind}')", show=False) for key, kind in _SHORTCUTS.items()),
    ]
    AUTO_FOCUS = "#choices"

    def __init__(self, cast: Cast, desk: Desk, subject: Subject) -> None:
        super().__init__()
        self._cast = cast
        self._desk = desk
        self._subject = subject
        self._choices: dict[str, Callable[[], None]] = {}
        self._step: Step = "what"

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="correct"):
            yield Input(id="new-name", compact=True)
            yield Static("", id="name-preview", classes="caption", markup=False)
            yield RowList(id="choices")

    def on_mount(self) -> None:
        self._ask_what()

    # The steps

    def _ask_what(self) -> None:
        self._step = "what"
        self._show_name(False)
        self._title("Correct", "Enter choose · Esc back")
        self._choices = {}
        self._rows().show([*self._what(), *self._misfits()])
        self.set_focus(self._rows())

    def _what(self) -> Iterator[Entry]:
        actor, mention, claim = self._subject.actor, self._subject.mention, self._subject.claim
        text = self._cast.article.text
        if actor is not None:
            name = one_line(actor.name)
            style = f"name--{type_of_label(actor.label)}"
            yield Heading("actor", title=name)
            yield self._choice("rename", "Rename it", "", self._ask_name)
            yield self._choice("merge", "It is the same as another actor", "", self._ask_other, style="")
            yield self._choice("retype", "Change its type", style.removeprefix("name--"), self._ask_type)
        if mention is not None:
            words = one_line(text[mention.start : mention.end])
            yield Heading("mention", title=f"“{words}” at this place")
            yield from self._ready("split", "It is somebody else: split it off", split(text, mention))
            yield from self._ready("unname", "It is not a name, wherever it stands", unname(text, mention))
        if claim is not None:
            yield Heading("claim", title=f"Claim of {self._cast.speaker(claim)}")
            yield from self._ready("reject", "It is not a claim", reject(text, claim))

    def _choice(self, key: str, title: str, preview: str, run: Callable[[], None], style: str = "") -> ChoiceRow:
        self._choices[key] = run
        shortcut = next((letter for letter, kind in _SHORTCUTS.items() if kind == key), "")
        return ChoiceRow(key, Target(), shortcut=shortcut, title=title, style=style, preview=preview)

    def _ready(self, key: str, title: str, correction: Correction, style: str = "") -> Iterator[Entry]:
        """A choice that needs nothing more; left out when it cannot be done."""
        try:
            preview = self._desk.preview(correction)
        except DoesNotFit:
            return
        yield self._choice(key, title, preview, lambda: self._finish(correction), style)

    def _misfits(self) -> Iterator[Entry]:
        misfits = self._desk.corrected.misfits
        if misfits:
            yield Heading("misfits", title=f"Kept, but no longer fitting ({len(misfits)})")
        for number, misfit in enumerate(misfits):
            yield Note(f"misfit-{number}", text=f"{told(misfit.correction)}: {misfit.reason}", style="list--faint")

    def _ask_other(self) -> None:
        self._step = "other"
        box = self.query_one("#new-name", Input)
        box.placeholder, box.value = "a part of the other name", ""
        box.display = True
        self._list_others("")
        self.set_focus(box)

    def _list_others(self, part: str) -> None:
        """Offer the actors in whose names a part stands, those of the same kind first."""
        actor, text, found = self._subject.actor, self._cast.article.text, self._cast.analysis
        assert actor is not None
        wanted = fold(part).split()
        others = sorted(
            (
                other
                for other in found.actors
                if other.id != actor.id and all(word in fold(" ".join((other.name, *other.aliases))) for word in wanted)
            ),
            key=lambda other: other.category != actor.category,
        )
        self._choices = {}
        rows: list[Entry] = [Heading("into", title=f"{one_line(actor.name)} is the same as")]
        for other in others[:_OFFERED]:
            correction = merge(text, found, actor, other)
            rows += self._ready(other.id, one_line(other.name), correction, f"name--{type_of_label(other.label)}")
        if not others:
            rows.append(Note("none", text="No other actor has that in its name.", style="list--faint"))
        elif len(others) > _OFFERED:
            rows.append(Note("more", text=f"and {len(others) - _OFFERED} more", style="list--faint"))
        self._rows().show(rows)

    def _ask_type(self) -> None:
        self._step = "type"
        actor, text, found = self._subject.actor, self._cast.article.text, self._cast.analysis
        assert actor is not None
        self._choices = {}
        rows: list[Entry] = [Heading("type", title=f"{one_line(actor.name)} is")]
        for label, title in _TYPES:
            if label != actor.label:
                rows += self._ready(label, title, retype(text, found, actor, label), f"name--{type_of_label(label)}")
        self._rows().show(rows)

    def _ask_name(self) -> None:
        assert self._subject.actor is not None
        self._step = "name"
        self._show_name(True)
        self._title(f"Rename {one_line(self._subject.actor.name)}", "Enter rename · Esc back")
        box = self.query_one("#new-name", Input)
        box.value = one_line(self._subject.actor.name)
        self.set_focus(box)

    def _title(self, title: str, keys: str) -> None:
        box = self.query_one("#correct")
        box.border_title, box.border_subtitle = Content(shorten(title, 60)), Content(keys)

    def _show_name(self, shown: bool) -> None:
        for selector in ("#new-name", "#name-preview"):
            self.query_one(selector).display = shown
        self._rows().display = not shown

    # Events

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self._step == "other":
            self._list_others(event.value)
            return
        correction = self._renaming()
        preview = self._desk.preview(correction) if correction else "type another name"
        self.query_one("#name-preview", Static).update(Content(f"Enter renames: {preview}" if correction else preview))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        if self._step == "other":
            self._rows().action_choose()
        elif (correction := self._renaming()) is not None:
            self._finish(correction)

    def _renaming(self) -> Correction | None:
        actor, name = self._subject.actor, one_line(self.query_one("#new-name", Input).value)
        if actor is None or not name or name == actor.name:
            return None
        return rename(self._cast.article.text, self._cast.analysis, actor, name)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.action_pick(event.entry.key)

    def action_pick(self, key: str) -> None:
        """Take a choice that is offered."""
        if key in self._choices:
            self._choices[key]()

    def action_move(self, step: int) -> None:
        """Move in the list while the box keeps the focus."""
        self._rows().move(step)

    def action_back(self) -> None:
        """Back to the first step, then close."""
        if self._step == "what":
            self.dismiss(None)
        else:
            self._ask_what()

    def _finish(self, correction: Correction) -> None:
        self.dismiss(correction)

    def _rows(self) -> RowList:
        return self.query_one("#choices", RowList)
