"""Descriptions: noun phrases that tell of somebody without a name ("the local governor", "two mothers")."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

from tui.analysis.cues import saying
from tui.analysis.places import demonym_of
from tui.analysis.titles import is_group, is_organisation, is_person, is_place, is_share, is_state
from tui.analysis.words import Sentence, Word

Sort = Literal["person", "people", "organisation", "place", "country", "thing"]
_INSIDE = frozenset({"amod", "compound", "nummod", "det", "nmod:poss", "advmod", "det:predet", "nmod", "flat", "punct"})
# "no people", "what people", "how many people"
_NOBODYS = frozenset({"no", "what", "which", "whatever", "whichever"})
# Guards that are a body: "the coast guard".
_GUARDS = frozenset({"coast", "national", "republican", "revolutionary", "presidential", "civil"})
_FOLLOWING = frozenset({"nmod", "acl"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_QUANTIFIERS = frozenset(
    [
        "some",
        "many",
        "several",
        "few",
        "most",
        "others",
        "all",
        "both",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "dozens",
        "hundreds",
        "thousands",
        "one",
        "another",
    ]
)
# Nouns of persons that without an article are none: "racial justice".
_ABSTRACT = frozenset({"justice"})
# Nouns that with one thing after them are what it does: "the movement of a plate", "the tenor of his campaign".
_MOTIONS = frozenset({"movement", "tenor"})


@dataclass(slots=True)
class Description:
    """A noun phrase: its head, where it begins and ends without what follows the head, and what it is.

    `told`: its noun alone tells nothing of people; it is somebody only where the sentence says so.
    """

    head: Word
    first: Word
    sort: Sort
    definite: bool
    told: bool = False

    @property
    def start(self) -> int:
        return self.first.start

    @property
    def end(self) -> int:
        return self.head.end

    @property
    def last(self) -> Word:
        """The last word of what follows the head without a gap and tells which one it is: "at the harbour"."""
        last = self.head
        for child in sorted(self.head.children, key=lambda child: child.i):
            if child.i > last.i and child.dep in _FOLLOWING and last.i + 1 in {child.left.i, child.i}:
                last = child.right
        return last

    @property
    def plural(self) -> bool:
        return self.sort == "people"

    @property
    def label(self) -> str:
        return {
            "person": "PERSON",
            "people": "NORP",
            "organisation": "ORG",
            "place": "LOC",
            "country": "GPE",
            "thing": "FAC",
        }[self.sort]

    @property
    def modifiers(self) -> frozenset[str]:
        """The lemmas of the words before the head that tell it from others of its kind."""
        return frozenset(
            child.lemma for child in self.head.children if child.dep in {"amod", "compound", "nmod:poss", "nmod"}
        )

    @property
    def owned(self) -> bool:
        """Whether it is somebody's: "their company", "the group's leader"."""
        return self.head.child("nmod:poss") is not None

    @property
    def restricted(self) -> bool:
        """Whether a clause without a comma tells which one is meant: "the forces it has trained"."""
        after = [child for child in self.head.having("acl", "acl:relcl") if child.i > self.head.i]
        return any(child.left.i == self.head.i + 1 and child.left.text != "," for child in after)

    @property
    def typed(self) -> bool:
        """Whether what stands before the head only tells its kind: "news agency"."""
        return all(
            child.dep == "compound" and child.text.islower()
            for child in self.head.children
            if child.dep in {"amod", "compound", "nmod:poss", "nmod"}
        )

    @property
    def bare(self) -> bool:
        """Whether it is a lone singular noun that names no single one: "goes to school"."""
        return self.first is self.head and self.sort != "people" and not self.head.plural


def descriptions(sentence: Sentence, taken: set[int], named: Container[str]) -> list[Description]:
    """The descriptions in a sentence; words in `taken` belong to names and their titles.

    `named` are the words by which names of bodies and places end: "the memorial" may be one of those.
    """
    found = []
    for word in sentence.words:
        noun = word.pos in {"NOUN", "PROPN"} or _is_old(word)
        if word.i in taken or not noun or word.dep in {"compound", "amod"}:
            continue
        if any(child.lower in _NOBODYS for child in (*word.having("det"), *word.having("amod"))):
            continue
        sort, told = _sort(word), False
        if sort is None and not word.plural:
            told = _is_told(word)
            sort = "person" if told else "thing" if word.lower in named else None
        if sort is not None:
            first = _first(word, sentence, taken)
            if first.lower == "how":
                continue
            found.append(Description(word, first, sort, _is_definite(word, first), told))
    return found


