"""The search box with an article of 10,000 words: from a key to its results on the screen, and to an idle key's frame.

Run in a process of its own, by turns with an idle reader: the frame of a key that moves the article by a line.
"""

import asyncio
import random
import re
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace

from textual.message import Message

from tests.pilot.stage import FakeAnalyser
from tests.search import sample
from tui.analysis.model import Analysis, Claim, Party, Span
from tui.app import NewscastApp
from tui.articles import Article, from_text
from tui.screens.reader import ReaderScreen
from tui.widgets.references import ReferencesPanel

WORDS = 10_000
QUERIES = (
    "taliban", "qala naw", "zareef", "shaheen suhail", "military officials in kabul", "by:shams", "type:place af",
    '"tactical retreat"', "u.s.", "the city -bbc",
)  # fmt: skip
ROUNDS = 3


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
    actors = [
        replace(actor, mentions=tuple(one.id for one in mentions if one.actor == actor.id)) for actor in found.actors
    ]
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
    """Print medians, 99th percentiles and their ratios to an idle key."""
    for words in (1_000, WORDS, 10 * WORDS):
        taken = asyncio.run(_measure(words))
        idle, box = taken["idle"], taken["box"]
        print(
            f"{words:6} words  key to results: median {_quantile(box, 0.5):5.1f} ms  p99 {_quantile(box, 0.99):5.1f} ms"
            f"   to its letter: p99 {_quantile(taken['letter'], 0.99):5.1f} ms"
            f"   idle key: median {_quantile(idle, 0.5):5.1f} ms  p99 {_quantile(idle, 0.99):5.1f} ms"
            f"   ratio of medians {_quantile(box, 0.5) / _quantile(idle, 0.5):.1f}"
        )


async def _measure(words: int) -> dict[str, list[float]]:
    article, analysis = long_article(words)
    app = NewscastApp([article], analyser=FakeAnalyser(analysis))
    app.animation_level = "none"
    searched = asyncio.Event()

    def heard(message: Message) -> None:
        if isinstance(message, ReferencesPanel.Searched):
            searched.set()

    taken: dict[str, list[float]] = {"idle": [], "letter": [], "box": []}
    async with app.run_test(size=(120, 40), message_hook=heard) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen_stack[0]
        assert isinstance(screen, ReaderScreen)
        for number in range(200):
            await _time(taken["idle"], screen, _step(screen, number))
        await pilot.press("s", "x")
        await app.workers.wait_for_complete()
        for query in QUERIES * ROUNDS:
            screen.references.box.value = ""
            await pilot.pause()
            for letter in query:
                await _letter(taken, screen, letter, searched)
    return taken


def _step(screen: ReaderScreen, number: int) -> Callable[[], Awaitable[None]]:
    async def step() -> None:
        screen.pane.action_scroll_rows(1 if number // 20 % 2 == 0 else -1)

    return step


async def _letter(taken: dict[str, list[float]], screen: ReaderScreen, letter: str, searched: asyncio.Event) -> None:
    searched.clear()
    start = time.perf_counter()
    screen.references.box.insert_text_at_cursor(letter)
    await _frame(screen)
    taken["letter"].append(1e3 * (time.perf_counter() - start))
    if not letter.isspace():
        await searched.wait()
        await _frame(screen)
        taken["box"].append(1e3 * (time.perf_counter() - start))
    await asyncio.sleep(0.03)


async def _time(times: list[float], screen: ReaderScreen, do: Callable[[], Awaitable[None]]) -> None:
    start = time.perf_counter()
    await do()
    await _frame(screen)
    times.append(1e3 * (time.perf_counter() - start))
    await asyncio.sleep(0.005)


async def _frame(screen: ReaderScreen) -> None:
    done = asyncio.Event()
    screen.call_after_refresh(done.set)
    await done.wait()


def _quantile(values: list[float], share: float) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]
