"""What the reading screen shows and where the reader stands in it: the state, the panes, the places."""

import asyncio
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, TabbedContent, TabPane, Tabs

from tui.analysis.model import Span
from tui.articles.article import Article
from tui.screens.analysing import Analyser, Analyses
from tui.screens.history import History, Visit
from tui.widgets.actors import ActorsPanel
from tui.widgets.article_pane import ArticlePane
from tui.widgets.bars import FindBar, StatusBar, TitleBar
from tui.widgets.cast import Cast
from tui.widgets.claims import ClaimsPanel, Order
from tui.widgets.entries import Target
from tui.widgets.map import PlaceMap
from tui.widgets.references import MakeIndex, ReferencesPanel
from tui.widgets.types import HIDDEN_AT_FIRST

_MESSAGE_SECONDS = 5.0


class ReaderView(Screen[None]):
    """The state of the reading screen, which the panes are bound to, and the ways to change it."""

    AUTO_FOCUS: ClassVar[str | None] = "#article"

    article: reactive[Article | None] = reactive[Article | None](None)
    number: reactive[str] = reactive("")
    cast: reactive[Cast | None] = reactive[Cast | None](None)
    hidden: reactive[frozenset[str]] = reactive(HIDDEN_AT_FIRST)
    actor: reactive[str | None] = reactive[str | None](None)
    claim: reactive[str | None] = reactive[str | None](None)
    place: reactive[Span | None] = reactive[Span | None](None)
    matches: reactive[tuple[Span, ...]] = reactive[tuple[Span, ...]](())
    match: reactive[int | None] = reactive[int | None](None)
    card: reactive[str | None] = reactive[str | None](None)
    order: reactive[Order] = reactive[Order]("text")
    message: reactive[str] = reactive("")
    alert: reactive[bool] = reactive(False)
    where: reactive[str] = reactive("")
    marks: reactive[tuple[Span, ...]] = reactive[tuple[Span, ...]](())
    count: reactive[int] = reactive(0)
    view: reactive[Span] = reactive(Span(0, 0))

    def __init__(
        self, articles: Sequence[Article], analyser: Analyser | None, make_index: MakeIndex, measure: int
    ) -> None:
        super().__init__()
        self._measure = measure
        self._articles = articles
        self._analyses = Analyses(articles, analyser)
        self._make_index = make_index
        self._current = 0
        self._views: dict[int, Visit] = {}
        self._history = History()
        self._origin: Visit | None = None
        self._cards: list[str] = []
        self._find_from: Visit | None = None
        self._unfurnished: dict[str, Widget] = {}
        self._furnishing = asyncio.Lock()

    def compose(self) -> ComposeResult:
        here = ReaderView
        yield TitleBar(id="title", markup=False).data_bind(here.article, here.number)
        with Horizontal(id="panes"):
            yield ArticlePane(self._measure, id="article").data_bind(
                here.article,
                here.cast,
                here.hidden,
                here.actor,
                here.claim,
                here.place,
                here.matches,
                here.match,
                here.count,
                here.marks,
            )
            yield PlaceMap(id="map").data_bind(here.article, here.cast, here.actor, here.matches, here.view)
            with TabbedContent(id="side"):
                with TabPane(Content("1 Actors"), id="actors"):
                    yield ActorsPanel(id="actors-panel").data_bind(here.cast, here.card)
                yield TabPane(Content("2 Claims"), id="claims")
                yield TabPane(Content("3 References"), id="references")
        yield StatusBar(id="status").data_bind(here.message, here.alert, here.where)
        yield Footer(show_command_palette=False, compact=True)
        self._unfurnished = {
            "claims": ClaimsPanel(id="claims-panel").data_bind(here.cast, here.order),
            "references": ReferencesPanel(self._make_index, id="references-panel").data_bind(
                here.article, here.cast, here.actor, here.claim, here.place
            ),
        }

    async def furnish(self) -> None:
        """Bring what is not seen at first; the article is on the screen sooner without it."""
        async with self._furnishing:
            if not self._unfurnished:
                return
            for tab, panel in self._unfurnished.items():
                await self.query_one(f"#{tab}", TabPane).mount(panel)
            self._unfurnished = {}
            await self.query_one("#actors-panel", ActorsPanel).furnish()
            await self.mount(FindBar(id="find"), before="#status")

    def on_mount(self) -> None:
        self.query_one("#side", TabbedContent).query_one(Tabs).can_focus = False
        self.watch(self.pane, "scroll_y", self._update_where, init=False)
        self._open(0)
        self.call_after_refresh(self.furnish)

    # The panes

    @property
    def pane(self) -> ArticlePane:
        """The article."""
        return self.query_one("#article", ArticlePane)

    @property
    def tab(self) -> str:
        """The id of the tab that is shown."""
        return self.query_one("#side", TabbedContent).active

    @property
    def references(self) -> ReferencesPanel:
        """The References tab."""
        return self.query_one("#references-panel", ReferencesPanel)

    def _side_chain(self) -> list[Widget]:
        """What takes the focus in the tab that is shown."""
        if self.tab == "actors":
            return [self.query_one("#actors-panel", ActorsPanel).rows]
        if self.tab == "claims":
            return [self.query_one("#claims-panel", ClaimsPanel).rows]
        return [self.references.box, self.references.rows]

    @property
    def in_side(self) -> bool:
        """Whether the side pane has the focus."""
        return self.focused in self._side_chain()

    def _close_card(self) -> None:
        in_card = self.in_side
        self.card = None
        self._cards.clear()
        if in_card:
            self._focus(self.query_one("#actors-panel", ActorsPanel).rows)

    def _focus(self, widget: Widget) -> None:
        """Focus a widget; in a narrow terminal that also decides which pane is seen."""
        self.set_class(widget is not self.pane, "show-side")
        self.set_focus(widget)

    # Articles and their analyses

    def _open(self, number: int) -> None:
        if self.article is not None:
            self._views[self._current] = self._visit()
        self._current = number
        self._origin = None
        self.actor = self.claim = self.card = self.place = None
        self._cards.clear()
        self.matches, self.match = (), None
        self.cast = self._analyses.casts.get(number)
        self.article = self._articles[number]
        self.number = f"{number + 1} of {len(self._articles)}" if len(self._articles) > 1 else ""
        if number in self._views:
            self._restore(self._views[number])
        self.marks = ()
        self._show_state(number)
        self.call_after_refresh(self._update_where)
        self.call_after_refresh(self.load_marks)
        if self._analyses.needed(number):
            # The text comes first: nothing of the analysis is imported before it is on the screen.
            self.call_after_refresh(self.run_worker, partial(self._analyse, number), group="analysis")

    async def _analyse(self, number: int) -> None:
        await self.furnish()
        await self._analyses.run(number, self._show_state)

    def load_marks(self) -> None:
        """Show what is marked in the article."""

    def _show_state(self, number: int) -> None:
        """Something new is known of an article."""
        if number != self._current or not self.is_attached:
            return
        self.message = self._analyses.state.get(number, "")
        self.alert = number in self._analyses.failed
        cast = self._analyses.casts.get(number)
        if cast is not self.cast:
            self.cast = cast
            self.refresh_bindings()

    def _say(self, text: str) -> None:
        """Show a message for a while in the status line."""
        self.message = text
        self.set_timer(_MESSAGE_SECONDS, lambda: self._show_state(self._current))

    # Places

    def _visit(self) -> Visit:
        return Visit(self._current, self.pane.top, self.place)

    def _restore(self, visit: Visit) -> None:
        if visit.article != self._current:
            self._open(visit.article)
        self.place = visit.place
        self.call_after_refresh(self.pane.show_top, visit.top)

    def _stand_at(self, place: Span) -> None:
        self.place = place
        self.pane.reveal(place)
        self._update_where()

    def _preview(self, place: Span) -> None:
        """Show a place while the reader looks through a list."""
        if self._origin is None:
            self._origin = self._visit()
        self._stand_at(place)

    def _keep_preview(self) -> None:
        if self._origin is not None:
            self._history.leave(self._origin)
            self._origin = None
            self.refresh_bindings()

    def _drop_preview(self) -> bool:
        if self._origin is None:
            return False
        self._restore(self._origin)
        self._origin = None
        return True

    def _go(self, target: Target) -> None:
        """Go where an entry leads, so that Back comes here again."""
        if target.place is None:
            return
        if self._origin is None:
            self._history.leave(self._visit())
        self._keep_preview()
        self.match = None
        if target.claim is not None:
            self.claim = target.claim
        self._focus(self.pane)
        self._stand_at(target.place)
        # In a narrow terminal the article has no size before it is shown.
        self.call_after_refresh(self.pane.reveal, target.place)
        self.refresh_bindings()

    def _update_where(self) -> None:
        self.view = self.pane.in_view
        parts = []
        if self.matches and self.match is not None:
            parts.append(f"match {self.match + 1}/{len(self.matches)}")
        elif self.cast is not None and self.actor is not None and self.place is not None:
            mentions = self.cast.mentions_of(self.actor)
            here = bisect_left(mentions, self.place.start, key=lambda mention: mention.start)
            if here < len(mentions) and mentions[here].start == self.place.start:
                parts.append(f"mention {here + 1}/{len(mentions)}")
        parts.append(f"{self.pane.progress:.0%}")
        self.where = " · ".join(parts)
