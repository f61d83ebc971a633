"""An entity of the pipeline as a name: what its own words and those beside it tell of its borders and label."""

import re

from tui.analysis.lexicon import words as words_of
from tui.analysis.names import AREA_ENDS, PLAIN_WORDS, QUANTITY_LABELS, Name, mapped_label, trim_name
from tui.analysis.places import demonym_of, is_country
from tui.analysis.titles import gender_of_name, is_group, is_office, is_organisation, is_person, is_title
from tui.analysis.words import Sentence, Word

# "USA TODAY", "Russia Today": with a capital it belongs to a name.
_TODAY = frozenset({"TODAY", "Today"})
# What no town is called.
_NO_TOWNS = dict.fromkeys(words_of("names", "built_ends"), "FAC")
_NO_TOWNS |= dict.fromkeys(["hospital", "university", "college", "school", "museum"], "ORG")
_NO_TOWNS |= dict.fromkeys(["police", "council", "department", "ministry", "authority", "agency", "bank"], "ORG")
# Nor a person: those that are no surnames, and nothing that persons have.
_NO_PERSONS = _NO_TOWNS.keys() - {"hall", "house", "lane", "mansion", "tower", "towers"}
_BENCHES = frozenset({"district", "circuit", "magistrate"})
_LEVELS = frozenset({"national", "regional", "local", "district", "majority", "minority"})
# "N50bn"
_NAIRA = re.compile(r"N\d")
# Who is an American of his own kind.
_HYPHENATED = frozenset({"native", "african", "asian", "arab", "latino", "muslim", "jewish"})
# With an office after them they are part of it: "Home Secretary".
_OF_OFFICES = frozenset({"home", "foreign", "shadow"})


def mended(words: list[Word], label: str, sentence: Sentence) -> Name | None:
    """An entity as a name: titles and articles off, its missed last words on."""
    words = trim_name(words)
    mapped = _kind(words, mapped_label(label), sentence) if words else None
    if mapped is None or (mapped == "NORP" and is_language(words)):
        return None
    if len(words) == 2 and words[1].text == "international":
        # "the X international", who plays for a country.
        return Name(words[:1], "GPE") if is_country(words[0].text) else None
    if len(words) > 2 and words[0].lower in words_of("people", "nobles") and words[1].lower == "of":
        # "the Duke of X"
        return Name(words, "PERSON")
    following = sentence.next_word(words[-1])
    if len(words) > 1 and words[-1].lower in _BENCHES and following is not None and is_title(following.lower):
        # "U.S. District Judge X": no body is called so.
        words.pop()
    titles = _titles_in(words) if mapped == "PERSON" else []
    words = words[len(titles) :]
    while mapped == "PERSON" and len(words) > 1 and words[-1].text in words_of("people", "letters"):
        words.pop()
    words = _with_first_name(words, sentence) if mapped == "PERSON" and not titles else words
    if not _is_written_as_name(words, sentence) or _is_office(words, sentence):
        return None
    if mapped in {"ORG", "GPE"}:
        words = _without_holder(words)
        words, mapped = _without_office(words, mapped, sentence)
        if not words:
            return None
    if mapped == "ORG" or (mapped == "GPE" and len(words) == 1):
        longer = _with_of(words, sentence)
        if len(longer) > len(words):
            return Name(longer, "ORG")
    before = sentence.previous_word(words[0]) if mapped != "PERSON" else None
    while before is not None and _belongs_before(before, words, sentence):
        words.insert(0, before)
        before = sentence.previous_word(before)
    following = sentence.next_word(words[-1])
    if mapped in {"GPE", "ORG"} and following is not None and following.text in _TODAY and not is_shouting(sentence):
        return Name([*words, following], "ORG")
    words = _with_last_words(words, mapped, sentence)
    following = sentence.next_word(words[-1])
    if following is not None and following.text == "Court" and mapped != "PERSON":
        return Name([*words, following], "ORG")
    before_them = titles_before((titles or words)[0], sentence, mapped)
    return Name(words, mapped, titles=before_them + titles)


def _with_last_words(words: list[Word], label: str, sentence: Sentence) -> list[Word]:
    """A name with the last of its words, which the pipeline missed."""
    longer, following = [*words], sentence.next_word(words[-1])
    while following is not None and following.tag in {"NNP", "NNPS"} and following.dep in {"flat", "compound"}:
        if following.entity or not following.text[:1].isupper() or following.head.i < words[0].i:
            break
        if following.text in words_of("people", "letters"):
            break
        if label != "PERSON" and _begins_title(following, sentence):
            # "U.S. Vice President", "U.S. Attorney", "Austrian Health Minister": nobody is called so.
            break
        longer.append(following)
        following = sentence.next_word(following)
    return longer


