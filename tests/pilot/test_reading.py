"""Reading: the text at once, names and claims one key away, the same line again."""

import asyncio
from dataclasses import replace

from textual.widgets import TabbedContent

from tests.pilot.stage import (
    TEXT,
    Runner,
    analysis,
    app,
    article,
    press,
    reader,
    screen_text,
    settle,
    shown,
    span,
)
from tui.analysis.client import AnalysisFailed
from tui.analysis.model import Affiliation, Span
from tui.screens.dialogs import TypesDialog
from tui.screens.help import HelpScreen
from tui.widgets.map import PlaceMap
from tui.widgets.rowlist import RowList

WIDE = (120, 24)
NARROW = (80, 24)


def words(pilot: Runner) -> str:
    """The article's words at the current place."""
    place = reader(pilot).place
    return "" if place is None else TEXT[place.start : place.end]


async def test_the_text_is_there_before_the_analysis_and_stays_where_it_is() -> None:
    gate = asyncio.Event()
    async with app(gate=gate).run_test(size=WIDE) as pilot:
        await pilot.pause()
        before = screen_text(pilot)
        assert "Ferry to Ostrova stops after storm" in before
        assert "The actors stand here once" in before
        top = reader(pilot).pane.top
        gate.set()
        await settle(pilot)
        assert "6 actors, 5 claims, 1 dispute" in screen_text(pilot)
        assert reader(pilot).pane.top == top
        left_before = [line[4:60] for line in before.splitlines()[2:18]]
        left_after = [line[4:60] for line in screen_text(pilot).splitlines()[2:18]]
        assert left_before == left_after


async def test_next_and_previous_mention() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "]")
        assert words(pilot) == "Ostrova"
        await press(pilot, "]", "]", "]")
        assert words(pilot) == "Ilse Varga"
        await press(pilot, "[")
        assert words(pilot) == "Monday"
        await press(pilot, "[", "[", "[")
        assert "No earlier name" in shown(pilot, "#status")


async def test_next_and_previous_claim_with_its_parts() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "}")
        assert words(pilot).startswith("The harbour of Ostrova") and reader(pilot).claim == "c1"
        await press(pilot, "}", "}")
        assert reader(pilot).claim == "c3"
        await press(pilot, "{")
        assert reader(pilot).claim == "c2"


async def test_open_an_actor_jump_to_a_mention_and_come_back_to_the_same_line() -> None:
    async with app().run_test(size=(120, 12)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "j")
        top = reader(pilot).pane.top
        await press(pilot, "1", "enter")
        card = reader(pilot).query_one("#actor-card", RowList)
        assert reader(pilot).card == "varga" and card.has_focus
        assert "port master" in screen_text(pilot)
        await press(pilot, "G", "enter")
        assert words(pilot) == "Ilse Varga"
        assert reader(pilot).place == span(TEXT, "Ilse Varga", "oats")
        assert reader(pilot).pane.has_focus
        assert reader(pilot).pane.in_view.end >= span(TEXT, "Ilse Varga", "oats").end
        await press(pilot, "backspace")
        assert reader(pilot).pane.top == top


async def test_the_selected_actor_is_stepped_through_with_pronouns() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "]")
        assert words(pilot) == "Ilse Varga"
        await press(pilot, "]")
        assert words(pilot) == "She"
        assert "mention 2/4, pronoun" in shown(pilot, "#status")
        await press(pilot, "]")
        assert "mention 3/4 ·" in shown(pilot, "#status")
        await press(pilot, "[", "[")
        assert "mention 1/4 ·" in shown(pilot, "#status")


async def test_enter_on_a_name_opens_its_actor() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "]", "enter")
        assert reader(pilot).card == "ostrova"
        await press(pilot, "escape")
        assert reader(pilot).card is None


async def test_a_preview_goes_back_with_escape_and_stays_with_enter() -> None:
    async with app().run_test(size=(120, 12)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "G")
        assert reader(pilot).claim == "c5" and reader(pilot).pane.top > 0
        await press(pilot, "escape")
        assert reader(pilot).pane.top == 0
        await press(pilot, "2", "G", "enter")
        assert reader(pilot).pane.has_focus and reader(pilot).pane.top > 0
        await press(pilot, "ctrl+o")
        assert reader(pilot).pane.top == 0


async def test_claims_by_text_speaker_and_stance() -> None:
    async with app().run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        text = screen_text(pilot)
        assert "Unattributed" in text and "denied" in text and "Dispute 1: damaged against not damaged" in text
        await press(pilot, "o")
        assert "by speaker" in screen_text(pilot) and "Ilse Varga (2)" in screen_text(pilot)
        await press(pilot, "o")
        assert "by stance" in screen_text(pilot) and "Asserted (3)" in screen_text(pilot)


async def test_find_counts_goes_round_and_is_given_up() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "/", *"ostrova")
        assert "match 1/5" in shown(pilot, "#status")
        await press(pilot, "enter", "n", "n")
        assert "match 3/5" in shown(pilot, "#status")
        await press(pilot, "N", "N", "N")
        assert "match 5/5" in shown(pilot, "#status")
        await press(pilot, "escape")
        assert reader(pilot).matches == ()
        await press(pilot, "/", *"coast", "escape")
        assert reader(pilot).matches == () and reader(pilot).pane.has_focus


async def test_a_type_is_switched_off_and_on() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, TypesDialog)
        assert "[x] People" in screen_text(pilot)
        await press(pilot, "space")
        assert "[ ] People" in screen_text(pilot) and "person" in reader(pilot).hidden
        await press(pilot, "escape", "]", "]", "]", "]")
        assert words(pilot) == "Coast Courier"


