"""Annotated files and the figures of a pipeline on them."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from tests.cli.test_errors import newscast
from tui.pipelines.gold import UnreadableGold, read, with_states_as_places
from tui.pipelines.scoring import score

CONLLU = """# newdoc id = one
# text = Odile Tarn closed it.
1\tOdile\tOdile\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\t_
2\tTarn\tTarn\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\t_
3\tclosed\tclose\tVERB\tVBD\t_\t0\troot\t_\t_
4\tit\tit\tPRON\tPRP\t_\t3\tobj\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

"""
IOB = "Odile\tB-PER\nTarn\tI-PER\nleft\tO\nBrackwater\tB-LOC\n.\tO\n"


@pytest.fixture
def known() -> Language:
    """A pipeline that hangs everything on the third word and knows one person."""
    nlp = spacy.blank("en")

    @Language.component("test_known")
    def annotate(doc: Doc) -> Doc:
        for token in doc:
            token.head, token.dep_ = doc[2], "ROOT" if token.i == 2 else "obj"
            token.tag_, token.lemma_ = "NNP", token.text
        doc.ents = [Span(doc, 0, 2, "PERSON")]
        return doc

    nlp.add_pipe("test_known")
    return nlp


def test_trees_are_scored_over_words_that_are_no_punctuation(known: Language, tmp_path: Path) -> None:
    path = tmp_path / "gold.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    shares = score(known, read(path, known.vocab)).shares
    assert shares["dep_uas"] == pytest.approx(3 / 4)
    assert shares["dep_las"] == pytest.approx(2 / 4)
    assert shares["tag_acc"] == pytest.approx(2 / 5)


def test_paragraphs_of_one_document_are_read_together(known: Language, tmp_path: Path) -> None:
    seen: list[str] = []

    @Language.component("test_heard")
    def hear(doc: Doc) -> Doc:
        seen.append(doc.text)
        return doc

    known.add_pipe("test_heard")
    trees, names = tmp_path / "gold.conllu", tmp_path / "gold.iob2"
    trees.write_text(CONLLU + CONLLU.replace("newdoc", "newpar") + CONLLU, encoding="utf-8")
    names.write_text(f"# newdoc\n{IOB}\n{IOB}\n# newdoc\n{IOB}", encoding="utf-8")
    score(known, read(trees, known.vocab))
    found = score(known, read(names, known.vocab)).names["PER"]
    tree, name = "Odile Tarn closed it.", "Odile Tarn left Brackwater."
    assert seen == [f"{tree}\n\n{tree}", tree, f"{name}\n\n{name}", name]
    assert (found.right, found.predicted, found.gold) == (2, 2, 3)


def test_names_are_scored_in_the_labels_of_the_gold(known: Language, tmp_path: Path) -> None:
    path = tmp_path / "gold.iob2"
    path.write_text(IOB, encoding="utf-8")
    names = score(known, read(path, known.vocab)).names
    assert (names["PER"].precision, names["PER"].recall) == (1, 1)
    assert (names["all"].precision, names["all"].recall) == (1, 0.5)


def test_a_state_that_acts_can_be_scored_as_a_place(known: Language, tmp_path: Path) -> None:
    path = tmp_path / "gold.iob2"
    path.write_text("Norway\tB-ORG\nand\tO\nUnesco\tB-ORG\nmet\tO\n", encoding="utf-8")
    (doc,) = with_states_as_places(read(path, known.vocab))
    assert [(span.text, span.label_) for span in doc.ents] == [("Norway", "LOC"), ("Unesco", "ORG")]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [("a.conllu", "1\tword\n", "ten columns"), ("a.iob2", "", "no annotated"), ("a.pdf", "x", "unknown kind")],
)
def test_a_file_that_is_no_gold_is_told(name: str, content: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableGold, match=told):
        read(path, spacy.blank("en").vocab)


def test_the_command_scores_the_good_files_and_names_the_bad_one(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.iob2", tmp_path / "missing.iob2"
    good.write_text(IOB, encoding="utf-8")
    run = newscast("pipeline", "evaluate", bad, good, "--format", "json")
    assert run.returncode == 2
    assert "missing.iob2" in run.stderr.decode() and run.stderr.decode().count("\n") == 1
    assert json.loads(run.stdout)[str(good)]["names"]["all"]["gold"] == 2


def test_the_command_tells_what_is_shipped() -> None:
    shown = newscast("pipeline", "info").stdout.decode()
    assert "en_newscast" in shown and "CC BY-SA 4.0" in shown and "PERSON" in shown
