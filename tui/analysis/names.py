"""What a name's own words tell: where it begins and ends, and of what kind it is."""

from tui.analysis.lexicon import words as words_of
from tui.analysis.places import demonym_of, is_country, is_region
from tui.analysis.words import Word

# spaCy's labels that Newscast knows; others name nothing that is shown.
_LABELS = {
    label: label
    for label in [
        "PERSON",
        "ORG",
        "GPE",
        "LOC",
        "NORP",
        "FAC",
        "EVENT",
        "PRODUCT",
        "WORK_OF_ART",
        "LAW",
        "DATE",
        "TIME",
        "MONEY",
        "PERCENT",
        "CARDINAL",
        "ORDINAL",
        "QUANTITY",
        "LANGUAGE",
    ]
} | {"PER": "PERSON", "MISC": "NORP", "GEO": "GPE", "ORGANIZATION": "ORG", "LOCATION": "LOC"}

QUANTITY_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})

_ORGANISATION_ENDS = words_of("names", "organisation_ends")
# What follows a company's short name in its full one.
COMPANY_ENDS = words_of("names", "company_ends")
_PLACE_ENDS = words_of("names", "place_ends")
_REGION_ENDS = words_of("names", "region_ends")
_AREA_ENDS = frozenset(["province", "county", "district", "state", "region", "city", "town", "village", "township"])

# Capitalised words that are no names of anybody.
PLAIN_WORDS = words_of("names", "plain_words")
_EDGES = frozenset({"'s", "'", "(", ")", '"', "“", "”", ",", ".", "-", "–", "—", ":", ";", "the", "a", "an"})


def mapped_label(label: str) -> str | None:
    """The label that Newscast shows for a pipeline's label."""
    return _LABELS.get(label.upper())


def trim_name(words: list[Word]) -> list[Word]:
    """A name without articles, possessives and punctuation at its ends."""
    start, end = 0, len(words)
    while start < end and (words[start].lower in _EDGES or words[start].pos == "PUNCT"):
        start += 1
    # A lower-case adjective tells more of the named one but is no part of its name: "western X", "former Y".
    while end - start > 1 and words[start].text.islower() and words[start].pos in {"ADJ", "ADV"}:
        start += 1
    while end > start and (words[end - 1].lower in _EDGES or words[end - 1].pos == "PUNCT"):
        if (
            words[end - 1].text == "."
            and end - start > 1
            and words[end - 2].lower in {"u.s", "u.k", "inc", "corp", "co"}
        ):
            break
        end -= 1
    return words[start:end]


def guess_label(words: list[Word], titled: bool) -> str:
    """A label for a name that the pipeline missed; empty when its words tell nothing."""
    text = " ".join(word.text for word in words)
    if titled:
        return "PERSON"
    if is_country(text):
        return "GPE"
    if demonym_of(text) is not None:
        return "NORP"
    if is_region(text):
        return "LOC"
    last = words[-1].lower
    if len(words) > 1:
        if last in _ORGANISATION_ENDS:
            return "ORG"
        if last in _PLACE_ENDS:
            return "FAC"
        if last in _REGION_ENDS:
            return "LOC"
        if last in _AREA_ENDS:
            return "GPE"
    if len(words) == 1 and words[0].text.isupper() and 2 <= len(words[0].text) <= 6:
        return "ORG"
    return ""
