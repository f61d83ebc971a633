"""Find words in an article: every match, in the order of the text."""

import re
from bisect import bisect_left, bisect_right

from tui.analysis.model import Span


def find(text: str, words: str) -> tuple[Span, ...]:
    """Where words stand. Any white space matches any; case counts only when the words have capitals."""
    pieces = words.split()
    if not pieces:
        return ()
    flags = re.NOFLAG if any(character.isupper() for character in words) else re.IGNORECASE
    pattern = re.compile(r"\s+".join(re.escape(piece) for piece in pieces), flags)
    return tuple(Span(match.start(), match.end()) for match in pattern.finditer(text))


def step(spans: tuple[Span, ...], offset: int, direction: int) -> int | None:
    """The number of the first span after (or before) an offset, going round at the ends."""
    if not spans:
        return None
    cut = bisect_right if direction > 0 else bisect_left
    return (cut(spans, offset, key=lambda span: span.start) - (direction < 0)) % len(spans)
