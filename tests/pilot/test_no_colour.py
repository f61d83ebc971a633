"""NO_COLOR: not one colour reaches the terminal, and the names still stand out."""

import re
import sys
import time
from pathlib import Path

import pexpect

PROGRAM = """
import sys
sys.path.insert(0, {root!r})
from tests.pilot.stage import app
app().run()
"""
SGR = re.compile(rb"\x1b\[([\d;:]*)m")


def output(no_color: str) -> bytes:
    """What the reader sends to its terminal until it is told to quit."""
    root = str(Path(__file__).parents[2])
    env = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "NO_COLOR": no_color,
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
    }
    child: pexpect.spawn[bytes] = pexpect.spawn(
        sys.executable, ["-c", PROGRAM.format(root=root)], env=env, dimensions=(30, 120), timeout=30
    )
    sent = b""
    deadline = time.monotonic() + 30
    asked = False
    while time.monotonic() < deadline:
        try:
            sent += child.read_nonblocking(65536, 0.5)
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            break
        if b"6 actors" in sent and not asked:
            child.send("1jq")
            asked = True
    child.close()
    assert asked
    assert child.exitstatus == 0
    return sent


def is_colour(code: bytes) -> bool:
    """Whether an SGR sequence sets a colour (39 and 49 take it away)."""
    numbers = [int(number) for number in re.split(rb"[;:]", code) if number]
    return any(30 <= n <= 38 or 40 <= n <= 48 or 90 <= n <= 107 for n in numbers)


def test_no_colour_at_all_but_cues() -> None:
    codes = SGR.findall(output("1"))
    assert not [code for code in codes if is_colour(code)]
    assert any(b"1" in code.split(b";") for code in codes)
    assert any(b"4" in code.split(b";") for code in codes)


def test_an_empty_no_color_means_colour() -> None:
    assert any(is_colour(code) for code in SGR.findall(output("")))
