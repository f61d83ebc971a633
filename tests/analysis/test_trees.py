"""What is mended in the trees leaves them trees."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from tui.analysis.claims import find_drafts
from tui.analysis.syntax import read
from tui.articles import from_text


def test_a_subject_is_not_moved_below_itself() -> None:
    words = ["Men", "said", "“", "knows", "”", "."]
    doc = Doc(
        Vocab(), words=words, spaces=[True, True, False, False, False, False],
        tags=["NNS", "VBD", "``", "VBZ", "''", "."], pos=["NOUN", "VERB", "PUNCT", "VERB", "PUNCT", "PUNCT"],
        lemmas=["man", "say", "“", "know", "”", "."],
        heads=[3, 0, 3, 3, 3, 3], deps=["nsubj", "acl", "punct", "ROOT", "punct", "punct"],
    )  # fmt: skip
    for word in read(doc, from_text(doc.text, "own").paragraphs).words:
        seen = []
        while word.head is not word:
            assert word not in seen
            seen.append(word)
            word = word.head


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
