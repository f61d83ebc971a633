"""Where a quotation begins and ends, and who is given it, in the ways that a parser alone does not tell."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "Growth was strong. More from Dora Lindqvist: “Data of our firm confirm that both issues mattered.”",
            "both issues",
            "Dora Lindqvist",
        ),
        (
            "From the report: “In general, longer periods gave better results. They are few.”",
            "In general",
            "the report",
        ),
        (
            "The timing does not surprise pollster Harold Vance: “Lesser ones have seen a boost in their support.”",
            "Lesser ones",
            "pollster Harold Vance",
        ),
        (
            "Peter Holm was asked by host Bill Crane, who has dismissed the story about the rival's emails, "
            "“Now, has the story moved a little bit?”",
            "a little bit",
            "Bill Crane",
        ),
        (
            "The home is a museum. Said Dora Payne, who grew up with Lewis in the town, “We were all proud of him.”",
            "proud",
            "Dora Payne, who grew up with Lewis in the town",
        ),
        ("The market fell. Said Hassan, a shopkeeper, told us: “We sold nothing.”", "We sold", "Said Hassan"),
        ("The columnist David Auer went so far as to say: “The firm is over.”", "The firm is over", "David Auer"),
        (
            "Parker praised Matt Doyle on Monday.\n\n“Very good reporter, very good reporter this guy,” Parker, the "
            "2016 Republican frontrunner nationally and current polling leader in Ohio by a wide margin after "
            "winning the New Hampshire primaries, said when Doyle asked him a question.",
            "this guy",
            "Parker, the 2016 Republican frontrunner",
        ),
        (
            "Vickery is upbeat about the bridge, since he likes it.\n\n“Not only can it stand, it can pay for itself.”",
            "Not only",
            "Vickery",
        ),
        # Whom a speaker tells may be a throng, which the parser gives another verb.
        ("“It is wrong,” Karl Brandt told a caucus meeting being held in a church.", "It is wrong", "Karl Brandt"),
        (
            "Anna Lund said the plans were strong, to which Karl Brandt interjected: “It's just not true.”",
            "just not true",
            "Karl Brandt",
        ),
        (
            "“He does not have a chance,” Karl Brandt said on Radio One's “Morning Joe,” adding, “Nobody seems to want "
            "to buy it.”",
            "Nobody seems",
            "Karl Brandt",
        ),
        (
            "The case is with Anna Lund, who told the council when asked about the inquiry: “It is being handled.”",
            "being handled",
            "who",
        ),
        ("No wonder Anna Lund said, and I quote, “We love the poorly paid.”", "the poorly paid", "Anna Lund"),
        (
            "As Karl Brandt, professor of law at Yale and author of “The Unwritten Constitution,” put it, “A "
            "compromise today may be far better for them.”",
            "A compromise today",
            "Karl Brandt, professor of law at Yale",
        ),
        (
            "While Karl Brandt has cautioned against “a betrayal of our values” in the way the council responds to "
            "threats, he left.",
            "a betrayal of our values",
            "Karl Brandt",
        ),
    ],
)
def test_a_quotation_is_given_to_who_is_meant(read: Reader, text: str, content: str, source: str) -> None:
    story = read(text)
    assert source in (story.source(content) or "")


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "In April, Parker called the plant “an absolute disgrace,” and threatened to impose a tax.",
            ["the plant “an absolute disgrace,”", "to impose a tax"],
        ),
        ("Parker called Hinton, his challenger, a “co-founder.”", ["Hinton, his challenger, a “co-founder.”"]),
        (
            "The hacker stated that he had access to the server, which he described as “an open orchid.”",
            ["that he had access to the server", "which … as “an open orchid.”"],
        ),
        (
            "She said the council would vote on the plan, which she called a scandal.",
            ["the council would vote on the plan", "which … a scandal"],
        ),
        (
            "Parker insisted that he has “expanded the party,” claiming that he is liked.",
            ["that he has “expanded the party,”", "that he is liked"],
        ),
        (
            "Graham assured them he will tell the “bigots” to “shut up.”\n\n“The answer to me is to focus on it.”",
            ["he will tell the “bigots” to “shut up.”", "“The answer to me is to focus on it.”"],
        ),
        (
            "Parker said the system is “complex” and he feels he can win on Tuesday.",
            ["the system is “complex” and he feels he can win on Tuesday"],
        ),
    ],
)
def test_a_report_ends_where_another_begins(read: Reader, text: str, contents: list[str]) -> None:
    story = read(text)
    outer = [claim for claim in story.analysis.claims if claim.within is None]
    assert [" … ".join(story.words(piece) for piece in claim.content) for claim in outer] == contents


def test_a_quotation_goes_on_after_an_explanation(read: Reader) -> None:
    story = read(
        "“Many people are uncertain,” Karl Brandt wrote in a letter to the paper explaining why he is to speak there, "
        "“but most agree that our country is on the wrong track.”"
    )
    claim = story.claim("Many people are uncertain")
    assert [story.words(piece) for piece in claim.content] == [
        "“Many people are uncertain,”",
        "“but most agree that our country is on the wrong track.”",
    ]


def test_a_quotation_after_a_headline_with_a_quotation_is_a_claim_of_its_own(read: Reader) -> None:
    story = read(
        'Cecile Richter: ‘I am sick of it all.’\n\n"It was outrageous. I think it opened a whole line of talk."'
    )
    assert story.words(story.claim("sick of it").content[0]) == "‘I am sick of it all.’"
    assert story.source("It was outrageous") == "Cecile Richter"


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("A reporter asked Holm.", []),
        ("Holm was asked by a reporter.", []),
        ("A reporter asked Holm a simple question.", ["a simple question"]),
        ("“Will it stand?” a reporter asked Holm.", ["“Will it stand?”"]),
        ("Holm challenged the mayor to a debate.", ["the mayor to a debate"]),
    ],
)
def test_who_is_asked_is_not_what_is_asked(read: Reader, text: str, contents: list[str]) -> None:
    story = read(text)
    assert [story.words(piece) for claim in story.analysis.claims for piece in claim.content] == contents


def test_what_is_called_for_is_whole(read: Reader) -> None:
    story = read("Parker called for a special prosecutor to look into the payments.")
    assert [story.words(piece) for claim in story.analysis.claims for piece in claim.content] == [
        "a special prosecutor to look into the payments"
    ]
