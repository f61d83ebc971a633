"""Names from sources that disagree, in one set of labels: PERSON ORG GPE LOC NORP FAC EVENT.

What a source does not settle is left unknown rather than outside, which is what makes the sources mixable.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tui.training.examples import UNKNOWN, Named
from tui.training.gazetteer import TITLES, demonym, is_place_name, place_label, state, words_of
from tui.training.treebank import Block

Span = tuple[int, int, str]
"""First word, the word after the last, label."""

CLOSING = frozenset(".,;:!?)]}%'\"’”") | {"'s", "n't", "...", "’s", "--"}
NOT_NAMES = frozenset(
    words_of(
        """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December I Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr
    """
    )
)


def bilou(length: int, spans: Iterable[Span], unknown: Iterable[int] = ()) -> tuple[str, ...]:
    """Labels of `length` words from spans that do not overlap; `unknown` are places on which nothing is known."""
    labels = ["O"] * length
    for place in unknown:
        labels[place] = UNKNOWN
    for start, end, label in spans:
        if label == UNKNOWN:
            labels[start:end] = [UNKNOWN] * (end - start)
        elif end - start == 1:
            labels[start] = f"U-{label}"
        else:
            labels[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 2), f"L-{label}"]
    return tuple(labels)


def named_spans(labels: Sequence[str]) -> Iterator[Span]:
    """The spans of BILOU labels."""
    start = 0
    for place, label in enumerate(labels):
        if label[0] in "BU":
            start = place
        if label[0] in "LU":
            yield start, place + 1, label[2:]


def spans_of(tags: Sequence[str]) -> list[Span]:
    """The spans of IOB or IOB2 tags: a new one begins at B, or where the kind changes."""
    spans: list[Span] = []
    start, kind = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        prefix, _, here = tag.partition("-")
        if kind and (prefix != "I" or here != kind):
            spans.append((start, place, kind))
            kind = ""
        if prefix in "BI" and here and not kind:
            start, kind = place, here
    return spans


def without_titles(words: Sequence[str], span: Span) -> Span:
    """A person's span without the titles before the name ("Prime Minister", "Mr.")."""
    start, end, label = span
    while start < end - 1 and words[start].lower().rstrip(".") in TITLES:
        start += 1
    return start, end, label


def guessed_spaces(words: Sequence[str]) -> tuple[bool, ...]:
    """Where the spaces were, for corpora that do not tell."""
    return tuple(
        not (
            place + 1 == len(words)
            or words[place + 1] in CLOSING
            or word in {"(", "[", "$", "``", "-", "/"}
            or words[place + 1] in {"-", "/"}
        )
        for place, word in enumerate(words)
    )


