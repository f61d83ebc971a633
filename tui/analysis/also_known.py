"""Names that the article says are another one's: "the State of X, also known as XS or SX"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.analysis.names import Name
from tui.analysis.syntax import Syntax

_HOW = r"(?:(?:also|formerly|previously|once|better|best|commonly|often|widely|now)\s+)"
_KNOWN = re.compile(
    rf",?\s+\(?(?:{_HOW}?(?:known|referred\s+to)\s+as|{_HOW}called|a\.?k\.?a\.?)\s+(?:the\s+)?[“\"‘']*", re.IGNORECASE
)
_OR = re.compile(r"[”\"’']*,?\s+or\s+(?:the\s+)?[“\"‘']*")


def also_known(syntax: Syntax, names: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Pairs of a name and another one of the same person or body, in the order of the text.

    A lone name after a person's may bear another label: what it is, the sentence tells.
    """
    found: list[tuple[Name, Name]] = []
    for before, name in pairwise(names):
        between = syntax.text[before.end : name.start]
        if _KNOWN.fullmatch(between):
            found.append((before, name))
        elif found and found[-1][1] is before and _OR.fullmatch(between):
            found.append((found[-1][0], name))
    return [(one, other) for one, other in found if _same_kind(one, other)]


def _same_kind(one: Name, other: Name) -> bool:
    person = one.label == "PERSON"
    return person == (other.label == "PERSON") or (person and len(one.words) > 1 and len(other.words) == 1)
