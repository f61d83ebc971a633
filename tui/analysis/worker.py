"""The process that runs spaCy for the reader: `python -m tui.analysis.worker [PIPELINE]`.

One JSON object a line. In: {"text", "source", "near"}: an article and the offset where its reader is. Out: {"stage",
"fraction", "part"} while it works, part being what is found so far, then {"analysis"} or {"error"}. It ends when its
input does.
"""

import json
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

from tui import garbage

if TYPE_CHECKING:
    from tui.analysis.model import Analysis

_READING = "reading for actors and claims"


def main(arguments: list[str]) -> int:
    """Answer requests until the input ends."""
    with suppress(AttributeError, OSError):
        os.nice(10)
    # Only our answers may go to the reader; whatever a library prints goes to stderr.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", buffering=1)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    requests = sys.stdin.buffer
    _tell(answers, stage="loading the language pipeline")
    # What the libraries and the pipeline make stays as long as the process.
    garbage.suspend()
    from tui.analysis.identity import PipelineError
    from tui.analysis.pipeline import analyse, load
    from tui.analysis.schema import analysis_to_json
    from tui.articles import from_text

    try:
        nlp = load(arguments[0] if arguments else None)
    except PipelineError as error:
        _tell(answers, error=str(error))
        return 2
    garbage.resume()
    for line in requests:
        request = json.loads(line)
        article = from_text(request["text"], request["source"])
        _tell(answers, stage=_READING)

        def told(done: float, part: "Analysis | None", text: str = article.text) -> None:
            _tell(answers, stage=_READING, fraction=done, part=analysis_to_json(text, part) if part else None)

        analysis = analyse(article, nlp, told, request.get("near", 0))
        _tell(answers, analysis=analysis_to_json(article.text, analysis))
    return 0


def _tell(answers: TextIO, **message: Any) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
