"""Whom a description means: a named one, one described before, or nobody yet."""

from collections.abc import Iterator
from math import log

from tui.analysis.cues import saying
from tui.analysis.descriptions import Description, quantified
from tui.analysis.figures import Figure, Point
from tui.analysis.lexicon import words
from tui.analysis.memory import Memory, distance
from tui.analysis.places import canonical, countries_in, demonym_of
from tui.analysis.sorts import fits, may_be, of_sort
from tui.analysis.titles import gender_of
from tui.analysis.turns import by_gender, by_turn, is_of_another
from tui.analysis.words import SUBJECTS, Word

_NAMING = frozenset({"name", "call", "dub"})
_SORT_REACH, _TOWN_REACH, _AGAIN_REACH, _AGAIN = 4, 8, 12, 8
# How much a place gains with each time that it is named e times as often, and loses with each sentence between.
_PLACE_AGAIN, _PLACE_FAR = 0.7, 0.3


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
            or self._by_word_or_sort(description)
            or by_turn(self._memory, description)
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
            if figure is not None and (fits(description, figure) or _is_either(description, other, figure)):
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
        # Who is named only later is not meant by more than the office: "the Badger State governor".
        named = any(child.pos == "PROPN" for child in description.head.having("amod", "compound"))

        def is_other(figure: Figure) -> bool:
            later = not figure.points or figure.points[0].start > description.start
            return is_of_another(description, figure) or (named and later)

        found = self._memory.called(description.head.lemma, description.modifiers, description.start, is_other)
        return found or self._ruler(description)

    def _ruler(self, description: Description) -> Figure | None:
        """`the Chinese leader`: the one whose role is to rule there, by another word for it."""
        if description.head.lemma not in words("people", "rulers"):
            return None
        found = self._memory.ruling(countries_in(child.text for child in description.head.having("amod", "compound")))
        return found[0] if len(found) == 1 else None

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
            if earlier.head.plural != description.head.plural or figure.named:
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
        bodies = [owner for owner in owners if owner.label in {"ORG", "NORP"} and may_be(description.head, owner)]
        return bodies[0] if len(bodies) == 1 else None

    def _by_word_or_sort(self, description: Description) -> Figure | None:
        """`the bank`: what is called so; but of two towns the one that is named more often, "X City" or not."""
        called = self._by_word(description)
        if called is None or description.head.lemma not in words("people", "towns"):
            return called or self._by_sort(description)
        other = self._by_sort(description)
        if not any(name.lower().endswith(description.head.lower) for name in called.names):
            return other
        return called if other is None or len(called.points) > len(other.points) else other

    def _by_word(self, description: Description) -> Figure | None:
        """`the bridge`, `the ministry`: what bears the word in its name."""
        if description.plural or description.sort == "person":
            return None
        if _in_headline(description) and all(demonym_of(word) for word in description.modifiers):
            # "Kenyan court upholds": the one that the article names then.
            figure = self._memory.named_with(description.head.lower, description.start, ahead=True)
        elif description.definite and not description.modifiers:
            figure = self._memory.named_with(description.head.lower, description.start)
        else:
            return None
        return figure if figure is not None and fits(description, figure) else None

    def _by_sort(self, description: Description) -> Figure | None:
        """`the country`: the last of that sort to be named; `the city`, `the company`: the likeliest one near."""
        head, sort = description.head, description.sort
        several = description.plural or (head.plural and sort != "person")
        if not description.definite or several or description.owned or description.restricted:
            return None
        # "The agency" is of the press where it is called so.
        media = head.lemma in words("people", "media") and (head.lemma != "agency" or bool(description.modifiers))
        if sort == "person":
            return by_gender(self._memory, description)
        if description.modifiers and not (media and description.typed):
            return None
        # "this country" stands close by, or is where the writer is.
        near = description.first.lower in {"this", "that"}
        far = head.lemma in words("people", "towns") | {"state"}
        reach = 1 if near else _TOWN_REACH if far else _SORT_REACH
        best: tuple[float, Figure] | None = None
        for point in reversed(self._memory.recent):
            figure = point.figure
            if distance(point.head, head) > reach:
                break
            if figure is None or point.kind == "pronoun" or point.head.plural or not of_sort(head, sort, figure):
                continue
            if sort == "country" and _in_pair(point.head):
                continue
            if sort == "country" and head.lemma != "state":
                # What one country does to "the country" it does to another, however often it is named.
                return figure
            if sort != "organisation":
                score = _PLACE_AGAIN * log(len(figure.points)) - _PLACE_FAR * distance(point.head, head)
                best = (score, figure) if best is None or score > best[0] else best
                continue
            # One that is named once and does nothing is not "the company".
            idle = point.head.dep not in SUBJECTS and not point.head.leads and len(figure.points) == 1
            if _is_told(point.head) == media and not (idle and head.lemma in words("people", "firms")):
                score = _prominence(point, figure) - distance(point.head, head)
                best = (score, figure) if best is None or score > best[0] else best
        return best[1] if best is not None else None


def _is_either(description: Description, other: Word, figure: Figure) -> bool:
    """`Developer X Homes`, `its biggest shareholder, the X fund`: a noun for persons that tells what a body is."""
    head = description.head
    beside = other.head is head and (other.dep == "flat" or other.i == head.i + 1)
    return (
        figure.label == "ORG" and description.sort == "person" and (beside or head.lemma in words("people", "either"))
    )


def _in_headline(description: Description) -> bool:
    """Whether a phrase without an article stands in the first paragraph, as headlines have them."""
    head = description.head
    return head.sentence is not None and head.sentence.paragraph == 0 and head.child("det", "nmod:poss") is None


def _prominence(point: Point, figure: Figure) -> float:
    """How likely an article goes on about a body: it did something, and it is named often."""
    head = point.head
    # "X's response was fiercer" is about X.
    leads = head.leads or (head.dep == "nmod:poss" and head.head.leads)
    return 1.5 * leads + 0.7 * log(len(figure.points))


def _in_pair(word: Word) -> bool:
    """Whether a country stands beside another: "the U.S.-Mexico border" is in neither."""
    sentence = word.sentence
    assert sentence is not None
    beside = (sentence.previous_word(word), sentence.next_word(word))
    return word.dep == "compound" and any(other is not None and other.text in {"-", "–"} for other in beside)


def _brings_others(description: Description) -> bool:
    """Whether a phrase says that it means others than the same noun did before: "two officials", "the ones it sent"."""
    return quantified(description) or (description.definite and description.restricted)


def _beside(head: Word) -> Iterator[Word]:
    """Who a noun is said to be: `the candidate, the Secretary of State X`, `the secretary X`, `a man named X`."""
    for child in head.having("appos", "flat"):
        yield child
        yield from _beside(child)
    # "her colleague and old friend, X": one person, twice told.
    for other in head.having("conj"):
        if not other.plural and other.pos == "NOUN" and other.child("det", "nmod:poss") is None:
            yield from other.having("appos")
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
