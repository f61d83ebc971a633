"""Phrases as what a verb reports, one function a form: calling, prepositions, noun phrases."""

from tui.analysis.cues import Cue, is_denied, is_document, is_view, nouns, verbs
from tui.analysis.deeds import is_deed, keeps_silent
from tui.analysis.drafts import Draft, span_of, stretch
from tui.analysis.framing import RELATIVES, draft_of, speaks
from tui.analysis.lexicon import words
from tui.analysis.model import Span
from tui.analysis.parties import addressee_of, is_empty, negated, phrase, source_of
from tui.analysis.raised_forms import raised_part, shared_subject
from tui.analysis.words import Word

_TIMES = frozenset({"after", "before", "during", "at", "since", "while", "by"})
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_MEDIA = frozenset({"in", "on", "through", "via"})
_SHOWN = frozenset({"obj", "xcomp", "ccomp", "obl", "obl:unmarked", "advmod", "compound:prt"})
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})


def calling(verb: Word, cue: Cue) -> Draft | None:
    """`S called X Y`, `S described X as Y`, `S accused X of Y`."""
    if "as" not in cue.frames:
        return None
    thing = verb.child("obj")
    if thing is not None and thing.i < verb.i and thing.lower in RELATIVES:
        return _relative(verb, cue, thing)
    named = next((c for c in verb.children if c.i > verb.i and c is not thing and _names(c)), None)
    if named is None and thing is not None:
        # "called the Saudis “free riders”": both may be objects.
        named = next((c for c in verb.having("obj") if c.i > thing.right.i), None) or _second_apposition(thing)
    if named is not None and _is_scene(verb, thing, named):
        return None
    source = source_of(verb)
    subject = shared_subject(verb) if verb.passive else None
    if subject is not None and named is not None and not is_empty(subject):
        return draft_of(
            verb, cue, "as", "calling", [raised_part(subject, verb), stretch(named.left, named.right)], source
        )
    if thing is None and named is not None and verb.dep == "acl:relcl" and source is not None and verb.head.i < verb.i:
        # "a decision S described as Y"
        return draft_of(
            verb, cue, "as", "calling", [_before(verb.head, verb), stretch(named.left, named.right)], source
        )
    if thing is None or named is None or thing.i < verb.i or not speaks(source, cue, strict=True) or source is None:
        return None
    return draft_of(verb, cue, "as", "calling", [stretch(thing.left, named.right)], source)


def _is_scene(verb: Word, thing: Word | None, named: Word) -> bool:
    """`can be seen parked`, `found himself lost`, `cast their ballots for X`: what happens, no word for anything."""
    if verb.lemma == "cast":
        return thing is not None and is_deed(verb, thing)
    compared = any(child.lower == "as" for child in named.children)
    itself = thing is not None and thing.lower in _REFLEXIVE
    happens = named.tag in {"VBN", "VBG"} and (verb.passive or itself)
    return verb.lemma in {"see", "find"} and happens and not compared


def estimating(verb: Word, cue: Cue) -> Draft | None:
    """`S put X at Y`: what something amounts to."""
    thing, source = verb.child("obj"), source_of(verb)
    if "at" not in cue.frames or thing is None or thing.i < verb.i or verb.passive:
        return None
    for child in verb.having("obl"):
        at = any(case.lower == "at" for case in child.having("case"))
        counted = child.entity in _AMOUNTS or child.child("nummod") is not None or child.lower in {"half", "twice"}
        if at and counted and child.i > thing.i and speaks(source, cue, strict=True):
            return draft_of(verb, cue, "at", "estimate", [stretch(thing.left, child.right)], source)
    return None


def _relative(verb: Word, cue: Cue, pronoun: Word) -> Draft | None:
    """`whom S called Y`, `which S described as Y`."""
    named = next((c for c in verb.children if c.i > verb.i and (_names(c) or c.dep == "obj")), None)
    source = source_of(verb)
    if named is None or source is None or not speaks(source, cue, strict=True):
        return None
    pieces = [span_of(pronoun, pronoun), stretch(named.left, named.right)]
    return draft_of(verb, cue, "as", "calling", pieces, source)


