"""The reader in a real terminal: a pty, the bytes it sends, and a screen that understands them."""

import os
import re
import shlex
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte
import pytest

from tui.analysis.cache import AnalysisCache
from tui.analysis.model import Actor, Analysis, Mention
from tui.articles import load
from tui.corrections.log import CorrectionLog

NEWSCAST = f"{shlex.quote(sys.executable)} -m tui"
WAIT = 60
HOSTILE = (
    "Gale hits [@click=app.quit]Brackwater[/] now\n\n"
    "Then \x1b]0;stolen title\x07\x1b[2J\x1b[38;5;123mred\x9b31m \u202eback\u202c and\x00 [/nope] was said.\n"
)


class Terminal:
    """A program in a pty, everything it has sent, and the screen as a reader would see it."""

    def __init__(self, command: str, columns: int = 120, lines: int = 40, term: str = "xterm-256color") -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        # A snapshot taken earlier in this process leaves its own size in the environment.
        env = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
        env |= {"TERM": term, "COLORTERM": "truecolor" if "256" in term else ""}
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            "bash", ["-c", command], dimensions=(lines, columns), env=env, timeout=WAIT
        )

    def read_until(self, words: str) -> None:
        """Read on until the words are on the screen."""
        self.read_while(lambda display: words not in "\n".join(display))

    def read_while(self, waiting: Callable[[list[str]], bool]) -> None:
        """Read on while the screen is not yet as it shall be."""
        end = time.monotonic() + WAIT
        while waiting(self.screen.display):
            assert time.monotonic() < end, "\n".join(self.screen.display)
            self.read()

    def press(self, keys: str) -> None:
        self._child.send(keys)

    def exit_code(self) -> int | None:
        """Read to the end of the output; the exit code."""
        self._child.expect(pexpect.EOF)
        self._feed(self._child.before or b"")
        self._child.close()
        code: int | None = self._child.exitstatus
        return code

    def kill(self, sign: signal.Signals) -> None:
        """End the program from outside, as a crash or a closed window does."""
        self._child.kill(sign)
        self._child.expect(pexpect.EOF)
        self._child.close()

    def hang_up(self) -> None:
        """Take the terminal away; the kernel tells it to the shell alone."""
        os.close(self._child.child_fd)

    def read(self) -> None:
        """Take what the program sends now."""
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


def opened(tmp_path: Path, text: str, *, term: str = "xterm-256color", columns: int = 80) -> Terminal:
    """The reader on a text whose first ten characters are a person's name, analysed already."""
    path = tmp_path / "gale.txt"
    path.write_text(text)
    mention = Mention("m1", 0, 10, "PERSON", "name", "a1")
    known = Analysis((mention,), (Actor("a1", "Odile Tarn", "PERSON", mentions=("m1",)),))
    AnalysisCache().put(load(str(path)), known)
    terminal = Terminal(f"exec {NEWSCAST} {path}", columns, 24, term=term)
    terminal.read_until("1 actor")
    return terminal


def test_kill_9_right_after_a_correction_loses_nothing(tmp_path: Path) -> None:
    terminal = opened(tmp_path, "Odile Tarn said it rained.\n")
    terminal.press("]")
    terminal.read_until("Odile Tarn, person")
    terminal.press("cr")
    terminal.read_until("type another name")
    terminal.press("Odile Tarn-Lund")
    terminal.read_until("Enter renames: 1 mention")
    terminal.press("\r")
    terminal.read_until("Renamed: Odile Tarn")
    terminal.kill(signal.SIGKILL)
    (correction,) = CorrectionLog(load(str(tmp_path / "gale.txt"))).replay().ledger.done
    assert correction.value == "Odile Tarn-Lund"
    terminal = Terminal(f"{NEWSCAST} {tmp_path / 'gale.txt'}", 80, 24)
    terminal.read_until("1 actor")
    terminal.press("1")
    terminal.read_until("Odile Tarn-Lund")
    terminal.press("Q")
    assert terminal.exit_code() == 0


def test_the_place_is_kept_when_the_window_is_closed(tmp_path: Path) -> None:
    text = "Odile Tarn said it rained.\n" + "".join(f"\nParagraph {number} is here.\n" for number in range(200))
    terminal = opened(tmp_path, text)
    terminal.press("    ")
    terminal.read_until("Paragraph 40")
    time.sleep(3)
    terminal.kill(signal.SIGHUP)
    terminal = Terminal(f"{NEWSCAST} {tmp_path / 'gale.txt'}", 80, 24)
    terminal.read_until("Paragraph 40")
    terminal.press("Q")
    assert terminal.exit_code() == 0


def test_the_reader_ends_with_its_terminal_though_a_script_keeps_the_hang_up_to_itself(tmp_path: Path) -> None:
    article, ended = tmp_path / "gale.txt", tmp_path / "ended"
    article.write_text("Odile Tarn said it rained.\n")
    terminal = Terminal(f"trap : HUP; {NEWSCAST} {article}; > {ended}")
    terminal.read_until("said it rained")
    terminal.hang_up()
    end = time.monotonic() + WAIT
    while not ended.exists():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_web_address_is_a_link_and_nothing_else_is(tmp_path: Path) -> None:
    text = "Odile Tarn wrote to https://example.org/a;b?c=d. She saw javascript:alert(1) and file:///etc/passwd.\n"
    terminal = opened(tmp_path, text)
    terminal.press("Q")
    assert terminal.exit_code() == 0
    links = set(re.findall(rb"\x1b\]8;[^;]*;([^\x1b]*)\x1b", terminal.sent)) - {b""}
    assert links == {b"https://example.org/a;b?c=d"}


def test_a_terminal_of_sixteen_colours_is_sent_no_others(tmp_path: Path) -> None:
    terminal = opened(tmp_path, "Odile Tarn said it rained.\n", term="xterm")
    terminal.press("T")
    time.sleep(0.5)
    terminal.press("Q")
    assert terminal.exit_code() == 0
    assert re.search(rb"\x1b\[[\d;]*\b(?:3[0-7]|9[0-7])\b", terminal.sent)
    assert not re.search(rb"\x1b\[[\d;]*\b[34]8;[25];", terminal.sent)


def test_the_mouse_of_a_terminal_turns_drags_and_clicks(tmp_path: Path) -> None:
    text = "Odile Tarn said it rained.\n" + "".join(f"\nParagraph {number} is here.\n" for number in range(200))
    terminal = opened(tmp_path, text, columns=120)
    terminal.press("\x1b")
    terminal.read_while(lambda display: any("New here?" in line for line in display))
    terminal.press("\x1b[<65;10;5M" * 4)
    terminal.read_until("Paragraph 12 ")
    terminal.read_while(lambda display: "▏" not in display[10])
    border = terminal.screen.display[10].index("▏") + 1
    terminal.press(f"\x1b[<0;{border};9M")
    end = time.monotonic() + WAIT
    while terminal.screen.display[10].find("▏") != border - 21:
        assert time.monotonic() < end, terminal.screen.display[10]
        terminal.press(f"\x1b[<32;{border - 20};9M")
        terminal.read()
    terminal.press(f"\x1b[<0;{border - 20};9m")
    time.sleep(0.5)
    # The map is the column before the border; its last line is the end of the article.
    terminal.press(f"\x1b[<0;{border - 21};22M\x1b[<0;{border - 21};22m")
    terminal.read_until("Paragraph 199")
    terminal.press("Q")
    assert terminal.exit_code() == 0
