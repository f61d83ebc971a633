"""Containers of which nothing is seen."""

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TabbedContent


class Covered(Widget):
    """Its children cover it, so it draws nothing under them, where Textual would cut it up with them in every frame."""

    def render_lines(self, crop: Region) -> list[Strip]:
        return []


class CoveredTabs(TabbedContent, Covered):
    """Tabs and what they show, from edge to edge."""
