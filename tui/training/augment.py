"""The same sentence in other dress: case, quotation marks, British style, other persons' names; as many words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from tui.training.examples import Named
from tui.training.names import named_spans

CURLY = {'"': ("“", "”"), "``": ("“", "“"), "''": ("”", "”"), "'": ("‘", "’")}
BRITISH = {"Mr.": "Mr", "Mrs.": "Mrs", "Dr.": "Dr", "U.S.": "US", "U.K.": "UK", "NATO": "Nato", "U.N.": "UN"}


def styled(words: Sequence[str], rng: Random) -> tuple[str, ...]:
    """The words in another case or with other marks, or mostly as they are."""
    draw = rng.random()
    if draw < 0.03:
        words = [word.lower() for word in words]
    elif draw < 0.06:
        words = [word.upper() for word in words]
    elif draw < 0.08:
        words = [word[:1].upper() + word[1:] if len(word) > 3 else word for word in words]
    if rng.random() < 0.3:
        opened = False
        curly = []
        for word in words:
            if word in CURLY:
                curly.append(CURLY[word][opened if word != "'" else 1])
                opened = not opened
            else:
                curly.append("’s" if word == "'s" else "n’t" if word == "n't" else word)
        words = curly
    if rng.random() < 0.2:
        words = [BRITISH.get(word, word) for word in words]
    return tuple(words)


def swap_names(named: Named, names: Mapping[str, Sequence[Sequence[str]]], rng: Random) -> tuple[str, ...]:
    """The words with names changed for others of their kind, so that no label moves.

    Persons are renamed word by word, and a short name gets a surname; other kinds by a name of as many words.
    """
    words = list(swap_persons(named, names["PERSON"], rng))
    for start, end, label in named_spans(named.labels):
        if label != "PERSON" and all(plain(word) for word in words[start:end]):
            others = [name for name in names.get(label, ()) if len(name) == end - start]
            words[start:end] = rng.choice(others) if others else words[start:end]
    return tuple(words)


def plain(word: str) -> bool:
    """Whether a word is one of letters that begins with a capital."""
    return word.isalpha() and word[0].isupper()


def swap_persons(named: Named, names: Sequence[Sequence[str]], rng: Random) -> tuple[str, ...]:
    """The words with persons renamed."""
    words = list(named.words)
    for place, label in enumerate(named.labels):
        if label in {"U-PERSON", "L-PERSON"}:
            words[place] = rng.choice(names)[-1]
        elif label == "B-PERSON":
            words[place] = rng.choice(names)[0]
    return tuple(words)
