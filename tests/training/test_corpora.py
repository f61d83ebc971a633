"""What the sources say, in one set of labels."""

import gzip
import json
from dataclasses import asdict
from pathlib import Path
from random import Random

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from tui.training.augment import styled, swap_names
from tui.training.data import Example, without_stop
from tui.training.examples import Named, Tree
from tui.training.gazetteer import demonym, place_label
from tui.training.gum import gum_names
from tui.training.gum import named as gum_named
from tui.training.names import bilou, named_spans, settled, spans_of, without_titles
from tui.training.quotes import quote_trees, with_dateline
from tui.training.silver import LEAST_AGREED, agreed_tags, read
from tui.training.tokens import learnt, teach
from tui.training.treebank import Block, read_blocks, read_conllu

GUM = """# newdoc id = GUM_own
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
1\tMayor\tmayor\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-2-sgl
2\tOdile\tOdile\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tTarn\tTarn\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
4\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
5\tBrackwater\tBrackwater\tPROPN\tNNP\t_\t6\tcompound\t_\tEntity=(2-place-new-nnnnn-cf2-2-sgl(3-place-new-nnnnn-cf2-1-sgl)
6\tharbour\tharbour\tNOUN\tNN\t_\t4\tobj\t_\tEntity=2)|SpaceAfter=No
7-8\tcannot\t_\t_\t_\t_\t_\t_\t_\t_
7\tcan\tcan\tAUX\tMD\t_\t4\tdep\t_\t_
8\tnot\tnot\tPART\tRB\t_\t4\tdep\t_\t_

"""


@pytest.fixture
def gum(tmp_path: Path) -> Path:
    path = tmp_path / "own.conllu"
    path.write_text(GUM, encoding="utf-8")
    return path


def test_names_of_gum_lose_titles_and_common_heads(gum: Path) -> None:
    (named,) = gum_names(list(read_blocks(gum)))
    found = [(word, label) for word, label in zip(named.words, named.labels, strict=True) if label != "O"]
    assert found == [("Odile", "B-PERSON"), ("Tarn", "L-PERSON"), ("Brackwater", "U-GPE")]


def told(sentence: str, mentions: list[tuple[int, int, str]]) -> list[str]:
    """The names, with their labels, of words written "form", or "form|tag|head|relation" where that matters."""
    rows = []
    for number, word in enumerate(sentence.split(), 1):
        form, tag, head, relation = (word if "|" in word else f"{word}|NN|0|root").split("|")
        rows.append([str(number), form, form, "_", tag, "_", head, relation, "_", "_"])
    found = gum_named(Block(rows, (True,) * len(rows), 0, False), mentions)
    return [f"{' '.join(found.words[start:end])} {label}" for start, end, label in named_spans(found.labels)]


@pytest.mark.parametrize(
    ("sentence", "mentions", "names"),
    [
        (
            "United|NNP|2|amod Fells|NNP|0|root agreed",
            [(0, 2, "place")],
            ["United Fells GPE"],
        ),
        (
            "the|DT|3|det National|NNP|3|amod Archive|NNP|0|root of|IN|6|case the|DT|6|det Fells|NNP|3|nmod opened",
            [(0, 6, "organization"), (4, 6, "place")],
            ["National Archive of the Fells ORG"],
        ),
        (
            "Tarn|NNP|4|compound and|CC|3|cc Ghyll|NNP|1|conj Bank|NNP|0|root closed",
            [(0, 4, "organization"), (0, 1, "place")],
            ["Tarn and Ghyll Bank ORG"],
        ),
        (
            "Tarn|NNP|0|root and|CC|3|cc Ghyll|NNP|1|conj voted",
            [(0, 3, "place"), (0, 1, "place"), (2, 3, "place")],
            ["Tarn GPE", "Ghyll GPE"],
        ),
        (
            "Odile|NNP|4|nmod:poss 's|POS|1|case Music|NNP|4|compound Hall|NNP|0|root reopened",
            [(0, 4, "place"), (0, 2, "person")],
            ["Odile 's Music Hall FAC"],
        ),
        (
            "Iran|NNP|4|nmod:poss 's|POS|1|case Harbour|NNP|4|compound Ministry|NNP|0|root denied",
            [(0, 4, "organization"), (0, 2, "place")],
            ["Iran GPE", "Harbour Ministry ORG"],
        ),
        (
            "Harbour|NNP|2|compound Secretary|NNP|3|nmod:desc Odile|NNP|0|root Tarn|NNP|3|flat left",
            [(0, 4, "person")],
            ["Odile Tarn PERSON"],
        ),
        (
            "ABCD|NNP|2|compound Administrator|NNP|0|root left",
            [(0, 2, "person"), (0, 1, "organization")],
            ["ABCD ORG"],
        ),
        ("Odile|NNP|0|root Chair|NNP|1|flat left", [(0, 2, "person")], ["Odile Chair PERSON"]),
        (
            "Tarn|NNP|2|compound Mills|NNP|0|root ,|,|4|punct Inc.|NNP|2|appos ,|,|6|punct Ghyll|NNP|2|list sued",
            [(0, 6, "organization")],
            ["Tarn Mills , Inc. ORG"],
        ),
        ("the|DT|2|det Nation|NNP|0|root grew", [(0, 2, "place")], []),
        ("Iran|NNP|0|root acted", [(0, 1, "organization")], ["Iran GPE"]),
        ("the|DT|2|det Founders|NNPS|0|root wrote", [(0, 2, "person")], []),
        ("Warden|NNP|0|root of|IN|3|case Tarn|NNP|1|nmod left", [(0, 3, "person"), (2, 3, "place")], ["Tarn GPE"]),
        ("Odile|NNP|0|root II|CD|1|nummod reigned", [(0, 2, "person")], ["Odile II PERSON"]),
        ("Odile|NNP|0|root 2019|CD|1|nummod left", [(0, 2, "person")], ["Odile PERSON"]),
    ],
)
def test_a_name_of_gum_is_whole_and_no_more(
    sentence: str, mentions: list[tuple[int, int, str]], names: list[str]
) -> None:
    assert told(sentence, mentions) == names


