"""The README tells the truth about what a machine can check."""

import re
from pathlib import Path

from tui.bindings import keys_markdown

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_keys_are_those_of_the_table_of_actions() -> None:
    assert keys_markdown().strip() in README


def test_it_opens_with_a_picture_and_every_picture_exists() -> None:
    pictures = re.findall(r"^!\[[^\]]+\]\(([^)]+)\)", README, re.MULTILINE)
    assert README.startswith("![") and len(pictures) > 3
    for picture in pictures:
        assert (ROOT / picture).read_text(encoding="utf-8").startswith("<svg")


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`|^ {4}make ([a-z]+)", README, re.MULTILINE))
    assert {first or second for first, second in named} <= targets
