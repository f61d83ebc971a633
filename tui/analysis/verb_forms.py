"""Claims that a verb reports, one function a form: clauses, infinitives, noun phrases, passives."""

from collections.abc import Iterator

from tui.analysis.cues import Cue, entry_of, hedged_in_passive, is_denied, turned, verbs
from tui.analysis.drafts import Draft, span_of, stretch
from tui.analysis.model import Span, Stance
from tui.analysis.parties import (
    Source,
    addressee_of,
    agent_of,
    cue_span,
    is_empty,
    may_speak,
    modal,
    negated,
    phrase,
    source_of,
)
from tui.analysis.words import Sentence, Word

_WH = frozenset(["whether", "if", "who", "whom", "whose", "what", "which", "when", "where", "why", "how"])
_CLAUSES = frozenset({"ccomp", "parataxis"})
_TRAILING = frozenset({"obl", "advcl", "advmod", "obl:unmarked", "obl:tmod", "obl:npmod"})


def from_verbs(sentence: Sentence) -> Iterator[Draft]:
    """The claims that the verbs of a sentence report."""
    for word in sentence.words:
        if word.tag[:1] != "V" and word.pos != "VERB":
            continue
        cue = entry_of(word)
        if cue is None or word.dep in {"amod", "compound", "case", "aux", "cop", "mark"}:
            continue
        draft = _from_verb(word, cue)
        if draft is not None:
            yield draft


def _from_verb(verb: Word, cue: Cue) -> Draft | None:
    for form in (_raised, _impersonal, _parenthesis, _clause, _as, _before, _infinitive, _preposition, _noun_phrase):
        draft = form(verb, cue)
        if draft is not None:
            return draft
    return None


def stance_of(verb: Word, cue: Cue, frame: str) -> Stance:
    return turned(cue.stance(frame), negated(verb), modal(verb), frame, verb.lemma)


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


def _speaks(source: Source | None, strict: bool) -> bool:
    """Whether a subject will do as a source; for words that need not report it must be able to speak."""
    if source is None:
        return True
    return not is_empty(source.head) and (not strict or may_speak(source.head))


def _raised(verb: Word, cue: Cue) -> Draft | None:
    """`S-to-be is said to ...`: subject and infinitive are the content, nobody is the source."""
    if "raised" not in cue.frames or not verb.passive:
        return None
    subject, rest = verb.subject, verb.child("xcomp", "ccomp", "advcl")
    if subject is None or rest is None or rest.i < verb.i or not any(c.lower == "to" for c in rest.children):
        return None
    if is_empty(subject):
        return None
    source = agent_of(verb)
    if subject.lower in {"who", "which", "that"} and verb.dep.startswith("acl"):
        what: Span | None = span_of(subject, subject)
    else:
        found = phrase(subject, verb)
        what = stretch(found.first, found.last)
    draft = draft_of(verb, cue, "raised", "raised subject", [what, stretch(_after(verb, rest), rest.right)], source)
    if draft is not None:
        draft.addressee = draft.addressee_head = None
        if hedged_in_passive(verb.lemma) and draft.stance == "asserted":
            draft.stance = "hedged"
    return draft


def _impersonal(verb: Word, cue: Cue) -> Draft | None:
    """`it is believed that ...`."""
    if "clause" not in cue.frames or not verb.passive:
        return None
    subject = verb.subject or verb.child("expl")
    clause = next((c for c in verb.having("ccomp", "csubj", "csubj:pass", "advcl") if c.i > verb.i), None)
    if clause is None or subject is None or not is_empty(subject):
        return None
    draft = draft_of(verb, cue, "clause", "it is said", [stretch(_after(verb, clause), clause.right)], agent_of(verb))
    if draft is not None and hedged_in_passive(verb.lemma) and draft.stance == "asserted":
        draft.stance = "hedged"
    return draft


def _clause(verb: Word, cue: Cue) -> Draft | None:
    """`S says (that) ...`, `S asked whether ...`."""
    if not cue.frames & {"clause", "wh"}:
        return None
    clause = next((c for c in verb.children if c.dep in _CLAUSES and c.i > verb.i and _is_content(c, verb)), None)
    if clause is None:
        return None
    question = _is_question(clause)
    frame = "wh" if question and "wh" in cue.frames else "clause"
    if frame not in cue.frames:
        return None
    source = source_of(verb)
    if not _speaks(source, strict=False):
        return None
    first = _after(verb, clause)
    return draft_of(
        verb, cue, frame, "question" if question else "clause", [stretch(first, clause_end(verb, clause))], source
    )


