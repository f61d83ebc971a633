"""What is mended in the trees leaves them trees."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

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
