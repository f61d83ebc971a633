"""Names into figures: which names in an article mean the same person, organisation or place.

Names are never joined on likeness alone: a short name needs a full one of which it is a part in a way that
names are shortened, an acronym needs the words it stands for.
"""

from tui.analysis.also_known import also_known
from tui.analysis.bodies import Bodies
from tui.analysis.figures import Figure, Point
from tui.analysis.model import ACTOR_LABELS
from tui.analysis.names import Name
from tui.analysis.persons import Persons, full_parts
from tui.analysis.places import demonym_of
from tui.analysis.syntax import Syntax


def group(syntax: Syntax, names: list[Name]) -> tuple[list[Figure], list[Point]]:
    """Figures of all names, and a point for every name in the order of the text."""
    known_as = also_known(syntax, names)
    for one, other in known_as:
        if one.label == "PERSON":
            other.label = "PERSON"
    points = [Point(n.start, n.end, n.label, "name", n.head) for n in names]
    acting = [(n, p) for n, p in zip(names, points, strict=True) if n.label in ACTOR_LABELS]
    for name, point in acting:
        if name.label == "NORP" and _is_adjective(name):
            point.kind = "description"
    acting = [(n, p) for n, p in acting if p.kind == "name"]
    persons = [(n, p) for n, p in acting if n.label == "PERSON"]
    bodies_known_as = [pair for pair in known_as if pair[0].label != "PERSON"]
    bodies = Bodies(syntax, [(n, p) for n, p in acting if n.label != "PERSON"], bodies_known_as)
    parts = full_parts(syntax, persons)
    left = [(n, p) for n, p in persons if not bodies.take_short(n, p, parts)]
    return [*bodies.figures(), *Persons(syntax, left, known_as).figures()], points


def _is_adjective(name: Name) -> bool:
    last = name.words[-1]
    return last.tag in {"JJ", "AFX"} or (last.dep in {"amod", "compound"} and demonym_of(last.text) is not None)
