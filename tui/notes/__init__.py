"""Places that a person marks in an article, with or without a note, kept in a readable log."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.analysis.model import Span
from tui.appending import append
from tui.articles.article import Article
from tui.config import data_folder


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch and what is noted about it."""

    place: Span
    note: str = ""


class Marks:
    """One file an article, named by the article's id, which is a digest of its text; only ever appended to."""

    def __init__(self, article: Article, folder: Path | None = None) -> None:
        self._article = article
        self.path = (folder or data_folder() / "notes") / f"{article.id}.jsonl"

    def all(self) -> tuple[Mark, ...]:
        """The marks in the order of the text. Raises OSError when the file cannot be read."""
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return ()
        held: dict[Span, Mark] = {}
        for line in lines:
            try:
                entry = json.loads(line)
                place = Span(int(entry["start"]), int(entry["end"]))
                held[place] = Mark(place, str(entry["note"]))
                if entry.get("removed"):
                    del held[place]
            except (ValueError, KeyError, TypeError):
                # The head, or a line that was cut off.
                continue
        return tuple(sorted(held.values(), key=lambda mark: mark.place))

    def add(self, mark: Mark) -> None:
        """Keep a mark; one at the same place is replaced. Raises OSError."""
        self._append(to_json(self._article, mark))

    def remove(self, mark: Mark) -> None:
        """Take a mark away. Raises OSError."""
        self._append({**to_json(self._article, mark), "removed": True})

    def _append(self, entry: dict[str, Any]) -> None:
        head = {"article": self._article.title or self._article.source, "notes": 1}
        append(self.path, json.dumps(entry, ensure_ascii=False), json.dumps(head, ensure_ascii=False))


def to_json(article: Article, mark: Mark) -> dict[str, Any]:
    """A mark with its offsets and its quote."""
    start, end = mark.place.start, mark.place.end
    return {"start": start, "end": end, "quote": article.text[start:end], "note": mark.note}
