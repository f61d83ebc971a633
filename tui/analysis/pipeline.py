"""Load a language pipeline and analyse an article with it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tui.analysis.components import analysis_of
from tui.analysis.identity import DEFAULT_PIPELINE, PipelineError, locate
from tui.analysis.model import Analysis
from tui.articles.article import Article
from tui.text import clean_line

STAGES = ("newscast_mentions", "newscast_actors", "newscast_claims", "newscast_disputes")
# Longer paragraphs are parsed in pieces, so that memory stays bounded.
_LONGEST = 50_000
_BATCH = 32


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


def analyse(article: Article, nlp: Language) -> Analysis:
    """Everything in an article. Paragraphs are parsed one by one, the stages run over the whole."""
    stages = [name for name in nlp.pipe_names if name in STAGES]
    pieces = list(_pieces(article))
    texts = [article.text[start:end] for start, end, is_text in pieces if is_text]
    with nlp.select_pipes(disable=stages):
        parsed = (_light(doc) for doc in nlp.pipe(texts, batch_size=_BATCH))
        docs = [next(parsed) if is_text else _gap(nlp, article.text[start:end]) for start, end, is_text in pieces]
    if not docs:
        return Analysis()
    doc = _joined(docs)
    doc._.paragraphs = article.paragraphs
    for name in stages:
        doc = nlp.get_pipe(name)(doc)
    return analysis_of(doc)


def _pieces(article: Article) -> Iterator[tuple[int, int, bool]]:
    """The text cut into paragraphs, with the white space between them."""
    position = 0
    for paragraph in article.paragraphs:
        if position < paragraph.start:
            yield position, paragraph.start, False
        cuts = [paragraph.start]
        while paragraph.end - cuts[-1] > _LONGEST:
            space = article.text.rfind(" ", cuts[-1] + 1, cuts[-1] + _LONGEST)
            cuts.append(space + 1 if space > 0 else cuts[-1] + _LONGEST)
        for start, end in pairwise([*cuts, paragraph.end]):
            yield start, end, True
        position = paragraph.end
    if position < len(article.text):
        yield position, len(article.text), False


def _light(doc: Doc) -> Doc:
    """A parsed paragraph without what only the statistical components need."""
    doc.tensor = doc.tensor[:0]
    doc.user_data = {}
    return doc


def _gap(nlp: Language, white: str) -> Doc:
    return Doc(nlp.vocab, words=[white], spaces=[False])


def _joined(docs: list[Any]) -> Doc:
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor", "user_data"])
