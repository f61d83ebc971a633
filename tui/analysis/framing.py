"""What the forms of reporting verbs share: drafts with their parties and stances, and the bounds of complements."""

from tui.analysis.cues import NEGATIONS, Cue, is_denied, is_view, turned, verbs
from tui.analysis.drafts import Draft
from tui.analysis.model import Span, Stance
from tui.analysis.parties import Source, addressee_of, cue_span, is_empty, may_speak, modal, negated, reports_on
from tui.analysis.words import FINITE, Word

CLAUSES = frozenset({"ccomp", "parataxis"})
# What begins a clause that sets the scene of what was said.
SCENE = frozenset(["when", "while", "as", "after", "before", "since", "once", "asked", "until", "by", "in", "during"])
FINITE_OR_MODAL = FINITE | {"MD"}
PERSONS = frozenset({"he", "she", "they"})
RELATIVES = frozenset({"which", "that", "who", "whom"})
# So many words stand between an age and what it is followed by.
_AGE = 2
_LATER = frozenset({"later", "earlier", "afterward", "afterwards"})
_TRAILING = frozenset({"obl", "advcl", "advmod", "obl:unmarked", "obl:tmod", "obl:npmod"})


def stance_of(verb: Word, cue: Cue, frame: str) -> Stance:
    if verb.tag == "VBG" and verb.head.lower == "short" and verb.head.head.lemma in {"stop", "fall"}:
        # "stopped short of calling it ..."
        return "declined"
    particle = verb.child("compound:prt")
    lemma = f"{verb.lemma}_{particle.lower}" if particle is not None else verb.lemma
    return turned(cue.stance(frame), negated(verb), modal(verb), frame, lemma)


def draft_of(
    verb: Word, cue: Cue, frame: str, form: str, pieces: list[Span | None], source: Source | None
) -> Draft | None:
    """A draft with its source, cue, stance and addressee; nothing when it has no content."""
    content = [piece for piece in pieces if piece is not None]
    if not content:
        return None
    draft = Draft(verb, form, stance_of(verb, cue, frame), content, cue=cue_span(verb, source))
    if source is not None:
        draft.source, draft.source_head = source.span, source.head
    other = addressee_of(verb, cue)
    if other is not None and not any(
        other.head.start >= piece.start and other.head.end <= piece.end for piece in content
    ):
        draft.addressee, draft.addressee_head = other.span, other.head
    return draft


def speaks(source: Source | None, cue: Cue, strict: bool) -> bool:
    """Whether a subject will do as a source; for words that need not report it must be able to speak."""
    if source is None:
        return True
    if source.head.lower == "it" and source.head.dep == "nsubj" and cue.frames & {"quote", "as"}:
        return "seem" not in cue.frames
    return not is_empty(source.head) and (not strict or may_speak(source.head))


def after(verb: Word, clause: Word) -> Word:
    """The first word of a complement, which cannot stand before its verb."""
    first = clause.left
    sentence = verb.sentence
    assert sentence is not None
    if first.i <= verb.i:
        following = sentence.next_word(verb)
        first = following if following is not None and following.i <= clause.i else clause
    for child in verb.children:
        if verb.i < child.i < clause.i and child.dep in {"obj", "iobj", "obl"} and child.right.i >= first.i:
            following = sentence.next_word(child.right)
            if following is not None and following.i <= clause.i:
                first = following
    first = _past_time(verb, first, clause)
    that = clause.child("mark")
    if that is not None and that.lower == "that" and 0 < that.i - first.i <= _AGE and first.tag == "CD":
        # "told X, 24, that ..."
        first = that
    following = first.sentence.next_word(first) if first.sentence is not None else None
    if first.lower == "only" and following is not None and following.lower == "that":
        first = following
    thing = verb.child("obj")
    # "denied reports (that) ...", "challenge the view that ...": the noun before the clause is part of what is denied.
    if thing is not None and thing.right.i + 1 == first.i and (is_denied(thing.lemma) or is_view(thing.lemma)):
        return thing.left
    return first


def _past_time(verb: Word, first: Word, clause: Word) -> Word:
    """`said last week there would be ...`, `said later ...`: the time right after the verb is that of the saying."""
    following = first.sentence.next_word(first) if first.sentence is not None else None
    if first.sentence is None or following is None or first.i != verb.i + 1:
        return first
    if first.lower in _LATER and first.dep == "advmod" and following.text != ",":
        return following
    if first.entity not in {"DATE", "TIME"}:
        return first
    rest = first.sentence.words[first.i - first.sentence.words[0].i :]
    told = [word for word in rest if word.i <= clause.i]
    count = next((k for k, word in enumerate(told) if word.entity != first.entity), len(told))
    outer = [word for word in told[:count] if word.head not in told[:count]]
    timed = all(word.dep.startswith(("obl", "advmod")) for word in outer)
    return told[count] if timed and count < len(told) and told[count].text != "," else first


def with_negation(first: Word) -> Word:
    """The negation right before a complement, or the complement's first word: "agreed not to fight"."""
    before = first.sentence.previous_word(first) if first.sentence is not None else None
    return before if before is not None and before.lower in NEGATIONS and before.pos != "DET" else first


def clause_end(verb: Word, clause: Word) -> Word:
    """The last word of a complement clause, with what the parser hung on the verb though it belongs to the clause."""
    end = _before_another(clause)
    for child in verb.children:
        if child.i <= clause.i:
            continue
        mark = child.child("mark") if child.dep == "conj" else None
        if mark is not None and mark.lower == "that":
            # "said that K but that K"
            end = child.right
        if child.lemma in verbs() and not _felt(child):
            continue
        gap = child.left.i - end.i
        trails = child.dep in _TRAILING and gap == 1
        joined = child.dep == "conj" and child.subject is not None and _joined_by_and(child)
        follows = child.dep in CLAUSES and child is not clause and gap <= 2
        if trails or joined or follows:
            end = child.right
    return end


def _before_another(clause: Word) -> Word:
    """The last word of a clause before `, while somebody named said` and `and she criticized him`: other reports."""
    words = clause.sentence.words if clause.sentence is not None else []
    for child in clause.having("conj"):
        joint = child.child("cc")
        if joint is not None and joint.i > words[0].i and reports_on(child) is not None:
            return words[joint.i - words[0].i - 1]
    for child in clause.having("advcl"):
        subject, mark = child.subject, child.child("mark")
        contrasted = mark is not None and mark.i > clause.i and mark.lower in {"while", "whereas"}
        if mark is None or not contrasted or subject is None or child.lemma not in verbs():
            continue
        place = mark.i - words[0].i
        if subject.entity in {"PERSON", "ORG"} and place > 1 and words[place - 1].text == ",":
            return words[place - 2]
    return clause.right


def _felt(word: Word) -> bool:
    """`S said K and he feels that L`: one thinks L as one says K, and it is said together."""
    subject, before = word.subject, word.sentence.previous_word(word.left) if word.sentence is not None else None
    apart = before is not None and before.text == ","
    return subject is not None and subject.lower in PERSONS and not apart and "quote" not in verbs()[word.lemma].frames


def _joined_by_and(word: Word) -> bool:
    conjunction = word.child("cc")
    return conjunction is None or conjunction.lower in {"and", "or"}
