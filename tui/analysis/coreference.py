"""Whom descriptions and pronouns mean: one pass over the article, left to right, leaving open what is unclear."""

from collections import defaultdict, deque

from tui.analysis.descriptions import Description, acts, descriptions, quantified
from tui.analysis.figures import Figure, Point
from tui.analysis.mentions import Name
from tui.analysis.places import is_country
from tui.analysis.pronouns import PRONOUNS, Pronoun, is_empty_it, relative_head
from tui.analysis.syntax import Syntax
from tui.analysis.titles import gender_of
from tui.analysis.words import SUBJECTS, Sentence, Word

_MEMORY = 60
_GENDER_WORDS = frozenset({"man", "woman", "boy", "girl"})


class Resolver:
    """Goes through the sentences and attaches descriptions and pronouns to figures."""

    def __init__(self, syntax: Syntax, figures: list[Figure], names: list[Name], points: list[Point]) -> None:
        self._syntax = syntax
        self.figures = figures
        self.points = points
        self._names: dict[int, list[Point]] = defaultdict(list)
        self._taken: set[int] = set()
        for name, point in zip(names, points, strict=True):
            self._names[name.sentence.i].append(point)
            self._taken.update(word.i for word in [*name.words, *name.titles])
        self._by_head = {point.head.i: point for point in points if point.figure is not None}
        self._recent: deque[Point] = deque(maxlen=_MEMORY)
        self._described: dict[str, list[tuple[Description, Figure]]] = defaultdict(list)
        self._roles: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            for noun in figure.role_nouns:
                self._roles[noun].append(figure)
        self._pending: tuple[Figure, Sentence] | None = None

    def run(self) -> None:
        """Resolve everything; `points` and `figures` grow."""
        for sentence in self._syntax.story():
            self._sentence(sentence)
        self.points.sort(key=lambda point: (point.start, point.end))

    def _sentence(self, sentence: Sentence) -> None:
        found = {description.head.i: description for description in descriptions(sentence, self._taken)}
        named = {point.head.i: point for point in self._names[sentence.i]}
        self._join_pending(sentence, named)
        for word in sentence.words:
            if word.i in named:
                self._recent.append(named[word.i])
            elif word.i in found:
                self._describe(found[word.i])
            elif word.i not in self._taken and word.lower in PRONOUNS:
                self._pronoun(word, PRONOUNS[word.lower])

    # Descriptions

    def _describe(self, description: Description) -> None:
        head = description.head
        figure = self._apposed(description) or self._by_role(description) or self._by_sort(description)
        figure = figure or self._again(description)
        if figure is None:
            if description.sort in {"place", "country"} or not acts(head):
                return
            figure = Figure(description.label, plural=description.plural, gender=gender_of(head.lemma))
            figure.role_nouns.add(head.lemma)
            self.figures.append(figure)
            if description.definite and description.sort == "person" and head.dep in SUBJECTS:
                self._pending = (figure, _sentence_of(head))
        point = Point(description.start, description.end, figure.label, "description", head)
        point.attach(figure)
        if not figure.named:
            figure.names[self._plain(description)] += 1
        self._described[head.lemma].append((description, figure))
        self._by_head[head.i] = point
        self.points.append(point)
        self._recent.append(point)

    def _plain(self, description: Description) -> str:
        text = self._syntax.text[description.start : description.end]
        first, _, rest = text.partition(" ")
        return rest if first.lower() in {"the", "a", "an", "this", "that"} and rest else text

    def _apposed(self, description: Description) -> Figure | None:
        head = description.head
        others = [head.head] if head.dep == "appos" else []
        others += head.having("appos")
        for other in others:
            point = self._by_head.get(other.i)
            if point is not None and point.figure is not None and _fits(description, point.figure):
                return point.figure
        return None

    def _by_role(self, description: Description) -> Figure | None:
        """`the governor`: the one person who is called that in this article."""
        if description.sort != "person" or not description.definite:
            return None
        if any(child.dep in {"nmod:poss", "nmod"} for child in description.head.children):
            return self._owned(description)
        fits = self._roles.get(description.head.lemma, [])
        if len(fits) > 1:
            spoken = [figure for figure in fits if figure.points and figure.points[0].start < description.start]
            recent = [p.figure for p in reversed(self._recent) if p.figure in spoken]
            return recent[0] if recent else None
        return fits[0] if fits else None

    def _owned(self, description: Description) -> Figure | None:
        """`the governor of X`: somebody whose role is written with the same word of possession."""
        words = {w.lower for c in description.head.having("nmod", "nmod:poss") for w in (c,)}
        for figure in self._roles.get(description.head.lemma, []):
            for role in figure.roles:
                if words <= {part.strip("'s,") for part in role.lower().split()}:
                    return figure
        return None

    def _by_sort(self, description: Description) -> Figure | None:
        """`the city`, `the country`, `the group`, `the company`: the last of that sort."""
        if not description.definite or description.plural or description.modifiers:
            return None
        head, sort = description.head, description.sort
        if sort == "person":
            return self._by_gender(description) if head.lemma in _GENDER_WORDS else None
        for point in reversed(self._recent):
            if _distance(point, head) > 4 or point.figure is None or not point.figure.named:
                continue
            label = point.figure.label
            country = label == "GPE" and any(is_country(name) for name in point.figure.names)
            if sort == "country" and country:
                return point.figure
            if (
                sort == "place"
                and label == "GPE"
                and not country
                and head.lemma in {"city", "town", "village", "capital"}
            ):
                return point.figure
            if (
                sort == "organisation"
                and label in {"ORG", "NORP"}
                and head.lemma not in {"government", "military", "army"}
            ):
                return point.figure
        return None

    def _by_gender(self, description: Description) -> Figure | None:
        gender = gender_of(description.head.lemma)
        near = {
            id(p.figure): p.figure
            for p in self._recent
            if p.figure and p.figure.person and _distance(p, description.head) <= 2
        }
        fits = [f for f in near.values() if f.gender == gender]
        return fits[0] if len(fits) == 1 else None

    def _again(self, description: Description) -> Figure | None:
        """The same noun again, without anything that would make it another."""
        if quantified(description):
            return None
        for earlier, figure in reversed(self._described[description.head.lemma][-8:]):
            if _distance_words(earlier.head, description.head) > 12:
                break
            if earlier.plural != description.plural:
                continue
            if description.modifiers == earlier.modifiers or (
                description.definite and description.modifiers < earlier.modifiers
            ):
                return figure
        return None

    def _join_pending(self, sentence: Sentence, named: dict[int, Point]) -> None:
        """`The minister of X said ... Jane Doe was speaking in ...`: a role, then at once the name."""
        pending, self._pending = self._pending, None
        if pending is None:
            return
        figure, before = pending
        if before.i + 1 != sentence.i or before.paragraph != sentence.paragraph or figure.named:
            return
        for point in named.values():
            person = point.figure
            if (
                person
                and person.person
                and point.head.dep == "nsubj"
                and min(p.start for p in person.points) == point.start
            ):
                if not person.role_nouns and len(person.names.most_common(1)[0][0].split()) > 1:
                    person.role_nouns |= figure.role_nouns
                    for role in figure.names:
                        person.add_role(role)
                    figure.names.clear()
                    person.absorb(figure)
                    self.figures.remove(figure)
                return

    # Pronouns

    def _pronoun(self, word: Word, pronoun: Pronoun) -> None:
        if pronoun.person != 3 or (pronoun.number == "it" and is_empty_it(word)):
            return
        if pronoun.relative:
            figure = self._relative(word)
            if figure is None:
                return
        else:
            figure = self._antecedent(word, pronoun)
        label = figure.label if figure else "PERSON"
        if figure is None and pronoun.number in {"it", "plural"}:
            return
        point = Point(word.start, word.end, label, "pronoun", word)
        if figure is not None:
            point.attach(figure)
            if figure.person and pronoun.gender:
                figure.gender = figure.gender or pronoun.gender
            self._recent.append(point)
            self._by_head[word.i] = point
        self.points.append(point)

    def _relative(self, word: Word) -> Figure | None:
        head = relative_head(word)
        point = self._by_head.get(head.i) if head is not None else None
        return point.figure if point is not None else None

    def _antecedent(self, word: Word, pronoun: Pronoun) -> Figure | None:
        scores: dict[int, float] = {}
        figures: dict[int, Figure] = {}
        for age, point in enumerate(reversed(self._recent)):
            figure = point.figure
            if figure is None or _distance(point, word) > pronoun.reach or not pronoun.fits(figure):
                continue
            if _clashes(word, point.head, pronoun):
                continue
            score = _weight(point, word, pronoun) - 0.1 * age
            if id(figure) not in scores:
                scores[id(figure)] = score
                figures[id(figure)] = figure
            else:
                scores[id(figure)] = max(scores[id(figure)], score) + 0.3
        if not scores:
            return None
        ranked = sorted(scores, key=lambda key: -scores[key])
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < pronoun.margin:
            return None
        return figures[ranked[0]]


def _fits(description: Description, figure: Figure) -> bool:
    if description.sort in {"person", "people"}:
        return figure.person or figure.plural
    if description.sort in {"place", "country"}:
        return figure.label in {"GPE", "LOC", "FAC"}
    return not figure.person


def _weight(point: Point, word: Word, pronoun: Pronoun) -> float:
    """How prominent a point is for a pronoun: nearness, subjecthood, a name."""
    score = -1.5 * _distance(point, word)
    head = point.head
    while head.dep == "conj" and head.head is not head:
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
    return score


def _clashes(word: Word, other: Word, pronoun: Pronoun) -> bool:
    """Whether grammar forbids the two to be the same: subject and object of one verb."""
    if pronoun.reflexive or word.dep == "nmod:poss":
        return False
    return word.head is other.head and word is not other and word.dep != "conj"


def _sentence_of(word: Word) -> Sentence:
    assert word.sentence is not None
    return word.sentence


def _distance(point: Point, word: Word) -> int:
    return _distance_words(point.head, word)


def _distance_words(earlier: Word, later: Word) -> int:
    return _sentence_of(later).i - _sentence_of(earlier).i
