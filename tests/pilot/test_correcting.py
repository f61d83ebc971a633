"""Correcting by keys: what a choice changes is shown, applied everywhere, undone, and there at the next opening."""

from dataclasses import replace

from tests.pilot.stage import TEXT, analysis, app, press, reader, screen_text, settle, shown, span
from tui.analysis.model import Actor, Analysis, Mention
from tui.corrections.desk import Desk
from tui.corrections.model import rename
from tui.screens.correcting import CorrectDialog
from tui.screens.reader import ReaderScreen
from tui.widgets.rowlist import RowList

SIZE = (120, 30)


def names(screen: ReaderScreen) -> list[str]:
    assert screen.cast is not None
    return [actor.name for actor in screen.cast.analysis.actors]


async def test_renaming_shows_what_it_changes_and_changes_it_everywhere() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "c", "r", "ctrl+u", *"Mrs V")
        assert "Enter renames: 4 mentions, 2 claims" in screen_text(pilot)
        await press(pilot, "enter")
        assert names(reader(pilot))[0] == "Mrs V" and "Mrs V" in screen_text(pilot)
        assert "Renamed: Ilse Varga → Mrs V" in shown(pilot, "#status")
        await press(pilot, "2")
        assert "Mrs V (Ilse Varga)" in screen_text(pilot)


async def test_undo_and_redo_by_key() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "c", "t", "enter")
        assert reader(pilot).cast.actors["varga"].label == "ORG"  # type: ignore[union-attr]
        await press(pilot, "U")
        assert reader(pilot).cast.actors["varga"].label == "PERSON"  # type: ignore[union-attr]
        await press(pilot, "ctrl+r")
        assert reader(pilot).cast.actors["varga"].label == "ORG"  # type: ignore[union-attr]


async def test_merging_closes_the_card_of_the_actor_that_is_gone() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "down", "enter", "c", "m", "enter")
        assert "Anton Rehn" not in names(reader(pilot))
        assert reader(pilot).card is None and "People (1)" in screen_text(pilot)


async def test_the_mention_at_the_place_is_split_off_or_is_no_name() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "]", "c")
        assert "“Ostrova” at this place" in screen_text(pilot)
        await press(pilot, "s")
        assert names(reader(pilot)).count("Ostrova") == 2
        await press(pilot, "U", "c", "x")
        assert "Ostrova" not in names(reader(pilot))


async def test_a_claim_is_rejected() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "}", "c", "c")
        assert "c1" not in reader(pilot).cast.claims and reader(pilot).claim is None  # type: ignore[union-attr]


async def test_escape_leaves_everything_as_it_was() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "c", "r", "escape")
        assert isinstance(pilot.app.screen, CorrectDialog)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert reader(pilot).cast.analysis == analysis()


async def test_corrections_are_there_at_the_next_opening_and_misfits_are_told() -> None:
    from tests.pilot.stage import article

    desk = Desk(article(), analysis())
    desk.do(rename(TEXT, desk.analysis, desk.analysis.actors[0], "Mrs V"))
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert names(reader(pilot))[0] == "Mrs V"
    async with app(answer=Analysis()).run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "1 correction kept that no longer fits" in shown(pilot, "#status")


async def test_the_key_is_offered_only_where_there_is_something_to_correct() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert not reader(pilot).available("correct")
        await press(pilot, "]")
        assert reader(pilot).available("correct") and reader(pilot).place == span(TEXT, "Ostrova")


async def test_the_other_actor_is_found_by_a_part_of_its_name() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "c", "m", *"LDÉ")
        assert "No other actor has that in its name" in screen_text(pilot)
        await press(pilot, "ctrl+u", *"oST")
        dialog = screen_text(pilot)
        assert "Coast Courier" in dialog and "Ostrova   " in dialog and "4 mentions, 2 claims" in dialog
        await press(pilot, "down", "enter")
        assert "Merged: Ilse Varga → Ostrova" in shown(pilot, "#status")
        await press(pilot, "U", "1", "c", "m", "q", "escape")
        assert "Rename it" in screen_text(pilot)


async def test_of_very_many_actors_the_first_are_offered_and_the_others_found() -> None:
    found = analysis()
    many = [Actor(f"x{n}", f"Nobody {n}", "PERSON", mentions=(f"y{n}",)) for n in range(200)]
    places = [Mention(f"y{n}", n, n + 1, "PERSON", "name", f"x{n}") for n in range(200)]
    mentions = sorted((*found.mentions, *places), key=lambda mention: mention.start)
    answer = replace(found, actors=(*found.actors, *many), mentions=tuple(mentions))
    async with app(answer=answer).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "c", "m")
        choices = pilot.app.screen.query_one("#choices", RowList)
        assert len(choices.entries) < 60
        await press(pilot, *"nobody 199")
        assert [entry.key for entry in choices.entries if entry.selectable] == ["x199"]


async def test_the_actor_under_the_cursor_is_corrected_however_fast_one_types() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        screen = reader(pilot)
        await press(pilot, "1")
        # As it is in the moment between the focus and the choice.
        screen.actor = None
        assert screen.subject.actor is not None and screen.subject.actor.name == "Ilse Varga"
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, CorrectDialog)
