"""The table of actions: every one is reached by its keys and from the palette, and the README has it."""

import asyncio
from collections.abc import Callable

import pytest
from textual.app import App
from textual.dom import DOMNode
from textual.widget import Widget

from tests.pilot.stage import Runner, app, article, press, reader, screen_text, settle
from tui.analysis.model import Analysis
from tui.app import NewscastApp
from tui.bindings import ACTIONS, Action, keys_markdown
from tui.screens.palette import ActionsProvider, perform
from tui.widgets.keybar import KeyBar
from tui.widgets.rowlist import RowList


def test_ids_are_unique_and_no_key_has_two_meanings_in_one_place() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    for scope in ("article", "list"):
        keys = [key for action in ACTIONS if action.scope in {scope, "reader", "app"} for key in action.key_list]
        assert len(keys) == len(set(keys)), scope


def test_the_readme_table_names_every_key() -> None:
    table = keys_markdown()
    assert all(action.help in table for action in ACTIONS)
    assert "`Ctrl+Q`" in table and "`?`" in table


class Spy:
    """Notes which actions are run instead of running them."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def watch(self, monkeypatch: pytest.MonkeyPatch, cls: type[DOMNode], action: Action) -> None:
        name = f"action_{action.action.partition('(')[0]}"

        def note(self_: object, *arguments: object, _action: str = action.action.partition("(")[0]) -> None:
            shown = f"({', '.join(repr(argument) for argument in arguments)})" if arguments else ""
            self.seen.append(_action + shown)

        monkeypatch.setattr(cls, name, note)


def _owner(action: Action) -> type[DOMNode]:
    from tui.screens.reader import ReaderScreen
    from tui.widgets.article_pane import ArticlePane

    owners: dict[str, type[DOMNode]] = {
        "app": NewscastApp,
        "reader": ReaderScreen,
        "article": ArticlePane,
        "list": RowList,
    }
    return owners[action.scope]


async def test_every_action_is_reached_by_its_keys_and_from_the_palette(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spy = Spy()
    for action in ACTIONS:
        spy.watch(monkeypatch, _owner(action), action)
    async with app([article(), article(source="other.txt")]).run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        screen = reader(pilot)
        # Everything is offered only when it would do something.
        monkeypatch.setattr(screen, "available", lambda action: True)
        focus: dict[str, Callable[[], Widget]] = {
            "list": lambda: screen.query_one("#actor-list", RowList),
        }
        for action in ACTIONS:
            for key in action.key_list:
                screen.set_focus(focus.get(action.scope, lambda: screen.pane)())
                await pilot.pause()
                spy.seen.clear()
                await pilot.press(key)
                assert spy.seen == [action.action_of(key)], f"{key} runs {spy.seen}, not {action.action}"
        provider = ActionsProvider(screen)
        offered = [hit async for hit in provider.discover()]
        assert len(offered) == sum(action.palette for action in ACTIONS)
        for action in ACTIONS:
            if action.palette:
                spy.seen.clear()
                await perform(action, screen)
                assert spy.seen == [action.action]


async def test_the_palette_finds_and_does(monkeypatch: pytest.MonkeyPatch) -> None:
    async with app().run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"next claim")
        await asyncio.sleep(0.3)
        await press(pilot, "enter")
        assert isinstance(pilot.app, App)
        assert reader(pilot).claim == "c1"


async def test_the_footer_names_no_key_that_does_nothing() -> None:
    running = app(gate=asyncio.Event())
    async with running.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        shown = {binding.binding.id for binding in reader(pilot).active_bindings.values() if binding.enabled}
        assert "reader.next-mention" not in shown and "reader.find" in shown


def offered(pilot: Runner) -> set[str | None]:
    """The ids of what the line of keys names."""
    bar = reader(pilot).query_one(KeyBar)
    return {active.binding.id or active.binding.action for _, active in bar.shown(bar.size.width)}


async def test_where_nothing_was_found_no_key_to_go_there_is_named() -> None:
    async with app(answer=Analysis()).run_test(size=(200, 24)) as pilot:
        await settle(pilot)
        assert not offered(pilot) & {"reader.next-mention", "reader.next-claim"}
        await press(pilot, "1")
        assert "list.open" not in offered(pilot)
    async with app().run_test(size=(200, 24)) as pilot:
        await settle(pilot)
        assert {"reader.next-mention", "reader.next-claim"} <= offered(pilot)
        await press(pilot, "1")
        assert "list.open" in offered(pilot)


async def test_the_box_names_its_keys_only_when_there_are_results() -> None:
    async with app().run_test(size=(200, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        assert not offered(pilot) & {"look(1)", "submit"}
        await press(pilot, *"ostrova")
        await pilot.pause(0.3)
        assert {"look(1)", "submit"} <= offered(pilot)
        await press(pilot, "ctrl+u", *"zzqqx")
        await pilot.pause(0.3)
        assert not offered(pilot) & {"look(1)", "submit"}


@pytest.mark.parametrize("key", ["t", "question_mark", "M", "m", "ctrl+p"])
async def test_under_a_dialog_the_line_of_keys_is_empty_and_comes_back(key: str) -> None:
    async with app().run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        await press(pilot, key)
        assert not offered(pilot)
        await press(pilot, "escape")
        await pilot.pause(0.2)
        assert "? Help" in screen_text(pilot).splitlines()[-1]
