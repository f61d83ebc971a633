"""Corrections: what they change, their log, undo and redo."""
