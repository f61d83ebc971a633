"""The Actors tab: everyone and everything the article names, and the card of one of them."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import ContentSwitcher

from tui.analysis.model import Actor, Claim, Mention, Span
from tui.widgets.cast import Cast, one_line, spaced
from tui.widgets.claims import claim_row
from tui.widgets.entries import BAR_WIDTH, COUNT_WIDTH, ActorRow, ContextRow, Entry, Heading, Note, Spread, Target
from tui.widgets.rowlist import RowList
from tui.widgets.types import type_of_label

_GROUPS = (("people", "People"), ("organisations", "Organisations and groups"), ("places", "Places"))
CAPTIONS = (
    ("where".ljust(BAR_WIDTH + 1), BAR_WIDTH + 1),
    ("times", COUNT_WIDTH),
    ("claims", COUNT_WIDTH + 1),
)
_CONTEXT = 80
_KINDS = {"person": "Person", "organisation": "Organisation", "group": "Group or people", "place": "Place"}


class ActorsPanel(Vertical):
    """The list of actors, or the card of the one whose id is `card`."""

    cast: var[Cast | None] = var[Cast | None](None, init=False)
    card: var[str | None] = var[str | None](None, init=False)
    trouble: var[str] = var("", init=False)
    """Why there is no cast and will be none."""

    def compose(self) -> ComposeResult:
        with ContentSwitcher(initial="actor-list"):
            yield RowList(id="actor-list")
            yield RowList(id="actor-card")

    def on_mount(self) -> None:
        self.watch_cast()

    @property
    def rows(self) -> RowList:
        """The list that is shown: the actors or the card."""
        return self.query_one("#actor-list" if self.card is None else "#actor-card", RowList)

    def watch_cast(self) -> None:
        text = self.trouble or "The actors stand here once the article is analysed."
        waiting: list[Entry] = [Note("waiting", text=text, style="list--faint")]
        rows = self.query_one("#actor-list", RowList)
        rows.show(waiting if self.cast is None else list(actor_entries(self.cast)), keep=True)
        self.watch_card()

    def watch_trouble(self) -> None:
        self.watch_cast()

    def watch_card(self) -> None:
        actor = self.cast.actors.get(self.card) if self.cast is not None and self.card is not None else None
        switcher = self.query_one(ContentSwitcher)
        if actor is None or self.cast is None:
            switcher.current = "actor-list"
            return
        self.query_one("#actor-card", RowList).show(list(card_entries(self.cast, actor)))
        self.query_one("#actor-list", RowList).select(actor.id)
        switcher.current = "actor-card"


def actor_entries(cast: Cast) -> Iterator[Entry]:
    """The actors by group, as prominent ones first."""
    if not cast.actors:
        yield Note("none", text="No actors were found." if cast.whole else "No actors so far.", style="list--faint")
    captions: tuple[tuple[str, int], ...] = CAPTIONS
    for category, title in _GROUPS:
        members = [actor for actor in cast.analysis.actors if actor.category == category]
        if members:
            yield Heading(category, title=f"{title} ({len(members)})", captions=captions)
            captions = ()
        for actor in members:
            yield actor_row(cast, actor)


def actor_row(cast: Cast, actor: Actor) -> ActorRow:
    """An actor's line."""
    mentions = cast.mentions_of(actor.id)
    return ActorRow(
        actor.id,
        Target(opens=actor.id, actor=actor.id),
        name=one_line(actor.name),
        style=f"name--{type_of_label(actor.label)}",
        places=_places(cast, mentions),
        mentions=len(mentions),
        claims=len(cast.claims_by(actor.id)),
    )


def card_entries(cast: Cast, actor: Actor) -> Iterator[Entry]:
    """Everything known of an actor; each line leads to its place."""
    type_id = type_of_label(actor.label)
    yield Note("name", text=one_line(actor.name), style=f"name--{type_id}")
    mentions = cast.mentions_of(actor.id)
    kind = _KINDS.get(type_id, "Other")
    yield Spread("type", text=f"{kind} · {_count(len(mentions), 'mention')}", places=_places(cast, mentions))
    if actor.roles:
        yield Note("roles", text="Roles: " + "; ".join(one_line(role) for role in actor.roles))
    if actor.aliases:
        yield Note("aliases", text="Also: " + "; ".join(one_line(alias) for alias in actor.aliases))
    yield from _linked("Belongs to", _owners(cast, actor))
    yield from _linked("Belonging to it", cast.members(actor.id))
    yield from _claims(cast, "Claims made", cast.claims_by(actor.id), named=False)
    yield from _claims(cast, "Claims about it", cast.claims_about(actor.id), named=True)
    companions = cast.companions(actor.id)
    if companions:
        yield Heading("companions", title=f"In the same paragraphs ({len(companions)})")
        for other, count in companions:
            yield _companion(other, count)
    yield Heading("mentions", title=f"Mentions ({len(mentions)})")
    for mention in mentions:
        yield context_row(cast, mention, f"name--{type_id}")


def _places(cast: Cast, mentions: Sequence[Mention]) -> tuple[float, ...]:
    """Where in the article mentions stand, from 0 to 1."""
    length = max(1, len(cast.article.text))
    return tuple(mention.start / length for mention in mentions)


def _claims(cast: Cast, title: str, claims: list[Claim], *, named: bool) -> Iterator[Entry]:
    if claims:
        yield Heading(title, title=f"{title} ({len(claims)})")
        for claim in claims:
            yield claim_row(cast, claim, key=f"{title}-{claim.id}", named=named)


def _owners(cast: Cast, actor: Actor) -> list[tuple[Actor, str]]:
    return [(cast.actors[link.actor], link.role) for link in actor.affiliations if link.actor in cast.actors]


def _linked(title: str, others: list[tuple[Actor, str]]) -> Iterator[Entry]:
    """Each leads to the card of the other."""
    if others:
        yield Heading(title, title=f"{title} ({len(others)})")
    for other, role in others:
        yield ActorRow(
            f"{title}-{other.id}",
            Target(opens=other.id),
            name=one_line(f"{other.name}, {role}" if role else other.name),
            style=f"name--{type_of_label(other.label)}",
            mentions=len(other.mentions),
        )


def _companion(other: Actor, count: int) -> Entry:
    return ActorRow(
        f"with-{other.id}",
        Target(opens=other.id),
        name=one_line(other.name),
        style=f"name--{type_of_label(other.label)}",
        mentions=count,
    )


def context_row(cast: Cast, mention: Mention, style: str) -> ContextRow:
    """A mention in the middle of the words around it."""
    text = cast.article.text
    before = text[max(0, mention.start - _CONTEXT) : mention.start]
    after = text[mention.end : mention.end + _CONTEXT]
    return ContextRow(
        mention.id,
        Target(place=Span(mention.start, mention.end), actor=mention.actor),
        before=spaced(before),
        word=one_line(text[mention.start : mention.end]),
        after=spaced(after),
        style=f"{style} list--match",
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
