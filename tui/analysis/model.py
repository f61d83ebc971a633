"""What analysis finds: frozen dataclasses over code point offsets into `article.text`, end exclusive."""

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["name", "description", "pronoun"]
ClaimKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserted", "denied", "hedged", "asked", "demanded", "intended", "declined"]
Category = Literal["people", "organisations", "places"]

# Labels that name somebody or something that can act; the others (DATE, MONEY ...) are highlighted only.
ACTOR_LABELS = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the article."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names, describes or points to something; `actor` is an actor's id when it is known whom."""

    id: str
    start: int
    end: int
    label: str
    kind: MentionKind = "name"
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """That an actor belongs to another one, whose id is `actor`, and as what ("spokesman"; empty when untold)."""

    actor: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, organisation, group or place; `mentions` are ids in the order of the text."""

    id: str
    name: str
    label: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()

    @property
    def category(self) -> Category:
        """The group under which the actor is listed."""
        if self.label == "PERSON":
            return "people"
        return "places" if self.label in {"GPE", "LOC", "FAC"} else "organisations"


@dataclass(frozen=True, slots=True)
class Party:
    """The source or the addressee of a claim, and the actor it stands for when that is known."""

    start: int
    end: int
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody is reported to have said, thought or denied.

    No `source` means that the article attributes it to nobody; no `cue`, that a quotation stands without
    reporting words. `within` is the claim that reports this one; `form` names the rule that found it.
    """

    id: str
    source: Party | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: ClaimKind
    stance: Stance
    addressee: Party | None = None
    within: str | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Opposed claims, or a claim against the article's own words (`passages`), and why they are held opposed."""

    id: str
    claims: tuple[str, ...]
    mentions: tuple[str, ...]
    passages: tuple[Span, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one article; mentions and claims are in the order of the text, actors by prominence."""

    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
