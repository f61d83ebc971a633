"""Lemmas learned from words."""

from pathlib import Path

from tui.pipelines.components.lemmas import Lemmas, learn

SEEN = [
    ("was", "AUX", "VBD", "be"),
    ("walked", "VERB", "VBD", "walk"),
    ("talked", "VERB", "VBD", "talk"),
    ("went", "VERB", "VBD", "go"),
    ("ships", "NOUN", "NNS", "ship"),
    ("maps", "NOUN", "NNS", "map"),
]


def test_what_was_seen_is_looked_up_whatever_its_case() -> None:
    lemmas = learn(SEEN)
    assert [lemmas.lemma(word, "VERB", "VBD") for word in ("went", "Went", "WENT")] == ["go"] * 3
    assert lemmas.lemma("was", "AUX", "VBD") == "be"


def test_what_was_not_seen_goes_by_its_ending() -> None:
    lemmas = learn(SEEN)
    assert lemmas.lemma("baulked", "VERB", "VBD") == "baulk"
    assert lemmas.lemma("Caps", "NOUN", "NNS") == "cap"


def test_names_keep_their_case() -> None:
    assert learn(SEEN).lemma("Ships", "PROPN", "NNP") == "Ships"


def test_a_table_read_again_says_the_same(tmp_path: Path) -> None:
    lemmas = learn(SEEN)
    lemmas.to_file(tmp_path / "lemmas.json")
    again = Lemmas.from_file(tmp_path / "lemmas.json")
    assert [again.lemma(w, u, x) for w, u, x, _ in SEEN] == [lemma for *_, lemma in SEEN]
