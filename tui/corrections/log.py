"""The log of an article's corrections: a readable file that is only ever appended to.

A line is a JSON object: {"do": ...} as `model.to_json` makes it, {"undo": true} or {"redo": true}, with the time
under "when". A line that cannot be read stays where it is and is told.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui.appending import append
from tui.articles.article import Article
from tui.config import data_folder
from tui.corrections.model import Correction, Ledger, from_json, to_json


@dataclass(frozen=True, slots=True)
class Replay:
    """What a log says: the corrections, and the numbers of the lines that cannot be read."""

    ledger: Ledger
    unreadable: tuple[int, ...] = ()


class CorrectionLog:
    """One file an article, named by the article's id, which is a digest of its text."""

    def __init__(self, article: Article, folder: Path | None = None) -> None:
        self._article = article
        self.path = (folder or data_folder() / "corrections") / f"{article.id}.jsonl"

    def replay(self) -> Replay:
        """The corrections as the log tells them. Raises OSError when it exists and cannot be read."""
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return Replay(Ledger())
        return replay(lines)

    def do(self, correction: Correction) -> None:
        """Log a correction."""
        self._append(to_json(correction))

    def undo(self) -> None:
        """Log that the last correction is undone."""
        self._append({"undo": True})

    def redo(self) -> None:
        """Log that the last undone correction is done again."""
        self._append({"redo": True})

    def _append(self, entry: dict[str, Any]) -> None:
        """Write a line to the disk itself before anything is shown of it. Raises OSError."""
        entry |= {"when": datetime.now(UTC).isoformat(timespec="seconds")}
        head = {"article": self._article.title or self._article.source, "corrections": 1}
        append(self.path, json.dumps(entry, ensure_ascii=False), json.dumps(head, ensure_ascii=False))


def replay(lines: list[str]) -> Replay:
    """The corrections told by the lines of a log."""
    ledger, unreadable = Ledger(), []
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
            if "do" in entry:
                ledger = ledger.do(from_json(entry))
            elif entry.get("undo"):
                ledger = ledger.undo()
            elif entry.get("redo"):
                ledger = ledger.redo()
        except (ValueError, KeyError, TypeError, AttributeError):
            if line.strip():
                unreadable.append(number)
    return Replay(ledger, tuple(unreadable))
