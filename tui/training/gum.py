"""GUM's entities as names: mentions headed by a proper noun, trimmed to the name itself.

Layout of `Entity=` in GUM 11: brackets around mentions, "(group-type-infstat-salience-centering-minspan-...".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from tui.analysis.titles import is_office, is_place, is_state
from tui.training.examples import UNKNOWN, Named
from tui.training.gazetteer import TITLES, demonym, place_label, state, words_of
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
DASHES = frozenset("-–—&/")
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
JOINTS = DASHES | POSSESSIVES | {"of", "for", "on", "and", "the", "de", ","}
"""What may stand between two words of a name."""
LAST = frozenset({"inc", "ltd", "llc", "llp", "corp", "co", "plc", "jr", "sr"})
"""What a comma may stand before in a name."""
PARTS = frozenset({"flat", "goeswith"})
"""Relations of words that belong to a name whatever they are."""

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
    for mention in sorted(mentions, key=lambda span: span[0] - span[1]):
        name = trimmed(rows, mention, mentions)
        if name and not taken.intersection(range(name[0], name[1])):
            spans.append(name)
            taken.update(range(name[0], name[1]))
    for place, row in enumerate(rows):
        if place not in taken and demonym(row[1]):
            spans.append((place, place + 1, "NORP"))
            taken.add(place)
    loose = [p for p, row in enumerate(rows) if p not in taken and proper(row)
             and not is_title(row[1]) and not is_date(row[1])]  # fmt: skip
    words = tuple(row[1] for row in rows)
    return Named(words, block.spaces, bilou(len(words), sorted(spans), loose), block.follows)


def proper(row: Row) -> bool:
    """Whether a word is one of a name's; its tag says so of adjectives and verbs too ("United" Kingdom)."""
    return row[4] in {"NNP", "NNPS"}


def is_date(word: str) -> bool:
    """Whether a proper noun is a month or a day of the week."""
    return word.rstrip(".").lower() in DATES


def is_title(word: str) -> bool:
    """Whether a word stands before a person's name and is none."""
    return word.rstrip(".").lower() in TITLES


def trimmed(rows: Sequence[Row], mention: Span, mentions: Sequence[Span]) -> Span | None:
    """The name inside a mention, or None where its head is no proper noun; `mentions` are all of the sentence.

    The name is the run of words around the head that belong to it: proper nouns, and what joins them ("of", "-").
    What is a name, but of none of our kinds, has the label `UNKNOWN`.
    """
    start, end, kind = mention
    head = next((p for p in range(start, end) if not start < int(rows[p][6]) <= end), start)
    if not proper(rows[head]) or is_date(rows[head][1]):
        return None
    run = Growing(rows, head, mention, mentions).run
    if kind == "person":
        return person(rows, head, run, end)
    text = " ".join(row[1] for row in rows[run.start : run.stop])
    if kind == "place":
        lemma = rows[head][2].lower()
        common = len(run) == 1 and (is_place(lemma) or is_state(lemma))
        return None if common else (run.start, run.stop, place_label(text))
    if kind == "organization" and state(text):
        return run.start, run.stop, "GPE"
    return run.start, run.stop, "NORP" if demonym(text) else KINDS.get(kind, UNKNOWN)


def person(rows: Sequence[Row], head: int, run: range, end: int) -> Span | None:
    """A person's name without titles, of the words `run` in a mention up to `end`; None where only an office is left.

    Several people ("the Founders") and an office ("Protector of ...") are names, but not of a person.
    """
    described = [place for place in run if place < head and rows[place][7].startswith("nmod")]
    first = max(described, default=run.start - 1) + 1
    while first + 1 < run.stop and (is_title(rows[first][1]) or not proper(rows[first])):
        first += 1
    words = [row[1] for row in rows[first : run.stop]]
    if head == run.stop - 1 and (is_office(words[-1].lower()) or (len(words) == 1 and is_title(words[0]))):
        return None
    if demonym(" ".join(words)):
        return first, run.stop, "NORP"
    office = len(words) == 1 and run.stop < end and rows[run.stop][1].lower() in {"of", "-"}
    several = rows[run.stop - 1][4] == "NNPS"
    return first, run.stop, UNKNOWN if office or several or " ".join(words).islower() else "PERSON"


class Growing:
    """A name that grows, word by word, around the head of a mention: first to the left, then to the right."""

    def __init__(self, rows: Sequence[Row], head: int, mention: Span, mentions: Sequence[Span]) -> None:
        self.run = range(head, head + 1)
        self._rows, self._head = rows, head
        start, end, self._kind = mention
        self._inner = [other for other in mentions if start <= other[0] < other[1] <= end and other != mention]
        for places in (range(start, head)[::-1], range(head + 1, end)):
            gap: list[int] = []
            for place in places:
                if rows[place][1].lower() in JOINTS and not proper(rows[place]):
                    gap.append(place)
                elif self._may_be_part(place) and (not gap or self._joined(place, gap)):
                    self.run = range(min(place, self.run.start), max(place + 1, self.run.stop))
                    gap = []
                else:
                    break

    def _may_be_part(self, place: int) -> bool:
        """Whether a word is one of a name's, or a number that follows one ("Apollo 11"; "II" of persons)."""
        row = self._rows[place]
        number = row[4] == "CD" and place == self.run.stop and int(row[6]) - 1 in self.run
        return proper(row) or row[7] in PARTS or (number and (self._kind != "person" or row[1].isalpha()))

    def _joined(self, place: int, gap: Sequence[int]) -> bool:
        """Whether the words in the gap between a proper noun and the name join them."""
        between = {self._rows[other][1].lower() for other in gap}
        if "," in between:
            return len(gap) == 1 and place > self._head and self._rows[place][1].lower().rstrip(".") in LAST
        if between <= DASHES:
            return True
        if self._kind == "person" or not self._hangs(place) or (self._kind == "place" and "on" in between):
            return False
        if between & POSSESSIVES:
            owners = {kind for _, after, kind in self._inner if after in {place + 1, max(gap) + 1}}
            return place < self.run.start and (not owners or (self._kind == "place" and owners == {"person"}))
        row = self._rows[place]
        second = int(row[6]) - 1 == self._head and row[7] == "conj"
        return not second or all(start not in {*gap, place} for start, _, _ in self._inner)

    def _hangs(self, place: int) -> bool:
        """Whether a proper noun depends on a word of the name, if need be by way of other proper nouns."""
        seen: set[int] = set()
        while place not in self.run:
            seen.add(place)
            place = int(self._rows[place][6]) - 1
            if place < 0 or place in seen or not proper(self._rows[place]):
                return False
        return True
