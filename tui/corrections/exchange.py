"""Corrections for other programs and other people: one JSON object a line, and back into an article's log."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui.articles.article import Article
from tui.corrections.log import CorrectionLog
from tui.corrections.model import from_json, to_json


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of lines that were applied: how many were taken, and what was wrong with the others."""

    number: int
    refused: tuple[str, ...]


def exported(article: Article) -> Iterator[str]:
    """The corrections of an article that hold, undone ones left out. Raises OSError."""
    for correction in CorrectionLog(article).replay().ledger.done:
        yield json.dumps(to_json(correction), ensure_ascii=False)


def take(article: Article, lines: Iterable[str]) -> Taken:
    """Add corrections to an article's log; those it has already are not added twice. Raises OSError."""
    log = CorrectionLog(article)
    known = set(log.replay().ledger.done)
    number, refused = 0, []
    for at, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            correction = from_json(json.loads(line))
        except (ValueError, KeyError, TypeError):
            refused.append(f"line {at} is no correction")
            continue
        places = (*correction.at, *correction.into)
        if any(article.text[place.start : place.end] != place.text for place in places):
            refused.append(f"line {at}: “{correction.words}” does not stand there in this text")
        elif correction not in known:
            log.do(correction)
            known.add(correction)
            number += 1
    return Taken(number, tuple(refused))
