"""Quotation marks: where quotations stand, read from the text alone, a paragraph at a time."""

import re
from dataclasses import dataclass

from tui.analysis.model import ClaimKind, Span
from tui.articles.article import Paragraph

_MAX = 6000
_SINGLE = re.compile(r"'[^\n]{2,400}?[\w.,!?)]'(?!\w)")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", "「": "」", "『": "』"}
_ENDS = ".,!?…—–-"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks; `closed` is false when its paragraph ends before a closing mark."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True

    def titled(self, text: str) -> bool:
        """Whether it looks like the name of a book, a show, a painting."""
        return _is_title(text[self.inner_start : self.inner_end].strip())

    def named(self, text: str) -> bool:
        """Whether it is `"The Long Winter," which will be in bookstores soon`: a title of which more is told."""
        return self.titled(text) and text[self.end : self.end + 2].strip()[:1].islower()

    def spoken(self, text: str) -> bool:
        """Whether it reads as words said, not as a name or a borrowed word: long, or with a clause's end."""
        inner = text[self.inner_start : self.inner_end].strip()
        words = len(inner.split())
        if self.titled(text):
            return False
        return not self.closed or words >= 5 or (words >= 3 and inner[-1:] in _ENDS)


def _is_title(inner: str) -> bool:
    """Few words, all long ones with a capital, not all capitals: the name of a book, a show, a painting."""
    words = inner.rstrip(",.").split()
    if not 2 <= len(words) <= 8 or inner[-1:] in "!?" or inner.isupper():
        return False
    long = [word for word in words if len(word) > 3]
    return words[0][:1].isupper() and len(long) > 0 and all(word[:1].isupper() for word in [*long, words[-1]])


def quotations(text: str, paragraphs: tuple[Paragraph, ...]) -> list[Quotation]:
    """All outermost quotations, in order."""
    found: list[Quotation] = []
    for paragraph in paragraphs:
        if paragraph.role != "boilerplate":
            _in_paragraph(text, paragraph.start, paragraph.end, found)
    return found


def edges(found: list[Quotation]) -> tuple[frozenset[int], frozenset[int]]:
    """Where quotations are opened and where they are closed."""
    return frozenset(q.start for q in found), frozenset(q.inner_end for q in found if q.closed)


def _in_paragraph(text: str, start: int, end: int, found: list[Quotation]) -> None:
    position = start
    while position < end:
        width, closing = _opening(text, position, start, end)
        if not closing:
            position += 1
            continue
        inner = position + width
        stop = _closing(text, inner, end, closing)
        if stop is None:
            if closing == "'" or not text[inner:end].strip():
                position += 1
                continue
            found.append(Quotation(position, end, inner, end, closed=False))
            return
        after = stop + (2 if closing == "''" else 1)
        if text[inner:stop].strip():
            found.append(Quotation(position, after, inner, stop))
        position = after


def _opening(text: str, position: int, start: int, end: int) -> tuple[int, str]:
    """The width of an opening mark here, and the marks that close it; nothing when there is none."""
    mark = text[position]
    if mark not in "“„«‹‘「『\"'`":
        return 0, ""
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < end else " "
    if text[position : position + 2] in {"''", "``"}:
        return 2, "''"
    if mark == '"':
        # Before a curly mark it is a stray one.
        return (1, '"”') if not after.isspace() and after != "“" else (0, "")
    if mark in "'‘":
        if before.isalnum() or after.isspace():
            return 0, ""
        if mark == "'":
            return (1, "'") if _SINGLE.match(text, position, min(end, position + 420)) else (0, "")
        return (1, "’") if _has_single_close(text, position + 1, end) else (0, "")
    return (1, _PAIRS[mark]) if mark in _PAIRS else (0, "")


def _has_single_close(text: str, start: int, end: int) -> bool:
    return any(_closes_single(text, k, end) for k in range(start, min(end, start + _MAX)) if text[k] == "’")


def _closes_single(text: str, position: int, end: int) -> bool:
    return not (position + 1 < end and text[position + 1].isalnum())


def _closing(text: str, start: int, end: int, closing: str) -> int | None:
    if closing == "''":
        place = text.find("''", start, end)
        return place if place >= 0 else None
    inner = 0
    for position in range(start, end):
        mark = text[position]
        if closing == '"”' and mark in "“”" and (inner or mark == "“"):
            inner += 1 if mark == "“" else -1
        elif mark in closing or (closing == "”" and (mark == '"' or _mistaken(text, position))):
            if mark in "'’" and not _closes_single(text, position, end):
                continue
            return position
    return None


def _mistaken(text: str, position: int) -> bool:
    """An opening mark where a closing one is meant: `here,“ said S`."""
    return text[position] == "“" and text[position - 1] in ",.!?" and text[position + 1 : position + 2] == " "


class Marks:
    """Which characters of a text stand inside quotation marks."""

    def __init__(self, text: str, found: list[Quotation]) -> None:
        self.text = text
        self.quotations = found
        self._mask = bytearray(len(text))
        for quotation in found:
            size = quotation.inner_end - quotation.inner_start
            self._mask[quotation.inner_start : quotation.inner_end] = b"\1" * size

    def inside(self, position: int) -> bool:
        """Whether the character at an offset is quoted."""
        return bool(self._mask[position])

    def kind(self, content: tuple[Span, ...]) -> ClaimKind:
        """Direct when at least nine tenths of the letters are quoted, indirect when none is, else mixed."""
        letters = quoted = 0
        for piece in content:
            for position in range(piece.start, piece.end):
                if self.text[position].isalnum():
                    letters += 1
                    quoted += self._mask[position]
        if not quoted:
            return "indirect"
        return "direct" if quoted >= 0.9 * letters else "mixed"