def test_multiword_tokens_have_no_space_inside(gum: Path) -> None:
    (tree,) = read_conllu(gum)
    assert tree.spaces[5:] == (False, False, True)
    assert tree.heads[3] == 3


@given(st.lists(st.sampled_from(["O", "B-PER", "I-PER", "B-ORG", "I-ORG"])))
def test_spans_cover_what_is_tagged_and_nothing_else(tags: list[str]) -> None:
    spans = spans_of(tags)
    covered = [place for start, end, _ in spans for place in range(start, end)]
    assert covered == [place for place, tag in enumerate(tags) if tag != "O"]
    assert len(bilou(len(tags), spans)) == len(tags)


def test_labels_are_settled_by_words() -> None:
    assert settled(["Russia"], (0, 1, "ORG")) == (0, 1, "GPE")
    assert settled(["Irish"], (0, 1, "MISC")) == (0, 1, "NORP")
    assert without_titles(["Prime", "Minister", "Ann", "Lee"], (0, 4, "PERSON")) == (2, 4, "PERSON")
    places = {
        "LOC": ("the River Tees", "Gulf of Aden", "the Middle East", "Golan Heights"),
        "FAC": ("Heathrow Airport", "Hall of Fame", "Highway 12"),
        "GPE": ("Leeds", "South Korea", "Port Harcourt", "South Ossetia", "Salt Lake City"),
    }
    assert {label: tuple(map(place_label, names)) for label, names in places.items()} == {
        label: (label,) * len(names) for label, names in places.items()
    }
    assert demonym("Norwegians") and not demonym("Norway") and not demonym("norwegian")
    assert demonym("Korean") and demonym("Mayan") and not demonym("Korea")


@given(st.lists(st.sampled_from(["Mr.", '"', "said", "'s", "Leeds", "."]), min_size=1), st.integers())
def test_another_dress_keeps_the_number_of_words(words: list[str], seed: int) -> None:
    assert len(styled(words, Random(seed))) == len(words)


def test_names_are_swapped_within_their_kind_and_length() -> None:
    labels = ("B-PERSON", "L-PERSON", "O", "U-GPE", "O", "B-ORG", "L-ORG")
    named = Named(("Ann", "Lee", "left", "Leeds", "for", "Harbour", "Watch"), (True,) * 7, labels)
    names: dict[str, list[tuple[str, ...]]] = {"PERSON": [("Omar", "Diallo")], "GPE": [("Porto",), ("New", "York")]}
    names["ORG"] = [("Unesco",)]
    assert swap_names(named, names, Random(1)) == ("Omar", "Diallo", "left", "Porto", "for", "Harbour", "Watch")


def clause() -> Tree:
    words = ("The", "mayor", "closed", "the", "harbour", ".")
    return Tree(
        words, (True,) * 4 + (False, False), ("DET", "NOUN", "VERB", "DET", "NOUN", "PUNCT"),
        ("DT", "NN", "VBD", "DT", "NN", "."), ("",) * 6, ("the", "mayor", "close", "the", "harbour", "."),
        (1, 2, 2, 4, 2, 2), ("det", "nsubj", "root", "det", "obj", "punct"),
    )  # fmt: skip


def test_a_sentence_without_its_stop_is_otherwise_the_same() -> None:
    tree = clause()
    named = Named(tree.words, tree.spaces, ("O",) * 6)
    shorter = without_stop(Example(tree.words, tree, named, False))
    assert shorter.words == tree.words[:-1]
    assert shorter.tree and shorter.tree.heads == tree.heads[:-1] and shorter.named
    assert len(shorter.named.labels) == len(shorter.words)
    assert without_stop(shorter) == shorter


