"""What the mouse does: every action that has a place on the screen is reached there too, those without are known."""

from collections.abc import Awaitable, Callable

import pytest
from textual import events
from textual.widgets import Tab

from tests.pilot.stage import TEXT, Runner, app, article, press, reader, screen_text, settle, span
from tui.bindings import ACTIONS, Action
from tui.screens.help import key_entries
from tui.screens.reader import ReaderScreen
from tui.widgets.article_pane import ArticlePane
from tui.widgets.divider import Divider
from tui.widgets.keybar import KeyBar
from tui.widgets.map import PlaceMap
from tui.widgets.rowlist import RowList

SCROLLED = {"article.down", "article.up", "article.page-down", "article.page-up", "list.down", "list.up"} | {
    "list.page-down", "list.page-up", "article.top", "article.bottom",
}  # fmt: skip
# A digit alone does nothing, and the help is not opened from itself.
NOT_RUN = {"reader.count"}
CLICKED = {"article.open", "list.open", "reader.actors", "reader.claims", "reader.references-tab", "reader.side"}


def test_every_action_is_in_the_line_of_keys_or_clicked_or_scrolled_or_a_line_of_the_help() -> None:
    in_line = {action.id for action in ACTIONS if action.footer}
    in_help = {entry.key for entry in key_entries("", {}, "article", ())}
    left = {action.id for action in ACTIONS} - in_line - SCROLLED - CLICKED - in_help
    assert not left


@pytest.mark.parametrize("action", [action for action in ACTIONS if action.id not in NOT_RUN], ids=lambda each: each.id)
async def test_every_line_of_the_help_is_done_by_a_click(action: Action, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    async def note(each: Action, screen: object) -> None:
        ran.append(each.id)

    async with app([article(), article(source="other.txt")]).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(reader(pilot), "available", lambda action: True)
        monkeypatch.setattr("tui.app.perform", note)
        await press(pilot, "1" if action.scope == "list" else "g", "question_mark")
        rows = pilot.app.screen.query_one(RowList)
        rows.select(action.id)
        await pilot.pause()
        number = next(number for number, entry in enumerate(rows.entries) if entry.key == action.id)
        top = sum(entry.height(rows.size.width - 2) for entry in rows.entries[:number])
        await pilot.click(rows, offset=(30, top - rows.scroll_offset.y))
        await settle(pilot)
        assert ran == [action.id] and isinstance(pilot.app.screen, ReaderScreen)


async def test_the_help_does_what_its_line_says_and_nothing_where_that_is_nothing() -> None:
    async with app().run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark", "slash", *"order of claims", "enter")
        assert reader(pilot).order == "speaker" and reader(pilot).tab == "claims"
        await press(pilot, "question_mark", "slash", *"last undone", "enter")
        assert "does nothing here" in screen_text(pilot)
        await press(pilot, "escape", "1", "question_mark", "slash", *"last line of the list", "enter")
        current = reader(pilot).query_one("#actor-list", RowList).current
        assert current is not None and current.key == "kalmeda"


async def wheel(pilot: Runner) -> bool:
    pane = reader(pilot).pane
    turned = events.MouseScrollDown(pane, 10, 3, 0, 1, 0, False, False, False)
    pane.post_message(turned)
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