def _second_apposition(thing: Word) -> Word | None:
    """`called X, the mayor, a Y`: what X is called, which the parser takes for another apposition."""
    added = list(thing.having("appos"))
    last = added[-1] if len(added) > 1 else None
    return last if last is not None and any(c.lower in {"a", "an"} for c in last.having("det")) else None


def _names(word: Word) -> bool:
    if word.tag == "VBG" and word.head.lemma == "quote":
        # "quoted him as saying"
        return False
    if word.dep == "ccomp" and not word.is_verb:
        return word.subject is None and word.child("mark", "cop", "expl") is None
    if word.dep == "xcomp":
        return not any(c.lower == "to" for c in word.children)
    return word.dep in {"obl", "advcl"} and any(
        c.lower in {"as", "of", "for"} and c.dep in {"case", "mark"} for c in word.children
    )


def preposition(verb: Word, cue: Cue) -> Draft | None:
    """`S called for ...`, `S warned of ...`, `S did not respond to ...`."""
    prepositions = cue.prepositions
    asked = verb.passive or (verb.tag == "VBN" and verb.dep == "advcl" and verb.child("aux") is None)
    # "referred the case to the court": a deed, where "referred to the court" is words.
    moved = verb.lemma in words("cues", "moving") and verb.child("obj") is not None
    if not prepositions or moved or (asked and cue.stance(min(prepositions.values())) not in {"asked", "demanded"}):
        return None
    for child in verb.children:
        if child.i < verb.i or child.dep not in {"obl", "obl:arg", "advcl"}:
            continue
        # "talked about how ...": the preposition may hang on the first word of the clause.
        near = [*child.children, *(c for first in child.having("advmod", "obj") for c in first.children)]
        case = next((c for c in near if c.dep in {"case", "mark"} and c.lower in prepositions and c.i < child.i), None)
        # "voted for the mayor" and "voted for decades".
        if case is None or child.entity in {"DATE", "TIME"}:
            continue
        source = source_of(verb)
        following = child.sentence.next_word(case) if child.sentence else None
        if verb.lemma in {"respond", "reply"} and not negated(verb):
            return None
        if following is None or not speaks(source, cue, strict=True) or (source is None and not asked):
            return None
        last = _purpose(verb, child) if prepositions[case.lower] == "pp:for" else child.right
        draft = draft_of(verb, cue, prepositions[case.lower], "preposition", [stretch(following, last)], source)
        if draft is not None and draft.cue is not None and case.start - draft.cue.end <= 1:
            draft.cue = Span(draft.cue.start, case.end)
        return draft
    return None


def _purpose(verb: Word, thing: Word) -> Word:
    """`called for a judge to look into it`: the last word, with the infinitive that the parser hung on the verb."""
    for child in verb.having("advcl", "xcomp"):
        if child.left.i == thing.right.i + 1 and child.left.lower == "to":
            return child.right
    return thing.right


def evidence(verb: Word, cue: Cue) -> Draft | None:
    """`A poll finds X ahead of Y`, `the photo that shows X leaving`: all that follows the verb in its clause."""
    source = source_of(verb)
    if "np" not in cue.documents or source is None or (verb.subject is None and verb.dep != "acl"):
        return None
    clause = verb.child("ccomp", "parataxis")
    bare = clause is None or (clause.subject is None and clause.child("mark", "aux", "cop", "expl") is None)
    if verb.passive or verb.tag == "VBN" or not bare:
        return None
    paper = source.head.head.head if source.head.lower in RELATIVES else source.head
    last = verb
    for child in verb.children:
        if child.i > verb.i and child.left.i == last.i + 1 and child.dep in _SHOWN and not _when(child):
            last = child.right
    thing = verb.child("obj", "xcomp")
    if not is_document(paper.lemma) or thing is None or thing.lower in RELATIVES or last is verb:
        return None
    return draft_of(verb, cue, "np", "noun phrase", [stretch(_next(verb), last)], source)


def _next(word: Word) -> Word:
    return (word.sentence.next_word(word) if word.sentence is not None else None) or word


