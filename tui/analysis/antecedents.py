"""Whom a pronoun of the third person means: the most prominent one near it that grammar allows."""

from collections import Counter
from collections.abc import Iterator
from math import log

from tui.analysis.figures import Figure, Point
from tui.analysis.lexicon import words
from tui.analysis.memory import Memory, distance
from tui.analysis.parties import reports_on
from tui.analysis.pronouns import Pronoun
from tui.analysis.speaking import Speaking
from tui.analysis.words import SUBJECTS, Word

# How much a point loses with each sentence and each point between, and gains with every other mention.
_SENTENCE, _POINT, _NEAR_AGAIN, _PROMINENCE, _QUOTED = 1.5, 0.1, 0.25, 0.5, 0.9
# After these one tells what the subject does: "won by calling him weak".
_OWN = frozenset({"by", "while", "after", "before", "without", "when", "in", "since", "despite"})
# Who says that he does something is likely he, who says that he thinks something most likely; who continues spoke last.
_REPORTER, _THINKER, _WENT_ON = 0.6, 3.0, 1.5


def antecedent(word: Word, pronoun: Pronoun, memory: Memory, speaking: Speaking) -> Figure | None:
    """The figure a pronoun stands for; nothing when two are about as likely.

    Who speaks would say "I" there; who is named within a quotation is less likely meant outside of it.
    """
    barred = {id(point.figure) for point in memory.recent if _clashes(word, point.head, pronoun)}
    barred.update(map(id, _others(word, pronoun, memory, speaking)))
    if pronoun.number == "plural" and (_is_of_subject(word, memory) or any(_are_two(p, word) for p in memory.recent)):
        return None
    told_by = speaking.reported_by(word.start)
    outside, reporter = not speaking.quoted(word), memory.named_at(told_by)
    if pronoun.number == "plural" and told_by is not None and reporter is None and told_by.plural:
        # "Most said they liked it"
        return None
    going_on = word.head.lemma in words("cues", "going_on") or _is_inserted(word, speaking)
    going_on = outside and word.dep in SUBJECTS and going_on
    spoke = next(_speakers(memory, speaking), None) if going_on else None
    best: dict[int, float] = {}
    again: Counter[int] = Counter()
    figures: dict[int, Figure] = {}
    for age, point in enumerate(reversed(memory.recent)):
        figure = point.figure
        if figure is None or distance(point.head, word) > pronoun.reach or not pronoun.fits(figure):
            continue
        if id(figure) in barred or (pronoun.number == "it" and point.head.tag == "NNS" and not figure.named):
            continue
        if pronoun.number == "plural" and not figure.plural and point.head.dep == "nmod":
            # Those of a body are not "they" where it only tells of somebody where he is from.
            continue
        score = _weight(point, word, pronoun) - _POINT * age
        if outside and speaking.quoted(point.head):
            score -= _QUOTED
        if outside and word.dep in SUBJECTS and figure is reporter and distance(point.head, word) == 0:
            score += _THINKER if word.head.lemma in words("cues", "own_thoughts") else _REPORTER
        if figure is spoke:
            score += _WENT_ON
        again[id(figure)] += id(figure) in best
        best[id(figure)] = max(best.get(id(figure), score), score)
        figures[id(figure)] = figure
    if not best:
        return None
    scores = {
        key: score + _PROMINENCE * log(len(figures[key].points)) + _NEAR_AGAIN * again[key]
        for key, score in best.items()
    }
    ranked = sorted(scores, key=lambda key: -scores[key])
    if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < pronoun.margin:
        return None
    return figures[ranked[0]]


def _speakers(memory: Memory, speaking: Speaking) -> Iterator[Figure]:
    """Who spoke outside of quotations, the last one first."""
    for point in reversed(memory.recent):
        if point.figure is not None and speaking.speaks(point.head) and not speaking.quoted(point.head):
            yield point.figure


