"""The stages of the analysis as spaCy components, for any English pipeline with a parser.

Each leaves its result on the `Doc`: `doc._.paragraphs`, `doc._.mentions`, `doc._.actors`, `doc._.claims` and
`doc._.disputes`, tuples of the frozen dataclasses of `tui.analysis.model`. A stage works without those before
it; then it has less to go by: claims without actors name no source's actor.

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("newscast_claims")
    print(nlp("The mine will close, the owner said.")._.claims)
"""

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from tui.analysis.actors import find_cast, plain_mentions
from tui.analysis.claims import find_claims, find_drafts
from tui.analysis.disputes import find_disputes
from tui.analysis.drafts import Draft
from tui.analysis.model import Actor, Analysis, Claim, Dispute, Mention
from tui.analysis.quotes import Marks
from tui.analysis.sentences import sentence_starts
from tui.analysis.speakers import with_speakers
from tui.analysis.speaking import Speaking
from tui.analysis.syntax import Syntax, read
from tui.articles.article import Paragraph
from tui.articles.paragraphs import paragraphs as cut

_EXTENSIONS: dict[str, Any] = {
    "paragraphs": None,
    "mentions": (),
    "actors": (),
    "claims": (),
    "disputes": (),
    "newscast_syntax": None,
    "newscast_drafts": None,
}


def register() -> None:
    """Make the extensions known; harmless when they are."""
    for name, default in _EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


register()


@Language.component("newscast_paragraphs", assigns=["doc._.paragraphs", "token.is_sent_start"])
def paragraphs(doc: Doc) -> Doc:
    """Before the parser: a paragraph always starts a sentence, and closing marks never do."""
    parts = _paragraphs(doc)
    for index, starts in sentence_starts(doc, parts):
        doc[index].is_sent_start = starts
    return doc


@Language.component("newscast_mentions", assigns=["doc._.mentions"])
def mentions(doc: Doc) -> Doc:
    """Names, dates and sums."""
    doc._.mentions = plain_mentions(_syntax(doc))
    return doc


@Language.component("newscast_actors", assigns=["doc._.actors", "doc._.mentions"])
def actors(doc: Doc) -> Doc:
    """Names grouped into actors; descriptions and pronouns given to them."""
    cast = find_cast(_syntax(doc), Speaking(*_drafts(doc)))
    doc._.mentions, doc._.actors = cast.mentions, cast.actors
    return doc


@Language.component("newscast_claims", assigns=["doc._.claims", "doc._.mentions", "doc._.actors"])
def claims(doc: Doc) -> Doc:
    """Who says what; "I" and "we" in a quotation become mentions of the speaker."""
    found = find_claims(_drafts(doc), doc._.mentions)
    doc._.claims = found
    if doc._.actors:
        doc._.mentions, doc._.actors = with_speakers(_syntax(doc), doc._.mentions, doc._.actors, found)
    return doc


@Language.component("newscast_disputes", assigns=["doc._.disputes"])
def disputes(doc: Doc) -> Doc:
    """Claims that oppose each other or the article."""
    doc._.disputes = find_disputes(_syntax(doc), doc._.mentions, doc._.claims)
    return doc


def analysis_of(doc: Doc) -> Analysis:
    """What the components left on a `Doc`, as one object; the parse that they shared is let go."""
    found_mentions: tuple[Mention, ...] = doc._.mentions
    found_actors: tuple[Actor, ...] = doc._.actors
    found_claims: tuple[Claim, ...] = doc._.claims
    found_disputes: tuple[Dispute, ...] = doc._.disputes
    doc._.newscast_syntax = doc._.newscast_drafts = None
    return Analysis(found_mentions, found_actors, found_claims, found_disputes)


def _paragraphs(doc: Doc) -> tuple[Paragraph, ...]:
    if doc._.paragraphs is None:
        doc._.paragraphs = cut(doc.text)
    found: tuple[Paragraph, ...] = doc._.paragraphs
    return found


def _syntax(doc: Doc) -> Syntax:
    if doc._.newscast_syntax is None:
        doc._.newscast_syntax = read(doc, _paragraphs(doc))
    syntax: Syntax = doc._.newscast_syntax
    return syntax


def _drafts(doc: Doc) -> tuple[list[Draft], Marks]:
    if doc._.newscast_drafts is None:
        doc._.newscast_drafts = find_drafts(_syntax(doc))
    drafts: tuple[list[Draft], Marks] = doc._.newscast_drafts
    return drafts
