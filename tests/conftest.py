"""No test sees or fills what is the developer's own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, which child processes use too."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("NEWSCAST_CACHE", str(folder))
    return folder


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the user's data of the test's own."""
    folder = tmp_path / "data"
    monkeypatch.setenv("NEWSCAST_DATA", str(folder))
    monkeypatch.setenv("NEWSCAST_CONFIG", str(tmp_path / "config.toml"))
    return folder
