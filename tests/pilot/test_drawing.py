"""What is drawn, and when: the letter before a slow search, never an outdated result, in parts as in one go."""

import asyncio
import re
import threading

import pytest
from textual.widgets import Input

from tests.pilot.stage import TEXT, PlainIndex, Runner, app, article, press, reader, screen_text, settle
from tui.app import NewscastApp
from tui.search import Answer
from tui.widgets.drawn import Drawn

SIZE = (120, 24)
# The article and its map in a picture of that size.
_BESIDE, _ABOVE, _BELOW = 815, 30, 530
MOVES = (
    *("{", "j", "]", "k", "}", "d", "]", "C", "]", "]", "j", "}", "k", "d", "[", "[", "{", "i", "i", "j", "]", "]"),
    *("escape", "space", "b", "]", "1", "down", "down", "escape", "G", "T", "g", "]"),
)


class Held(PlainIndex):
    """A search that ends when it is let go, each query by itself."""

    size = 1_000_000

    def __init__(self, text: str = TEXT) -> None:
        super().__init__(article(text), None)  # type: ignore[arg-type]
        self.gates: dict[str, threading.Event] = {}
        self.begun: list[str] = []

    def search(self, query: str, limit: int = 200, wanted: object = None) -> Answer:
        self.begun.append(query)
        if query in self.gates:
            assert self.gates[query].wait(20)
        return super().search(query, limit)


async def until(pilot: Runner, what: str) -> None:
    """Wait until something is on the screen; how long it takes does not matter."""
    for _ in range(400):
        if what in screen_text(pilot):
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"{what!r} never came:\n{screen_text(pilot)}")


async def test_letters_show_while_a_search_is_under_way_and_its_outdated_results_never(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    running, index = app(), Held()
    monkeypatch.setattr(running, "make_index", lambda article, analysis: index)
    index.gates = {"flour": threading.Event()}
    async with running.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "s", *"flou")
        await pilot.press("r")
        await until(pilot, "│  flour ")
        while "flour" not in index.begun:
            await asyncio.sleep(0.01)
        captions: list[str] = []
        monkeypatch.setattr(reader(pilot).references, "_tell", lambda text, mistaken=False: captions.append(text))
        await pilot.press("s")
        await until(pilot, "│  flours ")
        # The newer query does not wait for the older one, whose results are nobody's when they come.
        await until(pilot, "Nothing like “flours”")
        index.gates["flour"].set()
        await settle(pilot)
        assert captions == [""] and "Nothing like “flours”" in screen_text(pilot)


async def test_a_letter_and_its_results_come_in_one_frame() -> None:
    frames: list[tuple[str, str]] = []

    class Watched(NewscastApp):
        def post_display_hook(self) -> None:
            references = self.screen_stack[0].query("#result-list") if self.screen_stack else None
            if references:
                row = references.first().render_lines(references.first().size.region)
                frames.append((self.screen_stack[0].query_one("#query", Input).value, "".join(r.text for r in row)))

    plain = app()
    running = Watched([article()], analyser=plain._analyser)
    async with running.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "s", *"flou")
        frames.clear()
        await pilot.press("r")
        await settle(pilot)
        assert frames and frames[0][0] == "flour"
        assert "flour for three days" in frames[0][1]


async def test_escape_after_a_slow_search_restores_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    running, index = app(), Held()
    monkeypatch.setattr(running, "make_index", lambda article, analysis: index)
    async with running.run_test(size=(120, 12)) as pilot:
        await settle(pilot)
        top = reader(pilot).pane.top
        await press(pilot, "s", *"tug")
        await until(pilot, "2 references")
        await settle(pilot)
        assert reader(pilot).pane.top != top
        await press(pilot, "escape")
        assert reader(pilot).pane.top == top and reader(pilot).place is None


async def test_scrolling_old_results_leaves_a_search_that_is_under_way_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Flour. " * 300 + "Flours."
    running, index = app([article(text)]), Held(text)
    monkeypatch.setattr(running, "make_index", lambda article, analysis: index)
    index.gates = {"flours": threading.Event()}
    async with running.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "s", *"flour")
        await until(pilot, "Mentions (301, the first")
        await pilot.press("s")
        while "flours" not in index.begun:
            await asyncio.sleep(0.01)
        reader(pilot).references.rows.scroll_to(y=5, animate=False, immediate=True)
        await pilot.pause()
        index.gates["flours"].set()
        await until(pilot, "Mentions (1)")
        await settle(pilot)
        place, shown = reader(pilot).place, reader(pilot).article
        assert place is not None and shown is not None and place.start == shown.text.index("Flours")


async def test_what_is_drawn_in_parts_is_what_is_drawn_in_one_go() -> None:
    async with app([article(TEXT * 3)]).run_test(size=SIZE) as pilot:
        await settle(pilot)
        for move in MOVES:
            await press(pilot, move)
            await pilot.pause(0.05)
            in_parts = _painted(pilot)
            for widget in pilot.app.screen.query("#article, #map"):
                widget.refresh()
            await pilot.pause(0.05)
            assert _painted(pilot) == in_parts, move


def _painted(pilot: Runner) -> list[str]:
    """Each rectangle and text of the article and its map, with the colours; the rest may change by itself."""
    picture = pilot.app.export_screenshot()
    colours = re.findall(r"-r\d+ \{[^}]*\}", picture)
    pieces = re.findall(r'<(?:rect fill|text class)="([^"]+)" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)', picture)
    return colours + [
        f"{style.rpartition('-')[2]} {x} {y} {text}"
        for style, x, y, text in pieces
        if float(x) < _BESIDE and _ABOVE < float(y) < _BELOW
    ]


async def test_in_a_side_pane_of_another_width_the_box_still_ends_at_its_edge() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "3", "escape")
        begins = set[int]()
        for key in ("greater_than_sign", "greater_than_sign", "less_than_sign"):
            await press(pilot, key)
            frame = screen_text(pilot).splitlines()[3]
            begins.add(frame.index("╭"))
            assert frame.index("╮") == SIZE[0] - 1
        assert len(begins) == 2


async def test_rows_that_are_kept_look_as_they_would_be_drawn_now() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "3", *"varga", "escape", "1", "escape")
        for key in (*MOVES, "3", "colon", "T", "escape", "C", "c", "escape", "greater_than_sign", "T", "slash", "o"):
            await press(pilot, key)
            for widget in pilot.app.screen.query(Drawn):
                if widget.outer_size.area and all(node.display for node in widget.ancestors_with_self):
                    kept = widget.render_lines(widget.outer_size.region)
                    widget.forget_all()
                    assert kept == widget.render_lines(widget.outer_size.region), (key, widget)
