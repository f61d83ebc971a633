"""The recipe of the shipped pipeline: corpora in, a spaCy pipeline out (`python -m tui.training`)."""
