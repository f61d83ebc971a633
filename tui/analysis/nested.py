"""Names within longer names: "US" in "US State Department" is a mention of the US that is named elsewhere."""

from collections.abc import Iterator

from tui.analysis.figures import Figure, Point
from tui.analysis.lexicon import words
from tui.analysis.names import Name
from tui.analysis.places import canonical
from tui.analysis.syntax import Syntax
from tui.analysis.words import Word

_OUTER = frozenset({"ORG", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_LONGEST = 4


def nested_points(syntax: Syntax, names: list[Name], points: list[Point]) -> list[Point]:
    """A point for each name within another one that is also named by itself."""
    known: dict[str, Figure] = {}
    for name, point in zip(names, points, strict=True):
        if point.figure is not None and point.kind == "name":
            known.setdefault(canonical(name.text(syntax)), point.figure)
    found: list[Point] = []
    for name, point in zip(names, points, strict=True):
        if name.label not in _OUTER or len(name.words) < 2:
            continue
        for inner, figure in _inner(name.words, known, syntax.text, point.figure):
            nested = Point(inner[0].start, inner[-1].end, figure.label, "name", inner[-1])
            nested.attach(figure)
            found.append(nested)
    return found


def _inner(
    outer: list[Word], known: dict[str, Figure], text: str, whole: Figure | None
) -> Iterator[tuple[list[Word], Figure]]:
    start = 0
    while start < len(outer):
        for end in range(min(len(outer), start + _LONGEST), start, -1):
            inner = outer[start:end]
            figure = known.get(canonical(text[inner[0].start : inner[-1].end])) if len(inner) < len(outer) else None
            if figure is not None and figure is not whole and _stands_alone(outer, start, end, figure):
                yield inner, figure
                start = end - 1
                break
        start += 1


def _stands_alone(outer: list[Word], start: int, end: int, figure: Figure) -> bool:
    """Whether the words mean there what they mean by themselves: "South X" is no X, and "John" no John Smith."""
    if figure.label == "NORP" or (figure.person and end - start < 2):
        return False
    if start and outer[start - 1].lower in words("names", "directions"):
        return False
    after_small = start == 0 or outer[start - 1].lower in {"of", "the", "for", "in", "at", "and"}
    return figure.label == "GPE" or after_small
