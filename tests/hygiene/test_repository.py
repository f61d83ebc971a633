"""What the repository holds: no paths of a machine, no names of the sample in the code, no long modules."""

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = {
    ".cfg",
    ".css",
    ".json",
    ".lock",
    ".md",
    ".py",
    ".sh",
    ".svg",
    ".tcss",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
    "",
}
MACHINE_PATH = re.compile(r"(?<![\w.$~{])/(?:home|root|Users|work|workspace)/[\w.-]+")
# Persons and places that only the sample article is about; a country may stand in a word list.
SAMPLE_NAMES = re.compile(
    r"hisamudin|\bshams\b|qala.?e.?naw|badghis|zarif|suhail|shaheen|\bghani\b"
    r"|\btaliban|\bkabul|\btehran|bin.laden|qaeda",
    re.IGNORECASE,
)
MODULE_LINES = 400
FUNCTION_LINES = 50


def files() -> list[Path]:
    """The files that are, or would be, under version control."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return [ROOT / name for name in sorted(set(listed)) if name and (ROOT / name).is_file()]


def texts(folder: str = "") -> Iterator[tuple[Path, str]]:
    for path in files():
        name = path.relative_to(ROOT)
        if path.suffix in TEXT and name.is_relative_to(folder) and path.stat().st_size < 2_000_000:
            try:
                yield name, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def modules() -> list[Path]:
    return [path for path in files() if path.suffix == ".py"]


@pytest.fixture(scope="module", autouse=True)
def under_version_control() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    found = [f"{name}: {match.group()}" for name, text in texts() for match in MACHINE_PATH.finditer(text)]
    assert found == []


def test_the_code_knows_nothing_of_the_sample_article() -> None:
    found = [
        f"{name}: {match.group()}"
        for name, text in texts("tui")
        if name.suffix == ".py"
        for match in SAMPLE_NAMES.finditer(text)
        # The sample's file name is what `make read` and the tour open.
        if "qala-e-naw.txt" not in text[match.start() : match.end() + 4]
    ]
    assert found == []


def test_no_python_file_is_too_long_to_be_one_thing() -> None:
    long = {
        str(p.relative_to(ROOT)): n for p in modules() if (n := len(p.read_text("utf-8").splitlines())) > MODULE_LINES
    }
    assert long == {}


def test_no_function_is_too_long_to_be_one_thing() -> None:
    long = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    long.append(f"{path.relative_to(ROOT)}: {node.name} has {length} lines")
    assert long == []


def test_no_comment_leaves_work_for_later() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{token.start[0]}"
        for path in modules()
        for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline)
        if token.type == tokenize.COMMENT and re.search(r"\b(?:TODO|FIXME|XXX)\b", token.string)
    ]
    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if path.read_text("utf-8").strip() and ast.get_docstring(ast.parse(path.read_text("utf-8"))) is None
    ]
    assert silent == []
