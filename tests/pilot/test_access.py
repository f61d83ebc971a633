"""A screen for those who hear it, and for those who want nothing to move."""

import re

import pytest
from textual.geometry import Offset
from textual.widgets import Input

from tests.pilot.stage import TEXT, PlainIndex, Runner, app, press, reader, screen_text, settle, shown, span
from tests.snapshots.test_snapshots import STATES
from tui.app import NewscastApp
from tui.settings import Settings

DRAWN = re.compile("[\u2500-\u25ff]")
SIZE = (120, 30)


def with_settings(settings: Settings) -> NewscastApp:
    """The app on the invented article with settings."""
    plain = app()
    running = NewscastApp(plain._articles, analyser=plain._analyser, settings=settings)
    setattr(running, "make_index", PlainIndex)  # noqa: B010 - a method, replaced for one app
    return running


async def arrive(pilot: Runner, state: str) -> str:
    await settle(pilot)
    await press(pilot, *STATES[state])
    return screen_text(pilot)


@pytest.mark.parametrize("state", STATES)
async def test_for_a_screen_reader_nothing_is_drawn_with_lines_and_blocks(state: str) -> None:
    async with with_settings(Settings(screen_reader=True)).run_test(size=SIZE) as pilot:
        assert not DRAWN.findall(await arrive(pilot, state))


async def test_otherwise_lines_and_blocks_are_drawn() -> None:
    async with app().run_test(size=SIZE) as pilot:
        assert DRAWN.findall(await arrive(pilot, "actors"))


async def test_states_are_said_in_words_and_a_dialog_keeps_its_title() -> None:
    async with with_settings(Settings(screen_reader=True)).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "]")
        assert "Ostrova, place · mention 1/5" in shown(pilot, "#status")
        await press(pilot, "c")
        assert "Correct" in screen_text(pilot) and "Esc back" in screen_text(pilot)


async def test_the_terminals_own_cursor_is_where_the_reader_is() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "]", "]")
        place = span(TEXT, "Ostrova", "harbour")
        assert pilot.app.cursor_position == reader(pilot).pane.place_on_screen(place.start)
        lines = screen_text(pilot).splitlines()
        at = pilot.app.cursor_position
        assert lines[at.y][at.x :].startswith("Ostrova")
        await press(pilot, "1", "j")
        at = pilot.app.cursor_position + Offset(1, 0)
        assert screen_text(pilot).splitlines()[at.y][at.x :].startswith("Anton Rehn")


@pytest.mark.parametrize("settings", [Settings(motion=False), Settings(screen_reader=True)])
async def test_nothing_moves_when_it_is_not_wanted(settings: Settings) -> None:
    async with with_settings(settings).run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert pilot.app.animation_level == "none"


async def test_no_cursor_blinks() -> None:
    async with with_settings(Settings()).run_test(size=SIZE) as pilot:
        await settle(pilot)
        for keys in (("3",), ("escape", "/"), ("escape", "question_mark", "slash")):
            await press(pilot, *keys)
            assert isinstance(pilot.app.focused, Input) and not pilot.app.focused.cursor_blink
