"""The box to type into draws itself what Textual's would draw."""

import pytest
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from tests.pilot.stage import app, press, reader, settle
from tui.widgets.box import Box

SIZE = (120, 24)


def cells(strip: Strip) -> list[tuple[str, str]]:
    """Each sign with its style."""
    return [(sign, str(segment.style)) for segment in strip for sign in segment.text]


@pytest.mark.parametrize("focused", [True, False])
@pytest.mark.parametrize(
    ("value", "selection"),
    [
        ("zareef", Selection(6, 6)),
        ("zareef", Selection(0, 0)),
        ("zareef", Selection(2, 5)),
        ("zareef", Selection(5, 2)),
        ("zareef", Selection(0, 6)),
        ("a name " * 20, Selection(140, 140)),
        ("a name " * 20, Selection(70, 130)),
        ("名前 of Ünlü", Selection(1, 1)),
        ("名前" * 40, Selection(80, 80)),
    ],
)
async def test_a_box_shows_its_text_its_cursor_and_what_is_selected(
    value: str, selection: Selection, focused: bool
) -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        box = reader(pilot).query_one("#query", Box)
        box.value, box.selection = value, selection
        if not focused:
            reader(pilot).set_focus(None)
        await settle(pilot)
        textuals = box.filtered(Input.render_line(box, 0).crop(0, box.size.width))
        assert cells(box.render_line(0)) == cells(textuals)


async def test_a_mistake_in_the_query_is_seen_in_the_frame_of_the_box() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        box = reader(pilot).query_one("#query", Box)
        frame = cells(box.row(0))
        await press(pilot, *"type", "colon", *"what")
        assert box.mistaken and cells(box.row(0)) != frame
        await press(pilot, "ctrl+u")
        assert not box.mistaken and cells(box.row(0)) == frame
