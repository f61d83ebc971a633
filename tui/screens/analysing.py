"""What is known so far of each opened article: its analysis, or why there is none."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from tui.analysis.model import Analysis
from tui.articles.article import Article
from tui.widgets.cast import Cast

if TYPE_CHECKING:
    from tui.corrections.desk import Desk


class Step(Protocol):
    """A step of the analysis, as `tui.analysis.client.Progress` is."""

    @property
    def stage(self) -> str: ...
    @property
    def fraction(self) -> float | None: ...
    @property
    def part(self) -> Analysis | None: ...


class Analyser(Protocol):
    """What analyses articles in another process, as `tui.analysis.client.AnalysisClient` does."""

    async def analyse(self, article: Article, on_progress: Callable[[Step], None], near: int = 0) -> Analysis: ...

    def close(self) -> None: ...


class Analyses:
    """One article is analysed at a time; each once, however often the reader comes back to it."""

    def __init__(self, articles: Sequence[Article], analyser: Analyser | None) -> None:
        self.articles = articles
        self.casts: dict[int, Cast] = {}
        self.desks: dict[int, Desk] = {}
        self.state: dict[int, str] = {}
        self.failed: set[int] = set()
        self.running: set[int] = set()
        self._stopped: set[int] = set()
        self._analyser = analyser
        self._asked: set[int] = set()
        self._turn = asyncio.Lock()

    def needed(self, number: int) -> bool:
        """Whether an article is still to be analysed. Says yes once."""
        if self._analyser is None or number in self._asked:
            return False
        self._asked.add(number)
        return True

    def stopped(self, number: int) -> bool:
        """Whether the analysis of an article was stopped before its end."""
        return number in self._stopped

    async def run(self, number: int, near: int, changed: Callable[[int], None]) -> None:
        """Analyse an article, beginning near an offset, and say so whenever something new is known."""
        # The client and all that it imports are wanted only when the text is already on the screen.
        from tui.analysis.client import AnalysisFailed

        assert self._analyser is not None
        article = self.articles[number]

        def progressed(step: Step) -> None:
            fraction = "" if step.fraction is None else f" {step.fraction:.0%}"
            self.state[number] = f"{step.stage[:1].upper()}{step.stage[1:]}…{fraction}"
            if step.part is not None:
                self._part_arrived(number, step.part)
            changed(number)

        self._stopped.discard(number)
        self.running.add(number)
        self.state[number] = "Looking for names and claims…"
        changed(number)
        try:
            async with self._turn:
                analysis = await self._analyser.analyse(article, progressed, near)
        except AnalysisFailed as failure:
            self.failed.add(number)
            self.state[number] = f"No names and claims: {failure}"
        except asyncio.CancelledError:
            self._stopped.add(number)
            so_far = "; what was found so far stays" if number in self.casts else ""
            self.state[number] = f"The analysis is stopped{so_far}"
            raise
        else:
            self._arrived(number, analysis)
        finally:
            self.running.discard(number)
            changed(number)

    def _part_arrived(self, number: int, analysis: Analysis) -> None:
        """A part of a long article is analysed. It cannot be corrected yet, but shows what was corrected before."""
        from tui.corrections.desk import Desk

        with suppress(OSError):
            analysis = Desk(self.articles[number], analysis).analysis
        self.casts[number] = Cast(self.articles[number], analysis, whole=False)

    def _arrived(self, number: int, analysis: Analysis) -> None:
        """An analysis is there: what the reader has corrected in this text goes for it too."""
        from tui.corrections.desk import Desk

        try:
            self.desks[number] = Desk(self.articles[number], analysis)
        except OSError as error:
            self.casts[number] = Cast(self.articles[number], analysis)
            self.state[number] = f"Your corrections cannot be read ({error.strerror}): {error.filename}"
        else:
            self.corrected(number)

    def corrected(self, number: int) -> None:
        """Take over what the corrections of an article make of it."""
        desk = self.desks[number]
        self.casts[number] = Cast(self.articles[number], desk.analysis)
        self.state[number] = summary(desk.analysis)
        if misfits := len(desk.corrected.misfits) + len(desk.unreadable):
            self.state[number] += f" · {_count(misfits, 'correction')} kept that no longer " + (
                "fits" if misfits == 1 else "fit"
            )


def summary(analysis: Analysis) -> str:
    """What was found, in a few words."""
    parts = [_count(len(analysis.actors), "actor"), _count(len(analysis.claims), "claim")]
    if analysis.disputes:
        parts.append(_count(len(analysis.disputes), "dispute"))
    return ", ".join(parts)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
