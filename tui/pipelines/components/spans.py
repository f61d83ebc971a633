"""Where a name begins by its words, and what becomes of others inside it; what rules that tell names share."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from spacy.tokens import Doc, Span, Token

from tui.analysis.places import demonym_of, is_country

_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_INITIALLED = frozenset({"PERSON", "ORG"})
# Notes, bodies and places that are no country.
_NO_INITIALS = frozenset({"P.S.", "D.C.", "L.A.", "U.N.", "E.U."})
_PARTS = frozenset({"PROPN", "ADJ", "NOUN", "NUM"})


def with_told(doc: Doc, told: Iterable[tuple[int, int, bool]], label: str) -> list[Span]:
    """The document's entities, and the names that were told, in place of those that they hold.

    Of each its first token, the one after the last, and whether a body may be called so: it stays one. A name that
    ends where an entity does begins with it.
    """
    entities = list(doc.ents)
    for first, end, soft in told:
        start = min([first, *(entity.start for entity in entities if entity.end == end)])
        touched = [entity for entity in entities if entity.start < end and start < entity.end]
        inside = all(start <= entity.start and entity.end <= end for entity in touched)
        body = soft and any((entity.start, entity.end, entity.label_) == (start, end, "ORG") for entity in touched)
        if inside and not body:
            entities = [entity for entity in entities if entity not in touched]
            entities.append(Span(doc, start, end, label))
    return entities


def with_initials(doc: Doc, names: Iterable[Span], taken: Container[int]) -> list[Span]:
    """The names of persons and bodies with the initials before them (`C. X Y`, `J.C. X`), where none are `taken`."""
    found: list[Span] = []
    after = 0
    for name in names:
        start = name.start
        first = after if name.label_ in _INITIALLED else start
        while start > first and start - 1 not in taken and not doc[start].is_sent_start and _is_initial(doc[start - 1]):
            start -= 1
        found.append(Span(doc, start, name.end, name.label_))
        after = name.end
    return found


def _is_initial(token: Token) -> bool:
    """Whether a word is of somebody's initials, and no country's ("U.S.") or a note's ("P.S.")."""
    letters = _INITIALS.fullmatch(token.text) is not None and token.pos_ == "PROPN"
    return letters and not is_country(token.text) and token.text not in _NO_INITIALS


def of_something(
    doc: Doc, token: Token, heads: Container[str], small: Container[str] = frozenset({"of", "for"})
) -> tuple[int, int, bool] | None:
    """`Battle of X`: `token` is among the `heads`, and one of the `small` words follows it."""
    if token.lower_ not in heads or not token.text.istitle():
        return None
    place = token.i + 1
    if place + 1 >= len(doc) or doc[place].text not in small:
        return None
    place += 1
    if doc[place].text == "the" and place + 1 < len(doc):
        place += 1
    end = place
    while end < len(doc) and (is_part(doc[end]) or doc[end].like_num):
        end += 1
    return (first_of(doc, token.i), end, False) if end > place else None


def first_of(doc: Doc, place: int) -> int:
    """The first of the words of a name that end before a place."""
    start = place
    while start > 0:
        before = doc[start - 1]
        if is_part(before) and not (before.is_sent_start and before.pos_ != "PROPN" and not demonym_of(before.text)):
            start -= 1
        elif before.text == "-" and start > 1 and is_part(doc[start - 2]):
            start -= 2
        else:
            break
    return start


def is_part(token: Token) -> bool:
    """Whether a word can be one of a name."""
    written_out = token.tag_ != "CD" or token.is_alpha
    return token.text[:1].isupper() and token.pos_ in _PARTS and token.tag_ != "DT" and written_out
