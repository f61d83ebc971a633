"""The search box in a terminal: from a key to its letter on the screen, and to its results, with everything drawn.

Beside it, by turns in the same run: an idle reader's key that moves the article by a line, a letter in the box of an
empty Textual app, and a program that only sends back what it is sent, which is what this machine does to any key.
"""

import random
import re
import sys
import tempfile
from collections import defaultdict
from dataclasses import replace

from tests.bench.terminal import Answer, Terminal, last_drawn, row
from tests.pilot.stage import FakeAnalyser
from tests.search import sample
from tui.analysis.model import Analysis, Claim, Party, Span
from tui.articles import Article, from_text
from tui.terminal import PACE

SIZES = (10_000, 100_000)
QUERIES = (
    "taliban", "qala naw", "zareef", "shaheen suhail", "military officials in kabul", "by:shams", "type:place af",
    '"tactical retreat"', "u.s.", "the city -bbc",
)  # fmt: skip
ROUNDS = 2
IDLE_KEYS = 120
ECHO = "import os, tty\ntty.setraw(0)\nwhile True: os.write(1, os.read(0, 9))"
EMPTY = (
    "from textual.app import App\nfrom textual.widgets import Input\n"
    "class Empty(App):\n def compose(self):\n  yield Input()\nEmpty().run()"
)
CLEAR = "\x15"
Rows = defaultdict[str, list[float]]


def long_article(words: int) -> tuple[Article, Analysis]:
    """The sample over and over with every other word that is no name spoilt, and the sample's analysis of each copy."""
    text = sample.SAMPLE.read_text(encoding="utf-8")
    found, rng = sample.analysis(text), random.Random(7)
    copies, mentions, claims = list[str](), list(found.mentions[:0]), list(found.claims[:0])
    for number in range(words // len(text.split()) + 1):
        shift = number * (len(text) + 1)
        copies.append(re.sub(r"\b[a-z]{5,}\b", lambda match: _spoilt(match.group(), rng), text))
        mentions += [
            replace(one, id=f"{one.id}-{number}", start=one.start + shift, end=one.end + shift)
            for one in found.mentions
        ]
        claims += [_moved(claim, number, shift) for claim in found.claims]
    of_actor: defaultdict[str | None, list[str]] = defaultdict(list)
    for mention in mentions:
        of_actor[mention.actor].append(mention.id)
    actors = [replace(actor, mentions=tuple(of_actor[actor.id])) for actor in found.actors]
    return from_text("\n".join(copies), "long.txt"), Analysis(tuple(mentions), tuple(actors), tuple(claims))


def _spoilt(word: str, rng: random.Random) -> str:
    return "".join(rng.sample(word, len(word))) if rng.random() < 0.4 else word


def _moved(claim: Claim, number: int, shift: int) -> Claim:
    source = claim.source
    return replace(
        claim,
        id=f"{claim.id}-{number}",
        source=Party(source.start + shift, source.end + shift, source.actor) if source else None,
        cue=Span(claim.cue.start + shift, claim.cue.end + shift) if claim.cue else None,
        content=tuple(Span(one.start + shift, one.end + shift) for one in claim.content),
    )


def main() -> None:
    """Print medians, 95th and 99th percentiles in milliseconds."""
    rows: Rows = defaultdict(list)
    for _ in range(ROUNDS):
        _echo(rows)
        _empty(rows)
        for words in SIZES:
            _reader(rows, words)
    for title, values in rows.items():
        print(row(title, values))


def _echo(rows: Rows) -> None:
    terminal = Terminal([sys.executable, "-c", ECHO], {})
    terminal.settle(1)
    for _ in range(IDLE_KEYS):
        _last(rows["the machine: a key sent back"], terminal.answers[terminal.key("x")])
    terminal.end()


def _empty(rows: Rows) -> None:
    terminal = Terminal([sys.executable, "-c", EMPTY], {})
    terminal.settle(2)
    for _ in range(IDLE_KEYS):
        _last(rows["empty Textual app: to its letter"], terminal.answers[terminal.key("x")])
    terminal.end()


def _reader(rows: Rows, words: int) -> None:
    with tempfile.TemporaryDirectory() as kept:
        places = {name: f"{kept}/{name}" for name in ("NEWSCAST_CACHE", "NEWSCAST_CONFIG", "NEWSCAST_DATA")}
        terminal = Terminal([sys.executable, "-m", __spec__.name, str(words)], places | PACE)
        terminal.settle(2 + words / 50_000)
        for number in range(IDLE_KEYS):
            answer = terminal.answers[terminal.key("j" if number // 20 % 2 == 0 else "k")]
            _last(rows[f"{words:7} words, idle: to the last of it"], answer)
        terminal.key("s", 1)
        terminal.key("x", 2)
        slow, quick = _typed(terminal, 0.15), _typed(terminal, 0.03)
        terminal.end()
    for number, _ in slow:
        _last(rows[f"{words:7} words, box: to the last of it"], terminal.answers[number])
    _letters(rows[f"{words:7} words, box: to its letter"], terminal, slow)
    _letters(rows[f"{words:7} words, box, 30 ms a key: to its letter"], terminal, quick)


def _typed(terminal: Terminal, every: float) -> list[tuple[int, str]]:
    """Type the queries, a letter each so many seconds. The keys' numbers, and what the box holds after each."""
    typed = []
    for query in QUERIES:
        terminal.key(CLEAR, 0.3)
        typed += [(terminal.key(letter, every), query[: at + 1]) for at, letter in enumerate(query)]
    return typed


def _letters(times: list[float], terminal: Terminal, typed: list[tuple[int, str]]) -> None:
    """When each letter was to be seen in the box; it may have come while a later key was heard."""
    keys = dict(typed)
    waiting: list[tuple[int, str]] = []
    begun = -1
    passed: dict[int, float] = {}

    def see(number: int, when: float, lines: list[str]) -> None:
        nonlocal begun
        while begun < number:
            begun += 1
            if begun in keys:
                waiting.append((begun, keys[begun]))
        box = lines[4][60:]
        for one in [one for one in waiting if one[1] in box]:
            waiting.remove(one)
            times.append(when + sum(passed.get(later, 0.0) for later in range(one[0], number)))

    passed.update({number: answer.lasted for number, answer in enumerate(terminal.answers)})
    terminal.screens(see)


def _last(times: list[float], answer: Answer) -> None:
    if (when := last_drawn(answer)) is not None:
        times.append(when)


def _run(words: int) -> None:
    """The reader with a long article whose analysis is known."""
    from tui import garbage
    from tui.app import NewscastApp

    # As the command does it.
    garbage.suspend()
    article, analysis = long_article(words)
    NewscastApp([article], analyser=FakeAnalyser(analysis)).run()


if __name__ == "__main__":
    _run(int(sys.argv[1]))
