"""Marks and notes on the reading screen."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tui.analysis.model import Span
from tui.articles.article import Article
from tui.notes import Mark
from tui.screens.dialogs import Dialog
from tui.widgets.cast import one_line
from tui.widgets.entries import Note, ResultRow, Target, shorten
from tui.widgets.rowlist import RowList


class NoteDialog(Dialog[str | None]):
    """A line for a note; an empty one makes a mark."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, quote: str, note: str) -> None:
        super().__init__()
        self._quote = quote
        self._note = note

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="note") as box:
            box.border_title = Content(f"Mark: {shorten(one_line(self._quote), 50)}")
            box.border_subtitle = Content("Enter keep · Esc back")
            yield Input(self._note, placeholder="a note, or nothing", id="note-text", compact=True)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(one_line(event.value))


class MarksDialog(Dialog[tuple[str, Mark] | None]):
    """The marks of an article: Enter goes to one, x takes it away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,M", "dismiss", show=False),
        Binding("x", "remove", show=False),
    ]

    def __init__(self, article: Article, marks: tuple[Mark, ...], mark_key: str) -> None:
        super().__init__()
        self._mark_key = mark_key
        self._article = article
        self._marks = {f"{mark.place.start}-{mark.place.end}": mark for mark in marks}

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="marks") as box:
            box.border_title = Content("Marks and notes")
            box.border_subtitle = Content("Enter go · x remove · Esc close")
            yield RowList(id="mark-list")

    def on_mount(self) -> None:
        hint = f"Nothing is marked yet: {self._mark_key} marks the current name, claim or line."
        self.query_one(RowList).show(
            [self._row(key, mark.place, mark.note) for key, mark in self._marks.items()]
            or [Note("none", text=hint, style="list--faint")]
        )

    def _row(self, key: str, place: Span, note: str) -> ResultRow:
        quote = one_line(self._article.text[place.start : place.end])
        return ResultRow(key, Target(), pieces=((quote, "list--strong"),), reason=note)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(("go", self._marks[event.entry.key]))

    def action_remove(self) -> None:
        """Take the mark under the cursor away."""
        entry = self.query_one(RowList).current
        if entry is not None:
            self.dismiss(("remove", self._marks[entry.key]))
