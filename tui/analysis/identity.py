"""Which pipeline and which version of our analysis made a result, told without importing spaCy."""

import hashlib
import importlib.util
from functools import cache
from pathlib import Path

from tui.resources import resource

DEFAULT_PIPELINE = "en_newscast"


class PipelineError(Exception):
    """A language pipeline that cannot be used; the message names it and says what to do."""


def locate(name_or_path: str | None) -> Path:
    """The folder of a pipeline: ours (None or its name), a path, or a package. Raises PipelineError."""
    if name_or_path is None or name_or_path == DEFAULT_PIPELINE:
        return resource("pipelines", DEFAULT_PIPELINE)
    path = Path(name_or_path)
    if path.is_dir():
        if not any(path.rglob("meta.json")):
            raise PipelineError(f"{name_or_path}: holds no spaCy pipeline (no meta.json); name a pipeline's folder")
        return path
    if name_or_path.isidentifier():
        spec = importlib.util.find_spec(name_or_path)
        if spec is not None and spec.origin is not None and any(Path(spec.origin).parent.rglob("meta.json")):
            return Path(spec.origin).parent
    raise PipelineError(
        f"{name_or_path}: no such pipeline; name an installed spaCy package, a folder, or {DEFAULT_PIPELINE}"
    )


def pipeline_identity(folder: Path) -> str:
    """A digest that changes when the pipeline's files do (names, sizes, times) or its meta.json does."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        status = path.stat()
        digest.update(f"{path.relative_to(folder)}:{status.st_size}:{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


@cache
def analysis_version() -> str:
    """A digest of our own analysis code and data, so that no result outlives the rules that made it."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for path in sorted(path for path in here.rglob("*") if path.suffix in {".py", ".json", ".toml"}):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
