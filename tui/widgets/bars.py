"""The one-line bars: title, status, and the box for finding."""

from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Label, Static

from tui.articles.article import Article
from tui.widgets.box import Box
from tui.widgets.cast import one_line
from tui.widgets.entries import folded, shorten
from tui.widgets.lines import Lines

_BETWEEN = 2
"""The columns between the message and the place."""

_LEAST_MESSAGE = 16

_ALERT = 4
"""The lines of an alert, at most."""


class TitleBar(Static):
    """Title, source and date of the article, literally."""

    article: var[Article | None] = var[Article | None](None, init=False)
    number: var[str] = var("", init=False)

    def watch_article(self) -> None:
        self._show()

    def watch_number(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        if self.article is None:
            return
        title = one_line(self.article.title) or one_line(self.article.source) or "Untitled"
        facts = [self.number, one_line(self.article.source), one_line(self.article.published or "")]
        beside = " · ".join(fact for fact in facts if fact and fact != title)
        width = self.size.width - 4
        title = shorten(title, max(width * 2 // 3, width - len(beside)))
        self.update(
            Content.assemble(
                (title, "bold"), "  ", (shorten(beside, max(0, width - Content(title).cell_length)), "$text-quiet")
            ),
            layout=False,
        )


class StatusBar(Lines):
    """What is going on at the left, where the reader is at the right. `told` says that the message is news.

    One widget, since where the reader is changes with every key and may not lay the screen out anew.
    """

    message: var[str] = var("", init=False)
    told: var[bool] = var(False, init=False)
    alert: var[bool] = var(False, init=False)
    where: var[tuple[str, ...]] = var[tuple[str, ...]]((), init=False)

    def watch_message(self) -> None:
        self._show()

    def watch_told(self) -> None:
        self._show()

    def watch_alert(self) -> None:
        self.set_class(self.alert, "-alert")
        self._show()

    def watch_where(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        """Show what there is room for: trouble alone; news before where the reader is, that before older messages."""
        if self.alert:
            self.show(*self._alert(self.size.width))
            return
        width = max(0, self.size.width - _BETWEEN)
        message, rest = one_line(self.message), " · ".join(self.where[1:])
        if len(self.where) < 2:
            name, rest = "", "".join(self.where)
        else:
            name = shorten(self.where[0], width - cell_len(rest) - 3)
        if self.told and cell_len(f"{message}{name}{rest}") + 3 > width:
            name = ""
        where = f"{name} · {rest}" if cell_len(name) > 1 else rest
        left = max(0, width - cell_len(where))
        if cell_len(message) > left and left < _LEAST_MESSAGE and not self.told:
            message = ""
        message = shorten(message, left)
        between = " " * (self.size.width - cell_len(message) - cell_len(where))
        self.show(f"{message}{between}{where}")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._alert(width)) if self.alert else 1

    def _alert(self, width: int) -> list[str]:
        """The lines of an alert."""
        return folded(one_line(self.message), max(1, width), _ALERT)


class FindBar(Horizontal):
    """The box for finding words in the article. It finds with each key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Give up", key_display="Esc"),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]

    class Changed(Message):
        """Other words are looked for."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Step(Message):
        """The next or previous match is wanted while the box stays open."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Closed(Message):
        """The box was closed; the matches stay when they were accepted."""

        def __init__(self, accepted: bool) -> None:
            super().__init__()
            self.accepted = accepted

    def compose(self) -> ComposeResult:
        yield Label("Find ", markup=False)
        yield Box(id="words", compact=True, select_on_focus=True)

    @property
    def box(self) -> Input:
        """Where the words are typed."""
        return self.query_one(Input)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Closed(accepted=bool(event.value)))

    def action_give_up(self) -> None:
        """Close the box and go back to where the search began."""
        self.post_message(self.Closed(accepted=False))

    def action_step(self, step: int) -> None:
        """Go to another match."""
        self.post_message(self.Step(step))
