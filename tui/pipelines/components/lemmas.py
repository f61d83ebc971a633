"""Lemmas from a treebank's words: what was seen is looked up, what was not is cut by the ending it shares."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

LONGEST_ENDING = 5
KEPT_CASE = frozenset({"PROPN", "X", "SYM", "PUNCT"})
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


class Lemmas:
    """A table of words by "word|tag", and rules by "ending|tag" that say how many letters go and what comes."""

    def __init__(self, words: dict[str, str], endings: dict[str, str]) -> None:
        self._words, self._endings = words, endings
        self._cache: dict[tuple[str, str], str] = {}

    @classmethod
    def from_file(cls, path: Path) -> Lemmas:
        """The lemmas of a JSON file."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(data["words"], data["endings"])

    def to_file(self, path: Path) -> None:
        """Write the lemmas as JSON."""
        data = {"words": self._words, "endings": self._endings}
        path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8")

    def lemma(self, word: str, upos: str, xpos: str) -> str:
        """The lemma of a word with a universal and a Penn tag."""
        known = self._cache.get((word, tag := f"{upos}|{xpos}"))
        if known is None:
            if len(self._cache) > 100_000:
                self._cache.clear()
            known = self._cache[word, tag] = self._find(word, upos, tag)
        return known

    def _find(self, word: str, upos: str, tag: str) -> str:
        form = word.translate(STRAIGHT)
        lower = form.lower()
        seen = self._words.get(f"{lower}|{tag}")
        if upos in KEPT_CASE:
            if upos == "PROPN" and tag.endswith("NNPS") and lower.endswith("s") and len(lower) > 3:
                return seen or form
            return form
        if seen is not None:
            return seen
        if lower.isalpha():
            for length in range(min(LONGEST_ENDING, len(lower) - 1), 0, -1):
                rule = self._endings.get(f"{lower[-length:]}|{tag}")
                if rule is not None:
                    cut, _, ending = rule.partition("|")
                    return lower[: len(lower) - int(cut)] + ending
        return lower


def learn(words: Iterable[tuple[str, str, str, str]]) -> Lemmas:
    """Lemmas from words with their universal tag, Penn tag and lemma."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, upos, xpos, lemma in words:
        if upos not in KEPT_CASE:
            seen[f"{word.translate(STRAIGHT).lower()}|{upos}|{xpos}"][lemma] += 1
    table = {key: counts.most_common(1)[0][0] for key, counts in seen.items()}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, lemma in table.items():
        word, tag = key.split("|", 1)
        if word.isalpha() and len(word) > 2:
            common = 0
            while common < min(len(word), len(lemma)) and word[common] == lemma[common]:
                common += 1
            for length in range(1, LONGEST_ENDING + 1):
                if length < len(word) and len(word) - common <= length:
                    votes[f"{word[-length:]}|{tag}"][f"{len(word) - common}|{lemma[common:]}"] += 1
    endings = {key: counts.most_common(1)[0][0] for key, counts in votes.items() if sum(counts.values()) > 1}
    rules = Lemmas({}, endings)
    needed = {
        key: lemma for key, lemma in table.items() if rules.lemma(key.split("|")[0], *key.split("|")[1:3]) != lemma
    }
    return Lemmas(needed, endings)
