"""What the recipe learns from: sentences with syntax, and sentences with names."""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = "-"
"""The name label of a word on which the sources disagree: neither inside nor outside a name, and never trained on."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence of a treebank; all columns have one entry a word.

    `spaces` tells whether a space follows. `heads` are places in the sentence, and the root is its own head.
    `feats` are in CoNLL-U's writing ("Number=Sing|Tense=Past"), empty for none. `follows` is true where the sentence
    goes on the text of the one before it in the same paragraph.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    follows: bool = False


Odds = tuple[tuple[str, float], ...]
"""Labels with the probability of each."""


@dataclass(frozen=True, slots=True)
class Named:
    """One sentence with names: labels in BILOU ("B-ORG", "U-PERSON"), "O", or `UNKNOWN`.

    `odds` has an entry a word where a network told the labels, and what it thinks of others.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    labels: tuple[str, ...]
    follows: bool = False
    odds: tuple[Odds, ...] = ()

    def odds_of(self, place: int) -> Odds:
        """The probabilities of a word's labels; none where it is unknown."""
        if self.odds:
            return self.odds[place]
        return () if self.labels[place] == UNKNOWN else ((self.labels[place], 1.0),)
