"""Names in an article: the pipeline's entities, mended and made consistent over the whole text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tui.analysis.agreement import agree
from tui.analysis.descriptions import is_from_somewhere
from tui.analysis.lexicon import words as words_of
from tui.analysis.names import PLAIN_WORDS, QUANTITY_LABELS, Name, guess_label, mapped_label, trim_name
from tui.analysis.places import canonical, demonym_of, is_country, state_and_rest
from tui.analysis.quantities import quantities
from tui.analysis.storms import tell_storms
from tui.analysis.syntax import Syntax
from tui.analysis.titles import is_group, is_office, is_organisation, is_person, is_title
from tui.analysis.words import Sentence, Word
from tui.text import fold

# "(R)", "(D-Ohio)", "(I-Vt.)" and ", R-Texas" after a politician's name.
_PARTY = re.compile(r"\([A-Z](?:[-–]([A-Z][A-Za-z.]*))?\)|, [DRI][-–](?!Day\b)[A-Z][A-Za-z.]*(?=[,.;])")
# "USA TODAY", "Russia Today": with a capital it belongs to a name.
_TODAY = frozenset({"TODAY", "Today"})
# What no town is called.
_BUILT = dict.fromkeys(["street", "road", "avenue", "lane", "bridge", "airport", "stadium", "prison", "hotel"], "FAC")
_BUILT |= dict.fromkeys(["hospital", "university", "college", "school", "museum"], "ORG")
_BENCHES = frozenset({"district", "circuit", "magistrate"})
# With an office after them they are part of it: "Home Secretary".
_OF_OFFICES = frozenset({"home", "foreign", "shadow"})
# Letters before a number: of a bill, an aircraft, a road.
_LONGEST_CODE = 4


def find_names(syntax: Syntax) -> list[Name]:
    """All names, in the order of the text; none overlap."""
    names: list[Name] = []
    for sentence in syntax.story():
        taken: set[int] = set()
        for words, label in _entities(sentence):
            if words[0].i in taken:
                continue
            name = _mended(words, label, sentence)
            if name is not None:
                while names and names[-1].start >= name.start:
                    names.pop()
                names.append(name)
                taken.update(word.i for word in name.words)
        names.extend(_missed(sentence, taken))
    names.sort(key=lambda name: name.start)
    names = _parted(syntax, _joined(names))
    names = sorted([*names, *_bodies_alone(syntax, names)], key=lambda name: name.start)
    tell_storms(syntax, names)
    agree(syntax, names)
    letters = _party_letters(syntax.text)
    names = [name for name in names if name.label and name.start not in letters and not _is_letter(syntax.text, name)]
    return [name for name in names if not is_from_somewhere(name.words[0]) or len(name.words) > 1]


def _is_letter(text: str, name: Name) -> bool:
    """The letters of "U-2" and "HB-1070" are no name of their own."""
    word, rest = text[name.start : name.end], text[name.end : name.end + 2]
    coded = word.isupper() and len(word) <= _LONGEST_CODE and rest[1:].isdigit()
    return rest[:1] in {"-", "–"} and (len(word) == 1 or coded)


def _party_letters(text: str) -> set[int]:
    """Where no name begins: at a politician's party, and at a state after it that is cut short."""
    places: set[int] = set()
    for match in _PARTY.finditer(text):
        state = match[1] or ""
        written_out = state.isalpha() and not state.isupper()
        places.update(range(match.start() + 1, match.start() + 2 if written_out else match.end()))
    return places


def _joined(names: list[Name]) -> list[Name]:
    """`Ana Roth-Berg` read as two names: one, unless somebody else bears the second. `Roth & Berg` is a firm."""
    found: list[Name] = []
    surnames = {name.words[-1].lower for name in names if name.label == "PERSON" and len(name.words) > 1}
    for name in names:
        first = found[-1] if found else name
        joint = first.sentence.next_word(first.words[-1]) if first is not name else None
        if joint is None or joint.i + 1 != name.words[0].i:
            found.append(name)
        elif _by_hyphen(first, joint, name) and name.words[0].lower not in surnames:
            found[-1] = Name([*first.words, joint, *name.words], "PERSON", titles=first.titles)
        elif joint.text == "&" and _are_a_firm(first, name):
            found[-1] = Name([*first.words, joint, *name.words], "ORG")
        else:
            found.append(name)
    return found


