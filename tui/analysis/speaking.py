"""Who speaks, and whose quoted words are where: within them "he" and "she" are others than the one who speaks."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from tui.analysis.drafts import Draft
from tui.analysis.quotes import Marks
from tui.analysis.words import Word


class Speaking:
    """The speakers of the quotations of an article, by place."""

    def __init__(self, drafts: list[Draft], marks: Marks) -> None:
        self._marks = marks
        self._said: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self._told: dict[int, Word] = {}
        for draft in drafts:
            if draft.source_head is not None and draft.addressee_head is not None:
                self._told[draft.addressee_head.i] = draft.source_head
            if draft.source_head is not None:
                self._said[draft.source_head.i] += [(piece.start, piece.end) for piece in draft.pieces]
        self._pieces = sorted(
            (
                (piece.start, piece.end, draft)
                for draft in drafts
                if draft.source_head is not None
                for piece in draft.pieces
            ),
            key=lambda piece: piece[:2],
        )
        self._starts = [start for start, _, _ in self._pieces]

    def speaks(self, word: Word) -> bool:
        """Whether a word is the head of the source of a claim."""
        return word.i in self._said

    def told_by(self, word: Word) -> Word | None:
        """The head of the source that speaks to whom a word means."""
        return self._told.get(word.i)

    def said_by(self, word: Word) -> Sequence[tuple[int, int]]:
        """The offsets of what the source says of which a word is the head."""
        return self._said.get(word.i, ())

    def quoted(self, word: Word) -> bool:
        """Whether a word stands within quotation marks."""
        return self._marks.inside(word.start)

    def reported_by(self, position: int) -> Word | None:
        """The head word of the source of the innermost report, quoted or not, in which an offset stands."""
        k = bisect_right(self._starts, position)
        held = (draft for start, end, draft in reversed(self._pieces[max(0, k - 6) : k]) if start <= position < end)
        return next((draft.source_head for draft in held), None)

    def at(self, position: int) -> tuple[Word | None, Word | None]:
        """The head words of who speaks at an offset, if that is within quotation marks, and of who is spoken to."""
        if not self._marks.inside(position):
            return None, None
        # Claims nest only a few deep: the innermost begins last.
        k = bisect_right(self._starts, position)
        for start, end, draft in reversed(self._pieces[max(0, k - 6) : k]):
            head = draft.source_head
            if head is not None and start <= position < end and not self._marks.inside(head.start):
                return head, draft.addressee_head
        return None, None
