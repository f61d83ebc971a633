"""How search results are shown: by kind, matched letters marked, names lined up in their contexts, each with why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from tui.analysis.model import Span
from tui.articles.article import Article
from tui.widgets.cast import Cast, one_line, spaced
from tui.widgets.entries import ContextRow, Entry, Heading, Line, Note, Piece, Target, clip, shorten
from tui.widgets.types import type_of_label

if TYPE_CHECKING:
    from tui.search import Answer, Result

_TITLES = {"actor": "Actors", "claim": "Claims", "mention": "Mentions", "passage": "Passages"}
_LEAD = 24
"""Characters of a passage shown before what matched in it."""
_CONTEXT = 80


@dataclass(frozen=True, slots=True)
class FoundRow(Entry):
    """A result with why it matched. Its pieces are made when it is drawn, for most results never are."""

    text: str = ""
    result: "Result | None" = None
    asked: tuple[str, ...] = ()
    style: str = ""
    reason: str = ""

    def height(self, width: int) -> int:
        return 2 if self.reason else 1

    def lines(self, width: int) -> list[Line]:
        first = clip(list(self.pieces), width)
        reason: Line = [("  " + shorten(one_line(self.reason), max(0, width - 2)), "list--faint")]
        return [first, reason] if self.reason else [first]

    @property
    def pieces(self) -> Iterator[Piece]:
        """The line by the styles of its parts."""
        result = self.result
        assert result is not None
        if result.kind == "actor" or not result.matched:
            yield from _marked(one_line(result.title), self.asked, self.style)
            return
        # The title may leave out or join stretches, so what matched is shown in the article's own words.
        first, begin = result.matched[0].start, result.start
        if first - begin > _LEAD:
            begin = max(begin, self.text.rfind(" ", begin, first - _LEAD // 2) + 1)
            yield "… ", "list--faint"
        for span in result.matched:
            if span.start >= begin:
                yield spaced(self.text[begin : span.start]), ""
                word = spaced(self.text[span.start : span.end])
                yield from _marked(word, self.asked, "") if self.asked else [(word, "list--match")]
                begin = span.end
        yield spaced(self.text[begin : result.end]), ""


@dataclass(frozen=True, slots=True)
class MentionRow(Entry):
    """A mention in its context, which is cut out of the article when it is drawn."""

    text: str = ""
    start: int = 0
    end: int = 0
    asked: tuple[str, ...] = ()
    style: str = ""

    def height(self, width: int) -> int:
        return 1

    def lines(self, width: int) -> list[Line]:
        word = one_line(self.text[self.start : self.end])
        return ContextRow(
            self.key,
            before=spaced(self.text[max(0, self.start - _CONTEXT) : self.start]),
            word=word,
            after=spaced(self.text[self.end : self.end + _CONTEXT]),
            style=self.style,
            marks=_letters(word, self.asked),
        ).lines(width)


def result_entries(article: Article, cast: Cast | None, answer: "Answer") -> Iterator[Entry]:
    """The results by kind, each with what matched and why."""
    for kind, group in groupby(answer, key=lambda result: result.kind):
        found = list(group)
        everything = answer.counts.get(kind, len(found))
        number = f"{everything}" if everything == len(found) else f"{everything}, the first {len(found)}"
        reasons = list(dict.fromkeys(result.reason for result in found))
        together = f" · {one_line(reasons[0])}" if kind == "mention" and len(reasons) == 1 else ""
        yield Heading(f"kind-{kind}", title=f"{_TITLES.get(kind, kind)} ({number}){together}")
        if kind == "mention":
            yield from _mention_rows(article, cast, found, answer.asked, told=bool(together))
        else:
            for result in found:
                yield _found_row(article, cast, result, answer.asked)


def _found_row(article: Article, cast: Cast | None, result: "Result", asked: tuple[str, ...]) -> FoundRow:
    key = f"{result.kind}-{result.claim or result.actor or result.start}"
    target = Target(place=Span(result.start, result.end), claim=result.claim)
    actor = cast.actors.get(result.actor or "") if cast is not None else None
    claim = cast.claims.get(result.claim or "") if cast is not None else None
    reason, style = result.reason, ""
    if claim is not None and cast is not None:
        reason = f"{reason} · {claim.stance} · {cast.speaker(claim)}"
    elif actor is not None:
        style = f"name--{type_of_label(actor.label)}"
    return FoundRow(key, target, text=article.text, result=result, asked=asked, style=style, reason=reason)


def _mention_rows(
    article: Article, cast: Cast | None, found: Sequence["Result"], asked: tuple[str, ...], *, told: bool
) -> Iterator[Entry]:
    reason = ""
    for result in found:
        if not told and result.reason != reason:
            reason = result.reason
            yield Note(f"why-{result.start}", text=one_line(reason), style="list--faint")
        actor = cast.actors.get(result.actor or "") if cast is not None else None
        style = f"name--{type_of_label(actor.label)}" if actor is not None else "list--match"
        target = Target(place=Span(result.start, result.end))
        yield MentionRow(
            f"mention-{result.start}-{result.end}", target, article.text, result.start, result.end, asked, style
        )


def _marked(text: str, asked: tuple[str, ...], style: str) -> Iterator[Piece]:
    """A text with the letters marked that are asked for."""
    begin = 0
    for span in _letters(text, asked):
        yield text[begin : span.start], style
        yield text[span.start : span.end], f"{style} list--match"
        begin = span.end
    yield text[begin:], style


def _letters(text: str, asked: tuple[str, ...]) -> tuple[Span, ...]:
    if not asked:
        return ()
    # What searches has been imported, in a thread, when there is something to mark.
    from tui.search.marks import letters

    return tuple(letters(text, asked))
