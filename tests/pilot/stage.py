"""An invented article, its hand-made analysis, an analyser that answers with it, and the app to try."""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import unescape

from textual.pilot import Pilot
from textual.widget import Widget

from tui import keeping
from tui.analysis.model import Actor, Analysis, Claim, Dispute, Mention, MentionKind, Party, Span
from tui.app import NewscastApp
from tui.articles.article import Article, Paragraph, Role
from tui.screens.analysing import Step
from tui.screens.reader import ReaderScreen
from tui.search.results import Answer, Result, answer, parts
from tui.widgets.lines import Lines

TEXT = """Ferry to Ostrova stops after storm
The harbour of Ostrova was closed on Monday, the port master Ilse Varga told the Coast Courier.
She said the ferry had been "badly damaged" and would not sail for a week.
The shipping company Nordlinie denied that the ferry was damaged.
Residents of Ostrova fear for their supplies. Anton Rehn, a baker, said there was flour for three days.
The mayor of Ostrova is in Kalmeda for talks with Nordlinie. Ilse Varga will join her on Tuesday.
It was reported that a second ferry would be hired from Kalmeda.
The weather on the coast has been rough since the beginning of the month, and fishing boats stayed in.
In Kalmeda the market was held as usual. Traders from Ostrova were missing, Anton Rehn among them.
Older people remember the winter when the island was cut off for forty days and bread was baked from oats.
The Coast Courier printed a list of what was needed most: diesel, milk, medicine and mail.
Ilse Varga asked Nordlinie to send a tug.
Share this story"""

Runner = Pilot[None]
_CELL = 12.2
"""The width of a character in Textual's screenshots."""
_PIECE = re.compile(r'<text class="[^"]*-r\d+" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')


def article(text: str = TEXT, title: str = "Ferry to Ostrova stops after storm", source: str = "ferry.txt") -> Article:
    """A text as an article: the first line is the headline, the last one boilerplate."""
    matches = list(re.finditer(r"[^\n]+", text))
    paragraphs = []
    for number, match in enumerate(matches):
        role: Role = "body"
        if number == 0 and len(matches) > 1:
            role = "headline"
        elif match.group().startswith("Share"):
            role = "boilerplate"
        paragraphs.append(Paragraph(match.start(), match.end(), role))
    return Article(f"id-{source}", title, source, "2024-02-01", text, tuple(paragraphs))


ACTORS = (
    ("varga", "Ilse Varga", "PERSON", ("Varga",), ("port master",)),
    ("rehn", "Anton Rehn", "PERSON", (), ("baker",)),
    ("courier", "Coast Courier", "ORG", (), ()),
    ("nordlinie", "Nordlinie", "ORG", (), ("shipping company",)),
    ("ostrova", "Ostrova", "GPE", (), ()),
    ("kalmeda", "Kalmeda", "GPE", (), ()),
)


def analysis(text: str = TEXT) -> Analysis:
    """What a careful reader finds in the text."""
    found: list[tuple[int, int, str, MentionKind, str | None]] = []
    for actor, name, label, _, _ in ACTORS:
        found += [(m.start(), m.end(), label, "name", actor) for m in re.finditer(re.escape(name), text)]
    for words in ("Monday", "Tuesday"):
        found += [(m.start(), m.end(), "DATE", "name", None) for m in re.finditer(words, text)]
    she = text.index("She said")
    found.append((she, she + 3, "PERSON", "pronoun", "varga"))
    mentions = tuple(Mention(f"m{number}", *rest) for number, rest in enumerate(sorted(found)))
    actors = tuple(
        Actor(actor, name, label, aliases, roles, tuple(m.id for m in mentions if m.actor == actor))
        for actor, name, label, aliases, roles in ACTORS
    )
    return Analysis(mentions, actors, _claims(text), (_dispute(),))


def span(text: str, words: str, after: str = "") -> Span:
    """Where words stand, the first time after other words."""
    start = text.index(words, text.index(after))
    return Span(start, start + len(words))