def noun_phrase(verb: Word, cue: Cue) -> Draft | None:
    """`S criticised X`, `X was denied by S`, `X, announced by S`, `which S denied`."""
    if "np" not in cue.frames:
        return None
    source = source_of(verb)
    if source is None or not speaks(source, cue, strict=True):
        return None
    if "np" in cue.documents or (verb.lemma in words("cues", "answering") and not keeps_silent(verb)):
        return None
    if verb.passive:
        subject = verb.subject
        if subject is None or is_empty(subject) or _hearer(verb, cue) is not None or _is_thing(verb, subject):
            return None
        found = phrase(subject, verb)
        return draft_of(verb, cue, "np", "noun phrase", [stretch(found.first, found.last)], source)
    if verb.tag == "VBN" and verb.dep == "acl" and verb.head.is_noun and verb.head.i < verb.i:
        if is_deed(verb, verb.head) or _is_thing(verb, verb.head):
            return None
        return draft_of(verb, cue, "np", "noun phrase", [_before(verb.head, verb)], source)
    hearer, given = _hearer(verb, cue), verb.child("obj") if verb.child("iobj") is not None else None
    if given is not None and cue.stance("np") in {"denied", "declined"}:
        # "denied his party the victory"
        return None
    thing = given or next((c for c in verb.having("obj", "iobj") if hearer is None or c is not hearer), None)
    if thing is not None and thing.i < verb.i and thing.lower in RELATIVES:
        return draft_of(verb, cue, "np", "noun phrase", [span_of(thing, thing)], source)
    if thing is None and verb.dep == "acl:relcl" and is_denied(verb.head.lemma) and verb.child("mark") is None:
        # "a charge it denies"
        return draft_of(verb, cue, "np", "noun phrase", [_before(verb.head, verb)], source)
    if thing is None or thing.i < verb.i or thing.lower in _REFLEXIVE or thing.lemma in words("cues", "greetings"):
        return None
    if is_deed(verb, thing) or _is_thing(verb, thing):
        return None
    # "shows “Night Watch”": a work that is named is not what somebody said.
    if thing.text[:1].isupper() and thing.left.tag == "``":
        return None
    # "issued a statement saying ...": what the statement says is the content.
    if is_document(thing.lemma) and any(c.tag == "VBG" and c.lemma in verbs() for c in thing.having("acl")):
        return None
    return draft_of(verb, cue, "np", "noun phrase", [stretch(thing.left, _last_of(thing, verb))], source)


def _is_thing(verb: Word, thing: Word) -> bool:
    """`shared a photo`, `bonds issued by the bank`: no words, though the verb may have such, too."""
    return verb.lemma in words("cues", "shared") and not is_view(thing.lemma) and thing.lemma not in nouns()


def _last_of(thing: Word, verb: Word) -> Word:
    """The last word of what a verb has as its object, with what hangs on the verb though it belongs to that."""
    last = thing.right
    # "the mayor X's offer": the owner may be tied to the verb as what he owns is.
    owned = next((c for c in verb.having("obj") if last.tag == "POS" and c.left.i == last.i + 1), None)
    last = owned.right if owned is not None else last
    for child in verb.children:
        because = child.dep == "advcl" and child.left.lower == "for"
        follows = child.i > thing.i and child.left.i == last.i + 1 and not _when(child)
        if follows and (because or child.dep in {"xcomp", "obl"}):
            last = child.right
    return last


def _hearer(verb: Word, cue: Cue) -> Word | None:
    """Who is told or asked something, which is not what is said; who is criticised is."""
    other = addressee_of(verb, cue) if verb.lemma in words("cues", "telling") else None
    return other.head if other is not None else None


def _when(word: Word) -> bool:
    """A time or an occasion (`in a speech`), which belongs to the saying and not to what is said."""
    cases = {case.lower for case in word.having("case")}
    spoken = word.dep == "obl" and bool(cases & _MEDIA) and word.lemma in words("cues", "occasions")
    return word.entity in {"DATE", "TIME"} or spoken or bool(cases & _TIMES)


def _before(head: Word, verb: Word) -> Span | None:
    """The noun phrase before its participle."""
    sentence = verb.sentence
    previous = sentence.previous_word(verb.left) if sentence is not None else None
    first = head.left
    while first.dep in {"case", "mark"} and first.i < head.i and sentence is not None:
        first = sentence.next_word(first) or head
    return stretch(first, previous) if previous is not None and previous.i >= head.i else None
