"""Claims in the making, and the spans of which they are made."""

from dataclasses import dataclass, field

from tui.analysis.model import Span, Stance
from tui.analysis.words import Sentence, Word

_EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "?", "!", "...", "…"})


@dataclass(slots=True, eq=False)
class Draft:
    """A claim before its kind, nesting and actors are known. `verb` is the cue's main word."""

    verb: Word | None
    form: str
    stance: Stance
    pieces: list[Span]
    source: Span | None = None
    source_head: Word | None = None
    cue: Span | None = None
    addressee: Span | None = None
    addressee_head: Word | None = None
    children: list["Draft"] = field(default_factory=list)

    @property
    def start(self) -> int:
        return min(piece.start for piece in self.pieces)

    @property
    def end(self) -> int:
        return max(piece.end for piece in self.pieces)


def span_of(first: Word, last: Word) -> Span:
    return Span(first.start, last.end)


def stretch(first: Word, last: Word) -> Span | None:
    """The words from first to last without punctuation at the edges; quotation marks and brackets stay."""
    sentence = first.sentence
    if sentence is None or first.i > last.i:
        return None
    words = sentence.words
    start, end = first.i - words[0].i, last.i - words[0].i
    while start <= end and words[start].lower in _EDGES:
        start += 1
    while end >= start and words[end].lower in _EDGES:
        end -= 1
    return Span(words[start].start, words[end].end) if start <= end else None


def around(sentence: Sentence, first: Word, last: Word) -> list[Span]:
    """The sentence without an insertion."""
    words, base = sentence.words, sentence.words[0].i
    found = []
    before, after = first.i - base - 1, last.i - base + 1
    if before >= 0 and (piece := stretch(words[0], words[before])):
        found.append(piece)
    if after < len(words):
        comma = "," in {words[after].lower, last.lower}
        if (comma or before < 0) and (piece := stretch(words[after], words[-1])):
            found.append(piece)
    return found


def merged(pieces: list[Span], text: str) -> list[Span]:
    """Pieces in order, those joined that overlap or are parted by white space only."""
    found: list[Span] = []
    for piece in sorted(pieces):
        if found and (piece.start <= found[-1].end or not text[found[-1].end : piece.start].strip()):
            found[-1] = Span(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return found


def beyond(draft: Draft, start: int, end: int) -> list[Span]:
    """The pieces of a draft without a stretch and without what lies beyond it, seen from its cue."""
    before = draft.cue is None or draft.cue.start < start
    if before:
        return [Span(piece.start, min(piece.end, start)) for piece in draft.pieces if piece.start < start]
    return [Span(max(piece.start, end), piece.end) for piece in draft.pieces if piece.end > end]