async def test_help_lists_the_table_and_searches_it() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "slash", *"next claim")
        assert "Next claim in the article" in screen_text(pilot)
        assert "One line down" not in screen_text(pilot)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, HelpScreen)


async def test_quit_ends_with_zero_and_stops_the_analyser() -> None:
    running = app()
    async with running.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("q")
    assert running.return_code == 0


async def test_quit_does_not_wait_for_the_analysis() -> None:
    running = app(gate=asyncio.Event())
    async with running.run_test(size=WIDE) as pilot:
        await pilot.press("Q")
    assert running.return_code == 0


async def test_a_narrow_terminal_shows_one_pane_at_a_time() -> None:
    async with app().run_test(size=NARROW) as pilot:
        await settle(pilot)
        side = reader(pilot).query_one("#side", TabbedContent)
        assert reader(pilot).pane.display and not side.display
        await press(pilot, "tab")
        assert side.display and not reader(pilot).pane.display
        await press(pilot, "enter", "G", "enter")
        assert reader(pilot).pane.display and not side.display
        place = reader(pilot).place
        assert place is not None and reader(pilot).pane.in_view.end >= place.end
        await press(pilot, "2", "escape")
        assert reader(pilot).pane.has_focus


async def test_resizing_keeps_the_first_visible_line() -> None:
    async with app().run_test(size=(120, 12)) as pilot:
        await settle(pilot)
        await press(pilot, *"jjjjjj")
        top = reader(pilot).pane.top
        for size in ((80, 12), (60, 12), (200, 12), (120, 12)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert reader(pilot).pane.in_view.start <= top <= reader(pilot).pane.in_view.end
        assert reader(pilot).pane.top == top


async def test_a_failed_analysis_is_one_line_and_the_article_stays() -> None:
    async with app(answer=AnalysisFailed("the worker died [/oops]")).run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "the worker died [/oops]" in shown(pilot, "#status")
        await press(pilot, "j", "]", "}", "1", "2", "3", "escape", "/", *"ferry", "enter")
        assert "Ferry to Ostrova" in screen_text(pilot)


async def test_several_articles() -> None:
    second = article("Second story\nNothing of note happened here.", "Second story", "second.txt")
    running = app([article(), second])
    async with running.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "]", "j")
        await press(pilot, "J")
        assert "Nothing of note" in screen_text(pilot) and "2 of 2" in screen_text(pilot)
        await press(pilot, "J")
        assert "last article" in shown(pilot, "#status")
        await press(pilot, "K")
        assert "1 of 2" in screen_text(pilot) and words(pilot) == "Ostrova"


async def test_copying_gives_the_articles_words() -> None:
    async with app().run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "}", "y")
        assert pilot.app.clipboard == TEXT[slice(*_edges(reader(pilot).place))]
        assert "\n" not in pilot.app.clipboard
        await press(pilot, "g", "escape", "y")
        assert pilot.app.clipboard == "Ferry to Ostrova stops after storm"


def _edges(place: Span | None) -> tuple[int, int]:
    assert place is not None
    return place.start, place.end


async def test_a_selection_copies_without_the_breaks_of_the_wrap() -> None:
    async with app().run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        reader(pilot).pane.text_select_all()
        await pilot.pause()
        assert reader(pilot).get_selected_text() == TEXT


async def test_the_theme_is_switched() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert pilot.app.current_theme.dark
        await press(pilot, "T")
        assert not pilot.app.current_theme.dark
        await press(pilot, "]", "1", "enter", "t")


def test_the_analysis_of_the_stage_is_sound() -> None:
    assert all(0 <= mention.start < mention.end <= len(TEXT) for mention in analysis().mentions)


async def test_a_card_shows_to_whom_its_actor_belongs_and_leads_there() -> None:
    found = analysis()
    link = Affiliation("nordlinie", "agent")
    actors = tuple(replace(one, affiliations=(link,)) if one.id == "rehn" else one for one in found.actors)
    async with app(answer=replace(found, actors=actors)).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "j", "enter")
        assert reader(pilot).card == "rehn"
        assert "Belongs to (1)" in screen_text(pilot) and "Nordlinie, agent" in screen_text(pilot)
        reader(pilot).query_one("#actor-card", RowList).select("Belongs to-nordlinie")
        await press(pilot, "enter")
        assert reader(pilot).card == "nordlinie"
        assert "Belonging to it (1)" in screen_text(pilot) and "Anton Rehn, agent" in screen_text(pilot)


async def test_back_from_a_companions_card_goes_to_the_card_before() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "enter")
        assert reader(pilot).card == "varga"
        card = reader(pilot).query_one("#actor-card", RowList)
        card.select("with-ostrova")
        await press(pilot, "enter")
        assert reader(pilot).card == "ostrova"
        await press(pilot, "backspace")
        assert reader(pilot).card == "varga" and reader(pilot).actor == "varga"


async def test_the_map_shows_the_selected_actor_and_a_click_goes_there() -> None:
    async with app().run_test(size=(120, 12)) as pilot:
        await settle(pilot)
        bar = reader(pilot).query_one(PlaceMap)
        claims = [bar.render_line(y).text for y in range(bar.size.height)]
        await press(pilot, "1")
        varga = [bar.render_line(y).text for y in range(bar.size.height)]
        assert varga != claims and varga[0] in "─━" and varga[-1] == "─"
        await pilot.click(PlaceMap, offset=(0, bar.size.height - 1))
        await settle(pilot)
        assert reader(pilot).pane.progress == 1.0
