"""Dependency trees: ClearNLP turned into Universal Dependencies, and repairs of common slips."""

from collections.abc import Callable, Container

from tui.analysis.titles import is_person, is_title
from tui.analysis.words import FINITE, SUBJECTS, Sentence, Word

_RENAMED = {
    "ROOT": "root",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "neg": "advmod",
    "relcl": "acl:relcl",
    "npadvmod": "obl:unmarked",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "oprd": "xcomp",
    "intj": "discourse",
    "meta": "parataxis",
    "quantmod": "advmod",
}
# Relations that a bare name before a verb hardly has.
_UNLIKELY = frozenset({"ccomp", "dislocated", "parataxis", "advcl", "vocative", "obj", "dep", "appos", "xcomp"})
_NOMINATIVE = frozenset({"he", "she", "they", "i", "we", "who"})
# Determiners that stand alone for somebody: "Another wrote ...".
_ALONE = frozenset({"another", "some", "many", "most", "several", "few", "both", "all"})
_ARGUMENTS = frozenset({"pobj", "pcomp"})
# How far the verb of saying may stand before what is reported beside it.
_NEAR = 14
# What hangs on a copula in ClearNLP and on the predicate in Universal Dependencies.
_STAYS = frozenset({"attr", "acomp"})


def to_universal(words: list[Word]) -> None:
    """Turn ClearNLP trees into Universal Dependencies ones, as far as the rules need it."""
    for word in words:
        if word.dep in _ARGUMENTS and word.head.dep in {"prep", "agent", "dative", *_ARGUMENTS}:
            _lift(word)
    for word in words:
        if word.dep in _STAYS and word.head.lemma == "be" and word.head is not word:
            _copula(words, word)
    seen: dict[int, Word] = {}
    for word in words:
        word.dep = _RENAMED.get(word.dep, word.dep)
        if word.dep in {"prep", "agent"}:
            word.dep = "advmod"
        if word.dep == "cc":
            seen[word.head.i] = word
        elif word.dep == "conj" and (conjunction := seen.pop(word.head.i, None)):
            conjunction.head = word


def _lift(word: Word) -> None:
    """`on <- the table` with the preposition as head: the noun takes its place."""
    preposition = word.head
    if preposition.dep in {"case", "mark"}:
        return
    verbal = preposition.head.pos in {"VERB", "AUX", "ADJ", "ADV"} and preposition.head is not preposition
    clause = word.dep == "pcomp"
    agent = preposition.dep == "agent"
    word.head = preposition.head if preposition.head is not preposition else word
    if clause:
        word.dep = "advcl" if verbal else "acl"
    elif agent:
        word.dep = "obl:agent"
    else:
        word.dep = "obl" if verbal else "nmod"
    preposition.head, preposition.dep = word, "mark" if clause else "case"


def _copula(words: list[Word], predicate: Word) -> None:
    """`is` as head of its predicate: the predicate takes its place."""
    copula = predicate.head
    predicate.head = copula.head if copula.head is not copula else predicate
    predicate.dep = copula.dep if predicate.head is not predicate else "root"
    for word in words[max(0, copula.i - 200) : copula.i + 200]:
        if word.head is copula and word is not predicate:
            word.head = predicate
    copula.head, copula.dep = predicate, "cop"


def repair(words: list[Word]) -> None:
    """Mend slips: a name with two heads, a title parted from its name."""
    start = 0
    while start < len(words):
        end = start + 1
        if words[start].entity:
            while end < len(words) and words[end].entity == words[start].entity and not words[end].entity_begins:
                end += 1
            _one_head(words, start, end)
            _join_title(words, start, end)
            _after_body(words, start)
        start = end


def _one_head(words: list[Word], start: int, end: int) -> None:
    """Within a name only one word hangs on what is outside."""
    name = words[start:end]
    outer = [word for word in name if not start <= word.head.i < end or word.head is word]
    if len(outer) < 2 or any(word.sentence is not name[0].sentence for word in name):
        return
    head = next((word for word in outer if word.dep not in {"compound", "flat", "punct", "case", "dep"}), outer[0])
    above = {word.i for word in _chain(head)}
    for word in outer:
        if word is not head and word.i not in above:
            word.head, word.dep = head, "flat"


