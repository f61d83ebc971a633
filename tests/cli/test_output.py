"""What is printed when nothing can be drawn: the plain report and Markdown."""

import subprocess
import sys
from pathlib import Path

from tests.cli.test_errors import newscast

ARTICLE = (
    "Mayor Maria Keller said the harbour was closed.\n\nThe Brackwater Post reported that it may reopen on Monday.\n"
)


def test_output_that_is_no_terminal_gets_the_plain_report(tmp_path: Path) -> None:
    path = tmp_path / "gale.txt"
    path.write_text(ARTICLE)
    run = newscast(path)
    assert run.returncode == 0
    assert b"Maria Keller" in run.stdout
    assert b"the harbour was closed" in run.stdout
    assert b"\x1b" not in run.stdout
    assert newscast("analyze", path, "--format", "text").stdout == run.stdout


def test_a_pipe_is_an_article(tmp_path: Path) -> None:
    assert b"Maria Keller" in newscast(stdin=ARTICLE.encode()).stdout
    assert b"Maria Keller" in newscast("-", stdin=ARTICLE.encode()).stdout
    assert b"Maria Keller" in newscast("analyze", "-", "--format", "markdown", stdin=ARTICLE.encode()).stdout


def test_a_reader_of_the_output_that_leaves_causes_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "gale.txt"
    path.write_text(ARTICLE * 50)
    command = f"'{sys.executable}' -m tui analyze '{path}' --format json | head -c 10"
    run = subprocess.run(["bash", "-c", command], capture_output=True, timeout=120)
    assert run.stderr == b""
