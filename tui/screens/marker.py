"""Marking places on the reading screen: bookmarks, notes, and the way back to them."""

from typing import TYPE_CHECKING

from tui.screens.corrector import Corrector
from tui.widgets.entries import Target

if TYPE_CHECKING:
    from tui.notes import Mark, Marks


class Marker(Corrector):
    """The reading screen's part that marks. What is marked is on the disk before it is shown."""

    def _marks(self) -> "Marks":
        from tui.notes import Marks

        return Marks(self._articles[self._current])

    def load_marks(self) -> None:
        """Show the marks of the article in its gutter."""
        try:
            self.marks = tuple(mark.place for mark in self._marks().all())
        except OSError as error:
            self._say(f"Your notes cannot be read ({error.strerror})")

    def action_mark(self) -> None:
        """Mark the current name, claim or line, with a note when one is typed."""
        from tui.notes import Mark
        from tui.screens.marking import NoteDialog

        place = self.place or self.pane.line
        known = next((mark.note for mark in self._marks().all() if mark.place == place), "")

        def keep(note: str | None) -> None:
            if note is not None:
                self._write(Mark(place, note), remove=False)

        self.app.push_screen(NoteDialog(self._articles[self._current].text[place.start : place.end], known), keep)

    def action_marks(self) -> None:
        """List the marks; go to one or remove it."""
        from tui.screens.marking import MarksDialog

        def done(answer: "tuple[str, Mark] | None") -> None:
            if answer is None:
                return
            what, mark = answer
            if what == "go":
                self._go(Target(place=mark.place))
            else:
                self._write(mark, remove=True)

        article, mark_key = self._articles[self._current], self._key("reader.mark")
        self.app.push_screen(MarksDialog(article, self._marks().all(), mark_key), done)

    def _write(self, mark: "Mark", *, remove: bool) -> None:
        marks = self._marks()
        try:
            if remove:
                marks.remove(mark)
            else:
                marks.add(mark)
        except OSError as error:
            self._say(f"Nothing was marked, for it cannot be kept: {error.strerror}")
            return
        self.load_marks()
        self._say("The mark is gone" if remove else f"Marked; {self._key('reader.marks')} lists the marks")
