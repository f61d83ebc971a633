"""To whom somebody belongs: a spokesman to his group, a minister to her country, a professor to a university."""

from collections.abc import Iterator

from tui.analysis.figures import Figure, Point
from tui.analysis.lexicon import words
from tui.analysis.names import Name
from tui.analysis.places import canonical, demonym_of, state_and_rest
from tui.analysis.roles import predicate_of
from tui.analysis.titles import is_group, is_maker, is_organisation, is_person
from tui.analysis.words import Word

# The prepositions between a noun and the body to which its bearer belongs; a place is where one acts, hence fewer.
_TO_BODIES = frozenset({"of", "for", "at", "with", "from", "in"})
_TO_PLACES = frozenset({"of", "for"})
_BEFORE = frozenset({"compound", "amod", "nmod:poss", "nmod", "nmod:desc"})
_RELATIVES = frozenset({"who", "which", "that"})


def add_affiliations(names: list[Name], points: list[Point]) -> None:
    """Link each figure to the organisations, groups and countries that the article says it belongs to."""
    owners = _Owners(names, points)
    titles = {name.start: name.titles for name in names}
    for point in points:
        figure = point.figure
        if figure is None or point.kind == "pronoun" or figure.label in {"GPE", "LOC", "FAC"}:
            continue
        own_titles = titles.get(point.start, [])
        for noun in _nouns(point, figure, own_titles):
            for owner in owners.of_noun(noun):
                _link(figure, owner, owners.plain(noun) if figure.person else "")
        if point.kind == "name":
            for owner in owners.of_name(point.head):
                _link(figure, owner, own_titles[-1].lower if own_titles else "")
            for owner, verb in owners.by_verb(point.head):
                _link(figure, owner, "head" if verb in words("people", "leading") else "")
            if (country := owners.country(point)) is not None:
                _link(figure, country, "")


def _link(figure: Figure, owner: Figure, role: str) -> None:
    if owner is figure or (owner.person and (not figure.person or role not in words("people", "agents"))):
        return
    known = figure.affiliations.get(id(owner), (owner, ""))[1]
    # "executive" says less than "chief executive".
    if not known or known in role.split():
        figure.affiliations[id(owner)] = (owner, role)


def _nouns(point: Point, figure: Figure, titles: list[Word]) -> Iterator[Word]:
    """The nouns that tell at a point what somebody is."""
    head = point.head
    found = list(titles)
    if point.kind == "description":
        found.append(head)
    found += [other for other in head.having("appos", "nmod:desc", "compound") if other not in titles]
    if head.dep == "appos":
        found.append(head.head)
    if (predicate := predicate_of(head)) is not None:
        found.append(predicate)
    for noun in found:
        # "head of X and a former mayor of Y": the mayor may hang on X.
        second = [other for owner in noun.having("nmod") for other in owner.having("conj") if other.having("det")]
        # "the operator X and the Y union": what is joined to a body's noun is another body.
        joined = noun.having("conj") if figure.person else ()
        for one in (noun, *joined, *second):
            if _tells(one, figure) and one.lemma not in words("people", "outsiders"):
                yield one


def _tells(noun: Word, figure: Figure) -> bool:
    if figure.person:
        return is_person(noun.lemma) and not noun.plural
    return is_group(noun.lemma) or is_organisation(noun.lemma) or is_person(noun.lemma)


