"""The article: wrapped text with its highlights, drawn row by row."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.analysis.model import Span
from tui.bindings import bindings
from tui.widgets.cast import Cast, extent
from tui.widgets.counts import counted
from tui.widgets.gutter import Gutter, claim_layer
from tui.widgets.highlights import Layer, cut
from tui.widgets.layers import all_claims_layer, mention_layer, one_claim_layer, shown_actor, shown_names, span_layer
from tui.widgets.looks import QUOTE_INDENT, Links
from tui.widgets.page import Page
from tui.widgets.signs import signs_of
from tui.widgets.strips import filled
from tui.widgets.types import HIDDEN_AT_FIRST, LEGEND
from tui.widgets.wrap import Row

_LONG_PLACE = 60
_LOOKS = {"headline": "text--headline", "byline": "text--byline", "boilerplate": "text--boilerplate"}


class ArticlePane(Page, can_focus=True):
    """The article with its highlights. Offsets in and out are offsets into `article.text`."""

    BINDINGS = bindings("article")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text--headline",
        "text--byline",
        "text--boilerplate",
        "text--rule",
        "text--link",
        "text--receded",
        "text--actor",
        "text--claim",
        "text--source",
        "text--cue",
        "text--find",
        "text--find-current",
        "text--place",
        "text--passage",
        "gutter--claim",
        "gutter--claim-actor",
        "gutter--claim-selected",
        "gutter--place",
        "gutter--mark",
    } | {f"name--{name_type.id}" for name_type in LEGEND}

    cast: var[Cast | None] = var[Cast | None](None, init=False)
    hidden: var[frozenset[str]] = var(HIDDEN_AT_FIRST, init=False)
    claims_shown: var[bool] = var(False, init=False)
    actor: var[str | None] = var[str | None](None, init=False)
    claim: var[str | None] = var[str | None](None, init=False)
    place: var[Span | None] = var[Span | None](None, init=False)
    matches: var[tuple[Span, ...]] = var[tuple[Span, ...]]((), init=False)
    match: var[int | None] = var[int | None](None, init=False)
    marks: var[tuple[Span, ...]] = var[tuple[Span, ...]]((), init=False)

    @dataclass
    class Open(Message):
        """Enter was pressed, or the text was clicked twice: open what stands at the current place."""

    @dataclass
    class Picked(Message):
        """The text was clicked at an offset."""

        offset: int

    def __init__(self, measure: int, *, id: str | None = None) -> None:
        super().__init__(measure, id=id)
        self._mentions = Layer()
        self._names = shown_names(self._mentions, self.hidden, None)
        self._chosen = shown_actor(self._mentions, None)
        self._passage = Layer()
        self._claims = Layer()
        self._claim = Layer()
        self._found = Layer()
        self._current = Layer()
        self._gutter = Gutter()
        self._links = Links()

    # What changes what

    def watch_article(self) -> None:
        self._links = Links(self.article)
        super().watch_article()

    def watch_cast(self) -> None:
        self._gutter.cast, self._gutter.claims = self.cast, claim_layer(self.cast)
        self._mentions = mention_layer(self.cast)
        self._restyle_names()
        self.watch_claims_shown()
        self.watch_claim()

    def watch_hidden(self) -> None:
        self._restyle_names()

    def watch_claims_shown(self) -> None:
        self._claims = all_claims_layer(self.cast) if self.claims_shown else Layer()
        self.refresh()

    def watch_actor(self) -> None:
        self._restyle_names()

    def watch_claim(self) -> None:
        self._claim = one_claim_layer(self.cast, self.claim)
        self._restyle_current()
        self.refresh()

    def watch_matches(self) -> None:
        self._found = span_layer(self.matches, "text--find")
        self.refresh()

    def watch_match(self) -> None:
        self._restyle_current()

    def watch_marks(self) -> None:
        self._gutter.marks = span_layer(self.marks, "gutter--mark")
        self.refresh()

    def watch_place(self, old: Span | None, new: Span | None) -> None:
        self._restyle_current()
        # The gutter shows the place, also when a match stands over it in the text.
        self.redraw(*(place for place in (old, new) if place is not None))

    def _restyle_names(self) -> None:
        self._names = shown_names(self._mentions, self.hidden, self.actor)
        self._chosen = shown_actor(self._mentions, self.actor)
        self.refresh()

    def _restyle_current(self) -> None:
        place, claim = self.place, self.cast.claims.get(self.claim or "") if self.cast is not None else None
        before = [*self._passage, *self._current]
        layer = self._passage = Layer()
        if place is not None:
            # A whole claim or passage in reverse would hide the names in it: it is tinted, under them.
            if place.end - place.start > _LONG_PLACE or (claim is not None and place == extent(claim)):
                self._passage = span_layer([place], "text--passage")
            else:
                layer = span_layer([place], "text--place")
        if self.match is not None and self.match < len(self.matches):
            layer = span_layer([self.matches[self.match]], "text--find-current")
        self._current = layer
        changed = [Span(one.start, one.end) for one in (*before, *self._passage, *self._current)]
        self.redraw(*changed)

    # Drawing

    def draw(self, index: int) -> Strip:
        """A row of the article with its gutter."""
        row, signs = self._rows[index], signs_of(self)
        before = [
            Segment(text, self.style(style) if style else self.style())
            for text, style in self._gutter.columns(
                Span(row.start, row.end), self._margin, signs, place=self.place, claim=self.claim, actor=self.actor
            )
        ]
        if row.look == "quote" and row.end > row.start:
            before.append(Segment(signs.quote.ljust(QUOTE_INDENT), self.style("text--rule")))
        elif self._parts_headline(row, index):
            before.append(Segment(signs.rule * self._width, self.style("text--rule")))
        text = self._selectable(self._text(row), index)
        return filled([*before, *text], self._available, self.style())

    def _parts_headline(self, row: Row, index: int) -> bool:
        """Whether a row is the empty one under the headline and its byline."""
        return row.start == row.end and row.look in {"headline", "byline"} and index + 1 < len(self._rows)

    def _text(self, row: Row) -> list[Segment]:
        assert self.article is not None
        look = (_LOOKS[row.look],) if row.look in _LOOKS else ()
        layers = (
            self._links,
            self._passage,
            self._claims,
            self._claim,
            self._names,
            self._chosen,
            self._found,
            self._current,
        )
        return [
            Segment(self.article.text[start:end], self.style(*look, *styles))
            for start, end, styles in cut(row.start, row.end, layers)
        ]

    # Keys and mouse

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll by rows, as many times as was counted."""
        rows *= counted(self) or 1
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, immediate=True)

    def action_scroll_pages(self, pages: float) -> None:
        """Scroll by pages; a whole page keeps one row in sight."""
        height = self.size.height
        rows = height - 1 if abs(pages) == 1 else height // 2
        self.action_scroll_rows(max(1, rows) if pages > 0 else -max(1, rows))

    def action_open_place(self) -> None:
        """Ask for what stands at the current place to be opened."""
        self.post_message(self.Open())

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        offset = self._offset_at(at.x, at.y) if at is not None else None
        if event.chain > 1:
            # Textual would select the whole article.
            event.prevent_default()
        if offset is None:
            return
        if event.chain > 1:
            self.post_message(self.Open())
        elif not self.screen.selections:
            self.post_message(self.Picked(offset))
