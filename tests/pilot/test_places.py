"""What stays where it is, and what is said of it: places, tabs, keys, the words of lists."""

from tests.pilot.stage import FakeAnalyser, analysis, app, article, press, reader, screen_text, settle, shown, span
from tests.pilot.test_reading import words
from tui.analysis.model import Actor, Analysis, Claim, Mention, Span
from tui.app import NewscastApp
from tui.settings import Settings
from tui.widgets.rowlist import RowList


async def test_words_that_are_nowhere_leave_the_reader_where_the_search_began() -> None:
    async with app().run_test(size=(120, 10)) as pilot:
        await settle(pilot)
        await press(pilot, "]", "/", *"oats")
        assert reader(pilot).pane.top > 0
        await press(pilot, *"zz")
        assert reader(pilot).pane.top == 0 and words(pilot) == "Ostrova"
        assert "Not in this article: oatszz" in shown(pilot, "#status")
        assert "Ostrova, place · mention 1/5" in shown(pilot, "#status")


async def test_where_the_reader_stands_is_said_again_when_a_preview_is_dropped() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "3", *"ostrova")
        await pilot.pause(0.3)
        assert "mention" in shown(pilot, "#status")
        await press(pilot, "escape")
        await pilot.pause()
        assert "mention" not in shown(pilot, "#status") and reader(pilot).place is None


async def test_each_tab_keeps_its_cursor_its_scroll_and_its_card() -> None:
    async with app().run_test(size=(120, 14)) as pilot:
        await settle(pilot)
        screen = reader(pilot)
        await press(pilot, "1", "j", "enter", "G", "2", "G", "3", *"ostrova")
        await pilot.pause(0.3)
        await press(pilot, "down", "down", "down", "down", "down", "down")
        lists = (
            screen.query_one("#actor-card", RowList),
            screen.query_one("#claim-list", RowList),
            screen.references.rows,
        )
        places = [(rows.cursor, rows.scroll_offset.y) for rows in lists]
        assert all(cursor and scroll for cursor, scroll in places)
        for tab, rows, place in zip("123", lists, places, strict=True):
            await press(pilot, "escape", tab) if tab == "1" else await press(pilot, "shift+tab", tab)
            await pilot.pause(0.2)
            assert rows.is_on_screen and (rows.cursor, rows.scroll_offset.y) == place, tab
            if tab == "1":
                assert screen.card == "rehn"
        assert screen.references.box.value == "ostrova"


async def test_tabs_keep_their_places_when_corrections_are_made() -> None:
    async with app().run_test(size=(120, 14)) as pilot:
        await settle(pilot)
        rows = reader(pilot).query_one("#actor-list", RowList)
        await press(pilot, "1", "G", "[")
        scroll = rows.scroll_offset.y
        await press(pilot, "1", "c", "t", "enter")
        assert rows.current is not None and rows.current.key == "kalmeda" and abs(rows.scroll_offset.y - scroll) <= 2


async def test_the_keys_that_are_named_are_the_users() -> None:
    keys = {"reader.order": "f5", "reader.undo": "f6", "reader.next-mention": "f7", "reader.mark": "f8"}
    running = NewscastApp([article()], analyser=FakeAnalyser(analysis()), settings=Settings(keys=keys))
    async with running.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "New here? F7 next name" in screen_text(pilot)
        await press(pilot, "escape", "enter")
        assert "Go to a name with F7" in shown(pilot, "#status")
        await press(pilot, "2")
        assert "F5 changes the order" in screen_text(pilot)
        await press(pilot, "escape", "M")
        assert "F8 marks the current name" in screen_text(pilot)
        await press(pilot, "escape", "f7", "c", "s")
        assert "F6 undoes it" in shown(pilot, "#status")
        await press(pilot, "ctrl+p", *"order of")
        await pilot.pause(0.5)
        assert "(F5)" in screen_text(pilot)


async def test_the_marks_of_a_block_quote_are_in_no_list() -> None:
    quote = "Head line\n> “We were not told,” said Odile Tarn.\n> “Nobody was,” Odile Tarn added."
    names = [span(quote, "Odile Tarn"), span(quote, "Odile Tarn", "Nobody")]
    mentions = tuple(Mention(f"m{n}", at.start, at.end, "PERSON", "name", "a") for n, at in enumerate(names))
    what = Span(quote.index(">"), quote.index(" said"))
    claim = Claim("c", None, span(quote, "said"), (what,), "direct", "asserted")
    found = Analysis(mentions, (Actor("a", "Odile Tarn", "PERSON", mentions=("m0", "m1")),), (claim,))
    async with app([article(quote)], answer=found).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        for keys in (("1", "enter"), ("2",), ("3", *"told")):
            await press(pilot, *keys)
            await pilot.pause(0.3)
            assert "told" in screen_text(pilot) and ">" not in screen_text(pilot).replace("▶", "")
