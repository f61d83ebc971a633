"""How a paragraph is set: headline, byline, block quote, body; and the web addresses in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from tui.articles.article import Article, Paragraph
from tui.widgets.highlights import Stretch

Look = Literal["headline", "byline", "body", "quote", "boilerplate"]

QUOTE_INDENT = 2
"""Columns by which a block quote stands further in."""

_QUOTE_MARKS = re.compile(r"(?:>[ \u00a0]?)+")
_BYLINE_WORDS = 16
_BYLINES_AFTER_HEADLINE = 3
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_BYLINE = re.compile(
    r"(?:words\s+|reported\s+|written\s+|story\s+)?by\s+\S.*"
    r"|(?:last\s+|first\s+)?(?:published|updated|posted|modified)\b.*"
    rf"|.*\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}\b.*"
    rf"|.*\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}\b.*"
    r"|.*\b\d{4}-\d{2}-\d{2}\b.*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»|\\^`{}]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?'’"
_BRACKETS = {")": "(", "]": "["}


class Setting(NamedTuple):
    """How a paragraph is set, and how many of its first characters are only marks of that."""

    look: Look
    skipped: int = 0


def settings(article: Article) -> Iterator[Setting]:
    """How each paragraph is set, in their order."""
    after_headline = 0
    for paragraph in article.paragraphs:
        if paragraph.role == "headline":
            after_headline = _BYLINES_AFTER_HEADLINE
            yield Setting("headline")
        elif paragraph.role == "boilerplate":
            yield Setting("boilerplate")
        elif marks := _QUOTE_MARKS.match(article.text, paragraph.start, paragraph.end):
            after_headline = 0
            whole = marks.end() == paragraph.end
            yield Setting("body" if whole else "quote", 0 if whole else marks.end() - paragraph.start)
        elif after_headline and _is_byline(article.text, paragraph):
            after_headline -= 1
            yield Setting("byline")
        else:
            after_headline = 0
            yield Setting("body")


def _is_byline(text: str, paragraph: Paragraph) -> bool:
    if paragraph.end - paragraph.start > 120:
        return False
    words = text[paragraph.start : paragraph.end]
    return len(words.split()) <= _BYLINE_WORDS and not _SENTENCE_END.search(words) and bool(_BYLINE.fullmatch(words))


class Links:
    """The web addresses of an article as a layer: the style is the address. Found when their paragraph is drawn."""

    def __init__(self, article: Article | None = None) -> None:
        self._article = article
        self._starts = [paragraph.start for paragraph in article.paragraphs] if article else []

    def within(self, start: int, end: int) -> Iterator[Stretch]:
        """The addresses that share a character with text[start:end], a part of one paragraph."""
        if self._article is None:
            return
        paragraph = self._article.paragraphs[max(0, bisect_right(self._starts, start) - 1)]
        for link in _links(self._article.text, paragraph.start, paragraph.end):
            if link.start < end and link.end > start:
                yield link


@lru_cache(maxsize=256)
def _links(text: str, start: int, end: int) -> tuple[Stretch, ...]:
    return tuple(links(text, start, end))


def links(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The web and mail addresses in text[start:end]; each with the whole address, printable ASCII, as its style."""
    for match in _ADDRESS.finditer(text, start, end):
        words = match.group()
        while words and (words[-1] in _AFTER_ADDRESS or words.count(_BRACKETS.get(words[-1], words[-1])) == 0):
            words = words[:-1]
        while words and words[-1] in _BRACKETS and words.count(words[-1]) > words.count(_BRACKETS[words[-1]]):
            words = words[:-1].rstrip(_AFTER_ADDRESS)
        if words.lower() in {"", "http://", "https://", "www"}:
            continue
        yield Stretch(match.start(), match.start() + len(words), _address(words))


def _address(words: str) -> str:
    from urllib.parse import quote

    lower = words.lower()
    if lower.startswith("www."):
        words = "https://" + words
    elif not lower.startswith(("http://", "https://")):
        words = "mailto:" + words
    return quote(words, safe="!#$%&'()*+,/:;=?@[]~")
