"""Who stands beside a reporting verb, where the parser gave it no subject or a wrong one."""

from collections.abc import Callable
from dataclasses import replace

from tui.analysis.cues import is_document
from tui.analysis.framing import PERSONS
from tui.analysis.lexicon import words
from tui.analysis.model import Span
from tui.analysis.names import PLAIN_WORDS
from tui.analysis.parties import Source, may_speak, phrase
from tui.analysis.words import FINITE, Word

_LEFT, _RIGHT = 40, 8
_PARTS = frozenset({"compound", "flat", "appos", "nmod:desc"})


def speaker_near(verb: Word, quoted: Callable[[int], bool], inverted: bool) -> Source | None:
    """The phrase that the verb most likely has as its subject, judged by its place.

    `inverted` when a quotation has just ended, so that the speaker may follow the verb.
    """
    return (inverted and _after(verb, quoted)) or _before(verb, quoted) or None


def _after(verb: Word, quoted: Callable[[int], bool]) -> Source | None:
    """`"K," said S`: within a few words, before any mark or comma."""
    sentence = verb.sentence
    assert sentence is not None
    word = sentence.next_word(verb)
    for _ in range(_RIGHT):
        if word is None or quoted(word.start) or (word.pos in {"PUNCT", "ADP", "SCONJ"} and word.text != "-"):
            return None
        if _speaker(word) or (is_document(word.lemma) and word.dep != "compound"):
            return _to_verb(phrase(_head(word, quoted), verb), verb)
        word = sentence.next_word(word)
    return None


def _to_verb(source: Source, verb: Word) -> Source:
    """The phrase after a verb with the modifiers between them, which the parser gave to something in the quotation."""
    sentence = verb.sentence
    assert sentence is not None
    first, before = source.first, sentence.previous_word(source.first)
    while before is not None and before.i > verb.i and before.dep in {"compound", "amod", "det"}:
        first, before = before, sentence.previous_word(before)
    return replace(source, span=Span(first.start, source.span.end), first=first)


def _before(verb: Word, quoted: Callable[[int], bool]) -> Source | None:
    """The first phrase of the clause before the verb, up to a mark, a colon or another finite verb."""
    sentence = verb.sentence
    assert sentence is not None
    found: Word | None = None
    word = sentence.previous_word(verb)
    for _ in range(_LEFT):
        if word is None or quoted(word.start) or word.lower in {";", ":", "—", "--"}:
            break
        if word.tag in FINITE and not _in_insertion(word) and word.dep not in {"aux", "cop", "aux:pass"}:
            break
        if _speaker(word) and not _in_insertion(word):
            found = word
        word = sentence.previous_word(word)
    return phrase(_head(found, quoted), verb) if found is not None else None


def gestures(subject: Source) -> bool:
    """`S laughed. "K"`: whether somebody does what people do before they speak."""
    person = subject.head.lower in PERSONS or subject.head.entity == "PERSON"
    return person and subject.head.head.lemma in words("cues", "gestures")


def turns_to(subject: Source, verb: Word | None) -> bool:
    """Whether an article has come to somebody: by a gesture, or in a paragraph after the one of who spoke before."""
    if gestures(subject):
        return True
    here, there = subject.head.sentence, verb.sentence if verb is not None else None
    person = subject.head.lower in PERSONS or subject.head.entity == "PERSON"
    return person and here is not None and there is not None and here.paragraph > there.paragraph


def phrase_before(verb: Word) -> Source | None:
    """`..., an aide close to him told us`: the phrase from a comma to a verb, whatever the parser made of it."""
    sentence = verb.sentence
    assert sentence is not None
    found: Word | None = None
    word = sentence.previous_word(verb)
    while word is not None and verb.i - word.i < _LEFT:
        if word.lower in {";", ":", "—", "--", "”", '"', "''"} or (word.tag in FINITE and not _in_insertion(word)):
            return None
        # What is no other name for what stands right before the comma is a phrase of its own.
        if word.text == "," and found is not None and (found.dep not in _PARTS or word.i - found.head.i > _RIGHT):
            return phrase(found, verb)
        if _speaker(word):
            found = word
        word = sentence.previous_word(word)
    return None


def phrase_after(verb: Word) -> Source | None:
    """`K, said an aide to him`: the phrase right after a verb, whatever the parser made of it."""
    return _after(verb, lambda _: False)


def _speaker(word: Word) -> bool:
    following = word.sentence.next_word(word) if word.sentence is not None else None
    if word.lower in words("cues", "some") and following is not None and following.lower == "of":
        # "said one of the two witnesses"
        return True
    if (
        word.pos not in {"PROPN", "PRON", "NOUN"}
        or not may_speak(word)
        or word.dep in {"nmod", "nmod:poss", "compound"}
    ):
        return False
    oblique = any(child.dep == "case" for child in word.children)
    return not oblique and not is_document(word.lemma) and word.lower.rstrip(".") not in PLAIN_WORDS


def _head(word: Word, quoted: Callable[[int], bool]) -> Word:
    while word.dep in _PARTS and word.head is not word and not quoted(word.head.start):
        word = word.head
    return word


def _in_insertion(word: Word) -> bool:
    return word.dep in {"acl:relcl", "acl"} or any(above.dep in {"acl:relcl", "acl"} for above in word.ancestors())
