"""What each part of Newscast imports when it is imported, in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("numpy", "rich", "spacy", "textual")


def imported(code: str) -> set[str]:
    """The heavy packages in `sys.modules` after a fresh interpreter has run the code."""
    probe = f"{code}\nimport sys\nprint(*(name for name in {HEAVY} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split()) if done.stdout.strip() else set()


def test_the_probe_sees_an_import() -> None:
    assert "numpy" in imported("import numpy")


@pytest.mark.parametrize(
    "module",
    [
        "tui.analysis.model",
        "tui.analysis.schema",
        "tui.articles",
        "tui.cli",
        "tui.exports.markdown",
        "tui.report",
        "tui.search",
    ],
)
def test_the_core_and_the_command_line_start_without_the_screen_and_without_spacy(module: str) -> None:
    assert imported(f"import {module}") == set()


def test_searching_an_article_needs_no_numpy() -> None:
    code = (
        "from tests.search import sample\n"
        "from tui.search import ArticleIndex\n"
        "article = sample.article()\n"
        "assert ArticleIndex(article, sample.analysis(article.text)).search('qala naw')"
    )
    assert imported(code) == set()


def test_the_readers_process_has_neither_spacy_nor_numpy() -> None:
    assert imported("import tui.app") <= {"rich", "textual"}


def test_the_import_contracts_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
