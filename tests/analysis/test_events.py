"""Storms and festivals: events that bear the names of persons, and events that speak."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read
from tui.analysis.model import Span

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "storm"),
    [
        ("Hurricane Renata hit Jamaica on Monday. Renata killed twelve people.", "Hurricane Renata"),
        ("Residents fled as Super Typhoon Olwin neared Luzon. Olwin then turned north.", "Super Typhoon Olwin"),
        ("Floods followed Storm Berta in Wales. Berta was slow, said the Met Office.", "Storm Berta"),
    ],
)
def test_a_storm_is_an_event_with_and_without_its_kind_and_nobody(read: Reader, text: str, storm: str) -> None:
    story = read(text)
    told = {story.words(Span(one.start, one.end)) for one in story.analysis.mentions if one.label == "EVENT"}
    assert told == {storm, storm.split()[-1]}
    assert not [actor for actor in story.analysis.actors if storm.split()[-1] in actor.name]


def test_a_festival_that_speaks_is_a_body(read: Reader) -> None:
    story = read("The Leith Film Festival said it was broke. The festival denied that it owed the mayor money.")
    assert story.actor("Leith Film Festival").label == "ORG"
    assert story.source_name("owed the mayor") == "Leith Film Festival"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maria Keller lost her house to Hurricane Maria. Maria wept.", "Maria Keller"),
        ("The cover is by Storm Keller. Keller said he liked it.", "Storm Keller"),
    ],
)
def test_a_person_called_as_a_storm_is_one_still(read: Reader, text: str, name: str) -> None:
    story = read(text)
    assert story.actor(name).label == "PERSON"
    assert story.mentions(name)[-1] == ("Maria" if "Maria" in name else "he")


def test_dates_and_sums_are_mentions_of_no_actor(read: Reader) -> None:
    story = read("Maria Keller paid $3 million on 4 March 2021.")
    labels = {mention.label for mention in story.analysis.mentions if mention.actor is None}
    assert {"MONEY", "DATE"} <= labels


def test_a_short_title_is_the_role_it_stands_for(read: Reader) -> None:
    story = read("Former Maryland Gov. Anna Lund met Lt. Gov. Karl Winter and Mr. Jonas Berg in Bergen.")
    assert story.actor("Anna Lund").roles == ("former Maryland governor",)
    assert story.actor("Karl Winter").roles == ("lieutenant governor",)
    assert story.actor("Jonas Berg").roles == ()
