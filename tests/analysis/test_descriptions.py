"""Whom descriptions mean ("the mayor's office"), and which of them are nobody."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


def test_a_description_before_the_name_is_found(read: Reader) -> None:
    story = read(
        "The port was closed, the local governor said.\n\nThe river is rising.\n\nGovernor Maria Keller asked for help."
    )
    assert story.source_name("The port was closed") == "Maria Keller"


def test_a_share_of_people_is_nobody_and_a_crowd_of_them_somebody(read: Reader) -> None:
    story = read("The vast majority of ferries have left the port.\n\nA crowd of protesters shouted at the mayor.")
    names = [actor.name for actor in story.analysis.actors]
    assert not any("majority" in name for name in names)
    assert any("crowd" in name for name in names)


def test_a_place_named_beside_people_is_not_those_people(read: Reader) -> None:
    story = read("All council officials in Lindau, capital of the district, had left, Maria Keller said.")
    names = {name for actor in story.analysis.actors for name in (actor.name, *actor.aliases)}
    assert any("officials" in name for name in names)
    assert "capital" not in names


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Anna Lund said the ferry was late. Lund is a teacher in Bergen.", "a teacher", "Anna Lund"),
        ("Anna Lund arrived. She became mayor in May, Jonas Berg said.", "mayor", "Anna Lund"),
        ("The Crater Lake is deep. Tourists came from Velden. The lake was frozen.", "The lake", "Crater Lake"),
        (
            "The Harbour Workers Union met on Monday. The company was closed. The union called a strike.",
            "The union",
            "Harbour Workers Union",
        ),
        (
            "Siemens spokesman Karl Winter told the Daily Echo that the company was fine.",
            "the company",
            "Siemens",
        ),
        (
            "Siemens lost money, Karl Winter told the Daily Echo. He then called the newspaper again.",
            "the newspaper",
            "Daily Echo",
        ),
        ("Fire broke out in Brno on Monday. Anna Lund said the city was safe.", "the city", "Brno"),
        (
            "Norway sent troops. Norway had failed in Latvia and had caused damage to the country, Anna Lund said.",
            "the country",
            "Latvia",
        ),
        # The town that is named most, not the last one, nor one whose name only holds the word.
        (
            "Brno is old. Brno lies on two rivers, an hour from Vienna and far from Mexico City. The city is calm.",
            "The city",
            "Brno",
        ),
        (
            "Ferries left Atlantic City. Atlantic City is poor. Anna Lund said the city was lost.",
            "the city",
            "Atlantic City",
        ),
        ("Anna Lund went to Springfield in Ohio. The city was calm.", "The city", "Springfield"),
        ("Anna Lund went to Springfield in Ohio. Voters in the state were calm.", "the state", "Ohio"),
        (
            "The Republican Party met. Anna Lund told the Washington Post so. The party was divided, Karl Winter said.",
            "The party",
            "Republican Party",
        ),
        (
            "The Health Agency warned. Anna Lund met Salix Pharmaceuticals. The agency said no.",
            "The agency",
            "Health Agency",
        ),
        ("Anna Lund is a legend in Bergen, Jonas Berg said.", "a legend", "Anna Lund"),
        (
            "The Velden War Memorial stands by a lake. Tourists photograph the memorial.",
            "the memorial",
            "Velden War Memorial",
        ),
        ("The governor of Bavaria, which borders Austria, said no.", "which", "Bavaria"),
        ("Sen. Anna Lund defended the law. The senator said it would work.", "The senator", "Anna Lund"),
        (
            "But the other candidate on the stage, former Secretary of State Anna Lund, drew a contrast.",
            "the other candidate",
            "Anna Lund",
        ),
        ("Former Secretary of Defense Karl Winter said no.", "Former Secretary", "Karl Winter"),
        (
            "The lawsuit was filed by a former staffer named Karl Winter on Monday. The former staffer said no.",
            "The former staffer",
            "Karl Winter",
        ),
        ("A company called Harbour Steel said it would pay.", "A company", "Harbour Steel"),
    ],
)
def test_a_description_means_the_one_it_fits(read: Reader, text: str, words: str, who: str) -> None:
    assert read(text).whose(words) == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Harbour Workers Union met on Monday. The company was closed.", "Harbour Workers Union"),
        ("The Labour Department counted the votes. Karl Winter thanked the party.", "Labour Department"),
        ("The Associated Press counted the votes. Karl Winter thanked the party.", "Associated Press"),
        ("Anna Lund is not a teacher, Jonas Berg said.", "Anna Lund"),
        ("Siemens is old. The forces it has trained left. Their forces stayed, Karl Winter said.", "Siemens"),
    ],
)
def test_what_does_not_fit_is_left_out(read: Reader, text: str, words: str) -> None:
    assert set(read(text).mentions(words)) <= {words, "it", "Their"}


def test_justice_without_an_article_is_nobody(read: Reader) -> None:
    story = read("Racial justice and economic justice are two sides of one coin, Anna Lund said. The justice agreed.")
    people = [actor.name for actor in story.analysis.actors if actor.label == "PERSON"]
    assert sorted(people) == ["Anna Lund", "justice"]


def test_the_secretary_is_no_press_secretary_and_the_president_no_vice_president(read: Reader) -> None:
    story = read(
        "Defense Secretary Karl Winter used his own account. Winter's press secretary, Peter Lund, said it was a "
        "mistake. Lund declined to say more.\n\n“The secretary believes it was a mistake,” Lund said."
    )
    assert "The secretary" in story.mentions("Karl Winter")
    deputy = read(
        "President Karl Winter met Vice President Anna Lund on Monday. Winter left for Oslo. The vice president said "
        "the talks had failed. The president agreed."
    )
    assert "The vice president" in deputy.mentions("Anna Lund")
    assert "The president" in deputy.mentions("Karl Winter")


def test_some_more_of_somebodys_people_are_others(read: Reader) -> None:
    story = read("Two Keller aides resigned on Monday. Some Keller aides said the talks had failed.")
    assert story.actor("Two Keller aides").id != story.actor("Some Keller aides").id


def test_a_headline_needs_no_article_for_somebody(read: Reader) -> None:
    story = read(
        "Defense secretary used personal email in office\n\nDefense Secretary Karl Winter used his own account for "
        "work, a report said on Monday."
    )
    assert "Defense secretary" in story.mentions("Karl Winter")


def test_what_a_thing_is_called_by_is_no_body_that_acts(read: Reader) -> None:
    story = read(
        "The Cadillac tax is costly. Unions hate the Cadillac tax. The Cadillac tax was passed. "
        "The company will pay, Anna Keller said."
    )
    assert "The company" not in story.mentions("Cadillac")


def test_the_forces_of_a_country_are_one_group_however_called(read: Reader) -> None:
    story = read("Ukraine closed its border. Ukrainian troops moved, and 1,000 Ukrainian soldiers fled.")
    assert len(story.actor("Ukrainian troops").mentions) == 2
    assert story.actor("Ukrainian troops").id != story.actor("Ukraine").id


def test_the_fighters_of_a_group_are_the_group(read: Reader) -> None:
    assert "Hezbollah fighters" in read("Hezbollah attacked the base. Hezbollah fighters later left.").mentions(
        "Hezbollah"
    )


def test_no_people_are_nobody(read: Reader) -> None:
    story = read("No soldiers spoke on Monday. No company answered.")
    assert story.analysis.actors == ()


def test_a_lone_common_noun_is_nobody(read: Reader) -> None:
    names = [actor.name.lower() for actor in read("Girls over 10 go to school. School is important.").analysis.actors]
    assert "school" not in names


def test_who_has_no_name_is_called_by_what_tells_him_apart(read: Reader) -> None:
    story = read("Commanders in the battlefield told Reuters about delays. Two mothers wept. They left early.")
    names = [actor.name for actor in story.analysis.actors]
    assert "Commanders in the battlefield" in names and "Two mothers" in names
    office = read("Norway waited. Its office in Oslo said the talks had failed.")
    assert "Norway’s office in Oslo" in [actor.name for actor in office.analysis.actors]


def test_a_body_of_somebody_is_called_by_whose_it_is(read: Reader) -> None:
    story = read(
        "The Keller campaign raised $4 million. Keller's campaign denied it. The campaign said donors were checked. "
        "The campaign left."
    )
    assert "Keller campaign" in [actor.name for actor in story.analysis.actors]
    assert story.mentions("Keller campaign").count("The campaign") == 2


def test_a_body_is_one_whatever_its_owner_is_called(read: Reader) -> None:
    story = read(
        "The mayor's office declined to comment on Monday. Mayor Tom Reyes's office later said that it was closed. "
        "He left for Oslo, and his office agreed. The governor's office denied it."
    )
    assert [name for name in story.mentions("mayor's office") if "office" in name] == [
        "The mayor's office", "Mayor Tom Reyes's office", "his office",
    ]  # fmt: skip


def test_a_relative_is_one_however_the_owner_is_called(read: Reader) -> None:
    story = read("Anna Lund's father was a Danish immigrant. Her father worked in Oslo. Her mother sang in Bergen.")
    assert story.whose("Her father") == story.whose("Anna Lund's father") == "Anna Lund's father"
    assert story.whose("Her mother") == "Anna Lund's mother"


def test_a_husband_is_the_man_who_bears_her_name(read: Reader) -> None:
    story = read("Anna Lund told voters that Karl Lund would come. On a tour in May she said her husband knew how.")
    assert story.whose("her husband") == "Karl Lund"
    other = read("Anna Lund met Karl Winter in Oslo. On a tour in May she said her husband knew how.")
    assert other.whose("her husband") not in {"Karl Winter", None}


@pytest.mark.parametrize("called", ["The Democratic frontrunner", "The 45-year-old teacher"])
def test_who_alone_was_just_named_is_called_again_by_what_she_is(read: Reader, called: str) -> None:
    assert read(f"Anna Lund wants a vote in May. {called} wrote that it was time.").whose(called) == "Anna Lund"
    two = read(f"Anna Lund met Ida Holm in Oslo. {called} wrote that it was time.")
    assert two.whose(called) not in {"Anna Lund", "Ida Holm"}


def test_any_school_is_not_the_last_body_named(read: Reader) -> None:
    story = read("Norsk Energy will cut jobs. Rebels attacked the town of Velm. They burned the school, people said.")
    assert "the school" not in story.mentions("Norsk Energy")


def test_so_many_people_are_others_than_those_before(read: Reader) -> None:
    story = read("The two people met in Oslo. The storm made more than one million people homeless.")
    assert story.mentions("two people") == ["The two people"]


def test_whoever_speaks_is_an_actor(read: Reader) -> None:
    story = read("The mine will close, according to two people briefed on the talks.")
    assert story.source_name("The mine will close") == "two people briefed on the talks"


def test_the_same_people_far_apart_are_listed_once(read: Reader) -> None:
    filler = "The river rose by a metre. " * 15
    story = read(f"Police closed the road on Monday. {filler}\n\nPolice opened the road again on Friday.")
    assert [actor.name.lower() for actor in story.analysis.actors].count("police") == 1


def test_the_parent_of_a_company_is_no_person(read: Reader) -> None:
    assert read("Carrier's parent, a military contractor, said it will move.").actor("Carrier's parent").label == "ORG"


def test_what_somebody_would_be_is_nobody_else(read: Reader) -> None:
    story = read(
        "Lindsey Graham said that Kasper would be the best presidential candidate.\n\n"
        "The Libertarian candidate, Gary Johns, has 11 percent."
    )
    assert story.mentions("Gary Johns") == ["The Libertarian candidate", "Gary Johns"]


def test_new_yorkers_are_named_whole(read: Reader) -> None:
    assert read("Some three million New Yorkers were unable to vote.").actor("New Yorkers").label == "NORP"


def test_nobody_is_in_a_battle(read: Reader) -> None:
    story = read("The plan did not please Chuck Grassley, who is in a battle of his own in Iowa.")
    assert "a battle" not in story.mentions("Chuck Grassley")


def test_a_border_between_two_countries_is_in_neither(read: Reader) -> None:
    story = read("Parker will build a wall along the U.S.-Mexico border. Voters across the country do not care.")
    assert story.whose("the country") is None
