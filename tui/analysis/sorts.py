"""What a noun may call: whether somebody or something is of the sort that a description tells."""

import re
from collections.abc import Set

from tui.analysis.descriptions import Description
from tui.analysis.figures import Figure
from tui.analysis.lexicon import words
from tui.analysis.names import BUILT_ENDS, COMPANY_ENDS
from tui.analysis.places import is_country, is_province
from tui.analysis.words import Word

# Bodies, and houses of bodies, of which there are so many that the last one named is rarely meant.
_NO_BODIES = words("people", "common_bodies")
# So many mentions tell how a name is used.
_FEW = 40


def fits(description: Description, figure: Figure) -> bool:
    """Whether a figure is one person, several, a place or a body as the description is."""
    if description.sort in {"person", "people"}:
        return figure.plural if description.plural else figure.person and not figure.plural
    if description.sort in {"place", "country"}:
        return figure.label in {"GPE", "LOC", "FAC"}
    return not figure.person


def of_sort(head: Word, sort: str, figure: Figure) -> bool:
    """Whether a noun of a sort, `the city`, `the company`, may call a figure that is named otherwise."""
    label = figure.label
    country = label == "GPE" and any(map(is_country, figure.names))
    province = label == "GPE" and any(map(is_province, figure.names))
    if sort == "country":
        return country or (province and head.lemma == "state")
    if sort == "place":
        town, area = words("people", "towns"), words("people", "areas")
        if head.lemma in town:
            other = bool(figure.role_nouns & area) and not figure.role_nouns & town
            return label == "GPE" and not (country or province or other or any(map(_is_no_town, figure.names)))
        if head.lemma in area:
            return bool(figure.role_nouns & area) or label == "LOC" or (province and head.lemma != "island")
        return head.lemma in words("people", "vague_areas") and label == "LOC"
    if label not in {"ORG", "NORP"} or head.lemma in _NO_BODIES or _is_of_a_thing(figure):
        return False
    if (label == "NORP" or (figure.plural and not figure.named)) and head.lemma not in words("people", "any_body"):
        return False
    if head.lemma in words("people", "firms") and _is_one_of_many(figure):
        return False
    return may_be(head, figure)


def _is_no_town(name: str) -> bool:
    """`X Centre`, `X Airport`: by its last word."""
    return name.lower().split()[-1] in words("names", "no_towns") | BUILT_ENDS


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


def may_be(noun: Word, figure: Figure) -> bool:
    """Whether a body's name does not say that it is something else: no union is "the company"."""
    heads = [re.split(r" (?:of|for|on) ", name.lower())[0].split() for name in figure.names]
    ends = {parts[-1] for parts in heads if parts}
    kinds = (ends | figure.role_nouns) & words("people", "organisations")
    if _is_another(noun, ends, {part for parts in heads for part in parts} | figure.role_nouns):
        return False
    if noun.lemma in words("people", "firms"):
        # "X Group" is a company as often as not.
        kinds -= words("people", "kinds_of_firms") | {"group"}
    if noun.lemma == "agency":
        kinds -= words("people", "kinds_of_agencies")
    if not kinds and noun.lemma in words("people", "deliberating"):
        return any(name.isupper() for name in figure.names)
    return not kinds or noun.lemma in kinds or noun.lemma in words("people", "any_body")


def _is_another(noun: Word, ends: Set[str], told: Set[str]) -> bool:
    """Whether a body is told by its names' last words, or by all words of it, to be none of those that a noun calls."""
    lemma = noun.lemma
    if lemma == "party":
        return not told & (words("people", "parties") | {"party"})
    if lemma in words("people", "no_firms") | words("people", "deliberating"):
        return bool(ends & (COMPANY_ENDS - words("people", "organisations")))
    of_press = words("people", "media") | words("people", "firms") | {"organisation", "organization"}
    return lemma not in of_press and bool(ends & (words("people", "presses") | words("names", "papers")))