def _is_told(word: Word) -> bool:
    """`X, a legend in Y` and `X was a legend`: what one is said to be with an article."""
    # Nobody is "in a battle".
    if word.pos != "NOUN" or word.child("case") or not (word.dep == "appos" or word.child("cop") is not None):
        return False
    return any(child.lower in {"a", "an"} for child in word.having("det"))


def _is_old(word: Word) -> bool:
    """`the 29-year-old`, whether it is one word or several."""
    if word.lower.endswith("year-old"):
        return True
    before = word.sentence.previous_word(word) if word.sentence is not None else None
    return word.lower == "old" and before is not None and before.text == "-" and word.child("det") is not None


def is_from_somewhere(word: Word) -> bool:
    """`the Spaniard`: one person, called by where he or she is from; "the Irish" are many."""
    beside = word.dep == "appos" and word.head.entity == "PERSON"
    return bool(
        demonym_of(word.text) is not None
        and word.tag in {"NN", "NNP"}
        and word.dep not in {"compound", "amod", "flat"}
        and not word.lower.endswith(("s", "sh", "ch", "ese"))
        and (
            beside
            or word.child("nmod:poss")
            or any(child.lower in {"the", "a", "an", "one"} for child in word.having("det", "nummod"))
        )
    )


def _sort(word: Word) -> Sort | None:
    lemma = word.lemma
    if word.lower.endswith("s") and word.tag == "NN" and word.lower != lemma + "s":
        lemma = word.lower
    if is_from_somewhere(word) or _is_old(word):
        return "person"
    if word.lower == "pm" and (word.text != "PM" or word.child("nummod")):
        # Of the afternoon.
        return None
    if is_share(lemma) and any(child.i > word.i for child in word.having("nmod")):
        return None
    if lemma == "parent" and any(owner.entity == "ORG" for owner in word.having("nmod:poss", "compound")):
        return "organisation"
    if lemma in _MOTIONS and any(c.pos == "NOUN" and not c.plural for c in word.having("nmod")):
        return None
    if lemma == "guard" and any(child.lower in _GUARDS for child in word.having("compound", "amod")):
        return "organisation"
    if lemma == "vendor" and any(child.lower in {"street", "food", "fruit"} for child in word.having("compound")):
        return "people" if word.plural else "person"
    if is_person(lemma):
        if lemma in _ABSTRACT and word.tag == "NN" and not any(word.having("det", "nmod:poss")):
            return None
        return "people" if word.plural else "person"
    if is_group(lemma) or is_group(word.lower):
        return "people" if word.plural or lemma in {"people", "police"} else "organisation"
    if is_organisation(lemma):
        return "organisation"
    if is_state(lemma) and not word.plural:
        return "country"
    return "place" if is_place(lemma) and not word.plural else None


def _first(head: Word, sentence: Sentence, taken: set[int]) -> Word:
    """The first word of the phrase: determiners and modifiers that run up to the head without a gap."""
    first = head
    for child in sorted(head.children, key=lambda c: -c.i):
        # "in his case a firm", "still a firm"
        outside = (child.dep == "advmod" and first.dep == "det") or (child.dep == "nmod" and child.child("case"))
        outside = outside or child.lower == "according" or child.left.dep in {"case", "mark"}
        if child.i < head.i and child.dep in _INSIDE and child.right.i + 1 == first.i and not outside:
            first = child.left
    while first.dep in {"punct", "cc"} and first is not head:
        following = sentence.next_word(first)
        if following is None:
            break
        first = following
    return first


def _is_definite(head: Word, first: Word) -> bool:
    return any(
        child.dep == "nmod:poss" or (child.dep == "det" and child.lower in _DEFINITE) for child in head.children
    ) or first.lower in {"the", "this", "that", "these", "those"}


def acts(word: Word) -> bool:
    """Whether a noun phrase acts or speaks: a subject, an agent, the one according to whom."""
    top = word
    while top.dep == "conj" and top.head is not top:
        top = top.head
    if top.dep in {"nsubj", "nsubj:outer", "obl:agent"} or top.dep == "nsubj:pass":
        return True
    if top.dep != "obl":
        return False
    cases = {child.lower for child in top.having("case")}
    return "by" in cases or ("to" in cases and (top.head.lemma in saying() or top.head.lower == "according"))


def quantified(description: Description) -> bool:
    """Whether a phrase brings in people that were not named before ("some officials", "two mothers")."""
    return not description.definite and (
        description.first.lower in _QUANTIFIERS
        or description.first.lower in {"a", "an", "any"}
        or description.head.child("nummod") is not None
    )
