"""What stands at the other end: a terminal that can be drawn on, and keys when the article came by a pipe."""

import os
import sys


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
