"""Lists and strings in arrays, one after another, so that a mapped file serves as well as memory."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Integers = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Lists:
    """The list of key `k` is `items[starts[k]:starts[k + 1]]`."""

    starts: Ints
    items: Ints

    def sizes(self, keys: Ints) -> Ints:
        """How long the lists of some keys are."""
        return self.starts[keys + 1] - self.starts[keys]

    def joined(self, keys: Ints) -> tuple[Ints, Ints]:
        """The lists of some keys one after another, and how long each is."""
        sizes = self.sizes(keys)
        shift = np.repeat(self.starts[keys] - np.cumsum(sizes) + sizes, sizes)
        return self.items[shift + np.arange(len(shift))], sizes


def lists(keys: Integers, items: Integers, count: int) -> Lists:
    """Items put into the lists of their keys, in their order."""
    starts = _starts(np.bincount(keys, minlength=count))
    if len(keys) and (keys[1:] < keys[:-1]).any():
        items = items[np.argsort(keys, kind="stable")]
    return Lists(starts, items.astype(np.int32, copy=False))


@dataclass(frozen=True, slots=True)
class Strings:
    """Strings as UTF-8 in one array of bytes."""

    starts: Ints
    letters: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> str:
        return str(self.letters.data[self.starts[number] : self.starts[number + 1]], "utf-8", "surrogatepass")

    def some(self, numbers: Ints) -> list[str]:
        """The strings with some numbers."""
        letters = self.letters.data
        begins, ends = self.starts[numbers].tolist(), self.starts[numbers + 1].tolist()
        return [str(letters[begin:end], "utf-8", "surrogatepass") for begin, end in zip(begins, ends, strict=True)]


class Gathering:
    """Strings that are put into one array as they come, so that no list of them is ever held."""

    def __init__(self) -> None:
        self._letters = bytearray()
        self._ends = array("i", [0])

    def add(self, text: str) -> None:
        """Append a string."""
        self._letters += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._letters))

    def strings(self) -> Strings:
        """All that was added."""
        return Strings(np.array(self._ends, np.int32), np.frombuffer(bytes(self._letters), np.uint8))


def strings(values: Iterable[str]) -> Strings:
    """Strings put into one array."""
    gathering = Gathering()
    for value in values:
        gathering.add(value)
    return gathering.strings()


def _starts(sizes: Integers) -> Ints:
    starts = np.zeros(len(sizes) + 1, np.int32)
    np.cumsum(sizes, out=starts[1:])
    return starts
