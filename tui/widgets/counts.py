"""Counts before movements: the screen takes the digits, the widget that moves asks how often."""

from typing import Protocol, runtime_checkable

from textual.widget import Widget


@runtime_checkable
class Counts(Protocol):
    """A screen on which movements are counted."""

    def take_count(self) -> int | None:
        """What was counted, once; None when nothing was."""


def counted(widget: Widget) -> int | None:
    """How often a widget's movement was asked for; None when nothing was counted."""
    screen = widget.screen
    return screen.take_count() if isinstance(screen, Counts) else None
