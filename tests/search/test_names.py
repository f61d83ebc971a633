"""Names are found by anything like them, and nothing unlike them stands above."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search import NameIndex

NAMES = [
    "Qala-e-Zal",
    "Qalat",
    "New Qala",
    "Qala-e-Naw",
    "Qara Bagh",
    "Kabul",
    "Mohammad Javad Zarif",
    "Mohammad Karim Rahimi",
    "Javad Foroughi",
    "Suhail Shaheen",
    "Suhail Ahmad",
    "Ashraf Ghani",
    "Ashraf Dehghani",
    "Hisamudin Shams",
    "Shams Hisamuddin",
    "Iran",
    "Tirana",
    "Iraq",
    "University of Kraków",
    "Jean-Pierre O’Neill",
    "U.S.",
]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(NAMES)


@pytest.mark.parametrize(
    "spelling",
    [
        "qala naw",
        "Qala i Naw",
        "Qala-i-Naw",
        "Qalay-i-Naw",
        "Qalah-ye Now",
        "qalaenaw",
        "kala-i-nau",
        "Ghala-e-Now",
        "qala e nau",
        "qaleh now",
        "naw qala",
        "Кала-и-Нау",
        "قلعه نو",
        "قلعه‌نو",
    ],
)
def test_every_spelling_of_a_place_finds_it_above_its_near_names(index: NameIndex, spelling: str) -> None:
    assert NAMES[index.search(spelling)[0].position] == "Qala-e-Naw"


@pytest.mark.parametrize(
    ("query", "name", "reason"),
    [
        ("Iran", "Iran", "exact"),
        ("iran", "Iran", "exact"),
        ("universit", "University of Kraków", "prefix"),
        ("krak", "University of Kraków", "prefix"),
        ("university of krakow", "University of Kraków", "folded"),
        ("jean pierre oneill", "Jean-Pierre O’Neill", "folded"),
        ("us", "U.S.", "folded"),
        ("ashraf gani", "Ashraf Ghani", "typo"),
        ("kbaul", "Kabul", "typo"),
        ("shaheen suhail", "Suhail Shaheen", "word order"),
        ("shahin suhail", "Suhail Shaheen", "word order"),
        ("mohammad zarif", "Mohammad Javad Zarif", "word order"),
        ("j. zarif", "Mohammad Javad Zarif", "initials"),
        ("m. j. zarif", "Mohammad Javad Zarif", "initials"),
        ("zareef", "Mohammad Javad Zarif", "transliteration"),
        ("ظريف", "Mohammad Javad Zarif", "transliteration"),
        ("hisamuddin", "Shams Hisamuddin", "prefix"),
    ],
)
def test_the_name_meant_comes_first_with_the_reason(index: NameIndex, query: str, name: str, reason: str) -> None:
    hit = index.search(query)[0]
    assert (NAMES[hit.position], hit.reason) == (name, reason)


def test_exact_stands_above_prefix_above_fuzzy() -> None:
    names = ["Marjam", "Mariam Azimi", "Mariam", "mariam"]
    hits = NameIndex(names).search("Mariam")
    assert [names[hit.position] for hit in hits] == ["Mariam", "mariam", "Mariam Azimi", "Marjam"]
    assert [hit.reason for hit in hits] == ["exact", "exact", "prefix", "typo"]


def test_every_beginning_of_a_name_finds_it_while_one_types(index: NameIndex) -> None:
    for length in range(1, len("qala-e-naw") + 1):
        found = [NAMES[hit.position] for hit in index.search("qala-e-naw"[:length])]
        assert "Qala-e-Naw" in found


def test_an_unlike_query_finds_nothing(index: NameIndex) -> None:
    assert index.search("xylophone") == []


def test_added_names_are_found_and_positions_go_on() -> None:
    index = NameIndex(["Kabul"])
    index.add(["Herat"])
    assert len(index) == 2
    assert index.search("herrat")[0].position == 1
    assert index.search("kabul")[0].position == 0


def test_no_more_hits_than_asked_for() -> None:
    index = NameIndex(["Kabul"] * 5)
    assert [hit.position for hit in index.search("Kabul", limit=3)] == [0, 1, 2]
    assert index.search("Kabul", limit=0) == []


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=30), st.data())
def test_a_name_always_finds_itself_first(names: list[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(names))
    hit = NameIndex(names).search(name)[0]
    assert names[hit.position] == name
    assert hit.reason == "exact"


@given(st.lists(st.text(max_size=12), max_size=30), st.text(max_size=30))
def test_any_query_is_answered_in_order(names: list[str], query: str) -> None:
    scores = [hit.score for hit in NameIndex(names).search(query)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)
