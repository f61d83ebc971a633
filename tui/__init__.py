"""Newscast: read the news with its cast."""

import os

# Before numpy is imported: its second thread gains nothing on our small products and can take five times the time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
