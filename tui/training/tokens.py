"""How the treebanks cut words, told to spaCy's tokenizer, so that what was learnt on their words is used on the same.

English treebanks part words at hyphens, but not after a prefix ("non-avian", "co-founder"); which prefixes and which
abbreviations stay whole is learnt from them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from spacy.lang.char_classes import ALPHA, ALPHA_UPPER, HYPHENS
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex, compile_suffix_regex

from tui.training.examples import Tree

LEAST_PREFIXED, LEAST_ABBREVIATED = 3, 2
"""Different words with a prefix, and times of an abbreviation, from which on they are believed."""

OF_RANKS = ("Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Lt.", "Maj.", "Pvt.", "Sgt.")
"""Abbreviations before names in the news, most of which the treebanks hardly have."""

_AT_HYPHENS = f"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"


def teach(nlp: Language, trees: Iterable[Tree]) -> None:
    """Let the pipeline's tokenizer cut as the trees' words are cut."""
    prefixes, abbreviations = learnt(trees)
    rules = dict(nlp.tokenizer.rules or {})
    rules.pop("and/or", None)
    rules |= {word: [{ORTH: word}] for word in (*abbreviations, *OF_RANKS)}
    rules |= {word: [{ORTH: word[:3]}, {ORTH: word[3:]}] for word in ("wanna", "Wanna")}
    nlp.tokenizer.rules = rules
    infixes = [infix for infix in nlp.Defaults.infixes or () if infix != _AT_HYPHENS]
    # In the middle of a word that is parted already ("well-to-do") nothing is a prefix.
    whole = "".join(rf"(?<!(?<![\w-])(?i:{prefix}))" for prefix in prefixes)
    infixes += [
        f"(?<=[{ALPHA}0-9])(?:{HYPHENS.removeprefix('-|')})(?=[{ALPHA}])",
        f"(?<=[{ALPHA}0-9]){whole}-(?=[{ALPHA}])",
        f"(?<=[{ALPHA}]){whole}-(?=[0-9])",
        r"(?<=[A-Z]\.)-(?=[A-Za-z])",
        "(?<=[0-9])[–—](?=[0-9])",
        # A quotation whose closing mark lacks the space after it: “It fell,”Keller said.
        f'[,!?](?=[”"][{ALPHA}])',
        f'(?<=[a-z])\\.(?=[”"][{ALPHA_UPPER}])',
        f'(?<=[,.!?])[”"](?=[{ALPHA}])',
    ]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    # A full stop after a letter whose accent is a sign of its own.
    suffixes = [*(nlp.Defaults.suffixes or ()), r"(?<=[\u0300-\u036f])\."]
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search


def learnt(trees: Iterable[Tree]) -> tuple[list[str], list[str]]:
    """The prefixes that stay whole with what follows their hyphen, and the abbreviations that keep their stop."""
    kept: defaultdict[str, set[str]] = defaultdict(set)
    parted: defaultdict[str, set[str]] = defaultdict(set)
    stopped: defaultdict[str, int] = defaultdict(int)
    unstopped: defaultdict[str, int] = defaultdict(int)
    for tree in trees:
        glued = [(word, space) for word, space in zip(tree.words, tree.spaces, strict=True)]
        for word in tree.words:
            if match := re.fullmatch(r"([A-Za-z]+)-([A-Za-z]+)", word):
                kept[match[1].lower()].add(match[2].lower())
            if re.fullmatch(r"[A-Za-z]{2,}\.", word):
                stopped[word] += 1
        for (word, space), (mark, _) in pairwise(glued):
            if mark == "-" and not space:
                parted[word.lower()].add(mark)
            elif mark == "." and not space:
                unstopped[f"{word}."] += 1
    prefixes = [prefix for prefix, words in kept.items() if len(words) >= LEAST_PREFIXED > len(parted[prefix])]
    short = [word for word, count in stopped.items() if count >= LEAST_ABBREVIATED and count > unstopped[word]]
    return sorted(prefixes), sorted(short)
