"""The corpora as one set of examples, each with what its source knows: syntax, names or both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

from tui.training.augment import plain
from tui.training.examples import Named, Tree
from tui.training.gum import gum_names
from tui.training.names import gmb, named_spans, uner, wikigold
from tui.training.quotes import clauses, quote_trees, with_dateline
from tui.training.silver import Silver, read
from tui.training.treebank import read_blocks, tree_of

NAMES = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT")
NAME_SOURCES = ("ewt", "gum", "gmb", "wikigold")
SILVER = {"gmb", "silver"}
"""The sources whose names no person annotated."""
BILOU = ("O", *(f"{prefix}-{name}" for name in NAMES for prefix in "BILU"))
QUOTE_TREES, DATELINES = 6000, 1200


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence to learn from; `tree` or `named` is None where the source has none. Both have the same words."""

    words: tuple[str, ...]
    tree: Tree | None
    named: Named | None
    follows: bool


@dataclass(frozen=True, slots=True)
class Labels:
    """What each head of the network chooses from, in the order of its scores."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...] = BILOU


def without_stop(example: Example) -> Example:
    """The sentence without the full stop at its end, as headlines and lists are written."""
    tree, named = example.tree, example.named
    place = len(example.words) - 1
    if example.words[place] != "." or not place or (tree and place in tree.heads):
        return example
    if tree:
        columns: dict[str, Any] = {field.name: getattr(tree, field.name) for field in fields(tree)}
        columns |= {name: value[:place] for name, value in columns.items() if isinstance(value, tuple)}
        tree = Tree(**columns)
    if named:
        cut = {name: getattr(named, name)[:place] for name in ("words", "spaces", "labels", "odds")}
        named = replace(named, **cut)
    return Example(example.words[:place], tree, named, example.follows)


def sources(corpora: Path, silver: Path | None, rng: Random) -> dict[str, list[Example]]:
    """The training examples by source; with a file of silver, also those. No dev, test or held-out part is read."""
    ewt_blocks = list(read_blocks(corpora / "ud-english-ewt/en_ewt-ud-train.conllu.gz"))
    gum_blocks = list(read_blocks(corpora / "gum/gum-train.conllu.gz"))
    ewt, gum = [tree_of(block) for block in ewt_blocks], [tree_of(block) for block in gum_blocks]
    names = {
        "ewt": uner(corpora / "uner/en_ewt-train.iob2.gz", ewt_blocks),
        "gum": gum_names(gum_blocks),
        "gmb": gmb(corpora / "gmb/ner_dataset.csv.gz"),
        "wikigold": wikigold(corpora / "wikigold/wikigold.conll.gz"),
    }
    places = spans_named(list(chain.from_iterable(names.values())), "GPE")
    quotes = quote_trees([*ewt, *gum], persons(list(chain.from_iterable(names.values()))), QUOTE_TREES, rng)
    lines = [with_dateline(tree, places, rng) for tree in clauses([*ewt, *gum])[:DATELINES]]
    untold: Silver = {source: [(None, named) for named in names[source]] for source in ("gmb", "wikigold")}
    told = read(silver, names) if silver else untold
    found = {
        "ewt": paired(ewt, names["ewt"]),
        "gum": paired(gum, names["gum"]),
        "quotes": [Example(tree.words, tree, None, False) for tree in [*quotes, *lines]],
    }
    for source in untold:
        found[source] = in_a_row((tree, named) for (tree, _), named in zip(told[source], names[source], strict=True))
    if silver:
        found["silver"] = [example for source in untold for example in in_a_row(told[source])]
    return found


def in_a_row(sentences: Iterable[tuple[Tree | None, Named]]) -> list[Example]:
    """Sentences of a source that does not tell where a paragraph ends."""
    return [Example(named.words, tree, named, number > 0) for number, (tree, named) in enumerate(sentences)]


def paired(trees: Sequence[Tree], names: Sequence[Named]) -> list[Example]:
    """Trees and names of the same sentences."""
    return [Example(tree.words, tree, named, tree.follows) for tree, named in zip(trees, names, strict=True)]


def persons(sentences: Sequence[Named]) -> list[tuple[str, ...]]:
    """The different names of persons, of one to three words."""
    return spans_named(sentences, "PERSON")


def names_by_kind(examples: Mapping[str, Sequence[Example]]) -> dict[str, list[tuple[str, ...]]]:
    """The different names of each kind in the sources that people annotated; persons in all sources."""
    named = {source: [example.named for example in found if example.named] for source, found in examples.items()}
    by_hand = [sentence for source, sentences in named.items() if source not in SILVER for sentence in sentences]
    found = {kind: spans_named(by_hand, kind) for kind in ("ORG", "GPE")}
    return {**found, "PERSON": persons(list(chain.from_iterable(named.values())))}


def spans_named(sentences: Sequence[Named], kind: str) -> list[tuple[str, ...]]:
    """The different names of a kind, of one to three words that begin with a capital."""
    found: dict[tuple[str, ...], None] = {}
    for named in sentences:
        for start, end, label in named_spans(named.labels):
            name = named.words[start:end]
            if label == kind and len(name) <= 3 and all(map(plain, name)):
                found[name] = None
    return list(found)


def label_sets(examples: Mapping[str, Sequence[Example]], least: int = 3) -> Labels:
    """The labels that occur at least `least` times."""
    counts: dict[str, Counter[str]] = {column: Counter() for column in ("upos", "xpos", "feats", "deps")}
    for source in ("ewt", "gum"):
        for example in examples[source]:
            for column, counter in counts.items():
                counter.update(getattr(example.tree, column))
    kept = {name: tuple(sorted(x for x, n in count.items() if n >= least)) for name, count in counts.items()}
    return Labels(**kept)
