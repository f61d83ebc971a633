"""What Newscast knows of an article before any analysis."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["headline", "body", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article: code point offsets into its text, end exclusive, and its role."""

    start: int
    end: int
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article. `id` is a digest of the text, `source` the path or address as it was given."""

    id: str
    title: str
    source: str
    published: str | None
    text: str
    paragraphs: tuple[Paragraph, ...]
