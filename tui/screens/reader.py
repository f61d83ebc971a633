"""The reading screen: what its keys and its panes' messages do."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, TabbedContent

from tui.analysis.model import Mention, Span
from tui.bindings import bindings
from tui.screens.finder import Finder
from tui.widgets.article_pane import ArticlePane
from tui.widgets.cast import one_line
from tui.widgets.claims import ORDERS, ClaimsPanel
from tui.widgets.entries import Target
from tui.widgets.map import PlaceMap
from tui.widgets.rowlist import RowList
from tui.widgets.types import HIDDEN_AT_FIRST, type_of

T = TypeVar("T")
_TABS = ("actors", "claims", "references")


class ReaderScreen(Finder):
    """An article with its cast, its claims and its references."""

    BINDINGS = bindings("reader")

    # Messages of the lists

    @on(RowList.Entered, "#actor-list")
    def _entered(self, event: RowList.Entered) -> None:
        """The actor under the cursor is the selected one; the article itself stays where it is."""
        if event.entry.target is not None:
            self.claim, self.actor = None, event.entry.target.actor

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

    def found(self, best: Target | None) -> None:
        """Results are shown, the best of them leading here."""
        if best is None or best.place is None:
            self._drop_preview()
        elif self.in_side and self.tab == "references":
            self._preview(best.place)

    @on(ArticlePane.Open)
    async def _open_place(self) -> None:
        self.hint_read()
        if self.cast is None:
            self._say("The names are not known yet")
            return
        actor = self.cast.actor_at(self.place) if self.place is not None else None
        if actor is not None and actor in self.cast.actors:
            self._open_card(actor)
        elif self.claim is not None:
            claim = self.claim
            await self._show_tab("claims")
            self.query_one("#claims-panel", ClaimsPanel).rows.select(claim)
        else:
            self._say(self._go_first)

    @on(ArticlePane.Picked)
    def _picked(self, event: ArticlePane.Picked) -> None:
        mention = self.cast.mention_around(event.offset) if self.cast is not None else None
        if mention is not None:
            self.actor, self.claim = mention.actor, None
            self._stand_at(Span(mention.start, mention.end))

    @on(PlaceMap.Picked)
    def _map_picked(self, event: PlaceMap.Picked) -> None:
        if event.begins:
            self._history.leave(self._visit())
            self.refresh_bindings()
        self.pane.show_top(event.offset)

    @on(PlaceMap.Turned)
    def _map_turned(self, event: PlaceMap.Turned) -> None:
        self.pane.scroll_relative(y=event.direction * self.app.scroll_sensitivity_y, animate=False, immediate=True)

    def _open_card(self, actor: str) -> None:
        if self.card not in {None, actor} and self.in_side:
            self._cards.append(self.card or "")
        self.claim, self.actor, self.card = None, actor, actor
        self.query_one("#side", TabbedContent).active = "actors"
        self._focus(self.query_one("#actor-card", RowList))
        self.refresh_bindings()

    # Actions: names and claims

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide from the footer what would do nothing now."""
        if action == "find" and isinstance(self.focused, Input):
            # The key is a character of the query there.
            return False
        return self.available(action)

    def available(self, action: str) -> bool:
        """Whether an action would do something now."""
        action = action.partition("(")[0]
        if action == "step_mention":
            return self.cast is not None and bool(self.cast.analysis.mentions)
        if action in {"step_claim", "cycle_order"}:
            return self.cast is not None and bool(self.cast.analysis.claims)
        if action == "correct":
            return self._current in self._analyses.desks and bool(self.subject)
        if action in {"undo", "redo"}:
            desk = self._analyses.desks.get(self._current)
            return desk is not None and bool(desk.ledger.done if action == "undo" else desk.ledger.undone)
        if action == "step_article":
            return len(self._articles) > 1
        if action == "step_find":
            return bool(self.matches)
        if action == "go_back":
            return bool(self._history or self._origin or (self.in_side and self.card))
        if action == "escape":
            chosen = self.place or self.actor or self.claim or self.card
            return bool(chosen or self.in_side or self.matches or self.counting or not self._setup.hinted)
        if action in {"widen_side", "toggle_side"}:
            return self.side_by_side
        if action == "stop":
            return self._current in self._analyses.running or self._analyses.stopped(self._current)
        return True

    def action_step_mention(self, direction: int) -> None:
        """Go to the next or previous mention: of the selected actor, else any that is shown."""
        for _ in self._times():
            self._step_mention(direction)

    def _step_mention(self, direction: int) -> None:
        if self.cast is None:
            return
        if self.actor is not None:
            mentions: Sequence[Mention] = self.cast.mentions_of(self.actor)
            shown: Callable[[int], bool] = lambda number: True  # noqa: E731 - all of them
        else:
            mentions = self.cast.analysis.mentions
            hidden = self.hidden if self.level != "none" else HIDDEN_AT_FIRST
            shown = lambda number: type_of(mentions[number]) not in hidden  # noqa: E731
        self.claim = None
        number = self._ahead(mentions, lambda mention: mention.start, shown, direction)
        if number is None:
            self._say(f"No {'further' if direction > 0 else 'earlier'} name")
        else:
            self._step_to(Span(mentions[number].start, mentions[number].end))

    def action_step_claim(self, direction: int) -> None:
        """Go to the next or previous claim."""
        for _ in self._times():
            self._step_claim(direction)

    def _step_claim(self, direction: int) -> None:
        if self.cast is None:
            return
        claims = self.cast.claim_extents
        number = self._ahead(claims, lambda claim: claim[0].start, lambda number: True, direction)
        if number is None:
            self._say(f"No {'further' if direction > 0 else 'earlier'} claim")
            return
        self.actor, self.claim = None, claims[number][1]
        self._step_to(claims[number][0])

    def _ahead(
        self, items: Sequence[T], start_of: Callable[[T], int], shown: Callable[[int], bool], direction: int
    ) -> int | None:
        """The number of the next shown item before or after where the reader is; `items` stand in order."""
        visible = self.pane.in_view
        place = self.place
        if place is not None and visible.start - 400 <= place.start <= visible.end:
            from_here = place.start
        else:
            from_here = visible.start - 1 if direction > 0 else visible.end
        cut = bisect_right if direction > 0 else bisect_left
        number = cut(items, from_here, key=start_of) - (direction < 0)
        while 0 <= number < len(items) and not shown(number):
            number += direction
        return number if 0 <= number < len(items) else None

    def _step_to(self, place: Span) -> None:
        self.match = None
        self._focus(self.pane)
        self._stand_at(place)

    async def action_cycle_order(self) -> None:
        """List the claims in the next order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        if self.tab != "claims":
            await self._show_tab("claims")

    def action_types(self) -> None:
        """Show the legend, where types are switched on and off."""
        from tui.screens.dialogs import TypesDialog

        self.app.push_screen(TypesDialog(self.cast, self.hidden, self.hide_types))

    def action_copy_place(self) -> None:
        """Copy the current mention or claim, else the first line in view, as the article has it."""
        span = self.place or self.pane.line
        text = self._articles[self._current].text[span.start : span.end]
        self.app.copy_to_clipboard(text)
        self._say(f"Copied: {one_line(text)}")

    # Actions: panes and places

    async def action_references(self) -> None:
        """Search as you type."""
        await self._show_tab("references")

    async def action_show_tab(self, tab: str) -> None:
        """Show a tab of the side pane and focus it; within a count its key is a digit."""
        if self.counting:
            self.action_count(_TABS.index(tab) + 1)
        else:
            await self._show_tab(tab)

    async def _show_tab(self, tab: str) -> None:
        await self.furnish()
        self.query_one("#side", TabbedContent).active = tab
        self._focus(self._side_chain()[0])

    @on(TabbedContent.TabActivated)
    async def _tab_activated(self) -> None:
        await self.furnish()
        if self.focused is not None and self.focused is not self.pane and not self.in_side:
            self._focus(self._side_chain()[0])

    async def action_step_pane(self, direction: int) -> None:
        """Move the focus to another pane."""
        await self.furnish()
        chain: list[Widget] = [self.pane, *self._side_chain()]
        here = chain.index(self.focused) if self.focused in chain else 0
        there = chain[(here + direction) % len(chain)]
        if there is self.pane:
            self._keep_preview()
        self._focus(there)

    def action_step_article(self, direction: int) -> None:
        """Open the next or previous article."""
        number = min(max(0, self._current + direction * len(self._times())), len(self._articles) - 1)
        if number != self._current:
            self._open(number)
        else:
            self._say("This is the last article" if direction > 0 else "This is the first article")

    def action_go_back(self) -> None:
        """Go back to the view from which a reference was followed."""
        for _ in self._times():
            self._go_back()

    def _go_back(self) -> None:
        dropped = self._drop_preview()
        if self.card is not None and self.in_side and self.tab == "actors":
            self._back_to_card()
            return
        if dropped:
            return
        visit = self._history.back()
        if visit is None:
            self._say("There is nowhere to go back to")
            return
        self._focus(self.pane)
        self._restore(visit)
        self.refresh_bindings()

    def _back_to_card(self) -> None:
        """Back from a card to the one from which it was opened, else to the list."""
        if not self._cards:
            self._close_card()
            return
        card, left = self._cards.pop(), self.card
        self.claim, self.actor, self.card = None, card, card
        # The cursor stands again on the line from which the other card was opened.
        self.call_after_refresh(self.query_one("#actor-card", RowList).select, f"with-{left}")
        self.refresh_bindings()

    def action_escape(self) -> None:
        """Close the innermost thing that is open."""
        if self.counting:
            self.take_count()
            return
        if not self.in_side and self.hint_read():
            return
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

    async def action_close(self) -> None:
        """Close the open card, else quit."""
        if self.card is not None:
            self._drop_preview()
            self._close_card()
        else:
            await self.app.action_quit()
