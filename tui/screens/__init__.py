"""The reading screen, which owns the state, and the dialogs over it."""
