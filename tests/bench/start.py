"""Time from the command to the first line in a pty: first and second opening, and an empty Textual app."""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pexpect

SAMPLE = Path(__file__).parents[2] / "seeds" / "qala-e-naw.txt"
EMPTY_APP = (
    "from textual.app import App\nfrom textual.widgets import Static\n"
    "class Empty(App):\n    def compose(self):\n        yield Static('entered a key city')\nEmpty().run()"
)
ROUNDS = 7


def main() -> None:
    """Print medians in milliseconds and their ratio to the empty app."""
    with tempfile.TemporaryDirectory() as cache:
        reader = ["-m", "tui", str(SAMPLE)]
        _until_text(reader, cache, linger=15)
        rows = {
            "empty Textual app": [_until_text(["-c", EMPTY_APP], cache) for _ in range(ROUNDS)],
            "second opening": [_until_text(reader, cache) for _ in range(ROUNDS)],
        }
    rows["first opening"] = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as cache:
            rows["first opening"].append(_until_text(reader, cache))
    least = statistics.median(rows["empty Textual app"])
    for name, values in rows.items():
        median = statistics.median(values)
        print(f"{name:18} {1e3 * median:6.0f} ms   {median / least:.2f} times the empty app")


def _until_text(arguments: list[str], cache: str, linger: float = 0) -> float:
    environment = {**os.environ, "NEWSCAST_CACHE": cache, "TERM": "xterm-256color"}
    start = time.perf_counter()
    child: pexpect.spawn[bytes] = pexpect.spawn(
        sys.executable, arguments, dimensions=(40, 120), env=environment, timeout=60
    )
    child.expect_exact("key city")
    taken = time.perf_counter() - start
    end = time.monotonic() + linger
    while time.monotonic() < end and not Path(cache, "analyses").exists():
        time.sleep(0.1)
    child.send("\x11")
    child.expect(pexpect.EOF)
    child.close()
    return taken
