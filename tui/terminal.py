"""What stands at the other end: a terminal that can be drawn on, and keys when the article came by a pipe."""

import os
import select
import signal
import sys
from threading import Thread

PACE = {"TEXTUAL_FPS": "240"}
"""Frames a second at most. With Textual's 60 what a key changes after its own frame is seen up to 17 ms later."""


def set_pace() -> None:
    """Draw as soon as something changed, unless the environment says otherwise. Before Textual is imported."""
    for name, value in PACE.items():
        os.environ.setdefault(name, value)


def can_draw() -> bool:
    """Whether stdout is a terminal that understands more than plain lines."""
    return sys.stdout.isatty() and os.environ.get("TERM", "") not in {"", "dumb"}


def reopen_keyboard() -> bool:
    """Let keys come from the terminal itself when stdin was the article; False when there is no terminal.

    Textual reads descriptor 0 and draws on descriptor 2, so both are pointed at the terminal.
    """
    if sys.stdin.isatty() and sys.stderr.isatty():
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    if not os.isatty(0):
        os.dup2(terminal, 0)
    if not os.isatty(2):
        os.dup2(terminal, 2)
    os.close(terminal)
    return True


def end_with_it() -> None:
    """End the program once the terminal that keys come from is gone; a thread waits for that.

    A closed window tells only the program that holds the session, and a `make` or a script may keep it to itself.
    Textual would then read and write nothing for ever, with a whole core.
    """

    def wait() -> None:
        gone = select.poll()
        gone.register(0, 0)
        if any(event & select.POLLHUP for _, event in gone.poll()):
            os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=wait, daemon=True).start()
