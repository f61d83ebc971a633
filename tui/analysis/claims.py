"""All claims of an article: the forms are asked in turn, then nested, given kinds, actors and ids."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from tui.analysis.cues import entry_of
from tui.analysis.drafts import Draft, merged
from tui.analysis.framing import PERSONS
from tui.analysis.model import Claim, Mention, Party, Span
from tui.analysis.other_forms import from_others
from tui.analysis.quote_forms import Quoting
from tui.analysis.quotes import Marks, quotations
from tui.analysis.speaker_forms import speaker_colon, unmarked
from tui.analysis.syntax import Syntax
from tui.analysis.verb_forms import from_verbs
from tui.analysis.words import Word

# What a quotation reports of others; its attitudes are its speaker's.
_SPOKEN_FORMS = frozenset({"clause", "quotation", "clause before", "question", "according to", "colon"})

# Forms of claims by nobody about what somebody does, which may be to say something.
_RAISED = frozenset({"seeming", "raised subject"})

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*| \d{1,2})?){0,2}(?: \([^()\n]{2,40}\))?"
    r"|[A-Z][^()\n]{2,40} \([A-Z]{2,10}\)) ?(?:[-–—―]|--) (?=\S)"
)
# In how many paragraphs from the top a dateline may stand.
_BEGINNING = 12
# What turns from somebody's words to another's.
_TURNS = frozenset({"though", "although", "while", "whereas", "but"})


def find_claims(found: tuple[list[Draft], Marks], mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """The claims of an article in the order of the text; their parties name actors where `mentions` do."""
    drafts, marks = found
    return _numbered(drafts, marks, _Actors(mentions))


def find_drafts(syntax: Syntax) -> tuple[list[Draft], Marks]:
    """The claims of an article before anything is known of actors, and its quotation marks."""
    found = quotations(syntax.text, syntax.paragraphs)
    marks = Marks(syntax.text, found)
    drafts: list[Draft] = []
    for sentence in syntax.story():
        drafts.extend(from_verbs(sentence))
        drafts.extend(from_others(sentence))
        drafts.extend(draft for form in (speaker_colon, unmarked) if (draft := form(sentence, syntax)) is not None)
    quoting = Quoting(syntax, found, drafts)
    quoting.run()
    told = _told_once(quoting.drafts)
    _cut_attributions(told)
    _cut_answers(told, marks)
    _cut_names(told)
    return _sound(_plain(told, marks), syntax), marks


def _plain(drafts: list[Draft], marks: Marks) -> list[Draft]:
    """Without claims that only a quotation's grammar makes: attitudes and nouns inside of somebody's words."""
    kept = []
    for draft in drafts:
        if _narrator(draft, marks):
            continue
        if draft.cue is not None and marks.inside(draft.cue.start):
            if draft.form not in _SPOKEN_FORMS:
                continue
            head = draft.source_head
            if draft.source is None or (head is not None and head.lower in {"i", "we", "you"}):
                continue
        kept.append(draft)
    return kept


def _narrator(draft: Draft, marks: Marks) -> bool:
    """The writer's own "I think" and "you know", outside of anybody's words; what is quoted was said."""
    head = draft.source_head
    if head is None or head.lower not in {"i", "we", "you"} or marks.inside(head.start):
        return False
    if head.lower != "you" and marks.kind(tuple(draft.pieces)) == "direct":
        return False
    return draft.verb is None or head.lower == "you" or draft.verb.lemma not in {"say", "tell", "ask", "write"}


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """`S seems to deny K`, `S is said to have denied K`, `S reportedly denied K`: one claim, which is S's.

    That it only seems so hedges what is denied, and stands in its cue.
    """
    said = {d.verb.i: d for d in drafts if d.verb is not None and d.source is not None and _is_of_words(d.verb)}
    beside = {word.start: i for i, d in said.items() if d.verb is not None for word in d.verb.having("advmod")}
    kept = []
    for draft in drafts:
        below: list[int] = []
        if draft.form == "adverb" and draft.cue is not None:
            below = [beside.get(draft.cue.start, -1)]
        elif draft.form in _RAISED and draft.verb is not None:
            below = [word.i for word in draft.verb.having("xcomp", "ccomp")]
        told = next((said[i] for i in below if i in said), None)
        if told is None or told.cue is None or told.source is None or draft.cue is None or draft.source is not None:
            kept.append(draft)
            continue
        cue = Span(min(draft.cue.start, told.cue.start), max(draft.cue.end, told.cue.end))
        if not cue.start < told.source.start < cue.end:
            told.cue = cue
        if told.stance == "asserted":
            told.stance = draft.stance
    return kept


def _is_of_words(verb: Word) -> bool:
    """Whether a verb tells words or thoughts, and not only what somebody is for: `is expected to support S`."""
    entry = entry_of(verb)
    return entry is not None and bool(entry.frames & {"clause", "quote", "as"})


def _cut_attributions(drafts: list[Draft]) -> None:
    """`X is said to ..., according to S`: what S tells of includes the saying, so it ends before S."""
    attributions = sorted((d for d in drafts if d.form == "according to" and d.cue), key=lambda d: d.start)
    starts = [d.cue.start for d in attributions if d.cue]
    for draft in drafts:
        if draft.cue is None or not attributions:
            continue
        for k, piece in enumerate(draft.pieces):
            n = bisect_left(starts, piece.start)
            if n < len(starts) and starts[n] < piece.end and draft is not attributions[n]:
                other = attributions[n]
                if any(p.start <= draft.cue.start < p.end for p in other.pieces):
                    draft.pieces[k] = Span(piece.start, starts[n])


def _cut_answers(drafts: list[Draft], marks: Marks) -> None:
    """`S said K, though T denied it`: what is reported after a turn, of another or of S again, is no part of K.

    What is thought there is: `S said he was tired, but he hoped to win`.
    """
    for answer, others in _beside(drafts):
        verb = answer.verb
        assert verb is not None and verb.sentence is not None
        turn = next((w for w in verb.children if w.dep in {"mark", "cc"} and w.lower in _TURNS and w.i < verb.i), None)
        comma = verb.sentence.previous_word(turn) if turn is not None else None
        if answer.source is None or answer.stance == "hedged":
            continue
        # "found that most like A, while some like B": what others think was found too.
        entry = entry_of(verb)
        if turn is not None and turn.lower in {"while", "whereas"} and entry and "quote" not in entry.frames:
            continue
        if comma is None or comma.text != "," or marks.inside(comma.start):
            continue
        for draft in others:
            if draft is not answer and draft.verb is not None and draft.verb.i < comma.i:
                draft.pieces = [
                    Span(piece.start, comma.start) if piece.start < comma.start < piece.end else piece
                    for piece in draft.pieces
                ]


def _cut_names(drafts: list[Draft]) -> None:
    """`S said K of a plan, which he called L`: what S calls the plan is a claim of its own."""
    for named, others in _beside(drafts):
        verb = named.verb
        assert verb is not None and verb.sentence is not None
        if verb.dep != "acl:relcl" or named.form != "calling" or named.source_head is None:
            continue
        comma = verb.left if verb.left.text == "," else verb.sentence.previous_word(verb.left)
        if comma is None or comma.text != "," or named.source_head.lower not in PERSONS:
            continue
        for draft in others:
            if draft is not named:
                draft.pieces = [
                    Span(piece.start, comma.start) if piece.start < comma.start < named.start < piece.end else piece
                    for piece in draft.pieces
                ]


def _beside(drafts: list[Draft]) -> Iterator[tuple[Draft, list[Draft]]]:
    """Each draft with a verb that is not the only one of its sentence, with all of that sentence."""
    by_sentence: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.verb is not None and draft.verb.sentence is not None:
            by_sentence[draft.verb.sentence.i].append(draft)
    return ((one, together) for together in by_sentence.values() if len(together) > 1 for one in together)


def _sound(drafts: list[Draft], syntax: Syntax) -> list[Draft]:
    """Without empty, doubled and self-swallowing drafts."""
    unique: dict[tuple[Span, ...], Draft] = {}
    for draft in drafts:
        holes = [span for span in (draft.cue, draft.source) if span]
        pieces = merged([_ended(_past_dateline(piece, syntax), syntax.text) for piece in draft.pieces], syntax.text)
        draft.pieces = _without(pieces, holes, syntax.text)
        if not draft.pieces or not any(c.isalnum() for p in draft.pieces for c in syntax.text[p.start : p.end]):
            continue
        held = unique.setdefault(tuple(draft.pieces), draft)
        if held is not draft and held.source is None and draft.source is not None:
            unique[tuple(draft.pieces)] = draft
    return list(unique.values())


def _past_dateline(piece: Span, syntax: Syntax) -> Span:
    """A piece without the place and the agency with which a report begins: `OSLO (AP) - `."""
    match = _DATELINE.match(syntax.text, piece.start, piece.end)
    begins = any(paragraph.start == piece.start for paragraph in syntax.paragraphs[:_BEGINNING])
    return Span(match.end(), piece.end) if match is not None and begins else piece


def _without(pieces: list[Span], holes: list[Span], text: str) -> list[Span]:
    """Pieces with the cue and the source cut out."""
    for hole in holes:
        cut: list[Span] = []
        for piece in pieces:
            if hole.end <= piece.start or piece.end <= hole.start:
                cut.append(piece)
                continue
            cut += [_trimmed(Span(a, b), text) for a, b in ((piece.start, hole.start), (hole.end, piece.end)) if a < b]
        pieces = [piece for piece in cut if piece.start < piece.end]
    return pieces


def _ended(piece: Span, text: str) -> Span:
    """A piece without white space and commas at its edges and without the full stop after an unquoted clause."""
    piece = _trimmed(piece, text)
    stop = text[piece.end - 1 : piece.end] == "." and text[piece.end : piece.end + 1] in {"", "\n", " "}
    inner = text[piece.start : piece.end - 1]
    if stop and inner[-1:].islower() and "." not in inner[-4:]:
        return Span(piece.start, piece.end - 1)
    return piece


def _trimmed(piece: Span, text: str) -> Span:
    start, end = piece.start, piece.end
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return Span(start, end)


def _numbered(drafts: list[Draft], marks: Marks, actors: "_Actors") -> tuple[Claim, ...]:
    drafts.sort(key=lambda d: (min(d.start, d.cue.start if d.cue else d.start), -d.end, d.form))
    ids = {id(draft): f"c{k}" for k, draft in enumerate(drafts, 1)}
    within = _nesting(drafts)
    claims = []
    for draft in drafts:
        content = tuple(draft.pieces)
        parent = within.get(id(draft))
        claims.append(
            Claim(
                id=ids[id(draft)],
                source=actors.party(draft.source, draft.source_head),
                cue=draft.cue,
                content=content,
                kind=marks.kind(content),
                stance=draft.stance,
                addressee=actors.party(draft.addressee, draft.addressee_head),
                within=ids[id(parent)] if parent is not None else None,
                form=draft.form,
            )
        )
    return tuple(claims)


def _nesting(drafts: list[Draft]) -> dict[int, Draft]:
    """For each draft the smallest one whose content holds its content and cue."""
    by_place: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for piece in draft.pieces:
            for block in range(piece.start // 512, piece.end // 512 + 1):
                by_place[block].append(draft)
    found: dict[int, Draft] = {}
    for draft in drafts:
        anchor = draft.cue or draft.pieces[0]
        holders = [other for other in by_place[anchor.start // 512] if other is not draft and _holds(other, draft)]
        if holders:
            found[id(draft)] = min(holders, key=lambda other: sum(p.end - p.start for p in other.pieces))
    return found


def _holds(outer: Draft, inner: Draft) -> bool:
    spans = [*inner.pieces, inner.cue] if inner.cue else inner.pieces
    size = sum(p.end - p.start for p in inner.pieces)
    if sum(p.end - p.start for p in outer.pieces) <= size:
        return False
    return all(any(p.start <= s.start and s.end <= p.end for p in outer.pieces) for s in spans)


class _Actors:
    """The actors of the mentions by their place."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self._mentions = [m for m in mentions if m.actor is not None]
        self._starts = [m.start for m in self._mentions]

    def party(self, span: Span | None, head: Word | None) -> Party | None:
        """A span as a party, with the actor of the mention at its head."""
        if span is None:
            return None
        near = head.with_names() if head is not None else []
        actor = next((a for w in near if (a := self._at(w.start)) is not None), None)
        return Party(span.start, span.end, actor or (self._first(span) if head is None else None))

    def _at(self, position: int) -> str | None:
        k = bisect_left(self._starts, position + 1) - 1
        for mention in reversed(self._mentions[max(0, k - 5) : k + 1]):
            if mention.start <= position < mention.end:
                return mention.actor
        return None

    def _first(self, span: Span) -> str | None:
        k = bisect_left(self._starts, span.start)
        return self._mentions[k].actor if k < len(self._mentions) and self._mentions[k].start < span.end else None
