"""All claims of an article in the making: the forms are asked in turn, then what they found is put in order."""

from bisect import bisect_left

from tui.analysis.drafts import Draft, merged
from tui.analysis.model import Span
from tui.analysis.other_forms import from_others
from tui.analysis.quote_forms import Quoting
from tui.analysis.quotes import Marks, quotations
from tui.analysis.syntax import Syntax
from tui.analysis.verb_forms import from_verbs

_REPEATED = frozenset({"clause", "quotation", "clause before", "question", "according to"})


def drafts_of(syntax: Syntax) -> tuple[list[Draft], Marks]:
    """The drafts of an article and its quotation marks; found once, for actors and claims both need them."""
    if syntax.drafts is None:
        found = quotations(syntax.text, syntax.paragraphs)
        marks = Marks(syntax.text, found)
        drafts: list[Draft] = []
        for sentence in syntax.story():
            drafts.extend(from_verbs(sentence))
            drafts.extend(from_others(sentence, syntax.text, syntax.role(sentence)))
        quoting = Quoting(syntax, found, drafts)
        quoting.run()
        _cut_attributions(quoting.drafts)
        syntax.drafts = (_sound(_plain(quoting.drafts, marks), syntax), marks)
    return syntax.drafts


def _plain(drafts: list[Draft], marks: Marks) -> list[Draft]:
    """Without claims that only a quotation's grammar makes: attitudes and nouns inside of somebody's words."""
    kept = []
    for draft in drafts:
        if _narrator(draft, marks):
            continue
        if draft.cue is not None and marks.inside(draft.cue.start):
            if draft.form not in _REPEATED:
                continue
            head = draft.source_head
            if draft.source is None or (head is not None and head.lower in {"i", "we", "you"}):
                continue
        kept.append(draft)
    return kept


def _narrator(draft: Draft, marks: Marks) -> bool:
    """The writer's own "I think" and "you know", outside of anybody's words."""
    head = draft.source_head
    if head is None or head.lower not in {"i", "we", "you"} or marks.inside(head.start):
        return False
    return draft.verb is None or head.lower == "you" or draft.verb.lemma not in {"say", "tell", "ask", "write"}


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


def _sound(drafts: list[Draft], syntax: Syntax) -> list[Draft]:
    """Without empty, doubled and self-swallowing drafts."""
    unique: dict[tuple[Span, ...], Draft] = {}
    for draft in drafts:
        holes = [span for span in (draft.cue, draft.source) if span]
        pieces = merged([_ended(piece, syntax.text) for piece in draft.pieces], syntax.text)
        draft.pieces = _without(pieces, holes, syntax.text)
        if not draft.pieces or not any(c.isalnum() for p in draft.pieces for c in syntax.text[p.start : p.end]):
            continue
        held = unique.setdefault(tuple(draft.pieces), draft)
        if held is not draft and held.source is None and draft.source is not None:
            unique[tuple(draft.pieces)] = draft
    return list(unique.values())


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
