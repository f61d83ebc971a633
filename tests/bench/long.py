"""The reader with a 1 MB text against a 10 KB one: ready, page down, highlight change, resize, find step, memory.

Each key's time is from pressing it to the last frame that it causes: the clock stops when nothing more is drawn.
"""

import asyncio
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pexpect
from textual import events
from textual.geometry import Size

from tests.pilot.stage import TEXT, analysis, article
from tui.app import NewscastApp
from tui.screens.finding import find
from tui.screens.reader import ReaderScreen

SIZES = {"10 KB": 10_000, "1 MB": 1_000_000}
TIMES = 20
QUIET = 0.02
"""Seconds; so many of them three times over without a frame, and nothing more comes."""


class Watched(NewscastApp):
    """The reader with the time of its last frame, and of the first one with text."""

    drawn = ready = 0.0

    def post_display_hook(self) -> None:
        self.drawn = time.perf_counter()
        screen = self.screen_stack[0]
        if not self.ready and isinstance(screen, ReaderScreen) and screen.query("#article") and screen.pane.size:
            self.ready = self.drawn


def main() -> None:
    """Measure each size in a process of its own, by turns, and print medians, p99 and ratios."""
    rows: dict[str, dict[str, list[float]]] = {}
    for _ in range(3):
        for name, size in {"nothing": 0, **SIZES}.items():
            done = subprocess.run(
                [sys.executable, "-m", __spec__.name, str(size)], capture_output=True, text=True, check=True
            )
            for line in done.stdout.splitlines():
                what, *values = line.split("\t")
                rows.setdefault(what, {}).setdefault(name, []).extend(map(float, values))
    for _ in range(7):
        for name, size in SIZES.items():
            rows.setdefault("command to text", {}).setdefault(name, []).append(_until_text(size))
    for what, sizes in rows.items():
        small, large = (statistics.median(sizes[name]) for name in SIZES)
        if what == "memory":
            empty = statistics.median(sizes["nothing"])
            print(f"{what:18} {large - empty:6.1f} MB over the empty reader")
            continue
        p99 = " ".join(f"{_p99(sizes[name]):7.2f}" for name in SIZES)
        print(f"{what:18} {small:7.2f} ms {large:7.2f} ms  ratio {large / small:5.2f}   p99 {p99} ms")


def _until_text(size: int) -> float:
    """Milliseconds from the command to the text in a terminal, for a file that was never opened."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "long.txt")
        file.write_text(text_of(size), encoding="utf-8")
        places = dict.fromkeys(("NEWSCAST_CACHE", "NEWSCAST_DATA"), folder)
        start = time.perf_counter()
        child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable, ["-m", "tui", str(file)], dimensions=(40, 120), env={**os.environ, **places}, timeout=60
        )
        child.expect_exact("port master")
        taken = 1e3 * (time.perf_counter() - start)
        child.kill(signal.SIGKILL)
        child.wait()
        child.close(force=True)
    return taken


def _p99(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.99)]


def text_of(size: int) -> str:
    """The invented article over and over."""
    return "\n".join([TEXT] * (size // len(TEXT) + 1))[: max(size, 10)]


async def measure(size: int) -> None:
    """Print what one size takes, a line each."""
    text = text_of(size)
    start = time.perf_counter()
    story = article(text)
    found = analysis(text) if len(text) > 2000 else None

    class Ready:
        async def analyse(self, article: object, on_progress: object, near: int = 0) -> object:
            return found

        def close(self) -> None:
            return None

    start = time.perf_counter()
    app = Watched([story], analyser=Ready() if found else None)  # type: ignore[arg-type]
    app.animation_level = "none"
    async with app.run_test(size=(120, 40)) as _:
        screen = app.screen_stack[0]
        assert isinstance(screen, ReaderScreen)
        await _quiet(app)
        print("ready", 1e3 * (app.ready - start), sep="\t")
        if found:
            await app.workers.wait_for_complete()
            await _quiet(app)
            await _keys(screen)
        print("memory", _peak(), sep="\t")


def _peak() -> float:
    """The most memory this process has held, in MB; what getrusage says begins with the parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


async def _keys(screen: ReaderScreen) -> None:
    widths = [Size(120, 40), Size(100, 40)]

    async def resize() -> None:
        widths.reverse()
        screen.app.post_message(events.Resize(widths[0], widths[0]))

    async def page() -> None:
        if screen.pane.progress >= 1:
            screen.pane.action_scroll_top()
        else:
            screen.pane.action_scroll_pages(1)

    async def actor() -> None:
        screen.actor = "varga" if screen.actor != "varga" else "ostrova"

    async def step() -> None:
        screen.action_step_find(1)

    async def name() -> None:
        screen.actor = None
        if screen.pane.progress >= 1:
            screen.place = None
            screen.pane.action_scroll_top()
        screen.action_step_mention(1)

    async def line() -> None:
        screen.pane.action_scroll_rows(1 if screen.pane.progress < 0.5 else -1)

    await _time("one line", line, screen)
    await _time("page down", page, screen)
    await _time("highlight change", actor, screen)
    await _time("next name", name, screen)
    screen.pane.action_scroll_top()
    screen.matches = find(screen.article.text, "ferry") if screen.article else ()
    await _time("find step", step, screen)
    for _ in range(12):
        await _time("resize", resize, screen, 1)
        assert screen.pane.container_size.width + 1 + screen.query_one("#side").size.width < widths[0].width
        assert screen.size == widths[0] and screen.pane.in_view.end > 0


async def _time(what: str, do: Callable[[], Awaitable[None]], screen: ReaderScreen, times: int = TIMES) -> None:
    app = screen.app
    assert isinstance(app, Watched)
    taken = []
    for _ in range(times):
        await _quiet(app)
        start = time.perf_counter()
        await do()
        while app.drawn < start:
            await asyncio.sleep(0.001)
        await _quiet(app)
        taken.append(1e3 * (app.drawn - start))
    print(what, *taken, sep="\t")


async def _quiet(app: Watched) -> None:
    """Wait until nothing is drawn any more. Time in which this task could not run does not count as quiet."""
    calm = 0
    while calm < 3:
        drawn, before = app.drawn, time.perf_counter()
        await asyncio.sleep(QUIET)
        late = time.perf_counter() - before > 2 * QUIET
        calm = 0 if late or app.drawn != drawn else calm + 1


if __name__ == "__main__":
    asyncio.run(measure(int(sys.argv[1])))
