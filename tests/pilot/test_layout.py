"""The screen itself: the side pane's width, what is highlighted, the place kept, the hint, the line of keys."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from textual.geometry import Offset

from tests.pilot.stage import TEXT, Runner, analysis, app, article, press, reader, screen_text, settle, shown, span
from tui import keeping
from tui.analysis.client import AnalysisFailed, Progress
from tui.analysis.model import Analysis, Span
from tui.config import data_folder
from tui.screens.help import HelpScreen
from tui.widgets.article_pane import ArticlePane
from tui.widgets.divider import Divider
from tui.widgets.keybar import KeyBar
from tui.widgets.rowlist import RowList

WIDE = (120, 24)


def side_width(pilot: Runner) -> int:
    side = reader(pilot).query_one("#side")
    return side.outer_size.width if side.display else 0


async def test_the_side_pane_is_made_wider_and_narrower_and_keeps_its_width() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        before = side_width(pilot)
        await press(pilot, "less_than_sign")
        assert side_width(pilot) == before + 4
        await press(pilot, "4", "greater_than_sign")
        assert side_width(pilot) == before - 12
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert side_width(pilot) == before - 12
        await pilot.resize_terminal(80, 24)
        await press(pilot, "1")
        assert side_width(pilot) == 80
        await pilot.resize_terminal(120, 24)
        await pilot.pause()
        assert side_width(pilot) == before - 12


async def test_the_edge_of_the_side_pane_is_dragged() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        before = side_width(pilot)
        await pilot.mouse_down(Divider)
        await pilot.hover(offset=(40, 10))
        await pilot.mouse_up(offset=(40, 10))
        await pilot.pause()
        assert before < side_width(pilot) == keeping.setup().side
        assert reader(pilot).pane.size.width >= 40


async def test_the_side_pane_is_hidden_and_comes_back_when_it_is_wanted() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "z")
        assert side_width(pilot) == 0 and reader(pilot).pane.has_focus
        await press(pilot, "2")
        assert side_width(pilot) > 0
        await press(pilot, "escape", "z")
        await pilot.click(Divider)
        await settle(pilot)
        assert side_width(pilot) > 0


async def test_one_key_goes_from_names_to_all_mentions_to_nothing_and_keeps_what_was_switched_off() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        screen = reader(pilot)
        screen.hide_types(screen.hidden | {"time"})
        assert screen.level == "names"
        await press(pilot, "i")
        assert screen.level == "all mentions" and screen.hidden == {"time"}
        await press(pilot, "i")
        assert screen.level == "none"
        await press(pilot, "]")
        assert screen.place == span(TEXT, "Ostrova")
        await press(pilot, "i")
        assert screen.level == "names" and "time" in screen.hidden and "person" not in screen.hidden
    async with app().run_test(size=WIDE) as pilot:
        assert "time" in reader(pilot).hidden


def styles_at(pilot: Runner, words: str, after: str = "") -> set[str]:
    """The styles in which words are drawn."""
    pane, place = reader(pilot).pane, span(TEXT, words, after)
    layers = (pane._claims, pane._claim, pane._names, pane._chosen)
    return {stretch.style for layer in layers for stretch in layer.within(place.start, place.end)}


async def test_claims_are_shown_in_the_text_with_source_cue_and_content() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "text--cue" not in styles_at(pilot, "denied")
        await press(pilot, "C")
        assert "text--cue" in styles_at(pilot, "denied")
        assert "text--source" in styles_at(pilot, "Nordlinie", "shipping")
        assert "text--claim" in styles_at(pilot, "the ferry was damaged")
        await press(pilot, "C")
        assert "text--cue" not in styles_at(pilot, "denied")


async def test_the_gutter_says_who_speaks_and_the_margin_by_name_when_it_is_wide() -> None:
    async with app().run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        assert "IV The harbour" in screen_text(pilot) and " N The shipping" in screen_text(pilot)
    async with app().run_test(size=(220, 24)) as pilot:
        await settle(pilot)
        assert "Varga The harbour" in screen_text(pilot) and "Nordlinie The shipping" in screen_text(pilot)


async def test_an_article_opens_where_it_was_left() -> None:
    async with app().run_test(size=(120, 10)) as pilot:
        await settle(pilot)
        await press(pilot, "}", "}", "}", "j", "j")
        top, place = reader(pilot).pane.top, reader(pilot).place
        assert top > 0 and place is not None
    async with app().run_test(size=(90, 10)) as pilot:
        await settle(pilot)
        view = reader(pilot).pane.in_view
        assert view.start <= top < view.end and reader(pilot).place == place
        assert "Where you left off" in shown(pilot, "#status")


async def test_another_text_opens_at_its_beginning() -> None:
    keeping.leave(article(), keeping.Left(300, Span(0, 5)))
    async with app([article(source="other.txt")]).run_test(size=(120, 10)) as pilot:
        await settle(pilot)
        assert reader(pilot).pane.top == 0 and reader(pilot).place is None


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"top": "x"}', '{"top": -1}', '{"top": 99999999}'])
def test_a_damaged_place_is_as_if_it_were_not_there(damage: str) -> None:
    keeping.leave(article(), keeping.Left(5))
    (path,) = (data_folder() / "places").glob("*.json")
    path.write_text(damage, encoding="utf-8")
    assert keeping.left(article()) is None


async def test_the_hint_of_the_first_run_goes_away_for_good() -> None:
    async with app(hint=True).run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "New here?" in screen_text(pilot)
        await press(pilot, "j")
        assert "New here?" in screen_text(pilot)
        await press(pilot, "escape")
        assert "New here?" not in screen_text(pilot)
    async with app(hint=True).run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "New here?" not in screen_text(pilot)


async def test_a_terminal_that_is_too_small_is_told_so_and_comes_back() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert "Newscast needs a" in screen_text(pilot) and "Ferry" not in screen_text(pilot)
        await pilot.resize_terminal(120, 24)
        await pilot.pause()
        assert "Ferry to Ostrova" in screen_text(pilot) and "Newscast needs a" not in screen_text(pilot)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 24)])
async def test_the_line_of_keys_fits_and_always_ends_with_help(size: tuple[int, int]) -> None:
    async with app().run_test(size=size) as pilot:
        await settle(pilot)
        for keys in ((), ("1",), ("enter",)):
            await press(pilot, *keys)
            line = screen_text(pilot).splitlines()[-1]
            assert line.endswith("? Help") and len(line) <= size[0]


async def test_every_key_of_the_line_does_what_it_says_when_it_is_clicked() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        bar = reader(pilot).query_one(KeyBar)
        columns = {active.binding.action: column for column, active in bar.shown(bar.size.width)}
        await pilot.click(KeyBar, offset=(columns["step_claim(1)"], 0))
        await settle(pilot)
        assert reader(pilot).claim == "c1"
        await pilot.click(KeyBar, offset=(columns["help"], 0))
        await settle(pilot)
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_help_begins_with_the_keys_of_where_the_reader_is() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        assert pilot.app.screen.query_one(RowList).entries[0].key == "Reading"
        await press(pilot, "escape", "1", "question_mark")
        assert pilot.app.screen.query_one(RowList).entries[0].key == "In a list"


async def test_where_the_reader_stands_is_said_in_words() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "]")
        assert "Ostrova, place · mention 1/5" in shown(pilot, "#status")
        await press(pilot, "}", "}", "}")
        assert "Nordlinie, denied · claim 3/5" in shown(pilot, "#status")


def parts(found: Analysis) -> Iterator[Progress]:
    """What a worker tells of a long text: first a part, with other ids, then how far it is."""
    first = found.actors[0]
    renamed = {first.id: "x1"}
    mentions = tuple(m for m in found.mentions if m.start < 300)
    part = Analysis(
        tuple(replace(m, actor=renamed.get(m.actor or "", m.actor)) for m in mentions),
        (replace(first, id="x1", mentions=tuple(m.id for m in mentions if m.actor == first.id)), *found.actors[1:]),
    )
    yield Progress("reading", 0.1, part)
    yield Progress("reading", 0.4)


async def test_a_part_is_shown_with_progress_and_the_chosen_actor_stays_chosen() -> None:
    gate = asyncio.Event()
    async with app(gate=gate, steps=tuple(parts(analysis()))).run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "Reading… 40%" in shown(pilot, "#status")
        await pilot.press("1")
        assert reader(pilot).actor == "x1"
        gate.set()
        await settle(pilot)
        assert reader(pilot).actor == "varga" and "5 claims" in shown(pilot, "#status")


async def test_the_analysis_is_stopped_and_gone_on_with_by_one_key() -> None:
    gate = asyncio.Event()
    running = app(gate=gate, steps=tuple(parts(analysis())))
    async with running.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert reader(pilot).available("stop")
        await press(pilot, "X")
        assert "stopped; what was found so far stays" in shown(pilot, "#status")
        assert reader(pilot).cast is not None
        gate.set()
        await press(pilot, "X")
        assert "6 actors, 5 claims" in shown(pilot, "#status") and not reader(pilot).available("stop")


async def test_back_from_a_companions_card_after_looking_at_its_lines() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "enter")
        reader(pilot).query_one("#actor-card", RowList).select("with-ostrova")
        await press(pilot, "enter", "j", "j", "backspace")
        assert reader(pilot).card == "varga"
        current = reader(pilot).query_one("#actor-card", RowList).current
        assert current is not None and current.key == "with-ostrova"
        await press(pilot, "backspace")
        assert reader(pilot).card is None and reader(pilot).query_one("#actor-list", RowList).has_focus


async def test_a_double_click_on_a_name_opens_it_and_selects_nothing() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        at = reader(pilot).pane.place_on_screen(span(TEXT, "Nordlinie").start)
        assert isinstance(at, Offset)
        await pilot.click(ArticlePane, offset=at - reader(pilot).pane.region.offset, times=2)
        await settle(pilot)
        assert reader(pilot).card == "nordlinie" and not reader(pilot).get_selected_text()


async def test_a_click_on_a_name_chooses_its_actor() -> None:
    async with app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        at = reader(pilot).pane.place_on_screen(span(TEXT, "Ilse Varga").start + 2)
        assert isinstance(at, Offset)
        await pilot.click(ArticlePane, offset=at - reader(pilot).pane.region.offset)
        await settle(pilot)
        assert reader(pilot).actor == "varga" and reader(pilot).place == span(TEXT, "Ilse Varga")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 24)])
async def test_why_there_are_no_names_is_read_to_its_end_and_in_the_tabs_too(size: tuple[int, int]) -> None:
    why = "the pipeline en_core_web_xx is not installed; pip install it, or name another with --pipeline"
    async with app(answer=AnalysisFailed(why)).run_test(size=size) as pilot:
        await settle(pilot)

        def read() -> str:
            return " ".join(screen_text(pilot).split())

        assert read().replace(" 0%", "").count(why.split()[-1]) >= 1
        for tab in "12":
            await press(pilot, tab)
            assert "stand here once" not in read() and "not installed" in read()


async def test_before_the_first_step_of_the_analysis_it_is_said_to_be_under_way() -> None:
    async with app(gate=asyncio.Event()).run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "Looking for names and claims…" in shown(pilot, "#status")


@pytest.mark.parametrize(
    ("size", "told"), [((20, 5), "q quits"), ((10, 3), "24 by 6 are needed"), ((60, 4), "q quits")]
)
async def test_what_is_needed_is_told_whole_however_small_the_terminal(size: tuple[int, int], told: str) -> None:
    async with app().run_test(size=size) as pilot:
        await settle(pilot)
        assert " ".join(screen_text(pilot).split()).endswith((told, f"{told}."))


async def test_nothing_jumps_in_the_tabs_when_the_analysis_arrives() -> None:
    gate = asyncio.Event()
    async with app(gate=gate, steps=tuple(parts(analysis()))).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        rows = reader(pilot).query_one("#claim-list", RowList)
        before = rows.region, reader(pilot).pane.region, side_width(pilot)
        gate.set()
        await settle(pilot)
        assert (rows.region, reader(pilot).pane.region, side_width(pilot)) == before


async def test_while_parts_arrive_nothing_is_said_to_be_missing() -> None:
    gate = asyncio.Event()
    async with app(gate=gate, steps=tuple(parts(analysis()))).run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause(0.1)
        assert "No claims so far" in screen_text(pilot)
    async with app(answer=Analysis()).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        assert "No claims were found" in screen_text(pilot)
