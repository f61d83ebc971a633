"""Fuzzy search over names, and over everything in an article; no numpy until a collection is large."""

from tui.search.article import ArticleIndex
from tui.search.names import Hit, NameIndex
from tui.search.results import Answer, Result

__all__ = ["Answer", "ArticleIndex", "Hit", "NameIndex", "Result"]
