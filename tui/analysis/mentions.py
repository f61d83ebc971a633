"""Names in an article: the pipeline's entities, mended and made consistent over the whole text."""

import re
from collections.abc import Iterator

from tui.analysis.agreement import agree
from tui.analysis.descriptions import is_from_somewhere
from tui.analysis.entities import is_language, is_paper, is_shouting, mended, titles_before
from tui.analysis.illnesses import forget_illnesses
from tui.analysis.lexicon import words as words_of
from tui.analysis.names import PLAIN_WORDS, Name, guess_label, trim_name
from tui.analysis.places import canonical, is_country, state_and_rest
from tui.analysis.quantities import quantities
from tui.analysis.shops import call_in_full
from tui.analysis.storms import tell_storms
from tui.analysis.syntax import Syntax
from tui.analysis.titles import is_title
from tui.analysis.words import SUBJECTS, Sentence, Word
from tui.text import fold

# "(R)", "(D-Ohio)", "(I-Vt.)" and ", R-Texas" after a politician's name.
_PARTY = re.compile(r"\([A-Z](?:[-–]([A-Z][A-Za-z.]*))?\)|, [DRI][-–](?!Day\b)[A-Z][A-Za-z.]*(?=[,.;])")
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
            name = mended(words, label, sentence)
            if name is not None:
                while names and names[-1].start >= name.start:
                    names.pop()
                names.append(name)
                taken.update(word.i for word in name.words)
        names.extend(_missed(sentence, taken))
    names.sort(key=lambda name: name.start)
    names = _parted(syntax, _joined(names))
    names = sorted([*names, *_alone(syntax, names)], key=lambda name: name.start)
    tell_storms(syntax, names)
    forget_illnesses(names)
    agree(syntax, names)
    call_in_full(syntax, names)
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


def _alone(syntax: Syntax, names: list[Name]) -> Iterator[Name]:
    """What the pipeline took for no name though a longer one ends so.

    `the Navy` after `the Peruvian Navy`, which may be any navy, and `Nurse` after `Nick Nurse`, which may be any nurse.
    """
    bodies = {rest for name in names if name.label == "ORG" for rest in [_without_state(name.text(syntax))] if rest}
    persons = {name.words[-1].text for name in names if name.label == "PERSON" and len(name.words) > 1}
    persons = {surname for surname in persons if is_title(surname.lower())}
    taken = {word.i for name in names for word in (*name.words, *name.titles)}
    for sentence in syntax.story() if bodies or persons else ():
        if is_shouting(sentence):
            continue
        for before, word in zip([None, *sentence.words], sentence.words, strict=False):
            if word.i in taken or not word.text[:1].isupper():
                continue
            if before is not None and before.lower == "the":
                if word.lower in bodies:
                    yield Name([word], "ORG")
            elif word.text in persons and (word.tag == "NNP" or (word.tag == "NN" and word.dep in SUBJECTS)):
                yield Name([word], "PERSON")


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


def _missed(sentence: Sentence, taken: set[int]) -> list[Name]:
    """Runs of capitalised proper nouns that the pipeline gave no label."""
    shouting = is_shouting(sentence)
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


def _before_offices() -> frozenset[str]:
    """What stands before an office and names nobody: "Deputy Prime Minister"."""
    return words_of("people", "modifiers")


def _name_like(word: Word, inside: bool) -> bool:
    if word.text in {"&", "'s", "’s"} or (not inside and word.text in words_of("people", "letters")):
        return False
    proper = word.tag in {"NNP", "NNPS"} or (not inside and is_paper(word))
    return proper and word.text[:1].isupper() and word.lower not in PLAIN_WORDS


def _from_run(run: list[Word], sentence: Sentence) -> Name | None:
    titles = []
    while len(run) > 1 and is_title(run[0].lower):
        titles.append(run[0])
        run = run[1:]
    run = trim_name(run)
    if len(run) == 1 and is_paper(run[0]):
        return Name(run, "ORG", guessed=True)
    if not run or (is_title(run[-1].lower) and all(word.lower in _before_offices() for word in run[:-1])):
        return None
    titles = titles or list(titles_before(run[0], sentence, "PERSON"))
    label = guess_label(run, bool(titles))
    if label == "NORP" and is_language(run):
        return None
    return Name(run, label, guessed=True, titles=titles if label in {"PERSON", ""} else [])
