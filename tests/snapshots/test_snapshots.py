"""Pictures of each screen and state at four sizes."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.pilot.stage import PlainIndex, app, press, settle
from tui.app import NewscastApp

SIZES = [(40, 12), (80, 24), (120, 40), (200, 50)]
STATES: dict[str, tuple[str, ...]] = {
    "reader": (),
    "name": ("]", "]", "]", "]"),
    "actors": ("1",),
    "card": ("1", "enter"),
    "claims": ("2", "down"),
    "references": ("3", *"ostrova"),
    "find": ("/", *"ferry"),
    "types": ("t",),
    "correct": ("]", "c"),
    "rename": ("1", "c", "r"),
    "marks": ("]", "m", "enter", "M"),
    "help": ("question_mark",),
    "claims-in-text": ("C", "}"),
    "side-hidden": ("z",),
}
Compare = Callable[..., bool]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
def test_states(snap_compare: Compare, state: str, size: tuple[int, int]) -> None:
    async def arrive(pilot: Pilot[None]) -> None:
        await prepare(pilot)
        await press(pilot, *STATES[state])
        # Bindings are looked through again when the screen is idle, and drawn after that.
        await pilot.pause(0.2)

    assert snap_compare(_still(), terminal_size=size, run_before=arrive)


@pytest.mark.parametrize("state", ["reader", "card"])
def test_the_light_theme(snap_compare: Compare, state: str) -> None:
    async def arrive(pilot: Pilot[None]) -> None:
        await prepare(pilot)
        await press(pilot, "T", *STATES[state])

    assert snap_compare(_still(), terminal_size=(120, 40), run_before=arrive)


async def prepare(pilot: Pilot[None]) -> None:
    """Wait for the analysis, and let no cursor blink."""
    await settle(pilot)
    for box in pilot.app.screen.query(Input):
        box.cursor_blink = False


def _still() -> NewscastApp:
    """The app with nothing that moves by itself."""
    running = app()
    running.animation_level = "none"
    setattr(running, "make_index", PlainIndex)  # noqa: B010 - a method, replaced for one app
    return running
