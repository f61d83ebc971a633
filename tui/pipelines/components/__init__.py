"""The shipped pipeline's parts: one encoder run by onnxruntime, and spaCy components that read its scores."""
