"""Actors in the making: points (mentions to be) and the figures that they point to."""

from collections import Counter
from dataclasses import dataclass, field

from tui.analysis.model import MentionKind
from tui.analysis.titles import Gender
from tui.analysis.words import Word


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something in the article, gathered from its points."""

    label: str
    plural: bool = False
    gender: Gender | None = None
    named: bool = False
    names: Counter[str] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    role_nouns: set[str] = field(default_factory=set)
    points: list["Point"] = field(default_factory=list)
    affiliations: dict[int, tuple["Figure", str]] = field(default_factory=dict)
    """The figures to which it belongs, by their identity, and as what."""

    @property
    def person(self) -> bool:
        return self.label == "PERSON"

    def absorb(self, other: "Figure") -> None:
        """Take over everything of another figure, which is found to be the same."""
        self.names.update(other.names)
        for role in other.roles:
            self.add_role(role)
        self.role_nouns |= other.role_nouns
        self.gender = self.gender or other.gender
        for point in other.points:
            point.figure = self
        self.points.extend(other.points)
        other.points = []

    def add_role(self, role: str) -> None:
        """Keep a role, but for one that is known, more fully even: "director" beside "the agency's director"."""
        lower = role.lower()
        if role and not any(
            known.lower() == lower or known.lower().endswith((f"'s {lower}", f"’s {lower}")) for known in self.roles
        ):
            self.roles.append(role)


@dataclass(slots=True, eq=False)
class Point:
    """A mention in the making. `head` is its syntactic head."""

    start: int
    end: int
    label: str
    kind: MentionKind
    head: Word
    figure: Figure | None = None

    def attach(self, figure: Figure) -> None:
        """Say whom the point means."""
        self.figure = figure
        figure.points.append(self)
