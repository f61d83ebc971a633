"""Cues that stand within what is said or after it, one function a form: `K, S said, K`, `K, S said.`, `K, said S`."""

from tui.analysis.cues import Cue
from tui.analysis.drafts import Draft, stretch
from tui.analysis.framing import CLAUSES, FINITE_OR_MODAL, RELATIVES, SCENE, draft_of, speaks
from tui.analysis.lexicon import words
from tui.analysis.neighbours import phrase_after, phrase_before
from tui.analysis.parties import is_empty, negated, source_of
from tui.analysis.words import FINITE, QUOTES, Sentence, Word

# How many words may follow a cue at the end of a sentence: "on Monday", "in a statement".
_SHORT_REST = 6
# How many words, with the comma, stand at least before "said S".
_SHORTEST_SAID = 4
_OBJECTS = frozenset({"him", "them", "me", "us"})


def clause_around(verb: Word, cue: Cue) -> Draft | None:
    """`The plan, S said, would fail`: a cue between commas, whatever the parser made of it."""
    sentence, source = verb.sentence, source_of(verb)
    if "clause" not in cue.frames or sentence is None or source is None or is_empty(source.head) or verb.tag == "VBG":
        return None
    if verb.tag == "VBN" and verb.dep == "acl" and cue.stance("clause") == "asked":
        # "X, asked by reporters, said"
        return None
    words = _bracketed(sentence, verb)
    # What stands before a colon is another clause.
    colon = next((k for k in range(verb.i - words[0].i, 0, -1) if words[k].text in {":", ";"}), -1)
    words = words[colon + 1 :]
    base = words[0].i
    first, last = min(source.first.i, verb.i) - base, max(source.last.i, verb.i) - base
    if abs(source.head.i - verb.i) > 12 or first < 2 or last + 2 >= len(words) or last - first > 20:
        return None
    if words[first - 1].lower != "," or words[last + 1].lower != "," or source.head.lower in {"who", "which", "that"}:
        return None
    if words[last + 2].text in QUOTES and words[0].text not in QUOTES:
        return None
    before = words[: first - 1]
    if words[0].dep in {"mark", "cc"} or not any(word.pos in {"NOUN", "PROPN", "PRON"} for word in before):
        return None
    if any(word.dep == "case" and word.i == base for word in before) or words[last + 2].tag == "VBG":
        return None
    pieces = [stretch(words[0], words[first - 2]), stretch(words[last + 2], words[-1])]
    return draft_of(verb, cue, "clause", "clause before", pieces, source)


def _bracketed(sentence: Sentence, verb: Word) -> list[Word]:
    """The words of a sentence around a verb that stand in the same brackets as it."""
    words = sentence.words
    first, last, place = 0, len(words), verb.i - words[0].i
    for k in range(place, -1, -1):
        if words[k].text == ")":
            break
        if words[k].text == "(":
            first = k + 1
            last = next((n for n in range(place, len(words)) if words[n].text == ")"), last)
            break
    return words[first:last]


def at_the_end(verb: Word, cue: Cue) -> Draft | None:
    """`..., S said.` and `..., said S.` at the end of a sentence, whatever the parser made of what is said."""
    sentence, source = verb.sentence, source_of(verb)
    if source is None or source.head.lower in _OBJECTS:
        source = phrase_before(verb)
    if not {"clause", "quote"} <= cue.frames or sentence is None or source is None or negated(verb):
        return None
    if verb.tag not in FINITE or verb.passive or not speaks(source, cue, strict=True):
        return None
    if source.head.lower in RELATIVES:
        return None
    words = _bracketed(sentence, verb)
    first, last = min(source.first.i, verb.i) - words[0].i, max(source.last.i, verb.i) - words[0].i
    rest = [word for word in words[last + 1 :] if word.pos != "PUNCT"]
    told = verb.child("obj")
    if first < 3 or words[first - 1].text != "," or len(rest) > _SHORT_REST or verb.child(*CLAUSES) in rest:
        return None
    if told is not None and told in rest and "obj" not in cue.addressee:
        return None
    before = words[: first - 1]
    finite = any(word.tag in FINITE_OR_MODAL for word in before)
    if not finite or before[0].lower in SCENE or before[0].dep == "mark" or source.last.i - source.first.i > 25:
        return None
    return draft_of(verb, cue, "clause", "clause before", [stretch(before[0], before[-1])], source)


def said_by(verb: Word, cue: Cue) -> Draft | None:
    """`K, said S.` and `K, said S, K` where the parser made S no subject of the verb."""
    sentence = verb.sentence
    if sentence is None or verb.tag not in FINITE or verb.dep == "conj":
        return None
    if verb.subject is not None and not _is_cut_off(verb, verb.subject):
        return None
    place = verb.i - sentence.words[0].i
    set_off = place >= _SHORTEST_SAID and sentence.words[place - 1].text == ","
    source = phrase_after(verb) if set_off and verb.lemma in words("cues", "inverting") else None
    if source is None or source.head.lower in RELATIVES:
        return None
    rest = sentence.words[source.last.i - sentence.words[0].i + 1 :]
    before = sentence.words[: place - 1]
    whole = any(word.tag in FINITE_OR_MODAL and not _is_in_relative(word) for word in before)
    if rest and rest[0].tag in FINITE_OR_MODAL and source.last.text != ",":
        # "S, who left, said A had lied"
        return None
    pieces = [stretch(before[0], before[-1])]
    if not whole:
        if not rest or rest[0].tag not in FINITE_OR_MODAL:
            return None
        pieces.append(stretch(rest[0], sentence.words[-1]))
    return draft_of(verb, cue, "clause", "clause before", pieces, source)


def _is_cut_off(verb: Word, subject: Word) -> bool:
    """`The problem, say S, is K`: whether the only comma in a subject stands right before its verb."""
    sentence = verb.sentence
    if sentence is None or subject.right.i != verb.i - 1 or subject.right.text != ",":
        return False
    return not any(word.text == "," for word in sentence.words if subject.left.i <= word.i < subject.right.i)


def _is_in_relative(word: Word) -> bool:
    return any(above.dep in {"acl:relcl", "acl"} for above in (word, *word.ancestors()))
