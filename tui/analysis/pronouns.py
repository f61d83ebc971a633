"""Pronouns: what each can stand for."""

from dataclasses import dataclass
from typing import Literal

from tui.analysis.figures import Figure
from tui.analysis.titles import Gender
from tui.analysis.words import Word

Number = Literal["he", "it", "plural", "any"]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun tells of the one it stands for, and how many sentences back that may be."""

    number: Number
    gender: Gender | None = None
    person: int = 3
    reflexive: bool = False
    relative: bool = False
    reach: int = 3
    margin: float = 0.05

    def fits(self, figure: Figure) -> bool:
        """Whether it can stand for a figure."""
        if self.number == "he":
            return figure.person and not figure.plural and figure.gender in {None, self.gender}
        if self.number == "it":
            return not figure.person and not figure.plural
        if self.number == "plural":
            return figure.plural or figure.label in {"NORP", "ORG"}
        return True


def _of(words: str, number: Number, gender: Gender | None = None, **more: int | float | bool) -> dict[str, Pronoun]:
    return {word: Pronoun(number, gender, **more) for word in words.split()}  # type: ignore[arg-type]


PRONOUNS = (
    _of("he him his", "he", "m")
    | _of("himself", "he", "m", reflexive=True, reach=0)
    | _of("she her hers", "he", "f")
    | _of("herself", "he", "f", reflexive=True, reach=0)
    | _of("it its", "it", reach=1, margin=0.3)
    | _of("itself", "it", reflexive=True, reach=0)
    | _of("they them their theirs", "plural", reach=2, margin=0.3)
    | _of("themselves", "plural", reflexive=True, reach=0)
    | _of("who whom whose which", "any", relative=True, reach=0)
    | _of("i me my mine myself we us our ours ourselves", "any", person=1)
)
_WEATHER = frozenset({"rain", "snow", "seem", "appear", "happen", "turn", "take"})
_EMPTY_PREDICATES = frozenset(
    {"time", "day", "year", "clear", "likely", "possible", "important", "hard", "difficult", "easy"}
)


def is_empty_it(word: Word) -> bool:
    """`it` that stands for nobody: "it is clear that", "it was time", "it is reported that"."""
    if word.lower != "it":
        return False
    verb = word.head
    if word.dep == "expl" or any(child.dep in {"csubj", "csubj:pass", "expl"} for child in verb.children):
        return True
    if word.dep not in {"nsubj", "nsubj:pass"}:
        return False
    if verb.lemma in _WEATHER or verb.lemma in _EMPTY_PREDICATES:
        return True
    return verb.child("ccomp") is not None and (verb.passive or verb.child("cop") is not None)


def relative_head(word: Word) -> Word | None:
    """The noun on which the relative clause of a pronoun hangs."""
    verb = word.head
    if verb.dep in {"acl:relcl", "acl"} and verb.head.i < word.i:
        return verb.head
    for ancestor in verb.ancestors():
        if ancestor.dep == "acl:relcl" and ancestor.head.i < word.i:
            return ancestor.head
    return None
