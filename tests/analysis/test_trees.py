"""What is mended in the trees leaves them trees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tui.analysis.claims import find_drafts
from tui.analysis.syntax import Syntax, read
from tui.analysis.words import Sentence, Word
from tui.articles import from_text

# What the rules look at, with its tag and its part of speech.
WORDS = {
    "Said": ("NNP", "PROPN"), "said": ("VBD", "VERB"), "Keller": ("NNP", "PROPN"), "he": ("PRP", "PRON"),
    "him": ("PRP", "PRON"), "citing": ("VBG", "VERB"), "warning": ("VBG", "VERB"), "told": ("VBD", "VERB"),
    "asked": ("VBN", "VERB"), "called": ("VBD", "VERB"), "which": ("WDT", "PRON"), "that": ("IN", "SCONJ"),
    "but": ("CC", "CCONJ"), "a": ("DT", "DET"), "poll": ("NN", "NOUN"), "shows": ("VBZ", "VERB"), "to": ("TO", "PART"),
    "for": ("IN", "ADP"), ",": (",", "PUNCT"), "“": ("``", "PUNCT"), "”": ("''", "PUNCT"), ":": (":", "PUNCT"),
}  # fmt: skip
LEMMAS = {
    "said": "say", "citing": "cite", "warning": "warn", "told": "tell", "asked": "ask", "called": "call",
    "shows": "show",
}  # fmt: skip
DEPS = [
    "nsubj", "nsubj:pass", "obj", "iobj", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "cc", "mark", "case",
    "flat", "appos", "obl", "obl:agent", "parataxis", "punct", "advmod", "nmod", "csubj", "dep",
]  # fmt: skip


def parsed(words: list[str], heads: list[int], deps: list[str]) -> Syntax:
    """Words of `WORDS` as a parser may have read them."""
    tags, kinds = zip(*(WORDS[word] for word in words), strict=True)
    lemmas = [LEMMAS.get(word, word) for word in words]
    doc = Doc(Vocab(), words=words, tags=tags, pos=kinds, lemmas=lemmas, heads=heads, deps=deps)
    return read(doc, from_text(doc.text, "own").paragraphs)


def whole(sentence: Sentence) -> list[Word]:
    """The words of a sentence that are reached from its roots."""
    found = [word for word in sentence.words if word.head is word]
    for word in found:
        found.extend(child for child in sentence.words if child.head is word and child is not word)
    return found


@given(st.data())
def test_any_tree_stays_a_tree_and_is_searched_to_its_end(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(list(WORDS)), min_size=2, max_size=14))
    order = data.draw(st.permutations(range(len(words))))
    heads, deps = list(range(len(words))), ["ROOT"] * len(words)
    for place, index in enumerate(order[1:], 1):
        heads[index], deps[index] = order[data.draw(st.integers(0, place - 1))], data.draw(st.sampled_from(DEPS))
    syntax = parsed(words, heads, deps)
    assert all(len(whole(sentence)) == len(sentence.words) for sentence in syntax.sentences)
    find_drafts(syntax)


@pytest.mark.parametrize(
    ("words", "heads", "deps"),
    [
        ("Keller said “ shows ”", [3, 0, 3, 3, 3], ["nsubj", "acl", "punct", "ROOT", "punct"]),
        (
            "Keller said “ shows , ” citing Keller",
            [1, 6, 3, 3, 3, 3, 3, 6],
            ["nsubj", "acl", "punct", "ROOT", "punct", "punct", "advcl", "obj"],
        ),
    ],
)
def test_nothing_is_moved_below_itself(words: str, heads: list[int], deps: list[str]) -> None:
    syntax = parsed(words.split(), heads, deps)
    assert all(len(whole(sentence)) == len(sentence.words) for sentence in syntax.sentences)


def test_a_word_of_saying_whose_subject_was_misread_takes_the_name_before_it() -> None:
    words = ["In", "Hull", ",", "Keller", "said", "it", "rained", "but", "added", ",", "“", "We", "stay", ".", "”"]
    doc = Doc(
        Vocab(), words=words, spaces=[word not in {"Hull", "added", "“", "stay", ".", "”"} for word in words],
        tags=["IN", "NNP", ",", "NNP", "VBD", "PRP", "VBD", "CC", "VBD", ",", "``", "PRP", "VBP", ".", "''"],
        pos=["ADP", "PROPN", "PUNCT", "PROPN", "VERB", "PRON", "VERB", "CCONJ", "VERB", "PUNCT", "PUNCT", "PRON",
             "VERB", "PUNCT", "PUNCT"],
        lemmas=["in", "Hull", ",", "Keller", "say", "it", "rain", "but", "add", ",", "“", "we", "stay", ".", "”"],
        heads=[1, 4, 3, 1, 4, 6, 4, 8, 4, 8, 12, 12, 8, 4, 4],
        deps=["case", "obl", "punct", "appos", "ROOT", "nsubj", "ccomp", "cc", "conj", "punct", "punct", "nsubj",
              "ccomp", "punct", "punct"],
    )  # fmt: skip
    drafts, _ = find_drafts(read(doc, from_text(doc.text, "own").paragraphs))
    speakers = {draft.verb.text: draft.source_head for draft in drafts if draft.verb is not None}
    assert {verb: head.text if head else None for verb, head in speakers.items()} == {"said": "Hull", "added": "Hull"}
