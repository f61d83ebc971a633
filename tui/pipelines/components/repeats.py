"""One name is of one kind throughout a document: the scores of its occurrences drawn together.

Where one sentence leaves it open what a word is, another often tells (the idea is that of non-local consistency in
Finkel, Grenager and Manning 2005, here as a mean over what the network says).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui.pipelines.components.decode import Floats

SHARE = 0.8
"""How much of a word's kind is that of all its occurrences; the rest is what its own sentence says."""
PARTS = frozenset({"PROPN", "ADJ", "NOUN"})
"""Parts of speech that names are made of."""
_LEAST = 1e-6


def kinds(labels: Sequence[str]) -> NDArray[np.float32]:
    """1 where a label [labels] (BILOU) is of a kind [kinds]; no name is a kind, too."""
    found = sorted({label.partition("-")[2] for label in labels})
    return np.array([[label.partition("-")[2] == kind for kind in found] for label in labels], np.float32)


def drawn_together(runs: Sequence[tuple[str, int]], scores: Floats, of_kind: NDArray[np.float32]) -> Floats:
    """The scores [words, labels] of a document's words, each word's kind drawn to that of its equals' mean.

    `runs` tells of each word the name it may be in and its place there, ("", 0) for none; words are equal where both
    are. `of_kind` is that of `kinds`.
    """
    numbers: dict[tuple[str, int], int] = {}
    groups = np.array([numbers.setdefault(run, len(numbers)) if run[0] else -1 for run in runs], np.int64)
    counts = np.bincount(groups[groups >= 0], minlength=len(numbers))
    several = np.flatnonzero(groups >= 0)
    several = several[counts[groups[several]] > 1]
    if not len(several):
        return scores
    groups = groups[several]
    raised = np.exp(scores[several] - scores[several].max(1, keepdims=True))
    mine = raised / raised.sum(1, keepdims=True) @ of_kind + _LEAST
    means = np.zeros((len(numbers), of_kind.shape[1]), np.float32)
    np.add.at(means, groups, mine)
    result = scores.copy()
    result[several] += SHARE * (np.log(means[groups] / counts[groups][:, None]) - np.log(mine)) @ of_kind.T
    return result


def runs_of(words: Sequence[str], parts: Sequence[str]) -> list[tuple[str, int]]:
    """Of each word of a paragraph the run of capitalised words that it is in, and its place there (`drawn_together`).

    `parts` are their parts of speech (UPOS).
    """
    found = [("", 0)] * len(words)
    start = 0
    for place in range(len(words) + 1):
        if place < len(words) and words[place][:1].isupper() and parts[place] in PARTS:
            continue
        run = " ".join(words[start:place]).lower()
        found[start:place] = [(run, number) for number in range(place - start)]
        start = place + 1
    return found
