"""Newscast: read the news with its cast."""

__version__ = "0.1.0"
