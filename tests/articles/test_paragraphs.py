"""Paragraphs, headlines, and a web page's leavings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.paragraphs import paragraphs
from tui.text import clean

STORY = "The council met on Monday.\nIt voted to close the bridge.\n"


def roles(text: str) -> list[tuple[str, str]]:
    return [(part.role, text[part.start : part.end]) for part in paragraphs(text)]


@given(st.text())
def test_paragraphs_are_the_stripped_lines_in_order(raw: str) -> None:
    text = clean(raw)
    found = paragraphs(text)
    assert [text[part.start : part.end] for part in found] == [x.strip() for x in text.split("\n") if x.strip()]
    assert all(one.end < other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "line", ["Bridge to close", "“It will fall,” mayor says", "Copyright battle over bridge heats up"]
)
def test_a_short_first_line_that_is_no_sentence_is_the_headline(line: str) -> None:
    assert roles(f"{line}\n{STORY}")[0] == ("headline", line)


@pytest.mark.parametrize("line", ["The bridge will close.", "Will it fall?", "“It will fall.”", "word " * 26])
def test_a_sentence_or_a_long_line_is_no_headline(line: str) -> None:
    assert roles(f"{line}\n{STORY}")[0][0] == "body"


def test_a_line_alone_is_the_story() -> None:
    assert roles("Bridge closed") == [("body", "Bridge closed")]


@pytest.mark.parametrize(
    "line",
    [
        "Comments",
        "12 comments",
        "Comments (12)",
        "Post a Comment",
        "Leave a reply",
        "View all comments",
        "Share this article",
        "Share on Facebook",
        "Follow us on Twitter",
        "Copy link",
        "Sign up",
        "Sign up for our daily newsletter",
        "Subscribe",
        "Subscribe to our YouTube channel",
        "Log in",
        "Related stories",
        "More on this story",
        "Most read",
        "Read more: Mayor under pressure",
        "Newer Post",
        "Older Posts",
        "Skip to content",
        "Back to top",
        "Advertisement",
        "Menu",
        "Privacy policy",
        "Terms of Use",
        "© 2021 The Daily Example",
        "Copyright 2021 The Daily Example",
        "All rights reserved",
        "Image source, Getty Images",
        "Image caption: The bridge in June",
        "Getty Images",
        "Tags: bridge, council",
    ],
)
def test_a_pages_furniture_is_boilerplate_at_either_end(line: str) -> None:
    assert roles(f"{STORY}{line}")[-1] == ("boilerplate", line)
    assert roles(f"{line}\n{STORY}")[0] == ("boilerplate", line)


@pytest.mark.parametrize(
    "line",
    [
        "Comments by the mayor anger residents",
        "Share prices fall",
        "Like father, like son",
        "Follow the money",
        "Sign up for war, says general",
        "Search for survivors goes on",
        "Home prices rise",
        "Contact tracing begins",
        "Image of a nation",
        "Photo captions reveal a forgery",
        "Powered by the sun, a village thrives",
        "Read the judgment in full",
        "More stories than anyone can read",
        "Tagsüber warm",
        "The minister declined to comment.",
    ],
)
def test_what_only_begins_like_furniture_is_not(line: str) -> None:
    assert roles(f"{STORY}{line}")[-1][0] == "body"
    assert roles(f"{line}\n{STORY}")[0][0] != "boilerplate"


def test_furniture_amid_the_story_is_kept_unless_it_stands_alone() -> None:
    first, last = STORY.splitlines()
    assert [role for role, _ in roles(f"{first}\nReply\n{last}")] == ["body", "body", "body"]
    assert [role for role, _ in roles(f"{first}\n\nRead more: elsewhere\n\n{last}")] == [
        "body",
        "boilerplate",
        "body",
    ]


def test_a_page_of_nothing_but_furniture_is_shown_as_it_is() -> None:
    assert {role for role, _ in roles("Comments\nMenu")} == {"body"}
