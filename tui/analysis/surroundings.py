"""What stands beside a quotation: the reporting verb after it or before it, the sentence that it begins."""

from bisect import bisect_left, bisect_right
from itertools import pairwise

from tui.analysis.cues import entry_of, verbs
from tui.analysis.drafts import Draft
from tui.analysis.parties import Source, is_quoted, may_speak, phrase, source_of
from tui.analysis.quotes import Quotation
from tui.analysis.syntax import Syntax
from tui.analysis.words import FINITE, RELATIVE_CLAUSES, Sentence, Word

REACH = 36
# How far a verb may stand from its speaker to be right beside it: "S then said".
_NEAR = 2
_HELPING = frozenset({"aux", "cop", "aux:pass"})


class Surroundings:
    """Looks around quotations, at words outside of marks."""

    def __init__(self, syntax: Syntax, found: list[Quotation]) -> None:
        self._syntax = syntax
        self.starts = [word.start for word in syntax.words]
        self._inside = bytearray(len(syntax.text) + 1)
        for quotation in found:
            self._inside[quotation.start : quotation.end] = b"\1" * (quotation.end - quotation.start)

    def quoted(self, position: int) -> bool:
        return bool(self._inside[position])

    def comma_before(self, quotation: Quotation) -> bool:
        return self._syntax.text[max(0, quotation.start - 2) : quotation.start].strip() in {",", ":"}

    def verb_after(self, quotation: Quotation) -> Word | None:
        """`"K," S said` and `"K," said S`: the verb of the words that follow, up to the next mark or clause."""
        words = self._words_from(quotation.end)
        first = words[0] if words else None
        if first is None or (
            first.text[:1].isupper() and self._ends_sentence(quotation) and not self._speaker_verb(words)
        ):
            return None
        commas = 0
        for word in words:
            if (self.quoted(word.start) and word.i < first.i + 2) or word.lower in {".", "?", "!", ";", ":"}:
                return None
            if self.quoted(word.start):
                # "in a “Lenin” cap": a borrowed word on the way to the verb.
                continue
            commas += word.lower == ","
            if commas > 3:
                return None
            if self.reports(word):
                return word
            if word.tag in FINITE and word.dep not in {"acl:relcl", *_HELPING} and not _in_relative(word):
                return word if self._speaks_up(quotation, first, word) else None
        return None

    def says_right_after(self, quotation: Quotation) -> Word | None:
        """`"K," said S` and `"K," S said` with nothing between: the verb, whatever else holds the quotation."""
        verb, words = self.verb_after(quotation), self._words_from(quotation.end)
        first, last = self._syntax.text[quotation.inner_start], self._syntax.text[quotation.inner_end - 1]
        if verb is None or not self.reports(verb) or verb.tag not in FINITE:
            return None
        if last not in {",", "!", "?"} or (first.islower() and last == ","):
            return None
        introduced = self.verb_before(quotation) if self.comma_before(quotation) else None
        speaker = verb.subject
        if speaker is None or not may_speak(speaker) or (introduced is not None and self.reports(introduced)):
            return None
        inverted = verb is words[0] and speaker.i > verb.i
        return verb if inverted or (speaker.left is words[0] and 0 < verb.i - speaker.right.i <= _NEAR) else None

    def says_in_answer(self, quotation: Quotation) -> Word | None:
        """`A said so, to which S replied: "K"`: the verb right before a quotation."""
        words = [word for word in self._syntax.words[: bisect_left(self.starts, quotation.start)][-3:] if word.is_verb]
        verb = words[-1] if words else None
        if verb is None or not self.reports(verb) or verb.dep not in RELATIVE_CLAUSES:
            return None
        lead = self._syntax.text[verb.end : quotation.start].strip()
        pronoun = next((word for word in verb.having("obl") if word.lower in {"which", "whom"}), None)
        return verb if lead in {":", ","} and pronoun is not None and verb.subject is not None else None

    def resumed(self, quotation: Quotation, previous: tuple[Quotation, Draft] | None) -> Draft | None:
        """`"K," S wrote in a letter explaining why he left, "and K."`: the words between introduce nothing new."""
        if previous is None or previous[1].cue is None:
            return None
        (before, draft), text = previous, self._syntax.text
        words = self.words_between(before.end, quotation.start)
        apart = len(words) < _NEAR or words[0].sentence is not words[-1].sentence
        if apart or not before.end <= previous[1].cue.start < quotation.start:
            return None
        goes_on = text[before.inner_end - 1] == "," and text[quotation.inner_start].islower() and words[-1].text == ","
        explained = words[-2].tag != "VBG" and any(word.tag == "VBG" and word.dep == "acl" for word in words)
        return draft if goes_on and explained else None

    def reports_anew(self, quotation: Quotation) -> Word | None:
        """`..., "K," claiming that L`: who reports more right after a quotation."""
        following = self._words_from(quotation.end)
        if self._syntax.text[quotation.inner_end - 1] != "," or not following or following[0].tag != "VBG":
            return None
        source = source_of(following[0]) if following[0].lemma in verbs() else None
        return source.head if source is not None else None

    def _speaks_up(self, quotation: Quotation, first: Word, verb: Word) -> bool:
        """`"K!" beamed S`: any verb with a speaker right beside a quotation that goes on into its sentence."""
        text = self._syntax.text
        if text[quotation.inner_end - 1 : quotation.inner_end] not in {",", "!", "?"} or verb.pos != "VERB":
            return False
        speaker = verb.subject or (verb.child("iobj", "obj") if verb is first else None)
        if speaker is None or not may_speak(speaker) or abs(speaker.i - verb.i) > 6:
            return False
        other = verb.child("obj", "ccomp")
        if other is not None and other is not speaker and not self.quoted(other.start):
            return False
        return min(speaker.left.i, verb.i) == first.i and self.begins_sentence(quotation)

    def _speaker_verb(self, words: list[Word]) -> bool:
        """Whether the new sentence is no more than `S said.`"""
        sentence = words[0].sentence
        return (
            sentence is not None
            and sentence.end - words[0].start < 90
            and not self.reports(words[0])
            and any(self.reports(word) and word.i - words[0].i < 8 for word in words)
        )

    def _ends_sentence(self, quotation: Quotation) -> bool:
        return self._syntax.text[quotation.inner_end - 1 : quotation.inner_end] in {".", "…"}

    def verb_before(self, quotation: Quotation) -> Word | None:
        """`S said, "K"`, `S told A: "K"`, also when the colon ends a line."""
        k = bisect_left(self.starts, quotation.start)
        lead = self.lead_in(quotation)
        for word in reversed(self._syntax.words[max(0, k - REACH) : k]):
            if word.sentence is not lead or self.quoted(word.start) or word.lower in {".", "?", "!", ";"}:
                return None
            if word.lower == "asked" and word.dep == "advcl" and word.subject is None and word.head.i < word.i:
                # "who told A when asked about it: "K""
                continue
            if self.reports(word) and not (_in_relative(word) and self._told_already(word, k)):
                return word
            if word.pos == "VERB" and word.tag in FINITE and not _in_relative(word):
                return word if self._introduces(word, quotation) else None
        return None

    def _told_already(self, verb: Word, end: int) -> bool:
        """`A, who doubted the plan, said "K"`: whether a verb has what it reports before a quotation."""
        return any(verb.i < child.i < end and not self.quoted(child.start) for child in verb.having("obj", "ccomp"))

    def lead_in(self, quotation: Quotation) -> Sentence | None:
        """The sentence that leads to a quotation: its own, or the one before when that ends in a colon or comma."""
        sentence = self.sentence_at(quotation.start)
        if sentence is None or sentence.start < quotation.start or sentence.i == 0:
            return sentence
        before = self._syntax.sentences[sentence.i - 1]
        near = sentence.paragraph - before.paragraph <= 1
        leads = before.words[-1].text == ":" or (
            before.words[-1].text == "," and before.paragraph == sentence.paragraph
        )
        return before if near and leads else sentence

    def _introduces(self, verb: Word, quotation: Quotation) -> bool:
        """`S makes that clear: "K"`: any verb with a speaker before a colon."""
        colon = self._syntax.text[verb.end : quotation.start].rstrip().endswith(":")
        return colon and quotation.spoken(self._syntax.text) and verb.subject is not None and may_speak(verb.subject)

    def reports(self, word: Word) -> bool:
        if word.tag[:1] != "V" and word.pos != "VERB":
            return self._misread(word)
        entry = entry_of(word)
        if entry is None or word.dep in {"amod", "compound"}:
            return False
        inserted = "insertion" in entry.frames and word.tag in FINITE and self._is_it(word.i + 1)
        return "quote" in entry.frames or inserted

    def _is_it(self, index: int) -> bool:
        """`As S put it, "K"`: whether a word is "it"."""
        return index < len(self._syntax.words) and self._syntax.words[index].lower == "it"

    def _misread(self, word: Word) -> bool:
        """`S answers, "K"` with the verb read as a plural noun."""
        if word.tag != "NNS" or not word.lower.endswith("s") or word.child("case", "det", "nmod:poss") is not None:
            return False
        entry = verbs().get(word.lemma)
        after = self._syntax.text[word.end : word.end + 3]
        return entry is not None and "quote" in entry.frames and after[:1] in ",:" and self.quoted(word.end + 2)

    def sentence_at(self, position: int) -> Sentence | None:
        k = bisect_right(self.starts, position) - 1
        return self._syntax.words[k].sentence if k >= 0 else None

    def _words_from(self, position: int) -> list[Word]:
        k = bisect_left(self.starts, position)
        words = self._syntax.words[k : k + REACH]
        if not words or words[0].sentence is None:
            return []
        paragraph = words[0].sentence.paragraph
        before = self._syntax.words[k - 1].sentence if k else None
        if before is not None and before.paragraph != paragraph:
            return []
        found = [words[0]]
        for earlier, word in pairwise(words):
            if word.sentence is not earlier.sentence:
                break
            found.append(word)
        return found

    def words_between(self, start: int, end: int) -> list[Word]:
        return self._syntax.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def begins_sentence(self, quotation: Quotation) -> bool:
        sentence = self.sentence_at(quotation.start)
        return sentence is None or sentence.start >= quotation.start

    def on_air(self, quotation: Quotation) -> bool:
        """`on "Meet the Town"`: a title after a preposition, where something was said."""
        k = bisect_left(self.starts, quotation.start)
        return k > 0 and self._syntax.words[k - 1].pos in {"ADP", "PART"} and quotation.titled(self._syntax.text)

    def quoted_share(self, start: int, end: int) -> float:
        """How much of a stretch is quoted."""
        return sum(self._inside[start:end]) / max(1, end - start)

    def subject_before(self, quotation: Quotation) -> Source | None:
        """The subject of the sentence before, when it can speak."""
        sentence = self.sentence_at(quotation.start)
        if sentence is None or sentence.i == 0:
            return None
        before = self._syntax.sentences[sentence.i - 1]
        root = next((word for word in before.words if word.head is word), None)
        subject = root.subject if root is not None and sentence.paragraph - before.paragraph <= 1 else None
        if subject is None or not is_quoted(subject) or self.quoted(subject.start):
            return None
        return phrase(subject, root)


def _in_relative(word: Word) -> bool:
    return word.dep == "acl:relcl" or any(a.dep == "acl:relcl" for a in word.ancestors())


def after_comma(first: Word) -> bool:
    """Whether a comma stands before a clause, or is read as its first word."""
    before = first.sentence.previous_word(first) if first.sentence is not None else None
    return first.text == "," or (before is not None and before.text == ",")
