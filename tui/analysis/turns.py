"""Other words for somebody just named: `X won. The England winger said ...`, `the 58-year-old`."""

from tui.analysis.cues import saying, verbs
from tui.analysis.descriptions import Description
from tui.analysis.figures import Figure, Point
from tui.analysis.lexicon import words
from tui.analysis.memory import Memory
from tui.analysis.places import countries_in, demonym_of
from tui.analysis.sorts import fits, of_sort
from tui.analysis.titles import gender_of, is_maker
from tui.analysis.words import QUOTES, SUBJECTS, Sentence, Word
from tui.text import fold

# Of what somebody is told to be from: the country, the club.
_ORIGINS = frozenset({"GPE", "NORP", "ORG"})
_GENDER_WORDS = frozenset({"man", "woman", "boy", "girl"})
# So many sentences of a quotation may stand before who says it.
_QUOTED_SENTENCES = 4
# So many mentions tell where somebody is from.
_FEW = 20


def by_turn(memory: Memory, description: Description) -> Figure | None:
    """The subject of the sentence before, called by another word."""
    head, here = description.head, description.head.sentence
    if head.plural or description.restricted or description.first.lower != "the" or here is None:
        return None
    person, ruler = description.sort == "person", _is_ruler(description)
    if head.dep not in SUBJECTS:
        return None
    if not (_says_more(description) or ruler if person else _is_firm(description)):
        return _speaking_on(memory, description) if person else None
    if person and _answers(head.head):
        return _answering(memory, description)
    found: Figure | None = None
    spoke = False
    others: set[int] = set()
    # Who is named beside it is another one.
    named = [point.figure for point in memory.named_between(here.start, here.end)]
    since = _last_with_person(memory, here)
    for point in reversed(memory.recent):
        before, figure = point.head.sentence, point.figure
        if before is None or before.i < since:
            break
        if person and not ruler and not _goes_on(before, description):
            break
        if before is here or figure is None or not figure.named or figure in named or not fits(description, figure):
            continue
        if not person and not of_sort(head, description.sort, figure):
            continue
        if point.head.leads or (found is None and person and point.head.dep in SUBJECTS):
            found, spoke = figure, before.paragraph == here.paragraph and point.head.head.lemma in saying()
        elif person and not figure.role_nouns and _is_met(point, ruler):
            # Of whom nothing else is known, he or she may be meant.
            others.update([] if is_of_another(description, figure) else [id(figure)])
    if spoke and here.words[0].text in QUOTES and head.head.lemma in verbs():
        # Who spoke goes on to speak.
        others.clear()
    if found is None or not others <= {id(found)} or is_of_another(description, found):
        return None
    return found if not ruler or _is_subject_of_all(found) else None


def _last_with_person(memory: Memory, here: Sentence) -> int:
    """The number of the sentence before, or of the last one in the paragraph that names a person, a few before that."""
    for point in reversed(memory.recent):
        before = point.head.sentence
        if before is None or before.paragraph != here.paragraph or here.i - before.i > _QUOTED_SENTENCES:
            break
        if before is not here and point.figure is not None and point.figure.person:
            return before.i
    return here.i - 1


def _is_met(point: Point, ruler: bool) -> bool:
    """Whether somebody beside the subject takes part in what is told, and is not named within a phrase only."""
    return point.head.dep in SUBJECTS if ruler else not point.head.dep.startswith("nmod")


def _speaking_on(memory: Memory, description: Description) -> Figure | None:
    """`X said she was tired. "...," the nurse said`: who spoke, or came in, just before, with nobody else near."""
    head, here = description.head, description.head.sentence
    others = (words("people", "offices") | words("people", "agents")) - words("people", "trades")
    if head.lemma in others or head.child("amod", "nummod") is not None:
        return None
    if here is None or head.head.lemma not in saying() or here.words[0].text not in QUOTES:
        return None
    near: set[int] = set()
    spoke: Figure | None = None
    for point in reversed(memory.recent):
        before, figure = point.head.sentence, point.figure
        if before is None or here.i - before.i > 1:
            break
        if before.paragraph != here.paragraph:
            return None
        if figure is None or not figure.person or figure.plural:
            continue
        near.add(id(figure))
        speaks = point.head.dep in SUBJECTS and point.head.head.lemma in verbs()
        if figure.named and (speaks or (point.head.leads and figure.points[0].head.sentence is before)):
            spoke = figure
    return spoke if spoke is not None and len(near) == 1 and fits(description, spoke) else None


