"""Where a name begins and ends, and what looks like a name and is none."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read
from tui.analysis.model import Span

Reader = Callable[[str], Read]


def names(story: Read) -> set[tuple[str, str]]:
    return {(story.words(Span(one.start, one.end)), one.label) for one in story.analysis.mentions if one.kind == "name"}


@pytest.mark.parametrize(
    ("text", "found", "missing"),
    [
        ("UN Secretary-General Ana Roth condemned the attack.", ("UN", "ORG"), "UN Secretary-General"),
        ("“It is safe,” Austrian Health Minister Jan Rau told the paper.", ("Jan Rau", "PERSON"), "Austrian Health"),
        ("White House Press Secretary Karin Leary agreed.", ("White House", "ORG"), "White House Press"),
        ("He had left, the newspaper A Bola reported on Monday.", ("A Bola", "PERSON"), "Bola"),
        ("She studied English and music at Ohio University.", ("Ohio University", "ORG"), "English"),
        ("He spoke in French to Ana Roth.", ("Ana Roth", "PERSON"), "French"),
        ("“What has okra to do with it?” Ana Roth asked.", ("Ana Roth", "PERSON"), "okra"),
        ("Ana Roth said the Portugal international would stay.", ("Portugal", "GPE"), "Portugal international"),
    ],
)
def test_a_name_ends_where_the_office_begins(read: Reader, text: str, found: tuple[str, str], missing: str) -> None:
    told = names(read(text))
    assert found[0] in {name for name, _ in told}
    assert missing not in {name for name, _ in told}


def test_a_people_is_named_still(read: Reader) -> None:
    assert ("French", "NORP") in names(read("The French voted on Sunday, Ana Roth said."))


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Shares in Tolvia AG fell. Tolvia said nothing.", "Tolvia", "Tolvia AG"),
        (
            "Keystone National cut the fee, Ana Roth said. A lawyer for Keystone came.",
            "Keystone",
            "Keystone National",
        ),
    ],
)
def test_a_company_is_called_by_its_first_word(read: Reader, text: str, short: str, full: str) -> None:
    assert short in read(text).actor(full).aliases


def test_what_joins_an_operator_and_a_union_makes_neither_belong(read: Reader) -> None:
    story = read("Talks between the train operator Northline and the RMT union broke down. The company left.")
    assert not story.actor("Northline").affiliations
    assert story.mentions("Northline")[-1] == "The company"
