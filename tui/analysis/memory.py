"""What was said in an article so far, as far as it tells whom the next description or pronoun means."""

from collections import defaultdict, deque
from collections.abc import Iterator

from tui.analysis.descriptions import Description
from tui.analysis.figures import Figure, Point
from tui.analysis.words import Sentence, Word

_RECENT = 60


class Memory:
    """The points behind, nearest first; what is known of the names is known from the beginning."""

    def __init__(self, figures: list[Figure], points: list[Point]) -> None:
        self.recent: deque[Point] = deque(maxlen=_RECENT)
        self.by_head = {point.head.i: point for point in points if point.figure is not None}
        self.described: dict[str, list[tuple[Description, Figure]]] = defaultdict(list)
        self.parties: dict[str, Figure] = {}
        self.roles: dict[str, list[Figure]] = defaultdict(list)
        self.named_with: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            self.know(figure)

    def know(self, figure: Figure) -> None:
        """Keep the nouns that somebody is, and the words of the names of bodies and places."""
        for noun in figure.role_nouns:
            if figure not in self.roles[noun]:
                self.roles[noun].append(figure)
        for name in figure.names if figure.named and not figure.person else ():
            for word in dict.fromkeys(name.lower().split()):
                if figure not in self.named_with[word]:
                    self.named_with[word].append(figure)

    def figure_of(self, word: Word) -> Figure | None:
        """Whom a word means that is the head of a point."""
        point = self.by_head.get(word.i)
        return point.figure if point is not None else None

    def figures_behind(self, word: Word, reach: int) -> Iterator[tuple[Point, Figure]]:
        """The figures mentioned in so many sentences back, each once, nearest first."""
        seen: set[int] = set()
        for point in reversed(self.recent):
            if distance(point.head, word) > reach:
                return
            if point.figure is not None and id(point.figure) not in seen:
                seen.add(id(point.figure))
                yield point, point.figure

    def latest(self, figures: list[Figure], before: int) -> Figure | None:
        """Of some figures the one named last before an offset."""
        behind = [figure for figure in figures if figure.points and figure.points[0].start < before]
        if len(behind) < 2:
            return behind[0] if behind else None
        recent = (point.figure for point in reversed(self.recent) if point.figure is not None)
        return next((figure for figure in recent if figure in behind), None)


def sentence_of(word: Word) -> Sentence:
    """The sentence of a word; every word of an article has one."""
    assert word.sentence is not None
    return word.sentence


def distance(earlier: Word, later: Word) -> int:
    """How many sentences lie between two words."""
    return sentence_of(later).i - sentence_of(earlier).i
