"""The References tab: search as you type, and where else the chosen actor or claim occurs."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input

from tui.analysis.model import Analysis, Span
from tui.articles.article import Article
from tui.widgets.box import Box
from tui.widgets.cast import Cast, one_line
from tui.widgets.covered import Covered
from tui.widgets.entries import Entry, Note, Target, TermRow
from tui.widgets.lines import Lines
from tui.widgets.querywords import PLACEHOLDER, QUERY_WORDS
from tui.widgets.results import result_entries
from tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from tui.search import Answer


class Index(Protocol):
    """What searches an article, as `tui.search.ArticleIndex` does."""

    @property
    def size(self) -> int:
        """Words of the article, with which the time of a search grows."""

    def search(self, query: str, limit: int = 200, wanted: Callable[[], bool] = ...) -> "Answer": ...

    def references(self, actor_id: str | None = None, claim_id: str | None = None, limit: int = 200) -> "Answer": ...


_WITH_LETTER = 12_000
"""Up to so many words a search and what it changes on the screen fit in one frame with the letter."""

_FIRST, _MOST = 30, 400
"""Results that are listed with each key, at least, and once somebody scrolls through them, at most."""

MakeIndex = Callable[[Article, Analysis], Index]


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the tab is to show: results of a query, else what belongs to a claim, else to an actor."""

    article: Article
    cast: Cast | None
    query: str = ""
    actor: str | None = None
    claim: str | None = None
    most: int = field(default=_FIRST, compare=False)

    @property
    def about(self) -> tuple[Article, Cast | None]:
        """What must have been indexed."""
        return self.article, self.cast

    def fulfilled(self, index: Index, wanted: Callable[[], bool] = lambda: True) -> "Answer":
        """What the index answers."""
        if self.query:
            return index.search(self.query, self.most, wanted)
        return index.references(actor_id=self.actor, claim_id=self.claim)


class QueryBox(Box):
    """The box, from which the results are looked through without leaving it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "look(1)", "Look", key_display="↑↓", tooltip="Look through the results"),
        Binding("up", "look(-1)", show=False),
        Binding("pagedown", "look(8)", show=False),
        Binding("pageup", "look(-8)", show=False),
        Binding("enter", "submit", "Go", key_display="Enter", tooltip="Go to the place"),
    ]

    @dataclass
    class Look(Message):
        """Another result is to be looked at."""

        step: int

    found: var[bool] = var(False, init=False, bindings=True)
    """Whether there is something to look through."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no key that does nothing."""
        return self.found or action not in {"look", "submit"}

    def action_look(self, step: int) -> None:
        """Look at another result."""
        self.post_message(self.Look(step))


