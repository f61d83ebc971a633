"""Figures and points into the actors and mentions of the model."""

from collections import Counter
from dataclasses import dataclass

from tui.analysis.affiliations import add_affiliations
from tui.analysis.coreference import Resolver
from tui.analysis.figures import Figure, Point
from tui.analysis.grouping import group
from tui.analysis.mentions import find_names, find_quantities
from tui.analysis.model import Actor, Affiliation, Mention
from tui.analysis.names import Name
from tui.analysis.nested import nested_points
from tui.analysis.roles import add_roles
from tui.analysis.speaking import Speaking
from tui.analysis.syntax import Syntax
from tui.text import fold


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone in an article."""

    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]


def plain_mentions(syntax: Syntax) -> tuple[Mention, ...]:
    """The names, dates and sums of an article, without actors."""
    names = find_names(syntax)
    spans = [(n.start, n.end, n.label) for n in names] + find_quantities(syntax, names)
    return tuple(Mention(f"m{k}", *span) for k, span in enumerate(sorted(spans), 1))


def find_cast(syntax: Syntax, speaking: Speaking) -> Cast:
    """The mentions and actors of an article, in which it is known who speaks where."""
    names = find_names(syntax)
    _hear_organisers(syntax, names, speaking)
    figures, points = group(syntax, names)
    add_roles(syntax, names, points)
    # What is said of a speaker tells whom "the group" means in what he says.
    add_affiliations(names, points)
    resolver = Resolver(syntax, figures, names, list(points), speaking)
    resolver.run()
    points = _without_doubles([*resolver.points, *nested_points(syntax, names, points)])
    add_affiliations(names, points)
    actors = [figure for figure in resolver.figures if figure.points]
    spans: list[tuple[int, int, Point | str]] = [(point.start, point.end, point) for point in points]
    spans += [(start, end, label) for start, end, label in find_quantities(syntax, names)]
    spans.sort(key=lambda span: span[:2])
    order = _by_prominence(actors, syntax)
    ids = {id(figure): f"a{k}" for k, figure in enumerate(order, 1)}
    mentions = tuple(_mention(f"m{k}", start, end, what, ids) for k, (start, end, what) in enumerate(spans, 1))
    by_actor: dict[str, list[str]] = {key: [] for key in ids.values()}
    for mention in mentions:
        if mention.actor is not None:
            by_actor[mention.actor].append(mention.id)
    return Cast(mentions, tuple(_actor(figure, ids, by_actor) for figure in order))


def _hear_organisers(syntax: Syntax, names: list[Name], speaking: Speaking) -> None:
    """An event that speaks is the body that holds it: `the X Festival said`."""
    heard = {fold(name.text(syntax)) for name in names if name.label == "EVENT" and speaking.speaks(name.head)}
    for name in names:
        if name.label == "EVENT" and fold(name.text(syntax)) in heard:
            name.label = "ORG"


def _without_doubles(points: list[Point]) -> list[Point]:
    unique: dict[tuple[int, int], Point] = {}
    for point in points:
        held = unique.setdefault((point.start, point.end), point)
        if held is not point and point.figure is not None:
            point.figure.points.remove(point)
    return sorted(unique.values(), key=lambda point: (point.start, point.end))


def _mention(key: str, start: int, end: int, what: Point | str, ids: dict[int, str]) -> Mention:
    if isinstance(what, str):
        return Mention(key, start, end, what)
    actor = ids.get(id(what.figure)) if what.figure is not None else None
    return Mention(key, start, end, what.figure.label if what.figure else what.label, what.kind, actor)


def _actor(figure: Figure, ids: dict[int, str], by_actor: dict[str, list[str]]) -> Actor:
    key = ids[id(figure)]
    links = tuple(Affiliation(ids[owner], role) for owner, (_, role) in figure.affiliations.items() if owner in ids)
    names = figure.names or Counter({"?": 1})
    name = _best_name(figure)
    aliases = tuple(other for other, _ in sorted(names.items(), key=lambda item: (-item[1], item[0])) if other != name)
    return Actor(key, name, figure.label, _distinct(aliases), tuple(figure.roles), tuple(by_actor[key]), links)


def _best_name(figure: Figure) -> str:
    """A person's fullest name; the commonest name of anything else, an acronym only for want of a longer one.

    A word that stands for a longer name that ends with it gives way: "the campaign" is soon all that is said.
    """
    names = figure.names
    if figure.person and figure.named:
        return max(names, key=lambda name: (len(fold(name).split()), names[name], name))
    if not names:
        return str(min(point.start for point in figure.points))
    if figure.named:
        common = max(names, key=lambda name: (" " in name or names[name] > 1, names[name], len(name), name))
    else:
        common = max(names, key=lambda name: (names[name], -len(name), name))
    if " " in common:
        return common
    longer = [name for name in names if name.lower().endswith(f" {common.lower()}") and not name.islower()]
    return max(longer, key=lambda name: (names[name], -len(name), name), default=common)


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _by_prominence(figures: list[Figure], syntax: Syntax) -> list[Figure]:
    """Most mentioned first; a place in the headline and being a subject count; then in the order of the text."""
    headline = next((p.end for p in syntax.paragraphs if p.role == "headline"), 0)

    def rank(figure: Figure) -> tuple[float, int, str]:
        score = 0.0
        for point in figure.points:
            score += 1.0 if point.kind == "name" else 0.8
            score += 0.5 * (point.head.dep in {"nsubj", "nsubj:pass"})
            score += 1.5 * (point.start < headline)
        return (-score, min(point.start for point in figure.points), figure.label)

    return sorted(figures, key=rank)
