"""Claims that oppose each other or the article. A false dispute is worse than a missed one.

Three grounds, each with what proves it: a denial that names what it denies; the same thing affirmed and
negated; contrary words of the same things.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from tui.analysis.cues import NEGATIONS
from tui.analysis.denials import denials
from tui.analysis.lexicon import table, words
from tui.analysis.model import Claim, Dispute, Mention, Span
from tui.analysis.syntax import Syntax
from tui.analysis.words import Sentence, Word

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_LIGHT = words("contraries", "light")
# A lemma in more statements than this tells nothing.
_COMMON = 40
# A longer statement says too many things for two contrary words in it to mean much.
_LONG = 25


@dataclass(slots=True, eq=False)
class Statement:
    """Something said in the article: by the source of a claim, or by the article itself."""

    claim: Claim | None
    span: Span
    lemmas: frozenset[str]
    things: frozenset[str]
    predicates: frozenset[str]
    negated: bool

    @property
    def speaker(self) -> str | None:
        return self.claim.source.actor if self.claim is not None and self.claim.source is not None else None


def find_disputes(syntax: Syntax, mentions: tuple[Mention, ...], claims: tuple[Claim, ...]) -> tuple[Dispute, ...]:
    """The disputes of an article, in the order of the text."""
    statements = _statements(syntax, claims)
    found: dict[tuple[object, ...], tuple[list[Statement], list[Span], str]] = {}
    for claim, denied, passage, reason in denials(syntax, claims):
        sides = [_side(side) for side in (denied, claim) if side is not None]
        found[claim.id,] = (sides, [passage] if passage is not None else [], reason)
    for one, other in _candidates(statements):
        reason = _opposed(one, other)
        if reason and not _same_voice(one, other):
            first, second = sorted((one, other), key=lambda s: s.span.start)
            key = (first.claim.id if first.claim else first.span, second.claim.id if second.claim else second.span)
            found.setdefault(key, ([first, second], [], reason))
    ordered = sorted(found.values(), key=lambda item: min([s.span.start for s in item[0]] + [p.start for p in item[1]]))
    return tuple(_dispute(f"d{k}", *item, syntax, mentions) for k, item in enumerate(ordered, 1))


def _statements(syntax: Syntax, claims: tuple[Claim, ...]) -> list[Statement]:
    starts = [word.start for word in syntax.words]
    said = bytearray(len(syntax.text) + 1)
    found = []
    for claim in claims:
        content: list[Word] = []
        for piece in claim.content:
            content += syntax.words[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
            said[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
        if claim.cue is not None:
            said[claim.cue.start : claim.cue.end] = b"\1" * (claim.cue.end - claim.cue.start)
        if claim.stance in {"asserted", "denied"} and content and claim.form not in {"noun phrase", "infinitive"}:
            found.append(_statement(claim, Span(claim.content[0].start, claim.content[-1].end), content))
    for sentence in syntax.story():
        own = _own_words(sentence, said)
        if own:
            found.append(_statement(None, Span(own[0].start, own[-1].end), own))
    return found


def _own_words(sentence: Sentence, said: bytearray) -> list[Word]:
    """What the article itself says in a sentence: its words outside of claims, when its main verb is among them.

    The subject may be shared with a claim: "The council has met and is said to have agreed".
    """
    root = next((word for word in sentence.words if word.head is word), None)
    if root is None or said[root.start]:
        return []
    subject = root.subject
    return [word for word in sentence.words if not said[word.start] or (subject is not None and word.within(subject))]


def _side(claim: Claim) -> Statement:
    """A claim whose words need not be compared."""
    span = Span(claim.content[0].start, claim.content[-1].end)
    return Statement(claim, span, frozenset(), frozenset(), frozenset(), claim.stance == "denied")


def _statement(claim: Claim | None, span: Span, spoken: list[Word]) -> Statement:
    inside = {word.i for word in spoken}
    lemmas = frozenset(w.lemma for w in spoken if w.pos in _CONTENT and w.lemma not in _LIGHT)
    things = frozenset(w.lemma for w in spoken if w.pos in {"NOUN", "PROPN"} and w.lemma not in _LIGHT)
    tops = [w for w in spoken if (w.head is w or w.head.i not in inside) and w.pos in _CONTENT]
    predicates = frozenset(w.lemma for w in tops if w.lemma not in _LIGHT)
    negated = any(
        c.lower in NEGATIONS for w in tops for c in w.children if c.i in inside and c.dep in {"advmod", "det"}
    )
    if claim is not None and claim.stance == "denied":
        negated = not negated
    return Statement(claim, span, lemmas, things, predicates, negated)


def _candidates(statements: list[Statement]) -> list[tuple[Statement, Statement]]:
    """Pairs that share two things, at least one of them a claim."""
    index: dict[str, list[int]] = defaultdict(list)
    for k, statement in enumerate(statements):
        for thing in statement.things:
            index[thing].append(k)
    shared: Counter[tuple[int, int]] = Counter()
    for places in index.values():
        if len(places) <= _COMMON:
            shared.update((a, b) for x, a in enumerate(places) for b in places[x + 1 :])
    return [
        (statements[a], statements[b])
        for (a, b), count in sorted(shared.items())
        if count >= 2 and (statements[a].claim or statements[b].claim)
    ]


def _same_voice(one: Statement, other: Statement) -> bool:
    if one.claim is not None and other.claim is not None:
        if one.claim.within == other.claim.id or other.claim.within == one.claim.id:
            return True
        return one.speaker is None or other.speaker is None or one.speaker == other.speaker
    return False


def _opposed(one: Statement, other: Statement) -> str:
    """Why two statements cannot both hold; empty when they can."""
    smaller = min(len(one.lemmas), len(other.lemmas))
    common = len(one.lemmas & other.lemmas)
    if one.negated != other.negated and one.predicates & other.predicates and common >= max(3, 0.6 * smaller):
        word = sorted(one.predicates & other.predicates)[0]
        return f"one side affirms and the other denies: {word}"
    if one.negated == other.negated and max(len(one.lemmas), len(other.lemmas)) <= _LONG and common >= 0.25 * smaller:
        for left, right in _contraries():
            for a, b in ((one, other), (other, one)):
                ours, theirs = a.lemmas & left, b.lemmas & right
                central = ours & a.predicates or theirs & b.predicates
                clean = not a.lemmas & right and not b.lemmas & left
                if ours and theirs and central and clean and len(a.things & b.things - left - right) >= 2:
                    return f"contrary words: {sorted(ours)[0]}, {sorted(theirs)[0]}"
    return ""


@cache
def _contraries() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = (line.split("/") for line in table("contraries")["pairs"])
    return tuple((frozenset(left.split()), frozenset(right.split())) for left, right in pairs)


def _dispute(
    key: str, sides: list[Statement], passages: list[Span], reason: str, syntax: Syntax, mentions: tuple[Mention, ...]
) -> Dispute:
    spans = [s.span for s in sides if s.claim is None] + passages
    ids = tuple(s.claim.id for s in sides if s.claim is not None)
    whole = [s.span for s in sides] + passages
    starts = [m.start for m in mentions]
    inside: list[str] = []
    for span in whole:
        for mention in mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            if mention.actor is not None and mention.id not in inside:
                inside.append(mention.id)
    return Dispute(key, ids, tuple(inside), tuple(spans), reason)
