"""Reports without a speaker as their subject, one function a form: raised subjects, `it is said`."""

from tui.analysis.cues import Cue, hedged_in_passive
from tui.analysis.drafts import Draft, span_of, stretch
from tui.analysis.framing import RELATIVES, after, draft_of
from tui.analysis.model import Span
from tui.analysis.parties import agent_of, is_empty, phrase
from tui.analysis.words import Word


def raised(verb: Word, cue: Cue) -> Draft | None:
    """`S-to-be is said to ...`: subject and infinitive are the content, nobody is the source."""
    if "raised" not in cue.frames or not verb.passive:
        return None
    subject, rest = shared_subject(verb), verb.child("xcomp", "ccomp", "advcl")
    if subject is None or rest is None or rest.i < verb.i or not any(c.lower == "to" for c in rest.children):
        return None
    if is_empty(subject):
        return None
    source = agent_of(verb)
    pieces = [raised_part(subject, verb), stretch(after(verb, rest), rest.right)]
    draft = draft_of(verb, cue, "raised", "raised subject", pieces, source)
    if draft is not None:
        draft.addressee = draft.addressee_head = None
        if hedged_in_passive(verb.lemma) and draft.stance == "asserted":
            draft.stance = "hedged"
    return draft


def impersonal(verb: Word, cue: Cue) -> Draft | None:
    """`it is believed that ...`."""
    if "clause" not in cue.frames or not verb.passive:
        return None
    # The clause is a subject to some treebanks, beside an empty "it".
    subject = verb.child("expl") or verb.subject
    clause = next((c for c in verb.having("ccomp", "csubj", "csubj:pass", "advcl") if c.i > verb.i), None)
    if clause is None or subject is None or not is_empty(subject):
        return None
    draft = draft_of(verb, cue, "clause", "it is said", [stretch(after(verb, clause), clause.right)], agent_of(verb))
    if draft is not None and hedged_in_passive(verb.lemma) and draft.stance == "asserted":
        draft.stance = "hedged"
    return draft


def seeming(verb: Word, cue: Cue) -> Draft | None:
    """`A seems to ...`, `it appears that ...`: what is thought of A, by nobody in particular."""
    if "seem" not in cue.frames or verb.passive:
        return None
    subject = shared_subject(verb) or verb.child("expl")
    rest = next((c for c in verb.having("xcomp", "ccomp") if c.i > verb.i and c.tag != "VBG"), None)
    if subject is None or rest is None or subject.i > verb.i:
        return None
    what = stretch(rest.left if rest.left.i > verb.i else rest, rest.right)
    if is_empty(subject):
        finite = rest.subject is not None or rest.child("mark") is not None
        return draft_of(verb, cue, "seem", "it seems", [what], None) if finite else None
    return draft_of(verb, cue, "seem", "seeming", [raised_part(subject, verb), what], None)


def shared_subject(verb: Word) -> Word | None:
    """The subject of a verb or of the verb to which it is coordinated."""
    word = verb
    while word.subject is None and word.dep == "conj" and word.head is not word:
        word = word.head
    return word.subject


def raised_part(subject: Word, verb: Word) -> Span | None:
    """A raised subject; of a relative clause, the pronoun alone."""
    if subject.lower in RELATIVES and verb.dep.startswith("acl"):
        return span_of(subject, subject)
    found = phrase(subject, verb)
    return stretch(found.first, found.last)