def uner(path: Path, blocks: Sequence[Block]) -> list[Named]:
    """Universal NER over a treebank's sentences, found by their words; one that it lacks is unknown throughout.

    PER is PERSON; ORG stays, but a state that acts is a GPE; LOC is told apart by its words; OTH is NORP for demonyms
    and creeds, else unknown.
    """
    tags_of: dict[tuple[str, ...], list[str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for part in lines.read().split("\n\n"):
            rows = [line.split("\t") for line in part.split("\n") if line and not line.startswith("#")]
            tags_of[tuple(row[1] for row in rows)] = [row[2] for row in rows]
    found = []
    for block in blocks:
        words = tuple(row[1] for row in block.rows)
        tags = tags_of.get(words)
        if tags is None:
            found.append(Named(words, block.spaces, (UNKNOWN,) * len(words), block.follows))
            continue
        spans = [settled(words, span) for span in spans_of(["O" if tag == "B-O" else tag for tag in tags])]
        covered = {place for start, end, _ in spans for place in range(start, end)}
        demonyms = [(p, p + 1, "NORP") for p, word in enumerate(words) if p not in covered and demonym(word)]
        found.append(Named(words, block.spaces, bilou(len(words), [*spans, *demonyms]), block.follows))
    return found


def settled(words: Sequence[str], span: Span) -> Span:
    """A span in the common labels PER ORG LOC MISC/OTH, in ours."""
    start, end, kind = span
    text = " ".join(words[start:end])
    if kind == "PER":
        return without_titles(words, (start, end, "PERSON"))
    if kind == "ORG":
        return (start, end, "GPE") if state(text) else (start, end, "ORG")
    if kind == "LOC":
        return start, end, place_label(text)
    if all(demonym(word) for word in words[start:end] if word != "-"):
        return start, end, "NORP"
    return start, end, UNKNOWN


def wikigold(path: Path) -> list[Named]:
    """WikiGold's sentences; its tags are plain IO."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        parts = lines.read().split("\n\n")
    found = []
    for part in parts:
        rows = [line.rsplit(" ", 1) for line in part.split("\n") if line.strip()]
        if not rows or rows[0][0] == "-DOCSTART-":
            continue
        words = tuple(row[0] for row in rows)
        spans = [settled(words, span) for span in spans_of([row[1] for row in rows])]
        found.append(Named(words, guessed_spaces(words), bilou(len(words), spans)))
    return found


def gmb_sentences(path: Path) -> list[list[list[str]]]:
    """The rows (number, word, tag of the Penn Treebank, name) of each sentence but short and repeated ones."""
    with gzip.open(path, "rb") as packed:
        rows = csv.reader(io.StringIO(packed.read().decode("latin-1")))
        next(rows)
        sentences: list[list[list[str]]] = []
        for row in rows:
            if row[0]:
                sentences.append([])
            sentences[-1].append(row)
    different: dict[tuple[str, ...], list[list[str]]] = {}
    for sentence in sentences:
        if len(sentence) >= 3:
            different.setdefault(tuple(row[1] for row in sentence), sentence)
    return list(different.values())


def gmb(path: Path) -> list[Named]:
    """The Groningen Meaning Bank's silver names, cleaned.

    One label a string by majority over the corpus, titles off persons, places told apart by their words, demonyms
    NORP; proper nouns without a label, works and natural phenomena unknown.
    """
    kept: list[tuple[tuple[str, ...], list[str], list[Span]]] = []
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for rows_ in gmb_sentences(path):
        words = tuple(row[1] or "," for row in rows_)
        spans = [gmb_span(words, span) for span in spans_of([row[3] for row in rows_]) if span[2] != "tim"]
        for start, end, label in spans:
            votes[" ".join(words[start:end])][label] += 1
        kept.append((words, [row[2] for row in rows_], spans))
    found = []
    for words, tags, spans in kept:
        agreed = [(start, end, majority(votes[" ".join(words[start:end])], label)) for start, end, label in spans]
        covered = {place for start, end, _ in spans for place in range(start, end)}
        loose = [
            place
            for place, tag in enumerate(tags)
            if tag.startswith("NNP")
            and place not in covered
            and words[place] not in NOT_NAMES
            and words[place].lower().rstrip(".") not in TITLES
        ]
        found.append(Named(words, guessed_spaces(words), bilou(len(words), agreed, loose)))
    return found


def gmb_span(words: Sequence[str], span: Span) -> Span:
    """One of GMB's spans in our labels."""
    start, end, kind = span
    text = " ".join(words[start:end])
    if kind == "geo":
        return (start, end, "NORP") if demonym(text) else (start, end, place_label(text))
    if kind == "gpe":
        return (start, end, "GPE") if is_place_name(text) else (start, end, "NORP")
    if kind == "per":
        return without_titles(words, (start, end, "PERSON"))
    if kind == "org":
        if demonym(text):
            return start, end, "NORP"
        return (start, end, "GPE") if state(text) else (start, end, "ORG")
    return (start, end, "EVENT") if kind == "eve" else (start, end, UNKNOWN)


def majority(votes: Counter[str], label: str) -> str:
    """The label of a string: that of most of its places when they are four in five, unknown when a minority differs."""
    best, count = votes.most_common(1)[0]
    if label == best:
        return label
    total = sum(votes.values())
    return best if count / total >= 0.8 else (label if votes[label] / total >= 0.35 else UNKNOWN)
