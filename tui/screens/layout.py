"""How the reading screen is laid out and what it shows: the side pane's width, highlights, hint; all of it kept."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual import events, on
from textual.content import Content
from textual.widgets import Static, TabbedContent

from tui import keeping
from tui.bindings import first_key
from tui.screens.counting import Counter
from tui.widgets.divider import Divider
from tui.widgets.types import LEGEND, NAME_TYPES

LEAST_WIDTH, LEAST_HEIGHT = 24, 6
"""A terminal smaller than this shows no article but what it needs."""

_SIDE_STEP = 4
_LEAST_SIDE = 24
_LEAST_ARTICLE = 44
_ALL = frozenset(name_type.id for name_type in LEGEND)
_POINTERS = _ALL - {name_type.id for name_type in NAME_TYPES}
_LEVELS = ("names", "all mentions", "none")


class Layout(Counter):
    """The reading screen's part that is about the screen itself."""

    def on_mount(self) -> None:
        self.set_class(self._setup.side_hidden, "-side-hidden")
        self._fit_side()
        if not self._setup.hinted:
            self.call_after_refresh(self._show_hint)

    def on_resize(self, event: events.Resize) -> None:
        self._fit_side()
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        if small and not self.query("#small"):
            self.mount(Static("", id="small", markup=False))
        self.set_class(small, "-small")
        for notice in self.query("#small").results(Static):
            needed = f"Newscast needs a window of {LEAST_WIDTH} columns by {LEAST_HEIGHT} lines."
            now = f"This one has {event.size.width} by {event.size.height}."
            whole = f"{needed} {now} {self._key('reader.close')} quits."
            short = f"{LEAST_WIDTH} by {LEAST_HEIGHT} are needed"
            notice.update(Content(whole if event.size.area >= len(whole) * 5 // 4 else short))

    def _set_up(self, **changes: Any) -> None:
        self._setup = replace(self._setup, **changes)
        keeping.keep(self._setup)

    # The side pane

    @property
    def side_by_side(self) -> bool:
        """Whether article and side pane have room beside each other."""
        return not self.has_class("-narrow")

    def _fit_side(self) -> None:
        """Give the side pane the width that was chosen, as far as it fits."""
        if self._setup.side is None:
            return
        side = self.query_one("#side", TabbedContent)
        side.styles.max_width = "100%"
        side.styles.width = self._within(self._setup.side) if self.size.width >= self._wide_from else "1fr"

    @property
    def _wide_from(self) -> int:
        return next((width for width, name in self.app.HORIZONTAL_BREAKPOINTS or () if name == "-wide"), 0)

    def _within(self, columns: int) -> int:
        return max(_LEAST_SIDE, min(columns, self.size.width - _LEAST_ARTICLE))

    def action_widen_side(self, direction: int) -> None:
        """Make the side pane wider or narrower."""
        self.show_side()
        columns = self.query_one("#side", TabbedContent).outer_size.width
        for _ in self._times():
            columns += direction * _SIDE_STEP
        self._set_up(side=self._within(columns))
        self._fit_side()

    def action_toggle_side(self) -> None:
        """Hide the side pane, or show it again."""
        hidden = not self._setup.side_hidden
        self._set_up(side_hidden=hidden)
        self.set_class(hidden, "-side-hidden")
        if hidden and self.in_side:
            self._focus(self.pane)

    def show_side(self) -> None:
        """Show the side pane when it is hidden."""
        if self._setup.side_hidden:
            self.action_toggle_side()

    @on(Divider.Moved)
    def _divider_moved(self, event: Divider.Moved) -> None:
        self._setup = replace(self._setup, side=self._within(self.size.width - event.column - 1))
        self._fit_side()
        if event.ended:
            self._set_up()

    @on(Divider.Clicked)
    def _divider_clicked(self) -> None:
        self.action_toggle_side()

    # What is shown in the text

    def action_cycle_highlights(self) -> None:
        """Highlight names, or descriptions and pronouns too, or nothing."""
        level = (_LEVELS.index(self.level) + 1) % len(_LEVELS)
        own = self._own_hidden
        self.hidden = (own | _POINTERS, own, _ALL)[level]
        self._set_up(hidden=tuple(sorted(self.hidden)))
        self._say(f"Highlighted: {self.level}")

    @property
    def level(self) -> str:
        """How much is highlighted, in a word or two."""
        if self.hidden >= _ALL:
            return "none"
        return "names" if self.hidden >= _POINTERS else "all mentions"

    def hide_types(self, hidden: Iterable[str]) -> None:
        """Hide types of names, whatever else is highlighted."""
        self.hidden = frozenset(hidden)
        self._own_hidden = self.hidden - _POINTERS if self.hidden < _ALL else frozenset()
        self._set_up(hidden=tuple(sorted(self.hidden)))

    def action_show_claims(self) -> None:
        """Show the source, the reporting words and the content of every claim in the text, or no longer."""
        self.claims_shown = not self.claims_shown
        self._set_up(claims_shown=self.claims_shown)
        self._say("Every claim is shown in the text" if self.claims_shown else "Claims are shown when they are chosen")

    # The hint of the first run

    def _show_hint(self) -> None:
        if self.is_attached and not self.query("#hint"):
            self.mount(Static(Content(self._hint_text()), id="hint", markup=False), before="#status")

    def _hint_text(self) -> str:
        return (
            f"New here? {self._key('reader.next-mention')} next name, {self._key('article.open')} who it is, "
            f"{self._key('app.help')} all keys. {self._key('reader.escape')} hides this line."
        )

    def _key(self, action: str) -> str:
        """The first key of an action, as the user has it."""
        return first_key(action, self.settings.keys)

    def hint_read(self) -> bool:
        """Take the hint away for good; False when there was none."""
        hint = self.query("#hint")
        if not self._setup.hinted:
            self._set_up(hinted=True)
        hint.remove()
        return bool(hint)

    @on(events.Click, "#hint")
    def _hint_clicked(self) -> None:
        self.hint_read()
