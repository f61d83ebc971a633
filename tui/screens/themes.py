"""Newscast's own dark and light theme, and the colours of the types for any other theme."""

from dataclasses import replace

from textual.color import Color
from textual.theme import Theme

DARK_THEME = "newscast-dark"
LIGHT_THEME = "newscast-light"

# Hues of the Okabe-Ito palette, which people with the common colour blindnesses tell apart, made lighter on
# dark and darker on light until each has a contrast of at least 4.5 to 1.
DARK_NAMES = {
    "name-person": "#f0b44c",
    "name-organisation": "#6cb8f0",
    "name-group": "#e39ac4",
    "name-place": "#4fc9a0",
    "name-thing": "#e6df6e",
    "name-time": "#a9b4c4",
    "name-number": "#a9b4c4",
    "name-cue": "#f08d5e",
    "text-quiet": "#97a1b0",
    "thumb": "#4b515c",
    "tint-cursor": "#27384c",
    "tint-claim": "#213347",
    "tint-find": "#3f3b14",
}
LIGHT_NAMES = {
    "name-person": "#8f4a00",
    "name-organisation": "#00559c",
    "name-group": "#8c2a66",
    "name-place": "#00614a",
    "name-thing": "#665a00",
    "name-time": "#50596a",
    "name-number": "#50596a",
    "name-cue": "#a63a00",
    "text-quiet": "#5a6270",
    "thumb": "#b6b8ba",
    "tint-cursor": "#d3e2f0",
    "tint-claim": "#dde8f2",
    "tint-find": "#f0e9a0",
}

THEMES = (
    Theme(
        name=DARK_THEME,
        primary="#6cb8f0",
        secondary="#e39ac4",
        warning="#f0b44c",
        error="#f08d5e",
        success="#4fc9a0",
        accent="#f0b44c",
        foreground="#dfe3ea",
        background="#14171c",
        surface="#191d24",
        panel="#222833",
        dark=True,
        variables=DARK_NAMES,
    ),
    Theme(
        name=LIGHT_THEME,
        primary="#00559c",
        secondary="#8c2a66",
        warning="#8f4a00",
        error="#a63a00",
        success="#00614a",
        accent="#8f4a00",
        foreground="#1d2229",
        background="#fbfaf7",
        surface="#f3f1ec",
        panel="#e6e3db",
        dark=False,
        variables=LIGHT_NAMES,
    ),
)

# A terminal of 16 colours takes the nearest of them: hues that are told apart in full colour fall together there, and
# tints into the background. These are the 16 colours themselves, as Rich has them.
DARK_16 = DARK_NAMES | {
    "name-person": "#ffff55",
    "name-organisation": "#55ffff",
    "name-group": "#ff55ff",
    "name-place": "#55ff55",
    "name-thing": "#aaaaaa",
    "name-cue": "#ff5555",
    "thumb": "#555555",
    "tint-cursor": "#0000aa",
    "tint-claim": "#0000aa",
    "tint-find": "#aa5500",
}
LIGHT_16 = LIGHT_NAMES | {
    "name-person": "#aa5500",
    "name-organisation": "#0000aa",
    "name-group": "#aa00aa",
    "name-place": "#00aa00",
    "name-thing": "#555555",
    "name-cue": "#aa0000",
    "thumb": "#aaaaaa",
    "tint-cursor": "#ffff55",
    "tint-claim": "#55ffff",
    "tint-find": "#ffff55",
}


_TINTS = {"tint-cursor": "#4a8fd0", "tint-claim": "#3f78b5", "tint-find": "#c8b400"}
_TINTED_DARK, _TINTED_LIGHT, _THUMB = 0.25, 0.2, 0.4


def of_sixteen_colours(theme: Theme) -> Theme:
    """A theme of ours for a terminal that has no more than 16 colours."""
    return replace(theme, variables=DARK_16 if theme.dark else LIGHT_16)


def type_colours(theme: Theme, *, sixteen: bool) -> dict[str, str]:
    """The colours of the types for a theme that has none."""
    if sixteen:
        return DARK_16 if theme.dark else LIGHT_16
    colours = DARK_NAMES if theme.dark else LIGHT_NAMES
    if theme.background is None or theme.background.startswith("ansi"):
        return colours
    # Tints made for our grounds may not be seen on another one.
    ground = Color.parse(theme.background)
    share = _TINTED_DARK if theme.dark else _TINTED_LIGHT
    tints = {tint: ground.blend(Color.parse(hue), share).hex for tint, hue in _TINTS.items()}
    return colours | tints | {"thumb": ground.blend(Color.parse(colours["text-quiet"]), _THUMB).hex}
