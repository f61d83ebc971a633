"""What a query says besides words: said:, by:, type:, stance:, "an exact phrase", and -what to leave out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import get_args

from rapidfuzz import fuzz, process

from tui.analysis.model import Stance
from tui.search.forms import LINKERS
from tui.search.words import words

FIELDS = ("said", "by", "type", "stance")
_TYPES: dict[str, frozenset[str]] = {
    "person": frozenset({"PERSON"}),
    "organisation": frozenset({"ORG"}),
    "group": frozenset({"NORP"}),
    "place": frozenset({"GPE", "LOC", "FAC"}),
    "thing": frozenset({"EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"}),
    "time": frozenset({"DATE", "TIME"}),
    "number": frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"}),
}
_ALSO = {"people": "person", "organization": "organisation", "company": "organisation", "date": "time"}
_STANCES: dict[str, frozenset[str]] = {stance: frozenset({stance}) for stance in get_args(Stance)}

_TOKEN = re.compile(
    r"""(?P<minus>-(?=[^\s-]))?                      # what follows is left out
        (?:(?P<field>[^\W\d_]+):(?!//))?             # the name of a field
        (?:"(?P<phrase>[^"]*)(?P<close>"?)|(?P<word>[^\s"]*))""",
    re.VERBOSE,
)
_QUOTES = str.maketrans("“”„‟«»", '""""""')

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart. A field that is None was not asked for; `said` without words asks for any claim."""

    words: str = ""
    phrases: tuple[Words, ...] = ()
    without: tuple[Words, ...] = ()
    said: str | None = None
    by: str | None = None
    labels: frozenset[str] | None = None
    stances: frozenset[str] | None = None
    mistakes: tuple[str, ...] = ()

    @property
    def folded(self) -> Words:
        """Every folded word that is looked for."""
        return tuple(
            dict.fromkeys(word.folded for part in (self.words, self.said, self.by) for word in words(part or ""))
        )

    @property
    def claims_only(self) -> bool:
        """Whether only claims can be meant."""
        return self.said is not None or self.by is not None or self.stances is not None

    @property
    def exact(self) -> bool:
        """Whether words must stand in a place, or must not, as they are spelt."""
        return bool(self.phrases or self.without)

    @property
    def asks(self) -> bool:
        """Whether it asks for anything."""
        return bool(self.words.strip()) or self.claims_only or self.labels is not None


@lru_cache(maxsize=64)
def parse(raw: str) -> Query:
    """Take a query apart. What is wrong in it is told in `mistakes`; the rest of it goes all the same."""
    reading = _Reading()
    for match in _TOKEN.finditer(raw.translate(_QUOTES)):
        if match.group():
            reading.take(match)
    return reading.query()


@dataclass
class _Reading:
    """A query while it is read."""

    words: list[str] = field(default_factory=list)
    phrases: list[Words] = field(default_factory=list)
    without: list[Words] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)

    def take(self, match: "re.Match[str]") -> None:
        """Take the next token."""
        quoted = match["phrase"] is not None
        text, name = match["phrase"] if quoted else match["word"], (match["field"] or "").casefold()
        folded = tuple(word.folded for word in words(text))
        if quoted and not match["close"]:
            place = f"before “{text.strip()}”" if text.strip() else "at the end"
            self.mistakes.append(f"The quotation mark {place} is not closed")
        if name and name not in FIELDS:
            self.mistakes.append(f"{name}: is not known; there are {', '.join(f'{one}:' for one in FIELDS)}")
            self.words.append(f"{name} {text}")
        elif match["minus"] and name:
            self.mistakes.append(f"Only words can be left out, not {name}:")
        elif match["minus"] and not LINKERS.issuperset(folded):
            self.without.append(folded)
        elif name:
            self.fields.setdefault(name, []).append(text)
            if quoted and name == "said" and folded:
                self.phrases.append(folded)
        else:
            self.words.append(text)
            if quoted and folded:
                self.phrases.append(folded)

    def query(self) -> Query:
        """What was read."""
        by = self._joined("by")
        if by == "":
            self.mistakes.append("by: wants a name, as in by:smith")
        labels = self._chosen("type", _TYPES, _ALSO)
        stances = self._chosen("stance", _STANCES, {})
        query = Query(
            " ".join(self.words), tuple(self.phrases), tuple(self.without), self._joined("said"), by or None,
            labels, stances,
        )  # fmt: skip
        if self.without and not query.asks:
            self.mistakes.append("Say also what to look for, not only what to leave out")
        return Query(
            query.words, query.phrases, query.without, query.said, query.by, labels, stances, tuple(self.mistakes)
        )

    def _joined(self, name: str) -> str | None:
        values = self.fields.get(name)
        return None if values is None else " ".join(values).strip()

    def _chosen(self, name: str, known: Mapping[str, frozenset[str]], also: Mapping[str, str]) -> frozenset[str] | None:
        """What the values of a field stand for; a value may be cut short."""
        chosen: frozenset[str] = frozenset()
        for value in self.fields.get(name, ()):
            wanted = value.casefold().strip()
            meant = [word for word in (*known, *also) if wanted and word.startswith(wanted)]
            chosen = chosen.union(*(known[also.get(word, word)] for word in meant))
            if not meant:
                self.mistakes.append(_unknown(name, wanted, known))
        return chosen or None


def _unknown(name: str, wanted: str, known: Mapping[str, frozenset[str]]) -> str:
    if not wanted:
        return f"{name}: wants one of {', '.join(known)}"
    near = process.extractOne(wanted, known.keys(), scorer=fuzz.ratio, score_cutoff=60, processor=None)
    hint = f"did you mean {near[0]}?" if near else f"it can be {', '.join(known)}"
    return f"{name}:{wanted} is not known; {hint}"
