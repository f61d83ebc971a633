"""The encoder run over paragraphs: windows, batches, and each word's tags, head and name as small integers.

Long paragraphs go through in windows. A window's sentences are kept up to the last start that is seen in it, and the
next window begins there, so that a sentence is always parsed whole, within one window.
"""

from __future__ import annotations

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from tui.pipelines.components import decode, repeats
from tui.pipelines.components.wordpiece import CLS, SEP, WordPieces, shape

COLUMNS = ("upos", "xpos", "feats", "head", "dep", "name")
"""What is known of a word, in the order of the result's columns; `head` is a distance, 0 for the root."""
UPOS, XPOS, FEATS, HEAD, DEP, NAME = range(6)

MOST_PIECES = 480
"""Pieces of the longest window; the encoder has 512 positions."""
BATCH_PIECES = 256
"""Pieces of a batch; more do not fit the processor's cache and take twice the time a piece."""

Ints = NDArray[np.int32]
Paragraph = tuple[Sequence[str], Sequence[int]]
"""Its words and, for each, 1 where a sentence must begin, -1 where none may, 0 where it is open."""
Outputs = dict[str, NDArray[np.float32]]
INPUTS = ("pieces", "mask", "shapes", "first", "last", "word_shapes")
OUTPUTS = ("upos", "xpos", "feats", "starts", "names", "arcs", "roots", "dependents", "heads")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph under way: `done` words of it are finished, the next window holds at most `limit` pieces."""

    words: Sequence[str]
    pieces: list[tuple[int, ...]]
    shapes: list[int]
    starts: Sequence[int]
    limit: int
    result: Ints
    names: NDArray[np.float32]
    done: int = 0
    end: int = field(default=0)


class Reader(ABC):
    """A network that scores windows (`scores`), and all that makes of its scores what is known of each word."""

    batch_pieces = BATCH_PIECES

    def __init__(
        self, labels: dict[str, list[str]], pieces: WordPieces, labeller: NDArray[np.float32], limit: int
    ) -> None:
        """`labeller` [labels, 65, 65] scores the label of an arc; a window holds at most `limit` pieces if it can."""
        self.labels, self._pieces, self._labeller, self._limit = labels, pieces, labeller, limit
        size = labeller.shape[1]
        self._flat = np.ascontiguousarray(labeller.transpose(1, 0, 2).reshape(size, -1))
        self._bilou = decode.allowed(labels["names"])
        self._kinds = repeats.kinds(labels["names"])

    @abstractmethod
    def scores(self, arrays: dict[str, NDArray[np.int64]]) -> Outputs:
        """The network's `OUTPUTS` for its `INPUTS`."""

    def read(self, paragraphs: Sequence[Paragraph], documents: Sequence[int] = ()) -> list[Ints]:
        """What is known of each paragraph's words, an array [words, `COLUMNS`] each.

        `documents` numbers the document that each stands in; without it each stands alone.
        """
        return [known for known, _ in self.read_with_names(paragraphs, documents)]

    def read_with_names(
        self, paragraphs: Sequence[Paragraph], documents: Sequence[int] = ()
    ) -> list[tuple[Ints, NDArray[np.float32]]]:
        """As `read`, each with the network's scores of the names' labels [words, labels]."""
        under_way = [self._opened(words, starts) for words, starts in paragraphs]
        waiting = [paragraph for paragraph in under_way if paragraph.pieces]
        while waiting:
            for paragraph in waiting:
                paragraph.end = reach(paragraph.pieces, paragraph.done, paragraph.limit)
            waiting.sort(key=lambda paragraph: sum(map(len, paragraph.pieces[paragraph.done : paragraph.end])))
            for batch in batched(waiting, self.batch_pieces):
                self._advance(batch)
            waiting = [paragraph for paragraph in waiting if paragraph.done < len(paragraph.pieces)]
        wholes: dict[int, list[_Paragraph]] = {}
        for number, paragraph in zip(documents or range(len(under_way)), under_way, strict=True):
            wholes.setdefault(number, []).append(paragraph)
        for whole in wholes.values():
            self._name(whole)
        return [(paragraph.result, paragraph.names) for paragraph in under_way]

    def _name(self, whole: Sequence[_Paragraph]) -> None:
        """Write down the names of a document's paragraphs."""
        parts = self.labels["upos"]
        runs = [
            run
            for paragraph in whole
            for run in repeats.runs_of(paragraph.words, [parts[value] for value in paragraph.result[:, UPOS].tolist()])
        ]
        scores = repeats.drawn_together(runs, np.concatenate([p.names for p in whole]), self._kinds)
        cuts = np.cumsum([len(paragraph.words) for paragraph in whole])
        for paragraph, mine in zip(whole, np.split(scores, cuts[:-1]), strict=True):
            paragraph.result[:, NAME] = decode.viterbi(mine, *self._bilou)

    def _opened(self, words: Sequence[str], starts: Sequence[int]) -> _Paragraph:
        return _Paragraph(
            words=words,
            pieces=[self._pieces.pieces(word) for word in words],
            shapes=[shape(word) for word in words],
            starts=starts,
            limit=self._limit,
            result=np.zeros((len(words), len(COLUMNS)), np.int32),
            names=np.zeros((len(words), len(self.labels["names"])), np.float32),
        )

    def _advance(self, batch: Sequence[_Paragraph]) -> None:
        scores = self._run(batch)
        for row, paragraph in enumerate(batch):
            count = paragraph.end - paragraph.done
            mine = {name: value[row, :count] for name, value in scores.items()}
            forced = np.asarray(paragraph.starts[paragraph.done : paragraph.end])
            begins = np.where(forced == 0, mine["starts"] > 0, forced > 0)
            begins[0] = True
            cuts = [*np.flatnonzero(begins).tolist(), count]
            if paragraph.end < len(paragraph.pieces):
                if len(cuts) == 2 and paragraph.limit < MOST_PIECES:
                    paragraph.limit = min(MOST_PIECES, paragraph.limit * 2)
                    continue
                cuts = cuts[:-1] if len(cuts) > 2 else cuts
            self._keep(paragraph, mine, cuts)
            paragraph.limit = self._limit

    def _keep(self, paragraph: _Paragraph, scores: Outputs, cuts: Sequence[int]) -> None:
        """Write down the window's sentences, which lie between the cuts."""
        done, count = paragraph.done, cuts[-1]
        result = paragraph.result[done : done + count]
        for column, name in ((UPOS, "upos"), (XPOS, "xpos"), (FEATS, "feats")):
            result[:, column] = scores[name][:count].argmax(-1)
        paragraph.names[done : done + count] = scores["names"][:count]
        heads = np.zeros(count, np.int32)
        for start, end in pairwise(cuts):
            heads[start:end] = start + decode.tree(scores["arcs"][start:end, start:end], scores["roots"][start:end])
        result[:, HEAD] = heads - np.arange(count)
        result[:, DEP] = self._labels(scores["dependents"][:count], scores["heads"][:count][heads], heads)
        paragraph.done += count

    def _labels(self, dependents: NDArray[np.float32], heads: NDArray[np.float32], places: Ints) -> Ints:
        """The best label of each arc; "root" for the root alone."""
        count, size = len(dependents), self._labeller.shape[1]
        ones = np.ones((count, 1), np.float32)
        left, right = np.hstack([dependents, ones]), np.hstack([heads, ones])
        scores = ((left @ self._flat).reshape(count, -1, size) @ right[:, :, None])[:, :, 0]
        root = self.labels["deps"].index("root")
        scores[:, root] = -np.inf
        best: Ints = scores.argmax(1).astype(np.int32)
        best[places == np.arange(count)] = root
        return best

    def _run(self, batch: Sequence[_Paragraph]) -> Outputs:
        rows = len(batch)
        width = max(sum(map(len, p.pieces[p.done : p.end])) for p in batch) + 2
        most = max(p.end - p.done for p in batch)
        arrays = {name: np.zeros((rows, width if name in INPUTS[:3] else most), np.int64) for name in INPUTS}
        for row, paragraph in enumerate(batch):
            window = slice(paragraph.done, paragraph.end)
            ids, shapes = [CLS], [0]
            for place, (cut, form) in enumerate(zip(paragraph.pieces[window], paragraph.shapes[window], strict=True)):
                arrays["first"][row, place], arrays["last"][row, place] = len(ids), len(ids) + len(cut) - 1
                ids.extend(cut)
                shapes.extend([form] * len(cut))
            ids.append(SEP)
            arrays["pieces"][row, : len(ids)], arrays["shapes"][row, : len(shapes)] = ids, shapes
            arrays["mask"][row, : len(ids)] = 1
            arrays["word_shapes"][row, : window.stop - window.start] = paragraph.shapes[window]
        return self.scores(arrays)


