"""Dispatches of summits, disasters, trials and interviews: who is who in them, and who answers."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read
from tui.analysis.model import Span

Reader = Callable[[str], Read]


def test_the_leader_of_another_country_is_not_the_one_who_is_called_leader(read: Reader) -> None:
    story = read("North Korean leader Pak Il Nam was pleased. He had invited the Chinese leader to a parade.")
    assert "the Chinese leader" not in story.mentions("Pak Il Nam")


def test_whom_a_nickname_of_a_state_means_is_not_who_is_named_later(read: Reader) -> None:
    story = read(
        "Donald Tramp dismissed Wisconsin Gov. Scott Welker, arguing that the Badger State governor was weak. "
        "Gov. John Kasick was third."
    )
    assert story.mentions("John Kasick") == ["John Kasick"]


def test_those_who_are_not_of_age_are_one_by_any_word(read: Reader) -> None:
    story = read("A 17-year-old boy was arrested on Sunday. The teenager, who has not been named, denied it.")
    assert story.mentions("17-year-old boy")[:2] == ["A 17-year-old boy", "The teenager"]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Cardinal Fridolin Ambasa Bosenge spoke. Ambasa later said that he was sorry.",
            "Fridolin Ambasa Bosenge",
            ["Fridolin Ambasa Bosenge", "Ambasa"],
        ),
        (
            "Prince Salman bin Rashid Al Farsi spoke. Salman bin Rashid left.",
            "Salman bin Rashid Al Farsi",
            ["Salman bin Rashid Al Farsi", "Salman bin Rashid"],
        ),
        (
            "Mohamed Hamdan Daglo, widely known as Hemetto, is ready. Hemetto said so.",
            "Mohamed Hamdan Daglo",
            ["Mohamed Hamdan Daglo", "Hemetto", "Hemetto"],
        ),
        (
            "The Office of Telecommunications said no on Monday. Oftel had been asked.",
            "Office of Telecommunications",
            ["Office of Telecommunications", "Oftel"],
        ),
    ],
)
def test_a_short_name_is_part_of_the_whole_one(read: Reader, text: str, name: str, mentions: list[str]) -> None:
    names = [m for m in read(text).mentions(name) if m[0].isupper()]
    assert names == mentions


def test_a_surname_may_stand_first(read: Reader) -> None:
    story = read("President Park Geun Hee met Shinji Abo on Monday. Though they are rivals, Abo and Park agreed.")
    assert story.mentions("Park Geun Hee")[-1] == "Park"


def test_how_it_is_known_is_no_part_of_who_says_it(read: Reader) -> None:
    story = read("An average of 81 percent approve of her, according to the pollster.")
    assert story.source_name("81 percent") == "pollster"


def test_one_from_somewhere_is_a_person(read: Reader) -> None:
    story = read("Now one kind-hearted Canadian wants to help.")
    assert [actor.label for actor in story.analysis.actors] == ["PERSON"]


def test_who_is_welcomed_is_not_said(read: Reader) -> None:
    assert not read("Obano welcomed world leaders to the White House for a dinner.").analysis.claims
    assert read("Obano welcomed the decision.").claim("the decision").stance == "asserted"


def test_what_includes_allegations_makes_none(read: Reader) -> None:
    story = read("There are other topics. They include trade and allegations that computers were hacked.")
    assert [claim.source for claim in story.analysis.claims] == [None]


def test_two_names_and_an_ampersand_are_a_firm(read: Reader) -> None:
    story = read("His lawyer, Mark Coyne of Coyne & Gressler, said that he would appeal.")
    assert story.actor("Coyne & Gressler").label == "ORG"
    assert story.source_name("he would appeal") == "Mark Coyne"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("MADRID (AP) - Pope Clement IX prayed on Sunday.", "Clement IX", "pope"),
        ("The agency’s director-general, Dr. Tendai Moyo, said so.", "Tendai Moyo", "agency’s director-general"),
        ("Assistant U.S. Attorney Thane Rohan said no.", "Thane Rohan", "assistant U.S. attorney"),
    ],
)
def test_a_role_is_whole_and_no_more(read: Reader, text: str, name: str, role: str) -> None:
    assert read(text).actor(name).roles == (role,)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Assistant U.S. Attorney Thane Rohan said no.", "U.S. Attorney"),
        ("The movement of a local fault set off the quake, Ana Roth said.", "movement of a local fault"),
        ("He asked the Home Secretary, Yvonne Cope, to intervene.", "Home"),
        ("The tenor of his campaign made it unsafe, Ana Roth said.", "tenor of his campaign"),
        ("Dan Roth, who backed Sen. Ted Kruz, R-Texas, was there.", "R-Texas"),
    ],
)
def test_parts_of_titles_and_motions_are_no_actors(read: Reader, text: str, nobody: str) -> None:
    assert nobody not in {actor.name for actor in read(text).analysis.actors}


def test_who_is_told_of_in_a_clause_is_not_the_one_named_next(read: Reader) -> None:
    story = read(
        "His barrister, Sheila Fahim, had told the court that the duke was singled out. Sir James Eady argued."
    )
    assert not story.actor("James Eady").roles


def test_a_title_with_a_place_is_a_person(read: Reader) -> None:
    assert read("The Duke of Sandwich has lost a legal challenge, and told reporters so.").actor(
        "Duke of Sandwich"
    ).label == ("PERSON")


def test_who_is_said_to_be_a_committee_is_no_person(read: Reader) -> None:
    assert (
        read("Ravek, the committee that decides on it, had acted sensibly, Ana Roth said.").actor("Ravek").label
        == "ORG"
    )


def test_companies_are_not_one_company(read: Reader) -> None:
    story = read(
        "Kroft sued Alberton on Monday. The companies said nothing. The union represents workers at the chains."
    )
    assert "The companies" not in story.mentions("Kroft") + story.mentions("Alberton")


def test_a_parliament_is_no_company(read: Reader) -> None:
    story = read("OpenLab was late. It told Congress so on Monday. The company said that it was sorry.")
    assert story.source_name("it was sorry") == "OpenLab"


def test_what_is_its_after_a_letter_is_the_letters(read: Reader) -> None:
    story = read(
        "The letter, seen by the New York Tribune, accused executives of lying. Its authors are unknown, Ana Roth said."
    )
    assert story.mentions("New York Tribune") == ["the New York Tribune"[4:]]


def test_what_one_is_praised_as_is_no_role(read: Reader) -> None:
    story = read("“Priya Nataran is the right leader for our next chapter,” said Walter Hsu.")
    assert not story.actor("Priya Nataran").roles


def test_what_stands_after_brackets_is_not_said_of_what_is_in_them(read: Reader) -> None:
    story = read("Acme Robotics, Inc. (NASDAQ: ACMR), a leading maker of robots, said that it was pleased.")
    assert [actor.name for actor in story.analysis.actors if actor.roles] in ([], ["Acme Robotics, Inc."])


def test_whose_counterpart_one_is_is_no_role(read: Reader) -> None:
    assert not read("His counterpart was happier. Andy Reed, who won, said so.").actor("Andy Reed").roles


def test_a_prime_minister_is_not_any_minister(read: Reader) -> None:
    story = read("Lina Mendez, Greece’s culture minister, was firm. The prime minister would not stand in the way.")
    assert "The prime minister" not in story.mentions("Lina Mendez")


@pytest.mark.parametrize("label", ["CLAIM", "THE FACTS", "NEW DELHI"])
def test_a_label_before_a_colon_says_nothing(read: Reader, label: str) -> None:
    story = read(f"No, he did not\n\n{label}: Social media users are sharing a clip of the mayor that is not real.")
    assert not story.analysis.claims


def test_sources_before_a_colon_say_what_follows(read: Reader) -> None:
    assert read("Sources: Chelsea are to sell the winger.").source("sell the winger") == "Sources"


@pytest.mark.parametrize(
    "text",
    ["A senior officer, who did not wish to be named, was there.", "An aide, who asked not to be named, was there."],
)
def test_who_wants_no_name_says_nothing_by_it(read: Reader, text: str) -> None:
    assert not read(text).analysis.claims


def test_what_one_declines_to_say_is_said_once(read: Reader) -> None:
    story = read("Frank Shore declined to say whether it was cold.")
    assert [claim.stance for claim in story.analysis.claims] == ["declined"]


def test_a_storm_is_one_before_somebody_bears_its_name(read: Reader) -> None:
    story = read("Hurricane Milton bore down on Florida. Milton was slow. Milton Reyes joked about it.")
    assert story.analysis.mentions[0].label == "EVENT"
    assert "Milton" not in story.mentions("Milton Reyes")


def test_what_it_is_too_early_to_say_is_not_said(read: Reader) -> None:
    story = read("Clint Johns cautioned that it was too early to say what had happened.")
    assert [claim.stance for claim in story.analysis.claims] == ["asserted"]


def test_no_mention_is_none(read: Reader) -> None:
    story = read("The ministry made no mention of the talks.")
    assert story.claim("the talks").stance == "declined"


def test_who_is_urged_to_press_presses(read: Reader) -> None:
    story = read("Josef Aziz urged the United States to press Israel to stop.")
    inner = next(claim for claim in story.analysis.claims if claim.within is not None)
    assert inner.source is not None
    assert story.words(Span(inner.source.start, inner.source.end)) == "the United States"


def test_to_whom_one_apologises_is_not_what_is_said(read: Reader) -> None:
    assert not read("Kemi Bade apologised to councillors who had lost their seats.").analysis.claims


def test_a_network_named_by_a_letter_is_no_place(read: Reader) -> None:
    story = read("Washington is ready to help: the ambassador, Mary Carlin, wrote on X that it was watching.")
    assert {actor.label for actor in story.analysis.actors if actor.name == "X"} <= {"ORG"}


def test_who_does_not_answer_keeps_silent(read: Reader) -> None:
    story = read("The ministry did not answer questions about the vaccine. Ana Roth did not return calls.")
    assert {claim.stance for claim in story.analysis.claims} == {"declined"}
    assert story.source("questions about the vaccine") == "The ministry"
    assert story.source("calls") == "Ana Roth"


@pytest.mark.parametrize("time", ["last week", "later"])
def test_the_time_of_saying_is_not_said(read: Reader, time: str) -> None:
    story = read(f"Burhan Aziz said {time} there would be no truce with murderers.")
    assert story.words(story.claim("no truce").content[0]) == "there would be no truce with murderers"


def test_a_study_is_the_source_of_what_it_found(read: Reader) -> None:
    story = read("Researchers published a study in the Lancet that found rates had fallen.")
    assert story.source("rates had fallen") == "a study in the Lancet"


INTERVIEW = """An interview with Marta Olivares

Q: You left São Paulo. Why?

A: Because I could not write there. The noise was in my head.

Q: And now?

A: Now I can.

Luis Schwarz, who prints her books, and Luis Schwarz’s wife are pleased. Schwarz smiled.
"""


def test_answers_are_what_the_one_who_is_interviewed_says(read: Reader) -> None:
    story = read(INTERVIEW)
    assert story.source_name("The noise was in my head") == "Marta Olivares"
    assert story.source_name("Now I can") == "Marta Olivares"
    assert [claim.form for claim in story.analysis.claims].count("colon") == 2
    assert story.mentions("Marta Olivares").count("I") == 2


def test_a_letter_before_a_colon_is_nobody_without_questions(read: Reader) -> None:
    story = read(INTERVIEW.replace("Q:", "B:"))
    assert not [claim for claim in story.analysis.claims if claim.form == "colon"]
