"""Load a language pipeline and analyse an article with it."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tui.analysis.components import analysis_of
from tui.analysis.identity import DEFAULT_PIPELINE, PipelineError, locate
from tui.analysis.model import Analysis
from tui.analysis.moving import moved
from tui.articles.article import Article
from tui.text import clean_line

STAGES = ("newscast_mentions", "newscast_actors", "newscast_claims", "newscast_disputes")
# Longer paragraphs are parsed in pieces, so that memory stays bounded.
_LONGEST = 50_000
_BATCH = 32
# How long a text is, in characters, of which something is told before all is done; the first stretch that is told;
# and how often progress is told in all.
_LONG = 60_000
_FIRST_PART = 20_000
_TOLD = 50

Told = Callable[[float, Analysis | None], None]
"""Hears how much is done (0 to 1), and now and then what is found in it."""


class _Piece(NamedTuple):
    start: int
    end: int
    is_text: bool


def load(name_or_path: str | None = None) -> Language:
    """Newscast's own pipeline, or any English one by package name or path, with our components in it.

    Raises PipelineError.
    """
    name = name_or_path or DEFAULT_PIPELINE
    folder = locate(name_or_path)
    try:
        # A package's own loader knows its folder; a folder is loaded as it is.
        nlp = spacy.load(name if name.isidentifier() and name != DEFAULT_PIPELINE else folder)
    except Exception as error:
        # Whatever a package runs when it loads can raise anything; the reader is told in one line.
        reason = clean_line(str(error))[:160]
        raise PipelineError(f"pipeline {clean_line(name)}: cannot be loaded ({reason}); install it again") from None
    if nlp.lang != "en":
        raise PipelineError(f"pipeline {clean_line(name)}: is for language {nlp.lang!r}; name an English one")
    if not any("token.dep" in nlp.get_pipe_meta(part).assigns for part in nlp.pipe_names):
        raise PipelineError(f"pipeline {clean_line(name)}: has no parser; name one that has, or leave --pipeline out")
    if "newscast_paragraphs" not in nlp.pipe_names:
        nlp.add_pipe("newscast_paragraphs", first=True)
    for stage in STAGES:
        if stage not in nlp.pipe_names:
            nlp.add_pipe(stage)
    return nlp


def analyse(article: Article, nlp: Language, told: Told | None = None, near: int = 0) -> Analysis:
    """Everything in an article. Paragraphs are parsed one by one, the stages run over the whole.

    A long text is parsed from the offset `near` to its end, then from there back to its beginning, so that what is
    done is always one stretch; `told` hears how much it is, and now and then what is found in it so far.
    """
    stages = [name for name in nlp.pipe_names if name in STAGES]
    pieces = list(_pieces(article))
    near = near if len(article.text) > _LONG else 0
    first = next((number for number, piece in enumerate(pieces) if piece.end > near), 0)
    docs: list[Any] = [None] * len(pieces)
    order = [*range(first, len(pieces)), *reversed(range(first))]
    done, next_part = 0, _FIRST_PART
    for number, doc in _parsed(article, nlp, stages, pieces, order):
        docs[number] = doc
        before, done = done, done + pieces[number].end - pieces[number].start
        if told is None or done * _TOLD // len(article.text) == before * _TOLD // len(article.text):
            continue
        part = None
        if len(article.text) > _LONG and done >= next_part and len(article.text) - done > next_part:
            # Each part costs the stages over all that is done: parts that grow so cost a third of the whole together.
            next_part = done * 4
            part = _staged(article, nlp, stages, docs, pieces, min(first, number))
        told(done / len(article.text), part)
    return _staged(article, nlp, stages, docs, pieces, 0) if docs else Analysis()


def _parsed(
    article: Article, nlp: Language, stages: list[str], pieces: list[_Piece], order: list[int]
) -> Iterator[tuple[int, Doc]]:
    """The pieces by their numbers, parsed as they are wanted."""
    texts = (article.text[pieces[number].start : pieces[number].end] for number in order if pieces[number].is_text)
    with nlp.select_pipes(disable=stages):
        parsed = nlp.pipe(texts, batch_size=_BATCH)
        for number in order:
            piece = pieces[number]
            yield number, _light(next(parsed)) if piece.is_text else _gap(nlp, article.text[piece.start : piece.end])


def _staged(
    article: Article, nlp: Language, stages: list[str], docs: list[Any], pieces: list[_Piece], first: int
) -> Analysis:
    """What the stages find in the parsed pieces from the first one on."""
    doc, start = _joined([doc for doc in docs[first:] if doc is not None]), pieces[first].start
    end = start + len(doc.text)
    doc._.paragraphs = tuple(
        replace(paragraph, start=max(paragraph.start, start) - start, end=min(paragraph.end, end) - start)
        for paragraph in article.paragraphs
        if paragraph.start < end and paragraph.end > start
    )
    with _uncollected():
        for name in stages:
            doc = nlp.get_pipe(name)(doc)
        return moved(analysis_of(doc), start)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without garbage collection: the stages make few things that go and millions that stay, gone through each time.

    With it ten times the text costs fourteen times the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _pieces(article: Article) -> Iterator[_Piece]:
    """The text cut into paragraphs, with the white space between them."""
    position = 0
    for paragraph in article.paragraphs:
        if position < paragraph.start:
            yield _Piece(position, paragraph.start, False)
        cuts = [paragraph.start]
        while paragraph.end - cuts[-1] > _LONGEST:
            space = article.text.rfind(" ", cuts[-1] + 1, cuts[-1] + _LONGEST)
            cuts.append(space + 1 if space > 0 else cuts[-1] + _LONGEST)
        for start, end in pairwise([*cuts, paragraph.end]):
            yield _Piece(start, end, True)
        position = paragraph.end
    if position < len(article.text):
        yield _Piece(position, len(article.text), False)


def _light(doc: Doc) -> Doc:
    """A parsed paragraph without what only the statistical components need."""
    doc.tensor = doc.tensor[:0]
    doc.user_data = {}
    return doc


def _gap(nlp: Language, white: str) -> Doc:
    return Doc(nlp.vocab, words=[white], spaces=[False])


def _joined(docs: list[Any]) -> Doc:
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor", "user_data"])
