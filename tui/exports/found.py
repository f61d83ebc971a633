"""What a search found in an article, for the shell: a line for a person, an object for a program."""

import json
from collections.abc import Iterator

from tui.analysis.model import Analysis
from tui.articles import Article
from tui.search.results import Answer, Result
from tui.text import clean_line


def text_lines(article: Article, analysis: Analysis, answer: Answer) -> Iterator[str]:
    """`FILE:LINE: kind: what (why)`, a line for each result; the lines are those of `article.text`."""
    for result in answer:
        line = article.text.count("\n", 0, result.start) + 1
        yield f"{clean_line(article.source)}:{line}: {result.kind}: {clean_line(result.title)} ({result.reason})"


def json_lines(article: Article, analysis: Analysis, answer: Answer) -> Iterator[str]:
    """One JSON object for each result; offsets are code points of `article.text`, end exclusive."""
    names = {actor.id: actor.name for actor in analysis.actors}
    for result in answer:
        yield json.dumps(_to_json(article, names, result), ensure_ascii=False)


def _to_json(article: Article, names: dict[str, str], result: Result) -> dict[str, object]:
    text = article.text
    return {
        "source": article.source,
        "kind": result.kind,
        "start": result.start,
        "end": result.end,
        "text": text[result.start : result.end],
        "title": result.title,
        "score": round(result.score, 2),
        "reason": result.reason,
        "matched": [{"start": one.start, "end": one.end, "text": text[one.start : one.end]} for one in result.matched],
        "actor": {"id": result.actor, "name": names[result.actor]} if result.actor in names else None,
        "claim": result.claim,
    }
