"""The teacher: the network after the first stage, and what it says of the sentences without trees."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from tui.pipelines.components.model import DEP, FEATS, HEAD, NAME, OUTPUTS, UPOS, XPOS, Outputs, Reader
from tui.pipelines.components.wordpiece import WordPieces
from tui.training.examples import Named, Odds, Tree
from tui.training.names import gmb, gmb_sentences, wikigold
from tui.training.pack import MAX_PIECES, columns
from tui.training.pretrained import vocabulary
from tui.training.silver import agreed_tags
from tui.training.train import fastest, load

BATCH = 512
LEAST_LIKELY = 0.01
"""Share of a name's label that is written down."""

_COLUMNS = (("upos", UPOS), ("xpos", XPOS), ("feats", FEATS), ("deps", DEP), ("names", NAME))


class Teacher(Reader):
    """A trained network, read without being exported."""

    def __init__(self, folder: Path, pieces: WordPieces, names: dict[str, Any]) -> None:
        """`names` are the settings of that name (see `Net.settle`)."""
        net, labels = load(folder)
        net.settle(labels.names, **names)
        self._device = fastest()
        self._net = net.to(self._device)
        super().__init__(columns(labels), pieces, net.labeller.detach().cpu().numpy(), MAX_PIECES)

    def scores(self, arrays: dict[str, NDArray[np.int64]]) -> Outputs:
        """The network's `OUTPUTS`, by torch."""
        with torch.inference_mode():
            found = self._net({name: torch.from_numpy(array).to(self._device) for name, array in arrays.items()})
        return {name: found[name].float().cpu().numpy() for name in OUTPUTS}


def label(corpora: Path, teacher: Path, out: Path, settings: dict[str, Any]) -> None:
    """Write to OUT, a line a sentence, what the network in the folder `teacher` says of GMB and WikiGold."""
    torch.set_num_threads(settings["threads"])
    reader = Teacher(teacher, WordPieces.from_file(vocabulary(settings)), settings["names"])
    path = corpora / "gmb/ner_dataset.csv.gz"
    tags = [[row[2] for row in rows] for rows in gmb_sentences(path)]
    with gzip.open(out, "wt", encoding="utf-8") as lines:
        for source, sentences, known in (
            ("gmb", gmb(path), tags),
            ("wikigold", wikigold(corpora / "wikigold/wikigold.conll.gz"), None),
        ):
            for number, (tree, named) in enumerate(told(reader, sentences)):
                believed = agreed_tags(tree, known[number]) if known else tree
                line = {"source": source, "tree": asdict(believed) if believed else None,
                        "labels": named.labels, "odds": named.odds}  # fmt: skip
                lines.write(json.dumps(line) + "\n")


def told(reader: Reader, sentences: Sequence[Named]) -> Iterator[tuple[Tree, Named]]:
    """The reader's tree and names of each sentence, which is taken as one."""
    labels = reader.labels
    for first in range(0, len(sentences), BATCH):
        part = sentences[first : first + BATCH]
        jobs = [(named.words, [1, *[-1] * (len(named.words) - 1)]) for named in part]
        for named, (rows, scores) in zip(part, reader.read_with_names(jobs), strict=True):
            upos, xpos, feats, deps, names = (
                tuple(labels[name][value] for value in rows[:, place].tolist()) for name, place in _COLUMNS
            )
            heads = tuple(place + step for place, step in enumerate(rows[:, HEAD].tolist()))
            tree = Tree(named.words, named.spaces, upos, xpos, feats, named.words, heads, deps)
            yield tree, replace(named, labels=names, odds=tuple(map(odds(labels["names"]), softmax(scores))))


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    result: NDArray[np.float32] = raised / raised.sum(-1, keepdims=True)
    return result


def odds(labels: Sequence[str]) -> Callable[[NDArray[np.float32]], Odds]:
    """From a word's probabilities, the labels that are not unlikely; their sum is one again."""

    def likely(shares: NDArray[np.float32]) -> Odds:
        kept = np.flatnonzero(shares >= LEAST_LIKELY)
        total = shares[kept].sum()
        return tuple((labels[place], round(float(shares[place] / total), 3)) for place in kept.tolist())

    return likely