def _others(word: Word, pronoun: Pronoun, memory: Memory, speaking: Speaking) -> Iterator[Figure]:
    """Whom a pronoun cannot mean: who speaks there and to whom, and whom the one it stands for speaks of by name."""
    if word.dep in {"obj", "iobj"} and not pronoun.reflexive:
        # "Calling him weak, X left"
        doer = memory.named_at(_shared(word.head).subject)
        if doer is not None:
            yield doer
    for party in (*speaking.at(word.start), speaking.told_by(word)):
        if party is not None and (figure := memory.figure_of(party)) is not None:
            yield figure
    for start, end in speaking.said_by(word):
        for point in memory.recent:
            # Who speaks is nobody whom he describes.
            described = point.kind == "description" and start <= point.start < end and speaking.quoted(point.head)
            if described and point.figure is not None:
                yield point.figure
        for point in memory.named_between(start, end):
            # "X, it found, had ...", "X had refused, she said"
            apart = point.head.dep in SUBJECTS and point.head.sentence is word.sentence
            if point.figure is not None and (apart or point.start > word.start or speaking.quoted(point.head)):
                yield point.figure


def _is_inserted(word: Word, speaking: Speaking) -> bool:
    """Whether it says something around itself: "K, it found, L"."""
    starts = [start for start, _ in speaking.said_by(word)]
    return any(start < word.start for start in starts) and any(start > word.start for start in starts)


def _weight(point: Point, word: Word, pronoun: Pronoun) -> float:
    """How prominent a point is for a pronoun: nearness, subjecthood, a name."""
    score = -_SENTENCE * distance(point.head, word)
    head = point.head
    while head.dep in {"conj", "appos", "flat"} and head.head is not head:
        head = head.head
    if head.dep in SUBJECTS:
        score += 2.0 if head.head.head is head.head or head.head.dep in {"conj", "parataxis"} else 1.2
    elif head.dep in {"obj", "iobj"}:
        score += 0.6
    elif head.dep in {"compound", "nmod", "amod"}:
        score -= 0.7
    if point.kind == "name":
        score += 0.4
    if word.dep in SUBJECTS and head.dep in SUBJECTS:
        score += 0.5
    if pronoun.gender and point.figure is not None and point.figure.gender == pronoun.gender:
        score += 1.0
    if pronoun.number == "it" and point.label in {"GPE", "LOC", "FAC"} and head.dep not in SUBJECTS:
        score -= 0.8
    if pronoun.number == "it" and (point.head.dep == "conj" or point.head.child("conj")):
        # Of "X and Y" neither is "it".
        score -= 1.0
    return score


def _is_of_subject(word: Word, memory: Memory) -> bool:
    """Whether `their` belongs to the clause's own subject, who is nobody here: `civilians hold their breath`."""
    verb = next((above for above in word.ancestors() if above.subject is not None), None)
    subject = verb.subject if verb is not None and word.dep == "nmod:poss" else None
    return subject is not None and subject.i < word.i and subject.tag == "NNS" and memory.figure_of(subject) is None


def _are_two(point: Point, word: Word) -> bool:
    """Whether `they` may well be the two persons of whom the sentence before tells."""
    figure = point.figure
    person = figure is not None and figure.person and not figure.plural
    return person and distance(point.head, word) == 1 and point.head.leads and point.head.child("conj") is not None


def _clashes(word: Word, other: Word, pronoun: Pronoun) -> bool:
    """Whether grammar forbids the two to be the same: subject and object of one verb."""
    if pronoun.reflexive or word.dep == "nmod:poss":
        return False
    # "X expects to cut them": X does the cutting.
    wanted = word.head.head if word.head.dep == "xcomp" and word.dep in {"obj", "iobj"} else None
    if wanted is not None and other.head is wanted and other.dep in SUBJECTS:
        return True
    if other.dep in SUBJECTS and word.dep in {"obj", "iobj"} and other.head is _shared(word.head):
        return True
    # "X named three of them"
    part = word.dep == "nmod" and word.head.pos == "NUM" and word.head.dep == "obj"
    if other.dep in SUBJECTS and part and other.head is word.head.head:
        return True
    return word.head is other.head and word is not other and word.dep != "conj"


def _shared(verb: Word) -> Word:
    """The verb whose subject a verb without one shares: "was seen throwing him", "left, thanking him"."""
    while verb.subject is None and not verb.passive and verb.head is not verb and not _is_of_another(verb):
        beside = verb.dep == "advcl" and verb.tag == "VBG"
        if not (beside or verb.dep == "conj" or (verb.dep == "xcomp" and verb.head.passive)):
            break
        verb = reports_on(verb) or verb.head
    return verb


def _is_of_another(verb: Word) -> bool:
    """`thanked X for backing him`, `X won, leaving him without a seat`: not what the subject does."""
    joint = verb.child("mark")
    others = verb.lemma in words("cues", "resulting") if joint is None else joint.lower not in _OWN
    return verb.tag == "VBG" and others
