"""A Textual app with the reader's widgets and nothing in them, to measure the reader's start against."""

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.scroll_view import ScrollView
from textual.widgets import ContentSwitcher, Footer, Input, Label, Static, TabbedContent, TabPane


class Empty(App[None]):
    """Title, article, three tabs with their lists and boxes, find bar, status, footer."""

    def compose(self) -> ComposeResult:
        yield Static("entered a key city")
        with Horizontal():
            yield ScrollView()
            with TabbedContent():
                with TabPane("1 Actors"), Vertical(), ContentSwitcher():
                    yield ScrollView(id="list")
                    yield ScrollView(id="card")
                with TabPane("2 Claims"), Vertical():
                    yield Static()
                    yield ScrollView()
                with TabPane("3 References"), Vertical():
                    yield Input()
                    yield Static()
                    yield ScrollView()
        with Horizontal():
            yield Label()
            yield Input()
        with Horizontal():
            yield Static()
            yield Label()
        yield Footer()


if __name__ == "__main__":
    Empty().run()
