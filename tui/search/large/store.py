"""Arrays in one file that is mapped, not read, when it is opened."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.search.large.lexicon import Lexicon
from tui.search.large.lists import Lists, Strings
from tui.search.large.segment import Segment

Arrays = dict[str, NDArray[Any]]

# Another number goes with every change of what the arrays mean, folding and sounds included.
_MAGIC = b"newscast names, version 1".ljust(64)
_STEP = 64


class UnreadableIndex(Exception):
    """A file that holds no index of this version; the message names it."""


def save(segment: Segment, path: Path) -> None:
    """Write a segment into a file, which until then stays what it was."""
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        try:
            file.write(_MAGIC)
            for block in _blocks(segment):
                file.write(block)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def opened(path: Path) -> Segment:
    """The segment in a file, whose pages are read when they are needed."""
    try:
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise ValueError("another kind of file")
        return _segment(np.memmap(path, np.uint8, "r", offset=len(_MAGIC)))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise UnreadableIndex(f"{path}: no index of names of this version ({error})") from None


def _blocks(segment: Segment) -> Iterator[memoryview | bytes]:
    """What a segment is in a file: the length of the head, the head, and the arrays, each at a round place."""
    arrays = _arrays(segment)
    head = json.dumps({name: [array.dtype.str, list(array.shape)] for name, array in arrays.items()}).encode()
    at = 8 + len(head)
    yield len(head).to_bytes(8, "little") + head
    for array in arrays.values():
        yield bytes(-at % _STEP)
        yield np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
        at += -at % _STEP + array.nbytes


def _segment(whole: NDArray[np.uint8]) -> Segment:
    """The segment whose blocks stand in a mapped file."""
    length = int.from_bytes(whole[:8].tobytes(), "little")
    places = json.loads(whole[8 : 8 + length].tobytes())
    at, arrays = 8 + length, Arrays()
    for name, (kind, shape) in places.items():
        at += -at % _STEP
        end = at + int(np.prod(shape)) * np.dtype(kind).itemsize
        if end > len(whole):
            raise ValueError("cut short")
        arrays[name] = np.asarray(whole[at:end]).view(kind).reshape(shape)
        at = end
    lexicon = Lexicon(_strings(arrays, "words"), arrays["sounds"], _lists(arrays, "grams"))
    names, folded = _strings(arrays, "names"), _strings(arrays, "folded")
    named, worded = _lists(arrays, "named"), _lists(arrays, "worded")
    return Segment(names, folded, lexicon, named, worded, arrays["keys"], arrays["keyed"])


def _arrays(segment: Segment) -> Arrays:
    lexicon = segment.lexicon
    found: Arrays = {"sounds": lexicon.sounds, "keys": segment.keys, "keyed": segment.keyed}
    for name, texts in (("words", lexicon.words), ("names", segment.names), ("folded", segment.folded)):
        found |= {f"{name}.starts": texts.starts, f"{name}.letters": texts.letters}
    for name, rows in (("grams", lexicon.grams), ("named", segment.named), ("worded", segment.worded)):
        found |= {f"{name}.starts": rows.starts, f"{name}.items": rows.items}
    return found


def _strings(arrays: Arrays, name: str) -> Strings:
    return Strings(arrays[f"{name}.starts"], arrays[f"{name}.letters"])


def _lists(arrays: Arrays, name: str) -> Lists:
    return Lists(arrays[f"{name}.starts"], arrays[f"{name}.items"])
