"""Places that are no towns or states, told by the words of their names: `X Center`, `the X River`, `Gulf of X`.

Corpora that have one kind of place only teach a network to take the one for the other.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from tui.analysis.lexicon import words as words_of
from tui.analysis.places import is_country, is_region

_BUILT = words_of("names", "built_ends")
_LANDS = words_of("names", "land_ends")
_AFTER_ARTICLE = words_of("names", "land_ends_after_article")
_BEFORE_OF = words_of("names", "land_of_heads")


def with_places(doc: Doc) -> list[Span]:
    """The document's entities, with the kind that their words tell for those that are marked as towns or states."""
    return [Span(doc, name.start, name.end, _kind(name)) if name.label_ == "GPE" else name for name in doc.ents]


def _kind(name: Span) -> str:
    """FAC, LOC or, where its words tell nothing, GPE."""
    words = [word for token in name if (word := token.lower_.rstrip("."))]
    article = words[:1] == ["the"]
    words = words[article:]
    text = " ".join(words)
    if is_region(text):
        return "LOC"
    if len(words) < 2 or is_country(text) or words[-2] == "-":
        return "GPE"
    if words[-1] in _BUILT:
        return "FAC"
    named = article or (name.start > 0 and name.doc[name.start - 1].lower_ == "the")
    land = words[-1] in _LANDS or (named and words[-1] in _AFTER_ARTICLE)
    return "LOC" if land or (words[0] in _BEFORE_OF and words[1] == "of") else "GPE"