class _Owners:
    """Finds the figures beside a noun or a name to which its bearer can belong."""

    def __init__(self, names: list[Name], points: list[Point]) -> None:
        self._at = {point.head.i: point.figure for point in points if point.figure is not None}
        self._named: set[int] = set()
        by_span = {(point.start, point.end): point.figure for point in points}
        self._countries: dict[str, Figure] = {}
        for name in names:
            self._named.update(word.i for word in name.words)
            figure = by_span.get((name.start, name.end))
            if figure is not None:
                self._at.update((word.i, figure) for word in name.words)
        for point in points:
            if point.figure is not None and point.figure.named and point.figure.label == "GPE":
                for text in point.figure.names:
                    self._countries.setdefault(canonical(text), point.figure)

    def of_noun(self, noun: Word) -> Iterator[Figure]:
        """`Y spokesman`, `Y's spokesman`, `spokesman for Y`, `professor of physics at Y`."""
        for child in noun.children:
            made = noun.lemma in words("people", "makers") or is_maker(noun.lemma)
            if child.dep in {"compound", "nmod"} and made:
                # "the iPhone maker", "the maker of X"
                continue
            if child.i < noun.i and child.dep in _BEFORE:
                yield from self._figure(child)
                # "the Y government spokesman": what Y has belongs to Y
                for inner in child.having("compound", "amod", "nmod:poss"):
                    yield from self._figure(inner)
            elif child.i > noun.i and child.dep == "nmod":
                yield from self._by_case(child)
                for inner in child.having("nmod"):
                    if self._at.get(child.i) is None:
                        yield from self._by_case(inner)

    def of_name(self, head: Word) -> Iterator[Figure]:
        """`Z of the Y company`, `Z (Y)`, `Y's Z`."""
        for child in head.children:
            figure = self._at.get(child.i)
            if figure is None:
                continue
            body = figure.label in {"ORG", "NORP"}
            if child.dep == "nmod" and child.i > head.i:
                yield from self._by_case(child)
            elif child.dep == "nmod:poss" or (child.dep in {"appos", "parataxis"} and body and figure.named):
                yield figure

    def by_verb(self, head: Word) -> Iterator[tuple[Figure, str]]:
        """`Z leads Y`, `Z, who works for Y`, with the verb."""
        verbs = [head.head] if head.dep == "nsubj" else []
        for clause in head.having("acl:relcl", "acl"):
            subject = clause.subject
            if subject is not None and subject.lower in _RELATIVES:
                verbs.append(clause)
        for verb in verbs:
            if verb.lemma not in words("people", "leading") | words("people", "belonging"):
                continue
            for child in verb.having("obj", "obl"):
                cases = {case.lower for case in child.having("case")}
                figure = self._at.get(child.i)
                fits = not cases if child.dep == "obj" else cases & {"for", "with", "at"}
                if figure is not None and figure.label in {"ORG", "NORP"} and fits and not _denied(verb):
                    yield figure, verb.lemma

    def country(self, point: Point) -> Figure | None:
        """The country of a people ("the Peruvians"), and of a body that it has one of ("the Peruvian Navy")."""
        if point.figure is None:
            return None
        for text in point.figure.names:
            state: str | None = demonym_of(text)
            if state is None and point.label == "ORG" and text.lower().split()[-1] in words("names", "state_bodies"):
                state = state_and_rest(canonical(text))[0]
            if state in self._countries:
                return self._countries[state]
        return None

    def plain(self, noun: Word) -> str:
        """A noun with the words that belong to it and are no names: "foreign minister"."""
        own = [
            child
            for child in noun.children
            if child.i < noun.i and child.dep in {"amod", "compound"} and child.i not in self._named
        ]
        own = [child for child in own if child.dep == "amod" or not any(w.i in self._named for w in child.children)]
        return " ".join(word.lower for word in [*own, noun])

    def _by_case(self, word: Word) -> Iterator[Figure]:
        cases = {child.lower for child in word.having("case")}
        for figure in self._figure(word):
            place = figure.label in {"GPE", "LOC", "FAC"}
            if cases & (_TO_PLACES if place else _TO_BODIES):
                yield figure

    def _figure(self, word: Word) -> Iterator[Figure]:
        figure = self._at.get(word.i)
        if figure is not None:
            yield figure
        elif (country := demonym_of(word.text)) and country in self._countries:
            yield self._countries[country]


def _denied(verb: Word) -> bool:
    return any(child.lower in {"not", "n't", "never", "no"} for child in verb.having("advmod"))
