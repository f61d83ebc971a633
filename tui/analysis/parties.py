"""Who speaks, with which words and to whom: the spans of source, cue and addressee around a reporting word."""

from dataclasses import dataclass

from tui.analysis.cues import NEGATIONS, Cue, is_document, is_light, is_modal, is_report_adverb, verbs
from tui.analysis.entities import begins_name
from tui.analysis.lexicon import words
from tui.analysis.model import Span
from tui.analysis.names import QUANTITY_LABELS
from tui.analysis.titles import is_group, is_organisation, is_person
from tui.analysis.words import CLOSING, FINITE, SUBJECTS, Word

_CLAUSAL = frozenset({"advcl", "acl", "acl:relcl", "xcomp", "conj", "parataxis", "ccomp", "advcl:relcl"})
_CUE_WORDS = frozenset({"aux", "aux:pass", "cop", "advmod", "compound:prt"})
_PERSONAL = frozenset(["i", "we", "he", "she", "they", "who", "you", "him", "his", "her", "them", "their", "us", "me"])
_SOME = words("cues", "some")
_SPEAKING_PLACES = words("cues", "speaking_places")
_PLANNED = words("cues", "planned")
# Nouns for people by what they do or think.
_AGENTS = ("ist", "ician", "crat", "maker", "holder", "goer", "writer", "worker", "owner", "backer", "seeker", "ster")
_EMPTY = frozenset({"it", "there", "this", "that", "which", "what", "these", "those"})
_MAX_SOURCE = 45


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: the head word and the whole phrase."""

    head: Word
    span: Span
    first: Word
    last: Word


def source_of(verb: Word) -> Source | None:
    """The one who says what a verb reports: its subject, found up the tree when it has none of its own."""
    back = reports_on(verb) if verb.subject is None else None
    word, steps = back or _writer(verb) or _carrier(verb), 0
    if (quoted := _quoted_by_another(verb)) is not None:
        return phrase(quoted, verb)
    while steps < 6:
        steps += 1
        subject = _own_subject(word)
        if subject is not None:
            if subject.dep.endswith(":pass") and word is verb:
                return agent_of(verb)
            if subject.lower in {"that", "which"} and word.dep == "acl:relcl" and is_document(word.head.lemma):
                # "a study that found": the study is the source, not its pronoun.
                return phrase(word.head, word)
            found = None if subject.dep.startswith("csubj") else phrase(subject, verb)
            return without_case(found) if found is not None and subject.dep == "obl" else found
        if word is verb and (word.passive or (word.tag == "VBN" and not word.child("aux"))):
            return agent_of(verb)
        controller = _controller(word) if word.dep == "xcomp" else None
        if controller is not None and may_speak(controller):
            return phrase(controller, word)
        if word.dep == "acl" and word.head.is_noun and word.tag != "VBN":
            if may_speak(word.head) and not _after_comma(word):
                return phrase(word.head, word)
            # ", adding ..." hung on the nearest noun is the subject's all the same.
            above = next((a for a in word.head.ancestors() if a.is_verb and a.subject is not None), None)
            if above is None or above.subject is None:
                return phrase(word.head, word)
            return phrase(above.subject, above)
        if word.dep not in _CLAUSAL or word.head is word:
            return None
        if word.dep in {"ccomp", "parataxis"} and word is not verb:
            return None
        if word.dep == "ccomp" and any(child.dep == "mark" for child in word.children):
            return None
        word = word.head
        # "went so far as to say": the clause hangs on the adverb.
        while word.dep == "advmod" and word.pos == "ADV":
            word = word.head
        if word.is_noun and word.subject is None and word.child("cop") is None:
            return None
    return None


def reports_on(verb: Word) -> Word | None:
    """`S said T was late and criticized him`, `S said rates rose, and she blamed T`: the verb whose subject goes on.

    None where T, or what S tells of, may do that itself.
    """
    clause, own, told = verb.head, verb.subject, verb.child("obj")
    above = clause.head
    if verb.dep != "conj" or verb.lemma not in verbs() or clause.dep not in {"ccomp", "parataxis"} or above is clause:
        return None
    if verb.child("mark") is not None:
        # "said K, and that he bragged about it"
        return None
    other = clause.subject
    if {verb.tag, above.tag} != {"VBD"} or above.lemma not in verbs() or other is None or other.pos == "PRON":
        return None
    if own is None:
        return above if told is not None and told.lower in {"him", "her", "them"} else None
    person = other.entity == "PERSON" or is_person(other.lemma)
    return above if own.lower in {"he", "she"} and not person else None


def _quoted_by_another(verb: Word) -> Word | None:
    """`"K," A quoted S as saying`, `S said, and I quote, "K"`: who speaks, from either verb."""
    if verb.lemma == "quote" and verb.dep == "conj" and verb.subject is not None and verb.subject.lower == "i":
        return verb.head.subject
    above = verb.head if verb.tag == "VBG" and verb.head.lemma == "quote" else verb
    said = any(child.tag == "VBG" and child.child("mark") is not None for child in above.having("advcl", "xcomp"))
    if above.lemma != "quote" or not said:
        return None
    return above.subject if above.passive else above.child("obj")


def _controller(verb: Word) -> Word | None:
    """Who is to do what a verb tells, between it and the verb above: `urged S to say`, `shows S saying`."""
    above = verb.head
    if verb.tag == "VB":
        kinds: tuple[str, ...] = ("obj", "iobj")
    elif verb.tag == "VBG" and above.lemma in words("cues", "witnessing"):
        kinds = ("obj", "iobj", "nsubj")
    else:
        return None
    return next((child for child in above.having(*kinds) if above.i < child.i < verb.i), None)


def _after_comma(word: Word) -> bool:
    before = word.sentence.previous_word(word) if word.sentence is not None else None
    while before is not None and before.text in CLOSING and word.sentence is not None:
        before = word.sentence.previous_word(before)
    return before is not None and before.text == ","


def _own_subject(verb: Word) -> Word | None:
    """The subject of a verb, but none on the other side of a comma: `S said so on "Radio One," adding that`.

    `As S put it` has one, too, whatever the parser took it for.
    """
    subject = verb.subject
    if subject is None and verb.tag in FINITE:
        first = next(verb.having("obl"), None)
        case = first.child("case") if first is not None and first.i < verb.i else None
        return first if case is not None and case.lower == "as" and case.i == verb.left.i else None
    apart = subject is not None and verb.tag == "VBG" and subject.i < verb.i and _after_comma(verb)
    return None if apart and verb.head.subject not in {None, subject} else subject


def _carrier(verb: Word) -> Word:
    """The verb whose subject speaks: `S issued a statement saying ...`."""
    paper = verb.head
    if (
        verb.dep == "acl"
        and verb.tag == "VBG"
        and is_document(paper.lemma)
        and paper.dep == "obj"
        and paper.head.is_verb
    ):
        return paper.head
    return verb


def _writer(verb: Word) -> Word | None:
    """The verb whose subject asks: `S wrote to the minister asking him to act`."""
    asked, heard = verb.child("obj", "iobj"), verb.head
    if verb.dep != "acl" or verb.tag != "VBG" or heard.dep != "obl" or not heard.head.is_verb or asked is None:
        return None
    return heard.head if asked.lower in {"him", "her", "them", "it"} else None


def agent_of(verb: Word) -> Source | None:
    """`by S` beside a passive."""
    for child in verb.children:
        if child.dep in {"obl:agent", "obl"} and any(c.dep == "case" and c.lower == "by" for c in child.children):
            found = phrase(child, verb)
            return without_case(found) if may_speak(child) else None
    return None


def phrase(head: Word, verb: Word | None) -> Source:
    """The noun phrase of a head as far as it does not run over its verb, with a closing comma after an insertion."""
    sentence = head.sentence
    assert sentence is not None
    words = sentence.words
    first, last = head.left, head.right
    if last.i - first.i > _MAX_SOURCE or (verb is not None and verb is not head and first.i <= verb.i <= last.i):
        first, last = _short(head, verb)
    while first.i < head.i and (
        first.pos in {"PUNCT", "CCONJ"} or (first.dep in {"case", "mark"} and first.head is head)
    ):
        first = words[first.i - words[0].i + 1]
    if first.i == words[0].i + 1 and begins_name(words[0], sentence):
        first = words[0]
    bracketed = any(word.text == "(" for word in words[first.i - words[0].i : last.i - words[0].i])
    while last.i > head.i and last.pos == "PUNCT" and last.lower not in ({")", "”", '"'} if bracketed else {"”", '"'}):
        last = words[last.i - words[0].i - 1]
    following = sentence.next_word(last)
    inserted = any(child.dep in {"appos", "acl:relcl", "acl"} and child.i > head.i for child in head.children)
    end = last
    if (
        inserted
        and following is not None
        and following.lower == ","
        and "," in {w.text for w in words[first.i - words[0].i : last.i - words[0].i]}
    ):
        end = following
    return Source(head, Span(first.start, end.end), first, end)


def _short(head: Word, verb: Word | None) -> tuple[Word, Word]:
    """The phrase around a head without clauses: its modifiers before and names and prepositions after it."""
    first, last = head, head
    for child in sorted(head.children, key=lambda c: -c.i):
        if child.i < head.i and child.right.i + 1 == first.i and not (verb and child.left.i <= verb.i <= child.right.i):
            first = child.left
    for child in head.children:
        plain = child.dep in {"flat", "nmod", "compound", "case", "fixed", "appos"}
        if (
            child.i > head.i
            and plain
            and child.right.i - last.i < 12
            and not (verb and child.left.i <= verb.i <= child.right.i)
        ):
            last = child.right
    return first, last


def without_case(source: Source) -> Source:
    """A phrase without the preposition before it."""
    words = source.head.sentence.words if source.head.sentence else [source.head]
    first = source.first
    while first is not source.head and (
        first.dep in {"case", "fixed", "mark"} or first.lower in {"by", "to", "of", "from", ","}
    ):
        first = words[first.i - words[0].i + 1]
    return Source(source.head, Span(first.start, source.span.end), first, source.last)


def may_speak(head: Word) -> bool:
    """Whether a phrase names somebody who can speak, or a document."""
    if head.lower in _PERSONAL or head.entity in {"PERSON", "ORG", "NORP", "GPE"} or head.pos == "PROPN":
        return True
    if any(name.entity == "PERSON" for name in head.having("flat", "appos")):
        return True
    if head.lower in {"which", "that"} and head.dep == "nsubj" and head.head.dep == "acl:relcl":
        return head.head.head.is_noun and may_speak(head.head.head)
    if head.lower in _EMPTY:
        return False
    counted = head.lower in _SOME or head.tag == "CD"
    if counted and head.dep in {*SUBJECTS, "obl:agent"}:
        return True
    lemma = head.lemma
    if is_person(lemma) or lemma.endswith(_AGENTS) or is_document(lemma):
        return True
    return is_group(lemma) or is_group(head.lower) or is_organisation(lemma) or lemma in _SPEAKING_PLACES | _PLANNED


def is_quoted(head: Word) -> bool:
    """Whether words in marks may be those of who may speak: a report's, but no deal's."""
    return may_speak(head) and head.lemma not in _PLANNED


def is_empty(head: Word) -> bool:
    """`it` and `there`, which speak for nobody."""
    return head.lower in {"it", "there"} or head.dep == "expl"


def cue_span(verb: Word, source: Source | None) -> Span:
    """The reporting words: auxiliaries, negation and light verbs before the verb, particles and a colon after it."""
    sentence = verb.sentence
    assert sentence is not None
    first, last = _carrier(verb), verb
    top = first
    if verb.dep == "xcomp" and is_light(verb.head.lemma) and verb.i - verb.head.i <= 4:
        top = verb.head
        first = top
    before = sentence.previous_word(first)
    while (
        before is not None
        and before.dep in _CUE_WORDS
        and before.head in {verb, top}
        and before.i > _last_of(source, verb)
        and not is_report_adverb(before.lower)
    ):
        first = before
        before = sentence.previous_word(first)
    following = sentence.next_word(last)
    phrasal = following is not None and f"{verb.lemma}_{following.lower}" in verbs()
    if following is not None and (phrasal or (following.dep == "compound:prt" and following.head is verb)):
        last = following
        following = sentence.next_word(last)
    if following is not None and following.text == ":":
        last = following
    made = next((child for child in verb.having("xcomp") if f"{verb.lemma}_{child.lower}" in verbs()), None)
    if made is not None and made.i > last.i:
        last = made
    return Span(first.start, last.end)


def _last_of(source: Source | None, verb: Word) -> int:
    return source.last.i if source is not None and source.last.i < verb.i else -1


def negated(verb: Word) -> bool:
    """Whether the reporting words are denied ("did not say", "no one said", "refused to say")."""
    chain = [verb, verb.head] if verb.dep == "xcomp" and is_light(verb.head.lemma) else [verb]
    for word in chain:
        for child in word.children:
            if child.lower in NEGATIONS and child.dep in {"advmod", "det", "cc:preconj"}:
                return True
            if child.dep in SUBJECTS and (
                child.lower in {"nobody", "none"} or any(c.lower in {"no", "neither"} for c in child.having("det"))
            ):
                return True
    return False


def modal(verb: Word) -> bool:
    """Whether the reporting words only may be said."""
    return any(child.dep == "aux" and is_modal(child.lower) for child in verb.children)


def addressee_of(verb: Word, cue: Cue) -> Source | None:
    """The one spoken to."""
    if verb.passive:
        subject = verb.subject
        return phrase(subject, verb) if subject is not None and "obj" in cue.addressee and may_speak(subject) else None
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep in {"obj", "iobj"} and "obj" in cue.addressee and _may_hear(child):
            return _near(phrase(child, verb))
        if child.dep in {"obl", "obl:arg"} and _may_hear(child):
            cases = {c.lower for c in child.having("case")}
            if cases & cue.addressee and child.left.i - verb.i < 12:
                return without_case(_near(phrase(child, verb)))
    return None


def _may_hear(head: Word) -> bool:
    if head.lower in _SOME and any(map(may_speak, head.having("nmod"))):
        # "thousands of pilgrims"
        return True
    if head.entity in QUANTITY_LABELS:
        return False
    return (may_speak(head) and not is_document(head.lemma)) or head.entity in {"ORG", "PERSON", "GPE"}


def _near(source: Source) -> Source:
    """A phrase without the clauses that the parser may have hung on it."""
    if source.last.i - source.head.i <= 8 and not any(c.dep in {"ccomp", "acl:relcl"} for c in source.head.children):
        return source
    first, last = _short(source.head, None)
    return Source(source.head, Span(first.start, last.end), first, last)
