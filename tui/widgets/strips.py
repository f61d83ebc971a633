"""Rows of a widget as Textual's strips."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


def filled(segments: Sequence[Segment], width: int, style: Style, *after: Segment) -> Strip:
    """A strip of exactly so many cells, and what comes after them.

    One strip is made where adjusting makes two, and hundreds are made for a frame.
    """
    short = width - sum(segment.cell_length for segment in segments)
    if short < 0:
        return Strip([*Strip(segments).adjust_cell_length(width, style), *after])
    blank = [Segment(" " * short, style)] if short else []
    return Strip([*segments, *blank, *after])
