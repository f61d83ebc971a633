"""Illnesses whose names look like those of persons or bodies: `the X virus`, and X alone in the same article."""

from tui.analysis.lexicon import words as words_of
from tui.analysis.names import Name
from tui.analysis.places import is_country

_LABELS = frozenset({"PERSON", "ORG", "EVENT", "NORP"})


def forget_illnesses(names: list[Name]) -> None:
    """Take the label of each name that is an illness's, unless somebody of that name is named, too."""
    borne = {word.lower for name in names if name.label == "PERSON" and len(name.words) > 1 for word in name.words}
    found = {name.words[0].lower for name in names if _is_ill(name)} - borne
    for name in names:
        if len(name.words) == 1 and name.label in _LABELS and name.words[0].lower in found and not name.titles:
            name.label = ""


def _is_ill(name: Name) -> bool:
    """`X virus`, `X's disease`: a single name before a word for what makes ill; a vaccine has its maker's name."""
    following = name.sentence.next_word(name.words[-1])
    if following is not None and following.tag == "POS":
        following = name.sentence.next_word(following)
        kinds = words_of("names", "illnesses_of")
    else:
        kinds = words_of("names", "illnesses")
    alone = len(name.words) == 1 and name.label in _LABELS and not is_country(name.words[0].text)
    return alone and following is not None and following.lower in kinds
