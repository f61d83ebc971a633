"""The shipped pipeline: imports against spaCy's alone, opening, the first sentence, words a second, memory."""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "seeds" / "qala-e-naw.txt"
ROUNDS = 7
# As the worker does it; onnxruntime comes with the pipeline.
WORKER = (
    "from tui import garbage; garbage.suspend(); "
    "import tui.analysis.pipeline, tui.analysis.schema, tui.articles, onnxruntime"
)
LOADED = """
import json, os, resource, sys, time
from pathlib import Path
if hasattr(os, "sched_setaffinity"):
    # One core: libraries that see two let a second thread spin, which would count as work.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
from tui.analysis.pipeline import load
import tui.analysis.schema, tui.articles, onnxruntime
times = [time.perf_counter()]
nlp = load(None)
times.append(time.perf_counter())
nlp("The mayor said the harbour was closed.")
times.append(time.perf_counter())
nlp.select_pipes(disable=[name for name in ("newscast_mentions", "newscast_actors", "newscast_claims",
                                            "newscast_disputes") if name in nlp.pipe_names])
texts = Path(sys.argv[1]).read_text(encoding="utf-8").split("\\n") * 20
spent = time.process_time()
words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=32))
print(json.dumps([times[1] - times[0], times[2] - times[1], words / (time.process_time() - spent),
                  resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def main() -> None:
    """Print medians; what must hold stands in brackets."""
    alone: list[float] = []
    ours: list[float] = []
    loaded: list[list[float]] = []
    # By turns, so that whatever else the machine does falls on all alike.
    for _ in range(ROUNDS):
        alone.append(_seconds("import spacy"))
        ours.append(_seconds(WORKER))
        command = [sys.executable, "-c", LOADED, str(SAMPLE)]
        loaded.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    spacy, worker = statistics.median(alone), statistics.median(ours)
    print(f"imports of the worker     {worker:6.2f} s   {worker / spacy:.2f} times spaCy's alone (1.2)")
    load, first, speed, memory = (statistics.median(column) for column in zip(*loaded, strict=True))
    print(f"opening the pipeline      {load:6.2f} s   (0.7)")
    print(f"the first sentence        {1e3 * first:6.0f} ms  (150)")
    print(f"words a second, one core  {speed:6.0f}     (5000)")
    print(f"memory at most            {memory:6.0f} MB  (350)")


def _seconds(statement: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return time.perf_counter() - start
