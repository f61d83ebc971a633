"""One label for one name in the whole article."""

from collections import Counter, defaultdict

from tui.analysis.names import Name
from tui.analysis.places import demonym_of, is_country, is_region
from tui.analysis.syntax import Syntax
from tui.analysis.titles import is_honorific
from tui.text import fold

# Before a surname alone they tell that it is a body's or a place's here.
_NOBODYS = frozenset({"the", "in", "at", "near", "from", "to"})


def agree(syntax: Syntax, names: list[Name]) -> None:
    """Give each name the label that most of its like have; sure knowledge of the language outweighs that."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.label:
            weight = 3 if name.titles and not name.guessed else 1 if name.guessed else 2
            votes[fold(name.text(syntax))][name.label] += weight
    surnames = {key.split()[-1] for key, vote in votes.items() if " " in key and _winner(vote) == "PERSON"}
    persons = _persons_named(syntax, names, votes)
    titled = {fold(name.text(syntax)) for name in names if name.titles and not name.guessed}
    for name in names:
        text = name.text(syntax)
        key = fold(text)
        if _is_family(name, key, surnames | titled):
            name.label, name.family = "PERSON", True
        elif is_country(text):
            name.label = "GPE" if name.label != "PERSON" or not name.titles else "PERSON"
        elif demonym_of(text) is not None:
            name.label = "NORP"
        elif is_region(text):
            name.label = "LOC"
        elif key in votes:
            name.label = _winner(votes[key])
            # A headline names one by the surname alone.
            until = len(syntax.text) if name.sentence.paragraph == 0 else name.start
            if name.label in {"ORG", "GPE", "LOC"} and persons.get(key, until) < until:
                name.label = "PERSON"
        if key in surnames and (not name.label or name.guessed or name.titles):
            name.label = "PERSON"
        if not name.label and name.titles and not all(is_honorific(t.lower) for t in name.titles):
            name.label = "PERSON"


def _persons_named(syntax: Syntax, names: list[Name], votes: dict[str, Counter[str]]) -> dict[str, int]:
    """Surnames that are no body's name, too, and where their bearers are first named in full."""
    bodies, found = set[str](), dict[str, int]()
    for name in names:
        key = fold(name.text(syntax))
        before = name.sentence.previous_word(name.words[0])
        if " " not in key:
            # "spoke to X" may be said of a person, who was taken for a place.
            spoken = before is not None and before.lower == "to" and name.label == "GPE"
            bodies.update([key] if before is not None and before.lower in _NOBODYS and not spoken else [])
        elif key in votes and _winner(votes[key]) == "PERSON":
            found.setdefault(key.split()[-1], name.start)
            if len(key.split()) > 2:
                # Where surnames stand first: "Park" of "Park Geun Hye".
                found.setdefault(key.split()[0], name.start)
        else:
            bodies.add(key.split()[0])
    return {key: start for key, start in found.items() if key not in bodies}


def _is_family(name: Name, key: str, surnames: set[str]) -> bool:
    """Whether a name is that of several people: "the Okafors", where an Okafor is named."""
    the = name.sentence.previous_word(name.words[0])
    several = the is not None and the.lower == "the" and len(name.words) == 1 and key not in surnames
    return several and {key.removesuffix("s"), key.removesuffix("es")} & surnames != set()


def _winner(vote: Counter[str]) -> str:
    best = max(vote.values())
    return min(label for label, count in vote.items() if count == best)
