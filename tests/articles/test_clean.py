"""Cleaning: nothing that controls a terminal is left, everything that is text stays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import clean, clean_line, fold

FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ud800-\udfff\uffff]"
)
# Every code point, and often those that matter here.
RAW = st.text(
    st.one_of(
        st.characters(codec=None, exclude_categories=()),
        st.sampled_from(
            "\x1b[]\x9b\x9d\x07\\;0m\x00\t\r\n\x0b \u202e\ud800\ufeff\u0301e\U0001f3f4\U000e0067\U000e007f"
        ),
    )
)


@given(RAW)
def test_cleaning_again_changes_nothing(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@given(RAW)
def test_nothing_that_controls_a_terminal_is_left(raw: str) -> None:
    assert not FORBIDDEN.search(clean(raw))


@given(RAW)
def test_cleaned_text_can_be_encoded_and_has_no_white_space_at_its_end(raw: str) -> None:
    text = clean(raw)
    assert text.encode("utf-8").decode("utf-8") == text
    assert text == text.rstrip()


@given(RAW)
def test_a_cleaned_line_is_one_line(raw: str) -> None:
    assert len(clean_line(raw).splitlines()) <= 1


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))))
def test_plain_text_is_kept_but_for_white_space_at_its_end(raw: str) -> None:
    assert clean(raw) == raw.rstrip()


def test_a_tab_becomes_one_space_so_that_offsets_stay() -> None:
    assert clean("a\tb\n\tc") == "a b\n c"


def test_line_ends_of_every_kind_become_newlines() -> None:
    assert clean("a\r\nb\rc\x85d\u2028e\u2029f\x0cg") == "a\nb\nc\nd\ne\nf\ng"


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;a title\x07text", "text"),
        ("\x1b]8;;http://a.example/\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9d0;a title\x9ctext", "text"),
        ("\x1bPq#0;2;0\x1b\\text", "text"),
        ("\x1b_payload\x1b\\text", "text"),
        ("\x1bctext", "text"),
        ("\x1b(Btext", "text"),
        ("before \x1b]0;no end\nafter", "before 0;no end\nafter"),
        ("a \x90 stray control loses no text", "a  stray control loses no text"),
        ("ends in \x1b", "ends in"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
    ],
)
def test_an_escape_sequence_goes_whole_and_the_text_around_it_stays(raw: str, left: str) -> None:
    assert clean(raw) == left


@pytest.mark.parametrize(
    "text",
    [
        "a family 👨‍👩‍👧‍👦 and a flag 🏳️‍🌈",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f is Scotland's flag, 🇫🇷 is France's",
        "قلعه‌نو مرکز ولایت بادغیس است",
        "ירושלים היא עיר",
        "क्‍ष और हिन्दी",
        "x̂ has a circumflex and q̃ a tilde",
        "Jose\u0301 and José, each as it was written",
    ],
)
def test_scripts_and_emoji_survive(text: str) -> None:
    assert clean(text) == text


def test_tags_that_spell_no_flag_go() -> None:
    assert clean("hidden\U000e0068\U000e0069 text \U0001f3f4\U000e0067") == "hidden text \U0001f3f4"


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("Kraków", "krakow"),
        ("Saint-Étienne", "saint etienne"),
        ("Saint-E\u0301tienne", "saint etienne"),
        ("O’Neill", "oneill"),
        ("Зарафшан", "zarafshan"),
        ("U.N.", "u n"),
        ("\u200c\u200b", ""),
        ("!?", ""),
    ],
)
def test_folding(raw: str, folded: str) -> None:
    assert fold(raw) == folded
