"""Dialogs over the reading screen: what all share, and the legend of the types."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.resources import resource
from tui.widgets.cast import Cast
from tui.widgets.entries import Entry, Heading, Line, Target, TermRow, shorten
from tui.widgets.gutter import MARK
from tui.widgets.map import MANY, ONE
from tui.widgets.rowlist import RowList
from tui.widgets.signs import Signs, signs_of
from tui.widgets.types import LEGEND, NameType, type_of

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class TypeRow(Entry):
    """A type in its own style, whether it is shown, how many there are."""

    name_type: NameType = LEGEND[0]
    shown: bool = True
    number: int | None = None
    coloured: bool = True

    def height(self, width: int) -> int:
        return 1

    def lines(self, width: int) -> list[Line]:
        box = "[x] " if self.shown else "[ ] "
        number = "" if self.number is None else str(self.number)
        room = max(1, width - len(box) - len(number) - 1)
        title = shorten(self.name_type.title, room)
        cue = self.name_type.cue if self.coloured else self.name_type.alone or self.name_type.cue
        cue = shorten(f"  {cue}", room - len(title))
        gap = width - len(box) - len(title) - len(cue) - len(number)
        return [
            [
                (box, ""),
                (title, f"name--{self.name_type.id}"),
                (cue, "list--faint"),
                (" " * gap, ""),
                (number, ""),
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
                    coloured=not self.app.no_color,
                    shown=name_type.id not in self._hidden,
                    number=self._counts[name_type.id] if self._counts is not None else None,
                )
                for name_type in LEGEND
            ]
            + list(signs_explained(signs_of(self))),
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


def signs_explained(signs: Signs) -> Iterator[Entry]:
    """What the marks in the text and beside it mean."""
    yield Heading("signs", title="In the text and beside it")
    for number, (term, style, meaning) in enumerate(
        (
            ("Who", "text--source", "the source of a claim"),
            ("said", "text--cue", "the words that report it"),
            ("what", "text--claim", "what is claimed"),
            ("AB", "", "who says what stands here; “ when nobody is named"),
            (signs.goes_on, "", "the claim goes on"),
            (signs.place, "list--cursor-mark", "where you are"),
            (MARK, "", "what you have marked"),
            (f"{ONE} {MANY}" if signs.bars else "", "", "at the right: where claims, the actor or the matches are"),
        )
    ):
        if term.strip():
            yield TermRow(
                f"sign-{number}", term=term, meaning=meaning, term_style=style, style="list--faint", columns=4
            )


class TypeList(RowList):
    """A list whose Space switches instead of turning the page."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "choose", "Switch", show=False)]
