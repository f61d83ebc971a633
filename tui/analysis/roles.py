"""What the article says that somebody is: from titles, appositions, copulas."""

from tui.analysis.figures import Figure, Point
from tui.analysis.lexicon import words as words_of
from tui.analysis.names import Name
from tui.analysis.syntax import Syntax
from tui.analysis.titles import (
    gender_of,
    is_anybody,
    is_group,
    is_honorific,
    is_office,
    is_organisation,
    is_person,
    is_place,
    is_title,
    office_of,
)
from tui.analysis.words import Word

_BEFORE = frozenset({"amod", "compound", "nmod", "nmod:poss", "nummod", "det", "case", "punct", "advmod", "flat"})
# Of what only one who is quoted would say.
_OURS = frozenset({"my", "our", "us", "me"})
_LONGEST = 90
_LONGEST_ACRONYM = 3
_IN_OFFICE = frozenset({"former", "acting", "outgoing", "incoming", "then", "chief", "deputy", "senior", "assistant"})


def add_roles(syntax: Syntax, names: list[Name], points: list[Point]) -> None:
    """Give the figures of persons and organisations the roles that stand at their names."""
    for name, point in zip(names, points, strict=True):
        if point.figure is None or point.kind != "name":
            continue
        if point.figure.person and name.words[0].lower in words_of("people", "nobles"):
            point.figure.role_nouns.add(name.words[0].lower)
        if point.figure.person:
            _from_titles(syntax, name, point.figure)
        if not name.words[0].sentence:
            continue
        _from_apposition(syntax, point, point.figure)
        _from_copula(syntax, point, point.figure)
        if point.figure.person and _leads_body(point.head):
            point.figure.role_nouns |= words_of("people", "heads")
        if point.figure.label in {"GPE", "LOC"}:
            point.figure.role_nouns |= _place_nouns(point)
        elif point.figure.label == "ORG" and _is_body_by_letters(point.head):
            point.figure.role_nouns.add(point.head.head.lemma)


def _from_titles(syntax: Syntax, name: Name, figure: Figure) -> None:
    offices = [(title, office) for title in name.titles if (office := office_of(title.text))]
    for title in name.titles:
        figure.gender = figure.gender or gender_of(title.lower)
    if not offices:
        return
    first, _ = offices[0]
    before = name.sentence.previous_word(first)
    while before is not None and (before.dep in _BEFORE or before.tag in {"NNP", "JJ"}) and before.head.i >= before.i:
        outside = before.dep in {"case", "det", "punct"} and before.lower not in {"-", "of"}
        loose = before.text == "-" and before.end != first.start
        if outside or loose or before.tag in {"POS", "PRP$", "WRB"} or is_honorific(before.lower):
            break
        first = before
        before = name.sentence.previous_word(before)
    role, end = "", _whole(first).start
    for title, office in offices:
        role += syntax.text[end : title.start] + (title.text if office == title.lower else office)
        end = title.end
    figure.role_nouns.add(offices[-1][1])
    figure.add_role(_lowered(role.removeprefix("of ")))


def _is_body_by_letters(head: Word) -> bool:
    """`the XYZ union`: letters that stand for a body, with the noun for it."""
    noun = head.head
    return head.dep == "compound" and head.text.isupper() and noun.i == head.i + 1 and is_organisation(noun.lemma)


def _place_nouns(point: Point) -> set[str]:
    """What a place is called beside its name: `X province`, `the city of X`, `X, a town in Y`, `X City`."""
    head = point.head
    nouns = list(head.having("appos"))
    if head.dep in {"compound", "appos"} or (head.dep == "nmod" and any(c.lower == "of" for c in head.having("case"))):
        nouns.append(head.head)
    if (predicate := predicate_of(head)) is not None:
        nouns.append(predicate)
    return {noun.lemma for noun in (*nouns, head) if is_place(noun.lemma)}


def _from_apposition(syntax: Syntax, point: Point, figure: Figure) -> None:
    head = point.head
    for other in head.having("appos") if not _in_brackets(head) else ():
        for noun in (other, *other.having("conj")):
            if _is_role(noun, figure):
                take_role(syntax, noun, figure)
    if head.dep in {"appos", "flat"} and _is_role(head.head, figure):
        take_role(syntax, head.head, figure, until=head)


def _in_brackets(head: Word) -> bool:
    """`X (NASDAQ: Y), a maker`: what follows the brackets is not said of what stands in them."""
    before = head.sentence.previous_word(head.left) if head.sentence is not None else None
    return "(" in {head.left.text, before.text if before is not None else ""}


