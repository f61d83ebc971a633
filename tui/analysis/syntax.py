"""The parse as the rules see it: words with Universal Dependencies relations, whatever pipeline made them.

The rules never touch spaCy objects. `read` copies what they need out of a `Doc`, leaves white space tokens
out, turns ClearNLP trees (those of the en_core_web pipelines) into Universal Dependencies, and repairs slips
that every statistical parser makes.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from tui.analysis.cues import lemma_of, saying, verbs
from tui.analysis.quotes import Marks, Quotation, edges, quotations
from tui.analysis.trees import (
    find_subjects,
    lift_coordinates,
    lift_participles,
    part_subjects,
    repair,
    said_first,
    subject_of_last,
    subjects_out_of_marks,
    to_universal,
)
from tui.analysis.words import Sentence, Word
from tui.articles.article import Paragraph

CLEARNLP_ONLY = frozenset({"dobj", "pobj", "nsubjpass", "attr", "prep", "pcomp", "auxpass", "poss"})


class Syntax:
    """The words and sentences of one text, with the entities that the pipeline saw."""

    def __init__(self, text: str, words: list[Word], paragraphs: tuple[Paragraph, ...]) -> None:
        self.text = text
        self.words = words
        self.paragraphs = paragraphs
        self.sentences: list[Sentence] = []
        self._by_start = {word.start: word for word in words}

    def word_at(self, start: int) -> Word | None:
        """The word that begins at an offset."""
        return self._by_start.get(start)

    def within(self, start: int, end: int) -> list[Word]:
        """The words that begin in a stretch of the text."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        return self.words[first : bisect_left(self.words, end, key=lambda word: word.start)]

    def role(self, sentence: Sentence) -> str:
        """The role of the paragraph in which a sentence stands."""
        return self.paragraphs[sentence.paragraph].role if self.paragraphs else "body"

    def story(self) -> Iterator[Sentence]:
        """The sentences of the article itself, without a web page's leavings."""
        return (sentence for sentence in self.sentences if self.role(sentence) != "boilerplate")


def read(doc: Any, paragraphs: tuple[Paragraph, ...]) -> Syntax:
    """Copy a parsed `Doc` into a `Syntax`."""
    tokens = [token for token in doc if not token.is_space]
    words = [_word(index, token) for index, token in enumerate(tokens)]
    position = {token.i: index for index, token in enumerate(tokens)}
    parsed = doc.has_annotation("DEP")
    for word, token in zip(words, tokens, strict=True):
        head = position.get(token.head.i) if parsed else None
        word.head = words[head] if head is not None else word
    syntax = Syntax(doc.text, words, paragraphs)
    found = quotations(syntax.text, syntax.paragraphs)
    _cut(syntax, [bool(token.is_sent_start) for token in tokens], found)
    if any(word.dep in CLEARNLP_ONLY for word in words):
        to_universal(words)
    repair(words)
    for sentence in syntax.sentences:
        said_first(sentence)
    inside = Marks(syntax.text, found).inside
    lift_participles(words, saying(), verbs(), inside)
    lift_coordinates(words, saying(), verbs())
    for sentence in syntax.sentences:
        _edges(sentence)
        subject_of_last(sentence, saying())
        subjects_out_of_marks(sentence, inside)
        find_subjects(sentence)
        part_subjects(sentence)
    return syntax


def _word(index: int, token: Any) -> Word:
    word = Word(index, token.text, token.idx)
    word.lemma = (token.lemma_ or token.lower_).lower()
    word.tag = token.tag_
    word.pos = token.pos_
    word.dep = token.dep_ or "dep"
    if word.pos == "VERB":
        word.lemma = lemma_of(word.lower, word.lemma)
    word.entity = token.ent_type_
    word.entity_begins = token.ent_iob_ == "B"
    return word


def _cut(syntax: Syntax, starts: list[bool], found: list[Quotation]) -> None:
    """Cut the words into sentences; a paragraph always starts one, and no head stands outside its sentence."""
    opening, closing = edges(found)
    current: list[Word] = []
    paragraph, number, opened = -1, 0, False
    for word, starts_sentence, next_starts in zip(syntax.words, starts, [*starts[1:], True], strict=True):
        while number + 1 < len(syntax.paragraphs) and syntax.paragraphs[number + 1].start <= word.start:
            number += 1
        # An opening mark goes with what it opens, a closing one with what it closes.
        if word.start in opening:
            starts_sentence = starts_sentence or next_starts
        elif opened or word.start in closing:
            starts_sentence = False
        if current and (starts_sentence or number != paragraph):
            syntax.sentences.append(Sentence(len(syntax.sentences), current, paragraph))
            current = []
        paragraph, opened = number, word.start in opening
        current.append(word)
    if current:
        syntax.sentences.append(Sentence(len(syntax.sentences), current, paragraph))
    for sentence in syntax.sentences:
        for word in sentence.words:
            word.sentence = sentence
        for word in sentence.words:
            if word.head.sentence is not sentence:
                word.head = word
            if word.head is word:
                word.dep = "root"


def _edges(sentence: Sentence) -> None:
    """Give every word its children and the edges of its subtree, without recursion."""
    for word in sentence.words:
        word.children = []
        word.left = word.right = word
    for word in sentence.words:
        if word.head is not word:
            word.head.children.append(word)
    for word in reversed(_top_down(sentence)):
        head = word.head
        if word.left.i < head.left.i:
            head.left = word.left
        if word.right.i > head.right.i:
            head.right = word.right


def _top_down(sentence: Sentence) -> list[Word]:
    order = [word for word in sentence.words if word.head is word]
    for word in order:
        order.extend(word.children)
    return order
