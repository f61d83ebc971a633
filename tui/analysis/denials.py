"""What a denial is said against: reports that it names, or what somebody else has just said."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tui.analysis.lexicon import table
from tui.analysis.model import Claim, Span
from tui.analysis.pronouns import PRONOUNS
from tui.analysis.syntax import Syntax
from tui.analysis.words import Sentence

Denial = tuple[Claim, Claim | None, Span | None, str]
"""The denial, the claim and the passage against which it is said, one of which is known, and why."""

_ANAPHORS = frozenset({"it", "that", "this"})
_ARTICLES = frozenset({"a", "an", "the", "that", "this", "those", "these", "his", "her", "its", "their", "all", "both"})
# What is said in fewer words than a clause is hardly what "it" is.
_PHRASES = frozenset({"noun phrase", "preposition", "calling", "infinitive", "gerund"})
# "those earlier allegations"
_SHORT = 3
# How many sentences before a denial the other's words may end, and how many claims may lie between.
_NEAR, _FEW = 3, 12


def denials(syntax: Syntax, claims: Sequence[Claim]) -> Iterator[Denial]:
    """The denials of an article that name their other side, or point back to it."""
    nouns = frozenset(str(table("contraries")["denied"]).split())
    for number, claim in enumerate(claims):
        if claim.stance != "denied" or claim.cue is None:
            continue
        who = syntax.text[claim.source.start : claim.source.end] if claim.source else ""
        by = f" by {who}" if who and who.lower() not in PRONOUNS else ""
        noun = _noun(syntax, claim, nouns)
        content = syntax.text[claim.content[0].start : claim.content[-1].end].lower().split()
        pointing = len(content) == 1 and content[0] in _ANAPHORS
        if 1 < len(content) <= _SHORT and content[0] in _ARTICLES:
            pointing = content[-1].removesuffix("s") in nouns
        if pointing:
            other = _said_before(syntax, claim, claims[max(0, number - _FEW) : number])
            if other is not None:
                yield claim, other, None, f"denied{by}"
                continue
        if noun is not None:
            end = max(claim.content[0].end, noun.end)
            yield claim, None, Span(noun.start, end), f"{syntax.text[noun.start : noun.end].lower()} denied{by}"


def _noun(syntax: Syntax, claim: Claim, nouns: frozenset[str]) -> Span | None:
    """`S denied reports that ...`: the reports."""
    assert claim.cue is not None
    for word in _sentence_at(syntax, claim.cue.start).words:
        near = claim.cue.end <= word.start <= claim.content[0].start + 25
        if near and word.lemma in nouns and word.dep == "obj":
            return Span(word.start, word.end)
    return None


def _said_before(syntax: Syntax, denial: Claim, before: Sequence[Claim]) -> Claim | None:
    """The claim of somebody else to which a denial points back: the last one near, an accusation before others."""
    here = _sentence_at(syntax, denial.content[0].start)
    mine = denial.source.actor if denial.source is not None else None
    found: Claim | None = None
    for claim in reversed(before) if mine is not None else ():
        there = _sentence_at(syntax, claim.content[-1].end - 1)
        if here.i - there.i > _NEAR or here.paragraph - there.paragraph > 1:
            break
        source = claim.source
        if claim.stance not in {"asserted", "hedged"} or claim.within or (source is not None and source.actor == mine):
            continue
        if source is None or (syntax.text[source.start : source.end].lower() in PRONOUNS and source.actor is None):
            # Nobody knows whose words would be denied, and those before them are not meant.
            break
        if _accuses(syntax, claim):
            return claim
        if found is None and claim.form not in _PHRASES:
            found = claim
    return found


def _accuses(syntax: Syntax, claim: Claim) -> bool:
    verbs = frozenset(str(table("contraries")["accusing"]).split())
    cue = claim.cue
    return cue is not None and any(
        word.lemma in verbs
        for word in _sentence_at(syntax, cue.start).words
        if cue.start <= word.start < cue.end
    )  # fmt: skip


def _sentence_at(syntax: Syntax, position: int) -> Sentence:
    word = syntax.words[max(0, bisect_left(syntax.words, position + 1, key=lambda word: word.start) - 1)]
    assert word.sentence is not None
    return word.sentence
