"""Windows of sentences, drawn by source, dressed differently each time, and padded into arrays of like length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.pipelines.components.wordpiece import CLS, SEP, WordPieces, shape
from tui.training.augment import styled, swap_names
from tui.training.data import NAME_SOURCES, Example, Labels, without_stop

IGNORED = -100
MASK = 103
MOST_WINDOW = 250
"""Pieces of the longest window; a longer sentence is not trained on."""

STEP = 16
"""Widths of batches are multiples of this."""

Batch = dict[str, NDArray[np.int64] | NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences of one source in one sequence; `words` may be dressed otherwise than the examples' own."""

    source: str
    words: tuple[str, ...]
    examples: tuple[Example, ...]
    pieces: tuple[tuple[int, ...], ...]

    @property
    def length(self) -> int:
        """Pieces with the marks at both ends."""
        return sum(map(len, self.pieces)) + 2


def stepped(length: int) -> int:
    """The width of a batch whose longest window has `length` pieces."""
    return -(-length // STEP) * STEP


class Sampler:
    """Draws windows and batches them for ever."""

    def __init__(self, sources: Mapping[str, Sequence[Example]], settings: dict[str, Any], pieces: WordPieces,
                 labels: Labels, names: Mapping[str, Sequence[Sequence[str]]], rng: Random) -> None:  # fmt: skip
        self._sources, self._settings, self._pieces, self._rng = sources, settings, pieces, rng
        self._names = names
        self._places = {
            column: {label: number for number, label in enumerate(getattr(labels, column))}
            for column in ("upos", "xpos", "feats", "deps", "names")
        }
        self._queues: dict[str, list[int]] = {name: [] for name in sources}

    def batches(self, pool: int = 384) -> Iterator[Batch]:
        """Batches of windows of similar length, at most `batch_pieces` padded pieces each.

        Only few shapes of arrays occur, since the processor's matrix kernels are made anew for each shape.
        """
        names = [name for name in self._settings["sampling"] if name in self._sources]
        weights = [self._settings["sampling"][name] for name in names]
        most = self._settings["optimiser"]["batch_pieces"]
        while True:
            windows = [self._window(name) for name in self._rng.choices(names, weights, k=pool)]
            windows = sorted((w for w in windows if w.length <= MOST_WINDOW), key=lambda window: window.length)
            groups: list[list[Window]] = []
            while windows:
                rows = max(1, most // stepped(windows[-1].length))
                groups.append(windows[-rows:])
                del windows[-rows:]
            self._rng.shuffle(groups)
            for group in groups:
                width = stepped(max(window.length for window in group))
                yield self.padded(group, max(1, most // width), width)

    def _window(self, source: str) -> Window:
        examples = self._sources[source]
        if not self._queues[source]:
            self._queues[source] = self._rng.sample(range(len(examples)), len(examples))
        place = self._queues[source].pop()
        limit = self._rng.choice(self._settings["windows"]["lengths"])
        chosen: list[Example] = []
        words: list[str] = []
        pieces: list[tuple[int, ...]] = []
        while True:
            example = examples[place]
            if self._rng.random() < self._settings["rates"]["drop_stops"]:
                example = without_stop(example)
            dressed = self._dress(example)
            cut = [self._pieces.pieces(word) for word in dressed]
            if chosen and sum(map(len, pieces)) + sum(map(len, cut)) > limit:
                break
            chosen.append(example)
            words.extend(dressed)
            pieces.extend(cut)
            place += 1
            if sum(map(len, pieces)) >= limit or place >= len(examples) or not examples[place].follows:
                break
        return Window(source, tuple(words), tuple(chosen), tuple(pieces))

    def _dress(self, example: Example) -> tuple[str, ...]:
        words = example.words
        if example.named and self._rng.random() < self._settings["rates"]["swap_names"]:
            words = swap_names(example.named, self._names, self._rng)
        return styled(words, self._rng)

    def padded(self, windows: Sequence[Window], rows: int, width: int) -> Batch:
        """The arrays [rows, width] of a batch, by piece and by word; targets are `IGNORED` where nothing is known.

        The target of `names` [rows, width, labels] is the probability of each, all zero where nothing is known.

        Some words are hidden behind a mask, so that the words around them tell what they are. `source` [rows] is the
        place of a window's source in `NAME_SOURCES`.
        """
        source = np.zeros(rows, np.int64)
        hidden = self._settings["rates"]["hide_words"]
        whole = {name: np.zeros((rows, width), np.int64) for name in ("pieces", "mask", "shapes")}
        by_word = {name: np.zeros((rows, width), np.int64) for name in ("first", "last", "word_shapes", "sentence")}
        by_word["sentence"] -= 1
        targets = {
            name: np.full((rows, width), IGNORED, np.int64)
            for name in ("upos", "xpos", "feats", "starts", "heads", "deps")
        }
        odds = np.zeros((rows, width, len(self._places["names"])), np.float32)
        for row, window in enumerate(windows):
            ids, shapes = [CLS], [0]
            source[row] = NAME_SOURCES.index(window.source) if window.source in NAME_SOURCES else 0
            for place, (word, cut) in enumerate(zip(window.words, window.pieces, strict=True)):
                form = shape(word)
                by_word["first"][row, place], by_word["last"][row, place] = len(ids), len(ids) + len(cut) - 1
                by_word["word_shapes"][row, place] = form
                ids.extend([MASK] * len(cut) if self._rng.random() < hidden else cut)
                shapes.extend([form] * len(cut))
            ids.append(SEP)
            whole["pieces"][row, : len(ids)], whole["shapes"][row, : len(shapes)] = ids, shapes
            whole["mask"][row, : len(ids)] = 1
            self._target(row, window, by_word["sentence"], targets)
            self._odds(odds[row], window)
        return {**whole, **by_word, **targets, "names": odds, "source": source}

    def _odds(self, odds: NDArray[np.float32], window: Window) -> None:
        place = 0
        for example in window.examples:
            named = example.named
            for number in range(len(example.words)):
                for label, share in named.odds_of(number) if named else ():
                    odds[place, self._places["names"][label]] = share
                place += 1

    def _target(self, row: int, window: Window, sentence: NDArray[np.int64],
                targets: Mapping[str, NDArray[np.int64]]) -> None:  # fmt: skip
        offset = 0
        for number, example in enumerate(window.examples):
            inside = slice(offset, offset + len(example.words))
            sentence[row, inside] = number
            targets["starts"][row, inside] = 0
            targets["starts"][row, offset] = 1
            if example.tree:
                for column in ("upos", "xpos", "feats", "deps"):
                    known = self._places[column]
                    targets[column][row, inside] = [known.get(x, IGNORED) for x in getattr(example.tree, column)]
                targets["heads"][row, inside] = [offset + head for head in example.tree.heads]
            offset += len(example.words)