def _are_a_firm(first: Name, name: Name) -> bool:
    """Whether two names with "&" between them are one body's: not two places, not two people with titles."""
    labels = {first.label, name.label}
    return not (first.titles or name.titles) and labels <= {"PERSON", "ORG", "GPE"} and labels != {"GPE"}


def _by_hyphen(first: Name, joint: Word, name: Name) -> bool:
    """Whether a hyphen without spaces joins somebody's whole name to another word."""
    touching = joint.text in {"-", "–"} and (first.end, joint.end) == (joint.start, name.start)
    return touching and first.label == "PERSON" and len(first.words) > 1 and len(name.words) == 1


def _parted(syntax: Syntax, names: list[Name]) -> list[Name]:
    """`X-Y deal` read as one name: two, when both are named elsewhere."""
    known = {fold(name.text(syntax)): name.label for name in names}
    found: list[Name] = []
    for name in names:
        hyphens = [k for k, word in enumerate(name.words) if word.text in {"-", "–"}]
        sides = [name.words[: hyphens[0]], name.words[hyphens[0] + 1 :]] if len(hyphens) == 1 else []
        texts = [syntax.text[side[0].start : side[-1].end] for side in sides if side]
        if len(texts) == 2 and all(fold(text) in known or is_country(text) for text in texts):
            found += [Name(side, known.get(fold(text), "GPE")) for side, text in zip(sides, texts, strict=True)]
        else:
            found.append(name)
    return found


def _bodies_alone(syntax: Syntax, names: list[Name]) -> Iterator[Name]:
    """`the Navy` after `the Peruvian Navy`, where the pipeline took it for any navy."""
    bodies = {rest for name in names if name.label == "ORG" for rest in [_without_state(name.text(syntax))] if rest}
    taken = {word.i for name in names for word in name.words}
    for sentence in syntax.story() if bodies else ():
        if _shouting(sentence):
            continue
        for the, word in pairwise(sentence.words):
            if the.lower == "the" and word.text[:1].isupper() and word.lower in bodies and word.i not in taken:
                yield Name([word], "ORG")


def _without_state(text: str) -> str:
    """A body's name without the country before it; empty when none is, or more than a word is left."""
    state, rest = state_and_rest(canonical(text))
    return rest if state and " " not in rest else ""


def find_quantities(syntax: Syntax, names: list[Name]) -> list[tuple[int, int, str]]:
    """Dates, sums and numbers that stand outside of names."""
    found: list[tuple[int, int, str]] = []
    known = [(name.start, name.end) for name in names]
    k = 0
    for sentence in syntax.story():
        for start, end, label in quantities(syntax.text, sentence.start, sentence.end):
            while k < len(known) and known[k][1] <= start:
                k += 1
            if k == len(known) or known[k][0] >= end:
                found.append((start, end, label))
    return found


def _entities(sentence: Sentence) -> list[tuple[list[Word], str]]:
    groups: list[tuple[list[Word], str]] = []
    for word in sentence.words:
        if not word.entity:
            continue
        if groups and not word.entity_begins and groups[-1][0][-1].i == word.i - 1 and groups[-1][1] == word.entity:
            groups[-1][0].append(word)
        else:
            groups.append(([word], word.entity))
    return groups


