"""Search and cross references in one article."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search import sample
from tui.analysis.model import Actor, Analysis, Claim, Dispute, Mention, Party, Span
from tui.articles import UnreadableArticle, from_text
from tui.search import ArticleIndex, Result
from tui.search.query import parse

ARTICLE = sample.article()
ANALYSIS = sample.analysis(ARTICLE.text)
INDEX = ArticleIndex(ARTICLE, ANALYSIS)
ORDER = ["actor", "claim", "mention", "passage"]


def of_kind(results: Iterable[Result], kind: str) -> list[Result]:
    return [result for result in results if result.kind == kind]


def marked(result: Result) -> list[str]:
    return [ARTICLE.text[span.start : span.end] for span in result.matched]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("qala naw", "Qala-e-Naw"),
        ("zareef", "Mohammad Javad Zarif"),
        ("shaheen suhail", "Suhail Shaheen"),
        ("ashraf gani", "Ashraf Ghani"),
        ("j. zarif", "Mohammad Javad Zarif"),
        ("talban", "Taliban"),
        ("u.s.", "US"),
        ("Кабул", "Kabul"),
    ],
)
def test_a_name_as_one_remembers_it_finds_its_actor_and_where_it_stands(query: str, name: str) -> None:
    results = INDEX.search(query)
    assert results[0].kind == "actor"
    assert results[0].actor == f"a:{name}"
    assert ARTICLE.text[results[0].start : results[0].end] == name
    assert {ARTICLE.text[r.start : r.end] for r in of_kind(results, "mention")[:1]} == {name}


@pytest.mark.parametrize(("spelling", "name"), [("zareef", "Mohammad Javad Zarif"), ("kaboul", "Kabul")])
def test_a_name_is_found_with_each_letter_of_another_spelling_of_it(spelling: str, name: str) -> None:
    for length in range(3, len(spelling) + 1):
        assert INDEX.search(spelling[:length])[0].actor == f"a:{name}", spelling[:length]


def test_what_only_begins_with_the_sounds_is_left_out_where_something_begins_with_the_letters() -> None:
    article = from_text("Kaboom struck. Kabul wept.", "a.txt")
    results = of_kind(ArticleIndex(article, Analysis()).search("kaboo"), "passage")
    assert [article.text[span.start : span.end] for span in results[0].matched] == ["Kaboom"]
    assert len(results) == 1


def test_an_exact_name_brings_no_lookalikes() -> None:
    assert {result.actor for result in INDEX.search("Iran") if result.kind == "actor"} == {"a:Iran"}


def test_every_mention_of_a_name_is_a_result_in_its_context() -> None:
    found = of_kind(INDEX.search("reuters"), "mention") + of_kind(INDEX.search("qala-e-naw"), "mention")
    assert len(found) == 1 + len(ANALYSIS.actors[10].mentions)
    assert all(ARTICLE.text[result.start : result.end] in result.title for result in found)


def test_claims_are_found_by_their_content_whatever_its_spelling() -> None:
    (claim,) = of_kind(INDEX.search("recent increse in violance"), "claim")
    assert claim.claim == "c2"
    assert claim.title.startswith("Suhail Shaheen: the group was not responsible")
    assert marked(claim) == ["recent", "increase", "in", "violence"]


def test_claims_are_found_by_their_speaker() -> None:
    claims = of_kind(INDEX.search("hisamuddin shams"), "claim")
    assert [claim.claim for claim in claims] == ["c1"]
    assert claims[0].reason.startswith("speaker")


def test_passages_are_sentences_found_by_a_misspelt_phrase() -> None:
    first = of_kind(INDEX.search("tactical retrat"), "passage")[0]
    assert marked(first) == ["tactical", "retreat"]
    assert first.title.startswith("Military officials in Kabul have talked about")


def test_words_together_stand_above_the_same_words_apart() -> None:
    text = "A bank by the river has a flood gate.\nThe flood broke a river bank.\n"
    index = ArticleIndex(from_text(text, "t"), Analysis())
    assert [result.start for result in index.search("river bank")] == [text.index("The flood"), 0]


def test_a_passage_must_hold_both_of_two_words() -> None:
    text = "The river rose.\nThe bank broke.\nThe river took the bank.\n"
    index = ArticleIndex(from_text(text, "t"), Analysis())
    assert [result.title for result in index.search("river bank")] == ["The river took the bank."]


def test_groups_come_in_order_and_the_best_of_each_first() -> None:
    results = INDEX.search("taliban")
    kinds = [ORDER.index(result.kind) for result in results]
    assert kinds == sorted(kinds)
    assert set(kinds) == {0, 1, 2, 3}
    for kind in ORDER:
        scores = [result.score for result in of_kind(results, kind)]
        assert scores == sorted(scores, reverse=True)


def test_no_more_results_than_asked_for() -> None:
    assert len(INDEX.search("the", limit=7)) == 7


def test_many_results_of_one_group_leave_room_for_the_best_of_the_others() -> None:
    few, many = INDEX.search("taliban", limit=12), INDEX.search("taliban")
    assert {result.kind for result in few} == set(ORDER)
    assert of_kind(few, "passage") == of_kind(many, "passage")[: len(of_kind(few, "passage"))]


@given(st.one_of(st.text(max_size=40), st.sampled_from(ARTICLE.text.split())))
def test_any_query_is_answered_with_places_in_the_article(query: str) -> None:
    for result in INDEX.search(query):
        assert 0 <= result.start < result.end <= len(ARTICLE.text)
        assert all(result.start <= span.start < span.end <= result.end for span in result.matched)
        assert result.title == " ".join(result.title.split()) != ""


@given(st.text(min_size=1, max_size=300), st.text(max_size=20))
def test_any_text_can_be_searched(text: str, query: str) -> None:
    try:
        article = from_text(text, "t")
    except UnreadableArticle:
        return
    ArticleIndex(article, Analysis()).search(query)


def test_an_article_in_which_nothing_was_found_is_searched_by_its_text() -> None:
    assert {result.kind for result in ArticleIndex(ARTICLE, Analysis()).search("taliban")} == {"passage"}


TEXT = "Ann Bell said the dam is safe. Carl Dorn denied the dam is safe. He told Ann Bell so.\nAnn Bell met Carl Dorn."


def small() -> ArticleIndex:
    def span(words: str, nth: int = 0) -> tuple[int, int]:
        at = -1
        for _ in range(nth + 1):
            at = TEXT.index(words, at + 1)
        return at, at + len(words)

    mentions = (
        Mention("m1", *span("Ann Bell"), "PERSON", "name", "ann"),
        Mention("m2", *span("Carl Dorn"), "PERSON", "name", "carl"),
        Mention("m3", *span("He"), "PERSON", "pronoun", "carl"),
        Mention("m4", *span("Ann Bell", 1), "PERSON", "name", "ann"),
        Mention("m5", *span("Ann Bell", 2), "PERSON", "name", "ann"),
        Mention("m6", *span("Carl Dorn", 1), "PERSON", "name", "carl"),
    )
    actors = (
        Actor("ann", "Ann Bell", "PERSON", (), ("engineer",), ("m1", "m4", "m5")),
        Actor("carl", "Carl Dorn", "PERSON", (), (), ("m2", "m3", "m6")),
    )
    ann, carl, he = (
        Party(*span("Ann Bell"), "ann"),
        Party(*span("Carl Dorn"), "carl"),
        Party(*span("He"), "carl"),
    )
    safe, not_safe, so = (
        Span(*span("the dam is safe")),
        Span(*span("the dam is safe", 1)),
        Span(*span("so")),
    )
    claims = (
        Claim("c1", ann, None, (safe,), "indirect", "asserted"),
        Claim("c2", carl, None, (not_safe,), "indirect", "denied"),
        Claim("c3", he, None, (so,), "indirect", "asserted", Party(*span("Ann Bell", 1), "ann")),
    )
    disputes = (Dispute("d1", ("c1", "c2"), (), (), "one denies the other"),)
    return ArticleIndex(from_text(TEXT, "t"), Analysis(mentions, actors, claims, disputes))


def test_references_of_an_actor_are_companions_claims_and_mentions_each_with_its_reason() -> None:
    found = [(r.kind, r.actor or r.claim, r.reason) for r in small().references(actor_id="ann")]
    assert ("actor", "carl", "beside Ann Bell in 2 passages") in found
    assert [reason for kind, _, reason in found if kind == "claim"] == [
        "said by Ann Bell",
        "said to Ann Bell",
    ]
    assert [reason for kind, _, reason in found if kind == "mention"] == ["name", "name", "name"]


def test_references_of_an_actor_tell_names_from_pronouns() -> None:
    mentions = of_kind(small().references(actor_id="carl"), "mention")
    assert [result.reason for result in mentions] == ["name", "name", "pronoun"]


def test_references_of_a_claim_are_its_speaker_and_the_claims_against_it() -> None:
    found = small().references(claim_id="c1")
    assert [(r.actor, r.reason) for r in of_kind(found, "actor")] == [("ann", "says it")]
    assert [(r.claim, r.reason) for r in of_kind(found, "claim")] == [("c2", "disputed: one denies the other")]


def test_references_of_a_claim_lead_to_passages_with_the_same_names() -> None:
    found = of_kind(INDEX.references(claim_id="c1"), "passage")
    assert found
    assert all(result.reason.startswith("also names ") for result in found)
    own = ANALYSIS.claims[0].content[0]
    assert not [result for result in found if result.start <= own.start < result.end]


def test_nothing_selected_has_no_references() -> None:
    assert not INDEX.references()
    assert not INDEX.references(actor_id="nobody", claim_id="none")


@pytest.mark.parametrize(("query", "mistake"), [('barg "', "at the end"), ('barg "old', "before “old”")])
def test_a_quotation_mark_that_is_not_closed_is_told_by_its_place(query: str, mistake: str) -> None:
    assert [mistake in told for told in parse(query).mistakes] == [True]
