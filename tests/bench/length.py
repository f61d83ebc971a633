"""How the cost of analysis grows with the article: the same text once and ten times."""

import statistics
import time
from pathlib import Path

from tui.analysis.pipeline import analyse, load
from tui.articles import from_text

SAMPLE = Path(__file__).parents[2] / "seeds" / "qala-e-naw.txt"


def main() -> None:
    """Print words a second and the growth; linear is 10."""
    nlp = load(None)
    text = SAMPLE.read_text(encoding="utf-8")
    medians = []
    for times in (1, 10):
        article = from_text("\n".join([text] * times), "sample")
        taken = []
        for _ in range(3):
            start = time.perf_counter()
            analyse(article, nlp)
            taken.append(time.perf_counter() - start)
        medians.append(statistics.median(taken))
        print(f"{len(article.text.split()):6} words  {medians[-1]:6.2f} s  "
              f"{len(article.text.split()) / medians[-1]:6.0f} words/s")  # fmt: skip
    print(f"ten times the text costs {medians[1] / medians[0]:.1f} times the time")
