"""The kind of a place told by the words of its name: `X Center`, `the X River`, `Gulf of X`; countries that act.

Corpora that have one kind of place only teach a network to take the one for the other. A country's team or its
government is a GPE under its name, as elsewhere in the data that the pipeline learns from.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from tui.analysis.lexicon import words as words_of
from tui.analysis.places import is_country, is_region

_BUILT = words_of("names", "built_ends")
_LANDS = words_of("names", "land_ends")
_AFTER_ARTICLE = words_of("names", "land_ends_after_article")
_BEFORE_OF = words_of("names", "land_of_heads")
_TOWN_MOUNTS = words_of("names", "town_mounts")
_OPEN = frozenset({"GPE", "ORG"})


def with_places(doc: Doc) -> list[Span]:
    """The document's entities, with the kind that their words tell for those that are marked as GPE or ORG."""
    return [Span(doc, name.start, name.end, _kind(name)) if name.label_ in _OPEN else name for name in doc.ents]


def _kind(name: Span) -> str:
    """FAC, LOC or GPE; where its words tell nothing, what it was."""
    words = [word for token in name if (word := token.lower_.rstrip("."))]
    article = words[:1] == ["the"]
    words = words[article:]
    text = " ".join(words)
    if is_country(text):
        return "GPE"
    if name.label_ == "ORG":
        return "ORG"
    if is_region(text):
        return "LOC"
    if len(words) < 2 or words[-2] == "-":
        return "GPE"
    if words[-1] in _BUILT:
        return "FAC"
    named = article or (name.start > 0 and name.doc[name.start - 1].lower_ == "the")
    land = words[-1] in _LANDS or (named and words[-1] in _AFTER_ARTICLE)
    land = land or (words[0] in _BEFORE_OF and words[1] == "of")
    return "LOC" if land or (words[0] in {"mount", "mt"} and words[1] not in _TOWN_MOUNTS) else "GPE"
