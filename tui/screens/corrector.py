"""Correcting on the reading screen: what can be corrected where the reader is, and what it changes at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.model import Actor, Claim, Mention
from tui.screens.layout import Layout
from tui.widgets.rowlist import RowList

if TYPE_CHECKING:
    from tui.corrections.desk import Desk
    from tui.corrections.model import Correction


@dataclass(frozen=True, slots=True)
class Subject:
    """What can be corrected: an actor, the mention at the current place, a claim."""

    actor: Actor | None = None
    mention: Mention | None = None
    claim: Claim | None = None

    def __bool__(self) -> bool:
        return bool(self.actor or self.mention or self.claim)


class Corrector(Layout):
    """The reading screen's part that corrects. The log is written before anything is shown."""

    _offered: tuple[bool, ...] = ()

    def watch_actor(self) -> None:
        self._subject_changed()

    def watch_claim(self) -> None:
        self._subject_changed()

    def watch_place(self) -> None:
        self._subject_changed()

    def _subject_changed(self) -> None:
        # The keys are looked through again only when one begins or ceases to do something.
        offered = bool(self.subject), self.available("escape")
        if offered != self._offered:
            self._offered = offered
            self.refresh_bindings()

    @property
    def subject(self) -> Subject:
        """What can be corrected where the reader is."""
        if self.cast is None:
            return Subject()
        place = self.place
        mention = self.cast.mention_at(place) if place is not None and not self.in_side else None
        owner = self.actor or self._actor_at_cursor or (mention.actor if mention is not None else None)
        return Subject(self.cast.actors.get(owner or ""), mention, self.cast.claims.get(self.claim or ""))

    @property
    def _go_first(self) -> str:
        name, claim = self._key("reader.next-mention"), self._key("reader.next-claim")
        return f"Go to a name with {name} or to a claim with {claim} first"

    def action_correct(self) -> None:
        """Correct what the reader is at."""
        from tui.screens.correcting import CorrectDialog

        desk, subject = self._analyses.desks.get(self._current), self.subject
        if self.cast is None or desk is None or not subject:
            self._say(self._go_first)
            return
        self.app.push_screen(CorrectDialog(self.cast, desk, subject), self._correct)

    def _correct(self, correction: "Correction | None") -> None:
        if correction is not None:
            self._at_desk(lambda desk: desk.do(correction), f"{self._key('reader.undo')} undoes it")

    def action_undo(self) -> None:
        """Undo the last correction."""
        for _ in self._times():
            self._at_desk(lambda desk: desk.undo(), "undone")

    def action_redo(self) -> None:
        """Do the last undone correction again."""
        for _ in self._times():
            self._at_desk(lambda desk: desk.redo(), "done again")

    @property
    def _actor_at_cursor(self) -> str | None:
        """The actor under the cursor of the list of actors, which is chosen a moment after the list has the focus."""
        rows = self.focused
        if isinstance(rows, RowList) and rows.id == "actor-list" and rows.current and rows.current.target:
            return rows.current.target.actor
        return None

    def _choose_at_cursor(self) -> None:
        self.actor = self._actor_at_cursor

    def _at_desk(self, work: "Callable[[Desk], Correction | None]", what: str) -> None:
        from tui.screens.correcting import told

        desk = self._analyses.desks.get(self._current)
        if desk is None:
            return
        try:
            correction = work(desk)
        except OSError as error:
            self._say(f"Nothing was changed, for it cannot be kept: {error.strerror}")
            return
        self._analyses.corrected(self._current)
        self._show_state(self._current)
        for name, known in (("actor", self.cast and self.cast.actors), ("claim", self.cast and self.cast.claims)):
            if getattr(self, name) not in (known or {}):
                setattr(self, name, None)
        if self.card is not None and self.cast is not None and self.card not in self.cast.actors:
            self._close_card()
        if self.actor is None:
            self.call_after_refresh(self._choose_at_cursor)
        self._say("There is nothing to do" if correction is None else f"{told(correction)} · {what}")
        self.refresh_bindings()
