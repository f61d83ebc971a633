"""References: results with every key, the article beside them, Escape back, Enter there."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.pilot.stage import TEXT, app, article, press, reader, screen_text, settle, span
from tui.search import Answer
from tui.widgets.results import FoundRow

SIZE = (120, 14)


async def search(pilot: Pilot[None], query: str) -> None:
    """Type a query and wait for its results."""
    await press(pilot, "s", *query)


async def test_results_come_as_one_types_and_the_article_follows() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await search(pilot, "flour")
        assert "reference" in screen_text(pilot)
        place = reader(pilot).place
        assert place is not None and "flour" in TEXT[place.start : place.end]
        assert reader(pilot).references.box.has_focus


async def test_a_misspelt_name_is_found() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await search(pilot, "nordline")
        rows = [entry for entry in reader(pilot).references.rows.entries if isinstance(entry, FoundRow)]
        assert any("Nordlinie" in "".join(text for text, _ in row.pieces) for row in rows)
        assert all(row.reason for row in rows)


async def test_escape_comes_back_to_the_same_line() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j")
        top = reader(pilot).pane.top
        await search(pilot, "diesel milk")
        assert reader(pilot).pane.top != top
        await press(pilot, "escape")
        assert reader(pilot).pane.top == top and reader(pilot).pane.has_focus


async def test_enter_goes_and_backspace_comes_back() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j")
        top = reader(pilot).pane.top
        await search(pilot, "diesel")
        await press(pilot, "enter")
        view = reader(pilot).pane.in_view
        assert reader(pilot).pane.has_focus and view.start <= span(TEXT, "diesel").start <= view.end
        await press(pilot, "backspace")
        assert reader(pilot).pane.top == top


async def test_up_and_down_move_while_the_box_keeps_the_focus() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await search(pilot, "ostrova")
        rows = reader(pilot).references.rows
        first = rows.cursor
        await press(pilot, "down", "down")
        assert rows.cursor != first and reader(pilot).references.box.has_focus
        await press(pilot, "up", "up")
        assert rows.cursor == first


async def test_an_empty_box_shows_what_belongs_to_the_actor() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "3")
        shown = screen_text(pilot)
        assert "references to Ilse Varga" in shown
        assert "Mentions (4)" in shown and "beside Ilse Varga" in shown and "said by Ilse Varga" in shown


async def test_no_results_are_said() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await search(pilot, "zzqx[/]")
        assert "Nothing like “zzqx[/]”" in screen_text(pilot)


async def test_mistakes_are_told_whole_at_any_width_above_the_results_and_move_nothing() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await search(pilot, "flour")
        rows = reader(pilot).references.rows
        before = rows.region
        await press(pilot, *" type:")
        assert rows.region == before and isinstance(rows.current, FoundRow)
        for width in (SIZE[0], 100):
            await pilot.resize_terminal(width, SIZE[1])
            await settle(pilot)
            # Without the scroll bar.
            columns = slice(rows.region.x, rows.region.right - 1)
            told = " ".join(line[columns].strip() for line in screen_text(pilot).splitlines())
            assert "type: wants one of person, organisation, group, place, thing, time, number" in told


async def test_all_results_are_listed_once_they_are_scrolled_through() -> None:
    async with app([article("Flour. " * 300)]).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await search(pilot, "flour")
        rows, few = reader(pilot).references.rows, len(reader(pilot).references.rows.entries)
        assert few < 100
        await press(pilot, *["pagedown"] * 5)
        at = rows.current
        assert len(rows.entries) > 300 and at is not None and at.target is not None
        # The cursor stays where it is, and goes on from there.
        await press(pilot, "down")
        after = rows.current
        assert after is not None and after.target is not None and after.target.place is not None
        assert at.target.place is not None and after.target.place.start == at.target.place.start + len("Flour. ")


async def test_scrolled_results_are_replaced_by_those_of_another_query() -> None:
    async with app([article("Flour. Water. " * 300)]).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await search(pilot, "flour")
        await press(pilot, *["pagedown"] * 5)
        await press(pilot, "ctrl+u", *"water")
        rows = reader(pilot).references.rows
        assert rows.scroll_offset.y == 0 and len(rows.entries) < 100
        assert rows.cursor is not None and rows.cursor < 3


async def test_only_the_last_query_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Slow:
        size = 1_000_000

        def search(self, query: str, limit: int = 200, wanted: Callable[[], bool] = lambda: True) -> Answer:
            asked.append(query)
            return Answer()

        def references(self, **chosen: object) -> Answer:
            return Answer()

    running = app()
    monkeypatch.setattr(running, "make_index", lambda article, analysis: Slow())
    async with running.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await search(pilot, "ferry")
        assert asked[-1] == "ferry"
        assert "Nothing like “ferry”" in screen_text(pilot)
