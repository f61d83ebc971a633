"""Newscast's own dark and light theme, and the colours of the types for any other theme."""

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
    "tint-cursor": "#27384c",
    "tint-claim": "#213347",
    "tint-find": "#565019",
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
