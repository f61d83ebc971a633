"""Wrong usage and unreadable input: one line on stderr, exit code 2, the rest of a batch goes on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NEWSCAST = [sys.executable, "-m", "tui"]


def newscast(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*NEWSCAST, *map(str, arguments)], input=stdin, capture_output=True, timeout=120)


def assert_one_line(run: subprocess.CompletedProcess[bytes], *words: str) -> None:
    assert run.returncode == 2
    lines = run.stderr.decode().splitlines()
    assert len(lines) == 1, run.stderr.decode()
    assert lines[0].startswith("newscast: ")
    for word in words:
        assert word in lines[0]


@pytest.mark.parametrize("command", [("analyze",), ("read",), ()])
def test_a_missing_file_is_named(tmp_path: Path, command: tuple[str, ...]) -> None:
    assert_one_line(newscast(*command, tmp_path / "gone.txt"), "gone.txt", "no such file")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert_one_line(newscast("analyze", tmp_path), tmp_path.name, "folder")


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "empty.txt").write_bytes(content)
    assert_one_line(newscast("analyze", tmp_path / "empty.txt"), "empty.txt", "empty")


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(bytes(range(256)) * 40)
    assert_one_line(newscast("analyze", tmp_path / "picture.png"), "picture.png", "binary")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("A secret was told.")
    path.chmod(0)
    assert_one_line(newscast("analyze", path), "secret.txt", "permissions")


@pytest.mark.parametrize("name", ["en_no_such_pipeline", "./no/such/folder", "../x", "os", "a b"])
def test_an_unknown_pipeline_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("The mayor spoke.")
    assert_one_line(newscast("analyze", tmp_path / "a.txt", "--pipeline", name), name)


def test_a_pipeline_that_spacy_cannot_load_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor spoke.")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "meta.json").write_text("{}")
    assert_one_line(newscast("analyze", tmp_path / "a.txt", "--pipeline", broken), "broken")


def test_json_prints_one_object_only(tmp_path: Path) -> None:
    assert_one_line(newscast("analyze", "a.txt", "b.txt", "--format", "json"), "jsonl")


def test_a_batch_goes_on_after_an_unreadable_file(tmp_path: Path) -> None:
    for name in ("a", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Mayor {name.upper()}. Linden said it rained.")
    run = newscast("analyze", *(tmp_path / f"{name}.txt" for name in "abc"), "--format", "jsonl")
    assert run.returncode == 2
    sources = [json.loads(line)["article"]["source"] for line in run.stdout.splitlines()]
    assert sources == [str(tmp_path / "a.txt"), str(tmp_path / "c.txt")]
    assert b"b.txt" in run.stderr


def test_escapes_in_a_file_name_do_not_reach_the_terminal(tmp_path: Path) -> None:
    run = newscast("analyze", tmp_path / "x\x1b[2J\x9b31m.txt")
    assert run.returncode == 2
    assert b"\x1b" not in run.stderr
    assert "\x9b" not in run.stderr.decode()


def test_version_and_help_are_answered_at_once() -> None:
    assert newscast("--version").stdout.startswith(b"newscast ")
    shown = newscast("--help")
    assert shown.returncode == 0
    assert b"analyze" in shown.stdout
