"""Whom a pronoun before the name means: `In her speech, X said`."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("Karl Brandt left. Discussing his fears, Paul Nasser said that help was near.", "his", "Paul Nasser"),
        ("Anna Lund left. In her opening remarks, Clara Roth praised the school.", "her", "Clara Roth"),
        ("Siemens lost money. In its report, Amnesty International named three firms.", "its", "Amnesty International"),
        ("Karl Brandt left. Asked if he would go, Paul Nasser said no.", "he", "Paul Nasser"),
        ("Karl Brandt left. Asked by Tom Berg if he would go, Paul Nasser said no.", "he", "Paul Nasser"),
    ],
)
def test_a_pronoun_before_the_name_means_the_subject(read: Reader, text: str, pronoun: str, who: str) -> None:
    assert read(text).whose(pronoun) == who


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        # What others do for somebody or after him.
        ("Karl Brandt fell ill. At his request, Paul Nasser came.", "his", "Karl Brandt"),
        ("Karl Brandt died. In his memory, Paul Nasser built a school.", "his", "Karl Brandt"),
        # Who has a brother of his own there is another one.
        ("Karl Brandt died. For his services his brother Paul was honoured.", "his", "Karl Brandt"),
        # Somebody stands between.
        ("In a letter to Karl Brandt about his plans, Paul Nasser said no.", "his", "Karl Brandt"),
        # A clause with a subject of its own.
        ("Karl Brandt was late. When his train arrived, Paul Nasser had left.", "his", "Karl Brandt"),
        # Whom somebody calls a liar is another one.
        ("Karl Brandt met Paul Nasser. Calling him a liar, Nasser left.", "him", "Karl Brandt"),
    ],
)
def test_a_pronoun_before_another_name_means_who_was_named(read: Reader, text: str, pronoun: str, who: str) -> None:
    assert read(text).whose(pronoun) == who


def test_three_of_them_are_not_of_who_names_them(read: Reader) -> None:
    story = read("Protesters met the police. Amnesty International named three of them.")
    assert "them" not in story.mentions("Amnesty International")
