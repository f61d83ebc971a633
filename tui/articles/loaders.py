"""Read an article from a file or a pipe."""

import hashlib
import os
import re
import stat

from tui.articles.article import Article
from tui.articles.paragraphs import paragraphs
from tui.text import clean, clean_line

MAX_BYTES = 64 * 1024 * 1024
_BROKEN = re.compile("[\udc80-\udcff]")
# All but tab, line ends and ESC, of which a log of a terminal is full.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


class UnreadableArticle(Exception):
    """An input that cannot be read as an article; the message says which, why and what to do."""


def load(source: str) -> Article:
    """Read the text file at the path `source`. Raises UnreadableArticle."""
    name = clean_line(source)
    try:
        with os.fdopen(_open(source), "rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableArticle(f"{name}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise UnreadableArticle(f"{name}: is a folder; name the article files in it") from None
    except PermissionError:
        raise UnreadableArticle(f"{name}: may not be read; check its permissions") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableArticle(f"{name}: cannot be read ({clean_line(reason)}); check the path") from None
    return from_bytes(raw, source)


def _open(path: str) -> int:
    """A descriptor of a file or a pipe; devices and folders are refused."""
    # Non-blocking, for a FIFO without a writer would hang here for ever; so opened it reads as empty.
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        os.set_blocking(descriptor, True)
        return descriptor
    os.close(descriptor)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(path)
    raise ValueError("a device, not a file")


def from_bytes(raw: bytes, source: str) -> Article:
    """An article of bytes: UTF-8, by its mark UTF-16 or 32, else Windows-1252.

    Raises UnreadableArticle.
    """
    name = clean_line(source)
    if len(raw) > MAX_BYTES:
        raise UnreadableArticle(f"{name}: is larger than {MAX_BYTES // 1024**2} MB; split it into articles")
    if not raw.strip():
        raise UnreadableArticle(f"{name}: is empty; there is nothing to read")
    text = _decode(raw)
    if text is None:
        raise UnreadableArticle(f"{name}: is no text that can be read (a binary file?); save the article as UTF-8")
    return from_text(text, source)


def from_text(raw: str, source: str) -> Article:
    """An article of text that may be hostile. Raises UnreadableArticle when nothing is left of it."""
    text = clean(raw)
    parts = paragraphs(text)
    if not parts:
        raise UnreadableArticle(f"{clean_line(source)}: is empty; there is nothing to read")
    headline = next((part for part in parts if part.role == "headline"), None)
    title = text[headline.start : headline.end] if headline else ""
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
    return Article(digest, title, source, None, text, parts)


def _decode(raw: bytes) -> str | None:
    """The text of raw bytes, or None when they look like no text."""
    if raw.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return _unless_binary(raw.decode("utf-32", errors="replace"))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _unless_binary(raw.decode("utf-16", errors="replace"))
    text = raw.decode("utf-8-sig", errors="surrogateescape")
    broken = 0 if text.isascii() else len(_BROKEN.findall(text))
    if not broken:
        return _unless_binary(text)
    # More bytes that continue a character than stray ones: a damaged UTF-8 text, not another encoding.
    if len(raw) - len(text) > broken:
        return _unless_binary(raw.decode("utf-8-sig", errors="replace"))
    western = broken <= max(2, len(raw) // 5)
    return _unless_binary(raw.decode("cp1252", errors="replace")) if western else None


def _unless_binary(text: str) -> str | None:
    # Many controls are a binary file's mark; a few are a hostile or damaged text, which is cleaned and shown.
    return text if len(_CONTROLS.findall(text)) <= max(8, len(text) // 50) else None
