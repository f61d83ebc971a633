"""What reporting words also tell: deeds, labels and names, of which no claim is made; and who stands behind a verb."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    "text",
    [
        "They playfully mocked each other at times.",
        "Axelman has known them since 1992.",
        "Tenny won the primary, claiming 41 percent of the vote.",
        "The army claims more territory from the rebels.",
        "But the government denied his party the victory.",
        "In 1978 the group carried out attacks on government forces.",
        "Obano spoke after the deadly attack on the nightclub.",
        "Her residency was valid, so she continued to renew it.",
        "Actress Rosa Dawes took the stage in June, a red button on her dress, as hundreds of supporters cheered.",
        "MANCHESTER, N.H. - At a rally here last week, Mike Ponce showed the crowd a clip.",
        "It is hard to see how they turn it into success.",
        "Only time will tell if he lasts.",
        "Weiner wrote under the pseudonym “Carlos Danger,” but it did not help.",
        "Stone was speaking in an interview on a program, “Aaron Klein Radio,” broadcast in New York.",
        "The bonds issued by the development bank are guaranteed.",
        "Axelman once again found himself embroiled in controversy.",
        "From the road, planes can be seen parked on the runway.",
        "Hundreds of voters cast their ballots for other parties.",
        "A reporter asked Axelman a question.",
        "Hackers opened the personal accounts of various officials.",
        "Weiner acted in the Syfy movie “Sharknado 3: Oh Hell No!”",
        "The film is here.\n\nEMAIL: fitcity@example.com",
        "The film is here.\n\nBYLINE: Amber Phillis",
    ],
)
def test_deeds_and_labels_are_no_claims(read: Reader, text: str) -> None:
    assert [claim.content for claim in read(text).analysis.claims] == []


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Kasick claimed victory.", "victory", "Kasick"),
        ("Kasick issued a stern warning to the bank.", "a stern warning to the bank", "Kasick"),
        (
            "Kasick said that a swap was hard but that if the mayor made one, he should have insisted on more.",
            "that a swap was hard but that if the mayor made one, he should have insisted on more",
            "Kasick",
        ),
        (
            "Kasick, a writer, said the days when the nation had a story of its own are gone.",
            "the days when the nation had a story of its own are gone",
            "Kasick, a writer,",
        ),
        (
            "Kasick said on Tuesday that according to its analysis, the party has won 82 percent of the vote.",
            "that according to its analysis, the party has won 82 percent of the vote",
            "Kasick",
        ),
        ("Kasick confided to her that his parents had panicked.", "that his parents had panicked", "Kasick"),
        ("His attacks on the trade deal went on.", "the trade deal", "His"),
        ("Rubia offered the crowd an evaluation of the race.", "an evaluation of the race", "Rubia"),
        (
            "But he told ABC's “Good Morning America” that he agrees it is a mess.",
            "that he agrees it is a mess",
            "he",
        ),
        (
            "Bernie Sanders will endorse Hillary Clinton before the convention, predicted Madeleine Kunen, the former "
            "Vermont Democratic governor challenged by Sanders 30 years ago.",
            "Bernie Sanders will endorse Hillary Clinton before the convention",
            "Madeleine Kunen, the former Vermont Democratic governor challenged by Sanders 30 years ago",
        ),
        (
            "He had a voice in decisions about investments in Ukraine, said a former spokesman for Ukraine's Foreign "
            "Ministry, Oleg Volosh, who ran as a candidate in the bloc.",
            "He had a voice in decisions about investments in Ukraine",
            "a former spokesman for Ukraine's Foreign Ministry, Oleg Volosh, who ran as a candidate in the bloc",
        ),
        (
            "“It was awful,” said one of two witnesses who told the same story.",
            "“It was awful,”",
            "one of two witnesses who told the same story",
        ),
        ("Stated Stone: “I think that the stakes are high.”", "“I think that the stakes are high.”", "Stone"),
        (
            "In an early CBS News poll, she led Mr. Sanders 56 percent to 32 percent.",
            "she led Mr. Sanders 56 percent to 32 percent",
            "an early CBS News poll",
        ),
    ],
)
def test_who_says_what(read: Reader, text: str, content: str, source: str) -> None:
    story = read(text)
    assert [story.words(piece) for piece in story.claim(content).content] == [content]
    assert story.source(content) == source


def test_what_stands_around_its_speaker_is_one_claim(read: Reader) -> None:
    story = read(
        "Any “cleareyed” interpretation of Mr. Kerry's actions, said Michael Kofman, an expert on Russia, is that he "
        "is desperate."
    )
    claim = story.claim("is that he is desperate")
    assert story.words(claim.content[0]) == "Any “cleareyed” interpretation of Mr. Kerry's actions"
    assert story.source_name("is that he is desperate") == "Michael Kofman"


@pytest.mark.parametrize(
    ("text", "cue", "source", "stance"),
    [
        ("Clinton appeared to imply that he was wrong.", "appeared to imply", "Clinton", "hedged"),
        ("Tromp reportedly said, “You tell me,” and left.", "reportedly said", "Tromp", "asserted"),
        ("The Gazette is expected to argue that he must go.", "is expected to argue", "The Gazette", "hedged"),
        (
            "Obano is reported to have called the Saudis “free riders.”",
            "is reported to have called",
            "Obano",
            "asserted",
        ),
    ],
)
def test_what_somebody_seems_to_say_is_one_claim_of_hers(
    read: Reader, text: str, cue: str, source: str, stance: str
) -> None:
    story = read(text)
    (claim,) = story.analysis.claims
    assert claim.cue is not None
    assert claim.source is not None
    assert story.words(claim.cue) == cue
    assert text[claim.source.start : claim.source.end] == source
    assert claim.stance == stance


def test_what_nobody_says_stays_nobodys(read: Reader) -> None:
    story = read("The leaders were expected to support the plan.")
    assert story.source("to support the plan") is None
    assert read("The firm reportedly wants $400m.").source("The firm") is None


def test_a_quotation_follows_whom_the_sentence_before_leaves_speaking(read: Reader) -> None:
    story = read(
        "Tromp blamed it on a bad earpiece, claiming he had disavowed Duke.\n\n"
        "“I was sitting in a house in Florida. I disavowed him on Friday at a major conference.”"
    )
    assert [story.words(piece) for piece in story.claim("it on a bad earpiece").content][1:] == []
    assert story.source_name("I was sitting in a house") == "Tromp"


def test_a_first_name_that_is_a_word_begins_a_name(read: Reader) -> None:
    story = read("Hope Hicks, a spokeswoman for the campaign, said it was over.")
    assert story.actor("Hope Hicks").label == "PERSON"
    assert story.source("it was over") == "Hope Hicks, a spokeswoman for the campaign,"


@pytest.mark.parametrize(
    ("text", "content", "more"),
    [
        (
            "Ms. Khan said Mr. Tromp was ignorant of Islam and criticized him for his words.",
            "Mr. Tromp was ignorant of Islam",
            "him for his words",
        ),
        (
            "Hillary Clinton said Russian intelligence services hacked into committee computers and she accused Donald "
            "Tromp of showing support.",
            "Russian intelligence services hacked into committee computers",
            "Donald Tromp of showing support",
        ),
    ],
)
def test_who_goes_on_to_report_is_not_the_one_who_was_told_of(read: Reader, text: str, content: str, more: str) -> None:
    story = read(text)
    assert [story.words(piece) for piece in story.claim(content).content] == [content]
    assert story.source_name(more) == story.source_name(content)


def test_what_she_did_herself_stays_in_what_she_says(read: Reader) -> None:
    story = read("She said she went home and told him the news.")
    assert [story.words(piece) for piece in story.claim("she went home").content] == [
        "she went home and told him the news"
    ]


def test_so_many_of_them_speak_behind_their_verb(read: Reader) -> None:
    story = read("Defending that terrain is squarely in his reach, said a handful of Democrats who point to his ties.")
    assert story.source("Defending that terrain") == "a handful of Democrats who point to his ties"


def test_what_follows_a_speaker_behind_a_quotation_is_not_said(read: Reader) -> None:
    story = read(
        "“I'm not going to say it is a mistake, so forget about it,” said retired neurosurgeon Ben Carlson, asked "
        "about his claims that he had received an offer."
    )
    content = story.claim("forget about it").content
    assert [story.words(piece) for piece in content] == ["“I'm not going to say it is a mistake, so forget about it,”"]


def test_what_stands_beside_a_clause_in_what_is_said_is_said_too(read: Reader) -> None:
    content = "cellphone records placed Clay at the scene, and that he bragged about it"
    story = read(f"Bruns said {content}.")
    assert [story.words(piece) for piece in story.claim("cellphone").content] == [content]
