"""`newscast corrections`, and the corrections in what `newscast analyze` prints."""

import io
import json
from pathlib import Path

import pytest

from tests.pilot.stage import TEXT, analysis
from tui.analysis.cache import AnalysisCache
from tui.articles import load
from tui.cli import main
from tui.corrections.desk import Desk
from tui.corrections.model import rename


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    """An article that was analysed and has one correction."""
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    story = load(str(path))
    AnalysisCache().put(story, analysis(story.text))
    desk = Desk(story, analysis(story.text))
    desk.do(rename(story.text, desk.analysis, desk.analysis.actors[0], "Mrs V"))
    return path


def test_what_is_exported_is_applied_elsewhere_once(
    corrected: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert main(["corrections", "export", str(corrected)]) == 0
    exported = capsys.readouterr().out
    assert json.loads(exported)["value"] == "Mrs V"
    monkeypatch.setenv("NEWSCAST_DATA", str(tmp_path / "somebody else"))
    for number in (1, 0):
        monkeypatch.setattr("sys.stdin", io.StringIO(exported))
        assert main(["corrections", "apply", str(corrected), "-"]) == 0
        assert f"{number} corrections added" in capsys.readouterr().err
    assert Desk(load(str(corrected)), analysis()).analysis.actors[0].name == "Mrs V"


def test_a_correction_of_another_text_is_refused_by_its_line(
    corrected: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["corrections", "export", str(corrected)])
    lines = tmp_path / "lines.jsonl"
    lines.write_text("nonsense\n" + capsys.readouterr().out, encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text("Quite another text, about nobody at all.", encoding="utf-8")
    assert main(["corrections", "apply", str(other), str(lines)]) == 2
    told = capsys.readouterr().err
    assert "line 1 is no correction" in told and "line 2: “Ilse Varga” does not stand there" in told


def test_the_printed_analysis_is_the_corrected_one(corrected: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", str(corrected), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["actors"][0]["name"] == "Mrs V"
    assert main(["analyze", str(corrected), "--format", "json", "--uncorrected"]) == 0
    assert json.loads(capsys.readouterr().out)["actors"][0]["name"] == "Ilse Varga"


def test_plain_is_the_corrected_report_without_the_screen(
    corrected: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.terminal.can_draw", lambda: True)
    assert main(["read", "--plain", str(corrected)]) == 0
    printed = capsys.readouterr().out
    assert "Mrs V, port master" in printed and "─" not in printed and "│" not in printed
