"""Which letters of a place match a query, to mark them on the screen."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from tui.analysis.model import Span
from tui.text import fold

_WORD = re.compile(r"[^\W_]+")
# A word less like every asked one has matched in some other way than by its letters.
_LIKE = 55.0


def letters(text: str, asked: Sequence[str]) -> Iterator[Span]:
    """The stretches of a text whose letters are those of the asked words, which are folded; in order."""
    for match in _WORD.finditer(text):
        word = match.group()
        folded = fold(word)
        best = max(asked, key=lambda one: (folded.startswith(one), fuzz.ratio(one, folded)), default="")
        # Where folding made more or fewer letters, none of them can be told from the others.
        same_length = len(folded) == len(word)
        if best and folded.startswith(best):
            yield Span(match.start(), match.start() + len(best) if same_length else match.end())
        elif fuzz.ratio(best, folded) >= _LIKE:
            yield from _blocks(best, folded, match.start()) if same_length else [Span(*match.span())]


def _blocks(asked: str, folded: str, start: int) -> Iterator[Span]:
    for block in Levenshtein.opcodes(asked, folded):
        if block.tag == "equal":
            yield Span(start + block.dest_start, start + block.dest_end)