def _is_content(clause: Word, verb: Word) -> bool:
    # ", adding: K": what follows another reporting word is that one's.
    if any(c.tag == "VBG" and verb.i < c.i < clause.i and c.lemma in verbs() for c in verb.having("advcl", "conj")):
        return False
    if clause.dep == "parataxis":
        return clause.subject is not None and clause.lemma not in verbs()
    finite = clause.subject is not None or any(c.dep in {"aux", "cop", "mark", "expl"} for c in clause.children)
    return finite or clause.tag in {"VBD", "VBP", "VBZ"} or not clause.is_verb


def _is_question(clause: Word) -> bool:
    first = clause.left
    if first.lower in _WH:
        return True
    return any(child.lower in _WH and child.i <= clause.i for child in clause.children)


def _after(verb: Word, clause: Word) -> Word:
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
    thing = verb.child("obj")
    # "denied reports (that) ...": the noun before the clause is part of what is denied.
    if thing is not None and thing.right.i + 1 == first.i and is_denied(thing.lemma):
        return thing.left
    return first


def clause_end(verb: Word, clause: Word) -> Word:
    """The last word of a complement clause, with what the parser hung on the verb though it belongs to the clause."""
    end = clause.right
    for child in verb.children:
        if child.i <= clause.i:
            continue
        if child.lemma in verbs():
            continue
        gap = child.left.i - end.i
        trails = child.dep in _TRAILING and gap == 1
        joined = child.dep == "conj" and child.subject is not None and _joined_by_and(child)
        follows = child.dep in _CLAUSES and child is not clause and gap <= 2
        if trails or joined or follows:
            end = child.right
    return end


def _joined_by_and(word: Word) -> bool:
    conjunction = word.child("cc")
    return conjunction is None or conjunction.lower in {"and", "or"}


def _before(verb: Word, cue: Cue) -> Draft | None:
    """`..., S said` and `..., said S`: what stands before is the content, and what follows the next comma."""
    if not cue.frames & {"clause", "quote"} or negated(verb):
        return None
    sentence = verb.sentence
    source = source_of(verb)
    if sentence is None or source is None or not _speaks(source, strict=False) or verb.tag == "VBG":
        return None
    head = _governed(verb)
    if head is None or source.head.lower in {"which", "that"}:
        return None
    block_first = min(source.first.i, verb.i)
    words = sentence.words
    base = words[0].i
    while (
        block_first > base
        and words[block_first - base - 1].head in {verb, source.head}
        and words[block_first - base - 1].lower not in {",", "”", '"', "''"}
    ):
        block_first -= 1
    k = block_first - base - 1
    if k < 1 or words[k].lower not in {",", "”", '"', "''", "’", "'", "—", "–", "-", "--", "?", "!"}:
        return None
    first = words[0]
    if head.dep == "conj" and head.left.i > base and head.left.i < head.i:
        first = head.left
    pieces = [stretch(first, words[k])]
    last = max(source.last.i, verb.i)
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep in {"obl", "obj", "iobj", "advmod", "advcl", "obl:unmarked", "xcomp"}
            and child.left.i == last + 1
        ):
            last = child.right.i
    n = last - base + 1
    if n < len(words) - 2 and words[n].lower == "," and _goes_on(words[n + 1], verb, head):
        pieces.append(stretch(words[n + 1], head.right if head.right.i > last + 1 else words[-1]))
    return draft_of(verb, cue, "clause", "clause before", pieces, source)


def _parenthesis(verb: Word, cue: Cue) -> Draft | None:
    """`The plan, S said, would fail`: a cue between commas, whatever the parser made of it."""
    sentence, source = verb.sentence, source_of(verb)
    if "clause" not in cue.frames or sentence is None or source is None or is_empty(source.head) or verb.tag == "VBG":
        return None
    words, base = sentence.words, sentence.words[0].i
    first, last = min(source.first.i, verb.i) - base, max(source.last.i, verb.i) - base
    if abs(source.head.i - verb.i) > 12 or first < 2 or last + 2 >= len(words) or last - first > 20:
        return None
    if words[first - 1].lower != "," or words[last + 1].lower != "," or source.head.lower in {"who", "which", "that"}:
        return None
    before = words[: first - 1]
    if words[0].dep in {"mark", "cc"} or not any(word.pos in {"NOUN", "PROPN", "PRON"} for word in before):
        return None
    if any(word.dep == "case" and word.i == base for word in before) or words[last + 2].tag == "VBG":
        return None
    pieces = [stretch(words[0], words[first - 2]), stretch(words[last + 2], words[-1])]
    return draft_of(verb, cue, "clause", "clause before", pieces, source)


