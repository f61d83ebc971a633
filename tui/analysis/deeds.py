"""What reporting words also tell and nobody says: "attacked the city", "knew them", "claimed more ground"."""

from tui.analysis.lexicon import words
from tui.analysis.parties import negated
from tui.analysis.titles import is_person, is_place
from tui.analysis.words import Word

_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})


def is_deed(verb: Word, thing: Word) -> bool:
    """`attacked the city`, `called the mayor` by telephone, `welcomed guests`; one attacks a plan with words."""
    place = thing.entity in {"GPE", "LOC", "FAC"} or is_place(thing.lemma) or thing.lower == "it"
    person = thing.entity == "PERSON" or is_person(thing.lemma)
    if _is_each_other(thing) or thing.text.startswith("@"):
        return True
    if verb.lemma in {"call", "know"}:
        return thing.entity == "PERSON" or thing.pos == "PRON"
    if verb.lemma == "claim":
        return _is_taken(thing)
    if verb.lemma == "cast" and thing.lemma in {"ballot", "vote"}:
        return True
    if verb.lemma == "ask" and thing.lemma == "question":
        # What the question is, is not told.
        return all(child.dep == "det" for child in thing.children)
    if verb.lemma == "challenge":
        # "challenged the mayor to a debate"
        return person and not any(c.lower == "to" for called in verb.having("obl") for c in called.having("case"))
    return (place and verb.lemma in words("cues", "deeds")) or (
        person and verb.lemma in words("cues", "deeds_to_people")
    )


def keeps_silent(verb: Word) -> bool:
    """`did not answer questions about X`, `did not return calls`."""
    thing = verb.child("obj")
    return negated(verb) and thing is not None and thing.lemma in words("cues", "requests")


def is_assault(noun: Word, thing: Word) -> bool:
    """`carried out attacks on troops`, `the deadly attack on the club`: with arms, not with words."""
    if noun.lemma not in words("cues", "assaults"):
        return False
    place = thing.entity in {"GPE", "LOC", "FAC"} or is_place(thing.lemma)
    done = noun.dep == "obj" and noun.head.lemma in words("cues", "assaulting")
    armed = any(word.lemma in words("cues", "armed") for word in noun.having("amod", "compound"))
    hit = place or thing.lemma in words("cues", "attacked")
    return armed or hit or (done and thing.entity != "PERSON")


def _is_each_other(thing: Word) -> bool:
    """`mocked each other`: how two get on."""
    two = {thing.lower, *(child.lower for child in thing.children)}
    return two >= {"each", "other"} or two >= {"one", "another"}


def _is_taken(thing: Word) -> bool:
    """`claimed 41 percent of the vote`, `claims more territory`: what one has got."""
    counted = thing.entity in _AMOUNTS or thing.child("nummod") is not None
    return counted or thing.lemma in words("cues", "gains") or is_place(thing.lemma)
