"""The reader's side of the worker: ask for an analysis, hear how far it is, and stop it at once."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from tui.analysis.cache import AnalysisCache
from tui.analysis.identity import PipelineError
from tui.analysis.model import Analysis
from tui.analysis.schema import analysis_from_json
from tui.articles.article import Article

# A line of the worker is a whole analysis: a book's may be large.
_LINE_LIMIT = 1 << 30


@dataclass(frozen=True, slots=True)
class Progress:
    """What the worker is doing, in words, how much is done (0 to 1) and what is found so far, when that is known."""

    stage: str
    fraction: float | None = None
    part: Analysis | None = None


class AnalysisFailed(Exception):
    """The analysis did not come; the message says why in one line. The article stays readable."""


class AnalysisClient:
    """Analyses for one reader: from the cache when the article was seen before, else from one worker."""

    def __init__(self, pipeline: str | None = None) -> None:
        self._pipeline = pipeline
        self._cache: AnalysisCache | None = None
        self._worker: _Worker | None = None
        self._turn = asyncio.Lock()

    async def analyse(self, article: Article, on_progress: Callable[[Progress], None], near: int = 0) -> Analysis:
        """The analysis of an article; what stands near an offset is found first, and told, when the text is long.

        Raises AnalysisFailed; the next call starts a dead worker anew.
        """
        try:
            self._cache = self._cache or AnalysisCache(self._pipeline)
        except PipelineError as error:
            raise AnalysisFailed(str(error)) from None
        if (known := self._cache.get(article)) is not None:
            return known
        try:
            async with self._turn:
                analysis = await self._ask(article, on_progress, near)
        except BaseException:
            # Also on cancellation: a worker that still answers this question must not answer the next one.
            self.close()
            raise
        self._cache.put(article, analysis)
        return analysis

    def close(self) -> None:
        """Kill the worker without waiting for it."""
        if self._worker is not None:
            self._worker.close()
        self._worker = None

    async def _ask(self, article: Article, on_progress: Callable[[Progress], None], near: int) -> Analysis:
        worker = self._worker = self._worker or await self._start(on_progress)
        worker.ask({"text": article.text, "source": article.source, "near": near})
        while line := await worker.answers.readline():
            answer: dict[str, Any] = json.loads(line)
            if "analysis" in answer:
                return analysis_from_json(answer["analysis"])
            if "error" in answer:
                raise AnalysisFailed(answer["error"])
            part = answer.get("part")
            on_progress(Progress(answer["stage"], answer.get("fraction"), analysis_from_json(part) if part else None))
        code = await worker.ended
        raise AnalysisFailed(f"the analysis stopped unexpectedly (exit code {code}); the article can still be read")

    async def _start(self, on_progress: Callable[[Progress], None]) -> "_Worker":
        on_progress(Progress("starting the analysis"))
        arguments = [self._pipeline] if self._pipeline else []
        _, worker = await asyncio.get_running_loop().subprocess_exec(
            _Worker, sys.executable, "-m", "tui.analysis.worker", *arguments,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        return worker


class _Worker(asyncio.SubprocessProtocol):
    """The worker's process. Its transport is ours to close: one that nobody closes outlives its loop."""

    def __init__(self) -> None:
        self.answers = asyncio.StreamReader(_LINE_LIMIT)
        self.ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._transport: asyncio.SubprocessTransport | None = None

    def ask(self, request: dict[str, Any]) -> None:
        """Send a request. A worker that is gone is noticed by the end of its answers."""
        assert self._transport is not None
        if (pipe := self._transport.get_pipe_transport(0)) is not None:
            cast(asyncio.WriteTransport, pipe).write(json.dumps(request).encode() + b"\n")

    def close(self) -> None:
        """Kill the process and let go of its pipes."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.SubprocessTransport, transport)

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        self.answers.feed_data(data)

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:
        if fd == 1:
            self.answers.feed_eof()

    def process_exited(self) -> None:
        if self._transport is not None and not self.ended.done():
            self.ended.set_result(self._transport.get_returncode() or 0)
