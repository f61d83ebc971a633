"""Small terminals: what matters is never cut off, and what cannot be chosen can still be seen."""

import pytest

from tests.pilot.stage import app, press, reader, screen_text, settle
from tui.bindings import ACTIONS
from tui.screens.correcting import ChoiceRow
from tui.screens.dialogs import TypeRow
from tui.screens.help import key_entries
from tui.widgets.actors import CAPTIONS
from tui.widgets.entries import ActorRow, Heading, Line, TermRow
from tui.widgets.rowlist import RowList
from tui.widgets.types import LEGEND

SMALL = (40, 12)


def plain(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


async def test_a_card_begins_with_whose_it_is() -> None:
    async with app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "1", "enter")
        assert "Ilse Varga" in screen_text(pilot)


@pytest.mark.parametrize("width", [26, 34, 80])
def test_no_word_of_the_help_is_cut_off(width: int) -> None:
    rows = [row for row in key_entries("", {}, "article", ()) if isinstance(row, TermRow)]
    assert len(rows) > len(ACTIONS)
    for row in rows:
        lines = plain(row.lines(width))
        column = min(row.columns, width // 3) + 1
        assert " ".join(line[column:].strip() for line in lines).split() == row.meaning.split()
        assert all(len(line) <= width for line in lines)


@pytest.mark.parametrize("width", [24, 32, 70])
def test_a_choice_and_what_it_changes_are_both_read(width: int) -> None:
    row = ChoiceRow("x", title="It is not a name, wherever it stands", shortcut="x", preview="12 mentions, 3 claims")
    shown = " ".join(" ".join(plain(row.lines(width))).split())
    assert row.title in shown and row.preview in shown and len(row.lines(width)) == row.height(width)


@pytest.mark.parametrize("width", [24, 34, 60])
def test_a_type_keeps_its_number(width: int) -> None:
    for name_type in LEGEND:
        (line,) = plain(TypeRow("t", name_type=name_type, number=1234).lines(width))
        assert len(line) == width and line.endswith("1234")


async def test_the_place_is_said_whole_and_news_come_before_its_name() -> None:
    async with app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "]")
        assert "mention 1/5 · 0%" in screen_text(pilot)
    async with app().run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "]", "c", "s")
        assert "Split off: Ostrova · U undoes it" in screen_text(pilot)


async def test_what_stands_below_the_last_line_that_can_be_chosen_is_seen() -> None:
    async with app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "t")
        assert "what you have marked" not in screen_text(pilot)
        await press(pilot, "G", *"jjjjjjjjj")
        assert "what you have marked" in screen_text(pilot)
        await press(pilot, "k")
        assert "Descriptions" in screen_text(pilot)


async def test_a_dialog_is_as_high_as_what_it_holds() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "c", "r")
        assert pilot.app.screen.query_one("#correct").outer_size.height == 6
        await press(pilot, "escape", "escape", "escape", "t")
        rows = pilot.app.screen.query_one(RowList)
        assert rows.size.height == min(rows.virtual_size.height, 14)


async def test_where_few_lines_are_the_article_has_most_of_them() -> None:
    async with app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert reader(pilot).pane.size.height >= 9
        await press(pilot, "3", *"ostrova")
        assert reader(pilot).references.rows.size.height >= 5


@pytest.mark.parametrize("width", range(27, 90))
def test_the_captions_of_the_actors_stand_over_their_columns(width: int) -> None:
    row = ActorRow("a", name="A name", mentions=1234, claims=567, places=(0.5,))
    heading = Heading("h", title="Organisations and groups (3)", captions=CAPTIONS, first=True)
    (shown,), (above,) = plain(row.lines(width)), plain(heading.lines(width))
    assert shown.endswith("567") and above.endswith("claims") and len(shown) == len(above) == width
    assert above.index("times") + 5 == shown.index("1234") + 4
    bar = next((at for at, sign in enumerate(shown) if sign in "·▂▄▆█"), None)
    assert (above.index("where") if "where" in above else None) == bar
