"""Styled stretches of the article, kept so that drawing a row costs what the row holds."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple, Protocol


class Stretch(NamedTuple):
    """text[start:end] is drawn in a style."""

    start: int
    end: int
    style: str
    actor: str | None = None


class Layer:
    """Stretches in the order of the text, found by bisection. They may overlap."""

    def __init__(self, stretches: Iterable[Stretch] = ()) -> None:
        self._stretches = sorted(stretches, key=itemgetter(0, 1, 2))
        self._starts = [stretch.start for stretch in self._stretches]
        # The furthest end so far never decreases, so it can be bisected, which the ends cannot.
        self._reach = list(accumulate((stretch.end for stretch in self._stretches), max))

    def __len__(self) -> int:
        return len(self._stretches)

    def __iter__(self) -> Iterator[Stretch]:
        return iter(self._stretches)

    def within(self, start: int, end: int) -> Iterator[Stretch]:
        """The stretches that share a character with text[start:end]."""
        for index in range(bisect_right(self._reach, start), bisect_left(self._starts, end)):
            stretch = self._stretches[index]
            if stretch.end > start:
                yield stretch


class Restyled:
    """A layer whose styles are decided when a row is drawn, so that changing them costs what is on the screen."""

    def __init__(self, layer: Layer, style_of: Callable[[Stretch], str | None]) -> None:
        self._layer = layer
        self._style_of = style_of

    def within(self, start: int, end: int) -> Iterator[Stretch]:
        """The stretches that share a character with text[start:end] and have a style."""
        for stretch in self._layer.within(start, end):
            style = self._style_of(stretch)
            if style is not None:
                yield stretch._replace(style=style)


class Styles(Protocol):
    """What has styled stretches."""

    def within(self, start: int, end: int) -> Iterator[Stretch]: ...


def cut(start: int, end: int, layers: Sequence[Styles]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Pieces of text[start:end] with the styles that hold in each, lower layers first."""
    found = [(stretch, depth) for depth, layer in enumerate(layers) for stretch in layer.within(start, end)]
    if not found:
        yield start, end, ()
        return
    edges = {start, end}
    for stretch, _ in found:
        edges.update((max(start, stretch.start), min(end, stretch.end)))
    ordered = sorted(edges)
    for left, right in pairwise(ordered):
        yield (
            left,
            right,
            tuple(stretch.style for stretch, _ in found if stretch.start <= left and stretch.end >= right),
        )
