"""Laws and treaties that the pipeline tells by the words of their names, and addresses, which hold no names."""

import pytest
import spacy
from spacy.language import Language

from tui.analysis.identity import locate


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(locate(None))


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("The HEROES Act was passed in a day.", "HEROES Act"),
        ("Under the Clean Air Act, states must plan.", "Clean Air Act"),
        ("It broke the Patient Protection and Affordable Care Act.", "Patient Protection and Affordable Care Act"),
        ("Peers voted for the Online Safety Bill on Monday.", "Online Safety Bill"),
        ("The Treaty of Lisbon was signed there.", "Treaty of Lisbon"),
        ("It breaches the European Convention on Human Rights.", "European Convention on Human Rights"),
        ("The Oslo Accords were signed by both.", "Oslo Accords"),
        ("Title IX forbids it, she said.", "Title IX"),
        ("The First Amendment protects them.", "First Amendment"),
        ("The U.S. Constitution says so.", "U.S. Constitution"),
        ("The Penal Code was changed in May.", "Penal Code"),
    ],
)
def test_a_law_is_told_by_its_words(nlp: Language, text: str, law: str) -> None:
    assert [span.text.removeprefix("the ") for span in nlp(text).ents if span.label_ == "LAW"] == [law]


@pytest.mark.parametrize(
    "text",
    [
        "President Bill Clinton met Bill Ames.",
        "The North Atlantic Treaty Organization met in Riga.",
        "The Constitution Party held a rally.",
        "They reached an agreement and a treaty.",
        "The act was cruel, the mayor said.",
        "Bill came home.",
    ],
)
def test_what_looks_like_one_is_none(nlp: Language, text: str) -> None:
    assert not [span for span in nlp(text).ents if span.label_ == "LAW"]


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