def _governed(verb: Word) -> Word | None:
    """The head of the clause before a cue: its complement to the left, or what it is an insertion in."""
    for child in verb.children:
        if child.dep in {"ccomp", "parataxis", "advcl", "dislocated"} and child.i < verb.i and child.left.i < verb.i:
            return child
    if verb.dep in {"parataxis", "discourse"} and verb.head.left.i < verb.i:
        return verb.head
    return None


def _goes_on(word: Word, verb: Word, head: Word) -> bool:
    """Whether the words after the inserted cue belong to the content again."""
    if word.lower in {"adding", "but", "and"} or word.tag == "VBG":
        return False
    return (
        word.within(head) and not word.within(verb) if verb.head is head else not word.within(verb) or word.head is verb
    )


def _infinitive(verb: Word, cue: Cue) -> Draft | None:
    """`S vowed to ...`, `S urged A to ...`."""
    if "inf" not in cue.frames:
        return None
    rest = next(
        (
            c
            for c in verb.having("xcomp", "ccomp", "advcl")
            if c.i > verb.i and any(k.lower == "to" for k in c.children)
        ),
        None,
    )
    if rest is None or (rest.dep == "advcl" and rest.left.i > verb.i + 6):
        return None
    source = source_of(verb)
    if verb.passive or not _speaks(source, strict=True):
        return None
    first = next((c for c in rest.children if c.lower == "to" and c.i <= rest.i), rest)
    thing = verb.child("obj")
    # "expects A to ..." is about A; "urged A to ..." is said to A.
    if thing is not None and "obj" not in cue.addressee and verb.i < thing.i < first.i:
        first = thing.left
    return draft_of(verb, cue, "inf", "infinitive", [stretch(first, rest.right)], source)


def _as(verb: Word, cue: Cue) -> Draft | None:
    """`S called X Y`, `S described X as Y`, `S accused X of Y`."""
    if "as" not in cue.frames:
        return None
    thing = verb.child("obj")
    named = next((c for c in verb.children if c.i > verb.i and c is not thing and _names(c)), None)
    source = source_of(verb)
    if verb.passive and verb.subject is not None and named is not None and source is not None:
        found = phrase(verb.subject, verb)
        return draft_of(
            verb, cue, "as", "calling", [stretch(found.first, found.last), stretch(named.left, named.right)], source
        )
    if thing is None or named is None or thing.i < verb.i or not _speaks(source, strict=True) or source is None:
        return None
    return draft_of(verb, cue, "as", "calling", [stretch(thing.left, named.right)], source)


def _names(word: Word) -> bool:
    if word.dep == "xcomp":
        return not any(c.lower == "to" for c in word.children)
    return word.dep in {"obl", "advcl"} and any(
        c.lower in {"as", "of", "for"} and c.dep in {"case", "mark"} for c in word.children
    )


def _preposition(verb: Word, cue: Cue) -> Draft | None:
    """`S called for ...`, `S warned of ...`, `S did not respond to ...`."""
    prepositions = cue.prepositions
    if not prepositions or verb.passive:
        return None
    for child in verb.children:
        if child.i < verb.i or child.dep not in {"obl", "obl:arg", "advcl"}:
            continue
        case = next((c for c in child.children if c.dep in {"case", "mark"} and c.lower in prepositions), None)
        if case is None:
            continue
        source = source_of(verb)
        following = child.sentence.next_word(case) if child.sentence else None
        if verb.lemma in {"respond", "reply"} and not negated(verb):
            return None
        if following is None or not _speaks(source, strict=True) or source is None:
            return None
        draft = draft_of(verb, cue, prepositions[case.lower], "preposition", [stretch(following, child.right)], source)
        if draft is not None and draft.cue is not None and case.start - draft.cue.end <= 1:
            draft.cue = Span(draft.cue.start, case.end)
        return draft
    return None


def _noun_phrase(verb: Word, cue: Cue) -> Draft | None:
    """`S criticised X`, `X was denied by S`."""
    if "np" not in cue.frames:
        return None
    source = source_of(verb)
    if source is None or not _speaks(source, strict=True):
        return None
    if verb.passive:
        subject = verb.subject
        if subject is None or is_empty(subject):
            return None
        found = phrase(subject, verb)
        return draft_of(verb, cue, "np", "noun phrase", [stretch(found.first, found.last)], source)
    thing = verb.child("obj")
    if thing is None or thing.i < verb.i or thing.lower in {"himself", "herself", "themselves", "itself"}:
        return None
    last = thing.right
    for child in verb.children:
        if child.i > thing.i and child.dep in {"xcomp", "obl"} and child.left.i == last.i + 1:
            last = child.right
    return draft_of(verb, cue, "np", "noun phrase", [stretch(thing.left, last)], source)