def by_gender(memory: Memory, description: Description) -> Figure | None:
    """The only one near who may be called `the woman`, `the 58-year-old`, `the striker`."""
    head = description.head
    gender = gender_of(head.lemma)
    near = [figure for _, figure in memory.figures_behind(head, 2) if figure.person and not figure.plural]
    young = words("people", "young")
    if head.lemma in _GENDER_WORDS:
        found = [figure for figure in near if figure.gender == gender]
    elif head.lemma in words("people", "epithets") or _is_aged(description):
        found = [figure for figure in near if figure.named and gender in {None, figure.gender}]
        found = found if len(near) == 1 else []
    elif head.lemma in young:
        found = [figure for figure in near if figure.role_nouns & young]
    else:
        return None
    return found[0] if len(found) == 1 else None


def is_of_another(description: Description, figure: Figure) -> bool:
    """Whether somebody is told to be of elsewhere: "the Chinese leader" is no "North Korean leader"."""
    noun = description.head.lower
    telling = sorted(description.head.having("amod", "compound", "nmod:poss"), key=_place)
    mine = _named_in([child.text for child in telling if child.i < description.head.i])
    if not mine:
        return False
    # Who runs a body is called its head by inference only.
    inferred = noun in figure.role_nouns & words("people", "heads")
    elsewhere = inferred and not any(noun in role.split() for role in figure.roles)
    for role in figure.roles:
        parts = [part.removesuffix("'s").removesuffix("’s") for part in role.split()]
        theirs = _named_in(parts[: parts.index(noun)]) if noun in parts else countries_in(parts)
        if theirs & mine:
            return False
        elsewhere = elsewhere or bool(theirs)
    home = _home(figure)
    return elsewhere or bool(home and not home & mine)


def _named_in(parts: list[str]) -> set[str]:
    """What words before a noun tell of whose it is: countries, and other names by their capitals."""
    return countries_in(parts) | {fold(part) for part in parts if part[:1].isupper() and not demonym_of(part)}


def _home(figure: Figure) -> set[str]:
    """The countries whose somebody is called where the name stands: "Poland's X"."""
    heads = [point.head for point in figure.points[:_FEW] if point.kind == "name"]
    return countries_in(word.text for head in heads for word in head.having("nmod:poss"))


def _place(word: Word) -> int:
    return word.i


def _says_more(description: Description) -> bool:
    """Whether a word for a person tells more of somebody known: where from, how old, what he or she does."""
    head = description.head
    from_there = any(child.entity in _ORIGINS for child in head.having("compound", "amod"))
    known = head.lemma in words("people", "epithets") or "former" in description.modifiers
    return known or _is_aged(description) or from_there or demonym_of(head.text) is not None


def _is_ruler(description: Description) -> bool:
    """`the president`, `the prime minister`: who that is all know, and may be named without it."""
    noun = "_".join([*sorted(description.modifiers), description.head.lemma])
    him = any(child.lower in {"him", "her"} for child in description.head.head.having("obj", "iobj"))
    return noun in words("people", "known_offices") and not him


def _is_subject_of_all(figure: Figure) -> bool:
    """Whether an article begins with somebody of whom it tells no role."""
    first = figure.points[0].head.sentence
    return not figure.role_nouns and first is not None and first.i <= 1


def _is_firm(description: Description) -> bool:
    lemma = description.head.lemma
    return description.sort == "organisation" and (lemma in words("people", "firms") or is_maker(lemma))


def _is_aged(description: Description) -> bool:
    """`the 29-year-old`, `the 58-year-old novelist`."""
    return any(word == "old" or word.endswith("-old") for word in (*description.modifiers, description.head.lower))


def _goes_on(before: Sentence, description: Description) -> bool:
    """Whether a sentence goes on about the one before: in its paragraph, after the first, or with a quotation."""
    here = description.head.sentence
    return here is not None and (
        here.paragraph == before.paragraph or before.paragraph <= 1 or here.words[0].text in QUOTES
    )


def _answers(verb: Word) -> bool:
    """`hit back`, `retorted`: not the one who spoke before."""
    back = any(child.lower == "back" for child in verb.having("advmod", "compound:prt"))
    return verb.lemma in words("people", "retorting") or (back and verb.lemma in words("people", "hitting_back"))


def _answering(memory: Memory, description: Description) -> Figure | None:
    """Of two who are near, the one who did not speak just before."""
    near: list[tuple[Point, Figure]] = [
        (point, figure)
        for point, figure in memory.figures_behind(description.head, 2)
        if figure.named and fits(description, figure) and point.head.sentence is not description.head.sentence
    ]
    spoke = [figure for point, figure in near if point.head.leads][:1]
    found = [figure for _, figure in near if figure not in spoke and not is_of_another(description, figure)]
    return found[0] if spoke and len(found) == 1 else None
