"""Titles before names, and nouns for people, groups, organisations and places."""

from functools import cache
from typing import Literal

from tui.analysis.lexicon import words

Gender = Literal["m", "f"]


@cache
def _offices() -> frozenset[str]:
    return words("people", "offices")


@cache
def _honorifics() -> frozenset[str]:
    return words("people", "honorifics")


@cache
def _persons() -> frozenset[str]:
    return words("people", "persons") | words("people", "male") | words("people", "female")


# Offices and ranks as they are shortened before a name.
_SHORT = {
    "adm": "admiral", "capt": "captain", "ch": "chief", "cllr": "councillor", "cmdr": "commander", "col": "colonel",
    "coun": "councillor", "cpl": "corporal", "det": "detective",
    "gen": "general", "gov": "governor", "insp": "inspector", "lt": "lieutenant", "maj": "major", "pres": "president",
    "prof": "professor", "rep": "representative", "rev": "reverend", "sen": "senator", "sgt": "sergeant",
    "supt": "superintendent",
}  # fmt: skip


def office_of(title: str) -> str | None:
    """What somebody with a title does: "senator" for `Sen.`, nothing for `Mr.`."""
    lower = title.lower()
    return _SHORT.get(lower.rstrip(".")) or (None if is_honorific(lower) else lower)


def is_honorific(word: str) -> bool:
    """`Mr`, `Dr.`: a title that tells nothing of what somebody does."""
    return word.lower().rstrip(".") in _honorifics()


def is_title(word: str) -> bool:
    """A word that may stand before a name as a title: an honorific, an office or a trade."""
    lower = word.lower().rstrip(".")
    return lower in _honorifics() or is_person(lower)


def is_person(lemma: str) -> bool:
    """A noun for one person."""
    listed = lemma in _offices() or lemma in _persons() or (lemma.startswith("ex-") and lemma[3:] in _offices())
    return listed or lemma.endswith(("ologist", "ician", "iatrist"))


def is_office(lemma: str) -> bool:
    return lemma in _offices()


def is_group(lemma: str) -> bool:
    return lemma in words("people", "groups")


def is_organisation(lemma: str) -> bool:
    return lemma in words("people", "organisations") or is_maker(lemma)


def is_maker(lemma: str) -> bool:
    """`chipmaker`, `drugmaker`: a firm by what it makes; a filmmaker is a person."""
    return lemma.endswith("maker") and len(lemma) > len("maker") and not is_person(lemma)


def is_place(lemma: str) -> bool:
    return lemma in words("people", "places")


def is_share(lemma: str) -> bool:
    """Whether the noun tells only how many: "the majority of X" is some of X, and nobody of its own."""
    return lemma in words("people", "shares")


def is_state(lemma: str) -> bool:
    return lemma in words("people", "states")


def is_anybody(lemma: str) -> bool:
    """A noun that tells no more of somebody than age and gender."""
    return lemma in words("people", "anybody")


def gender_of(word: str) -> Gender | None:
    """The gender that a noun or a title tells, if any."""
    lower = word.lower().rstrip(".")
    if lower in words("people", "male"):
        return "m"
    return "f" if lower in words("people", "female") else None


def gender_of_name(first: str) -> Gender | None:
    """The gender of those who nearly always bear a first name."""
    lower = first.lower()
    if lower in words("first_names", "male"):
        return "m"
    return "f" if lower in words("first_names", "female") else None
