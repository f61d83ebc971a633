"""Reports without quotation marks in the ways in which the news writes them: who says what."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "When a reporter asked Parker if having people sign up would be any different, Parker deflected.",
            "if having people sign up would be any different",
            "a reporter",
        ),
        (
            "Holt remains committed to seeing the primary through, his top aide, Tad Deen, told The Hull Post.",
            "Holt remains committed to seeing the primary through",
            "his top aide, Tad Deen,",
        ),
        (
            "Despite costly defeats on Tuesday, Sen. Bernie Holt (I-Vt.) remains committed to seeing the primary "
            "through to the convention, his top aide, Tad Deen, told The Hull Post.",
            "Despite costly defeats on Tuesday, Sen. Bernie Holt (I-Vt.) remains committed to seeing the primary "
            "through to the convention",
            "his top aide, Tad Deen,",
        ),
        (
            "Still, Crewe will be re-evaluating how he approaches his colleagues, a source close to him said.",
            "Still, Crewe will be re-evaluating how he approaches his colleagues",
            "a source",
        ),
        ("Parker has insisted on building a wall, despite critics.", "building a wall", "Parker"),
        (
            "She talked about how her experiences have shaped her life.",
            "how her experiences have shaped her life",
            "She",
        ),
        ("This proposal was rejected by 64 percent of the voters.", "This proposal", "64 percent of the voters"),
        ("Holt has been asked to release the transcripts.", "to release the transcripts", None),
        ("He mocked Rubin for not having won a single state.", "Rubin for not having won a single state", "He"),
        (
            "About two-thirds of voters described themselves as liberals.",
            "themselves as liberals",
            "About two-thirds",
        ),
        ("The survey, done in May, finds Holt with only a small lead.", "Holt with only a small lead", "The survey"),
        ("The new poll shows Parker far out in front of his opponents.", "Parker far out in front", "The new poll"),
        ("A poll showing Parker down to 14 percent is out.", "Parker down to 14 percent", "A poll"),
        (
            "Holt made it clear to House Democrats on Wednesday that she has their backs.",
            "that she has their backs",
            "Holt",
        ),
        ("In his view, the party can win the state.", "the party can win the state", "his"),
        ("Many members strongly oppose the plan.", "the plan", "Many members"),
        (
            "The survey showed that 54 percent would vote for Parker, while only 25 percent would vote for Holt.",
            "that 54 percent would vote for Parker, while only 25 percent would vote for Holt",
            "The survey",
        ),
        ("The senator praised the draft approved on Saturday by the committee.", "the draft approved", "The senator"),
        ("The rare accord calls on all nations to limit emissions.", "to limit emissions", "The rare accord"),
        ("In a tweet, the city of Nice urged people to seek shelter.", "to seek shelter", "the city of Nice"),
        ("Asked which county was his favorite, he demurred.", "which county was his favorite", None),
        (
            "Ann Hew told The Hull Post in a story that posted this week that he believes the state trains them.",
            "that he believes the state trains them",
            "Ann Hew",
        ),
        (
            "Mark Morel told a woman who suggested that some may not vote because of frustration that “this is not "
            "the first time and not voting is not a strategy.”",
            "that “this is not the first time",
            "Mark Morel",
        ),
        (
            "The critic Ann Hew writes:\n\nIt names neither of them. It is fine.",
            "It names neither of them",
            "The critic Ann Hew",
        ),
    ],
)
def test_a_report_has_its_content_and_its_source(read: Reader, text: str, content: str, source: str | None) -> None:
    story = read(text)
    found = [
        claim
        for claim in story.analysis.claims
        if claim.within is None and any(story.words(piece).startswith(content) for piece in claim.content)
    ]
    assert len(found) == 1
    given = found[0].source
    assert (story.text[given.start : given.end] if given else "").startswith(source or "")
    assert (given is None) == (source is None)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "“This is not a hard race,” he said, citing Parker's appeal.",
            [("he", "“This is not a hard race,”"), ("he", "Parker's appeal")],
        ),
        (
            "“We are stopping it,” Mrs. Holt said last year in Iowa, talking about the financial crisis.",
            [("Mrs. Holt", "“We are stopping it,”"), ("Mrs. Holt", "the financial crisis")],
        ),
        (
            "Mr. Rubin took him on, acknowledging that he had tapped a vein but warning that it would hurt.",
            [("Mr. Rubin", "that he had tapped a vein"), ("Mr. Rubin", "that it would hurt")],
        ),
        (
            "At the heart of it, according to Dennis Ross, another former envoy, was a dispute over land.",
            [("Dennis Ross, another former envoy,", "At the heart of it … was a dispute over land")],
        ),
    ],
)
def test_what_follows_in_a_sentence_is_the_same_speakers(
    read: Reader, text: str, claims: list[tuple[str, str]]
) -> None:
    story = read(text)
    assert claims == [
        (
            story.text[claim.source.start : claim.source.end] if claim.source else "",
            " … ".join(map(story.words, claim.content)),
        )
        for claim in story.analysis.claims
    ]


def test_what_is_approved_in_a_paper_begins_with_the_paper(read: Reader) -> None:
    story = read("There are gaps in the document approved Saturday in St. Louis by the Drafting Committee.")
    assert [story.words(claim.content[0]) for claim in story.analysis.claims] == ["the document"]


def test_tears_in_their_eyes_are_not_their_view(read: Reader) -> None:
    assert not read("The men wept. They had tears in their eyes, and the crowd was quiet.").analysis.claims


def test_a_deal_and_a_plan_do_not_speak(read: Reader) -> None:
    story = read("The climate deal that he sought has happened at last. “There is no perfect deal in this world.”")
    assert story.source("There is no perfect deal") != "The climate deal that he sought"
