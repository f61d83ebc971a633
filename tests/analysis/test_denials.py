"""Denials that point back to what somebody else has said."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "said", "denied"),
    [
        (
            "The army said that the rebels had fired on a market. The rebels denied it, saying they were far away.",
            "the rebels had fired",
            "it",
        ),
        (
            "The bank warned that the bill would drive customers away. Ada Roth, a lawyer, disputes that.",
            "would drive customers",
            "that",
        ),
        (
            "Ann Keller accused Tarn of wrecking the talks. “We came in good faith,” Keller said. "
            "Otto Tarn rejected the charge.",
            "wrecking the talks",
            "the charge",
        ),
        (
            "“I can't afford it any more,” Priya Raman said.\n\nAccording to figures of the Office of Rail, Northline "
            "cancelled a tenth of its trains. Northline disputes the figures.",
            "cancelled a tenth",
            "the figures",
        ),
        ("Rights groups accuse Athens of pushing back migrants, a charge it denies.", "pushing back", "a charge"),
    ],
)
def test_who_denies_it_denies_what_was_said(read: Reader, text: str, said: str, denied: str) -> None:
    story = read(text)
    (dispute,) = story.analysis.disputes
    contents = [
        " ".join(story.words(piece) for piece in claim.content)
        for claim in story.analysis.claims
        if claim.id in dispute.claims
    ]
    assert said in contents[0] and contents[1] == denied


@pytest.mark.parametrize(
    "text",
    [
        "Ann Keller said the harbour was safe. She denied that the boat had sunk.",
        "Ann Keller said the harbour was safe. Keller denied it was old.",
        "Ann Keller said the harbour was safe.\n\nIt rained.\n\nThe mayor came.\n\nOtto Tarn denied the charges.",
    ],
)
def test_a_denial_of_something_else_is_no_dispute(read: Reader, text: str) -> None:
    assert not [dispute for dispute in read(text).analysis.disputes if len(dispute.claims) > 1]
