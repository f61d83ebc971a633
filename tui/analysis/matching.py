"""Whom a description means: a named one, one described before, or nobody yet."""

import re
from collections.abc import Iterator
from math import log

from tui.analysis.cues import saying
from tui.analysis.descriptions import Description, quantified
from tui.analysis.figures import Figure, Point
from tui.analysis.lexicon import words
from tui.analysis.memory import Memory, distance
from tui.analysis.places import canonical, demonym_of, is_country
from tui.analysis.titles import gender_of, is_maker
from tui.analysis.words import SUBJECTS, Word

# Of what somebody is told to be from: the country, the club.
_ORIGINS = frozenset({"GPE", "NORP", "ORG"})
_GENDER_WORDS = frozenset({"man", "woman", "boy", "girl"})
_NAMING = frozenset({"name", "call", "dub"})
# Bodies, and houses of bodies, of which there are so many that the last one named is rarely meant.
_NO_BODIES = words("people", "common_bodies")
_SORT_REACH, _AGAIN_REACH, _AGAIN = 4, 12, 8
# So many mentions tell how a name is used.
_FEW = 40


class Matcher:
    """Finds the figures of descriptions among what is remembered."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def match(self, description: Description) -> Figure | None:
        """The figure that a description means, or nothing when that is not clear."""
        if description.told:
            return self.stated(description)
        if description.sort == "thing":
            return self._by_word(description)
        return (
            self.stated(description)
            or self._by_party(description)
            or self._by_role(description)
            or self._by_owner(description)
            or self._by_marriage(description)
            or self._again(description)
            or self._by_speaker(description)
            or self._by_word(description)
            or self._by_sort(description)
            or self._by_turn(description)
        )

    def stated(self, description: Description) -> Figure | None:
        """Whom the sentence itself says it to be: `X, the description`, `X is the description`."""
        head = description.head
        others = [head.head] if head.dep == "appos" else []
        others += _beside(head)
        if (subject := _subject_of(head)) is not None:
            others.append(subject)
        for other in others:
            figure = self._memory.figure_of(other)
            if figure is not None and _fits(description, figure):
                return figure
        return None

    def _by_party(self, description: Description) -> Figure | None:
        """`Y fighters` of a body Y are Y; `Y troops`, `Y soldiers` of a country are one group, however called."""
        owner = self._party(description)
        if owner is None:
            return None
        key, figure = owner
        if figure is not None and figure.label in {"ORG", "NORP"} and description.head.child("nmod:poss") is None:
            return figure
        return self._memory.parties.get(key)

    def is_party(self, description: Description) -> bool:
        """Whether a description means those who fight for somebody."""
        return self._party(description) is not None

    def keep(self, description: Description, figure: Figure) -> None:
        """Remember a description and whom it means."""
        self._memory.described[description.head.lemma].append((description, figure))
        owner = self._party(description)
        if owner is not None and not figure.named:
            self._memory.parties.setdefault(owner[0], figure)
        if (key := self._owner(description)) is not None:
            self._memory.owned[key] = figure

    def _party(self, description: Description) -> tuple[str, Figure | None] | None:
        """For whom some people fight: a key for it, and its figure when it is named."""
        head = description.head
        if not description.plural or head.lower not in words("people", "forces"):
            return None
        before = [child for child in head.having("amod", "compound", "nmod:poss") if child.i < head.i]
        owners = [child for child in before if child.lower not in words("people", "force_kinds")]
        if len(owners) != 1:
            return ("government", None) if not owners and any(c.lower == "government" for c in before) else None
        figure = self._memory.figure_of(owners[0])
        if figure is not None and figure.named and not figure.person:
            return (canonical(next(iter(figure.names))), figure)
        country = demonym_of(owners[0].text)
        return (country, None) if country else None

    def _by_role(self, description: Description) -> Figure | None:
        """`the governor`: the one person who is called that in this article."""
        if description.sort != "person" or not description.definite:
            return None
        if any(child.dep in {"nmod:poss", "nmod"} for child in description.head.children):
            return self._owned(description)
        return self._memory.called(description.head.lemma, description.modifiers, description.start)

    def _owned(self, description: Description) -> Figure | None:
        """`the governor of X`: somebody whose role is written with the same word of possession."""
        owners = {child.lower.strip("'s,") for child in description.head.having("nmod", "nmod:poss")}
        return self._memory.called_of(description.head.lemma, owners)

    def _by_owner(self, description: Description) -> Figure | None:
        """`X's office`, `the mayor's office`, `his father`: the same noun of the same owner, whatever he is called."""
        if _brings_others(description):
            return None
        key = self._owner(description)
        return self._memory.owned.get(key) if key is not None else None

    def _by_marriage(self, description: Description) -> Figure | None:
        """`her husband`: the one man who bears her surname."""
        owners = [self._memory.figure_of(word) for word in description.head.having("nmod:poss")]
        if description.head.lemma not in words("people", "spouses") or len(owners) != 1 or owners[0] is None:
            return None
        return self._memory.namesake(owners[0], gender_of(description.head.lemma))

    def _owner(self, description: Description) -> tuple[Figure, str, frozenset[str]] | None:
        """Whose body, group or relative it is, with the noun and what else stands before it, or nothing."""
        if description.sort not in {"organisation", "people", "person"}:
            return None
        head = description.head
        kinds = ("nmod:poss",) if description.sort == "person" else ("nmod:poss", "compound")
        owners = [(child, figure) for child in head.having(*kinds) if (figure := self._memory.figure_of(child))]
        if len(owners) != 1:
            return None
        word, figure = owners[0]
        return figure, head.lemma, description.modifiers - {word.lemma}

    def _again(self, description: Description) -> Figure | None:
        """The same noun again, without anything that would make it another."""
        if _brings_others(description):
            return None
        for earlier, figure in reversed(self._memory.described[description.head.lemma][-_AGAIN:]):
            # "police" and "officials" go on through an article; "the team" is soon another one.
            if not description.plural and distance(earlier.head, description.head) > _AGAIN_REACH:
                break
            if earlier.plural != description.plural or figure.named:
                continue
            if description.modifiers == earlier.modifiers or (
                description.definite and description.modifiers < earlier.modifiers
            ):
                return figure
        return None

    def _by_speaker(self, description: Description) -> Figure | None:
        """`X's spokesman said the group ...`: the body to which the speaker belongs."""
        if description.sort != "organisation" or not description.definite or description.modifiers:
            return None
        speaker = _reporter(description.head)
        figure = self._memory.figure_of(speaker) if speaker is not None else None
        owners = [owner for owner, _ in figure.affiliations.values()] if figure is not None else []
        bodies = [owner for owner in owners if owner.label in {"ORG", "NORP"} and _may_be(description.head, owner)]
        return bodies[0] if len(bodies) == 1 else None

    def _by_word(self, description: Description) -> Figure | None:
        """`the bridge`, `the ministry`: what bears the word in its name."""
        if not description.definite or description.plural or description.modifiers or description.sort == "person":
            return None
        figure = self._memory.named_with(description.head.lower, description.start)
        return figure if figure is not None and _fits(description, figure) else None

    def _by_sort(self, description: Description) -> Figure | None:
        """`the city`, `the country`: the last of that sort to be named; `the company`: the likeliest one near."""
        if not description.definite or description.plural or description.owned or description.restricted:
            return None
        head, sort = description.head, description.sort
        # "The agency" is of the press where it is called so.
        media = head.lemma in words("people", "media") and (head.lemma != "agency" or bool(description.modifiers))
        if sort == "person":
            return self._by_gender(description)
        if description.modifiers and not (media and description.typed):
            return None
        # "this country" stands close by, or is where the writer is.
        reach = 1 if description.first.lower in {"this", "that"} else _SORT_REACH
        best: tuple[float, Figure] | None = None
        for point in reversed(self._memory.recent):
            figure = point.figure
            if distance(point.head, head) > reach:
                break
            if figure is None or point.kind == "pronoun" or not _of_sort(head, sort, figure):
                continue
            if sort == "country" and _in_pair(point.head):
                continue
            if sort != "organisation":
                return figure
            # One that is named once and does nothing is not "the company".
            idle = point.head.dep not in SUBJECTS and not point.head.leads and len(figure.points) == 1
            if _is_told(point.head) == media and not (idle and head.lemma in words("people", "firms")):
                score = _prominence(point, figure) - distance(point.head, head)
                best = (score, figure) if best is None or score > best[0] else best
        return best[1] if best is not None else None

    def _by_turn(self, description: Description) -> Figure | None:
        """`X won. The England winger said ...`: another word for the subject of the sentence before."""
        head, here = description.head, description.head.sentence
        if description.plural or description.restricted or description.first.lower != "the" or here is None:
            return None
        person = description.sort == "person"
        if person:
            again = demonym_of(head.text) or any(c.entity in _ORIGINS for c in head.having("compound", "amod"))
        else:
            firm = head.lemma in words("people", "firms") or is_maker(head.lemma)
            again = description.sort == "organisation" and firm
        if not again or head.dep not in SUBJECTS:
            return None
        found: Figure | None = None
        others: set[int] = set()
        for point in reversed(self._memory.recent):
            before, figure = point.head.sentence, point.figure
            if before is None or here.i - before.i > 1 or (person and before.paragraph != here.paragraph):
                break
            if before is here or figure is None or not figure.named or not _fits(description, figure):
                continue
            if not person and not _of_sort(head, description.sort, figure):
                continue
            if point.head.leads or (found is None and person and point.head.dep in SUBJECTS):
                found = figure
            elif person and not figure.role_nouns:
                # Of whom nothing else is known, he or she may be meant.
                others.add(id(figure))
        return found if found is not None and others <= {id(found)} else None

    def _by_gender(self, description: Description) -> Figure | None:
        head = description.head
        gender = gender_of(head.lemma)
        near = [figure for _, figure in self._memory.figures_behind(head, 2) if figure.person and not figure.plural]
        if head.lemma in _GENDER_WORDS:
            fits = [figure for figure in near if figure.gender == gender]
        elif head.lemma in words("people", "epithets") or any(map(_is_age, (*description.modifiers, head.lower))):
            fits = [figure for figure in near if figure.named and gender in {None, figure.gender}]
            fits = fits if len(near) == 1 else []
        else:
            return None
        return fits[0] if len(fits) == 1 else None


def _prominence(point: Point, figure: Figure) -> float:
    """How likely an article goes on about a body: it did something, and it is named often."""
    return 1.5 * point.head.leads + 0.7 * log(len(figure.points))


def _in_pair(word: Word) -> bool:
    """Whether a country stands beside another: "the U.S.-Mexico border" is in neither."""
    sentence = word.sentence
    assert sentence is not None
    beside = (sentence.previous_word(word), sentence.next_word(word))
    return word.dep == "compound" and any(other is not None and other.text in {"-", "–"} for other in beside)


def _brings_others(description: Description) -> bool:
    """Whether a phrase says that it means others than the same noun did before: "two officials", "the ones it sent"."""
    return quantified(description) or (description.definite and description.restricted)


def _is_age(modifier: str) -> bool:
    return modifier == "old" or modifier.endswith("-old")


def _beside(head: Word) -> Iterator[Word]:
    """Who a noun is said to be: `the candidate, the Secretary of State X`, `the secretary X`, `a man named X`."""
    for child in head.having("appos", "flat"):
        yield child
        yield from _beside(child)
    for verb in head.having("acl"):
        if verb.lemma in _NAMING:
            yield from verb.having("xcomp", "obj")


def _is_told(word: Word) -> bool:
    """Whether a body hears what is said, as the press does: "told the paper", "in an interview with the paper"."""
    verb = word.head
    if word.dep in {"obj", "iobj"}:
        return verb.lemma in {"tell", "inform"}
    cases = {case.lower for case in word.having("case")}
    return (word.dep == "obl" and "to" in cases and verb.lemma in saying() | {"speak", "talk"}) or (
        word.dep == "nmod" and "with" in cases and verb.lemma == "interview"
    )


def _subject_of(head: Word) -> Word | None:
    """The subject of which a noun is said: `S is`, `S became`, `S served as`."""
    if any(child.lower in {"not", "n't", "never"} for child in head.children):
        return None
    subject = head.subject
    if head.child("cop") is not None:
        if subject is None or any(child.dep == "aux" and child.lemma not in {"have", "be"} for child in head.children):
            return None
        return subject
    verb = head.head
    if head.dep in {"xcomp", "obj"} and verb.lemma in words("people", "becoming"):
        return verb.subject
    if head.dep == "obl" and verb.lemma in words("people", "serving"):
        return verb.subject if any(case.lower == "as" for case in head.having("case")) else None
    return None


def _reporter(word: Word) -> Word | None:
    """The subject of the verb that reports the clause in which a word stands."""
    clause = next((above for above in (word, *word.ancestors()) if above.dep == "ccomp"), None)
    return clause.head.subject if clause is not None and clause.head is not clause else None


def _fits(description: Description, figure: Figure) -> bool:
    if description.sort in {"person", "people"}:
        return figure.plural if description.plural else figure.person and not figure.plural
    if description.sort in {"place", "country"}:
        return figure.label in {"GPE", "LOC", "FAC"}
    return not figure.person


def _of_sort(head: Word, sort: str, figure: Figure) -> bool:
    label = figure.label
    country = label == "GPE" and any(is_country(name) for name in figure.names)
    if sort == "country":
        return country
    if sort == "place":
        town, area = words("people", "towns"), words("people", "areas")
        if head.lemma in town:
            return label == "GPE" and not country and (not figure.role_nouns & area or bool(figure.role_nouns & town))
        if head.lemma in area:
            return bool(figure.role_nouns & area) or label == "LOC"
        return head.lemma in words("people", "vague_areas") and label == "LOC"
    if label not in {"ORG", "NORP"} or head.lemma in _NO_BODIES or _is_of_a_thing(figure):
        return False
    if (label == "NORP" or (figure.plural and not figure.named)) and head.lemma not in words("people", "any_body"):
        return False
    if head.lemma in words("people", "firms") and _is_one_of_many(figure):
        return False
    return _may_be(head, figure)


def _is_of_a_thing(figure: Figure) -> bool:
    """Whether a name is only ever part of what one thing is called: "the X tax"."""
    heads = [point.head for point in figure.points[:_FEW] if point.kind == "name"]
    things = {head.head.lemma for head in heads if head.dep == "compound"}
    return len(heads) > 2 and len(things) == 1 and all(head.dep == "compound" for head in heads)


def _is_one_of_many(figure: Figure) -> bool:
    """Whether a name stands with an article as things on sale do: "the Dacia" is no company."""
    heads = [point.head for point in figure.points[:_FEW] if point.kind == "name"]
    plain = all(head.text.istitle() and head.child("compound", "flat", "amod") is None for head in heads)
    return plain and any(head.child("det") is not None and head.dep != "compound" for head in heads)


def _may_be(noun: Word, figure: Figure) -> bool:
    """Whether a body's name does not say that it is something else: no union is "the company"."""
    heads = [re.split(r" (?:of|for|on) ", name.lower())[0].split() for name in figure.names if " " in name]
    kinds = {parts[-1] for parts in heads if parts}
    kinds = (kinds | figure.role_nouns) & words("people", "organisations")
    return not kinds or noun.lemma in kinds or noun.lemma in words("people", "any_body")
