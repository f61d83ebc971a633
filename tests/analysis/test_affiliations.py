"""To whom somebody belongs: links from persons and groups to organisations and countries."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


def links(story: Read, name: str) -> list[tuple[str, str]]:
    names = {actor.id: actor.name for actor in story.analysis.actors}
    return [(names[link.actor], link.role) for link in story.actor(name).affiliations]


@pytest.mark.parametrize(
    ("text", "who", "to", "role"),
    [
        ("Greenpeace campaigner Anna Lund said it was a mistake.", "Anna Lund", "Greenpeace", "campaigner"),
        ("“No,” said Siemens chief executive Karl Winter.", "Karl Winter", "Siemens", "chief executive"),
        ("Former Bavaria governor Karl Winter agreed.", "Karl Winter", "Bavaria", "former governor"),
        ("Texas lawmaker Dana Whitfield voted against it.", "Dana Whitfield", "Texas", "lawmaker"),
        ("Anna Lund, a professor at Uppsala University, said so.", "Anna Lund", "Uppsala University", "professor"),
        (
            "Anna Lund, a professor of physics at Uppsala University, said so.",
            "Anna Lund",
            "Uppsala University",
            "professor",
        ),
        ("Anna Lund, spokeswoman for the Red Cross, said so.", "Anna Lund", "Red Cross", "spokeswoman"),
        ("Norway's prime minister, Jonas Berg, resigned.", "Jonas Berg", "Norway", "prime minister"),
        ("Jonas Berg, Norway's prime minister, resigned.", "Jonas Berg", "Norway", "prime minister"),
        ("The governor of Bavaria, Karl Winter, resigned.", "Karl Winter", "Bavaria", "governor"),
        ("Karl Winter is the head of Siemens.", "Karl Winter", "Siemens", "head"),
        ("Karl Winter, who leads the Liberal Party, left early.", "Karl Winter", "Liberal Party", "head"),
        ("Mr Winter works for Siemens.", "Winter", "Siemens", ""),
        ("Brazil's Carla Souza won.", "Carla Souza", "Brazil", ""),
        ("Karl Winter, from the German Football Association, left.", "Karl Winter", "German Football Association", ""),
    ],
)
def test_somebody_belongs_to_a_body(read: Reader, text: str, who: str, to: str, role: str) -> None:
    assert links(read(text), who) == [(to, role)]


def test_each_of_two_offices_is_a_link(read: Reader) -> None:
    story = read("“Yes,” said Karl Winter, chief executive of Siemens and a former mayor of Ulm.")
    assert links(story, "Karl Winter") == [("Siemens", "chief executive"), ("Ulm", "former mayor")]


def test_a_minister_named_in_the_next_sentence_belongs_to_the_country_of_the_first(read: Reader) -> None:
    story = read("The foreign minister of Chile said the talks had failed. Pablo Rojas was speaking in Lima.")
    assert links(story, "Pablo Rojas") == [("Chile", "foreign minister")]


def test_an_adjective_of_a_country_links_to_the_country_that_is_named(read: Reader) -> None:
    story = read("Talks in Peru failed. Peruvian Foreign Minister Rosa Quispe left. Peruvian troops stayed.")
    assert links(story, "Rosa Quispe") == [("Peru", "foreign minister")]
    assert links(story, "Peruvian troops") == [("Peru", "")]


def test_a_people_is_apart_from_its_country_and_linked_to_it(read: Reader) -> None:
    story = read("Norway closed its border on Monday. The Norwegians had asked for help, Anna Lund said.")
    assert links(story, "Norwegians") == [("Norway", "")]


def test_a_navy_belongs_to_its_country_and_an_airline_does_not(read: Reader) -> None:
    story = read("The United Kingdom closed its border. The British Army agreed, and so did British Airways.")
    assert links(story, "British Army") == [("United Kingdom", "")]
    assert links(story, "British Airways") == []


def test_its_minister_belongs_to_whom_it_means(read: Reader) -> None:
    story = read("Norway called off the talks. Its foreign minister, Jonas Berg, flew home.")
    assert links(story, "Jonas Berg") == [("Norway", "foreign minister")]
    assert "foreign minister" in story.actor("Jonas Berg").roles


def test_the_spokesman_of_a_person_is_linked_to_that_person_and_a_son_is_not(read: Reader) -> None:
    assert links(read("Dan Low, a spokesman for Rosa Quispe, said so."), "Dan Low") == [("Rosa Quispe", "spokesman")]
    assert links(read("Dan Low, the son of Rosa Quispe, said so."), "Dan Low") == []


@pytest.mark.parametrize(
    "text",
    [
        "Karl Winter, a critic of Siemens, said so.",
        "Karl Winter is not the head of Siemens.",
        "Karl Winter never worked for Siemens.",
        "Karl Winter, an official in Hamburg, said so.",
        "Karl Winter met Siemens in Hamburg.",
    ],
)
def test_who_stands_outside_belongs_to_nobody(read: Reader, text: str) -> None:
    assert links(read(text), "Karl Winter") == []
