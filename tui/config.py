"""The places where Newscast keeps what is the user's."""

import os
from pathlib import Path


def cache_folder() -> Path:
    """Where results that can be made again are kept; `NEWSCAST_CACHE` overrides the platform's own place."""
    if chosen := os.environ.get("NEWSCAST_CACHE"):
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("newscast", appauthor=False)


def data_folder() -> Path:
    """Where what the user made is kept; `NEWSCAST_DATA` overrides the platform's own place."""
    if chosen := os.environ.get("NEWSCAST_DATA"):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("newscast", appauthor=False)


def settings_file() -> Path:
    """The file of settings; `NEWSCAST_CONFIG` overrides the platform's own place."""
    if chosen := os.environ.get("NEWSCAST_CONFIG"):
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("newscast", appauthor=False) / "config.toml"
