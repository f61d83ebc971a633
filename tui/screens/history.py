"""Where the reader came from, apart from any widget."""

from dataclasses import dataclass

from tui.analysis.model import Span


@dataclass(frozen=True, slots=True)
class Visit:
    """A view of an article: which one, the offset of the first visible row, the current place."""

    article: int
    top: int
    place: Span | None


class History:
    """A stack of visits, the last one first. Going to the same view twice leaves one trace."""

    def __init__(self, limit: int = 500) -> None:
        self._visits: list[Visit] = []
        self._limit = limit

    def __bool__(self) -> bool:
        return bool(self._visits)

    def leave(self, visit: Visit) -> None:
        """Remember a view before going elsewhere."""
        if not self._visits or self._visits[-1] != visit:
            self._visits.append(visit)
            del self._visits[: -self._limit]

    def back(self) -> Visit | None:
        """Take the last view off the stack."""
        return self._visits.pop() if self._visits else None
