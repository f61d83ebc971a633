"""The reading screen: it owns the state; the panes are bound to it and send messages up."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, TabbedContent, TabPane, Tabs

from tui.analysis.model import Span
from tui.articles.article import Article
from tui.bindings import bindings
from tui.screens.analysing import Analyser, Analyses
from tui.screens.finding import find, step
from tui.screens.history import History, Visit
from tui.widgets.actors import ActorsPanel
from tui.widgets.article_pane import ArticlePane
from tui.widgets.bars import FindBar, StatusBar, TitleBar
from tui.widgets.cast import Cast, extent, one_line
from tui.widgets.claims import ORDERS, ClaimsPanel, Order
from tui.widgets.entries import Target
from tui.widgets.references import MakeIndex, ReferencesPanel
from tui.widgets.rowlist import RowList
from tui.widgets.types import HIDDEN_AT_FIRST, type_of

_MESSAGE_SECONDS = 5.0


class ReaderScreen(Screen[None]):
    """An article with its cast, its claims and its references."""

    BINDINGS = bindings("reader")
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

    def __init__(self, articles: Sequence[Article], analyser: Analyser | None, make_index: MakeIndex) -> None:
        super().__init__()
        self._articles = articles
        self._analyses = Analyses(articles, analyser)
        self._make_index = make_index
        self._current = 0
        self._views: dict[int, Visit] = {}
        self._history = History()
        self._origin: Visit | None = None
        self._find_from: Visit | None = None

    def compose(self) -> ComposeResult:
        here = ReaderScreen
        yield TitleBar(id="title", markup=False).data_bind(here.article, here.number)
        with Horizontal(id="panes"):
            yield ArticlePane(id="article").data_bind(
                here.article,
                here.cast,
                here.hidden,
                here.actor,
                here.claim,
                here.place,
                here.matches,
                here.match,
            )
            with TabbedContent(id="side"):
                with TabPane(Content("1 Actors"), id="actors"):
                    yield ActorsPanel(id="actors-panel").data_bind(here.cast, here.card)
                with TabPane(Content("2 Claims"), id="claims"):
                    yield ClaimsPanel(id="claims-panel").data_bind(here.cast, here.order)
                with TabPane(Content("3 References"), id="references"):
                    yield ReferencesPanel(self._make_index, id="references-panel").data_bind(
                        here.article, here.cast, here.actor, here.claim
                    )
        yield FindBar(id="find")
        yield StatusBar(id="status").data_bind(here.message, here.alert, here.where)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one("#side", TabbedContent).query_one(Tabs).can_focus = False
        self.watch(self.pane, "scroll_y", self._update_where, init=False)
        self._open(0)

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
        self.matches, self.match = (), None
        self.cast = self._analyses.casts.get(number)
        self.article = self._articles[number]
        self.number = f"{number + 1} of {len(self._articles)}" if len(self._articles) > 1 else ""
        if number in self._views:
            self._restore(self._views[number])
        self._show_state(number)
        self.call_after_refresh(self._update_where)
        if self._analyses.needed(number):
            # The text comes first: nothing of the analysis is imported before it is on the screen.
            self.call_after_refresh(
                self.run_worker, self._analyses.run(number, self._show_state), group="analysis"
            )

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
        parts = []
        if self.matches and self.match is not None:
            parts.append(f"match {self.match + 1}/{len(self.matches)}")
        elif self.cast is not None and self.actor is not None and self.place is not None:
            mentions = self.cast.mentions_of(self.actor)
            here = next((n for n, m in enumerate(mentions, 1) if m.start == self.place.start), None)
            if here is not None:
                parts.append(f"mention {here}/{len(mentions)}")
        parts.append(f"{self.pane.progress:.0%}")
        self.where = " · ".join(parts)

    # Messages of the lists

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        target = event.entry.target
        if target is None:
            return
        if event.rows.id == "actor-list":
            self.claim, self.actor = None, target.actor
        elif event.rows.id == "claim-list" or (event.rows.id == "actor-card" and target.claim):
            self.claim = target.claim
            if event.rows.id == "claim-list":
                self.actor = None
        if target.place is not None:
            self.match = None
            self._preview(target.place)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        target = event.entry.target
        if target is not None and target.opens is not None:
            self._open_card(target.opens)
        elif target is not None:
            self._go(target)

    @on(ReferencesPanel.Searched)
    def _searched(self) -> None:
        entry = self.references.rows.current
        if entry is None or entry.target is None or entry.target.place is None:
            self._drop_preview()
        elif self.in_side and self.tab == "references":
            self._preview(entry.target.place)

    @on(ArticlePane.Open)
    def _open_place(self) -> None:
        if self.cast is None:
            self._say("The names are not known yet")
            return
        actor = self.cast.actor_at(self.place) if self.place is not None else None
        if actor is not None and actor in self.cast.actors:
            self._open_card(actor)
        elif self.claim is not None:
            claim = self.claim
            self.action_show_tab("claims")
            self.query_one("#claims-panel", ClaimsPanel).rows.select(claim)
        else:
            self._say("Go to a name with ] or to a claim with } first")

    @on(ArticlePane.Picked)
    def _picked(self, event: ArticlePane.Picked) -> None:
        mentions = self.cast.analysis.mentions if self.cast is not None else ()
        for mention in mentions:
            if mention.start <= event.offset < mention.end:
                self.actor, self.claim = mention.actor, None
                self._stand_at(Span(mention.start, mention.end))
                return

    def _open_card(self, actor: str) -> None:
        self.claim, self.actor, self.card = None, actor, actor
        self.query_one("#side", TabbedContent).active = "actors"
        self._focus(self.query_one("#actor-card", RowList))

    # Actions: names and claims

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide from the footer what would do nothing now."""
        if action in {"step_mention", "step_claim", "cycle_order"}:
            return self.cast is not None
        if action == "step_article":
            return len(self._articles) > 1
        if action == "step_find":
            return bool(self.matches)
        if action == "go_back":
            return bool(self._history)
        return True

    def available(self, action: str) -> bool:
        """Whether an action, as the table spells it, would do something now."""
        return bool(self.check_action(action.partition("(")[0], ()))

    def action_step_mention(self, direction: int) -> None:
        """Go to the next or previous mention: of the selected actor, else any that is shown."""
        if self.cast is None:
            return
        if self.actor is not None:
            mentions = self.cast.mentions_of(self.actor)
        else:
            shown = self.cast.analysis.mentions
            mentions = [mention for mention in shown if type_of(mention) not in self.hidden]
        self.claim = None
        self._step([Span(mention.start, mention.end) for mention in mentions], direction, "name")

    def action_step_claim(self, direction: int) -> None:
        """Go to the next or previous claim."""
        if self.cast is None:
            return
        claims = sorted((extent(claim), claim.id) for claim in self.cast.analysis.claims)
        number = self._step([span for span, _ in claims], direction, "claim")
        if number is not None:
            self.actor, self.claim = None, claims[number][1]

    def _step(self, spans: list[Span], direction: int, what: str) -> int | None:
        visible = self.pane.in_view
        place = self.place
        if place is not None and visible.start - 400 <= place.start <= visible.end:
            from_here = place.start
        else:
            from_here = visible.start - 1 if direction > 0 else visible.end
        ahead = [n for n, span in enumerate(spans) if (span.start - from_here) * direction > 0]
        if not ahead:
            self._say(f"No {'further' if direction > 0 else 'earlier'} {what}")
            return None
        number = ahead[0] if direction > 0 else ahead[-1]
        self.match = None
        self._focus(self.pane)
        self._stand_at(spans[number])
        return number

    def action_cycle_order(self) -> None:
        """List the claims in the next order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        if self.tab != "claims":
            self.action_show_tab("claims")

    def action_types(self) -> None:
        """Show the legend, where types are switched on and off."""
        from tui.screens.dialogs import TypesDialog

        def change(hidden: frozenset[str]) -> None:
            self.hidden = hidden

        self.app.push_screen(TypesDialog(self.cast, self.hidden, change))

    def action_copy_place(self) -> None:
        """Copy the current mention or claim, else the first line in view, as the article has it."""
        span = self.place or self.pane.line
        text = self._articles[self._current].text[span.start : span.end]
        self.app.copy_to_clipboard(text)
        self._say(f"Copied: {one_line(text)}")

    # Actions: finding

    def action_find(self) -> None:
        """Open the box for finding words."""
        self._find_from = self._visit()
        bar = self.query_one("#find", FindBar)
        bar.display = True
        self._focus(self.pane)
        self.set_focus(bar.box)

    @on(FindBar.Changed)
    def _find_changed(self, event: FindBar.Changed) -> None:
        self.matches = find(self._articles[self._current].text, event.words)
        self.match = None
        if self.matches:
            top = self._find_from.top if self._find_from else 0
            self._stand_at_match(step(self.matches, top - 1, 1))
        elif event.words.strip():
            self._say(f"Not in this article: {event.words}")
        self._update_where()

    @on(FindBar.Step)
    def _find_step(self, event: FindBar.Step) -> None:
        self.action_step_find(event.step)

    @on(FindBar.Closed)
    def _find_closed(self, event: FindBar.Closed) -> None:
        self.query_one("#find", FindBar).display = False
        if not event.accepted:
            self.matches, self.match = (), None
            if self._find_from is not None:
                self._restore(self._find_from)
        elif self._find_from is not None and self.matches:
            self._history.leave(self._find_from)
        self._find_from = None
        self._focus(self.pane)
        self._update_where()
        self.refresh_bindings()

    def action_step_find(self, direction: int) -> None:
        """Go to the next or previous match, round at the ends."""
        if self.matches:
            here = self.matches[self.match].start if self.match is not None else self.pane.top - direction
            self._stand_at_match(step(self.matches, here, direction))

    def _stand_at_match(self, number: int | None) -> None:
        if number is not None:
            self.match = number
            self._stand_at(self.matches[number])

    # Actions: panes and places

    def action_references(self) -> None:
        """Search as you type."""
        self.action_show_tab("references")

    def action_show_tab(self, tab: str) -> None:
        """Show a tab of the side pane and focus it."""
        self.query_one("#side", TabbedContent).active = tab
        self._focus(self._side_chain()[0])

    @on(TabbedContent.TabActivated)
    def _tab_activated(self) -> None:
        if self.focused is not None and self.focused is not self.pane and not self.in_side:
            self._focus(self._side_chain()[0])

    def action_step_pane(self, direction: int) -> None:
        """Move the focus to another pane."""
        chain: list[Widget] = [self.pane, *self._side_chain()]
        here = chain.index(self.focused) if self.focused in chain else 0
        there = chain[(here + direction) % len(chain)]
        if there is self.pane:
            self._keep_preview()
        self._focus(there)

    def action_step_article(self, direction: int) -> None:
        """Open the next or previous article."""
        number = self._current + direction
        if 0 <= number < len(self._articles):
            self._open(number)
        else:
            self._say("This is the last article" if direction > 0 else "This is the first article")

    def action_go_back(self) -> None:
        """Go back to the view from which a reference was followed."""
        if self._drop_preview():
            return
        visit = self._history.back()
        if visit is None:
            self._say("There is nowhere to go back to")
            return
        self._focus(self.pane)
        self._restore(visit)
        self.refresh_bindings()

    def action_escape(self) -> None:
        """Close the innermost thing that is open."""
        dropped = self._drop_preview()
        if self.in_side and self.tab == "actors" and self.card is not None:
            self._close_card()
        elif self.in_side:
            self.claim = None
            self._focus(self.pane)
        elif dropped:
            return
        elif self.matches:
            self.matches, self.match = (), None
            self._update_where()
        else:
            self.actor = self.claim = self.place = None
            self._update_where()

    def action_close(self) -> None:
        """Close the open card, else quit."""
        if self.card is not None:
            self._drop_preview()
            self._close_card()
        else:
            self.app.exit(return_code=0)

    def _close_card(self) -> None:
        in_card = self.in_side
        self.card = None
        if in_card:
            self._focus(self.query_one("#actor-list", RowList))
