"""Arrays in one file that is mapped, not read, when it is opened."""

import json
import os
from collections.abc import Mapping
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
_MAGIC = b"newscast names 1\n"
_STEP = 64


class UnreadableIndex(Exception):
    """A file that holds no index of this version; the message names it."""


def save(segment: Segment, path: Path) -> None:
    """Write a segment into a file, which until then stays what it was."""
    arrays = _arrays(segment)
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        try:
            head = json.dumps(_places(arrays)).encode()
            file.write(_MAGIC + len(head).to_bytes(8, "little") + head)
            for array in arrays.values():
                file.write(b"\0" * (-file.tell() % _STEP))
                file.write(np.ascontiguousarray(array).data)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def opened(path: Path) -> Segment:
    """The segment in a file, whose pages are read when they are needed."""
    try:
        arrays = _mapped(path)
        lexicon = Lexicon(_strings(arrays, "words"), arrays["sounds"], _lists(arrays, "grams"))
        names, folded = _strings(arrays, "names"), _strings(arrays, "folded")
        named, worded = _lists(arrays, "named"), _lists(arrays, "worded")
        return Segment(names, folded, lexicon, named, worded, arrays["keys"], arrays["keyed"])
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise UnreadableIndex(f"{path}: no index of names of this version ({error})") from None


def _arrays(segment: Segment) -> Arrays:
    lexicon = segment.lexicon
    found: Arrays = {"sounds": lexicon.sounds, "keys": segment.keys, "keyed": segment.keyed}
    for name, texts in (("words", lexicon.words), ("names", segment.names), ("folded", segment.folded)):
        found |= {f"{name}.starts": texts.starts, f"{name}.letters": texts.letters}
    for name, rows in (("grams", lexicon.grams), ("named", segment.named), ("worded", segment.worded)):
        found |= {f"{name}.starts": rows.starts, f"{name}.items": rows.items}
    return found


def _places(arrays: Mapping[str, NDArray[Any]]) -> dict[str, list[Any]]:
    return {name: [array.dtype.str, list(array.shape)] for name, array in arrays.items()}


def _mapped(path: Path) -> Arrays:
    size = path.stat().st_size
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise ValueError("another kind of file")
        length = int.from_bytes(file.read(8), "little")
        if length > size:
            raise ValueError("cut short")
        places = json.loads(file.read(length))
        at = file.tell()
    whole = np.memmap(path, np.uint8, "r")
    arrays: Arrays = {}
    for name, (kind, shape) in places.items():
        at += -at % _STEP
        end = at + int(np.prod(shape)) * np.dtype(kind).itemsize
        if end > size:
            raise ValueError("cut short")
        arrays[name] = np.asarray(whole[at:end]).view(kind).reshape(shape)
        at = end
    return arrays


def _strings(arrays: Arrays, name: str) -> Strings:
    return Strings(arrays[f"{name}.starts"], arrays[f"{name}.letters"])


def _lists(arrays: Arrays, name: str) -> Lists:
    return Lists(arrays[f"{name}.starts"], arrays[f"{name}.items"])