def _mended(words: list[Word], label: str, sentence: Sentence) -> Name | None:
    """An entity as a name: titles and articles off, its missed last words on."""
    words = trim_name(words)
    mapped = _kind(words, mapped_label(label), sentence) if words else None
    if mapped is None:
        return None
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
    if not any(word.text[:1].isupper() or word.pos == "PROPN" for word in words) or _is_office(words, sentence):
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
    if mapped in {"GPE", "ORG"} and following is not None and following.text in _TODAY and not _shouting(sentence):
        return Name([*words, following], "ORG")
    while following is not None and following.tag in {"NNP", "NNPS"} and following.dep in {"flat", "compound"}:
        if following.entity or not following.text[:1].isupper() or following.head.i < words[0].i:
            break
        if mapped in {"GPE", "LOC"} and _begins_title(following, sentence):
            # "U.S. Vice President", "U.S. Attorney": no place is called so.
            break
        words.append(following)
        following = sentence.next_word(following)
    if following is not None and following.text == "Court" and mapped != "PERSON":
        return Name([*words, following], "ORG")
    before_them = _titles_before((titles or words)[0], sentence, mapped)
    return Name(words, mapped, titles=before_them + titles)


def _kind(words: list[Word], label: str | None, sentence: Sentence) -> str | None:
    """The label of an entity after what its words tell; nothing where they are no name of their own."""
    following = sentence.next_word(words[-1])
    if label == "PERSON" and words[-1].text == "Court":
        return None
    if len(words) == 1 and words[0].lower in _OF_OFFICES and following is not None and is_office(following.lower):
        return None
    place = label in {"GPE", "LOC"}
    if place and any("&" in word.text for word in words):
        return "ORG"
    if len(words) > 1:
        return _BUILT.get(words[-1].lower, label) if place else label
    body = label == "PERSON" and any(map(_is_of_bodies, words[0].having("appos")))
    network = place and words[0].text == "X"
    return "ORG" if label and (body or network or _is_paper(words[0])) else label


def _begins_title(word: Word, sentence: Sentence) -> bool:
    """Whether a word after a place is of somebody's office: "Vice President", "Attorney X"."""
    then = sentence.next_word(word)
    office = is_office(word.lower) and then is not None and then.entity == "PERSON" and then.text != "Court"
    return office or (word.lower in words_of("people", "modifiers") and is_title(word.head.lower))


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


def _titles_before(first: Word, sentence: Sentence, label: str) -> list[Word]:
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


def _missed(sentence: Sentence, taken: set[int]) -> list[Name]:
    """Runs of capitalised proper nouns that the pipeline gave no label."""
    shouting = _shouting(sentence)
    names: list[Name] = []
    run: list[Word] = []
    for word in [*sentence.words, None]:
        if word is not None and word.i not in taken and _name_like(word, bool(run)):
            run.append(word)
            continue
        if run and not shouting:
            name = _from_run(run, sentence)
            if name is not None:
                names.append(name)
        run = []
    return names


def _shouting(sentence: Sentence) -> bool:
    """Whether capitals tell nothing, as in a line in capitals or in title case."""
    letters = [word for word in sentence.words if word.text[:1].isalpha() and len(word.text) > 3]
    capital = sum(word.text[0].isupper() for word in letters)
    return len(letters) >= 4 and capital >= 0.75 * len(letters)


def _name_like(word: Word, inside: bool) -> bool:
    if word.text in {"&", "'s", "’s"} or (not inside and word.text in words_of("people", "letters")):
        return False
    proper = word.tag in {"NNP", "NNPS"} or (not inside and _is_paper(word))
    return proper and word.text[:1].isupper() and word.lower not in PLAIN_WORDS


def _from_run(run: list[Word], sentence: Sentence) -> Name | None:
    titles = []
    while len(run) > 1 and is_title(run[0].lower):
        titles.append(run[0])
        run = run[1:]
    run = trim_name(run)
    if len(run) == 1 and _is_paper(run[0]):
        return Name(run, "ORG", guessed=True)
    if not run or (len(run) == 1 and is_title(run[0].lower)):
        return None
    titles = titles or list(_titles_before(run[0], sentence, "PERSON"))
    label = guess_label(run, bool(titles))
    return Name(run, label, guessed=True, titles=titles if label in {"PERSON", ""} else [])


def _is_paper(word: Word) -> bool:
    """`the Observer`: with a capital it is no observer."""
    before = word.sentence.previous_word(word) if word.sentence is not None else None
    return (
        word.text[:1].isupper()
        and before is not None
        and before.lower == "the"
        and word.lower in words_of("names", "papers")
    )
