"""Pronouns that stand before the name they mean: `In her speech, X said`, `Asked if he would go, X said`."""

from tui.analysis.figures import Figure
from tui.analysis.lexicon import words
from tui.analysis.memory import Memory
from tui.analysis.pronouns import Pronoun
from tui.analysis.speaking import Speaking
from tui.analysis.words import SUBJECTS, Word


def named_ahead(word: Word, pronoun: Pronoun, memory: Memory, speaking: Speaking) -> Figure | None:
    """The subject ahead of which a phrase with a pronoun stands, where the pronoun most likely means it."""
    front = next((above for above in (word, *word.ancestors()) if _is_front(above, word)), None)
    subject = front.head.subject if front is not None else None
    if front is None or subject is None or not _may_mean(word, front, subject):
        return None
    if speaking.quoted(word) != speaking.quoted(subject):
        return None
    figure = memory.named_at(subject)
    if figure is None or not figure.named or not pronoun.fits(figure):
        return None
    if pronoun.number == "plural" and not figure.plural:
        return None
    if front.lower == "asked":
        return figure
    before = (point for point in memory.recent if front.left.start <= point.start < word.start)
    return None if any(point.figure is not None and pronoun.fits(point.figure) for point in before) else figure


def _is_front(phrase: Word, word: Word) -> bool:
    """Whether a phrase or clause without a subject of its own hangs on a verb whose subject comes after a word."""
    subject = phrase.head.subject if phrase.head is not phrase else None
    fronted = phrase.dep == "advcl" or phrase.dep.startswith("obl")
    return fronted and phrase.subject is None and subject is not None and subject.i > word.i


def _may_mean(word: Word, front: Word, subject: Word) -> bool:
    if word.dep in SUBJECTS:
        return front.lower == "asked"
    own = subject.child("nmod:poss")
    if word.dep != "nmod:poss" or (own is not None and own.pos == "PRON"):
        # "For his services his second son was ..."
        return False
    return not {front.lemma, word.head.lemma} & words("people", "by_others")
