"""The Textual application: it holds the reading screen, the themes and what works everywhere."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.console import Console
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.constants import COLOR_SYSTEM
from textual.widgets import Input

from tui import garbage, terminal
from tui.analysis.model import Analysis
from tui.articles.article import Article
from tui.bindings import Action, bindings
from tui.resources import resource
from tui.screens.analysing import Analyser, Step
from tui.screens.palette import ActionsProvider, doable, perform
from tui.screens.reader import ReaderScreen
from tui.screens.themes import DARK_THEME, LIGHT_THEME, THEMES, of_sixteen_colours, type_colours
from tui.settings import Settings
from tui.widgets.references import Index
from tui.widgets.signs import PLAIN_CLASS

__all__ = ["Analyser", "NewscastApp", "run_reader"]

_SWITCH_SECONDS = 0.001
_STYLES = ("app.tcss", "reader.tcss")


class NewscastApp(App[None]):
    """The reader. The analyser is asked once the text is on screen; without one nothing is highlighted."""

    TITLE = "Newscast"
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ActionsProvider}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares its type
    VERTICAL_BREAKPOINTS = [(0, "-low"), (10, "-short"), (20, "-high")]  # noqa: RUF012 - as above
    CSS_PATH = [resource("styles", name) for name in _STYLES]  # noqa: RUF012 - as above

    def __init__(
        self,
        articles: Sequence[Article],
        *,
        analyser: Analyser | None = None,
        settings: Settings | None = None,
        sixteen_colours: bool = False,
    ) -> None:
        # The base class asks for the colours already.
        self.sixteen_colours = sixteen_colours
        # Textual takes an empty NO_COLOR for set and answers with greys; https://no-color.org wants neither.
        colourless = bool(os.environ.get("NO_COLOR"))
        if not colourless:
            os.environ.pop("NO_COLOR", None)
        super().__init__(ansi_color=True if colourless else None)
        if not articles:
            raise ValueError("there is no article to read")
        self._articles = tuple(articles)
        self._analyser = analyser
        for own in THEMES:
            self.register_theme(of_sixteen_colours(own) if self.sixteen_colours else own)
        self.settings = settings or Settings()
        self.theme = self.settings.theme or DARK_THEME
        self.set_keymap(self.settings.keys)
        self.set_class(self.settings.screen_reader, PLAIN_CLASS)
        if self.settings.screen_reader or not self.settings.motion:
            self.animation_level = "none"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The types' colours, which no theme but ours knows."""
        return type_colours(self.current_theme, sixteen=self.sixteen_colours)

    def make_index(self, article: Article, analysis: Analysis) -> Index:
        """What searches an article. Imported with the first search, which runs in a thread."""
        from tui.search import ArticleIndex

        index = ArticleIndex(article, analysis)
        garbage.keep()
        return index

    def get_default_screen(self) -> ReaderScreen:
        """The reading screen is the only one; dialogs come over it."""
        return ReaderScreen(self._articles, self._analyser, self.make_index, self.settings)

    def on_ready(self) -> None:
        self.call_after_refresh(garbage.resume)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        # A blinking cursor draws twice a second for ever, and what nobody touches should not move.
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = False

    def on_unmount(self) -> None:
        if self._analyser is not None:
            self._analyser.close()

    def action_help(self) -> None:
        """Show all keys."""
        from tui.screens.help import HelpScreen, here

        below = self.screen
        if isinstance(below, HelpScreen):
            return
        if isinstance(below, ReaderScreen):
            below.hint_read()

        async def do(action: Action | None) -> None:
            if action is not None:
                await perform(action, below)

        self.push_screen(HelpScreen(self.settings.keys, here(below), lambda action: doable(action, below)), do)

    def action_switch_theme(self) -> None:
        """Switch between dark and light."""
        self.theme = LIGHT_THEME if self.current_theme.dark else DARK_THEME

    async def action_quit(self) -> None:
        """Quit, whatever is open or under way."""
        below = self.screen_stack[0]
        if isinstance(below, ReaderScreen) and below.is_mounted:
            # What is being brought to a screen that closes does not find its place.
            await below.furnish()
        self.exit(return_code=0)


class _LateClient:
    """The analysis client, imported when the first article is to be analysed."""

    def __init__(self, pipeline: str | None) -> None:
        self._pipeline = pipeline
        self._client: Analyser | None = None

    async def analyse(self, article: Article, on_progress: Callable[[Step], None], near: int = 0) -> Analysis:
        if self._client is None:
            from tui.analysis.client import AnalysisClient

            self._client = AnalysisClient(self._pipeline)
        return await self._client.analyse(article, on_progress, near)

    def close(self) -> None:
        if self._client is not None:
            self._client.close()


def run_reader(articles: Sequence[Article], pipeline: str | None, settings: Settings) -> int:
    """Read articles until the reader quits. Returns the exit code."""
    # As Textual itself finds out how many colours it may send.
    console = Console(color_system=COLOR_SYSTEM, force_terminal=True, legacy_windows=False)  # type: ignore[arg-type]
    app = NewscastApp(
        articles,
        analyser=_LateClient(pipeline),
        settings=settings,
        sixteen_colours=console.color_system == "standard",
    )
    # A search in a thread of its own must not keep a key waiting for long.
    sys.setswitchinterval(_SWITCH_SECONDS)
    terminal.end_with_it()
    app.run()
    return app.return_code or 0
