"""The lexicon of reporting words: which words report, what they take, with which stance."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from tui.analysis.lexicon import table
from tui.analysis.model import Stance
from tui.analysis.words import Word

NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly", "without"})
_HEDGES = frozenset({"may", "might", "could"})


@dataclass(slots=True)
class Cue:
    """What one reporting word takes; `stances` maps a frame, or "" for all, to the stance of its claims."""

    frames: set[str] = field(default_factory=set)
    stances: dict[str, Stance] = field(default_factory=dict)
    addressee: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)

    def stance(self, frame: str) -> Stance:
        return self.stances.get(frame) or self.stances.get("") or "asserted"

    def stands_alone(self, frame: str) -> bool:
        """Whether its claim may be nobody's: reports of ..., but no support for ..."""
        return frame == "clause" or frame in self.alone

    @property
    def prepositions(self) -> dict[str, str]:
        """The prepositions that it takes, each with its frame."""
        return {frame[3:]: frame for frame in self.frames if frame.startswith("pp:")}


@cache
def verbs() -> dict[str, Cue]:
    return _read("verbs")


@cache
def nouns() -> dict[str, Cue]:
    return _read("nouns")


@cache
def adjectives() -> dict[str, Cue]:
    return _read("adjectives")


def entry_of(verb: Word) -> Cue | None:
    """What the lexicon knows of a verb, with its particle when it has one ("go on", "point out", "make it clear")."""
    for child in verb.children:
        beside = child.i == verb.i + 1 and child.dep in {"compound:prt", "advmod", "obl", "case"}
        if beside or child.dep == "xcomp":
            phrasal = verbs().get(f"{verb.lemma}_{child.lower}")
            if phrasal is not None:
                return phrasal
    return verbs().get(verb.lemma)


def quoting_entry(verb: Word | None) -> Cue:
    """What is known of a verb beside a quotation, which any verb may report."""
    return (entry_of(verb) if verb is not None else None) or Cue(frames={"quote"}, stances={"": "asserted"})


def is_unsaid(verb: Word) -> bool:
    """`it is too early to say ...`, `declined to say ...`, `time will tell`: nothing is said."""
    above, subject = verb.head, verb.subject
    if subject is not None and subject.lower == "time" and verb.lemma == "tell":
        return True
    silent = above.lemma in {"early", "soon", "close"} or (verb.dep == "xcomp" and above.lemma in {"decline", "refuse"})
    return verb.tag == "VB" and silent and subject is None


def lemma_of(lower: str, lemma: str) -> str:
    """A verb's lemma; where the pipeline's is no reporting word, the one that regular endings lead to."""
    if lemma in verbs():
        return lemma
    return next((guess for guess in _stems(lower) if guess in verbs()), lemma)


def _stems(lower: str) -> Iterator[str]:
    """What a form may be the past, the participle or the third person of."""
    for ending, rests in (("ied", ("y",)), ("ies", ("y",)), ("ed", ("e", "")), ("ing", ("e", "")), ("es", ("e", ""))):
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) > 1:
            yield from (stem + rest for rest in rests)
            if stem[-1] == stem[-2]:
                yield stem[:-1]
    if lower.endswith("s"):
        yield lower[:-1]


@cache
def saying() -> frozenset[str]:
    """The verbs of plain saying."""
    return frozenset(str(table("cues")["verbs"]["say"]["lemmas"]).split())


def is_denied(lemma: str) -> bool:
    """A noun for what is denied: reports, allegations."""
    return lemma in str(table("contraries")["denied"]).split()


def is_document(lemma: str) -> bool:
    """A noun for a text that can be a source: a report, a poll, a letter."""
    return lemma in _listed("documents", "nouns")


def is_poll(lemma: str) -> bool:
    """A noun for what asks many people: a poll, a survey."""
    return lemma in _listed("polls", "nouns")


def is_light(lemma: str) -> bool:
    return lemma in _listed("light", "lemmas")


def is_view(lower: str) -> bool:
    return lower in _listed("views", "nouns")


def is_report_adverb(lower: str) -> bool:
    return lower in _listed("adverbs", "words")


def hedged_in_passive(lemma: str) -> bool:
    return lemma in _listed("hedged_in_passive", "lemmas")


@cache
def _listed(section: str, key: str) -> frozenset[str]:
    return frozenset(str(table("cues")[section][key]).split())


def _read(part: str) -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for group in table("cues")[part].values():
        frames = group["frames"].split()
        general, own = "", {}
        for stance in group["stance"].split():
            frame, _, value = stance.rpartition("=")
            if frame:
                own[frame] = value
            else:
                general = value
        for lemma in group["lemmas"].split():
            cue = found.setdefault(lemma, Cue())
            cue.frames.update(frames)
            cue.addressee.update(group.get("addressee", "").split())
            cue.alone.update(frames if group.get("nobody") or general == "demanded" else ())
            cue.documents.update(group.get("documents", "").split())
            for frame in frames:
                if general:
                    cue.stances.setdefault(frame, cast(Stance, general))
            for frame, value in own.items():
                cue.stances.setdefault(frame, cast(Stance, value))
            if general:
                cue.stances.setdefault("", cast(Stance, general))
    return found


def turned(stance: Stance, negated: bool, modal: bool, frame: str, lemma: str) -> Stance:
    """A stance after the negation and modality of its cue are counted."""
    if negated:
        if lemma in _listed("leaving_open", "lemmas"):
            return "hedged"
        if stance == "denied":
            return "asserted"
        if stance in {"intended", "declined"} or frame == "inf":
            return "declined" if stance != "declined" else "intended"
        return "declined" if lemma in _listed("speaking", "lemmas") else "denied"
    return "hedged" if modal and stance == "asserted" else stance


def is_modal(lower: str) -> bool:
    return lower in _HEDGES
