"""What a search in an article answers with."""

from dataclasses import dataclass
from typing import Literal

from tui.analysis.model import Span

ResultKind = Literal["actor", "claim", "mention", "passage"]


@dataclass(frozen=True, slots=True)
class Result:
    """A place in the article, why it is shown, and one clean line to show for it.

    `matched` are the spans to mark, within start and end; `actor` and `claim` are ids when it stands for one.
    """

    kind: ResultKind
    start: int
    end: int
    title: str
    score: float
    reason: str
    actor: str | None = None
    claim: str | None = None
    matched: tuple[Span, ...] = ()
