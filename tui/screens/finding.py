"""Find words in an article: every match, in the order of the text."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache

from tui.analysis.model import Span

_MARK = re.compile("[\u0300-\u036f]")


def find(text: str, words: str) -> tuple[Span, ...]:
    """Where words stand. Any white space matches any; case and accents count only when the words have them."""
    pieces = words.split()
    if not pieces:
        return ()
    flags = re.NOFLAG if any(character.isupper() for character in words) else re.IGNORECASE
    accented = _plain(unicodedata.normalize("NFC", words)) != words
    spelt = (_accented(piece) if accented else _with_marks(piece) if _MARK.search(text) else re.escape(piece)
             for piece in pieces)  # fmt: skip
    pattern = re.compile(r"\s+".join(spelt), flags)
    searched = text if accented else _plain(text)
    return tuple(Span(match.start(), match.end()) for match in pattern.finditer(searched))


def _accented(piece: str) -> str:
    """A pattern for letters with their accents, written as one sign or as two."""
    forms = {re.escape(unicodedata.normalize(form, piece)): None for form in ("NFC", "NFD")}
    return f"(?:{'|'.join(forms)})"


def _with_marks(piece: str) -> str:
    """A pattern for letters without accents in a text where accents may be signs of their own."""
    return "".join(f"{re.escape(letter)}{_MARK.pattern}*" for letter in piece)


@lru_cache(maxsize=4)
def _plain(text: str) -> str:
    """Text with letters for letters without accents, so that every offset stays."""
    if text.isascii():
        return text
    bases: dict[str, int | str | None] = {
        letter: unicodedata.normalize("NFD", letter)[0] for letter in set(text) if not letter.isascii()
    }
    return text.translate(str.maketrans(bases))


def step(spans: tuple[Span, ...], offset: int, direction: int) -> int | None:
    """The number of the first span after (or before) an offset, going round at the ends."""
    if not spans:
        return None
    cut = bisect_right if direction > 0 else bisect_left
    return (cut(spans, offset, key=lambda span: span.start) - (direction < 0)) % len(spans)