def _from_copula(syntax: Syntax, point: Point, figure: Figure) -> None:
    predicate = predicate_of(point.head)
    ours = predicate is not None and any(
        word.lower in _OURS for word in syntax.within(predicate.start, predicate.right.end)
    )
    if predicate is not None and not ours and _is_role(predicate, figure):
        take_role(syntax, predicate, figure)


def _leads_body(head: Word) -> bool:
    """`X, who runs Y`: by whatever word the head of Y is called."""
    clauses = (verb for verb in head.having("acl:relcl") if verb.lemma in words_of("people", "leading"))
    return any(verb.child("nsubj") is not None and any(map(_is_named, verb.having("obj"))) for verb in clauses)


def _is_named(thing: Word) -> bool:
    return thing.pos == "PROPN"


def predicate_of(subject: Word) -> Word | None:
    """The noun that a subject is said to be, without "not" and without "may"."""
    predicate = subject.head
    if subject.dep != "nsubj" or predicate is subject or predicate.pos != "NOUN" or predicate.child("case"):
        return None
    negated = any(word.lower in {"not", "n't", "never"} for word in predicate.children)
    return predicate if predicate.child("cop") and not predicate.child("aux") and not negated else None


def _is_role(word: Word, figure: Figure) -> bool:
    if figure.person:
        # "Secretary of State X": an office with what it is of, written as a name.
        named = word.pos == "PROPN" and is_office(word.lower) and word.child("nmod") is not None
        return (word.pos == "NOUN" or named) and not word.plural and is_person(word.lemma)
    return word.pos == "NOUN" and (is_organisation(word.lemma) or is_group(word.lemma))


def take_role(syntax: Syntax, noun: Word, figure: Figure, until: Word | None = None) -> None:
    """Give a figure the role that a noun with its modifiers tells, as far as they stand before `until`."""
    start = noun
    for child in noun.children:
        if (
            child.i < noun.i
            and child.dep in {"amod", "compound", "nmod:poss", "nmod", "nummod"}
            and child.pos != "PRON"
            and child.left.i < start.i
        ):
            start = child.left
    end = _whole_end(noun)
    for child in noun.having("nmod"):
        if child.i > noun.i and (until is None or child.right.i < until.i) and child.left.i <= end.i + 1:
            end = child.right
    if is_anybody(noun.lemma):
        figure.gender = figure.gender or gender_of(noun.lemma)
        return
    start = _whole(start)
    if end.end - start.start <= _LONGEST and not any(child.lower == "no" for child in noun.having("det")):
        role = syntax.text[start.start : end.end].strip(" ,")
        figure.add_role(_lowered(role.removeprefix("the ").removeprefix("The ")))
    figure.role_nouns.add(noun.lemma)
    figure.gender = figure.gender or gender_of(noun.lemma)


def _whole(first: Word) -> Word:
    """The first part of a word that hyphens join, of which a word is a later one: "front" of "front-runner"."""
    words = first.sentence.words if first.sentence is not None else []
    at = first.i - words[0].i if words else 0
    while at > 1 and words[at - 1].text == "-" and words[at - 2].end == words[at - 1].start == words[at].start - 1:
        at -= 2
    return words[at] if words else first


def _whole_end(noun: Word) -> Word:
    """The last part of a word that hyphens join, of which a word is an earlier one: "general" of "director-general"."""
    words = noun.sentence.words if noun.sentence is not None else []
    at = noun.i - words[0].i if words else 0
    while (
        at + 2 < len(words)
        and words[at + 1].text == "-"
        and words[at].end + 1 == words[at + 1].end == words[at + 2].start
    ):
        at += 2
    return words[at] if words else noun


def _lowered(role: str) -> str:
    """A role as running text has it: offices in lower case, names as they are."""
    words = role.split()
    lowered = [False] * len(words)
    for k in reversed(range(len(words))):
        lowered[k] = _is_common(words[k], words[k + 1 : k + 2], lowered[k + 1 : k + 2])
    return " ".join(word.lower() if low else word for word, low in zip(words, lowered, strict=True))


def _is_common(word: str, following: list[str], common: list[bool]) -> bool:
    """Whether a word of a role is no name; `following` is the next word, if any, and `common` whether that is none."""
    lower = word.lower()
    if lower in _IN_OFFICE:
        return True
    if (word.isupper() and len(word) <= _LONGEST_ACRONYM) or lower in words_of("people", "members"):
        return False
    if following and following[0][:1].isupper() and not common[0]:
        # "Mrs. X's chief of staff", "President X's lawyer".
        return False
    last = lower.rpartition("-")[2]
    return is_title(last) or is_office(last) or (common == [True] and lower in words_of("people", "modifiers"))
