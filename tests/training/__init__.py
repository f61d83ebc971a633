"""The recipe that makes the pipeline."""
