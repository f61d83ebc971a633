"""What is known so far of each opened article: its analysis, or why there is none."""

import asyncio
from collections.abc import Callable, Sequence
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


class Analyser(Protocol):
    """What analyses articles in another process, as `tui.analysis.client.AnalysisClient` does."""

    async def analyse(self, article: Article, on_progress: Callable[[Step], None]) -> Analysis: ...

    def close(self) -> None: ...


class Analyses:
    """One article is analysed at a time; each once, however often the reader comes back to it."""

    def __init__(self, articles: Sequence[Article], analyser: Analyser | None) -> None:
        self.articles = articles
        self.casts: dict[int, Cast] = {}
        self.desks: dict[int, Desk] = {}
        self.state: dict[int, str] = {}
        self.failed: set[int] = set()
        self._analyser = analyser
        self._asked: set[int] = set()
        self._turn = asyncio.Lock()

    def needed(self, number: int) -> bool:
        """Whether an article is still to be analysed. Says yes once."""
        if self._analyser is None or number in self._asked:
            return False
        self._asked.add(number)
        return True

    async def run(self, number: int, changed: Callable[[int], None]) -> None:
        """Analyse an article and say so whenever something new is known."""
        # The client and all that it imports are wanted only when the text is already on the screen.
        from tui.analysis.client import AnalysisFailed

        assert self._analyser is not None

        def progressed(step: Step) -> None:
            fraction = "" if step.fraction is None else f" {step.fraction:.0%}"
            self.state[number] = f"{step.stage[:1].upper()}{step.stage[1:]}…{fraction}"
            changed(number)

        async with self._turn:
            article = self.articles[number]
            try:
                analysis = await self._analyser.analyse(article, progressed)
            except AnalysisFailed as failure:
                self.failed.add(number)
                self.state[number] = f"No names and claims: {failure}"
            else:
                self._arrived(number, analysis)
            changed(number)

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