def is_language(words: list[Word]) -> bool:
    """`studied English`, `in French`: a language and no people."""
    word = words[-1]
    if len(words) > 1 or word.tag not in {"NNP", "NN", "JJ"} or demonym_of(word.text) is None:
        return False
    inside = word.dep in {"obl", "nmod"} and any(case.lower in {"in", "into"} for case in word.having("case"))
    learnt = word.dep in {"obj", "conj"} and word.head.lemma in words_of("names", "of_languages")
    return (inside or learnt) and word.child("det") is None


def _is_written_as_name(words: list[Word], sentence: Sentence) -> bool:
    """Whether words are written as a name: with a capital, unless the whole sentence has none at its beginning."""
    if any(letter.isupper() for word in words for letter in word.text):
        return True
    first = next((word.text for word in sentence.words if word.text[:1].isalpha()), "")
    return not first[:1].isupper() and any(word.pos == "PROPN" for word in words)


def _without_office(words: list[Word], label: str, sentence: Sentence) -> tuple[list[Word], str]:
    """A body's name without the office that the pipeline took with it: `UN Secretary-General X`, `Austrian Health`.

    No words are left of "Shadow Home Secretary".
    """
    following, end = sentence.next_word(words[-1]), len(words)
    if following is None or end == 1 or any(word.lower == "of" for word in words):
        return words, label
    if following.entity == "PERSON":
        while end and (is_office(words[end - 1].lower) or words[end - 1].text == "-"):
            end -= 1
    if end == len(words) and not is_office(following.lower):
        return words, label
    office = end
    while end and words[end - 1].lower in words_of("people", "modifiers") | _OF_OFFICES | _LEVELS:
        end -= 1
    if end == 1 and demonym_of(words[0].text) is not None:
        return words[:1], "NORP"
    if end == 0:
        return [], label
    # "the XYZ National President": but "World Health" is a name, whatever office follows.
    return words[: end if words[office - 1].lower in _LEVELS else office], label


def _without_holder(words: list[Word]) -> list[Word]:
    """`a Democratic Senate`, `the X White House`: the same body, whoever holds it."""
    if len(words) == 2 and words[1].lower in words_of("names", "held"):
        return words[words[0].lower in words_of("names", "holders") :]
    return words[-2:] if [word.text for word in words[-2:]] == ["White", "House"] else words


def _kind(words: list[Word], label: str | None, sentence: Sentence) -> str | None:
    """The label of an entity after what its words tell; nothing where they are no name of their own."""
    following, last = sentence.next_word(words[-1]), words[-1].lower
    if label is None or _is_no_name(words, label, following):
        return None
    if label == "NORP" and len(words) > 1 and not any(demonym_of(word.text) for word in words):
        return "ORG"
    if label in {"GPE", "LOC"}:
        if any("&" in word.text for word in words):
            return "ORG"
        label = _NO_TOWNS.get(last, label) if len(words) > 1 else label
    if label == "PERSON" and len(words) > 1:
        # "Downing Street", "Calder ward"
        built = last in _NO_PERSONS and _NO_TOWNS[last] == "FAC"
        return "FAC" if built else "GPE" if last in AREA_ENDS else label
    if label == "PERSON" and following is not None and words[0].head is following and following.text in _NO_PERSONS:
        # "the X hospital"
        label = _NO_TOWNS[following.text]
    if len(words) > 1:
        return label
    body = label == "PERSON" and any(map(_is_of_bodies, words[0].having("appos")))
    return "ORG" if body or words[0].text in {"X", "X."} or is_paper(words[0]) else label


def _is_no_name(words: list[Word], label: str, following: Word | None) -> bool:
    """What the pipeline took for a name: a sum, a price, a word of a title, the beginning of an office or a court."""
    if len(words) == 1 and words[0].lower in _OF_OFFICES and following is not None and is_office(following.lower):
        return True
    if label == "PERSON" and (words[-1].text == "Court" or words[-1].lower in words_of("names", "benchmarks")):
        return words[-1].text == "Court" or len(words) == 1
    # "It Ends With Us" is no country.
    return _NAIRA.match(words[0].text) is not None or (len(words) == 1 and words[0].text in {"Us", "It", "Who"})


def _begins_title(word: Word, sentence: Sentence) -> bool:
    """Whether a word after a place is of somebody's office: "Vice President", "Attorney X"."""
    then = sentence.next_word(word)
    office = is_office(word.lower) and then is not None and then.entity == "PERSON" and then.text != "Court"
    return office or (word.lower in words_of("people", "modifiers") | _LEVELS and is_title(word.head.lower))


def _is_of_bodies(noun: Word) -> bool:
    """`X, the committee that decides`: who is said to be a body is no person."""
    return noun.pos == "NOUN" and not is_person(noun.lemma) and (is_organisation(noun.lemma) or is_group(noun.lemma))


