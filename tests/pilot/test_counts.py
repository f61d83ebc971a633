"""Counts before movements, as in vim: repeated, by number, dropped by what is no movement."""

import pytest

from tests.pilot.stage import TEXT, analysis, app, article, press, reader, settle, span
from tests.pilot.test_reading import words
from tui.widgets.rowlist import RowList


async def test_a_count_repeats_the_next_movement_once() -> None:
    async with app().run_test(size=(120, 8)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "j")
        assert reader(pilot).pane.scroll_offset.y == 5
        await press(pilot, "j")
        assert reader(pilot).pane.scroll_offset.y == 6
        await press(pilot, "0", "1", "2", "k")
        assert reader(pilot).pane.scroll_offset.y == 0 and reader(pilot).tab == "actors"
        await press(pilot, "4", "]")
        assert words(pilot) == "Ilse Varga"
        await press(pilot, "4", "escape", "[")
        assert words(pilot) == "Monday"


async def test_a_count_goes_to_a_paragraph_by_its_number() -> None:
    async with app().run_test(size=(120, 8)) as pilot:
        await settle(pilot)
        await press(pilot, "4", "G")
        assert reader(pilot).pane.top == span(TEXT, "The shipping company").start
        await press(pilot, "0", "2", "g")
        assert reader(pilot).pane.top == span(TEXT, "The harbour").start
        await press(pilot, "9", "9", "G")
        assert reader(pilot).pane.progress == 1.0


async def test_a_count_works_in_a_list_and_for_undo_and_other_articles() -> None:
    async with app([article(source=f"{number}.txt") for number in range(7)]).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        rows = reader(pilot).query_one("#actor-list", RowList)

        def name() -> str:
            return "" if rows.current is None else rows.current.key

        await press(pilot, "4", "j")
        assert name() == "ostrova"
        await press(pilot, "0", "2", "k")
        assert name() == "courier"
        await press(pilot, "5", "G")
        assert name() == "ostrova"
        for kind in ("t", "t", "t", "t"):
            await press(pilot, "c", kind, "enter")
        await press(pilot, "4", "U")
        assert reader(pilot).cast is not None and reader(pilot).cast.analysis == analysis()  # type: ignore[union-attr]
        await press(pilot, "4", "J")
        assert reader(pilot).article is not None and reader(pilot).article.source == "4.txt"  # type: ignore[union-attr]


@pytest.mark.parametrize("other", [("i",), ("t", "escape"), ("/", "escape"), ("escape",)])
async def test_a_count_does_not_outlive_what_is_no_movement(other: tuple[str, ...]) -> None:
    async with app().run_test(size=(120, 8)) as pilot:
        await settle(pilot)
        await press(pilot, "7", *other, "j")
        assert reader(pilot).pane.scroll_offset.y == 1
