"""Claims that a verb reports: the forms, in the order in which they are tried."""

from collections.abc import Callable, Iterator

from tui.analysis.clause_forms import as_said, clause_after, clause_before, gerund, infinitive, that_follows
from tui.analysis.cues import Cue, entry_of, is_unsaid
from tui.analysis.drafts import Draft
from tui.analysis.entities import begins_name
from tui.analysis.inserted_forms import at_the_end, clause_around, said_by
from tui.analysis.lexicon import words
from tui.analysis.object_forms import calling, estimating, evidence, noun_phrase, preposition
from tui.analysis.raised_forms import impersonal, raised, seeming
from tui.analysis.words import Sentence, Word

# A form looks at a verb and what the lexicon knows of it, and makes a draft or none. The first draft is kept.
Form = Callable[[Word, Cue], Draft | None]
FORMS: tuple[Form, ...] = (
    raised,
    seeming,
    impersonal,
    said_by,
    clause_around,
    evidence,
    clause_after,
    that_follows,
    calling,
    estimating,
    clause_before,
    as_said,
    at_the_end,
    infinitive,
    preposition,
    gerund,
    noun_phrase,
)


_DEEDS = frozenset({"noun phrase", "preposition", "calling"})
_WANTED = frozenset({"demanded", "intended", "declined"})


def from_verbs(sentence: Sentence) -> Iterator[Draft]:
    """The claims that the verbs of a sentence report."""
    for word in sentence.words:
        if word.tag[:1] != "V" and word.pos != "VERB":
            continue
        cue = entry_of(word)
        if word is sentence.words[0] and begins_name(word, sentence):
            continue
        if cue is None or is_unsaid(word) or word.dep in {"amod", "compound", "case", "aux", "cop", "mark"}:
            continue
        draft = next((found for form in FORMS if (found := form(word, cue)) is not None), None)
        if draft is not None and not (draft.form in _DEEDS and _only_wanted(word)):
            yield _as_hearer(draft) if _is_told(word) and draft.form == "clause before" else draft


def _is_told(verb: Word) -> bool:
    """`K, court told`: a headline's passive, since who tells tells somebody."""
    following = verb.sentence.next_word(verb) if verb.sentence is not None else None
    nobody = following is None or following.pos in {"PUNCT", "ADP", "ADV"}
    return verb.lower == "told" and verb.child("obj", "iobj") is None and nobody


def _as_hearer(draft: Draft) -> Draft:
    """A claim of nobody, told to the one who was taken for its source."""
    draft.addressee, draft.addressee_head = draft.source, draft.source_head
    draft.source = draft.source_head = None
    return draft


def _only_wanted(verb: Word) -> bool:
    """`S urged A to criticise X`: nobody has criticised X."""
    cue = entry_of(verb.head) if verb.dep in {"xcomp", "ccomp"} else None
    infinitive = any(child.lower == "to" and child.i < verb.i for child in verb.children)
    if infinitive and verb.dep == "acl" and verb.head.lemma in words("cues", "undone"):
        # "his failure to declare gifts"
        return True
    return infinitive and cue is not None and "inf" in cue.frames and cue.stance("inf") in _WANTED
