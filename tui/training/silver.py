"""Silver: what the teacher says of the sentences that have names but no trees, and how far it is believed.

The network learns from it in its second stage beside the treebanks, with words hidden and vectors dropped, and so gets
used to the news, which no open treebank holds much of (self-training with noise: Xie and others, 2020). Of names it
learns how likely each label is (distillation: Hinton and others, 2015); tags that the corpus contradicts are left
unknown.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tui.training.examples import UNKNOWN, Named, Tree

LEAST_AGREED = 0.85
"""Share of a sentence's tags on which both annotations must agree, or its tree is not believed either."""

Silver = dict[str, list[tuple[Tree | None, Named]]]
"""By source, and in its order: the tree of each sentence, if it is believed, and the names that the teacher marks."""


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


def read(path: Path, sentences: Mapping[str, Sequence[Named]]) -> Silver:
    """The silver of a file that `label` wrote over the same sentences, by source."""
    found: Silver = {source: [] for source in sentences}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            part = found[line["source"]]
            named = sentences[line["source"]][len(part)]
            columns = line["tree"] and {k: tuple(v) if isinstance(v, list) else v for k, v in line["tree"].items()}
            tree = Tree(**columns) if columns else None
            odds = tuple(tuple((label, share) for label, share in word) for word in line["odds"])
            part.append((tree, replace(named, labels=tuple(line["labels"]), odds=odds)))
    return found