def _is_office(words: list[Word], sentence: Sentence) -> bool:
    """`State` of "Secretary of State", which is part of what somebody is."""
    of = sentence.previous_word(words[0])
    office = sentence.previous_word(of) if of is not None and of.lower == "of" else None
    return len(words) == 1 and words[0].lower == "state" and office is not None and is_title(office.lemma)


def _belongs_before(word: Word, words: list[Word], sentence: Sentence) -> bool:
    """Whether a capitalised proper noun hangs on a name right after it, which the pipeline cut short."""
    if words[-1].lower in {"american", "americans"} and (demonym_of(word.text) or word.lower in _HYPHENATED):
        # "Asian Americans", "Native American"
        return word.text[:1].isupper()
    if len(_without_holder([word, *words])) == len(words):
        return False
    if demonym_of(word.text) is not None and word.head in words:
        # "the Peruvian Navy": without the country it would be any navy.
        return words[0].text[:1].isupper() and words[-1].lower in words_of("names", "state_bodies")
    return (
        # At the beginning of a sentence a capital tells nothing.
        word is not sentence.words[0]
        and word.tag in {"NNP", "NNPS"}
        and word.text[:1].isupper()
        and word.dep in {"compound", "amod", "flat"}
        and word.head in words
        and not word.entity
        and not is_title(word.lower)
        and (word.lower not in PLAIN_WORDS or word.text == "New")
    )


def _with_first_name(words: list[Word], sentence: Sentence) -> list[Word]:
    """`Hope X` at a sentence's beginning: with the first name, which the pipeline took for no name."""
    first = sentence.words[0]
    cut = len(words) == 1 and words[0] is sentence.next_word(first) and begins_name(first, sentence)
    return [first, *words] if cut else words


def begins_name(first: Word, sentence: Sentence) -> bool:
    """Whether a sentence's first word is the first name of the person who is named after it: `Hope X said`."""
    following = sentence.next_word(first)
    person = following is not None and following.entity == "PERSON" and following.entity_begins
    return person and not first.entity and first.tag != "MD" and gender_of_name(first.text) is not None


def _with_of(words: list[Word], sentence: Sentence) -> list[Word]:
    """`University` with `of Southern X`, `Institute` with `for Peace`, of which the pipeline saw only the beginning."""
    case = sentence.next_word(words[-1])
    heads = {"of": "of_heads", "for": "for_heads", "on": "for_heads"}.get(case.lower if case else "")
    if case is None or heads is None or words[-1].lower not in words_of("names", heads):
        return words
    longer = [*words, case]
    following = sentence.next_word(case)
    if following is not None and following.lower == "the":
        longer.append(following)
        following = sentence.next_word(following)
    begun = len(longer)
    while following is not None and (_is_proper(following) or _joins(following, sentence)):
        longer.append(following)
        following = sentence.next_word(following)
    return longer if len(longer) > begun and words[-1].text[:1].isupper() else words


def _is_proper(word: Word | None) -> bool:
    if word is None or word.tag not in {"NNP", "NNPS"} or not word.text[:1].isupper():
        return False
    return mapped_label(word.entity) not in QUANTITY_LABELS


def _joins(word: Word, sentence: Sentence) -> bool:
    """Whether a hyphen or "&" stands between two proper nouns."""
    return word.text in {"-", "–", "&"} and all(
        map(_is_proper, (sentence.previous_word(word), sentence.next_word(word)))
    )


def _titles_in(words: list[Word]) -> list[Word]:
    """Titles that the pipeline took into a person's name."""
    count = 0
    while count < len(words) - 1 and is_title(words[count].lower) and not _is_first_name(words[count]):
        count += 1
    return words[:count]


def _is_first_name(word: Word) -> bool:
    """`Dean X`, but not `the dean X`: an office that people are christened as."""
    return word.lower in words_of("people", "first_names") and word.text[:1].isupper()


def titles_before(first: Word, sentence: Sentence, label: str) -> list[Word]:
    """The titles right before a person's name."""
    found: list[Word] = []
    if label != "PERSON":
        return found
    before = sentence.previous_word(first)
    if before is not None and before.lower == "." and found == []:
        before = sentence.previous_word(before)
    while before is not None and is_title(before.lower) and not _is_first_name(before):
        found.insert(0, before)
        before = sentence.previous_word(before)
    return found


def is_paper(word: Word) -> bool:
    """`the Observer`: with a capital it is no observer."""
    before = word.sentence.previous_word(word) if word.sentence is not None else None
    return (
        word.text[:1].isupper()
        and before is not None
        and before.lower == "the"
        and word.lower in words_of("names", "papers")
    )


def is_shouting(sentence: Sentence) -> bool:
    """Whether capitals tell nothing, as in a line in capitals or in title case."""
    letters = [word for word in sentence.words if word.text[:1].isalpha() and len(word.text) > 3]
    capital = sum(word.text[0].isupper() for word in letters)
    return len(letters) >= 4 and capital >= 0.75 * len(letters)
