"""A program in a terminal of its own: keys go in, and what it draws is heard with the time at which it came.

A key's answers are read off a terminal's screen made from what came, afterwards, so that nothing slows the clock.
"""

import os
import select
import signal
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pexpect
import pyte

COLUMNS, LINES = 120, 40


@dataclass
class Answer:
    """What was drawn after a key: each piece with the milliseconds since the key; and how long it was heard."""

    pieces: list[tuple[float, bytes]] = field(default_factory=list)
    lasted: float = 0.0


class Terminal:
    """A running program, and every piece that it drew."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(LINES, COLUMNS),
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
            timeout=90,
        )
        self._child.delaybeforesend = None
        self.answers: list[Answer] = []

    def settle(self, seconds: float) -> None:
        """Hear so long what comes without a key."""
        self._hear(time.perf_counter(), seconds)

    def key(self, key: str, seconds: float = 0.12) -> int:
        """Press a key and hear its answer for so long. Its number."""
        start = time.perf_counter()
        os.write(self._child.child_fd, key.encode())
        self._hear(start, seconds)
        return len(self.answers) - 1

    def _hear(self, start: float, seconds: float) -> None:
        answer, file = Answer(), self._child.child_fd
        while (left := start + seconds - time.perf_counter()) > 0:
            if select.select([file], [], [], left)[0]:
                piece = os.read(file, 1 << 16)
                answer.pieces.append((1e3 * (time.perf_counter() - start), piece))
        answer.lasted = 1e3 * (time.perf_counter() - start)
        self.answers.append(answer)

    def end(self) -> None:
        """Kill it."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()
        self._child.close(force=True)

    def screens(self, see: Callable[[int, float, list[str]], None]) -> None:
        """Draw everything again, and show the screen after each piece, with the key's number and the piece's time."""
        screen = pyte.Screen(COLUMNS, LINES)
        stream = pyte.ByteStream(screen)
        for number, answer in enumerate(self.answers):
            for when, piece in answer.pieces:
                stream.feed(piece)
                see(number, when, screen.display)


def last_drawn(answer: Answer) -> float | None:
    """When the last piece of an answer came."""
    return answer.pieces[-1][0] if answer.pieces else None


def quantile(values: Sequence[float], share: float) -> float:
    """The value under which a share of the values are."""
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]


def row(title: str, values: Sequence[float]) -> str:
    """Values as median, 95th and 99th percentile."""
    figures = "  ".join(f"{name} {quantile(values, share):6.1f}" for name, share in
                        (("median", 0.5), ("p95", 0.95), ("p99", 0.99)))  # fmt: skip
    return f"{title:44} {figures} ms   ({len(values)} keys)"
