"""Laws, treaties and the like told by the words of their names: `X Act`, `X Accords`, `Treaty of X`, `Article IX`.

No corpus that the pipeline learns from marks them, so that a network takes some for bodies or events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from tui.analysis.lexicon import words as words_of
from tui.pipelines.components.spans import first_of, is_part, of_something

_ENDS = words_of("names", "law_ends")
_SOFT_ENDS = words_of("names", "law_ends_of_bodies_too")
_AFTER_ARTICLE = words_of("names", "law_ends_after_article")
_BEFORE_OF = words_of("names", "law_of_heads")
_BEFORE_ON = words_of("names", "law_on_heads")
_ON = frozenset({"on", "against"})
_PAIRS = words_of("names", "law_pairs")
_NUMBERED = words_of("names", "law_parts")
_NUMBER = re.compile(r"[IVXL]+")
_ARTICLES = frozenset({"the", "a", "an", "this", "its", "his", "her", "their"})


def laws(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    """Where each law of a tagged document begins and ends, and whether a body may be called so."""
    after = 0
    for token in doc:
        if token.i < after or not token.text.istitle():
            continue
        found = (
            of_something(doc, token, _BEFORE_OF)
            or _on_something(doc, token)
            or _part(doc, token)
            or _ending(doc, token)
        )
        if found is not None:
            yield found
            after = found[1]


def _on_something(doc: Doc, token: Token) -> tuple[int, int, bool] | None:
    """`Convention on X`, but not a meeting's on a Friday."""
    found = of_something(doc, token, _BEFORE_ON, _ON)
    return found if found and not doc[token.i + 2].lower_.endswith("day") else None


def _part(doc: Doc, token: Token) -> tuple[int, int, bool] | None:
    """`Article IX`."""
    place = token.i + 1
    if token.lower_ in _NUMBERED and place < len(doc) and _NUMBER.fullmatch(doc[place].text):
        return token.i, place + 1, False
    return None


def _ending(doc: Doc, token: Token) -> tuple[int, int, bool] | None:
    """`X Act`, `the X Bill`."""
    start, end = first_of(doc, token.i), token.i + 1
    if start == token.i or (end < len(doc) and is_part(doc[end])):
        return None
    pair = f"{doc[token.i - 1].lower_}_{token.lower_}" in _PAIRS
    named = token.lower_ in _ENDS | _SOFT_ENDS
    bill = token.lower_ in _AFTER_ARTICLE and start > 0 and doc[start - 1].lower_ in _ARTICLES
    return (start, end, token.lower_ in _SOFT_ENDS) if pair or named or bill else None
