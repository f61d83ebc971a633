"""Corrections as data. They point to stretches of the text, never to ids, so that any analysis can take them."""

from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from tui.analysis.model import Actor, Analysis, Claim, Mention, Span

Kind = Literal["rename", "merge", "split", "retype", "unname", "reject"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_PLACES = 5
"""How many mentions are kept to find an actor by; one of them is enough."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch and its words, which must still be there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One change that a person wants.

    `at` says what is changed: mentions of an actor (rename, merge, retype), one mention (split, unname) or the
    content of a claim (reject). `into` are mentions of the actor merged into, `value` the new name or label.
    """

    kind: Kind
    at: tuple[Place, ...]
    into: tuple[Place, ...] = ()
    value: str = ""

    @property
    def words(self) -> str:
        """What is changed, in the words of the text."""
        return " ".join(self.at[0].text.split()) if self.at else ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Corrections that hold, and those undone that can be done again; the last one of each is the next."""

    done: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = field(default=())

    def do(self, correction: Correction) -> "Ledger":
        """One more correction; what was undone before can no longer be redone."""
        return Ledger((*self.done, correction))

    def undo(self) -> "Ledger":
        """Without the last correction; the same when there is none."""
        if not self.done:
            return self
        return replace(self, done=self.done[:-1], undone=(*self.undone, self.done[-1]))

    def redo(self) -> "Ledger":
        """With the last undone correction again; the same when there is none."""
        if not self.undone:
            return self
        return replace(self, done=(*self.done, self.undone[-1]), undone=self.undone[:-1])


# What the screen builds corrections from


def rename(text: str, analysis: Analysis, actor: Actor, name: str) -> Correction:
    """Give an actor another name."""
    return Correction("rename", places_of(text, analysis, actor), value=name)


def merge(text: str, analysis: Analysis, actor: Actor, into: Actor) -> Correction:
    """Let two actors be one, under the second one's name."""
    return Correction("merge", places_of(text, analysis, actor), places_of(text, analysis, into))


def retype(text: str, analysis: Analysis, actor: Actor, label: str) -> Correction:
    """Say what an actor is: PERSON, ORG, GPE ..."""
    return Correction("retype", places_of(text, analysis, actor), value=label)


def split(text: str, mention: Mention) -> Correction:
    """Make a mention an actor of its own."""
    return Correction("split", (_place(text, mention),))


def unname(text: str, mention: Mention) -> Correction:
    """Say that the words of a mention name nobody and nothing, wherever they stand."""
    return Correction("unname", (_place(text, mention),))


def reject(text: str, claim: Claim) -> Correction:
    """Say that a claim is none."""
    return Correction("reject", tuple(_place(text, piece) for piece in claim.content))


def places_of(text: str, analysis: Analysis, actor: Actor) -> tuple[Place, ...]:
    """The first mentions of an actor; those that name it come first."""
    mentions = [mention for mention in analysis.mentions if mention.actor == actor.id]
    mentions.sort(key=lambda mention: (mention.kind != "name", mention.start))
    return tuple(_place(text, mention) for mention in mentions[:_PLACES])


def _place(text: str, span: Span | Mention) -> Place:
    return Place(span.start, span.end, text[span.start : span.end])


# JSON


def to_json(correction: Correction) -> dict[str, Any]:
    """A correction as an object that a person can read."""
    data: dict[str, Any] = {"do": correction.kind, "at": [_place_json(place) for place in correction.at]}
    if correction.into:
        data["into"] = [_place_json(place) for place in correction.into]
    if correction.value:
        data["value"] = correction.value
    return data


def from_json(data: dict[str, Any]) -> Correction:
    """The inverse of `to_json`. Raises KeyError, TypeError or ValueError on anything else."""
    if data["do"] not in KINDS:
        raise ValueError(f"no such correction: {data['do']}")
    at, into = (tuple(_read_place(place) for place in data.get(key, ())) for key in ("at", "into"))
    value = data.get("value", "")
    if not at or not isinstance(value, str) or (data["do"] == "merge") != bool(into):
        raise ValueError("an incomplete correction")
    return Correction(data["do"], at, into, value)


def _place_json(place: Place) -> dict[str, Any]:
    return {"start": place.start, "end": place.end, "text": place.text}


def _read_place(data: dict[str, Any]) -> Place:
    start, end, text = data["start"], data["end"], data["text"]
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(text, str)):
        raise TypeError("a place is two numbers and a text")
    return Place(start, end, text)
