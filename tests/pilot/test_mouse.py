"""What the mouse does: every action that has a place on the screen is reached there too, those without are known."""

from collections.abc import Awaitable, Callable

import pytest
from textual import events
from textual.widgets import Tab

from tests.pilot.stage import TEXT, Runner, app, press, reader, settle, span
from tui.bindings import ACTIONS
from tui.widgets.article_pane import ArticlePane
from tui.widgets.divider import Divider
from tui.widgets.keybar import KeyBar
from tui.widgets.map import PlaceMap
from tui.widgets.rowlist import RowList

# Ways by keys through what the mouse goes to directly, and what has a place on no screen: the palette has them.
KEYS_ONLY = {
    "article.half-down", "article.half-up", "reader.count", "reader.next-article", "reader.previous-article",
    "reader.copy", "reader.previous-mention", "reader.previous-claim", "reader.order", "reader.highlights",
    "reader.claims-shown", "reader.undo", "reader.redo", "reader.find-previous", "reader.mark", "reader.marks",
    "reader.narrower", "reader.wider", "app.palette", "app.theme", "app.suspend", "app.quit", "list.top",
    "list.bottom", "reader.pane-next", "reader.pane-previous",
}  # fmt: skip
SCROLLED = {"article.down", "article.up", "article.page-down", "article.page-up", "list.down", "list.up"} | {
    "list.page-down", "list.page-up", "article.top", "article.bottom",
}  # fmt: skip
CLICKED = {"article.open", "list.open", "reader.actors", "reader.claims", "reader.references-tab", "reader.side"}


def test_every_action_is_in_the_line_of_keys_or_clicked_or_scrolled_or_known_to_be_for_keys() -> None:
    in_line = {action.id for action in ACTIONS if action.footer}
    left = {action.id for action in ACTIONS} - in_line - SCROLLED - CLICKED - KEYS_ONLY
    assert not left


async def wheel(pilot: Runner) -> bool:
    pane = reader(pilot).pane
    await pilot._post_mouse_events([events.MouseScrollDown], ArticlePane, (10, 3), button=0)
    await settle(pilot)
    return pane.scroll_offset.y > 0


async def bottom(pilot: Runner) -> bool:
    bar = reader(pilot).query_one(PlaceMap)
    await pilot.click(PlaceMap, offset=(0, bar.size.height - 1))
    await settle(pilot)
    return reader(pilot).pane.progress == 1


async def open_name(pilot: Runner) -> bool:
    at = reader(pilot).pane.place_on_screen(span(TEXT, "Ilse Varga").start)
    assert at is not None
    await pilot.click(ArticlePane, offset=at - reader(pilot).pane.region.offset, times=2)
    await settle(pilot)
    return reader(pilot).card == "varga"


async def open_row(pilot: Runner) -> bool:
    await pilot.click("#actor-list", offset=(3, 1))
    await settle(pilot)
    return reader(pilot).card == "varga" and reader(pilot).query_one("#actor-card", RowList).has_focus


async def tabs(pilot: Runner) -> bool:
    for tab in ("claims", "references", "actors"):
        await pilot.click(f"#--content-tab-{tab}")
        await settle(pilot)
        if reader(pilot).tab != tab or not reader(pilot).query(Tab):
            return False
    return True


async def hide(pilot: Runner) -> bool:
    await pilot.click(Divider)
    await settle(pilot)
    return not reader(pilot).query_one("#side").display


@pytest.mark.parametrize("do", [wheel, bottom, open_name, open_row, tabs, hide])
async def test_the_mouse_does_what_the_keys_do(do: Callable[[Runner], Awaitable[bool]]) -> None:
    async with app().run_test(size=(120, 14)) as pilot:
        await settle(pilot)
        assert await do(pilot)


async def test_every_key_in_the_line_is_run_by_a_click(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    async def note(action: object, *others: object, **more: object) -> bool:
        ran.append(str(action))
        return True

    async with app().run_test(size=(200, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "/", *"ferry", "enter", "]")
        bar = reader(pilot).query_one(KeyBar)
        offered = bar.shown(bar.size.width)
        monkeypatch.setattr(pilot.app, "run_action", note)
        for column, _ in offered:
            await pilot.click(KeyBar, offset=(column, 0))
            await pilot.pause()
        assert ran == [active.binding.action for _, active in offered] and len(ran) > 8
