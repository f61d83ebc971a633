"""How the cost of analysis grows with the article: texts once and ten times, up to 100,000 words; 5,000 claims."""

import statistics
import time
from pathlib import Path

from spacy.language import Language

from tui.analysis.pipeline import analyse, load
from tui.articles import from_text

SAMPLE = Path(__file__).parents[2] / "seeds" / "qala-e-naw.txt"
WORDS = 100_000
CLAIM = "The bridge over arm {} of the river is closed, Maria Keller said on Monday."


def main() -> None:
    """Print words a second and the growth of each kind of text; linear is 10."""
    nlp = load(None)
    sample = SAMPLE.read_text(encoding="utf-8")
    long = WORDS // len(sample.split()) // 10 + 1
    grow(nlp, "an article", [sample] * 10, runs=3)
    grow(nlp, "100,000 words", [sample] * long * 10, runs=1)
    grow(nlp, "one claim a line", [CLAIM.format(number) for number in range(5000)], runs=1)


def grow(nlp: Language, title: str, parts: list[str], runs: int) -> None:
    """Analyse a tenth of some parts and all of them; print what each takes."""
    medians = []
    for some in (parts[: len(parts) // 10], parts):
        text = "\n".join(some)
        taken = [_seconds(nlp, text) for _ in range(runs)]
        medians.append(statistics.median(taken))
        words = len(text.split())
        print(f"{title:16} {words:7} words  {medians[-1]:6.2f} s  {words / medians[-1]:6.0f} words/s")
    print(f"{title:16} ten times the text costs {medians[1] / medians[0]:.1f} times the time")


def _seconds(nlp: Language, text: str) -> float:
    article = from_text(text, "sample")
    start = time.perf_counter()
    analyse(article, nlp)
    return time.perf_counter() - start
