"""Words as pieces and shapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.pipelines.components.wordpiece import MOST_PIECES, SHAPES, WordPieces, shape

VOCABULARY = [*(f"[unused{n}]" for n in range(103)), "harbour", "har", "##bour", "##b", "-", "'", '"', "cafe", "s", "."]


def pieces(word: str) -> list[str]:
    return [VOCABULARY[number] for number in WordPieces(VOCABULARY).pieces(word)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Harbour", ["harbour"]),
        ("harb", ["har", "##b"]),
        ("Café's", ["cafe", "'", "s"]),
        ("“", ['"']),
        ("har–harbour", ["har", "-", "harbour"]),
        ("zzz", [VOCABULARY[100]]),
        ("", [VOCABULARY[100]]),
    ],
)
def test_the_longest_pieces_come_first(word: str, expected: list[str]) -> None:
    assert pieces(word) == expected


@given(st.text())
def test_every_string_has_one_to_eight_pieces_and_a_shape(word: str) -> None:
    assert 1 <= len(WordPieces(VOCABULARY).pieces(word)) <= MOST_PIECES
    assert 0 <= shape(word) < len(SHAPES)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("harbour", "lower"), ("Harbour", "title"), ("BBC", "upper"), ("U.S.", "upper"), ("A", "capital"),
        ("McKay", "title"), ("iPad", "mixed"), ("MPs", "mixed"), ("1,200", "number"), ("4th", "digits"),
        ("…", "punctuation"), ("”", "quote"), ("港", "other"),
    ],
)  # fmt: skip
def test_shapes_tell_case_apart(word: str, expected: str) -> None:
    assert SHAPES[shape(word)] == expected
