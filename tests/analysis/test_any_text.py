"""Whatever the text: no exception, and spans that fit it."""

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tui.analysis.model import Analysis, Mention, Party, Span
from tui.analysis.pipeline import analyse
from tui.articles import UnreadableArticle, from_text

_WORDS = "Maria Keller| said| denied| that| the bridge| fell| He| told Reuters| according to| IT IS LATE|U.S.| 🚢| 3%"
_MARKS = ".|,|“|”|\"|'|’s| ''|\n|\n\n| (|)| — |:"
PIECES = st.sampled_from([*_WORDS.split("|"), *_MARKS.split("|")])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


def check(text: str, found: Analysis) -> None:
    actors = {actor.id for actor in found.actors}
    owners = [mention for actor in found.actors for mention in actor.mentions]
    assert len(owners) == len(set(owners))
    assert all(actor.mentions for actor in found.actors)
    spans: list[Span | Mention | Party] = [
        *found.mentions,
        *(piece for claim in found.claims for piece in claim.content),
    ]
    spans += [span for claim in found.claims for span in (claim.source, claim.cue, claim.addressee) if span is not None]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(claim.content for claim in found.claims)
    assert all(mention.actor is None or mention.actor in actors for mention in found.mentions)
    known = {claim.id for claim in found.claims}
    assert all(claim.within is None or claim.within in known - {claim.id} for claim in found.claims)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=TEXTS)
def test_every_span_lies_in_the_text(nlp: Language, raw: str) -> None:
    try:
        article = from_text(raw, "any")
    except UnreadableArticle:
        return
    check(article.text, analyse(article, nlp))


@pytest.mark.parametrize(
    "raw",
    ["“" * 500 + " he said", "Maria Keller said it fell. " * 2000, "A" * 30_000, "said " * 3000, "\n".join("?" * 400)],
    ids=["marks", "one paragraph", "one word", "cues only", "question marks"],
)
def test_an_extreme_text_is_analysed(nlp: Language, raw: str) -> None:
    article = from_text(raw, "extreme")
    check(article.text, analyse(article, nlp))


def test_the_components_work_in_a_plain_spacy_pipeline(nlp: Language) -> None:
    plain = spacy.blank("en")
    for name in ("newscast_mentions", "newscast_actors", "newscast_claims", "newscast_disputes"):
        plain.add_pipe(name)
    assert plain("Maria Keller said the bridge had fallen.")._.claims == ()
    from tui.analysis.identity import locate

    parsed = spacy.load(locate(None))
    parsed.add_pipe("newscast_claims")
    (claim,) = parsed("Maria Keller said the bridge had fallen.")._.claims
    assert claim.stance == "asserted"
