"""Who is in the story: grouping, roles, descriptions and pronouns."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


def test_a_short_name_joins_the_full_one(read: Reader) -> None:
    story = read("Maria Keller opened the school on Monday.\n\nKeller thanked the parents. Mrs Keller then left.")
    assert story.mentions("Maria Keller").count("Keller") == 2
    assert story.actor("Maria Keller").label == "PERSON"


def test_two_people_of_one_surname_stay_apart(read: Reader) -> None:
    story = read("Maria Keller met Thomas Keller in Berlin on Monday. Both spoke about the school.")
    assert story.actor("Maria Keller").id != story.actor("Thomas Keller").id


def test_a_title_before_a_name_is_a_role_and_not_part_of_it(read: Reader) -> None:
    story = read("Governor Maria Keller visited Hamburg on Monday.")
    assert "governor" in [role.lower() for role in story.actor("Maria Keller").roles]


@pytest.mark.parametrize(("one", "other"), [("the United States", "the US"), ("the United Kingdom", "the UK")])
def test_a_country_and_its_short_form_are_one_actor(read: Reader, one: str, other: str) -> None:
    story = read(f"Troops of {one} arrived in Poland. Officials of {other} said they would stay.")
    names = [actor for actor in story.analysis.actors if other.split()[-1] in (actor.name, *actor.aliases)]
    assert len(names) == 1
    assert len(names[0].mentions) == 2


def test_names_that_only_look_alike_stay_apart(read: Reader) -> None:
    story = read("Ministers from Niger met ministers from Nigeria in Paris. Niger and Nigeria share a border.")
    assert story.actor("Niger").id != story.actor("Nigeria").id


def test_he_is_the_man_named_before(read: Reader) -> None:
    story = read("Mr Thomas Keller arrived in Berlin on Monday. He said the talks had failed.")
    assert story.source_name("the talks had failed") == "Thomas Keller"


def test_a_description_before_the_name_is_found(read: Reader) -> None:
    story = read(
        "The port was closed, the local governor said.\n\nThe river is rising.\n\nGovernor Maria Keller asked for help."
    )
    assert story.source_name("The port was closed") == "Maria Keller"


def test_boilerplate_names_nobody(read: Reader) -> None:
    story = read("Maria Keller spoke in Berlin on Monday.\nShe left early.\nComments\nPost a Comment")
    end = story.text.index("Comments")
    assert story.analysis.mentions
    assert all(mention.start < end for mention in story.analysis.mentions)


def test_dates_and_sums_are_mentions_of_no_actor(read: Reader) -> None:
    story = read("Maria Keller paid $3 million on 4 March 2021.")
    labels = {mention.label for mention in story.analysis.mentions if mention.actor is None}
    assert {"MONEY", "DATE"} <= labels


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
