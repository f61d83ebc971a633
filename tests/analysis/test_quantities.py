"""Dates, times, sums, shares, measures and numbers are found as they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.quantities import quantities


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], label) for start, end, label in quantities(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Tuesday 3 March 2024 at 9.30 a.m.", [("Tuesday 3 March 2024", "DATE"), ("9.30 a.m.", "TIME")]),
        ("since May 2019, and in May", [("May 2019", "DATE"), ("May", "DATE")]),
        ("they may march on", []),
        ("a 21-year-old, two or three days later", [("21-year-old", "DATE"), ("two or three days later", "DATE")]),
        ("from 1500 GMT", [("1500 GMT", "TIME")]),
        ("$2.5 billion, €30m, 20 pence or Rs 200 crore",
         [("$2.5 billion", "MONEY"), ("€30m", "MONEY"), ("20", "CARDINAL"), ("Rs 200 crore", "MONEY")]),
        ("10-15% of it, five per cent", [("10-15%", "PERCENT"), ("five per cent", "PERCENT")]),
        ("12 km and 30,000 square kilometres", [("12 km", "QUANTITY"), ("30,000 square kilometres", "QUANTITY")]),
        ("the second man took third place", [("second", "ORDINAL"), ("third", "ORDINAL")]),
        ("Three hundred and fifty men, half a million", [
            ("Three hundred and fifty", "CARDINAL"), ("half a million", "CARDINAL")]),
        ("for decades, in recent weeks, a few years ago", [
            ("decades", "DATE"), ("recent weeks", "DATE"), ("a few years ago", "DATE")]),
        ("office hours and school nights", []),
        ("one of the Boeing 737-800", []),
    ],
)  # fmt: skip
def test_a_quantity_is_found_with_its_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@given(st.text(st.sampled_from("019 ,.-$%MaytohundredonX")))
def test_quantities_do_not_overlap_and_hold_something(text: str) -> None:
    position = 0
    for start, end, _ in quantities(text, 0, len(text)):
        assert position <= start < end <= len(text)
        position = end
