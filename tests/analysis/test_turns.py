"""Other words for somebody: whom `the Ukrainian president`, `the pontiff` and `the company` mean."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "claimed", "name"),
    [
        (
            "Miguel Arteza, the manager, hailed his players. “They never gave up,” the Spaniard said.",
            "never gave up",
            "Miguel Arteza",
        ),
        (
            "Enzo Marelli was furious with referee Mike Olver. “I will be fined,” the Chelsea boss told Sky Sports.",
            "I will be fined",
            "Enzo Marelli",
        ),
        # Roles of one country are nobody's of another.
        (
            "Commission president Ada Lindqvist praised the pact. Petro Havrylenko addressed the summit by video link. "
            "The Ukrainian president said that more help was needed.",
            "more help was needed",
            "Petro Havrylenko",
        ),
        # Who hits back did not speak just before.
        (
            "Pablo Iniesta and Carla Fontana traded barbs on Thursday. Fontana said that Spain had lost control. "
            "The Spanish prime minister hit back, saying that she was lying.",
            "she was lying",
            "Pablo Iniesta",
        ),
        # A quotation goes on with who spoke last, also in a new paragraph.
        (
            "Viktor Halmos agreed.\n\n“Hungary will not do it,” the Hungarian leader declared.",
            "Hungary will not do it",
            "Viktor Halmos",
        ),
        # By another word for a ruler.
        (
            "Indonesia’s president, Bagus Hartono, met Chinese President Li Wenbo on Monday. The two shook hands. "
            "The Indonesian leader said that they had talked about trade.",
            "they had talked",
            "Bagus Hartono",
        ),
        # An age, with a clause after it that only adds something.
        (
            "Marta Olivares is sitting in her garden. The 58-year-old novelist, whose first book won a prize, says "
            "that she has nothing to sell.",
            "she has nothing to sell",
            "Marta Olivares",
        ),
        ("Pope Clement spoke of the war. “Enough,” the pontiff told thousands of pilgrims.", "Enough", "Clement"),
        # Who rules is called so although the article never says it, when it is about him or her.
        (
            "Sir Colm Marwood has admitted that it was a tough night.\n\nThe prime minister said that he would go on.",
            "he would go on",
            "Colm Marwood",
        ),
        # The leader of one party is not that of another.
        (
            "Mr Nash, of Reform, spoke in Durham. “We are the opposition,” the Reform leader told supporters. "
            "Liberal Democrat leader Ed Daly was pleased.",
            "We are the opposition",
            "Nash",
        ),
        (
            "President Josef Aziz urged calm. The former army chief has vowed to disarm the militia.",
            "to disarm",
            "Josef Aziz",
        ),
        (
            "Rodney Mull, Kroft’s chief executive, was sorry. Vivek Sankar, who runs Alberton, told employees to wait. "
            "The chief executive, 61, said that it would explore other options.",
            "explore other options",
            "Vivek Sankar",
        ),
        (
            "Prof John Curtis, the polling expert, was amazed. The academic warned that it was no flash in the pan.",
            "no flash in the pan",
            "John Curtis",
        ),
        (
            "Her fellow Alaskan, Sen. Dan Sully, said that he wanted answers.",
            "he wanted answers",
            "Dan Sully",
        ),
        # Nothing but a word for how it is said.
        ("JPMorton’s Ken Golding was blunter: “This was dead on arrival.”", "dead on arrival", "Ken Golding"),
        ("The judge wrote in a 71-page opinion that the two were competitors.", "competitors", "judge"),
        (
            "Paul Dutter has accused Anton Albany of weakness.\n\nThe opposition leader said that he was asleep.",
            "he was asleep",
            "Paul Dutter",
        ),
        (
            "David Shoemark, the Greens’ defence spokesperson, was angry. The senator said they would never arrive.",
            "they would never arrive",
            "David Shoemark",
        ),
        # A deputy minister is none of the other ministers.
        (
            "Union minister Hari Puri was silent. AAP leader Manish Sisod hit back. “Truth has won,” the former deputy "
            "chief minister said.",
            "Truth has won",
            "Manish Sisod",
        ),
        (
            "Lina Mendez, Greece’s culture minister, was firm. The minister, an archaeologist, said that it was theft.",
            "it was theft",
            "Lina Mendez",
        ),
        # Seen to speak.
        ("A video shows Mayor Brandon Jonas saying that the city will ban stoves.", "ban stoves", "Brandon Jonas"),
        # Who runs something is the leader of nothing else.
        (
            "Kay Badenow stood up. Rick Hughes, who chairs the OBR, was silent. Badenow laughed. "
            "“She should be on her way,” the Conservative leader told MPs.",
            "on her way",
            "Kay Badenow",
        ),
        (
            "Josh Alden ran for two touchdowns for Buffalo. The Bills quarterback said that nobody was to blame.",
            "nobody was to blame",
            "Josh Alden",
        ),
        # Who is named beside it is another one.
        (
            "Bernard Sandel may have the best chance of beating Hillary Clayton upstate. The Vermont senator said that "
            "Clayton was wrong.",
            "Clayton was wrong",
            "Bernard Sandel",
        ),
        # Who continues is who spoke.
        (
            "Glenn Bock was on CNN. “What will happen is that Donald Tramp will make it look stolen,” Bock said. "
            "“He will divide us. Tramp will grow.”\n\nHe continued, “There will be a third party of Tramp’s.”",
            "a third party",
            "Glenn Bock",
        ),
        # A gesture before words.
        (
            "“He’s a monster,” Alden said of Chris Jonas. Jonas laughed when told of it. “Tell him I said thanks.”",
            "I said thanks",
            "Chris Jonas",
        ),
        # A group is a company as often as not.
        (
            "Wexford Prime Group, which owns the mall, said that Polaris would reopen. The company said it was safe.",
            "it was safe",
            "Wexford Prime Group",
        ),
        # Who stands after a body's name is no part of it.
        (
            "A spokesman for the Department of Health and Human Services, Andrew Nickson, said that it was true.",
            "it was true",
            "Andrew Nickson",
        ),
    ],
)
def test_another_word_means_the_right_one(read: Reader, text: str, claimed: str, name: str) -> None:
    assert read(text).source_name(claimed) == name


@pytest.mark.parametrize(
    ("second", "who"),
    [
        ("“I can't afford it any more,” the nurse said as she waited for a bus.", "Priya Raman"),
        ("“I can't afford it any more,” the police officer said.", "police officer"),
        ("Otto Berg and Ana Lund came. “I can't afford it any more,” the nurse said.", "nurse"),
    ],
)
def test_who_goes_on_to_speak_may_be_called_by_a_trade(read: Reader, second: str, who: str) -> None:
    story = read(f"One commuter, Priya Raman, 34, said she had spent £90 on taxis. {second}")
    assert story.source_name("afford it") == who


def test_who_just_came_in_is_the_vendor_who_speaks(read: Reader) -> None:
    story = read("Outside, Ana Zevallos, 44, waved a flag. “It's the same people,” the street vendor said.")
    assert story.source_name("the same people") == "Ana Zevallos"


def test_two_words_for_one_person_before_the_name(read: Reader) -> None:
    story = read("Ann Prather read what her colleague and longtime collaborator, Bruce Tharpe, had sent.")
    assert "her colleague" in story.mentions("Bruce Tharpe")


def test_the_committee_is_no_bank(read: Reader) -> None:
    story = read(
        "Ann Holloway, chief executive of Keystone National, spoke first. Otto Berg, the committee's chairman, left."
    )
    assert not story.actor("Otto Berg").affiliations


def test_the_subject_before_is_he_though_his_office_is_read_as_the_name(read: Reader) -> None:
    story = read(
        "Frank Varandas smiled. Varandas said he would wait.\n\nFormer United captain Roy Keane was unimpressed. "
        "“It's the same circus,” he said."
    )
    assert story.source_name("the same circus") == "Roy Keane"


def test_the_captain_who_goes_on_spoke_before_and_is_none_of_his_crew(read: Reader) -> None:
    story = read(
        "Reid Wiseman said he and his crewmates — Victor Glover and Jeremy Hansen — agreed. “Delays are agonizing,” "
        "the Navy captain acknowledged."
    )
    assert story.source_name("Delays are") == "Reid Wiseman"


def test_the_singer_of_the_second_paragraph_is_who_the_first_is_about(read: Reader) -> None:
    story = read(
        "Kimberley Vance missed the concert.\n\nThe Firecrackers singer, 34, was seen sunning herself in Ibiza."
    )
    assert "The Firecrackers singer" in story.mentions("Kimberley Vance")


def test_the_company_is_the_one_whose_response_it_was(read: Reader) -> None:
    story = read(
        "Apple said it would appeal. Apple accused the Commission of bias. Meta's response was fiercer. “It is wrong,” "
        "said Joel Kaplan, the company's chief global affairs officer."
    )
    names = {actor.id: actor.name for actor in story.analysis.actors}
    assert [names[one.actor] for one in story.actor("Joel Kaplan").affiliations] == ["Meta"]


def test_a_bloc_is_no_company_and_a_phone_has_no_maker(read: Reader) -> None:
    story = read("Meta lost. Teresa Ribera, the bloc's competition chief, said the iPhone maker Apple had lost, too.")
    assert not story.actor("Teresa Ribera").affiliations
    assert not story.actor("Apple").affiliations


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("It was not clear how many people had been on board, Ana Roth said.", "how many people"),
        ("Ana Roth wrote on X. She left.", "X."),
    ],
)
def test_a_question_of_number_is_nobody_and_a_stop_no_part_of_a_name(read: Reader, text: str, nobody: str) -> None:
    assert nobody not in {actor.name for actor in read(text).analysis.actors}


def test_the_coast_guard_is_a_body(read: Reader) -> None:
    story = read("Two people died, the Greek coast guard said. The coast guard found a boat.")
    assert story.actor("Greek coast guard").label == "ORG"


def test_the_fed_is_the_federal_reserve_of_a_state(read: Reader) -> None:
    story = read("The Fed holds rates\n\nThe U.S. Federal Reserve left rates unchanged. Fed officials disagreed.")
    assert "Fed" in story.actor("U.S. Federal Reserve").aliases or "U.S. Federal Reserve" in story.actor("Fed").aliases


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("Mitchell Starc was generous. “He deserved it,” the left-armer said.", "Mitchell Starc", "deserved"),
        (
            "Ben Stokes, run out after a mix-up with Joe Root, watched. The England captain said he was proud.",
            "Ben Stokes",
            "proud",
        ),
        (
            "For Sani Bello, a civil servant, they are right. “How can a professor earn less than a driver?” he asked.",
            "Sani Bello",
            "professor earn",
        ),
    ],
)
def test_who_is_meant_by_another_word_after_the_name(read: Reader, text: str, who: str, words: str) -> None:
    assert read(text).source_name(words) == who


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Nordvik's biggest shareholder, the Lauridsen Foundation, said it was content.", "Lauridsen Foundation"),
        ("An activist investor, Ragnar Capital, said it was not.", "Ragnar Capital"),
    ],
)
def test_what_owns_a_company_may_be_a_body(read: Reader, text: str, body: str) -> None:
    story = read(text)
    assert not [actor for actor in story.analysis.actors if actor.label == "PERSON"]
    assert story.actor(body).label == "ORG"


def test_the_agency_may_be_a_branch(read: Reader) -> None:
    story = read(
        "He told BBC Radio Scotland so.\n\nThe Marine Accident Investigation Branch has sent inspectors. A "
        "spokesman for the agency would say no more."
    )
    assert "the agency" in story.mentions("Marine Accident Investigation Branch")


def test_a_minister_of_headline_and_lead_is_who_is_named_then(read: Reader) -> None:
    story = read(
        "Thieves strip museum, minister says\n\nThieves broke in on Sunday, France's interior minister said.\n\n"
        "Laurent Nuñez told a radio station that they were quick. Culture Minister Rachida Dati said nobody was hurt."
    )
    assert {"minister", "France's interior minister"} <= set(story.mentions("Laurent Nuñez"))


def test_who_is_asked_is_named_after_the_question(read: Reader) -> None:
    story = read(
        "Chris Bowen said bills would be higher.\n\nAsked on Monday if he expected her to lead the party, Tony Abbott "
        "said she had his support."
    )
    assert story.mentions("Tony Abbott").count("he") == 1


def test_who_says_that_somebody_refused_is_another_one(read: Reader) -> None:
    story = read(
        "Anna Lund, the museum's president, revealed that she had offered to go. Rachida Dati refused, she said."
    )
    assert story.source_name("Rachida Dati refused") == "Anna Lund"


def test_the_aged_one_who_ends_a_quotation_is_who_it_began_with(read: Reader) -> None:
    story = read(
        "Arthur Brand doubted the gang had worked to order. “Nobody steals to order. That's Hollywood,” the "
        "56-year-old scoffed."
    )
    assert "the 56-year-old" in story.mentions("Arthur Brand")


def test_they_are_not_those_of_a_school_that_tells_where_somebody_is(read: Reader) -> None:
    story = read(
        "Robert Wachter, chair of medicine at the University of California, likes them. Most said they helped."
    )
    assert "they" not in story.mentions("University of California")


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Donald Tromp went after Jeb Bosh on Monday, calling him “a total stiff.”", "him", "Jeb Bosh"),
        ("Tomas Cruse knocked Marco Rubia on trade and called him a moderate.", "him", "Marco Rubia"),
        ("Ana Huerta praised Hillary Clint, crediting her with the first debate.", "her", "Hillary Clint"),
        ("John Reed won the seat and thanked the union for backing him.", "him", "John Reed"),
        ("Ana Roth accused the council of mocking her.", "her", "Ana Roth"),
        ("Ana Khan said Mr. Tromp was ignorant and criticized him for his words.", "him", "Tromp"),
        ("Ana Roth beat John Reed in the caucuses on Saturday, earning her a second win.", "her", "Ana Roth"),
        ("Tom Reed was angry over the column, still stinging over mocking him by name.", "him", "Tom Reed"),
    ],
)
def test_who_does_several_things_is_not_whom_they_are_done_to(read: Reader, text: str, pronoun: str, name: str) -> None:
    assert read(text).whose(pronoun) == name
