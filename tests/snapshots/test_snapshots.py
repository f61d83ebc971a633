"""Pictures of each screen and state, at four sizes and in every look."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from tests.pilot.stage import FakeAnalyser, PlainIndex, analysis, app, article, press, reader, settle
from tests.pilot.test_layout import parts
from tui.analysis.client import AnalysisFailed
from tui.analysis.model import Analysis
from tui.app import NewscastApp
from tui.articles.article import Article
from tui.corrections.desk import Desk
from tui.corrections.model import rename
from tui.settings import Settings

SIZES = [(40, 12), (80, 24), (120, 40), (200, 50)]
LITTLE, COMMON, WIDE = SIZES[0], SIZES[1], (120, 30)
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
FURTHER: dict[str, tuple[str, ...]] = {
    "card-end": ("1", "enter", "G"),
    "claims-by-speaker": ("2", "o"),
    "claims-by-stance": ("2", "o", "o"),
    "references-empty": ("3",),
    "references-of-actor": ("1", "3"),
    "references-none": ("3", *"zzqqx"),
    "find-none": ("/", *"zzqqx"),
    "types-off": ("t", "space", "down", "space"),
    "all-mentions": ("i",),
    "no-highlights": ("i", "i"),
    "merge": ("1", "c", "m"),
    "type": ("1", "c", "t"),
    "split": ("]", "c", "s"),
    "rename-preview": ("1", "c", "r", "ctrl+u", *"Mrs V"),
    "claim-correct": ("}", "c"),
    "note": ("]", "m", *"ask her"),
    "no-marks": ("M",),
    "help-in-list": ("1", "question_mark"),
    "help-search": ("question_mark", "slash", *"claim"),
    "help-none": ("question_mark", "slash", *"zzqqx"),
    "palette": ("ctrl+p",),
    "palette-search": ("ctrl+p", *"claim"),
    "count": ("5",),
}
WIDE_SIGNS = article(
    "東京の市長 Zoë Ångström-Müller\n"
    "By Zoë Ångström-Müller\n"
    "محمد جواد ظریف told 小池百合子 👩\u200d👩\u200d👧 that 🇫🇷 France would help, and José\u0301 wrote to "
    "https://example.org/a/very/long/path/that/does/not/end/soon?with=query&and=more#fragment-and-on-and-on.\n"
    "> Quoted words stand further in; Kraftfahrzeughaftpflichtversicherungsgesellschaftsvorstandsvorsitzender.",
    "東京の市長 Zoë Ångström-Müller",
    "wide.txt",
)
Compare = Callable[..., bool]


def named(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("state", STATES)
def test_states(snap_compare: Compare, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(still(), terminal_size=size, run_before=arriving(*STATES[state]))


@pytest.mark.parametrize("size", [LITTLE, COMMON], ids=named)
@pytest.mark.parametrize("state", FURTHER)
def test_further_states(snap_compare: Compare, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(still(), terminal_size=size, run_before=arriving(*FURTHER[state]))


@pytest.mark.parametrize("key", ["less_than_sign", "greater_than_sign"])
def test_another_width_of_the_side_pane(snap_compare: Compare, key: str) -> None:
    assert snap_compare(still(), terminal_size=WIDE, run_before=arriving("4", key))


@pytest.mark.parametrize("state", ["reader", "card", "claims", "references", "find", "types", "claims-in-text", "help"])
def test_the_light_theme(snap_compare: Compare, state: str) -> None:
    assert snap_compare(still(), terminal_size=(120, 40), run_before=arriving("T", *STATES[state]))


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("state", ["reader", "card", "find", "types", "claims-in-text"])
def test_sixteen_colours(snap_compare: Compare, state: str, theme: str) -> None:
    keys = (*("T" for _ in range(theme == "light")), *STATES[state])
    assert snap_compare(still(sixteen_colours=True), terminal_size=WIDE, run_before=arriving(*keys))


@pytest.mark.parametrize("state", ["reader", "card", "find", "types", "claims-in-text"])
def test_no_colours(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, state: str) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(still(), terminal_size=WIDE, run_before=arriving(*STATES[state]))


@pytest.mark.parametrize("state", ["reader", "actors", "card", "claims", "references", "types", "help"])
def test_for_a_screen_reader(snap_compare: Compare, state: str) -> None:
    running = still(settings=Settings(screen_reader=True))
    assert snap_compare(running, terminal_size=WIDE, run_before=arriving(*STATES[state]))


@pytest.mark.parametrize("size", [LITTLE, WIDE], ids=named)
@pytest.mark.parametrize("tab", ["", "1", "2", "3"])
@pytest.mark.parametrize("state", ["waiting", "part", "stopped", "failed"])
def test_the_analysis(snap_compare: Compare, state: str, tab: str, size: tuple[int, int]) -> None:
    steps = tuple(parts(analysis())) if state in {"part", "stopped"} else ()
    answer: Analysis | Exception = analysis()
    if state == "failed":
        answer = AnalysisFailed("the pipeline en_core_web_xx is not installed; name another with --pipeline")
    analyser = FakeAnalyser(answer, gate=None if state == "failed" else asyncio.Event(), steps=steps)

    async def arrive(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: analyser.calls == 1)
        await at_rest(pilot)
        if state == "stopped":
            await pilot.press("X")
            await until(pilot, lambda: "stopped" in reader(pilot).message)
        await press(pilot, *tab) if state == "failed" else await pilot.press(*tab)
        await at_rest(pilot)

    assert snap_compare(still(analyser=analyser), terminal_size=size, run_before=arrive)


@pytest.mark.parametrize("tab", ["", "1", "2"])
def test_nothing_was_found(snap_compare: Compare, tab: str) -> None:
    assert snap_compare(still(answer=Analysis()), terminal_size=WIDE, run_before=arriving(*tab))


@pytest.mark.parametrize("size", [LITTLE, COMMON, WIDE], ids=named)
def test_the_hint_of_the_first_run(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(still(hint=True), terminal_size=size, run_before=arriving())


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (24, 6)], ids=named)
def test_the_smallest_terminals(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(still(), terminal_size=size, run_before=arriving())


@pytest.mark.parametrize("size", [LITTLE, COMMON], ids=named)
def test_wide_joined_and_right_to_left_signs(snap_compare: Compare, size: tuple[int, int]) -> None:
    running = still([WIDE_SIGNS], answer=Analysis())
    assert snap_compare(running, terminal_size=size, run_before=arriving())


def test_the_second_of_several_articles(snap_compare: Compare) -> None:
    running = still([article(), article(source="other.txt")])
    assert snap_compare(running, terminal_size=COMMON, run_before=arriving("J"))


@pytest.mark.parametrize("size", [LITTLE, COMMON], ids=named)
def test_corrections_that_no_longer_fit(snap_compare: Compare, size: tuple[int, int]) -> None:
    desk = Desk(article(), analysis())
    desk.do(rename(article().text, desk.analysis, desk.analysis.actors[0], "Mrs V"))
    found = analysis()
    without = replace(found, actors=found.actors[1:], mentions=tuple(m for m in found.mentions if m.actor != "varga"))
    assert snap_compare(still(answer=without), terminal_size=size, run_before=arriving("1", "c"))


def arriving(*keys: str) -> Callable[[Pilot[None]], object]:
    """What waits for the analysis, then presses keys."""

    async def arrive(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *keys)
        await at_rest(pilot)

    return arrive


async def at_rest(pilot: Pilot[None]) -> None:
    """Wait until nothing changes any more: keys are looked through, and drawn, when the screen is idle.

    Four times in a row, since on a busy machine some tenths of a second may pass before a key is looked through.
    """
    seen = [""] * 5
    for _ in range(50):
        await pilot.pause(0.1)
        seen = [*seen[1:], pilot.app.export_screenshot()]
        if len(set(seen)) == 1:
            return


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait until something is so."""
    for _ in range(200):
        if condition():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never came so far")


def still(
    articles: Sequence[Article] = (),
    *,
    answer: Analysis | Exception | None = None,
    analyser: FakeAnalyser | None = None,
    hint: bool = False,
    settings: Settings | None = None,
    sixteen_colours: bool = False,
) -> NewscastApp:
    """The app with nothing that moves by itself."""
    # Only the hint of the first run is what it is for.
    app(hint=hint)
    running = NewscastApp(
        articles or [article()],
        analyser=analyser or FakeAnalyser(analysis() if answer is None else answer),
        settings=settings,
        sixteen_colours=sixteen_colours,
    )
    running.animation_level = "none"
    setattr(running, "make_index", PlainIndex)  # noqa: B010 - a method, replaced for one app
    return running
