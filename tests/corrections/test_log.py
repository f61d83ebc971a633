"""The log: what is acknowledged survives a kill, undo and redo give the same states, to any depth."""

import subprocess
import sys
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.pilot.stage import TEXT, analysis, article
from tui.analysis.model import Analysis
from tui.corrections.applying import DoesNotFit
from tui.corrections.desk import Desk
from tui.corrections.log import CorrectionLog
from tui.corrections.model import Correction, merge, reject, rename, retype, split, unname

NUMBER = st.integers(0, 40)


class Correcting(RuleBasedStateMachine):
    """Any corrections, undone, redone and read again, against a plain list of states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = self.open()
        self.states: list[Analysis] = [analysis()]
        self.now = 0

    def open(self) -> Desk:
        return Desk(article(), analysis(), CorrectionLog(article(), Path(self.folder.name)))

    def teardown(self) -> None:
        self.folder.cleanup()

    def correction(self, kind: str, number: int, other: int, value: str) -> Correction | None:
        found = self.desk.analysis
        if kind == "reject":
            return reject(TEXT, found.claims[number % len(found.claims)]) if found.claims else None
        if not found.actors or not found.mentions:
            return None
        actor, into = found.actors[number % len(found.actors)], found.actors[other % len(found.actors)]
        mention = found.mentions[number % len(found.mentions)]
        return {
            "rename": lambda: rename(TEXT, found, actor, value),
            "retype": lambda: retype(TEXT, found, actor, value),
            "merge": lambda: merge(TEXT, found, actor, into),
            "split": lambda: split(TEXT, mention),
            "unname": lambda: unname(TEXT, mention),
        }[kind]()

    @rule(
        kind=st.sampled_from(["rename", "merge", "split", "retype", "unname", "reject"]),
        number=NUMBER,
        other=NUMBER,
        value=st.sampled_from(["PERSON", "Ärmel", "“x”\n"]),
    )
    def correct(self, kind: str, number: int, other: int, value: str) -> None:
        correction = self.correction(kind, number, other, value)
        if correction is None:
            return
        before = self.desk.analysis
        try:
            self.desk.do(correction)
        except DoesNotFit:
            assert self.desk.analysis == before
            return
        del self.states[self.now + 1 :]
        self.states.append(self.desk.analysis)
        self.now += 1

    @precondition(lambda self: self.now > 0)
    @rule()
    def undo(self) -> None:
        assert self.desk.undo() is not None
        self.now -= 1

    @precondition(lambda self: self.now < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        assert self.desk.redo() is not None
        self.now += 1

    @rule()
    def open_again(self) -> None:
        self.desk = self.open()

    @invariant()
    def the_state_is_the_one_of_the_list(self) -> None:
        assert self.desk.analysis == self.states[self.now]
        assert len(self.desk.ledger.done) == self.now
        assert len(self.desk.ledger.undone) == len(self.states) - 1 - self.now

    @invariant()
    def nothing_points_to_what_is_gone(self) -> None:
        found = self.desk.analysis
        actors = {actor.id for actor in found.actors}
        mentions = {mention.id for mention in found.mentions}
        claims = {claim.id for claim in found.claims}
        assert all(mention.actor is None or mention.actor in actors for mention in found.mentions)
        assert all(set(actor.mentions) <= mentions for actor in found.actors)
        assert all(set(dispute.claims) <= claims and set(dispute.mentions) <= mentions for dispute in found.disputes)
        parties = [party for claim in found.claims for party in (claim.source, claim.addressee) if party]
        assert all(party.actor is None or party.actor in actors for party in parties)


TestCorrecting = Correcting.TestCase
TestCorrecting.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)

KILLED = """
import os, signal
from tests.pilot.stage import TEXT, analysis, article
from tui.corrections.desk import Desk
from tui.corrections.model import rename
desk = Desk(article(), analysis())
desk.do(rename(TEXT, desk.analysis, desk.analysis.actors[0], "Ilse V."))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_correction_survives_kill_9_right_after_it() -> None:
    done = subprocess.run([sys.executable, "-c", KILLED], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == -9
    assert Desk(article(), analysis()).analysis.actors[0].name == "Ilse V."


def test_a_line_that_was_cut_off_is_told_and_swallows_nothing() -> None:
    desk = Desk(article(), analysis())
    desk.do(rename(TEXT, desk.analysis, desk.analysis.actors[0], "First"))
    path = CorrectionLog(article()).path
    with path.open("a", encoding="utf-8") as log:
        log.write('{"do": "rename", "at": [{"sta')
    again = Desk(article(), analysis())
    assert again.unreadable == (3,)
    again.do(rename(TEXT, again.analysis, again.analysis.actors[1], "Second"))
    last = Desk(article(), analysis())
    assert [actor.name for actor in last.analysis.actors[:2]] == ["First", "Second"]
    assert last.unreadable == (3,)