def _join_title(words: list[Word], start: int, end: int) -> None:
    """`Governor | Jane Doe` as two subjects of one verb: the title hangs on the name."""
    name = words[start:end]
    head = next((word for word in name if not start <= word.head.i < end or word.head is word), None)
    if head is None or head.entity != "PERSON" or start == 0:
        return
    title = words[start - 1]
    if title.sentence is not head.sentence or not is_title(title.lower):
        return
    if title.head is head.head and title.dep == head.dep and title is not head:
        title.head, title.dep = head, "compound"
    elif head.head is title and head.dep in {"flat", "appos", "nmod", "compound", "dep"}:
        head.head, head.dep = (title.head, title.dep) if title.head is not title else (head, "root")
        title.head, title.dep = head, "compound"
        for word in words[max(0, start - 30) : end + 60]:
            if word.head is title and not (word.i == start - 2 and word.dep in {"amod", "compound"}):
                word.head = head


def _after_body(words: list[Word], start: int) -> None:
    """`a spokesman for the ministry, X`: the name stands beside him, not beside the ministry."""
    head = words[start]
    while head.head is not head and head.head.i >= start and head.head.entity == head.entity:
        head = head.head
    body = head.head
    while body.head.entity == body.entity and body.dep != "nmod" and body.head is not body:
        body = body.head
    if head.entity == "PERSON" and head.dep == "appos" and body.entity in {"ORG", "GPE"} and body.dep == "nmod":
        while body.head.entity == body.entity and body.head is not body:
            body = body.head
        if is_person(body.head.lemma) and body.head.i < head.i and body.head is not body:
            head.head = body.head


def said_first(sentence: Sentence) -> None:
    """`Said A. Name, ...: "K"` with the first word read as a name: it is the verb, and the name speaks."""
    word, name = sentence.words[0], sentence.words[min(1, len(sentence.words) - 1)]
    if word.lower != "said" or word.entity or name.pos != "PROPN":
        return
    root = next(w for w in sentence.words if w.head is w)
    subject = next(w for w in _chain(name) if w.head in {word, root} or w.head is w)
    if subject is word:
        return
    word.tag, word.pos, word.lemma, word.head, word.dep = "VBD", "VERB", "say", word, "root"
    if root is not word and root is not subject:
        root.head, root.dep = word, "ccomp"
    subject.head, subject.dep = word, "nsubj"


def lift_participles(
    words: list[Word], saying: frozenset[str], reporting: Container[str], quoted: Callable[[int], bool]
) -> None:
    """`S said A had left, adding that ...`: the adding is that of S, above the clause on which it was hung.

    So is any report in `S insisted that he had left, claiming that ...` and `"K," S said, citing ...`.
    """
    for word in words[1:]:
        if word.tag != "VBG" or word.lemma not in reporting or "," not in _marks_before(words, word):
            continue
        if quoted(word.head.start) and not quoted(word.start):
            near = (w for w in reversed(words[max(0, word.i - _NEAR) : word.i]) if not quoted(w.start))
            said = next((w for w in near if w.tag in FINITE and w.lemma in reporting), None)
            if said is not None and said.sentence is word.sentence and word not in _chain(said):
                word.head, word.dep = said, "advcl"
            continue
        inner = next((w for w in _chain(word.head) if w.dep in {"ccomp", "parataxis", "xcomp"}), None)
        if inner is None or inner.head.i > word.i or inner.head.lemma not in reporting:
            continue
        between = words[inner.head.i : inner.i]
        own = any(w.head is inner and w.dep == "nsubj" and w.lower in {"he", "she"} for w in between)
        if own or {word.lemma, inner.head.lemma} <= saying:
            word.head, word.dep = inner.head, "advcl"


def _marks_before(words: list[Word], word: Word) -> list[str]:
    """The comma before a word, with the closing mark that may stand between."""
    near = [w.text for w in words[max(0, word.i - 2) : word.i]]
    return near if near[-1] in {"”", '"', "''", "’"} else near[-1:]


