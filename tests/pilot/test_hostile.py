"""What an article, its names and its file name hold is shown literally, wherever it stands."""

import pytest

from tests.pilot.stage import app, article, press, reader, screen_text, settle
from tui.analysis.model import Actor, Analysis, Claim, Dispute, Mention, Party, Span

EVIL = "[@click=app.quit]x[/]"
WORSE = "[/nope]"
TEXT = f"{EVIL} and {WORSE} met\nThe chairman {WORSE} said {EVIL} was late, and [b]that[/b] was all.\nAn end."


def hostile() -> Analysis:
    second = TEXT.index("chairman ") + len("chairman ")
    cue = TEXT.index("said")
    content = TEXT.index(EVIL, cue)
    mentions = (
        Mention("m1", 0, len(EVIL), "PERSON", "name", "a1"),
        Mention("m2", second, second + len(WORSE), "ORG", "name", "a2"),
        Mention("m3", content, content + len(EVIL), "PERSON", "name", "a1"),
    )
    actors = (
        Actor("a1", EVIL, "PERSON", (WORSE,), ("[red]role[/]",), ("m1", "m3")),
        Actor("a2", WORSE, "ORG", (), (), ("m2",)),
    )
    claim = Claim(
        "c1",
        Party(second, second + len(WORSE), "a2"),
        Span(cue, cue + 4),
        (Span(content, content + len(EVIL) + 9),),
        "indirect",
        "asserted",
    )
    return Analysis(mentions, actors, (claim,), (Dispute("d1", ("c1",), (), (), f"reason {WORSE}"),))


@pytest.mark.parametrize("size", [(80, 30), (140, 40)])
async def test_markup_is_literal_everywhere(size: tuple[int, int]) -> None:
    story = article(TEXT, f"Title {WORSE} {EVIL}", f"{WORSE}.txt")
    async with app([story], hostile()).run_test(size=size) as pilot:
        await settle(pilot)
        text = screen_text(pilot)
        assert text.count(EVIL) >= 2 and f"Title {WORSE}" in text and f"{WORSE}.txt" in text
        await press(pilot, "1")
        assert EVIL in screen_text(pilot)
        await press(pilot, "enter")
        assert "[red]role[/]" in screen_text(pilot) and f"Also: {WORSE}" in screen_text(pilot)
        await press(pilot, "escape", "2")
        assert f"reason {WORSE}" in screen_text(pilot) and f"{EVIL} was late" in screen_text(pilot)
        await press(pilot, "3", *"nope")
        assert WORSE in screen_text(pilot)
        await press(pilot, "escape", "escape", "escape", "]", "y")
        assert "Copied: [" in screen_text(pilot)
        assert pilot.app.clipboard in {EVIL, WORSE}
        await press(pilot, "slash", *"[/q", "enter")
        assert "Not in this article: [/q" in screen_text(pilot) or reader(pilot).matches == ()
        assert pilot.app.is_running
