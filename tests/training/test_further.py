"""A pipeline that is trained further: its settings, and what is told of it."""

import tomllib
from pathlib import Path

import tui.training.__main__ as recipe

SETTINGS = tomllib.loads(Path(recipe.__file__).with_name("config.toml").read_text(encoding="utf-8"))


def test_a_pipeline_goes_on_to_learn_with_rates_and_names_of_its_own() -> None:
    found, own = recipe.further(SETTINGS), SETTINGS["further"]
    assert found["second"]["updates"] == own["updates"] != SETTINGS["second"]["updates"]
    assert found["optimiser"] == SETTINGS["optimiser"] | {key: own[key] for key in ("encoder_rate", "heads_rate")}
    assert found["names"] == own["names"]


def test_what_is_told_of_it_names_the_one_from_which_it_began() -> None:
    source = {"name": "an older source", "license": "CC0"}
    begun = {"version": "0.1.0", "sources": [source, recipe.META["sources"][0]], "notes": "Made by hand."}
    found = recipe.meta(SETTINGS, begun)
    assert found["sources"] == [*recipe.META["sources"], source]
    assert "0.1.0" in found["notes"] and found["notes"].endswith("Made by hand.")
    assert found["raised"] == SETTINGS["names"]["raised"]