def lift_coordinates(words: list[Word], saying: frozenset[str], reporting: Container[str]) -> None:
    """`S said K would leave, but denied L`: the denying is that of S, above the clause on which it was hung.

    So is the warning in `S spoke, admitting K but warning that L`. A past that was read as a participle becomes a past
    again.
    """
    served = {word.head.i for word in words if word.dep.startswith(("nsubj", "aux"))}
    for conjunction in words[1:]:
        word = conjunction.head
        if conjunction.dep == "cc" and word.dep == "conj" and word.tag == "VBG" and word.head.tag != "VBG":
            above = next((w for w in _chain(word.head) if w.tag == "VBG" and w.lemma in reporting), None)
            if above is not None and above.i < word.i and word.lemma in reporting and word.i not in served:
                word.head = above
            continue
        if conjunction.dep != "cc" or words[conjunction.i - 1].text != "," or word.dep != "conj":
            continue
        past = word.tag in {*FINITE, "VBN"} and word.i > conjunction.i
        if not past or word.lemma not in reporting or word.i in served:
            continue
        if word.tag == word.head.tag == "VBN" and word.head.lemma not in saying:
            continue
        inner = next((w for w in _chain(word.head) if w.dep in {"ccomp", "parataxis"}), None)
        above = word.head if word.head.lemma in saying or inner is None else inner.head
        if above.i < word.i and above.lemma in saying and _alike(above, word):
            word.head = above
            word.tag = "VBD" if word.tag == "VBN" else word.tag


def _alike(one: Word, other: Word) -> bool:
    """Whether two verbs stand in one tense: "has said" goes with a past."""
    past = {"VBD", "VBN"}
    return one.tag == other.tag or {one.tag, other.tag} <= past


def find_subjects(sentence: Sentence) -> None:
    """A finite verb without a subject takes the bare name or pronoun before it that is read as something else.

    The first word of `Asked why, she ...` is no finite verb: she was asked.
    """
    first = sentence.words[0]
    if first.tag == "VBD" and first.dep == "advcl" and first.subject is None:
        first.tag = "VBN"
    for word in sentence.words:
        if word.tag not in FINITE or word.pos != "VERB" or word.subject is not None:
            continue
        if word.dep in {"conj", "acl:relcl", "acl"}:
            continue
        for child in word.children:
            bare = not any(c.dep in {"case", "mark", "cop"} for c in child.children)
            nominal = child.pos == "PROPN" or (child.pos == "PRON" and child.lower in _NOMINATIVE)
            alone = child.dep == "det" and child.lower in _ALONE
            if child.i < word.i and child.entity != "DATE" and (alone or (nominal and bare and child.dep in _UNLIKELY)):
                child.dep = "nsubj"
                break


def subject_of_last(sentence: Sentence, saying: frozenset[str]) -> None:
    """`K, two of them said.` with the two read as another subject of K: they are that of the verb at the end."""
    words = sentence.words
    for place, verb in enumerate(words):
        last = place + 1 == len(words) or words[place + 1].pos == "PUNCT"
        if verb.lemma not in saying or verb.tag not in FINITE or verb.subject is not None or not last:
            continue
        comma = next((word for word in reversed(words[:place]) if word.text == ","), None)
        for word in words[comma.i - words[0].i + 1 : place] if comma is not None else ():
            if comma is not None and word.dep in SUBJECTS and word.head.i < comma.i and word.head.within(verb):
                word.head.children.remove(word)
                verb.children.insert(0, word)
                word.head, word.dep = verb, "nsubj"
                break


def subjects_out_of_marks(sentence: Sentence, quoted: Callable[[int], bool]) -> None:
    """`S said: "A believes ..."` with S read as the subject of what is quoted: it is that of the verb outside."""
    for word in sentence.words:
        subject = word.subject
        if subject is None or subject.i > word.i or not quoted(word.start) or quoted(subject.start):
            continue
        base = sentence.words[0].i
        outside = sentence.words[subject.i - base + 1 : word.i - base]
        verb = next((w for w in reversed(outside) if w.tag in FINITE and not quoted(w.start)), None)
        if verb is not None and verb.subject is None and verb.pos == "VERB" and not verb.within(subject):
            word.children.remove(subject)
            verb.children.insert(0, subject)
            subject.head = verb


def part_subjects(sentence: Sentence) -> None:
    """Of several subjects before a verb the nearest is its own; a relative pronoun before it is the object."""
    for word in sentence.words:
        subjects = [child for child in word.children if child.dep == "nsubj" and child.i < word.i]
        for subject in subjects[:-1]:
            subject.dep = "obj" if subject.lower in {"who", "whom", "which", "that", "what"} else "dislocated"


def _chain(word: Word) -> list[Word]:
    return [word, *word.ancestors()]
