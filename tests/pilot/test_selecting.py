"""Selecting with the mouse: whole signs, whatever their width, and the article's words without the wrap's breaks."""

import pytest
from rich.cells import split_graphemes
from textual.geometry import Offset

from tests.pilot.stage import Runner, app, article, reader, settle
from tui.analysis.model import Analysis
from tui.widgets.article_pane import ArticlePane

TEXT = (
    "Head line here\n"
    "漁港は closed e\u0301e\u0301 x 👩\u200d👩\u200d👧 ok 🇫🇷 end محمد جواد ظریف done and a long tail of words that "
    "wraps to a second row for sure, and so it does.\n"
    "> Quoted words stand further in."
)
BODY = TEXT.index("漁")
SIGNS = [(BODY + start, BODY + end) for start, end, _ in split_graphemes(TEXT[BODY : BODY + 48])[0]]


async def drag(pilot: Runner, start: int, end: int) -> str:
    """Drag from one offset of the text to another; what is selected then."""
    pane = reader(pilot).pane

    def cell(offset: int) -> Offset:
        at = pane.place_on_screen(offset)
        assert at is not None
        return at - pane.region.offset

    await pilot.mouse_down(ArticlePane, offset=cell(start))
    await pilot.hover(ArticlePane, offset=cell(end))
    await pilot.mouse_up(ArticlePane, offset=cell(end))
    await pilot.pause()
    return reader(pilot).get_selected_text() or ""


@pytest.mark.parametrize(("first", "last"), [(0, 2), (1, 9), (9, 12), (11, 18), (13, 30), (16, 14), (36, 20), (3, 0)])
async def test_wide_joined_and_right_to_left_signs_are_selected_whole(first: int, last: int) -> None:
    async with app([article(TEXT, source="x.txt")], answer=Analysis()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        selected = await drag(pilot, SIGNS[first][0], SIGNS[last][0])
        low, high = sorted((first, last))
        assert selected == TEXT[SIGNS[low][0] : SIGNS[high][1]]


async def test_a_selection_over_rows_and_a_quotes_indent_has_the_articles_own_words() -> None:
    async with app([article(TEXT, source="x.txt")], answer=Analysis()).run_test(size=(60, 24)) as pilot:
        await settle(pilot)
        start, end = TEXT.index("long tail"), TEXT.index("second row") + 9
        assert await drag(pilot, start, end) == TEXT[start : end + 1]
        start, end = TEXT.index("Quoted"), TEXT.index("stand") + 4
        assert await drag(pilot, start, end) == "Quoted words stand"