def _claims(text: str) -> tuple[Claim, ...]:
    def party(words: str, actor: str | None, after: str = "") -> Party:
        place = span(text, words, after)
        return Party(place.start, place.end, actor)

    return (
        Claim(
            "c1",
            party("Ilse Varga", "varga"),
            span(text, "told"),
            (span(text, "The harbour of Ostrova was closed on Monday"),),
            "indirect",
            "asserted",
            party("the Coast Courier", "courier"),
        ),
        Claim(
            "c2",
            party("She", "varga"),
            span(text, "said"),
            (span(text, 'the ferry had been "badly damaged" and would not sail for a week'),),
            "mixed",
            "asserted",
        ),
        Claim(
            "c3",
            party("Nordlinie", "nordlinie"),
            span(text, "denied"),
            (span(text, "the ferry was damaged"),),
            "indirect",
            "denied",
        ),
        Claim(
            "c4",
            party("Anton Rehn", "rehn"),
            span(text, "said", "Anton Rehn"),
            (span(text, "there was flour for three days"),),
            "indirect",
            "asserted",
        ),
        Claim(
            "c5",
            None,
            span(text, "was reported"),
            (span(text, "a second ferry would be hired from Kalmeda"),),
            "indirect",
            "hedged",
        ),
    )


def _dispute() -> Dispute:
    return Dispute("d1", ("c2", "c3"), (), (), "damaged against not damaged")


@dataclass
class FakeAnalyser:
    """Answers with what it was given, at once or when the gate opens."""

    answer: Analysis | Exception
    gate: asyncio.Event | None = None
    steps: tuple[Step, ...] = ()
    closed: bool = False
    calls: int = 0

    async def analyse(self, article: Article, on_progress: Callable[[Step], None], near: int = 0) -> Analysis:
        self.calls += 1
        for each in self.steps:
            on_progress(each)
        if self.gate is not None:
            await self.gate.wait()
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def close(self) -> None:
        self.closed = True


class PlainIndex:
    """Finds words as they are, so that pictures do not change with the ranking."""

    size = 100

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self._article = article

    def search(self, query: str, limit: int = 200, wanted: Callable[[], bool] = lambda: True) -> Answer:
        text, reason = self._article.text, "the same words"
        found = [Span(m.start(), m.end()) for m in re.finditer(re.escape(query), text, re.IGNORECASE)]
        hits = [Result("mention", place.start, place.end, query, 100, reason, matched=(place,)) for place in found]
        for paragraph in self._article.paragraphs:
            inside = tuple(place for place in found if paragraph.start <= place.start < paragraph.end)
            if inside:
                hits.append(Result("passage", paragraph.start, paragraph.end, "", 100, reason, matched=inside))
        return answer(parts(hits), limit, (query.casefold(),))

    def references(self, actor_id: str | None = None, claim_id: str | None = None, limit: int = 200) -> Answer:
        return Answer()


def app(
    articles: Sequence[Article] = (), answer: Analysis | Exception | None = None, *, hint: bool = False, **how: object
) -> NewscastApp:
    """The app on the invented article, for somebody who has read the hint of the first run unless `hint`."""
    if not hint:
        keeping.keep(replace(keeping.setup(), hinted=True))
    analyser = FakeAnalyser(analysis() if answer is None else answer)
    for name, value in how.items():
        setattr(analyser, name, value)
    return NewscastApp(articles or [article()], analyser=analyser)


def reader(pilot: Runner) -> ReaderScreen:
    """The reading screen."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReaderScreen)
    return screen


def screen_text(pilot: Runner) -> str:
    """Everything on the screen, line by line, each cell in its column."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for x, y, text in _PIECE.findall(pilot.app.export_screenshot()):
        if text.strip("\n"):
            rows.setdefault(float(y), []).append((float(x), unescape(text).replace("\xa0", " ")))
    lines = []
    for _, row in sorted(rows.items()):
        line = ""
        for x, text in sorted(row):
            line = line.ljust(round(x / _CELL)) + text
        lines.append(line)
    return "\n".join(lines)


def shown(pilot: Runner, selector: str) -> str:
    """What a line, or a few, show."""
    widget = reader(pilot).query_one(selector, Widget)
    return "\n".join(widget.lines) if isinstance(widget, Lines) else str(widget.render())


async def settle(pilot: Runner) -> None:
    """Wait until the analysis is shown and every message handled."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Runner, *keys: str) -> None:
    """Press keys and wait for what they do."""
    for key in keys:
        await pilot.press(key)
    await settle(pilot)