def test_made_trees_have_one_root_and_no_cycle() -> None:
    quotes = quote_trees([clause()], [("Ann", "Lee"), ("Omar",)], 200, Random(5))
    lines = [with_dateline(clause(), [("Leeds",), ("New", "York")], Random(seed)) for seed in range(50)]
    for tree in [*quotes, *lines]:
        assert sum(place == head for place, head in enumerate(tree.heads)) == 1
        for start in range(len(tree.words)):
            place, steps = start, 0
            while tree.heads[place] != place:
                place, steps = tree.heads[place], steps + 1
                assert steps <= len(tree.words)


def test_a_silver_tree_loses_contradicted_tags_and_is_not_believed_when_there_are_many() -> None:
    tree = clause()
    agreed = agreed_tags(tree, ("DT", "NN", "VBD", "DT", "NN", "ANY MARK"))
    assert agreed == tree
    longer = Tree(tree.words * 3, tree.spaces * 3, tree.upos * 3, tree.xpos * 3, tree.feats * 3, tree.lemmas * 3,
                  tree.heads * 3, tree.deps * 3)  # fmt: skip
    tags = list(longer.xpos)
    tags[1] = "JJ"
    doubted = agreed_tags(longer, tags)
    assert doubted is not None and doubted.heads == longer.heads
    assert [place for place, tag in enumerate(doubted.xpos) if tag == "-"] == [1]
    wrong = round((1 - LEAST_AGREED) * len(tags)) + 1
    assert agreed_tags(longer, ["FW"] * wrong + tags[wrong:]) is None


def test_silver_is_read_as_it_was_written(tmp_path: Path) -> None:
    tree = clause()
    named = Named(tree.words, tree.spaces, ("O",) * 6)
    odds = [[["O", 1.0]], [["U-PERSON", 0.75], ["U-ORG", 0.25]], *[[["O", 1.0]]] * 4]
    line = {"source": "gmb", "tree": asdict(tree), "labels": ["O", "U-PERSON", "O", "O", "O", "O"], "odds": odds}
    with gzip.open(tmp_path / "silver.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(one)}\n" for one in (line, {**line, "tree": None}))
    (first, second) = read(tmp_path / "silver.jsonl.gz", {"gmb": [named, named]})["gmb"]
    assert first[0] == tree and second[0] is None
    assert first[1].labels == ("O", "U-PERSON", "O", "O", "O", "O")
    assert first[1].odds_of(1) == (("U-PERSON", 0.75), ("U-ORG", 0.25))


def test_what_a_person_labelled_is_certain_and_the_unknown_has_no_odds() -> None:
    named = Named(("Tarn", "left"), (True, False), ("U-PERSON", "-"))
    assert [named.odds_of(place) for place in range(2)] == [(("U-PERSON", 1.0),), ()]


def of_words(*words: str) -> Tree:
    """A sentence of which only the words matter; a hyphen is glued to both its neighbours, other marks to the left."""
    after = [*words[1:], " "]
    spaces = tuple(not ("-" in (word, next_) or next_ == ".") for word, next_ in zip(words, after, strict=True))
    columns = ("X",) * len(words)
    return Tree(words, spaces, columns, columns, columns, words, (0,) * len(words), columns)


def test_words_are_cut_as_the_treebanks_cut_them() -> None:
    trees = [of_words(f"sub-{word}", "well", "-", word, ".") for word in ("zonal", "tidal", "polar")]
    trees += [of_words("Hbr.", "Ost", "and", "Harb", "."), of_words("Hbr.", "Nord")]
    assert learnt(trees) == (["sub"], ["Hbr."])
    nlp = spacy.blank("en")
    teach(nlp, trees)
    for text, words in (
        ("sub-zero", ["sub-zero"]),
        ("Tarn-sub-Fell", ["Tarn", "-", "sub", "-", "Fell"]),
        ("well-known", ["well", "-", "known"]),
        ("N-7", ["N", "-", "7"]),
        ("U.N.-led", ["U.N.", "-", "led"]),
        ("1914–18", ["1914", "–", "18"]),
        ("and/or", ["and", "/", "or"]),
        ("Hbr. Ost", ["Hbr.", "Ost"]),
        ("“It fell,”Keller said", ["“", "It", "fell", ",", "”", "Keller", "said"]),
        ("“It fell.”Then", ["“", "It", "fell", ".", "”", "Then"]),
        ('"It fell!"he', ['"', "It", "fell", "!", '"', "he"]),
        ("rock'n'roll", ["rock'n'roll"]),
        ("http://a.example/b-1-sub-c", ["http://a.example/b-1-sub-c"]),
    ):
        assert [token.text for token in nlp(text)] == words
