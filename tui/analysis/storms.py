"""Storms bear the names of persons and places: `Hurricane X` is an event, and so is X alone in the same article."""

from tui.analysis.lexicon import words as words_of
from tui.analysis.names import Name
from tui.analysis.places import is_country
from tui.analysis.syntax import Syntax
from tui.analysis.words import Sentence, Word


def tell_storms(syntax: Syntax, names: list[Name]) -> None:
    """Label the names of storms as events, the kind of storm with them."""
    found = {own.lower for name in names if (own := _called(syntax, name)) is not None}
    if not found:
        return
    persons: set[str] = set()
    for name in sorted(names, key=lambda name: name.start):
        if name.label == "PERSON" and len(name.words) > 1:
            # From here on the name may be that of somebody, too.
            persons.update(word.lower for word in name.words)
        alone = len(name.words) == 1 and name.words[0].lower in found - persons
        if alone and not name.titles and not is_country(name.words[0].text):
            name.label, name.guessed = "EVENT", False


def _called(syntax: Syntax, name: Name) -> Word | None:
    """The word that a storm is called by when a name is one; the name then has its kind and is an event."""
    kinds = _kinds_before(name.words[0], name.sentence)
    own, inside = name.words[-1], name.words[:-1]
    if inside and _is_kind(inside[-1]) and all(_is_kind(word) or _is_storm_word(word) for word in inside):
        kinds += inside
    elif not kinds or len(name.words) > 1 or not _is_kind(kinds[-1]):
        return None
    # "Storm" begins names of persons and of works too; who writes of a storm calls it one.
    sure = len(kinds) > 1 or kinds[-1].lower != "storm" or _spoken_of(syntax)
    if not sure or not own.text[:1].isupper() or own.lower in words_of("names", "storm_others"):
        return None
    name.words, name.label, name.guessed = [*kinds, own], "EVENT", False
    return own


def _spoken_of(syntax: Syntax) -> bool:
    """Whether the article is about weather, besides what it calls "Storm"."""
    talk = words_of("names", "storm_talk")
    return any(word.lower in talk and word.text != "Storm" for each in syntax.story() for word in each.words)


def _kinds_before(word: Word, sentence: Sentence) -> list[Word]:
    found: list[Word] = []
    before = sentence.previous_word(word)
    while before is not None and before.text[:1].isupper() and (_is_kind(before) or _is_storm_word(before)):
        found.insert(0, before)
        before = sentence.previous_word(before)
    return found


def _is_kind(word: Word) -> bool:
    return word.text[:1].isupper() and word.lower in words_of("names", "storm_kinds")


def _is_storm_word(word: Word) -> bool:
    return word.lower in words_of("names", "storm_strengths")
