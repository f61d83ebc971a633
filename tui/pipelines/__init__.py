"""The shipped pipeline, its components, and what tells about a pipeline: its card and its figures."""
