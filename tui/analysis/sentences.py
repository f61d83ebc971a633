"""Where a sentence surely starts and where it surely does not, told to the parser beforehand."""

from collections.abc import Iterator
from typing import Any

from tui.analysis.quotes import edges, quotations
from tui.articles.article import Paragraph

_ENDS = frozenset(".!?:;…—–\"”’'»)]")
_FULL = frozenset({".", "!", "?", "…"})
_CLOSING = frozenset("”’»)]")
_STRAIGHT = frozenset({'"', "''"})
# In a longer stretch without any end of a sentence the parser is left free.
_PATIENCE = 60


def sentence_starts(doc: Any, paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[int, bool]]:
    """Token indices with True where a sentence must start and False where none may."""
    opening, closing = edges(quotations(doc.text, paragraphs))
    bounds = iter(paragraphs)
    current = next(bounds, None)
    before, run, opened = "", 0, False
    for token in doc:
        if token.is_space:
            continue
        if current is not None and token.idx >= current.start:
            yield token.i, True
            current = next(bounds, None)
            run = 0
        elif token.idx in opening and before in _FULL:
            yield token.i, True
        elif (
            opened
            or token.text in _CLOSING
            or token.idx in closing
            or (before[-1:] not in _ENDS and run < _PATIENCE)
            or _after_comma(doc, token)
        ):
            yield token.i, False
        opened = token.idx in opening
        before = token.text
        run = 0 if before[-1:] in _ENDS else run + 1


def _after_comma(doc: Any, token: Any) -> bool:
    """Whether a closing mark after a comma stands before the token: the sentence goes on."""
    return token.i > 1 and doc[token.i - 1].text in {"”", "’", *_STRAIGHT} and doc[token.i - 2].text == ","
