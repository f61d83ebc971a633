"""Analyses kept on disk, so that an article seen before needs neither spaCy nor a worker."""

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from tui.analysis.identity import analysis_version, locate, pipeline_identity
from tui.analysis.model import Analysis
from tui.analysis.schema import SCHEMA, analysis_from_json, analysis_to_json
from tui.articles.article import Article
from tui.config import cache_folder

_KEPT = 2000


class AnalysisCache:
    """One JSON file an analysis, named by the digest of text, pipeline and analysis version.

    A cache never stands in the way: what cannot be read or written is as if it were not there.
    """

    def __init__(self, pipeline: str | None = None, folder: Path | None = None) -> None:
        self._folder = folder or cache_folder() / "analyses"
        self._maker = f"{SCHEMA}:{analysis_version()}:{pipeline_identity(locate(pipeline))}"

    def get(self, article: Article) -> Analysis | None:
        """The analysis of an article with this text, or None."""
        try:
            return analysis_from_json(json.loads(self._path(article).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, article: Article, analysis: Analysis) -> None:
        """Keep an analysis. A process killed meanwhile leaves the old file or the new one, never half."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(analysis_to_json(article.text, analysis), file, ensure_ascii=False)
            Path(name).replace(self._path(article))
            self._prune()

    def _path(self, article: Article) -> Path:
        digest = hashlib.sha256(f"{self._maker}\n{article.text}".encode()).hexdigest()
        return self._folder / f"{digest}.json"

    def _prune(self) -> None:
        files = list(self._folder.glob("*.json"))
        if len(files) > _KEPT:
            files.sort(key=lambda path: path.stat().st_mtime)
            for path in files[: len(files) - _KEPT]:
                path.unlink(missing_ok=True)
