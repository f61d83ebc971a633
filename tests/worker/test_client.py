"""The reader's side of the worker: the cache, a crash, cancellation, closing."""

import asyncio
import gc
import sys
import warnings
from pathlib import Path

import pytest

from tui.analysis.cache import AnalysisCache
from tui.analysis.client import AnalysisClient, AnalysisFailed, Progress
from tui.analysis.model import Actor, Analysis, Claim, Mention, Party, Span
from tui.articles import Article, from_text

ANALYSIS = Analysis(
    mentions=(Mention("m1", 0, 10, "PERSON", "name", "a1"),),
    actors=(Actor("a1", "Odile Tarn", "PERSON", (), ("mayor",), ("m1",)),),
    claims=(
        Claim(
            "c1",
            Party(0, 10, "a1"),
            Span(11, 15),
            (Span(16, 27),),
            "indirect",
            "asserted",
            None,
            None,
            "clause",
        ),
    ),
)


@pytest.fixture
def article() -> Article:
    return from_text("Odile Tarn said it rained. Nobody in Brackwater was surprised.", "rain.txt")


def no_progress(progress: Progress) -> None:
    pass


async def test_the_worker_answers_and_tells_its_progress(article: Article) -> None:
    stages: list[str] = []
    client = AnalysisClient()
    analysis = await client.analyse(article, lambda progress: stages.append(progress.stage))
    client.close()
    assert any("Tarn" in actor.name for actor in analysis.actors)
    assert len(stages) >= 3


async def test_an_article_seen_before_starts_no_worker(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    AnalysisCache().put(article, ANALYSIS)

    async def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("a worker was started")

    monkeypatch.setattr(AnalysisClient, "_start", refuse)
    assert await AnalysisClient().analyse(article, no_progress) == ANALYSIS


async def test_a_worker_that_dies_is_told_and_the_next_question_starts_another(
    article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = tmp_path / "python"
    once.write_text(f'#!/bin/sh\nif mkdir "{tmp_path}/died"; then exit 7; fi\nexec "{sys.executable}" "$@"\n')
    once.chmod(0o755)
    monkeypatch.setattr("tui.analysis.client.sys.executable", str(once))
    client = AnalysisClient()
    with pytest.raises(AnalysisFailed, match="exit code 7"):
        await client.analyse(article, no_progress)
    assert (await client.analyse(article, no_progress)).actors
    client.close()


async def test_an_unknown_pipeline_is_a_failure_in_words(article: Article) -> None:
    with pytest.raises(AnalysisFailed, match="en_no_such"):
        await AnalysisClient("en_no_such").analyse(article, no_progress)


async def test_closing_kills_the_worker_at_once(article: Article) -> None:
    started = asyncio.Event()
    client = AnalysisClient()
    task = asyncio.create_task(client.analyse(article, lambda progress: started.set()))
    await started.wait()
    await asyncio.sleep(0.05)
    worker = client._worker
    client.close()
    with pytest.raises(AnalysisFailed):
        await task
    assert worker is not None
    assert await worker.ended < 0


def test_closing_leaves_no_transport_open_when_the_loop_ends_at_once(article: Article) -> None:
    """One that is left open fails when it is collected, in whichever test that happens to be."""

    async def closed_while_it_works() -> None:
        started = asyncio.Event()
        client = AnalysisClient()
        task = asyncio.create_task(client.analyse(article, lambda progress: started.set()))
        await started.wait()
        await asyncio.sleep(0.05)
        client.close()
        task.cancel()

    # A worker that is killed but not yet reaped is told as running; the operating system takes care of it.
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        asyncio.run(closed_while_it_works())
        gc.collect()
    assert not [str(warning.message) for warning in caught if "transport" in str(warning.message)]


def test_another_pipeline_has_other_results(article: Article, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "meta.json").write_text("{}")
    AnalysisCache().put(article, ANALYSIS)
    assert AnalysisCache().get(article) == ANALYSIS
    assert AnalysisCache(str(other)).get(article) is None


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"mentions": [{}]}'])
def test_a_damaged_cache_file_is_as_if_it_were_not_there(article: Article, own_cache: Path, damage: str) -> None:
    cache = AnalysisCache()
    cache.put(article, ANALYSIS)
    (file,) = (own_cache / "analyses").glob("*.json")
    file.write_text(damage)
    assert cache.get(article) is None


def test_a_cache_that_cannot_be_written_does_not_stand_in_the_way(article: Article, tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    cache = AnalysisCache(folder=blocker / "analyses")
    cache.put(article, ANALYSIS)
    assert cache.get(article) is None
