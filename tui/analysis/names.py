"""What a name's own words tell: where it begins and ends, and of what kind it is."""

from dataclasses import dataclass, field

from tui.analysis.lexicon import words as words_of
from tui.analysis.places import demonym_of, is_country, is_region
from tui.analysis.syntax import Syntax
from tui.analysis.words import Sentence, Word

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
# What ends the names of what is built, and of lands.
BUILT_ENDS = words_of("names", "built_ends") | words_of("names", "built_ends_of_towns_too")
_REGION_ENDS = words_of("names", "land_ends") | words_of("names", "land_ends_after_article")
AREA_ENDS = frozenset(
    ["province", "county", "district", "state", "region", "city", "town", "village", "township", "ward", "borough"]
)

# Capitalised words that are no names of anybody.
PLAIN_WORDS = words_of("names", "plain_words")
_EDGES = frozenset({"'s", "'", "(", ")", '"', "“", "”", ",", ".", "-", "–", "—", ":", ";", "the", "a", "an"})


@dataclass(slots=True)
class Name:
    """A name in the text before it is a mention: its words, label and the titles before it.

    `guessed` when the pipeline missed it, `family` when it is that of several people.
    """

    words: list[Word]
    label: str
    guessed: bool = False
    family: bool = False
    titles: list[Word] = field(default_factory=list)
    head: Word = field(init=False)

    def __post_init__(self) -> None:
        self.head = self.words[-1]
        inside = {word.i for word in self.words}
        for word in self.words:
            if word.head is word or word.head.i not in inside:
                self.head = word
                break

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        last = self.words[-1]
        # The network's name at the end of a sentence is read as an initial.
        return last.end - (len(self.words) == 1 and last.text == "X.")

    @property
    def sentence(self) -> Sentence:
        sentence = self.words[0].sentence
        assert sentence is not None
        return sentence

    def text(self, syntax: Syntax) -> str:
        return self.text_of(syntax.text)

    def text_of(self, text: str) -> str:
        return text[self.start : self.end]


def mapped_label(label: str) -> str | None:
    """The label that Newscast shows for a pipeline's label."""
    return _LABELS.get(label.upper())


def trim_name(words: list[Word]) -> list[Word]:
    """A name without articles, possessives and punctuation at its ends."""
    start, end = 0, len(words)
    while start < end and (words[start].lower in _EDGES or words[start].pos == "PUNCT"):
        if words[start].text == "A" and words[start].tag == "NNP" and start + 1 < end:
            break
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
        if last in BUILT_ENDS:
            return "FAC"
        if last in _REGION_ENDS:
            return "LOC"
        if last in AREA_ENDS:
            return "GPE"
    if len(words) == 1 and words[0].text.isupper() and 2 <= len(words[0].text) <= 6:
        return "ORG"
    return ""
