"""Annotated files as spaCy documents to score against: CoNLL-U, two- or more-column IOB2, and spaCy's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from tui.training.examples import UNKNOWN, Named, Tree
from tui.training.gazetteer import state
from tui.training.gum import gum_names
from tui.training.names import guessed_spaces, named_spans, spans_of
from tui.training.treebank import opened, read_blocks, tree_of

DOCUMENT = "newscast_document"
"""Key of `user_data`: the number of the document that a paragraph stands in, where the file tells."""


class UnreadableGold(Exception):
    """An annotated file that cannot be scored against; the message names it and says what is wrong."""


def read(path: Path, vocab: Vocab) -> list[Doc]:
    """The file's paragraphs as documents. Raises UnreadableGold."""
    kind = path.name.removesuffix(".gz").rpartition(".")[2]
    try:
        if kind == "conllu":
            docs = list(conllu(path, vocab))
        elif kind == "spacy":
            docs = [doc for doc in DocBin().from_disk(path).get_docs(vocab) if doc.text.strip()]
        elif kind in {"iob2", "iob", "bio", "conll", "txt", "tsv"}:
            docs = list(iob(path, vocab))
        else:
            raise UnreadableGold(f"{path}: unknown kind of file; name a .conllu, .iob2, .conll or .spacy file")
    except OSError as error:
        raise UnreadableGold(f"{path}: cannot be read ({error.strerror or error})") from None
    except (ValueError, IndexError, KeyError) as error:
        raise UnreadableGold(f"{path}: not a readable .{kind} file ({str(error)[:100]})") from None
    if not docs:
        raise UnreadableGold(f"{path}: holds no annotated sentence")
    return docs


def conllu(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """A treebank's paragraphs; names where the file has GUM's `Entity=`."""
    blocks = list(read_blocks(path))
    trees = [tree_of(block) for block in blocks]
    has_names = any("Entity=" in row[9] for block in blocks for row in block.rows)
    names: Sequence[Named | None] = gum_names(blocks) if has_names else [None] * len(trees)
    begins = [place for place, tree in enumerate(trees) if not tree.follows]
    for start, end in pairwise([*begins, len(trees)]):
        doc = paragraph(list(zip(trees[start:end], names[start:end], strict=True)), vocab)
        number_document(doc, blocks[start].document)
        yield doc


def number_document(doc: Doc, number: int) -> None:
    """Note the document that a paragraph stands in; a number below 0 says that the file names none."""
    if number >= 0:
        doc.user_data[DOCUMENT] = number


def paragraph(part: Sequence[tuple[Tree, Named | None]], vocab: Vocab) -> Doc:
    """Sentences as one document."""
    heads: list[int] = []
    for tree, _ in part:
        offset = len(heads)
        heads.extend(offset + head for head in tree.heads)

    def column(name: str) -> list[str]:
        return [value for tree, _ in part for value in getattr(tree, name)]

    spaces = [value for tree, _ in part for value in tree.spaces]
    deps = ["ROOT" if dep == "root" else dep for dep in column("deps")]
    doc = Doc(vocab, words=column("words"), spaces=spaces, tags=column("xpos"), pos=column("upos"),
              morphs=column("feats"), lemmas=column("lemmas"), heads=heads, deps=deps)  # fmt: skip
    if all(named for _, named in part):
        set_names(doc, [label for _, named in part if named for label in named.labels])
    return doc


def set_names(doc: Doc, labels: Sequence[str]) -> None:
    """Mark the names of BILOU labels; what is unknown stays unknown to the scorer too."""
    spans = [Span(doc, start, end, label) for start, end, label in named_spans(labels)]
    unknown = [Span(doc, place, place + 1) for place, label in enumerate(labels) if label == UNKNOWN]
    doc.set_ents(spans, missing=unknown, default="outside")


def iob(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """The sentences of a file with a word and its IOB tag a line; of several columns the first that holds tags."""
    with opened(path) as file:
        text = file.read()
    document = -1
    for part in text.split("\n\n"):
        document += part.startswith("-DOCSTART-") or "# newdoc" in part
        rows = [line.split("\t" if "\t" in line else " ") for line in part.split("\n") if line and line[0] != "#"]
        written = next((line[9:] for line in part.split("\n") if line.startswith("# text = ")), "")
        rows = [row for row in rows if row[0] != "-DOCSTART-"]
        if not rows:
            continue
        numbered = rows[0][0].isdigit() and len(rows[0]) > 2
        words = [row[1 if numbered else 0] for row in rows]
        tags = [row[2] if numbered else row[-1] for row in rows]
        doc = Doc(vocab, words=words, spaces=spaces_of(words, written))
        spans = spans_of(["O" if tag[2:] == "O" else tag for tag in tags])
        doc.set_ents([Span(doc, start, end, label) for start, end, label in spans], default="outside")
        number_document(doc, document)
        yield doc


def with_states_as_places(docs: Sequence[Doc]) -> list[Doc]:
    """UNER's documents with each state a place (LOC), also where it acts and UNER calls it an organisation (ORG).

    Our label for a state is GPE in either case, so one of UNER's two cannot be told.
    """
    found = []
    for doc in docs:
        other = doc.copy()
        spans = [Span(other, ent.start, ent.end, "LOC" if state(ent.text) else ent.label_) for ent in doc.ents]
        other.set_ents(spans, default="outside")
        found.append(other)
    return found


def spaces_of(words: Sequence[str], text: str) -> list[bool]:
    """Where spaces follow, by the text where it is written down, else by habit."""
    spaces, position = [], 0
    for word in words:
        found = text.find(word, position)
        if found < 0:
            return list(guessed_spaces(words))
        position = found + len(word)
        spaces.append(text[position : position + 1] == " ")
    return spaces
