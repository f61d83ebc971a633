"""Silver: what a pipeline trained in a first round says of the sentences that have names but no trees.

The second round learns from it beside the treebanks, with words hidden and layers dropped, and so gets used to the
news, which no open treebank holds much of (self-training with noise: Xie and others, 2020). What another annotation of
the same words contradicts is left unknown.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from tui.pipelines.components.model import DEP, FEATS, HEAD, NAME, UPOS, XPOS, Encoder
from tui.training.examples import UNKNOWN, Named, Tree
from tui.training.names import bilou, gmb, gmb_sentences, named_spans, wikigold

BATCH = 512
_COLUMNS = (("upos", UPOS), ("xpos", XPOS), ("feats", FEATS), ("deps", DEP), ("names", NAME))
LEAST_AGREED = 0.85
"""Share of a sentence's tags on which both annotations must agree, or its tree is not believed either."""

Silver = dict[str, list[tuple[Tree | None, Named]]]
"""By source, and in its order: the tree of each sentence, if it is believed, and its names as the teacher marks."""


def label(corpora: Path, teacher: Path, out: Path) -> None:
    """Write to OUT, a line a sentence, what the encoder in the folder `teacher` says of GMB and WikiGold."""
    encoder = Encoder(teacher)
    path = corpora / "gmb/ner_dataset.csv.gz"
    tags = [[row[2] for row in rows] for rows in gmb_sentences(path)]
    with gzip.open(out, "wt", encoding="utf-8") as lines:
        for source, sentences, known in (
            ("gmb", gmb(path), tags),
            ("wikigold", wikigold(corpora / "wikigold/wikigold.conll.gz"), None),
        ):
            for number, (tree, labels) in enumerate(told(encoder, sentences)):
                believed = agreed_tags(tree, known[number]) if known else tree
                names = agreed_names(sentences[number].labels, labels)
                line = {"source": source, "tree": asdict(believed) if believed else None, "labels": names}
                lines.write(json.dumps(line) + "\n")


def told(encoder: Encoder, sentences: Sequence[Named]) -> Iterator[tuple[Tree, tuple[str, ...]]]:
    """The encoder's tree and names of each sentence, which is taken as one."""
    labels = encoder.labels
    for first in range(0, len(sentences), BATCH):
        part = sentences[first : first + BATCH]
        jobs = [(named.words, [1, *[-1] * (len(named.words) - 1)]) for named in part]
        for named, rows in zip(part, encoder.read(jobs), strict=True):
            upos, xpos, feats, deps, names = (
                tuple(labels[name][value] for value in rows[:, place].tolist()) for name, place in _COLUMNS
            )
            heads = tuple(place + step for place, step in enumerate(rows[:, HEAD].tolist()))
            yield Tree(named.words, named.spaces, upos, xpos, feats, named.words, heads, deps), names


def agreed_tags(tree: Tree, tags: Sequence[str]) -> Tree | None:
    """The tree without the tags that the corpus contradicts; None where it contradicts many."""
    same = [agree(told, tag) for told, tag in zip(tree.xpos, tags, strict=True)]
    if sum(same) < LEAST_AGREED * len(same):
        return None

    def kept(column: Sequence[str]) -> tuple[str, ...]:
        return tuple(value if ok else UNKNOWN for value, ok in zip(column, same, strict=True))

    return replace(tree, upos=kept(tree.upos), xpos=kept(tree.xpos), feats=kept(tree.feats))


def agree(one: str, other: str) -> bool:
    """Whether two tags of the Penn Treebank say the same; marks have several names, and GMB tags each "to" TO."""
    return one == other or not one.isalpha() or not other.isalpha() or {one, other} == {"IN", "TO"}


def agreed_names(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """BILOU labels on which both agree, names and what is outside; the words of other names are unknown."""
    mine, other = set(named_spans(ours)), set(named_spans(theirs))
    shared = sorted(mine & other)
    doubted = {place for start, end, _ in mine ^ other for place in range(start, end)}
    doubted |= {place for place, label in enumerate(ours) if label == UNKNOWN}
    return bilou(len(ours), shared, sorted(doubted.difference(*(range(s, e) for s, e, _ in shared))))


def read(path: Path, sentences: Mapping[str, Sequence[Named]]) -> Silver:
    """The silver of a file that `label` wrote over the same sentences, by source."""
    found: Silver = {source: [] for source in sentences}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            part = found[line["source"]]
            named = sentences[line["source"]][len(part)]
            columns = line["tree"] and {k: tuple(v) if isinstance(v, list) else v for k, v in line["tree"].items()}
            tree = Tree(**columns) if columns else None
            part.append((tree, Named(named.words, named.spaces, tuple(line["labels"]), named.follows)))
    return found
