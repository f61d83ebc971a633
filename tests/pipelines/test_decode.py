"""Names and trees out of scores: always legal, and the best there is."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tui.pipelines.components import decode

LABELS = ("O", "B-A", "I-A", "L-A", "U-A", "B-C", "I-C", "L-C", "U-C")
ANY = st.floats(width=32, allow_nan=True, allow_infinity=True)
PLAIN = st.integers(-50, 50).map(float)


def is_tree(heads: list[int]) -> bool:
    if sum(head == place for place, head in enumerate(heads)) != 1:
        return False
    for start in range(len(heads)):
        place, steps = start, 0
        while heads[place] != place:
            place, steps = heads[place], steps + 1
            if steps > len(heads):
                return False
    return True


def is_legal(labels: list[str]) -> bool:
    inside = ""
    for label in labels:
        if inside and (label[0] not in "IL" or label[2:] != inside):
            return False
        if not inside and label[0] in "IL":
            return False
        inside = label[2:] if label[0] in "BI" else ""
    return not inside


@given(st.integers(1, 12).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=ANY)))
def test_any_scores_give_a_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_tree(decode.tree(scores[:, 1:], scores[:, 0]).tolist())


@settings(max_examples=60)
@given(st.integers(1, 4).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=PLAIN)))
def test_no_tree_scores_higher_where_the_greedy_one_is_no_tree(scores: np.ndarray) -> None:
    size = len(scores)
    weights = scores[:, 1:].copy()
    np.fill_diagonal(weights, scores[:, 0])
    best = max(
        sum(float(weights[place, head]) for place, head in enumerate(heads))
        for heads in product(range(size), repeat=size)
        if is_tree(list(heads))
    )
    found = decode.tree(scores[:, 1:], scores[:, 0])
    assert sum(float(weights[place, head]) for place, head in enumerate(found)) == best


@given(st.integers(1, 10).flatmap(lambda n: arrays(np.float32, (n, len(LABELS)), elements=ANY)))
def test_any_scores_give_legal_names(scores: np.ndarray) -> None:
    found = decode.viterbi(scores, *decode.allowed(LABELS))
    assert is_legal([LABELS[label] for label in found])


@settings(max_examples=30)
@given(st.integers(1, 3).flatmap(lambda n: arrays(np.float32, (n, len(LABELS)), elements=PLAIN)))
def test_no_legal_names_score_higher(scores: np.ndarray) -> None:
    found = decode.viterbi(scores, *decode.allowed(LABELS))
    best = max(
        sum(float(scores[place, label]) for place, label in enumerate(labels))
        for labels in product(range(len(LABELS)), repeat=len(scores))
        if is_legal([LABELS[label] for label in labels])
    )
    assert sum(float(scores[place, label]) for place, label in enumerate(found)) == best
