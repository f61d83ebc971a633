"""What a reader leaves as it is: the place in each article, and how the screen is set.

Small files that may be lost without harm: what cannot be read is as if it were not there, what cannot be written is
not kept.
"""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tui.analysis.model import Span
from tui.articles.article import Article
from tui.config import data_folder

_ARTICLES = 2000


@dataclass(frozen=True, slots=True)
class Left:
    """Where a reader left an article: the offset of the first visible row, and the current place."""

    top: int
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class Setup:
    """How the screen is set: the side pane's columns, what is hidden and shown, and whether the hint was read."""

    side: int | None = None
    side_hidden: bool = False
    hidden: tuple[str, ...] | None = None
    claims_shown: bool = False
    hinted: bool = False


def left(article: Article) -> Left | None:
    """Where an article with this text was left, when it was."""
    data = _read(_place_file(article))
    length = len(article.text)
    top, start, end = (data.get(name) for name in ("top", "start", "end"))
    if not isinstance(top, int) or not 0 <= top <= length:
        return None
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length:
        return Left(top, Span(start, end))
    return Left(top)


def leave(article: Article, where: Left) -> None:
    """Keep where an article is left."""
    path = _place_file(article)
    place = {} if where.place is None else {"start": where.place.start, "end": where.place.end}
    _write(path, {"article": article.title or article.source, "top": where.top, **place})
    with suppress(OSError):
        _prune(path.parent)


def setup() -> Setup:
    """How the screen was set last."""
    data = _read(_setup_file())
    side, hidden = data.get("side"), data.get("hidden")
    return Setup(
        side if isinstance(side, int) and side > 0 else None,
        data.get("side_hidden") is True,
        tuple(map(str, hidden)) if isinstance(hidden, list) else None,
        data.get("claims_shown") is True,
        data.get("hinted") is True,
    )


def keep(how: Setup) -> None:
    """Keep how the screen is set."""
    _write(_setup_file(), asdict(how))


def _place_file(article: Article) -> Path:
    return data_folder() / "places" / f"{article.id}.json"


def _setup_file() -> Path:
    return data_folder() / "screen.json"


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _write(path: Path, data: dict[str, Any]) -> None:
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # A process killed meanwhile leaves the old file or the new one, never half.
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False)
        Path(name).replace(path)


def _prune(folder: Path) -> None:
    files = list(folder.glob("*.json"))
    if len(files) > _ARTICLES:
        files.sort(key=lambda path: path.stat().st_mtime)
        for path in files[: len(files) - _ARTICLES]:
            path.unlink(missing_ok=True)
