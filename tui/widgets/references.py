"""The References tab: search as you type, and what belongs to the chosen actor or claim."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from tui.analysis.model import Analysis, Span
from tui.articles.article import Article
from tui.widgets.actors import context_row
from tui.widgets.cast import Cast, one_line
from tui.widgets.claims import claim_row
from tui.widgets.entries import Entry, Heading, Note, Piece, ResultRow, Target
from tui.widgets.rowlist import RowList
from tui.widgets.types import type_of, type_of_label

_TITLES = {"actor": "Actors", "claim": "Claims", "mention": "Mentions", "passage": "Passages"}
_SHOWN = 200
"""How many claims and mentions of an actor are listed without being searched for."""
_LEAD = 24
"""Characters of a passage shown before what matched in it."""


class Found(Protocol):
    """A search result, as `tui.search.Result` is."""

    @property
    def kind(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def actor(self) -> str | None: ...
    @property
    def claim(self) -> str | None: ...
    @property
    def matched(self) -> tuple[Span, ...]: ...


class Index(Protocol):
    """What searches an article, as `tui.search.ArticleIndex` does."""

    def search(self, query: str, limit: int = 200) -> Sequence[Found]: ...


MakeIndex = Callable[[Article, Analysis], Index]


class QueryBox(Input):
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

    def action_look(self, step: int) -> None:
        """Look at another result."""
        self.post_message(self.Look(step))


class ReferencesPanel(Vertical):
    """A box and its results. The results follow the box with each key; only the last query counts."""

    article: reactive[Article | None] = reactive[Article | None](None, init=False)
    cast: reactive[Cast | None] = reactive[Cast | None](None, init=False)
    actor: reactive[str | None] = reactive[str | None](None, init=False)
    claim: reactive[str | None] = reactive[str | None](None, init=False)

    class Searched(Message):
        """Results of the last query are shown."""

    def __init__(self, make_index: MakeIndex, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._make_index = make_index
        self._index: Index | None = None
        self._indexed: tuple[Article, Cast | None] | None = None
        self._wanted: str | None = None

    def compose(self) -> ComposeResult:
        yield QueryBox(placeholder="name, words, any spelling", id="query", select_on_focus=False)
        yield Static("", id="found", classes="caption", markup=False)
        yield RowList(id="result-list")

    def on_mount(self) -> None:
        self._show_related()

    @property
    def box(self) -> Input:
        """Where the query is typed."""
        return self.query_one("#query", Input)

    @property
    def rows(self) -> RowList:
        """The results."""
        return self.query_one(RowList)

    @on(QueryBox.Look)
    def _look(self, event: QueryBox.Look) -> None:
        event.stop()
        self.rows.move(event.step)

    @on(Input.Changed, "#query")
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._refill()

    @on(Input.Submitted, "#query")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.rows.action_choose()

    def watch_article(self) -> None:
        self._refill()

    def watch_cast(self) -> None:
        self._refill()

    def watch_actor(self) -> None:
        self._related_changed()

    def watch_claim(self) -> None:
        self._related_changed()

    def _related_changed(self) -> None:
        if not self.box.value.strip():
            self._show_related()

    def _refill(self) -> None:
        if self.article is None:
            return
        query = self.box.value
        if not query.strip():
            self._wanted = None
            self._show_related()
            return
        self._wanted = query
        self.run_worker(self._search(query), group="search", exclusive=True)

    async def _search(self, query: str) -> None:
        """Search in a thread, so that the next key is never waited for. A newer query cancels this one."""
        article, cast = self.article, self.cast
        assert article is not None
        found = await asyncio.to_thread(self._find, article, cast, query)
        if query == self._wanted and cast is self.cast:
            self._show_found(article, query, found)

    def _find(self, article: Article, cast: Cast | None, query: str) -> Sequence[Found]:
        if query != self._wanted:
            return ()
        index = self._index
        if index is None or self._indexed != (article, cast):
            index = self._make_index(article, cast.analysis if cast is not None else Analysis())
            self._index, self._indexed = index, (article, cast)
        return index.search(query) if query == self._wanted else ()

    def _show_found(self, article: Article, query: str, found: Sequence[Found]) -> None:
        entries = list(result_entries(article, self.cast, found))
        if not entries:
            text = f"Nothing like “{one_line(query)}” is in this article."
            entries = [Note("none", text=text, style="list--faint")]
        number = f"{len(found)} reference" + ("" if len(found) == 1 else "s")
        self.query_one("#found", Static).update(Content(f"{number} · ↑↓ look · Enter go · Esc back" if found else ""))
        self.rows.show(entries)
        self.post_message(self.Searched())

    def _show_related(self) -> None:
        title, entries = "", list[Entry]()
        cast = self.cast
        if cast is not None and self.claim in cast.claims:
            title, entries = "What belongs to the chosen claim", list(_related_to_claim(cast, self.claim))
        elif cast is not None and self.actor in cast.actors:
            title, entries = "What belongs to the chosen actor", list(_related_to_actor(cast, self.actor))
        if not entries:
            text = "Type a name or words. Accents, typing errors and other spellings do no harm."
            entries = [Note("hint", text=text, style="list--faint")]
        self.query_one("#found", Static).update(Content(title))
        self.rows.show(entries)


def _related_to_actor(cast: Cast, actor_id: str | None) -> Iterator[Entry]:
    actor = cast.actors[actor_id or ""]
    sections = (("Claims made", cast.claims_by(actor.id)), ("Claims about it", cast.claims_about(actor.id)))
    for title, claims in sections:
        if claims:
            yield Heading(title, title=f"{one_line(actor.name)}: {title.lower()} ({len(claims)})")
        for claim in claims[:_SHOWN]:
            yield claim_row(cast, claim, key=f"{title}-{claim.id}")
    mentions = cast.mentions_of(actor.id)
    yield Heading("mentions", title=f"{one_line(actor.name)}: mentions ({len(mentions)})")
    for mention in mentions[:_SHOWN]:
        yield context_row(cast, mention, f"name--{type_of_label(actor.label)}")
    if len(mentions) > _SHOWN:
        yield Note("more", text=f"… and {len(mentions) - _SHOWN} more; ] goes through them.", style="list--faint")


def _related_to_claim(cast: Cast, claim_id: str | None) -> Iterator[Entry]:
    claim = cast.claims[claim_id or ""]
    yield Heading("claim", title="The claim")
    yield claim_row(cast, claim, key="itself")
    opposed = [dispute for dispute in cast.analysis.disputes if claim.id in dispute.claims]
    for dispute in opposed:
        yield Heading(dispute.id, title=f"Disputed: {one_line(dispute.reason)}")
        for other in dispute.claims:
            if other != claim.id and other in cast.claims:
                yield claim_row(cast, cast.claims[other], key=f"{dispute.id}-{other}")
    source = claim.source.actor if claim.source else None
    others = [other for other in cast.claims_by(source) if other.id != claim.id] if source else []
    if others:
        yield Heading("same", title=f"By the same speaker ({len(others)})")
        for other_claim in others:
            yield claim_row(cast, other_claim, key=f"same-{other_claim.id}")
    inside = [
        mention
        for mention in cast.analysis.mentions
        if any(piece.start <= mention.start < piece.end for piece in claim.content)
    ]
    if inside:
        yield Heading("inside", title="Named in it")
        for mention in inside:
            yield context_row(cast, mention, f"name--{type_of(mention)}")


def result_entries(article: Article, cast: Cast | None, found: Sequence[Found]) -> Iterator[Entry]:
    """The results by kind, each with what matched and why."""
    kind = ""
    for number, result in enumerate(found):
        if result.kind != kind:
            kind = result.kind
            members = sum(1 for other in found if other.kind == kind)
            yield Heading(f"kind-{kind}", title=f"{_TITLES.get(kind, kind)} ({members})")
        yield ResultRow(
            f"{kind}-{number}",
            Target(place=Span(result.start, result.end), claim=result.claim),
            pieces=tuple(_pieces(article, cast, result)),
            reason=one_line(result.reason),
        )


def _pieces(article: Article, cast: Cast | None, result: Found) -> Iterator[Piece]:
    if result.kind == "actor" or not (result.matched or result.kind == "mention"):
        actor = cast.actors.get(result.actor or "") if cast is not None and result.kind == "actor" else None
        yield one_line(result.title), f"name--{type_of_label(actor.label)}" if actor else ""
        return
    # The title may leave out or join stretches, so what matched is shown in the article's own words.
    text = article.text
    matched = result.matched or (Span(result.start, result.end),)
    first = matched[0].start
    # A bare mention says nothing: it is shown in the words around it.
    left, right = _around(article, result.start) if result.kind == "mention" else (result.start, result.end)
    begin = left if first - left <= _LEAD else max(left, text.rfind(" ", left, first - _LEAD // 2) + 1)
    if begin > left:
        yield "… ", "list--faint"
    for span in matched:
        if span.start >= begin:
            yield _flat(text[begin : span.start]), ""
            yield _flat(text[span.start : span.end]), "list--match"
            begin = span.end
    yield _flat(text[begin:right]), ""


def _around(article: Article, offset: int) -> tuple[int, int]:
    """The paragraph of an offset."""
    for paragraph in article.paragraphs:
        if paragraph.start <= offset < paragraph.end:
            return paragraph.start, paragraph.end
    return offset, offset


def _flat(text: str) -> str:
    return "".join(" " if character.isspace() else character for character in text)
