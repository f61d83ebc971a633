"""From scores to structure: names by Viterbi, trees by maximum spanning arborescence with one root."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

NEVER = -1e9


def allowed(labels: Sequence[str]) -> tuple[Floats, Floats, Floats]:
    """Zero or `NEVER` for beginning with a label, for passing from one to another, and for ending with one (BILOU)."""
    size = len(labels)
    steps = np.full((size, size), NEVER, np.float32)
    for left, before in enumerate(labels):
        for right, after in enumerate(labels):
            inside = before[0] in "BI"
            if (inside and after[0] in "IL" and before[2:] == after[2:]) or (not inside and after[0] in "BUO"):
                steps[left, right] = 0
    begins = np.array([0 if label[0] in "BUO" else NEVER for label in labels], np.float32)
    ends = np.array([0 if label[0] in "LUO" else NEVER for label in labels], np.float32)
    return begins, steps, ends


def viterbi(scores: Floats, begins: Floats, steps: Floats, ends: Floats) -> Ints:
    """The best legal sequence of labels [n] for scores [n, labels]."""
    count = len(scores)
    if not count:
        return np.zeros(0, np.int32)
    scores = finite(scores)
    best = scores[0] + begins
    back = np.zeros(scores.shape, np.int32)
    columns = np.arange(scores.shape[1])
    for place in range(1, count):
        paths = best[:, None] + steps
        back[place] = paths.argmax(0)
        best = paths[back[place], columns] + scores[place]
    found = np.zeros(count, np.int32)
    found[-1] = int((best + ends).argmax())
    for place in range(count - 1, 0, -1):
        found[place - 1] = back[place, found[place]]
    return found


def finite(scores: Floats) -> Floats:
    """The scores with what is no number made very small, and bounded."""
    return np.clip(np.nan_to_num(scores, nan=-1e4, posinf=1e4, neginf=-1e4), -1e4, 1e4).astype(np.float32)


def tree(arcs: Floats, roots: Floats) -> Ints:
    """Heads [n] of the best tree with exactly one root, which is its own head.

    `arcs` [n, n] scores the column as head of the row, `roots` [n] the word as the root. The best head of each word is
    taken first; only where that is no tree, Chu-Liu and Edmonds' algorithm is run, for the likeliest roots until no
    other can do better.
    """
    size = len(roots)
    scores = finite(arcs).copy()
    scores[np.arange(size), np.arange(size)] = finite(roots)
    heads: Ints = scores.argmax(1).astype(np.int32)
    own = np.flatnonzero(heads == np.arange(size))
    if len(own) == 1 and not cycle(heads, int(own[0])):
        return heads
    losses = scores.max(1) - scores.diagonal()
    bound = float(scores.max(1).sum())
    best: Ints = heads
    most = -np.inf
    for root in losses.argsort().tolist():
        if bound - losses[root] <= most:
            break
        weights = scores.copy()
        np.fill_diagonal(weights, NEVER)
        found = arborescence(weights, root)
        total = float(scores[np.arange(size), found].sum())
        if total > most:
            best, most = found, total
    return best


def cycle(heads: Ints, root: int) -> list[int]:
    """The words of one cycle among the heads, or none."""
    colour = [0] * len(heads)
    colour[root] = 2
    for start in range(len(heads)):
        path = []
        place = start
        while not colour[place]:
            colour[place] = 1
            path.append(place)
            place = int(heads[place])
        if colour[place] == 1:
            return path[path.index(place) :]
        for seen in path:
            colour[seen] = 2
    return []


def arborescence(weights: Floats, root: int) -> Ints:
    """Heads of the heaviest tree hung on `root`, by contracting cycles (Edmonds 1967). `weights` are not kept."""
    heads: Ints = weights.argmax(1).astype(np.int32)
    heads[root] = root
    ring = cycle(heads, root)
    if not ring:
        return heads
    size = len(heads)
    inside = np.zeros(size, bool)
    inside[ring] = True
    outside = np.flatnonzero(~inside)
    members = np.array(ring)
    gains = weights[members] - weights[members, heads[members]][:, None]
    entry = gains[:, outside].argmax(0)
    leave = weights[np.ix_(outside, members)].argmax(1)
    rest = len(outside)
    smaller = np.full((rest + 1, rest + 1), np.float32(NEVER))
    smaller[:rest, :rest] = weights[np.ix_(outside, outside)]
    smaller[rest, :rest] = gains[entry, outside]
    smaller[:rest, rest] = weights[outside, members[leave]]
    found = arborescence(smaller, int(np.flatnonzero(outside == root)[0]))
    for number, place in enumerate(outside):
        head = int(found[number])
        heads[place] = members[leave[number]] if head == rest else outside[head]
    entered = int(found[rest])
    heads[members[entry[entered]]] = outside[entered]
    heads[root] = root
    return heads
