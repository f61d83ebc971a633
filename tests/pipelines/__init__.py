"""The shipped pipeline and its components."""
