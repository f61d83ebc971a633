"""Time from the command to the first line in a pty: first and second opening, and an empty app of its widgets.

The modules are compiled first, as they are when pip has installed them.
"""

import compileall
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pexpect

SAMPLE = Path(__file__).parents[2] / "seeds" / "qala-e-naw.txt"
NEWSCAST = str(Path(sys.executable).with_name("newscast"))
EMPTY = str(Path(__file__).with_name("empty.py"))
ROUNDS = 11


def main() -> None:
    """Print medians in milliseconds and their ratio to the empty app."""
    rows: dict[str, list[float]] = {"empty app, same widgets": [], "second opening": [], "first opening": []}
    compileall.compile_dir(Path(__file__).parents[2] / "tui", quiet=1)
    with tempfile.TemporaryDirectory() as kept:
        reader = [NEWSCAST, str(SAMPLE)]
        _until_text(reader, kept, linger=15)
        # By turns, so that whatever else the machine does falls on all alike.
        for _ in range(ROUNDS):
            with tempfile.TemporaryDirectory() as new:
                rows["empty app, same widgets"].append(_until_text([sys.executable, EMPTY], new))
                rows["second opening"].append(_until_text(reader, kept))
                rows["first opening"].append(_until_text(reader, new))
    least = statistics.median(rows["empty app, same widgets"])
    for name, values in rows.items():
        median = statistics.median(values)
        print(f"{name:24} {1e3 * median:6.0f} ms   {median / least:.2f} times the empty app")


def _until_text(command: list[str], cache: str, linger: float = 0) -> float:
    environment = {**os.environ, "NEWSCAST_CACHE": cache, "TERM": "xterm-256color"}
    start = time.perf_counter()
    child: pexpect.spawn[bytes] = pexpect.spawn(
        command[0], command[1:], dimensions=(40, 120), env=environment, timeout=60
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
