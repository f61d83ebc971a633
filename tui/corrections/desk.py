"""The corrections of one article at work: what holds, what it makes of the analysis, undo and redo."""

from tui.analysis.model import Analysis
from tui.articles.article import Article
from tui.corrections.applying import Corrected, apply, apply_all, changed
from tui.corrections.log import CorrectionLog
from tui.corrections.model import Correction, Ledger


class Desk:
    """Corrections are logged first and shown then, so that what was seen is never lost."""

    def __init__(self, article: Article, analysis: Analysis, log: CorrectionLog | None = None) -> None:
        self._article = article
        self._found = analysis
        self._log = log or CorrectionLog(article)
        told = self._log.replay()
        self.ledger: Ledger = told.ledger
        self.unreadable = told.unreadable
        self.corrected: Corrected = self._applied()

    @property
    def analysis(self) -> Analysis:
        """The analysis as it is corrected."""
        return self.corrected.analysis

    def preview(self, correction: Correction) -> str:
        """What a correction would change, in a few words. Raises DoesNotFit."""
        mentions, claims = changed(self.analysis, apply(self._article.text, self.analysis, correction))
        parts = [_count(number, word) for number, word in ((mentions, "mention"), (claims, "claim")) if number]
        return ", ".join(parts) or "changes nothing"

    def do(self, correction: Correction) -> Correction:
        """Correct, and say how. Raises DoesNotFit, or OSError when it cannot be kept; then nothing has changed."""
        apply(self._article.text, self.analysis, correction)
        self._log.do(correction)
        self.ledger = self.ledger.do(correction)
        self.corrected = self._applied()
        return correction

    def undo(self) -> Correction | None:
        """Undo the last correction and say which; None when there is none. Raises OSError."""
        if not self.ledger.done:
            return None
        self._log.undo()
        undone = self.ledger.done[-1]
        self.ledger = self.ledger.undo()
        self.corrected = self._applied()
        return undone

    def redo(self) -> Correction | None:
        """Do the last undone correction again and say which; None when there is none. Raises OSError."""
        if not self.ledger.undone:
            return None
        self._log.redo()
        redone = self.ledger.undone[-1]
        self.ledger = self.ledger.redo()
        self.corrected = self._applied()
        return redone

    def _applied(self) -> Corrected:
        return apply_all(self._article.text, self._found, self.ledger.done)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
