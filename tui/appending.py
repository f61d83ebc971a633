"""Append a line to a file of the user's so that nothing that happens afterwards loses it."""

import os
from pathlib import Path


def append(path: Path, line: str, head: str) -> None:
    """Write a line to the disk itself; a new file begins with `head`. Raises OSError."""
    new = not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    if new:
        line = f"{head}\n{line}"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    try:
        # A write that was cut off must not swallow this line too.
        size = os.fstat(descriptor).st_size
        torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
        _write(descriptor, (("\n" if torn else "") + line + "\n").encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if new:
        _sync_folder(path.parent)


def _write(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
