"""The user's settings, from one TOML file; what is wrong in it is named, with the nearest right word.

theme = "newscast-light"    # one of the themes of the palette
measure = 72                # no line of text is wider
pipeline = "en_core_web_sm" # a spaCy pipeline instead of the shipped one
motion = false              # nothing moves by itself
screen_reader = true        # no lines and blocks are drawn, states are said in words

[keys]                      # by the ids of tui/bindings.py
"reader.find" = "slash,ctrl+g"
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from tui.config import settings_file

MEASURES = range(20, 201)
_MODIFIERS = ("ctrl", "shift", "alt", "super", "meta", "hyper")


class SettingsError(Exception):
    """A settings file that cannot be used; the message names the file, the mistake and the nearest right word."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has chosen; None is Newscast's own choice."""

    theme: str | None = None
    measure: int | None = None
    pipeline: str | None = None
    motion: bool = True
    screen_reader: bool = False
    keys: dict[str, str] = field(default_factory=dict)


def load(path: Path | None = None) -> Settings:
    """The settings; Newscast's own when there is no file. Raises SettingsError."""
    path = path or settings_file()
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from None
    import tomllib

    try:
        data = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: is no TOML file: {error}") from None
    try:
        return _checked(data)
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from None


def _checked(data: dict[str, Any]) -> Settings:
    for name in data:
        _known("setting", name, ("theme", "measure", "pipeline", "motion", "screen_reader", "keys"))
    for name in ("theme", "pipeline"):
        if not isinstance(data.get(name, ""), str):
            raise SettingsError(f"{name} is a text in quotation marks")
    for name in ("motion", "screen_reader"):
        if not isinstance(data.get(name, True), bool):
            raise SettingsError(f"{name} is true or false")
    if "theme" in data:
        _known("theme", data["theme"], _themes())
    measure = data.get("measure")
    if measure is not None and (not isinstance(measure, int) or measure not in MEASURES):
        raise SettingsError(f"measure is a number from {MEASURES.start} to {MEASURES.stop - 1}")
    keys = data.get("keys", {})
    if not isinstance(keys, dict):
        raise SettingsError("keys is a table: [keys]")
    return Settings(
        data.get("theme"),
        measure,
        data.get("pipeline"),
        data.get("motion", True),
        data.get("screen_reader", False),
        _keymap(keys),
    )


def _keymap(keys: dict[str, Any]) -> dict[str, str]:
    from tui.bindings import ACTIONS, display_key, meet, settled, with_keys

    keymap = {}
    for name, value in keys.items():
        _known("action", name, (action.id for action in ACTIONS))
        if not isinstance(value, str) or not value:
            raise SettingsError(f'the keys of {name} are a text, as in: "{name}" = "slash,ctrl+g"')
        keymap[name] = ",".join(_key(key.strip()) for key in value.split(","))
    chosen = [with_keys(action, keymap) for action in ACTIONS if action.id in keymap]
    for one, other in combinations(chosen, 2):
        if meet(one, other) and (both := set(one.key_list) & set(other.key_list)):
            raise SettingsError(f"the key {display_key(min(both))} is given to {one.id} and to {other.id}")
    return settled(keymap)


def _key(name: str) -> str:
    from textual.keys import Keys

    from tui.bindings import KEY_NAMES

    *modifiers, last = [name] if name == "+" else name.split("+")
    for modifier in modifiers:
        _known("key", modifier, _MODIFIERS)
    if len(last) == 1:
        last = {shown: key for key, shown in KEY_NAMES.items()}.get(last, last)
    else:
        _known("key", last, {*KEY_NAMES, *(key.value for key in Keys)})
    return "+".join([*modifiers, last])


def _themes() -> set[str]:
    from textual.theme import BUILTIN_THEMES

    from tui.screens.themes import THEMES

    return {*BUILTIN_THEMES, *(theme.name for theme in THEMES)}


def _known(what: str, name: str, names: Iterable[str]) -> None:
    names = list(names)
    if name in names:
        return
    from difflib import get_close_matches

    near = get_close_matches(name, names, 1, 0.5)
    raise SettingsError(f"there is no {what} {name}" + (f"; did you mean {near[0]}?" if near else ""))