class ReferencesPanel(Vertical, Covered):
    """A box and its results. The results follow the box with each key; only the last wish counts."""

    article: var[Article | None] = var[Article | None](None, init=False)
    cast: var[Cast | None] = var[Cast | None](None, init=False)
    actor: var[str | None] = var[str | None](None, init=False)
    claim: var[str | None] = var[str | None](None, init=False)
    place: var[Span | None] = var[Span | None](None, init=False)

    best: var[Target | None] = var[Target | None](None, init=False, always_update=True)
    """Where the best result of the last query leads. Set with each search, when its results are in the list."""

    def __init__(self, make_index: MakeIndex, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._make_index = make_index
        self._index: Index | None = None
        self._indexed: tuple[Article, Cast | None] | None = None
        self._wish: _Wish | None = None
        self._came_from: str | None = None
        self._more = False

    def compose(self) -> ComposeResult:
        yield QueryBox(placeholder=PLACEHOLDER, id="query", select_on_focus=False)
        yield Lines(id="found", classes="caption")
        yield RowList(id="result-list")

    @property
    def box(self) -> QueryBox:
        """Where the query is typed."""
        return self.query_one("#query", QueryBox)

    @property
    def rows(self) -> RowList:
        """The results."""
        return self.query_one(RowList)

    @on(QueryBox.Look)
    def _look(self, event: QueryBox.Look) -> None:
        event.stop()
        self.rows.move(event.step)

    def on_mount(self) -> None:
        # Heard at once, not as a message: the letter and its results come to the screen together.
        self.watch(self.box, "value", self._refill, init=False)
        self.watch(self.rows, "scroll_y", self._scrolled, init=False)

    @on(Input.Changed, "#query")
    def _changed(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted, "#query")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.rows.action_choose()

    def on_show(self) -> None:
        # Looking through the results moves the place; what the tab shows stays about where the reader came from.
        known = self.cast is not None and self.place is not None
        self._came_from = self.cast.actor_at(self.place) if known and self.cast and self.place else None
        self._refill()

    def watch_article(self) -> None:
        self._refill()

    def watch_cast(self) -> None:
        self._refill()

    def watch_actor(self) -> None:
        self._refill()

    def watch_claim(self) -> None:
        self._refill()

    def _wished(self) -> _Wish | None:
        if self.article is None:
            return None
        query, cast = self.box.value.strip(), self.cast
        if query or cast is None:
            # More than there is room for, each taking a row at least, so that there is always something to scroll to.
            return _Wish(self.article, cast, query, most=min(_MOST, max(_FIRST, self.rows.size.height)))
        claim = self.claim if self.claim in cast.claims else None
        actors = (one for one in (self.actor, self._came_from) if one in cast.actors)
        return _Wish(self.article, cast, actor=None if claim else next(actors, None), claim=claim)

    def _refill(self) -> None:
        """Show what is wished now, once somebody sees it."""
        wish = self._wished()
        if wish is None or wish == self._wish or not self._seen:
            return
        self._wish, self._more = wish, False
        if not (wish.query or wish.actor or wish.claim):
            self._tell("")
            self._list(list(_hints()))
        elif (index := self._index_about(wish)) is not None:
            self._show(wish, wish.fulfilled(index))
        else:
            # The letter comes to the screen first, then the search begins.
            self.call_after_refresh(self._begin, wish)

    def _scrolled(self, y: float) -> None:
        if y:
            # Not now: the list is at moving its cursor.
            self.call_later(self._list_all)

    def _list_all(self) -> None:
        """List also what the first results leave out."""
        if self._wish is not None and self._more:
            self._more, self._wish = False, replace(self._wish, most=_MOST)
            self._begin(self._wish)

    @property
    def _seen(self) -> bool:
        return all(node.display for node in self.ancestors_with_self if isinstance(node, Widget))

    def _index_about(self, wish: _Wish) -> Index | None:
        """What is indexed, if it is what the wish is about and searched within a frame."""
        known = self._index if self._indexed == wish.about else None
        return known if known is not None and known.size <= _WITH_LETTER else None

    def _begin(self, wish: _Wish) -> None:
        if wish is not self._wish:
            return
        if (index := self._index_about(wish)) is not None:
            self._show(wish, wish.fulfilled(index))
        else:
            self.run_worker(self._fulfil(wish), group="search", exclusive=True)

    async def _fulfil(self, wish: _Wish) -> None:
        """Search in a thread, so that the next key never waits. A newer wish ends this one."""
        answer = await asyncio.to_thread(self._find, wish)
        if answer is not None and wish is self._wish:
            self._show(wish, answer)

    def _show(self, wish: _Wish, answer: "Answer") -> None:
        told = (Note(f"mistake-{at}", text=one, style="list--mistake") for at, one in enumerate(answer.mistakes))
        entries = [*told, *result_entries(wish.article, wish.cast, answer)]
        first = wish.most < _MOST
        self._list(entries or list(_nothing(wish.query)), keep=not first)
        self._tell(_caption(wish, answer), mistaken=bool(answer.mistakes))
        self._more = bool(wish.query) and first and sum(answer.counts.values()) > len(answer)
        if wish.query and first:
            self.best = self.rows.current.target if self.rows.current is not None else None

    def _list(self, entries: list[Entry], *, keep: bool = False) -> None:
        self.rows.show(entries, keep=keep)
        self.box.found = self.rows.cursor is not None

    def _find(self, wish: _Wish) -> "Answer | None":

        def wanted() -> bool:
            return wish is self._wish

        if not wanted():
            return None
        index = self._index
        if index is None or self._indexed != wish.about:
            index = self._make_index(wish.article, wish.cast.analysis if wish.cast is not None else Analysis())
            self._index, self._indexed = index, wish.about
        return wish.fulfilled(index, wanted)

    def _tell(self, text: str, *, mistaken: bool = False) -> None:
        """Say under the box how much is shown, and by the box itself whether something is wrong in it."""
        self.box.mistaken = mistaken
        self.query_one("#found", Lines).show(text)


def _caption(wish: _Wish, answer: "Answer") -> str:
    number = sum(answer.counts.values())
    if wish.query:
        return f"{_count(number)} · ↑↓ look · Enter go · Esc back" if number else ""
    actor = wish.cast.actors.get(wish.actor or "") if wish.cast is not None else None
    return f"{_count(number)} to {one_line(actor.name) if actor is not None else 'the claim'}"


def _count(number: int) -> str:
    return f"{number} reference" + ("" if number == 1 else "s")


def _nothing(query: str) -> Iterator[Entry]:
    text = f"Nothing like “{one_line(query)}” is in this article." if query else "It occurs nowhere else."
    yield Note("none", text=text, style="list--faint")


def _hints() -> Iterator[Entry]:
    text = "Type a name or words. Accents, typing errors and other spellings do no harm."
    yield Note("hint", text=text, style="list--faint")
    for words, meaning in QUERY_WORDS:
        yield TermRow(f"hint-{words}", term=words, meaning=meaning, term_style="", style="list--faint", columns=16)
