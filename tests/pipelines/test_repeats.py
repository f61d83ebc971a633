"""One name, one kind: a word's scores drawn to those of its equals in a document."""

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.identity import locate
from tui.pipelines.components.decode import Floats
from tui.pipelines.components.repeats import drawn_together, kinds, runs_of

LABELS = ["O", "B-ORG", "I-ORG", "L-ORG", "U-ORG", "B-GPE", "I-GPE", "L-GPE", "U-GPE"]
NUMBERS = st.floats(-30, 30, width=32)


def scores_of(*rows: dict[str, float]) -> Floats:
    return np.array([[row.get(label, 0.0) for label in LABELS] for row in rows], np.float32)


def best(scores: Floats) -> list[str]:
    return [LABELS[number] for number in scores.argmax(1)]


def test_a_run_ends_where_a_word_is_small_or_no_part_of_a_name() -> None:
    words = ["Then", "Selin", "Vance", "of", "Vance", "&", "Co"]
    parts = ["ADV", "PROPN", "PROPN", "ADP", "PROPN", "CCONJ", "PROPN"]
    assert runs_of(words, parts) == [
        ("", 0), ("selin vance", 0), ("selin vance", 1), ("", 0), ("vance", 0), ("", 0), ("co", 0),
    ]  # fmt: skip


def test_the_uncertain_word_follows_the_certain_ones() -> None:
    scores = scores_of({"U-GPE": 9}, {"U-ORG": 3, "U-GPE": 2}, {"U-GPE": 9})
    runs = [("coron", 0)] * 3
    assert best(scores) == ["U-GPE", "U-ORG", "U-GPE"]
    assert best(drawn_together(runs, scores, kinds(LABELS))) == ["U-GPE"] * 3


def test_a_name_that_one_sentence_hides_is_found_by_the_others() -> None:
    scores = scores_of({"U-ORG": 9}, {"O": 3, "U-ORG": 2.5}, {"U-ORG": 9})
    assert best(drawn_together([("liber", 0)] * 3, scores, kinds(LABELS))) == ["U-ORG"] * 3


def test_words_of_other_names_keep_their_scores() -> None:
    scores = scores_of({"U-GPE": 9}, {"U-ORG": 3}, {"O": 3})
    drawn = drawn_together([("vance", 0), ("vance trust", 0), ("", 0)], scores, kinds(LABELS))
    np.testing.assert_array_equal(drawn, scores)


@given(
    st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.lists(NUMBERS, min_size=9, max_size=9)), min_size=1),
)
def test_any_scores_stay_numbers(rows: list[tuple[str, list[float]]]) -> None:
    scores = np.array([row for _, row in rows], np.float32)
    drawn = drawn_together([(name, 0) for name, _ in rows], scores, kinds(LABELS))
    assert drawn.shape == scores.shape
    assert np.isfinite(drawn).all()


def test_a_document_tells_what_its_last_paragraph_leaves_open() -> None:
    nlp = spacy.load(locate(None))
    town = "They live in Harrow, a town in the north of England."
    assert [span.label_ for span in nlp("Harrow said no.").ents] == ["PERSON"]
    last = nlp("\n\n".join([*[town] * 6, "Harrow said no."])).ents[-1]
    assert (last.text, last.label_) == ("Harrow", "GPE")


@pytest.mark.parametrize("text", ["", "\n\n", "Harrow", "Harrow\n\nHarrow\n\n"])
def test_short_and_empty_texts_are_read(text: str) -> None:
    doc = spacy.load(locate(None))(text)
    assert {span.text for span in doc.ents} <= {"Harrow"}
