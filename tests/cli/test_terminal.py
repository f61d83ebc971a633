"""The reader in a real terminal: a pty, the bytes it sends, and a screen that understands them."""

import os
import re
import shlex
import sys
import time
from pathlib import Path

import pexpect
import pyte
import pytest

from tui.analysis.cache import AnalysisCache
from tui.analysis.model import Analysis
from tui.articles import load

NEWSCAST = f"{shlex.quote(sys.executable)} -m tui"
WAIT = 60
HOSTILE = (
    "Gale hits [@click=app.quit]Brackwater[/] now\n\n"
    "Then \x1b]0;stolen title\x07\x1b[2J\x1b[38;5;123mred\x9b31m \u202eback\u202c and\x00 [/nope] was said.\n"
)


class Terminal:
    """A program in a pty, everything it has sent, and the screen as a reader would see it."""

    def __init__(self, command: str, columns: int = 120, lines: int = 40) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            "bash", ["-c", command], dimensions=(lines, columns),
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}, timeout=WAIT,
        )  # fmt: skip

    def read_until(self, words: str) -> None:
        """Read on until the words are on the screen."""
        end = time.monotonic() + WAIT
        while words not in "\n".join(self.screen.display):
            assert time.monotonic() < end, "\n".join(self.screen.display)
            self._read()

    def press(self, keys: str) -> None:
        self._child.send(keys)

    def exit_code(self) -> int | None:
        """Read to the end of the output; the exit code."""
        self._child.expect(pexpect.EOF)
        self._feed(self._child.before or b"")
        self._child.close()
        code: int | None = self._child.exitstatus
        return code

    def _read(self) -> None:
        try:
            self._feed(self._child.read_nonblocking(65536, timeout=0.2))
        except pexpect.TIMEOUT:
            return

    def _feed(self, data: bytes) -> None:
        self.sent += data
        # pyte mistakes the kitty keyboard protocol's private sequences for others.
        self._stream.feed(re.sub(rb"\x1b\[[<>=?][\d;]*u", b"", data))


def test_keys_work_when_the_article_comes_by_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "gale.txt"
    path.write_text("Odile Tarn said it rained.\n\nNobody in Brackwater was surprised.\n")
    terminal = Terminal(f"cat {path} | {NEWSCAST}")
    terminal.read_until("Odile Tarn said it rained.")
    terminal.press("?")
    terminal.read_until("One line down")
    terminal.press("\x1b")
    time.sleep(0.5)
    terminal.press("Q")
    assert terminal.exit_code() == 0


@pytest.mark.parametrize("key", ["Q", "\x11"])
def test_quitting_answers_with_exit_code_0(tmp_path: Path, key: str) -> None:
    path = tmp_path / "gale.txt"
    path.write_text("Odile Tarn said it rained.\n")
    terminal = Terminal(f"{NEWSCAST} {path}", 80, 24)
    terminal.read_until("said it rained")
    terminal.press(key)
    assert terminal.exit_code() == 0


def test_no_escape_of_the_article_reaches_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(HOSTILE)
    # The analysis is known already, so that nothing but the reader is tried here.
    AnalysisCache().put(load(str(path)), Analysis())
    terminal = Terminal(f"{NEWSCAST} {path}")
    terminal.read_until("[@click=app.quit]Brackwater[/]")
    terminal.read_until("[/nope] was said.")
    terminal.press("Q")
    assert terminal.exit_code() == 0
    assert b"stolen title" not in terminal.sent or b"\x1b]0;stolen" not in terminal.sent
    for forbidden in (
        b"\x1b]0;",
        b"\x1b[2J\x1b[38;5;123m",
        b"38;5;123",
        b"\x9b31m",
        "\u202e".encode(),
        b"\x00",
    ):
        assert forbidden not in terminal.sent
