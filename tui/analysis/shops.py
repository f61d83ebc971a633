"""Bodies that are called as what somebody owns: "McDonald's", "Standard & Poor's"; their possessives look the same."""

from tui.analysis.lexicon import words as words_of
from tui.analysis.names import Name
from tui.analysis.syntax import Syntax
from tui.analysis.words import FINITE, Word
from tui.text import fold

_VERBS = FINITE | {"MD"}


def call_in_full(syntax: Syntax, names: list[Name]) -> None:
    """Give bodies their 's back wherever it stands, when once in the article nothing follows that it could own."""
    persons = {name.words[-1].lower for name in names if name.label == "PERSON"}
    found = set()
    for name in names:
        mark = _mark_after(name)
        if mark is None or name.label != "ORG" or name.words[-1].lower in persons:
            continue
        if _acts(name, mark) or fold(name.text(syntax)) in words_of("names", "shops"):
            found.add(fold(name.text(syntax)))
    for name in names:
        mark = _mark_after(name)
        if mark is not None and name.label == "ORG" and fold(name.text(syntax)) in found:
            name.words.append(mark)


def _acts(name: Name, mark: Word) -> bool:
    """`X's said`: whether a name with its mark is a verb's subject; in "X's reported profit" it is not."""
    following = name.sentence.next_word(mark)
    if following is None or following.tag not in _VERBS or following.lemma == "be":
        return False
    verb = following.head if following.dep == "aux" else following
    return verb.subject is not None and verb.subject in name.words


def _mark_after(name: Name) -> Word | None:
    following = name.sentence.next_word(name.words[-1])
    return following if following is not None and following.tag == "POS" and following.lower == "'s" else None
