"""The shipped pipeline: any text gives whole sentences, and damage is told."""

import shutil
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tui.analysis.identity import locate
from tui.pipelines.components.model import Encoder


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(locate(None))


SCORES = [
    2.1,
    0.85,
    2.41,
    2.13,
    1.77,
    1.85,
    1.48,
    1.9,
    0.66,
    0.59,
    1.36,
    0.58,
    1.23,
    -0.8,
    -0.97,
    0.01,
    2.9,
    1.97,
    1.52,
    1.72,
]
"""Of the best label of each word's name."""

# spaCy itself takes no lone surrogates; `tui.text.clean` has none.
TEXT = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("aZ .,\"'“”\n\t-(U.S.)\u200b\u202e\x00")), max_size=200
)


@settings(max_examples=60, deadline=None)
@given(text=TEXT)
def test_any_text_gives_trees_and_names_inside_it(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for sentence in doc.sents:
        assert [token for token in sentence if token.head == token] == [sentence.root]
        assert all(token.head.sent == sentence for token in sentence)
        assert "\n" not in sentence.text.strip()
    assert all(not span.text.isspace() for span in doc.ents)


def test_a_long_sentence_and_a_long_paragraph_come_out_whole(nlp: Language) -> None:
    text = "and the boat " * 400 + "sank. " + "The mayor said it would sail. " * 200
    doc = nlp(text)
    assert len(doc) == len(text.replace(".", " .").split())
    assert len(list(doc.sents)) >= 200


def test_what_users_of_other_pipelines_read_is_set(nlp: Language) -> None:
    doc = nlp("“We will not close the harbour,” Mayor Odile Tarn told the BBC on Monday.")
    told = next(token for token in doc if token.text == "told")
    assert (told.lemma_, told.pos_, told.tag_) == ("tell", "VERB", "VBD")
    assert told.dep_ == "ROOT" and "Tense=Past" in str(told.morph)
    assert {token.text for token in told.children if token.dep_ == "nsubj"} <= {"Mayor", "Odile", "Tarn"}
    assert ("Odile Tarn", "PERSON") in [(span.text, span.label_) for span in doc.ents]
    assert ("Monday", "DATE") in [(span.text, span.label_) for span in doc.ents]


def test_sentences_hold_after_abbreviations(nlp: Language) -> None:
    text = "Gen. Lee left the U.S. embassy at 9 a.m. local time. He did not come back."
    assert [sentence.text.strip() for sentence in nlp(text).sents] == [text[:52].strip(), text[52:].strip()]


def test_every_processor_comes_to_the_same_scores() -> None:
    # Of this version's weights. Where sums of eight-bit products overflow, as they do without VNNI, some are off by .2.
    encoder = Encoder(locate(None) / "newscast_encoder")
    text = "The Taliban fired 40 rockets on Herat , Col. Amir Shah of the Afghan National Army said on Monday ."
    words = text.split()
    ((_, names),) = encoder.read_with_names([(words, [0] * len(words))])
    assert names.max(1) == pytest.approx(SCORES, abs=0.05)


def test_a_changed_file_is_not_loaded(tmp_path: Path) -> None:
    copy = tmp_path / "en_newscast"
    shutil.copytree(locate(None), copy)
    with (copy / "newscast_encoder" / "wordpieces.txt").open("a", encoding="utf-8") as file:
        file.write("more\n")
    with pytest.raises(ValueError, match="not the file that was shipped"):
        spacy.load(copy)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    copy = tmp_path / "en_newscast"
    shutil.copytree(locate(None), copy)
    (copy / "newscast_encoder" / "model.onnx").unlink()
    with pytest.raises(ValueError, match="not a whole encoder"):
        spacy.load(copy)


def test_a_mark_that_opens_after_a_comma_is_a_word_of_its_own(nlp: Language) -> None:
    assert [token.text for token in nlp.make_doc("Sales fell,”Keller said.")] == [
        "Sales", "fell", ",", "”", "Keller", "said", ".",
    ]  # fmt: skip