class Encoder(Reader):
    """The shipped network, opened from a folder whose files' digests are looked at first."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Raises ValueError when a file is missing or is not the one that the settings name."""
        try:
            settings: dict[str, Any] = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
            contents = {name: (folder / name).read_bytes() for name in settings["sha256"]}
        except (OSError, ValueError, KeyError) as error:
            raise ValueError(f"{folder.name}: not a whole encoder ({error})") from None
        for name, content in contents.items():
            if hashlib.sha256(content).hexdigest() != settings["sha256"][name]:
                raise ValueError(f"{folder.name}/{name}: not the file that was shipped; install Newscast again")
        pieces = WordPieces(contents["wordpieces.txt"].decode("utf-8").rstrip("\n").split("\n"))
        labeller = np.load(folder / "labeller.npy", allow_pickle=False)
        super().__init__(settings["labels"], pieces, labeller, settings["max_pieces"])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        # Where a processor cannot sum products of eight bits without overflow, exact ones at a little more time.
        options.add_session_config_entry("session.x64quantprecision", "1")
        # Onnxruntime's own fusion of sum and norm is slower on a processor than the two apart.
        self._session = onnxruntime.InferenceSession(
            contents["model.onnx"], options, ["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )

    def scores(self, arrays: dict[str, NDArray[np.int64]]) -> Outputs:
        """The network's `OUTPUTS` for its `INPUTS`, by onnxruntime."""
        return dict(zip(OUTPUTS, self._session.run(list(OUTPUTS), arrays), strict=True))


def reach(pieces: Sequence[tuple[int, ...]], start: int, limit: int) -> int:
    """The word after the last that fits into a window of `limit` pieces; at least one word does."""
    total, place = 0, start
    while place < len(pieces) and (total + len(pieces[place]) <= limit or place == start):
        total += len(pieces[place])
        place += 1
    return place


def batched(paragraphs: Sequence[_Paragraph], most: int) -> Iterator[list[_Paragraph]]:
    """Paragraphs, shortest window first, in batches of at most so many pieces."""
    batch: list[_Paragraph] = []
    for paragraph in paragraphs:
        width = sum(map(len, paragraph.pieces[paragraph.done : paragraph.end])) + 2
        if batch and width * (len(batch) + 1) > most:
            yield batch
            batch = []
        batch.append(paragraph)
    if batch:
        yield batch
