"""Countries, their peoples' names and short forms."""

from collections.abc import Iterable
from functools import cache

from tui.analysis.lexicon import table
from tui.text import fold


@cache
def _countries() -> dict[str, str]:
    """Folded country names and short forms, each with the folded full name."""
    places = table("places")
    full = {_key(name): _key(name) for name in places["countries"]}
    return full | {_key(short): _key(name) for short, name in places["short"].items()}


@cache
def _demonyms() -> dict[str, str]:
    """Folded demonyms, singular and plural, each with the folded country or nothing."""
    places = table("places")
    found: dict[str, str] = {}
    for country, names in places["countries"].items():
        for name in names.split():
            _add_demonym(found, _key(name), _key(country))
    for name in places["others"]["demonyms"].split():
        _add_demonym(found, _key(name), "")
    return found


def _add_demonym(found: dict[str, str], name: str, country: str) -> None:
    found[name] = country
    if name.endswith(("an", "i", "or", "er", "ian", "ne", "ot", "ek", "an")):
        found[name + "s"] = country


@cache
def _regions() -> frozenset[str]:
    return frozenset(_key(name) for name in table("places")["others"]["regions"].split())


@cache
def _provinces() -> frozenset[str]:
    return frozenset(_key(name) for name in table("places")["others"]["provinces"].split())


def _key(name: str) -> str:
    return fold(name.replace("_", " "))


def canonical(name: str) -> str:
    """The folded full name of a country or body given in a short form; other names just folded."""
    folded = fold(name.replace(" & ", " and "))
    return _countries().get(folded, folded)


def is_country(name: str) -> bool:
    """Whether a name is a country's, full or short."""
    return canonical(name) in _full_names()


@cache
def _full_names() -> frozenset[str]:
    return frozenset(_key(name) for name in table("places")["countries"])


def demonym_of(name: str) -> str | None:
    """The folded country of a demonym, empty for one without a country, None for another word."""
    return _demonyms().get(fold(name))


def countries_in(parts: Iterable[str]) -> set[str]:
    """The folded countries that words tell of, by their names or as demonyms: of "North Korean leader", one."""
    known, found = list(parts), set()
    place = 0
    while place < len(known):
        for size in (2, 1):
            name = " ".join(known[place : place + size])
            if country := demonym_of(name) or (canonical(name) if is_country(name) else ""):
                found.add(canonical(country))
                place += size - 1
                break
        place += 1
    return found


def is_region(name: str) -> bool:
    return fold(name) in _regions()


def is_province(name: str) -> bool:
    """Whether a name is that of a state or a province of a country."""
    return fold(name) in _provinces()


def state_and_rest(key: str) -> tuple[str, str]:
    """A body's folded name as the country before it and the rest: "united states", "state department"."""
    parts = key.split()
    for count in range(min(3, len(parts) - 1), 0, -1):
        state = " ".join(parts[:count])
        if is_country(state) or demonym_of(state):
            return demonym_of(state) or canonical(state), " ".join(parts[count:])
    return "", key
