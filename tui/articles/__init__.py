"""Articles and where they come from: every loader returns a clean `Article`."""

from tui.articles.article import Article, Paragraph
from tui.articles.loaders import UnreadableArticle, from_bytes, from_text, load

__all__ = ["Article", "Paragraph", "UnreadableArticle", "from_bytes", "from_text", "load"]
