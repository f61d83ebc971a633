"""Names that the pipeline tells by their words: events and laws; and addresses, which hold no names."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from tui.analysis.identity import locate
from tui.pipelines.components.spans import with_initials


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(locate(None))


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Her father fell in the Korean War, she said.", "EVENT", "Korean War"),
        ("He wrote a book on World War II in Norway.", "EVENT", "World War II"),
        ("Many died in the Battle of Kursk that summer.", "EVENT", "Battle of Kursk"),
        ("The War of the Roses ended there.", "EVENT", "War of the Roses"),
        ("They lost the 2018 FIFA World Cup final.", "EVENT", "FIFA World Cup"),
        ("Tickets for the World Cup 2022 were sold out.", "EVENT", "World Cup 2022"),
        ("The Russian Revolution changed the town.", "EVENT", "Russian Revolution"),
        ("She won gold at the Commonwealth Games in Perth.", "EVENT", "Commonwealth Games"),
        ("He lost the Australian Open to a boy.", "EVENT", "Australian Open"),
        ("The film opened the Leith Film Festival on Friday.", "EVENT", "Leith Film Festival"),
        ("Hurricane Katrina drowned the city.", "EVENT", "Hurricane Katrina"),
        ("Tropical Storm Emil reached Cuba.", "EVENT", "Tropical Storm Emil"),
        ("Few people survived the Holocaust there.", "EVENT", "Holocaust"),
        ("He served in WWII and came home.", "EVENT", "WWII"),
        ("The HEROES Act was passed in a day.", "LAW", "HEROES Act"),
        ("Under the Clean Air Act, states must plan.", "LAW", "Clean Air Act"),
        (
            "It broke the Patient Protection and Affordable Care Act.",
            "LAW",
            "Patient Protection and Affordable Care Act",
        ),
        ("Peers voted for the Online Safety Bill on Monday.", "LAW", "Online Safety Bill"),
        ("The Treaty of Lisbon was signed there.", "LAW", "Treaty of Lisbon"),
        ("It breaches the European Convention on Human Rights.", "LAW", "European Convention on Human Rights"),
        ("The Oslo Accords were signed by both.", "LAW", "Oslo Accords"),
        ("Title IX forbids it, she said.", "LAW", "Title IX"),
        ("The First Amendment protects them.", "LAW", "First Amendment"),
        ("The U.S. Constitution says so.", "LAW", "U.S. Constitution"),
        ("The Penal Code was changed in May.", "LAW", "Penal Code"),
    ],
)
def test_a_name_is_told_by_its_words(nlp: Language, text: str, label: str, name: str) -> None:
    assert [span.text.removeprefix("the ") for span in nlp(text).ents if span.label_ == label] == [name]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The company makes Epic Games toys for the market.", "EVENT"),
        ("The Folk Festival Society met in Zurich.", "EVENT"),
        ("Hurricane Season began in June.", "EVENT"),
        ("Storm Keller, a singer, left Hull.", "EVENT"),
        ("It is a war of words, said the mayor.", "EVENT"),
        ("Ford denied it. War is near.", "EVENT"),
        ("The mayor went to the summit and the festival.", "EVENT"),
        ("President Bill Clinton met Bill Ames.", "LAW"),
        ("The North Atlantic Treaty Organization met in Riga.", "LAW"),
        ("The Constitution Party held a rally.", "LAW"),
        ("They reached an agreement and a treaty.", "LAW"),
        ("The act was cruel, the mayor said.", "LAW"),
        ("Bill came home.", "LAW"),
    ],
)
def test_what_looks_like_one_is_none(nlp: Language, text: str, label: str) -> None:
    assert not [span for span in nlp(text).ents if span.label_ == label]


def test_what_an_event_holds_is_no_name_beside_it(nlp: Language) -> None:
    doc = nlp("The Vietnam War ended, and Vietnam was poor.")
    assert [(span.text, span.label_) for span in doc.ents] == [
        ("Vietnam War", "EVENT"), ("Vietnam", "GPE"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "start", "whole"),
    [
        (["C.", "Boyden", "Gray"], 1, "C. Boyden Gray"),
        (["A.", "E.", "Howard"], 2, "A. E. Howard"),
        (["U.S.", "Howard"], 1, "Howard"),
        (["P.S.", "Howard"], 1, "Howard"),
        (["Mr.", "Howard"], 1, "Howard"),
    ],
)
def test_initials_belong_to_the_name_after_them(words: list[str], start: int, whole: str) -> None:
    doc = Doc(Vocab(), words=words, pos=["PROPN"] * len(words))
    (name,) = with_initials(doc, [Span(doc, start, len(words), "PERSON")], set())
    assert name.text == whole


def test_initials_before_a_sentence_are_of_another() -> None:
    doc = Doc(Vocab(), words=["N.J.", "Howard"], pos=["PROPN"] * 2, sent_starts=[True, True])
    (name,) = with_initials(doc, [Span(doc, 1, 2, "PERSON")], set())
    assert name.text == "Howard"


def test_initials_that_are_taken_stay_where_they_are() -> None:
    doc = Doc(Vocab(), words=["J.", "Howard"], pos=["PROPN"] * 2)
    (name,) = with_initials(doc, [Span(doc, 1, 2, "PERSON")], {0})
    assert name.text == "Howard"


def test_a_storm_is_one_without_its_kind_too(nlp: Language) -> None:
    doc = nlp("Cyclone Phailin made landfall in Odisha. People fled as Phailin came near.")
    assert [span.text for span in doc.ents if span.label_ == "EVENT"] == ["Cyclone Phailin", "Phailin"]


def test_who_bears_the_name_of_a_storm_is_none(nlp: Language) -> None:
    doc = nlp("Hurricane Katrina drowned the city. Katrina Lowe stayed. “I saw it,” Katrina said.")
    assert [span.text for span in doc.ents if span.label_ == "EVENT"] == ["Hurricane Katrina"]


def test_what_a_law_holds_is_no_name_beside_it(nlp: Language) -> None:
    doc = nlp("The Paris Agreement was signed in Paris.")
    assert [(span.text.removeprefix("The "), span.label_) for span in doc.ents] == [
        ("Paris Agreement", "LAW"), ("Paris", "GPE"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "address",
    ["RobBrnglsn@example.com", "http://www.example.com/2005/03-09?csp=34&r=Paris", "example.org/12/2024"],
)
def test_addresses_hold_neither_names_nor_numbers(nlp: Language, address: str) -> None:
    assert not nlp(f"Write to {address} or come by.").ents
