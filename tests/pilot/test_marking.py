"""Marks and notes: kept, listed, gone to, removed, printed."""

import json
from pathlib import Path

import pytest

from tests.pilot.stage import TEXT, app, article, press, reader, screen_text, settle, span
from tui.articles import load
from tui.cli import main
from tui.notes import Mark, Marks

SIZE = (120, 20)


async def test_a_mark_with_a_note_is_listed_and_gone_to_at_the_next_opening() -> None:
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "]", "]", "m", *"ask her", "enter")
        assert Marks(article()).all() == (Mark(span(TEXT, "Ostrova", "harbour"), "ask her"),)
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "escape")
        assert "*IV The harbour" in screen_text(pilot)
        await press(pilot, "M")
        assert "ask her" in screen_text(pilot)
        await press(pilot, "enter")
        assert reader(pilot).place == span(TEXT, "Ostrova", "harbour")


async def test_a_mark_is_removed_and_escape_marks_nothing() -> None:
    Marks(article()).add(Mark(span(TEXT, "Ostrova"), "one"))
    async with app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "m", "escape", "M", "x")
        assert Marks(article()).all() == () and reader(pilot).marks == ()


def test_notes_are_printed_with_offsets_and_quotes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    Marks(load(str(path))).add(Mark(span(TEXT, "badly damaged"), "by whom?"))
    assert main(["notes", str(path)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["quote"] == TEXT[printed["start"] : printed["end"]] == "badly damaged"
    assert printed["note"] == "by whom?"
