"""Key latency in a pty: from the key's byte to the first byte of the answer, idle and with a busy worker.

The worker imports spaCy, loads the pipeline and parses a long article meanwhile; every round has a new cache.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pexpect

SAMPLE = Path(__file__).parents[2] / "seeds" / "qala-e-naw.txt"
ROUNDS, PAUSE = 5, 0.03


def main() -> None:
    """Print median and p99 in milliseconds, and the ratios."""
    busy: list[float] = []
    idle: list[float] = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            article = Path(folder, "long.txt")
            article.write_text(SAMPLE.read_text(encoding="utf-8") * 24, encoding="utf-8")
            _round(article, folder, busy, idle)
    for name, values in (("idle", idle), ("worker at work", busy)):
        print(f"{name:15} {len(values):4} keys  median {1e3 * _quantile(values, 0.5):6.1f} ms"
              f"  p99 {1e3 * _quantile(values, 0.99):6.1f} ms")  # fmt: skip
    print(f"ratio of medians {_quantile(busy, 0.5) / _quantile(idle, 0.5):.2f}"
          f"   ratio of p99 {_quantile(busy, 0.99) / _quantile(idle, 0.99):.2f}")  # fmt: skip


def _round(article: Path, cache: str, busy: list[float], idle: list[float]) -> None:
    environment = {**os.environ, "NEWSCAST_CACHE": cache, "TERM": "xterm-256color"}
    child: pexpect.spawn[bytes] = pexpect.spawn(
        sys.executable, ["-m", "tui", str(article)], dimensions=(40, 120), env=environment, timeout=60
    )
    child.delaybeforesend = None
    child.expect_exact("Taliban")
    _drain(child)
    done = Path(cache, "analyses")
    number = 0
    while not done.exists():
        busy.append(_latency(child, number))
        number += 1
    child.send("g")
    time.sleep(2)
    _drain(child)
    idle += [_latency(child, number) for number in range(100)]
    child.send("Q")
    child.expect(pexpect.EOF)
    child.close()


def _latency(child: "pexpect.spawn[bytes]", number: int) -> float:
    start = time.perf_counter()
    # Down and up again by turns: at either end of the text a key would have no answer.
    child.send("j" if number // 10 % 2 == 0 else "k")
    child.read_nonblocking(65536, timeout=10)
    taken = time.perf_counter() - start
    _drain(child)
    return taken


def _drain(child: "pexpect.spawn[bytes]") -> None:
    end = time.monotonic() + PAUSE
    while time.monotonic() < end:
        try:
            child.read_nonblocking(65536, timeout=0.01)
        except pexpect.TIMEOUT:
            continue


def _quantile(values: list[float], share: float) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]
