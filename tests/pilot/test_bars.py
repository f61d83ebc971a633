"""The scroll bars: the map of the article, and the last column of a list."""

from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.geometry import Offset, Region

from tests.pilot.stage import TEXT, Runner, app, article, press, reader, settle
from tui.widgets.map import PlaceMap
from tui.widgets.rowlist import RowList
from tui.widgets.thumb import EIGHTHS, Held, eighths, sign

LONG = article("\n\n".join([TEXT] * 20))


async def drag(pilot: Runner, bar: Held, column: int, rows: tuple[int, ...]) -> None:
    """Press the button at the first row of a bar, move over the others, and let it go at the last."""
    at = bar.region.offset
    await pilot.mouse_down(offset=at + Offset(column, rows[0]))
    for row in rows[1:]:
        await pilot.hover(offset=at + Offset(column, row))
    await pilot.mouse_up(offset=at + Offset(column, rows[-1]))
    await settle(pilot)


@given(st.integers(1, 60), st.integers(1, 5_000), st.floats(0, 1))
def test_the_thumb_is_inside_its_bar_and_touches_its_ends_at_the_ends(height: int, more: int, share: float) -> None:
    whole, top = height + more, round(more * share)
    begins, ends = eighths(height, whole, top)
    assert 0 <= begins < ends <= EIGHTHS * height
    assert top > 0 or begins == 0
    assert top < more or ends == EIGHTHS * height


@given(st.integers(2, 60), st.integers(1, 5_000), st.floats(0, 1))
def test_the_rows_of_a_bar_show_as_many_eighths_as_its_thumb_has(height: int, more: int, share: float) -> None:
    begins, ends = eighths(height, height + more, round(more * share))
    filled = 0
    for row in range(height):
        shown, exchanged = sign(row, begins, ends)
        part = " ▁▂▃▄▅▆▇".index(shown)
        filled += EIGHTHS - part if exchanged else part
    assert filled == ends - begins


async def test_dragging_the_map_scrolls_the_article_and_leaves_one_place_behind() -> None:
    async with app([LONG]).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        bar, pane = reader(pilot).query_one(PlaceMap), reader(pilot).pane
        await drag(pilot, bar, 0, (0, 1, 5, 9))
        middle = pane.progress
        assert 0.2 < middle < 0.6 and 9 in bar.thumb()
        await drag(pilot, bar, 0, (9, 12, bar.size.height))
        assert pane.progress == 1
        await drag(pilot, bar, 0, (2, 5, 4))
        assert 4 in bar.thumb()
        await press(pilot, "backspace")
        assert pane.progress == 1


async def test_a_map_bears_a_frame_of_more_rows_than_it_was_made_for() -> None:
    # So it is when a bar below it goes and the article is scrolled before the screen has been laid out anew.
    async with app([LONG]).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        bar = reader(pilot).query_one(PlaceMap)
        assert len(bar.render_lines(Region(0, 0, 1, bar.size.height + 1))) == bar.size.height + 1


async def test_a_press_on_the_thumb_alone_moves_nothing() -> None:
    async with app([LONG]).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        bar, pane = reader(pilot).query_one(PlaceMap), reader(pilot).pane
        await press(pilot, "space", "space", "space")
        before = pane.scroll_offset
        await pilot.click(PlaceMap, offset=(0, bar.thumb().start))
        assert pane.scroll_offset == before and pilot.app.mouse_captured is None


async def test_the_wheel_over_the_map_scrolls_the_article() -> None:
    async with app([LONG]).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        bar, pane = reader(pilot).query_one(PlaceMap), reader(pilot).pane
        bar.post_message(events.MouseScrollDown(bar, 0, 3, 0, 1, 0, False, False, False))
        await settle(pilot)
        assert pane.scroll_offset.y > 0
        bar.post_message(events.MouseScrollUp(bar, 0, 3, 0, -1, 0, False, False, False))
        await settle(pilot)
        assert pane.scroll_offset.y == 0


async def test_an_article_that_is_all_in_view_has_no_thumb() -> None:
    async with app([article("Little to read.")]).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert not reader(pilot).query_one(PlaceMap).thumb()


async def test_the_bar_of_a_list_is_dragged_and_chooses_nothing() -> None:
    async with app().run_test(size=(120, 14)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        rows = reader(pilot).query_one("#claims-panel RowList", RowList)
        current, last = rows.current, rows.size.width - 1
        assert rows.max_scroll_y > 0
        await drag(pilot, rows, last, (0, 1, rows.size.height))
        assert rows.scroll_offset.y == rows.max_scroll_y and rows.current is current
        await drag(pilot, rows, last, (rows.size.height - 1, 0, -2))
        assert rows.scroll_offset.y == 0 and rows.current is current
        # Beside the thumb.
        await drag(pilot, rows, last, (rows.size.height - 1,))
        assert rows.scroll_offset.y == rows.max_scroll_y and rows.current is current
        assert rows.render_line(0).text[-1] == " "


async def test_a_list_that_is_all_in_view_has_no_bar() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        rows = reader(pilot).query_one("#actor-list", RowList)
        assert not rows.thumb() and rows.max_scroll_y == 0
        await pilot.click(rows, offset=(rows.size.width - 1, 1))
        await settle(pilot)
        assert reader(pilot).card == "varga"
