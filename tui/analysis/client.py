"""The reader's side of the worker: ask for an analysis, hear how far it is, and stop it at once."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tui.analysis.cache import AnalysisCache
from tui.analysis.identity import PipelineError
from tui.analysis.model import Analysis
from tui.analysis.schema import analysis_from_json
from tui.articles.article import Article

# A line of the worker is a whole analysis: a book's may be large.
_LINE_LIMIT = 1 << 30


@dataclass(frozen=True, slots=True)
class Progress:
    """What the worker is doing, in words, and how much is done (0 to 1) when that is known."""

    stage: str
    fraction: float | None = None


class AnalysisFailed(Exception):
    """The analysis did not come; the message says why in one line. The article stays readable."""


class AnalysisClient:
    """Analyses for one reader: from the cache when the article was seen before, else from one worker."""

    def __init__(self, pipeline: str | None = None) -> None:
        self._pipeline = pipeline
        self._cache: AnalysisCache | None = None
        self._process: Process | None = None
        self._turn = asyncio.Lock()

    async def analyse(self, article: Article, on_progress: Callable[[Progress], None]) -> Analysis:
        """The analysis of an article. Raises AnalysisFailed; the next call starts a dead worker anew."""
        try:
            self._cache = self._cache or AnalysisCache(self._pipeline)
        except PipelineError as error:
            raise AnalysisFailed(str(error)) from None
        if (known := self._cache.get(article)) is not None:
            return known
        try:
            async with self._turn:
                analysis = await self._ask(article, on_progress)
        except BaseException:
            # Also on cancellation: a worker that still answers this question must not answer the next one.
            self.close()
            raise
        self._cache.put(article, analysis)
        return analysis

    def close(self) -> None:
        """Kill the worker without waiting for it."""
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
        self._process = None

    async def _ask(self, article: Article, on_progress: Callable[[Progress], None]) -> Analysis:
        process = self._process = self._process or await self._start(on_progress)
        assert process.stdin is not None
        assert process.stdout is not None
        request = json.dumps({"text": article.text, "source": article.source})
        with suppress(ConnectionError):
            process.stdin.write(request.encode() + b"\n")
            await process.stdin.drain()
        while line := await process.stdout.readline():
            answer: dict[str, Any] = json.loads(line)
            if "analysis" in answer:
                return analysis_from_json(answer["analysis"])
            if "error" in answer:
                raise AnalysisFailed(answer["error"])
            on_progress(Progress(answer["stage"]))
        code = await process.wait()
        raise AnalysisFailed(f"the analysis stopped unexpectedly (exit code {code}); the article can still be read")

    async def _start(self, on_progress: Callable[[Progress], None]) -> Process:
        on_progress(Progress("starting the analysis"))
        arguments = [self._pipeline] if self._pipeline else []
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tui.analysis.worker", *arguments,
            stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=_LINE_LIMIT, start_new_session=True,
        )  # fmt: skip
