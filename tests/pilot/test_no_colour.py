"""NO_COLOR: not one colour reaches the terminal, and the names still stand out."""

import re
import sys
import time
from pathlib import Path

import pexpect
import pytest

from tests.pilot.stage import Runner, app, article, press, reader, settle, span
from tui.analysis.model import Actor, Analysis, Claim, Mention, MentionKind, Party
from tui.widgets.rowlist import RowList

PROGRAM = """
import sys
sys.path.insert(0, {root!r})
from tests.pilot.stage import app
app().run()
"""
SGR = re.compile(rb"\x1b\[([\d;:]*)m")


def output(no_color: str) -> bytes:
    """What the reader sends to its terminal until it is told to quit."""
    root = str(Path(__file__).parents[2])
    env = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "NO_COLOR": no_color,
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
    }
    child: pexpect.spawn[bytes] = pexpect.spawn(
        sys.executable, ["-c", PROGRAM.format(root=root)], env=env, dimensions=(30, 120), timeout=30
    )
    sent = b""
    deadline = time.monotonic() + 30
    asked = False
    while time.monotonic() < deadline:
        try:
            sent += child.read_nonblocking(65536, 0.5)
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            break
        if b"6 actors" in sent and not asked:
            child.send("1jq")
            asked = True
    child.close()
    assert asked
    assert child.exitstatus == 0
    return sent


def is_colour(code: bytes) -> bool:
    """Whether an SGR sequence sets a colour (39 and 49 take it away)."""
    numbers = [int(number) for number in re.split(rb"[;:]", code) if number]
    return any(30 <= n <= 38 or 40 <= n <= 48 or 90 <= n <= 107 for n in numbers)


def test_no_colour_at_all_but_cues() -> None:
    codes = SGR.findall(output("1"))
    assert not [code for code in codes if is_colour(code)]
    assert any(b"1" in code.split(b";") for code in codes)
    assert any(b"4" in code.split(b";") for code in codes)


def test_an_empty_no_color_means_colour_and_not_greys() -> None:
    codes = SGR.findall(output(""))
    exact = [colour for code in codes for colour in re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", code)]
    assert any(max(map(int, colour)) - min(map(int, colour)) > 60 for colour in exact)


def cues(pilot: Runner, words: str, after: str = "") -> frozenset[str]:
    """How words are drawn, colours left out."""
    pane, place = reader(pilot).pane, span(KINDS, words, after)
    row = pane._rows.at(place.start)
    column = pane._margin + 4 + place.start - pane._rows[row].start
    (segment,) = pane.render_line(row - pane.scroll_offset.y).crop(column, column + 1)
    style = segment.style
    assert style is not None
    return frozenset(name for name in ("bold", "italic", "underline", "dim", "reverse") if getattr(style, name))


KINDS = "Odile Tarn Lund & Co Sorbs Brackwater Gale Prize Tuesday 400 the mayor she\nand more words said here."
LABELS = {
    "Odile Tarn": "PERSON", "Lund & Co": "ORG", "Sorbs": "NORP", "Brackwater": "GPE", "Gale Prize": "EVENT",
    "Tuesday": "DATE", "400": "CARDINAL", "the mayor": "PERSON", "she": "PERSON",
}  # fmt: skip


def found() -> Analysis:
    kinds: dict[str, MentionKind] = {"the mayor": "description", "she": "pronoun"}
    places = [(span(KINDS, words), words, label) for words, label in LABELS.items()]
    mentions = tuple(
        Mention(f"m{n}", at.start, at.end, label, kinds.get(words, "name"), "a" if label == "PERSON" else None)
        for n, (at, words, label) in enumerate(places)
    )
    said, what = span(KINDS, "said"), span(KINDS, "more words")
    claim = Claim(
        "c", Party(span(KINDS, "she").start, span(KINDS, "she").end, "a"), said, (what,), "indirect", "asserted"
    )
    return Analysis(mentions, (Actor("a", "Odile Tarn", "PERSON", mentions=("m0", "m7", "m8")),), (claim,))


async def test_without_colour_types_actor_claims_and_matches_have_cues_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with app([article(KINDS)], answer=found()).run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "i")
        seen = {words: cues(pilot, words) for words in LABELS}
        assert len(set(seen.values()) | {cues(pilot, "words")}) == len(LABELS) + 1
        await press(pilot, "C")
        assert len({cues(pilot, "said"), cues(pilot, "words"), cues(pilot, "here")}) == 3
        await press(pilot, "C", "1")
        assert "reverse" in cues(pilot, "Odile") and "reverse" not in cues(pilot, "Lund")
        rows = reader(pilot).query_one("#actor-list", RowList)
        assert any(segment.style and segment.style.reverse for segment in rows.render_line(1))
        await press(pilot, "escape", "escape", "/", *"or", "enter")
        assert cues(pilot, "or", "m") != cues(pilot, "here")
