"""Events that the pipeline tells by the words of their names."""

import pytest
import spacy
from spacy.language import Language

from tui.analysis.identity import locate


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(locate(None))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Her father fell in the Korean War, she said.", "Korean War"),
        ("He wrote a book on World War II in Norway.", "World War II"),
        ("Many died in the Battle of Kursk that summer.", "Battle of Kursk"),
        ("The War of the Roses ended there.", "War of the Roses"),
        ("They lost the 2018 FIFA World Cup final.", "FIFA World Cup"),
        ("Tickets for the World Cup 2022 were sold out.", "World Cup 2022"),
        ("The Russian Revolution changed the town.", "Russian Revolution"),
        ("She won gold at the Commonwealth Games in Perth.", "Commonwealth Games"),
        ("He lost the Australian Open to a boy.", "Australian Open"),
        ("The film opened the Leith Film Festival on Friday.", "Leith Film Festival"),
        ("Hurricane Katrina drowned the city.", "Hurricane Katrina"),
        ("Tropical Storm Emil reached Cuba.", "Tropical Storm Emil"),
        ("Few people survived the Holocaust there.", "Holocaust"),
        ("He served in WWII and came home.", "WWII"),
    ],
)
def test_an_event_is_told_by_its_words(nlp: Language, text: str, event: str) -> None:
    assert [span.text.removeprefix("the ") for span in nlp(text).ents if span.label_ == "EVENT"] == [event]


@pytest.mark.parametrize(
    "text",
    [
        "The company makes Epic Games toys for the market.",
        "The Folk Festival Society met in Zurich.",
        "Hurricane Season began in June.",
        "Storm Keller, a singer, left Hull.",
        "It is a war of words, said the mayor.",
        "Ford denied it. War is near.",
        "The mayor went to the summit and the festival.",
    ],
)
def test_what_looks_like_one_is_none(nlp: Language, text: str) -> None:
    assert not [span for span in nlp(text).ents if span.label_ == "EVENT"]


def test_what_an_event_holds_is_no_name_beside_it(nlp: Language) -> None:
    doc = nlp("The Vietnam War ended, and Vietnam was poor.")
    assert [(span.text, span.label_) for span in doc.ents] == [
        ("Vietnam War", "EVENT"), ("Vietnam", "GPE"),
    ]  # fmt: skip
