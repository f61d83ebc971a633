"""The colours: readable on their grounds, and told apart in full colour, with colour blindness, and with 16 colours."""

import math
from itertools import combinations

import pytest
from rich.color import Color, ColorSystem
from textual.theme import BUILTIN_THEMES, Theme

from tui.screens.themes import THEMES, of_sixteen_colours, type_colours
from tui.widgets.types import LEGEND

# What a name is told by; times and numbers are meant to be quiet, and are told by their cue.
HUES = ("name-person", "name-organisation", "name-group", "name-place", "name-cue")
TINTS = ("tint-cursor", "tint-claim", "tint-find")
# How each cone's loss mixes linear red, green and blue (Viénot, Brettel and Mollon 1999).
BLIND = {
    "protanopia": ((0.1124, 0.8876, 0.0), (0.1124, 0.8876, 0.0), (0.004, -0.004, 1.0)),
    "deuteranopia": ((0.2928, 0.7072, 0.0), (0.2928, 0.7072, 0.0), (-0.0223, 0.0223, 1.0)),
}


def linear(colour: str) -> tuple[float, ...]:
    values = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def apart(one: str, other: str, matrix: tuple[tuple[float, ...], ...]) -> float:
    """How far two colours lie apart for somebody who sees them so, each channel from 0 to 1."""
    seen = [[sum(a * b for a, b in zip(row, linear(colour), strict=True)) for row in matrix] for colour in (one, other)]
    steps = (pow(max(0.0, a), 1 / 2.2) - pow(max(0.0, b), 1 / 2.2) for a, b in zip(*seen, strict=True))
    return math.hypot(*steps)


def sixteen(colour: str) -> int:
    number = Color.parse(colour).downgrade(ColorSystem.STANDARD).number
    assert number is not None
    return number


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_can_be_read_on_every_ground(theme: Theme) -> None:
    variables = theme.variables
    for name in (*HUES, "name-thing", "name-time", "name-number", "text-quiet"):
        for ground in (theme.background, theme.surface):
            assert ground is not None and contrast(variables[name], ground) >= 4.5, name
    for tint in TINTS:
        assert theme.foreground is not None and contrast(theme.foreground, variables[tint]) >= 4.5, tint
        for name in (*HUES, "name-thing", "name-time", "name-number"):
            assert contrast(variables[name], variables[tint]) >= 4.5, (name, tint)


@pytest.mark.parametrize("theme", [each for each in BUILTIN_THEMES.values() if (each.background or "").startswith("#")])
def test_tints_are_seen_on_the_ground_of_any_theme_and_text_is_read_on_them(theme: Theme) -> None:
    assert theme.background is not None
    colours = type_colours(theme, sixteen=False)
    words = theme.foreground or ("#ffffff" if theme.dark else "#000000")
    readable = contrast(words, theme.background)
    for tint in TINTS:
        assert contrast(colours[tint], theme.background) >= 1.1, tint
        assert contrast(words, colours[tint]) >= min(4.5, readable * 0.6), tint


@pytest.mark.parametrize("blindness", BLIND)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_people_organisations_and_places_are_told_apart_with_colour_blindness(theme: Theme, blindness: str) -> None:
    for one, other in combinations(("name-person", "name-organisation", "name-place"), 2):
        assert apart(theme.variables[one], theme.variables[other], BLIND[blindness]) > 0.15, (one, other)


@pytest.mark.parametrize("blindness", BLIND)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_types_with_the_same_cue_have_colours_told_apart_with_colour_blindness(theme: Theme, blindness: str) -> None:
    colours = {"description": "name-cue", "pronoun": "name-cue"}
    for one, other in combinations(LEGEND, 2):
        first, second = (theme.variables[colours.get(each.id, f"name-{each.id}")] for each in (one, other))
        assert one.cue != other.cue or apart(first, second, BLIND[blindness]) > 0.15, (one.id, other.id)


def test_without_colours_every_type_has_a_cue_of_its_own() -> None:
    assert len({name_type.alone or name_type.cue for name_type in LEGEND}) == len(LEGEND)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_sixteen_colours_keep_types_apart_and_tints_off_the_background(theme: Theme) -> None:
    variables = of_sixteen_colours(theme).variables
    assert theme.background is not None and theme.foreground is not None
    numbers = {name: sixteen(variables[name]) for name in HUES}
    assert len(set(numbers.values())) == len(HUES), numbers
    for tint in TINTS:
        ground = sixteen(variables[tint])
        assert ground not in {sixteen(theme.background), sixteen(theme.foreground), *numbers.values()}, tint
