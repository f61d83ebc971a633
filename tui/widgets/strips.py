"""Rows of a widget as Textual's strips."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


def filled(segments: Sequence[Segment], width: int, style: Style) -> Strip:
    """A strip of exactly so many cells. One is made where adjusting makes two, and hundreds are made for a frame."""
    short = width - sum(segment.cell_length for segment in segments)
    if short > 0:
        segments = [*segments, Segment(" " * short, style)]
    strip = Strip(segments)
    return strip if short >= 0 else strip.adjust_cell_length(width, style)
