"""The settings file: what it changes, and how its mistakes are named."""

import json
import string
from pathlib import Path

import pytest

from tests.pilot.stage import FakeAnalyser, analysis, article, press, reader, screen_text, settle
from tui.app import NewscastApp
from tui.bindings import first_key
from tui.cli import main
from tui.settings import Settings, SettingsError, load


def settings(folder: Path, text: str) -> Settings:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return load()


def test_without_a_file_everything_is_newscasts_own_choice() -> None:
    assert load() == Settings()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('tehme = "nord"', "there is no setting tehme; did you mean theme?"),
        ('theme = "newscast-drak"', "there is no theme newscast-drak; did you mean newscast-dark?"),
        ('[keys]\n"reader.fnd" = "x"', "there is no action reader.fnd; did you mean reader.find?"),
        ('[keys]\n"reader.find" = "ctl+f"', "there is no key ctl; did you mean ctrl?"),
        ('[keys]\n"reader.find" = "pagedwn"', "there is no key pagedwn; did you mean pagedown?"),
        ("measure = 5", "measure is a number from 20 to 200"),
        ("theme = ", "is no TOML file"),
    ],
)
def test_a_mistake_is_named_with_the_nearest_right_word(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        settings(tmp_path, text)
    assert told in str(caught.value) and "config.toml" in str(caught.value)


def test_a_mistake_ends_the_command_with_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "config.toml").write_text("colour = 1", encoding="utf-8")
    assert main(["analyze", "nothing.txt"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


async def test_keys_theme_and_measure_are_the_users(tmp_path: Path) -> None:
    chosen = settings(tmp_path, 'theme = "nord"\nmeasure = 40\n[keys]\n"reader.find" = "F5, ?"'.replace("F5", "f5"))
    running = NewscastApp([article()], analyser=FakeAnalyser(analysis()), settings=chosen)
    async with running.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert running.theme == "nord"
        text = reader(pilot)._articles[0].text
        assert max(len(text[row.start : row.end]) for row in map(reader(pilot).pane._rows.__getitem__, range(20))) <= 40
        await press(pilot, "f5")
        assert reader(pilot).query_one("#find").display
        await press(pilot, "escape", "f1", "slash", *"in the art")
        assert "F5" in screen_text(pilot)


@pytest.mark.parametrize("sign", sorted({*string.punctuation} - {","}))
async def test_every_sign_of_the_keyboard_can_be_a_key(sign: str, tmp_path: Path) -> None:
    quoted = json.dumps(sign)
    chosen = settings(tmp_path, f'[keys]\n"reader.references-tab" = {quoted}')
    running = NewscastApp([article()], analyser=FakeAnalyser(analysis()), settings=chosen)
    async with running.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, sign)
        assert reader(pilot).tab == "references"
        assert first_key("reader.references-tab", chosen.keys) == sign


async def test_a_key_that_is_given_to_an_action_is_taken_from_the_one_that_had_it(tmp_path: Path) -> None:
    chosen = settings(tmp_path, '[keys]\n"reader.find" = "j"\n"reader.copy" = "comma, c"')
    running = NewscastApp([article()], analyser=FakeAnalyser(analysis()), settings=chosen)
    async with running.run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        assert "Copied" in screen_text(pilot)
        await press(pilot, "]", "c")
        assert running.screen is reader(pilot) and "unbound" not in screen_text(pilot)
        await press(pilot, "j")
        assert reader(pilot).query_one("#find").display
        await press(pilot, "escape", "question_mark", "slash", *"correct the current")
        assert "unbound" in screen_text(pilot)


def test_a_key_given_to_two_actions_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"the key % is given to reader\.find and to reader\.marks|reader\.marks"):
        settings(tmp_path, '[keys]\n"reader.find" = "%"\n"reader.marks" = "%"')
    assert settings(tmp_path, '[keys]\n"article.down" = "x"\n"list.down" = "x"').keys["list.down"] == "x"
