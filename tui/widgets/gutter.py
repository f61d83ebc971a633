"""The columns before the text: where the reader is, what is marked, and who speaks where a claim begins."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from rich.cells import cell_len

from tui.analysis.model import Claim, Span
from tui.widgets.cast import Cast, extent, one_line
from tui.widgets.entries import shorten
from tui.widgets.highlights import Layer, Stretch
from tui.widgets.signs import Signs

GUTTER = 4
"""Columns before the text: the place marker, the speaker in two letters or a line, a space."""

NAMED_MARGIN = 10
"""A margin at least this wide holds the speaker's name instead of two letters."""

_SPEAKER_WIDTH = 18
MARK = "*"
_UNATTRIBUTED = "“"


def claim_layer(cast: Cast | None) -> Layer:
    """The extent of every claim; the style is the claim's id, the actor its speaker."""
    if cast is None:
        return Layer()
    extents = ((extent(claim), claim) for claim in cast.analysis.claims)
    return Layer(
        Stretch(span.start, span.end, claim.id, claim.source.actor if claim.source else None) for span, claim in extents
    )


def speaker_name(cast: Cast, claim: Claim) -> str:
    """Who makes a claim in a few cells: a person's last name, else the name, else the article's words."""
    if claim.source is None:
        return _UNATTRIBUTED
    actor = cast.actors.get(claim.source.actor or "")
    if actor is None:
        return one_line(cast.article.text[claim.source.start : claim.source.end])
    name = one_line(actor.name)
    return name.rsplit(" ", 1)[-1] if actor.label == "PERSON" else name


def initials(cast: Cast, claim: Claim) -> str:
    """Who makes a claim in one or two letters."""
    if claim.source is None:
        return _UNATTRIBUTED
    actor = cast.actors.get(claim.source.actor or "")
    name = actor.name if actor else cast.article.text[claim.source.start : claim.source.end]
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    capital = [word for word in words if word[0].isupper()] or words
    if not capital:
        return _UNATTRIBUTED
    letters = capital[0][0].upper() + (capital[-1][0].upper() if len(capital) > 1 else "")
    return shorten(letters, 2) if cell_len(letters) > 2 else letters


class Gutter:
    """What stands before each row. A row costs what it holds."""

    def __init__(self) -> None:
        self.cast: Cast | None = None
        self.claims = Layer()
        self.marks = Layer()

    def columns(
        self, row: Span, margin: int, signs: Signs, *, place: Span | None, claim: str | None, actor: str | None
    ) -> Iterator[tuple[str, str]]:
        """The margin and the gutter before a row: text and the name of its style, `margin + GUTTER` cells in all."""
        here = place is not None and row.start <= place.start < max(row.end, row.start + 1)
        marked = not here and row.end > row.start and any(self.marks.within(row.start, row.end))
        sign = (signs.place, "gutter--place") if here else (MARK, "gutter--mark") if marked else (" ", "")
        mark, style = self._claim(row, margin, signs, claim, actor)
        named = margin >= NAMED_MARGIN
        room = (min(margin, _SPEAKER_WIDTH) if named else 0) + 2
        mark = " " * (room - cell_len(mark)) + mark
        space = (" ", "")
        columns = ((" " * (margin + 2 - room), ""), space if named else sign, (mark, style), sign if named else space)
        for style, alike in groupby(columns, key=itemgetter(1)):
            yield "".join(text for text, _ in alike), style

    def _claim(self, row: Span, margin: int, signs: Signs, claim: str | None, actor: str | None) -> tuple[str, str]:
        stretches = list(self.claims.within(row.start, row.end)) if row.end > row.start else []
        if not stretches or self.cast is None:
            return "", ""
        begins = [stretch for stretch in stretches if row.start <= stretch.start < row.end]
        chosen = next((stretch for stretch in stretches if stretch.style == claim), None)
        told = chosen if chosen in begins else begins[0] if begins else None
        style = "gutter--claim-selected" if chosen else "gutter--claim"
        if not chosen and actor is not None and any(stretch.actor == actor for stretch in stretches):
            style = "gutter--claim-actor"
        if told is None:
            return signs.goes_on, style
        speaker = self.cast.claims[told.style]
        if margin < NAMED_MARGIN:
            return initials(self.cast, speaker), style
        return shorten(speaker_name(self.cast, speaker), min(margin, _SPEAKER_WIDTH)), style
