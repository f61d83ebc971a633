"""Treebanks in CoNLL-U: their sentences as trees, and their rows as they stand for what reads other columns."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tui.training.examples import Tree

Row = list[str]
"""The ten columns of one word."""


@dataclass(frozen=True, slots=True)
class Block:
    """One sentence of a file: its words' rows and where it stands. `document` changes where a new text begins."""

    rows: list[Row]
    spaces: tuple[bool, ...]
    document: int
    follows: bool


def opened(path: Path) -> IO[str]:
    """The text of a file, plain or gzipped, ready to be read."""
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def read_blocks(path: Path) -> Iterator[Block]:
    """The sentences of a CoNLL-U file, plain or gzipped; multiword tokens give only their spaces, empty nodes nothing.

    Raises OSError for a file that cannot be read and ValueError for a line without ten columns.
    """
    document, follows = -1, False
    rows: list[Row] = []
    spaces: list[bool] = []
    glued_until = 0
    with opened(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document, follows = document + 1, False
            elif line.startswith("# newpar"):
                follows = False
            elif line and not line.startswith("#"):
                row = line.split("\t")
                if len(row) != 10:
                    raise ValueError(f"{path.name}: not a CoNLL-U line of ten columns: {line[:60]!r}")
                if "-" in row[0]:
                    glued_until = int(row[0].split("-")[1])
                    glued_space = "SpaceAfter=No" not in row[9]
                elif "." not in row[0]:
                    number = int(row[0])
                    inside = number < glued_until
                    ends = number == glued_until
                    spaces.append(not inside and (glued_space if ends else "SpaceAfter=No" not in row[9]))
                    rows.append(row)
            elif not line and rows:
                yield Block(rows, tuple(spaces), document, follows)
                rows, spaces, glued_until, follows = [], [], 0, True
    if rows:
        yield Block(rows, tuple(spaces), document, follows)


def tree_of(block: Block) -> Tree:
    """The block as a tree; labels and features as they stand, "_" for none made empty."""
    rows = block.rows
    return Tree(
        words=tuple(row[1] for row in rows),
        spaces=block.spaces,
        upos=tuple(row[3] for row in rows),
        xpos=tuple(row[4] for row in rows),
        feats=tuple("" if row[5] == "_" else row[5] for row in rows),
        lemmas=tuple(row[2] for row in rows),
        heads=tuple(place if row[6] == "0" else int(row[6]) - 1 for place, row in enumerate(rows)),
        deps=tuple(row[7] for row in rows),
        follows=block.follows,
    )


def read_conllu(path: Path) -> list[Tree]:
    """The trees of a CoNLL-U file, in its order."""
    return [tree_of(block) for block in read_blocks(path)]
