"""The types of names as a reader sees them: their labels, their style and its cue without colour."""

from dataclasses import dataclass

from tui.analysis.model import Mention


@dataclass(frozen=True, slots=True)
class NameType:
    """A row of the legend. `id` is also the name of the style (`name--person`).

    `alone` is the cue on a terminal without colours, where it is another one.
    """

    id: str
    title: str
    cue: str
    labels: frozenset[str]
    alone: str = ""


_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
NAME_TYPES: tuple[NameType, ...] = (
    NameType("person", "People", "bold", frozenset({"PERSON"})),
    NameType("organisation", "Organisations", "underlined", frozenset({"ORG"})),
    NameType("group", "Peoples and groups", "bold, underlined", frozenset({"NORP"})),
    NameType("place", "Places", "italic", frozenset({"GPE", "LOC", "FAC"})),
    NameType(
        "thing",
        "Events, works, laws",
        "bold, italic",
        frozenset({"EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"}),
    ),
    NameType("time", "Dates and times", "italic, underlined", frozenset({"DATE", "TIME"})),
    NameType(
        "number",
        "Numbers and amounts",
        "faint",
        _AMOUNTS,
    ),
)
DESCRIPTION = NameType("description", "Descriptions (the governor)", "underlined", frozenset(), "underlined, faint")
PRONOUN = NameType("pronoun", "Pronouns (he, they)", "italic", frozenset(), "italic, faint")
LEGEND: tuple[NameType, ...] = (*NAME_TYPES, DESCRIPTION, PRONOUN)
HIDDEN_AT_FIRST = frozenset({"description", "pronoun"})
KINDS = {
    "person": "person",
    "organisation": "organisation",
    "group": "group",
    "place": "place",
    "thing": "event, work or law",
    "time": "date or time",
    "number": "number",
    "description": "description",
    "pronoun": "pronoun",
}
"""What one of a type is called."""

_BY_LABEL = {label: name_type.id for name_type in NAME_TYPES for label in name_type.labels}


def type_of(mention: Mention) -> str:
    """The id of a mention's type; labels that nobody foresaw are things."""
    if mention.kind != "name":
        return mention.kind
    return type_of_label(mention.label)


def type_of_label(label: str) -> str:
    """The id of a label's type."""
    return _BY_LABEL.get(label, "thing")
