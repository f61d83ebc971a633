"""No test sees or fills the developer's own cache."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, which child processes use too."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("NEWSCAST_CACHE", str(folder))
    return folder
