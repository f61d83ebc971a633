"""What a query demands of the words of a place: phrases that must stand in it, and what must not."""

from collections.abc import Sequence

from tui.analysis.model import Span
from tui.search.query import Query, Words
from tui.search.words import Word


def occurrences(words: Sequence[Word], phrase: Words) -> list[Span]:
    """Where a phrase stands among words, word for word."""
    length, first = len(phrase), phrase[0]
    return [
        Span(words[at].start, words[at + length - 1].end)
        for at in range(len(words) - length + 1)
        if words[at].folded == first and all(words[at + n].folded == phrase[n] for n in range(1, length))
    ]


def fulfilled(query: Query, words: Sequence[Word], around: Sequence[Word] = ()) -> tuple[Span, ...] | None:
    """Where the phrases of a query stand, or None when one is missing or something stands here that was left out.

    `around` are words in which nothing left out may stand either.
    """
    found: list[Span] = []
    for phrase in query.phrases:
        places = occurrences(words, phrase)
        if not places:
            return None
        found += places
    if any(occurrences(words, phrase) or occurrences(around, phrase) for phrase in query.without):
        return None
    return tuple(sorted(set(found)))
