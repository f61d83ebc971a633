"""Events told by the words of their names: `X War II`, `X World Cup`, `Battle of X`, `Hurricane X`.

Few corpora mark them, so that a network trained on those learns to pass them over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from tui.analysis.lexicon import words as words_of
from tui.analysis.places import demonym_of, is_country
from tui.pipelines.components.spans import first_of, is_part, of_something

_ENDS = words_of("names", "event_ends")
_SOFT_ENDS = words_of("names", "event_ends_of_bodies_too")
_BEFORE_OF = words_of("names", "event_of_heads")
_ALONE = words_of("names", "events_alone")
_GAMES = words_of("names", "event_games")
_STORMS = words_of("names", "storm_kinds")
_STRENGTHS = words_of("names", "storm_strengths")
_NOT_STORMS = words_of("names", "storm_others")
_PAIRS = words_of("names", "event_pairs")
_NUMBER = re.compile(r"[IVXL]+|One|Two|\d{1,2}|(?:19|20)\d\d")


def events(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    """Where each event of a tagged document begins and ends, and whether a body may be called so."""
    after, storms = 0, set()
    for token in doc:
        if token.i < after or not token.text[:1].isupper():
            continue
        storm = _of_storm(doc, token)
        found = storm or of_something(doc, token, _BEFORE_OF) or _ending(doc, token)
        if storm is not None:
            storms.add(doc[storm[1] - 1].text)
        if found is not None:
            yield found
            after = found[1]
    if storms:
        yield from _storms_alone(doc, storms)


def _storms_alone(doc: Doc, storms: set[str]) -> Iterator[tuple[int, int, bool]]:
    """`X` after `Hurricane X`, where nobody in the document bears the name, nor a country."""
    persons = {token.text for name in doc.ents if name.label_ == "PERSON" and len(name) > 1 for token in name}
    for name in doc.ents:
        if name.text in storms - persons and not is_country(name.text):
            yield name.start, name.end, False


def _of_storm(doc: Doc, token: Token) -> tuple[int, int, bool] | None:
    """`Hurricane X`, `Tropical Storm X`; "Storm" alone begins names of persons, too."""
    start, place = token.i, token.i + 1
    if token.lower_ not in _STORMS or place == len(doc) or not token.text.istitle():
        return None
    while start and doc[start - 1].lower_ in _STRENGTHS and doc[start - 1].text.istitle():
        start -= 1
    if start == token.i and token.lower_ == "storm":
        return None
    own = doc[place]
    if own.pos_ != "PROPN" or not own.text.istitle() or own.lower_ in _NOT_STORMS or len(own) < 3:
        return None
    return start, place + 1, False


def _ending(doc: Doc, token: Token) -> tuple[int, int, bool] | None:
    """`X War`, `X World Cup 2022`."""
    start, end = first_of(doc, token.i), token.i + 1
    if token.text in {"WWI", "WWII", "WW1", "WW2"} or (token.text.istitle() and token.lower_ in _ALONE):
        pass
    elif not token.text.istitle() or start == token.i or not _ends(doc[start], doc[token.i - 1], token):
        return None
    if end < len(doc) and _NUMBER.fullmatch(doc[end].text):
        end += 1
    elif end < len(doc) and is_part(doc[end]):
        return None
    return start, end, token.lower_ in _SOFT_ENDS


def _ends(first: Token, before: Token, last: Token) -> bool:
    """Whether a word that words of a name stand before is an event's last."""
    if last.lower_ == "games":
        return before.lower_ in _GAMES
    if last.lower_ == "open":
        return first.i == before.i and (demonym_of(before.text) is not None or before.text in {"US", "U.S."})
    if f"{before.lower_}_{last.lower_}" in _PAIRS:
        return True
    return last.lower_ in _ENDS | _SOFT_ENDS
