"""Places that are no towns or states: their kind told by the words of their names."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from tui.pipelines.components.places import with_places


def kind(text: str, name: str, label: str = "GPE") -> str:
    """The label of the name in the text after the rules, where it was `label` before."""
    doc: Doc = spacy.blank("en")(text)
    start = text.index(name)
    span = doc.char_span(start, start + len(name))
    doc.ents = [Span(doc, span.start, span.end, label)]
    (found,) = with_places(doc)
    assert found.text == name
    return str(found.label_)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("They met at the Ostrava Convention Center.", "Ostrava Convention Center", "FAC"),
        ("She left the White House at nine.", "White House", "FAC"),
        ("He lives on Grand Ave. now.", "Grand Ave.", "FAC"),
        ("Fish died in the Platte River.", "Platte River", "LOC"),
        ("Fish died in the Platte River.", "the Platte River", "LOC"),
        ("Ships crossed the Gulf of Aden.", "Gulf of Aden", "LOC"),
        ("The Las Vegas Strip was dark.", "Las Vegas Strip", "LOC"),
        ("It snows on Mount Hood.", "Mount Hood", "LOC"),
        ("It snows in Antarctica.", "Antarctica", "LOC"),
    ],
)
def test_the_words_of_a_place_tell_that_it_is_no_town(text: str, name: str, label: str) -> None:
    assert kind(text, name) == label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He grew up in Fall River, Massachusetts.", "Fall River"),
        ("They live in Mount Vernon.", "Mount Vernon"),
        ("They live in Daytona Beach.", "Daytona Beach"),
        ("The Solomon Islands voted.", "Solomon Islands"),
        ("A pier stands at Southend-on-Sea.", "Southend-on-Sea"),
        ("The Center is a town.", "Center"),
        ("The mayor of Bay of Plenty Town spoke.", "Plenty Town"),
    ],
)
def test_a_town_stays_one(text: str, name: str) -> None:
    assert kind(text, name) == "GPE"


def test_a_country_that_plays_is_one() -> None:
    assert kind("Belgium led 2-0.", "Belgium", "ORG") == "GPE"


def test_what_is_no_place_keeps_its_kind() -> None:
    assert kind("The Brennan Center sued.", "Brennan Center", "ORG") == "ORG"
