"""What is said, in whose words, and how sure: forms that news reports are written in."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


def test_who_answers_a_request_asks_nothing(read: Reader) -> None:
    story = read("Ana Roth did not respond to a request for comment.")
    (claim,) = story.analysis.claims
    assert claim.stance == "declined"


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("Ana Roth did not rule out further action.", "further action", "hedged"),
        ("Ana Roth ruled out further action.", "further action", "asserted"),
        ("Ana Roth stopped short of calling it a coup.", "it a coup", "declined"),
    ],
)
def test_what_is_left_open_is_neither_said_nor_denied(read: Reader, text: str, words: str, stance: str) -> None:
    assert read(text).claim(words).stance == stance


def test_where_it_was_vowed_is_not_what_was_vowed(read: Reader) -> None:
    story = read("Gen Ali Burhan vowed revenge in a televised address.")
    assert [story.words(piece) for piece in story.claim("revenge").content] == ["revenge"]


def test_what_somebody_else_says_meanwhile_is_a_claim_of_its_own(read: Reader) -> None:
    story = read(
        'Anthony Smithson of Transport Voice said travellers were "sick of being used", while Kate Hart, who runs a '
        "chain of pubs, put the cost to pubs and restaurants at £120m."
    )
    assert story.source_name("travellers were") == "Anthony Smithson"
    assert story.source_name("the cost to pubs and restaurants at £120m") == "Kate Hart"


def test_who_is_quoted_as_saying_it_speaks_and_not_the_paper(read: Reader) -> None:
    story = read("Alexander Novak denied it. “There is full unity,” RIA Novosti quoted him as saying.")
    assert story.source_name("There is full unity") == "Alexander Novak"


def test_two_of_them_say_what_stands_before(read: Reader) -> None:
    story = read("Russia, which has overshot its quota, favours a postponement, two of them said.")
    assert story.source("Russia, which has overshot") == "two of them"


def test_who_writes_to_somebody_asking_him_to_act_asks(read: Reader) -> None:
    story = read("Craig Whitfield has written to the minister asking him to call the plan in.")
    claim = story.claim("to call the plan in")
    assert story.source_name("to call the plan in") == "Craig Whitfield"
    assert claim.addressee is not None and claim.addressee.actor != (claim.source and claim.source.actor)


def test_who_was_blunter_speaks_after_the_colon(read: Reader) -> None:
    story = read("Raila Ochieng wrote a letter. His running mate, Martha Karua, was blunter: “The court has spoken.”")
    assert story.source_name("The court has spoken") == "Martha Karua"


def test_an_age_after_who_is_told_is_not_told(read: Reader) -> None:
    story = read("Judge Mary Wiseman told Devin Lamar Clay, 24, that he had shown indifference.")
    assert [story.words(piece) for piece in story.claim("indifference").content] == ["that he had shown indifference"]


def test_what_finds_something_around_itself_is_not_what_it_is_about(read: Reader) -> None:
    story = read(
        "Apple had stopped app developers from steering users to cheaper deals, the European Commission ruled. Meta, "
        "it found, had forced users to choose between seeing personalised ads and paying to avoid them."
    )
    assert story.source_name("had forced") == "European Commission"


@pytest.mark.parametrize(
    "text",
    [
        "Dina Boluarte was investigated over her failure to declare gifts.",
        "As Israeli tanks pushed deeper into the city, it rained.",
    ],
)
def test_what_is_not_done_and_what_is_no_word_is_no_claim(read: Reader, text: str) -> None:
    assert not read(text).analysis.claims


def test_according_to_somebody_within_a_clause_is_of_that_clause(read: Reader) -> None:
    story = read("It did not mention a strike that, according to the Nasser hospital, killed a family of seven.")
    (claim,) = [one for one in story.analysis.claims if one.form == "according to"]
    assert [story.words(piece) for piece in claim.content] == ["that", "killed a family of seven"]


def test_what_somebody_called_a_decision_is_a_claim_of_his(read: Reader) -> None:
    story = read("He had chosen to bat, a decision Michael Vaughan had described as “brave, bordering on daft”.")
    assert story.source_name("bordering on daft") == "Michael Vaughan"


def test_the_point_of_a_list_is_nobody(read: Reader) -> None:
    story = read("What they say:\n\n• Joy Chen, director of the network: “It's a start. We urge them to go on.”")
    assert story.source("It's a start") == "Joy Chen, director of the network"


def test_what_is_debunked_is_denied(read: Reader) -> None:
    assert read("The minister, Tunji Alausa, debunked the claim.").claim("the claim").stance == "denied"


def test_who_is_asked_by_reporters_is_not_what_they_ask(read: Reader) -> None:
    story = read("François Hollande, asked by reporters, said it was not a time for polemics.")
    assert story.source_name("a time for polemics") == "François Hollande"


def test_a_figure_that_somebody_disputes(read: Reader) -> None:
    story = read("Chris Bowen said bills would be $1300 higher, a figure the opposition disputes.")
    assert len(story.analysis.disputes) == 1
