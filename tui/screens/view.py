"""What the reading screen shows and where the reader stands in it: the state, the panes, the places."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TabbedContent, TabPane, Tabs

from tui import garbage, keeping
from tui.analysis.model import Span
from tui.articles.article import Article
from tui.bindings import first_key
from tui.screens.analysing import Analyser, Analyses
from tui.screens.history import History, Visit
from tui.screens.renumbering import same_actor, same_claim
from tui.screens.standing import standing
from tui.settings import Settings
from tui.widgets.actors import ActorsPanel
from tui.widgets.article_pane import ArticlePane
from tui.widgets.bars import FindBar, StatusBar, TitleBar
from tui.widgets.cast import Cast
from tui.widgets.claims import ClaimsPanel, Order
from tui.widgets.covered import CoveredTabs
from tui.widgets.divider import Divider
from tui.widgets.entries import Target
from tui.widgets.keybar import KeyBar
from tui.widgets.map import PlaceMap
from tui.widgets.references import MakeIndex, ReferencesPanel
from tui.widgets.types import HIDDEN_AT_FIRST
from tui.widgets.wrap import MEASURE

_MESSAGE_SECONDS = 5.0
_KEEP_SECONDS = 2.0


class ReaderView(Screen[None]):
    """The state of the reading screen, which the panes are bound to, and the ways to change it."""

    AUTO_FOCUS: ClassVar[str | None] = "#article"

    article: var[Article | None] = var[Article | None](None)
    number: var[str] = var("")
    cast: var[Cast | None] = var[Cast | None](None)
    hidden: var[frozenset[str]] = var(HIDDEN_AT_FIRST)
    claims_shown: var[bool] = var(False)
    actor: var[str | None] = var[str | None](None)
    claim: var[str | None] = var[str | None](None)
    place: var[Span | None] = var[Span | None](None)
    matches: var[tuple[Span, ...]] = var[tuple[Span, ...]](())
    match: var[int | None] = var[int | None](None)
    card: var[str | None] = var[str | None](None)
    order: var[Order] = var[Order]("text")
    message: var[str] = var("")
    alert: var[bool] = var(False)
    told: var[bool] = var(False)
    trouble: var[str] = var("")
    where: var[tuple[str, ...]] = var[tuple[str, ...]](())
    marks: var[tuple[Span, ...]] = var[tuple[Span, ...]](())
    view: var[Span] = var(Span(0, 0))

    def __init__(
        self, articles: Sequence[Article], analyser: Analyser | None, make_index: MakeIndex, settings: Settings
    ) -> None:
        super().__init__()
        self._measure = settings.measure or MEASURE
        self.settings = settings
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
        self._keeper: Timer | None = None
        self._telling: Timer | None = None
        self._setup = keeping.setup()
        self._own_hidden = frozenset[str]()
        if self._setup.hidden is not None:
            self.set_reactive(ReaderView.hidden, frozenset(self._setup.hidden))
        self.set_reactive(ReaderView.claims_shown, self._setup.claims_shown)

    def compose(self) -> ComposeResult:
        here = ReaderView
        yield TitleBar(id="title", markup=False).data_bind(here.article, here.number)
        with Horizontal(id="panes"):
            yield ArticlePane(self._measure, id="article").data_bind(
                here.article,
                here.cast,
                here.hidden,
                here.claims_shown,
                here.actor,
                here.claim,
                here.place,
                here.matches,
                here.match,
                here.marks,
            )
            yield PlaceMap(id="map").data_bind(here.article, here.cast, here.actor, here.matches, here.view)
            yield Divider(id="divider")
            with CoveredTabs(id="side"):
                yield TabPane(Content("1 Actors"), id="actors")
                yield TabPane(Content("2 Claims"), id="claims")
                yield TabPane(Content("3 References"), id="references")
        yield StatusBar(id="status").data_bind(here.message, here.told, here.alert, here.where)
        yield KeyBar(id="keys")
        order_key = first_key("reader.order", self.settings.keys)
        self._unfurnished = {
            "actors": ActorsPanel(id="actors-panel").data_bind(here.cast, here.card, here.trouble),
            "claims": ClaimsPanel(order_key, id="claims-panel").data_bind(here.cast, here.order, here.trouble),
            "references": ReferencesPanel(self._make_index, id="references-panel").data_bind(
                here.article, here.cast, here.actor, here.claim, here.place
            ),
        }

    async def furnish(self) -> None:
        """Bring the side pane's tabs and what is not seen at first; the article is on the screen sooner without."""
        async with self._furnishing:
            if not self._unfurnished:
                return
            for tab, panel in self._unfurnished.items():
                await self.query_one(f"#{tab}", TabPane).mount(panel)
            self.watch(self._unfurnished["references"], "best", self.found, init=False)
            self._unfurnished = {}
            await self.mount(FindBar(id="find"), before="#status")

    def found(self, best: Target | None) -> None:
        """Results are shown, the best of them leading here."""

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
        return self.focused is not None and any(around.id == "side" for around in self.focused.ancestors)

    def _close_card(self) -> None:
        in_card = self.in_side
        self.card = None
        self._cards.clear()
        if in_card:
            self._focus(self.query_one("#actors-panel", ActorsPanel).rows)

    def _focus(self, widget: Widget) -> None:
        """Focus a widget; in a narrow terminal that also decides which pane is seen."""
        self.set_class(widget is not self.pane, "show-side")
        if widget is not self.pane:
            self.show_side()
        self.set_focus(widget)

    def show_side(self) -> None:
        """Show the side pane when it is hidden."""

    # Articles and their analyses

    def _open(self, number: int) -> None:
        if self.article is not None:
            self._views[self._current] = self._visit()
            self.keep_place()
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
        elif (was := keeping.left(self.article)) is not None:
            self.place = was.place
            self.pane.begin_at(was.top)
            if was.top:
                self.call_after_refresh(self._say, "Where you left off")
        self.marks = ()
        self._show_state(number)
        self.call_after_refresh(self._update_where)
        self.call_after_refresh(self.load_marks)
        if self._analyses.needed(number):
            # The text comes first: nothing of the analysis is imported before it is on the screen.
            self.call_after_refresh(self.run_worker, partial(self._analyse, number), group="analysis")

    async def _analyse(self, number: int) -> None:
        await self.furnish()
        near = self.view.start if number == self._current else 0
        await self._analyses.run(number, near, partial(self._show_state, renumbered=True))
        garbage.keep()

    def action_stop(self) -> None:
        """Stop the analysis, or go on with it; what is found so far stays."""
        if self._current in self._analyses.running:
            self.workers.cancel_group(self, "analysis")
        elif self._analyses.stopped(self._current):
            self.run_worker(self._analyse(self._current), group="analysis")

    def available(self, action: str) -> bool:
        """Whether an action would do something now."""
        return True

    def load_marks(self) -> None:
        """Show what is marked in the article."""

    def _show_state(self, number: int, *, renumbered: bool = False) -> None:
        """Something new is known of an article; when it was analysed anew, the ids are new ones."""
        if number != self._current or not self.is_attached:
            return
        self.alert = number in self._analyses.failed
        self.trouble = self._analyses.state[number] if self.alert else ""
        if self._telling is None or self.alert:
            self.message = self._analyses.state.get(number, "")
        old, cast = self.cast, self._analyses.casts.get(number)
        if cast is not old:
            chosen = self.actor, self.claim, self.card
            if renumbered and old is not None and cast is not None:
                self.actor = self.claim = None
                # Cards are listed by id; those of the parts before are nobody's now.
                self._cards.clear()
                self.card = same_actor(old, cast, chosen[2])
            self.cast = cast
            if renumbered and old is not None and cast is not None:
                self.actor, self.claim = same_actor(old, cast, chosen[0]), same_claim(old, cast, chosen[1])
        self.refresh_bindings()

    def _say(self, text: str) -> None:
        """Show a message for a while in the status line."""
        if self._telling is not None:
            self._telling.stop()
        self.message, self.told = text, True
        self._telling = self.set_timer(_MESSAGE_SECONDS, self._said)

    def _said(self) -> None:
        self._telling, self.told = None, False
        self._show_state(self._current)

    # Places

    def _visit(self) -> Visit:
        return Visit(self._current, self.pane.top, self.place)

    def _restore(self, visit: Visit) -> None:
        if visit.article != self._current:
            self._open(visit.article)
        elif self.pane.size.height:
            self.place = visit.place
            self.pane.show_top(visit.top)
            self._update_where()
            return
        # Another article has no rows yet, and a hidden one no height.
        self.place = visit.place
        self.call_after_refresh(self.pane.show_top, visit.top)
        self.call_after_refresh(self._update_where)

    def _stand_at(self, place: Span) -> None:
        self.place = place
        self.pane.reveal(place)
        self._update_where()
        if self.pane.has_focus and (cell := self.pane.place_on_screen(place.start)) is not None:
            # Screen readers follow the terminal's own cursor.
            self.app.cursor_position = cell

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
        elif self.cast is not None:
            parts += standing(self.cast, self.place, self.actor, self.claim)
        parts.append(f"{self.pane.progress:.0%}")
        self.where = tuple(parts)
        if self._keeper is None:
            # Not only at the end: a terminal that is closed ends the reader without a word.
            self._keeper = self.set_timer(_KEEP_SECONDS, self._rest)

    def _rest(self) -> None:
        garbage.sweep()
        self.keep_place()

    def keep_place(self) -> None:
        """Keep where the reader is in the article."""
        self._keeper = None
        if self.article is not None:
            keeping.leave(self.article, keeping.Left(self.view.start, self.place))

    def on_unmount(self) -> None:
        self.keep_place()
