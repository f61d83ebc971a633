"""GUM's entities as names: mentions headed by a proper noun, trimmed to the name itself.

Layout of `Entity=` in GUM 11: brackets around mentions, "(group-type-infstat-salience-centering-minspan-...".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from tui.training.examples import UNKNOWN, Named
from tui.training.gazetteer import TITLES, demonym, place_label, words_of
from tui.training.names import Span, bilou
from tui.training.treebank import Block, Row

KINDS = {"person": "PERSON", "organization": "ORG", "place": "GPE", "event": "EVENT"}
DATES = frozenset(
    words_of(
        """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs
    fri sat sun
    """
    )
)
BRACKETS = re.compile(r"\((?P<group>\d+)-(?P<kind>[^-()]+)[^()]*(?P<closed>\)?)|(?P<closing>\d+)\)")


def gum_names(blocks: Sequence[Block]) -> list[Named]:
    """The names of a GUM file's sentences."""
    found = []
    open_mentions: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for block in blocks:
        rows = block.rows
        open_mentions.clear()
        mentions: list[Span] = []
        for place, row in enumerate(rows):
            entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
            for match in BRACKETS.finditer(entity):
                closing = match["closing"]
                if match["group"]:
                    open_mentions[match["group"]].append((place, match["kind"]))
                    closing = match["group"] if match["closed"] else None
                if closing and open_mentions[closing]:
                    start, kind = open_mentions[closing].pop()
                    mentions.append((start, place + 1, kind))
        found.append(named(block, mentions))
    return found


def named(block: Block, mentions: Sequence[Span]) -> Named:
    """The sentence with the outermost of its mentions that are names; other proper nouns are unknown."""
    rows = block.rows
    spans: list[Span] = []
    taken: set[int] = set()
    for start, end, kind in sorted(mentions, key=lambda span: span[0] - span[1]):
        name = trimmed(rows, start, end, kind)
        if name and not taken.intersection(range(name[0], name[1])):
            spans.append(name)
            taken.update(range(name[0], name[1]))
    for place, row in enumerate(rows):
        if place not in taken and demonym(row[1]):
            spans.append((place, place + 1, "NORP"))
            taken.add(place)
    loose = [p for p, row in enumerate(rows) if p not in taken and row[3] == "PROPN"
             and row[1].lower().rstrip(".") not in TITLES and not is_date(row[1])]  # fmt: skip
    words = tuple(row[1] for row in rows)
    return Named(words, block.spaces, bilou(len(words), sorted(spans), loose), block.follows)


def is_date(word: str) -> bool:
    """Whether a proper noun is a month or a day of the week."""
    return word.rstrip(".").lower() in DATES


def trimmed(rows: Sequence[Row], start: int, end: int, kind: str) -> Span | None:
    """The name inside a mention, or None where its head is no proper noun.

    The name is the run of words around the head that belong to it: proper nouns, and what joins them ("of", "-").
    """
    inside = range(start, end)
    head = next((p for p in inside if not start < int(rows[p][6]) <= end or int(rows[p][6]) == 0), start)
    if rows[head][3] != "PROPN" or is_date(rows[head][1]):
        return None
    first = last = head
    while first > start and belongs(rows, first - 1, start, end):
        first -= 1
    while last + 1 < end and (belongs(rows, last + 1, start, end) or joins(rows, last + 1, end, kind)):
        last += 1
    while last > first and rows[last][3] in {"ADP", "DET", "PUNCT", "CCONJ", "PART"}:
        last -= 1
    if kind == "person":
        while first < last and (rows[first][1] == "-" or rows[first][1].lower().rstrip(".") in TITLES):
            first += 1
        if first == last and rows[first][1].lower() in TITLES:
            return None
    text = " ".join(row[1] for row in rows[first : last + 1])
    if kind == "place":
        return first, last + 1, place_label(text)
    if demonym(text):
        return first, last + 1, "NORP"
    return first, last + 1, KINDS.get(kind, UNKNOWN)


def belongs(rows: Sequence[Row], place: int, start: int, end: int) -> bool:
    """Whether the word is part of the name next to it."""
    row = rows[place]
    if row[3] == "PROPN" or row[7] in {"flat", "goeswith"}:
        return True
    hyphen = row[1] in {"-", "&", "."} and start < place < end - 1
    return hyphen or (row[1][:1].isupper() and row[3] in {"ADJ", "NOUN", "VERB", "NUM"} and place > start)


def joins(rows: Sequence[Row], place: int, end: int, kind: str) -> bool:
    """Whether "of", "for" or "and" goes on into more of the name ("University of Ghent")."""
    if kind == "person" or rows[place][1].lower() not in {"of", "for", "and", "the", "de"}:
        return False
    following = place + 1 + (place + 1 < end and rows[place + 1][1].lower() == "the")
    return following < end and rows[following][3] == "PROPN"
