"""The Claims tab: who is reported to have said what, and who says otherwise."""

from collections.abc import Iterator
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from tui.analysis.model import Claim, Dispute
from tui.widgets.cast import Cast, extent, one_line
from tui.widgets.entries import ClaimRow, Entry, Heading, Note, Target
from tui.widgets.rowlist import RowList

Order = Literal["text", "speaker", "stance"]
ORDERS: tuple[Order, ...] = ("text", "speaker", "stance")
_ORDER_WORDS = {"text": "in the order of the article", "speaker": "by speaker", "stance": "by stance"}
_STANCES = ("asserted", "denied", "hedged", "asked", "demanded", "intended", "declined")


class ClaimsPanel(Vertical):
    """The claims in one of three orders, after the disputes."""

    cast: var[Cast | None] = var[Cast | None](None, init=False)
    order: var[Order] = var[Order]("text", init=False)
    trouble: var[str] = var("", init=False)
    """Why there is no cast and will be none."""

    def __init__(self, order_key: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._order_key = order_key

    def compose(self) -> ComposeResult:
        yield Static("", id="claims-order", classes="caption", markup=False)
        yield RowList(id="claim-list")

    def on_mount(self) -> None:
        self._fill()

    @property
    def rows(self) -> RowList:
        """The list of claims."""
        return self.query_one(RowList)

    def watch_cast(self) -> None:
        self._fill()

    def watch_order(self) -> None:
        self._fill()

    def watch_trouble(self) -> None:
        self._fill()

    def _fill(self) -> None:
        known = self.cast is not None and bool(self.cast.analysis.claims)
        caption = f"{_ORDER_WORDS[self.order]} · {self._order_key} changes the order" if known else ""
        self.query_one("#claims-order", Static).update(Content(caption))
        if self.cast is None:
            text = self.trouble or "The claims stand here once the article is analysed."
            self.rows.show([Note("waiting", text=text, style="list--faint")])
            return
        self.rows.show(list(claim_entries(self.cast, self.order)), keep=True)


def claim_entries(cast: Cast, order: Order) -> Iterator[Entry]:
    """The disputes, each with its sides together, then every claim in an order."""
    for number, dispute in enumerate(cast.analysis.disputes, 1):
        yield Heading(f"dispute-{dispute.id}", title=f"Dispute {number}: {one_line(dispute.reason)}")
        yield from _sides(cast, dispute)
    claims = cast.analysis.claims
    if not claims:
        yield Note("none", text="No claims were found." if cast.whole else "No claims so far.", style="list--faint")
    elif order == "text":
        yield Heading("claims", title=f"Claims ({len(claims)})")
        for claim in claims:
            yield claim_row(cast, claim)
    else:
        if order == "speaker":
            # Wanted only here, not before the article is on the screen.
            from tui.report import voice_facts

            yield Heading("voices", title="Voices")
            for number, fact in enumerate(voice_facts(cast.article.text, cast.analysis)):
                yield Note(f"voices-{number}", text=one_line(fact), style="list--faint")
        for title, members in _groups(cast, order).items():
            yield Heading(f"group-{title}", title=f"{title} ({len(members)})")
            for claim in members:
                yield claim_row(cast, claim)


def _groups(cast: Cast, order: Order) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {stance.capitalize(): [] for stance in _STANCES} if order == "stance" else {}
    for claim in cast.analysis.claims:
        actor = cast.actors.get(claim.source.actor or "") if claim.source else None
        title = claim.stance.capitalize()
        if order == "speaker":
            title = one_line(actor.name) if actor else cast.speaker(claim)
        groups.setdefault(title, []).append(claim)
    return {title: members for title, members in groups.items() if members}


def _sides(cast: Cast, dispute: Dispute) -> Iterator[Entry]:
    for claim_id in dispute.claims:
        if claim_id in cast.claims:
            yield claim_row(cast, cast.claims[claim_id], key=f"{dispute.id}-{claim_id}")
    for number, passage in enumerate(dispute.passages):
        yield ClaimRow(
            f"{dispute.id}-passage-{number}",
            Target(place=passage),
            speaker="The article's own words",
            content=one_line(cast.article.text[passage.start : passage.end]),
        )


def claim_row(cast: Cast, claim: Claim, *, key: str = "", named: bool = True) -> ClaimRow:
    """A claim's lines. `named` says whether the speaker is, or the cue stands alone."""
    text = cast.article.text
    cue = one_line(text[claim.cue.start : claim.cue.end]) if claim.cue else ""
    facts: list[str] = [claim.stance] if claim.stance == "asserted" else []
    if named and cue != claim.stance:
        facts.append(cue)
    if claim.addressee is not None:
        facts.append("to " + one_line(text[claim.addressee.start : claim.addressee.end]))
    if claim.within is not None and claim.within in cast.claims:
        facts.append("reported by " + cast.speaker(cast.claims[claim.within]))
    if claim.kind != "indirect":
        facts.append("quoted" if claim.kind == "direct" else "partly quoted")
    return ClaimRow(
        key or claim.id,
        Target(place=extent(claim), claim=claim.id),
        speaker=cast.speaker(claim) if named else cue or "quoted",
        facts=tuple(facts),
        alert="" if claim.stance == "asserted" else claim.stance,
        content=cast.content(claim),
    )
