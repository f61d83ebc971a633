"""The signs that are no words: for the eye, and for a screen reader that reads every character aloud."""

from dataclasses import dataclass

from textual.widget import Widget

PLAIN_CLASS = "-plain"
"""The class of the app when nothing is drawn with lines and blocks."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What marks places, claims, quotes and the cursor; each one cell."""

    place: str = "▶"
    goes_on: str = "│"
    quote: str = "│"
    rule: str = "─"
    edge: str = "▏"
    cursor: str = "▌"
    bars: bool = True


_DRAWN = Signs()
_PLAIN = Signs(place=">", goes_on=" ", quote=" ", rule=" ", edge=" ", cursor=">", bars=False)


def signs_of(widget: Widget) -> Signs:
    """The signs a widget draws with."""
    return _PLAIN if widget.app.has_class(PLAIN_CLASS) else _DRAWN
