"""Claims by quotation marks: each quotation is given to the reporting words beside it, or to the one just speaking."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from tui.analysis.cues import Cue, entry_of, verbs
from tui.analysis.drafts import Draft, merged
from tui.analysis.framing import stance_of
from tui.analysis.model import Span
from tui.analysis.neighbours import speaker_near
from tui.analysis.parties import Source, addressee_of, cue_span, is_empty, may_speak, phrase, source_of
from tui.analysis.quotes import Quotation
from tui.analysis.syntax import Syntax
from tui.analysis.words import Sentence, Word

_ANY = Cue(frames={"quote"}, stances={"": "asserted"})
_NO_QUOTE_VERBS = frozenset(["be", "have", "do", "get", "make", "take"])
_REACH = 26
# What follows a whole quotation and is told by the article again.
_LEAVES = re.compile(r"\s*,?\s*(?:(?:and|but|before|after|while|as|when|at)\b|[-–—]\s)")


class Quoting:
    """Gives the quotations of an article to claims; `drafts` are those found without regard to marks."""

    def __init__(self, syntax: Syntax, found: list[Quotation], drafts: list[Draft]) -> None:
        self._syntax = syntax
        self._starts = [word.start for word in syntax.words]
        self._quotations = found
        self._inside = bytearray(len(syntax.text) + 1)
        for quotation in found:
            self._inside[quotation.start : quotation.end] = b"\1" * (quotation.end - quotation.start)
        self._by_verb = {draft.verb.i: draft for draft in drafts if draft.verb is not None}
        self.drafts = drafts
        self._used: set[int] = set()

    def run(self) -> None:
        """Widen the drafts to whole quotations, then place every quotation left over."""
        for found in self.drafts:
            self._widen(found)
        previous: tuple[Quotation, Draft] | None = None
        for quotation in self._quotations:
            draft: Draft | None = self._holder(quotation) or self._beside(quotation)
            draft = draft or self._continued(quotation, previous)
            draft = draft or self._inner(quotation) or self._orphan(quotation)
            if draft is not None:
                draft.pieces = merged([*draft.pieces, Span(quotation.start, quotation.end)], self._syntax.text)
                previous = (quotation, draft)
            elif quotation.spoken(self._syntax.text):
                previous = None

    def quoted(self, position: int) -> bool:
        return bool(self._inside[position])

    def _widen(self, draft: Draft) -> None:
        """A piece that ends amid a quotation takes all of it, unless its own cue stands in there."""
        cue = draft.cue
        wide: list[Span] = []
        for piece in draft.pieces:
            start, end = piece.start, piece.end
            for quotation in self._overlapping(start, end):
                if cue is not None and quotation.start <= cue.start < quotation.end:
                    start, end = max(start, quotation.inner_start), min(end, quotation.inner_end)
                    continue
                if draft.source is not None and quotation.start <= draft.source.start < quotation.end:
                    continue
                if cue is not None and (quotation.start <= cue.start < quotation.end or start < cue.start < end):
                    continue
                if start >= quotation.start and _LEAVES.match(self._syntax.text, quotation.end, end):
                    end = quotation.end
                start, end = min(start, quotation.start), max(end, quotation.end)
            if start < end:
                wide.append(Span(start, end))
        draft.pieces = merged(wide, self._syntax.text) or draft.pieces

    def _overlapping(self, start: int, end: int) -> list[Quotation]:
        first = bisect_right(self._quotations, start, key=lambda q: q.end)
        found = []
        for quotation in self._quotations[first:]:
            if quotation.start >= end:
                break
            found.append(quotation)
        return found

    def _holder(self, quotation: Quotation) -> Draft | None:
        """A draft beside it whose content holds the quotation already."""
        sentence = self._sentence_at(quotation.start)
        for candidate in self._sentences_near(quotation, sentence):
            for word in candidate.words:
                draft = self._by_verb.get(word.i)
                if draft is None or self.quoted(word.start):
                    continue
                if any(p.start <= quotation.start and quotation.end <= p.end for p in draft.pieces):
                    return draft
        return None

    def _sentences_near(self, quotation: Quotation, sentence: Sentence | None) -> list[Sentence]:
        last = self._sentence_at(quotation.end - 1)
        return [s for s in dict.fromkeys((sentence, last)) if s is not None]

    def _beside(self, quotation: Quotation) -> Draft | None:
        """The reporting verb after or before the quotation."""
        if not quotation.spoken(self._syntax.text) and not self._comma_before(quotation):
            return None
        text = self._syntax.text
        ends_with_comma = text[quotation.inner_end - 1 : quotation.inner_end] in {",", "—", "-", "–"}
        following = self._verb_after(quotation)
        preceding = self._verb_before(quotation)
        verb = following or preceding
        if (
            preceding is not None
            and following is not None
            and not ends_with_comma
            and text[quotation.start - 2 : quotation.start].strip() in {":", ","}
        ):
            verb = preceding
        return self._for_verb(verb, _entry(verb)) if verb is not None else None

    def _comma_before(self, quotation: Quotation) -> bool:
        return self._syntax.text[max(0, quotation.start - 2) : quotation.start].strip() in {",", ":"}

    def _verb_after(self, quotation: Quotation) -> Word | None:
        """`"K," S said` and `"K," said S`: the verb of the words that follow, up to the next mark or clause."""
        words = self._words_from(quotation.end)
        first = words[0] if words else None
        if first is None or (
            first.text[:1].isupper() and self._ends_sentence(quotation) and not self._speaker_verb(words)
        ):
            return None
        commas = 0
        for word in words:
            if self.quoted(word.start) or word.lower in {".", "?", "!", ";", ":"}:
                return None
            commas += word.lower == ","
            if commas > 3:
                return None
            if self._reports(word):
                return word
            if (
                word.tag in {"VBD", "VBZ", "VBP"}
                and word.dep not in {"acl:relcl", "aux", "cop", "aux:pass"}
                and not _in_relative(word)
            ):
                return None
        return None

    def _speaker_verb(self, words: list[Word]) -> bool:
        """Whether the new sentence is no more than `S said.`"""
        sentence = words[0].sentence
        return (
            sentence is not None
            and sentence.end - words[0].start < 90
            and any(self._reports(word) and word.i - words[0].i < 8 for word in words)
        )

    def _ends_sentence(self, quotation: Quotation) -> bool:
        return self._syntax.text[quotation.inner_end - 1 : quotation.inner_end] in {".", "…"}

    def _verb_before(self, quotation: Quotation) -> Word | None:
        """`S said, "K"`, `S told A: "K"`."""
        sentence = self._sentence_at(quotation.start)
        k = bisect_left(self._starts, quotation.start)
        for word in reversed(self._syntax.words[max(0, k - _REACH) : k]):
            if word.sentence is not sentence and word.text != ":" and not self._same_line(word, sentence):
                return None
            if self.quoted(word.start) or word.lower in {".", "?", "!", ";"}:
                return None
            if self._reports(word):
                return word
            if word.pos == "VERB" and word.tag in {"VBD", "VBZ", "VBP"} and not _in_relative(word):
                return None
        return None

    def _same_line(self, word: Word, sentence: Sentence | None) -> bool:
        return (
            word.sentence is not None
            and sentence is not None
            and word.sentence.paragraph == sentence.paragraph
            and word.sentence.words[-1].text in {":", ","}
        )

    def _reports(self, word: Word) -> bool:
        if word.tag[:1] != "V" and word.pos != "VERB":
            return self._misread(word)
        entry = entry_of(word)
        return entry is not None and bool(entry.frames & {"quote"}) and word.dep not in {"amod", "compound"}

    def _misread(self, word: Word) -> bool:
        """`S answers, "K"` with the verb read as a plural noun."""
        if word.tag != "NNS" or not word.lower.endswith("s"):
            return False
        entry = verbs().get(word.lemma)
        after = self._syntax.text[word.end : word.end + 3]
        return entry is not None and "quote" in entry.frames and after[:1] in ",:" and self.quoted(word.end + 2)

    def _for_verb(self, verb: Word, entry: Cue) -> Draft:
        """The draft of a verb, made when there is none."""
        draft = self._by_verb.get(verb.i)
        if draft is not None and draft.form in {
            "clause before",
            "clause",
            "question",
            "quotation",
            "preposition",
            "noun phrase",
            "infinitive",
        }:
            self._cleared(draft)
            return draft
        draft = Draft(verb, "quotation", stance_of(verb, entry, "quote"), [])
        source = self._source(verb)
        draft.cue = cue_span(verb, source)
        if source is not None:
            draft.source, draft.source_head = source.span, source.head
        other = addressee_of(verb, entry)
        if other is not None and not self.quoted(other.head.start):
            draft.addressee, draft.addressee_head = other.span, other.head
        self._by_verb[verb.i] = draft
        self.drafts.append(draft)
        return draft

    def _wants_source(self, verb: Word) -> bool:
        """A finite, active word of saying, whose subject the parser must have missed."""
        entry = entry_of(verb)
        finite = verb.tag in {"VBD", "VBZ", "VBP"} and not verb.passive and verb.dep != "conj"
        return finite and entry is not None and "quote" in entry.frames and verb.subject is None

    def _find_source(self, draft: Draft, verb: Word) -> None:
        """A source for a draft that has none, or has one out of somebody's words."""
        if draft.source_head is None or self.quoted(draft.source_head.start):
            source = self._source(verb)
            draft.source, draft.source_head = (source.span, source.head) if source is not None else (None, None)
            draft.cue = cue_span(verb, source)

    def _cleared(self, draft: Draft) -> None:
        """Without the pieces that the parser took from between the quotations of one claim."""
        if draft.verb is None or draft.verb.i in self._used:
            return
        self._used.add(draft.verb.i)
        if draft.form == "clause before":
            kept = [
                p
                for p in draft.pieces
                if self._quoted_share(p) > 0.3 or p.start < (draft.cue.start if draft.cue else p.end)
            ]
            draft.pieces = kept or draft.pieces

    def _quoted_share(self, piece: Span) -> float:
        return sum(self._inside[piece.start : piece.end]) / max(1, piece.end - piece.start)

    def _source(self, verb: Word) -> Source | None:
        source = source_of(verb)
        if source is not None and not self.quoted(source.head.start) and not is_empty(source.head):
            return source
        position = bisect_left(self._starts, verb.start)
        return speaker_near(verb, self.quoted, self._mark_before(position))

    def _mark_before(self, index: int) -> bool:
        """Whether a quotation ends right before a word or a few words earlier."""
        words = self._syntax.words[max(0, index - 2) : index]
        return any(self.quoted(word.start) for word in words)

    def _continued(self, quotation: Quotation, previous: tuple[Quotation, Draft] | None) -> Draft | None:
        """A quotation that goes on after its cue, or over the end of a paragraph with its mark opened anew."""
        if previous is None:
            return None
        before, draft = previous
        gap = self._syntax.text[before.end : quotation.start]
        if not before.closed and not gap.strip():
            return draft
        first, cued = self._sentence_at(quotation.start), self._sentence_at(draft.cue.start) if draft.cue else None
        if "\n" in gap or first is None:
            return None
        if not gap.strip():
            return draft
        if cued is None or draft.cue is None or not before.end <= draft.cue.start < quotation.start:
            return None
        if first is cued:
            return draft if gap.rstrip().endswith((",", ";", ":", "—", "–", "-", "--")) else None
        return draft if first.i == cued.i + 1 and first.start >= quotation.start else None

    def _inner(self, quotation: Quotation) -> Draft | None:
        """A fragment within a sentence: the nearest verb above with somebody as its subject."""
        words = self._words_between(quotation.inner_start, quotation.inner_end)
        if len(words) < 3 or not quotation.closed:
            return None
        span = (words[0].i, words[-1].i)
        top = next((w for w in words if not span[0] <= w.head.i <= span[1]), None)
        if top is None or self._begins_sentence(quotation):
            return None
        for above in top.ancestors():
            if span[0] <= above.i <= span[1] or not above.is_verb or self.quoted(above.start):
                continue
            if above.lemma in _NO_QUOTE_VERBS or above.dep == "acl:relcl" or above.i > span[0]:
                return None
            source = source_of(above)
            if source is None or not may_speak(source.head) or self.quoted(source.head.start):
                return None
            return self._for_verb(above, _entry(above))
        return None

    def _begins_sentence(self, quotation: Quotation) -> bool:
        sentence = self._sentence_at(quotation.start)
        return sentence is None or sentence.start >= quotation.start

    def _orphan(self, quotation: Quotation) -> Draft | None:
        """Whole sentences in marks without a cue: the speaker just heard, or the subject of the sentence before."""
        text = self._syntax.text
        inner = text[quotation.inner_start : quotation.inner_end].rstrip()
        if (
            not self._begins_sentence(quotation)
            or len(inner.split()) < 3
            or not (inner[-1:] in ".!?…" or not quotation.closed)
        ):
            return None
        draft = Draft(None, "quotation without a cue", "asserted", [])
        sentence = self._sentence_at(quotation.start)
        speaker = self._last_speaker(quotation)
        if speaker is not None:
            draft.source, draft.source_head = speaker.source, speaker.source_head
        elif sentence is not None and sentence.i > 0:
            before = self._syntax.sentences[sentence.i - 1]
            root = next((w for w in before.words if w.head is w), None)
            subject = root.subject if root is not None and before.paragraph == sentence.paragraph else None
            if subject is not None and may_speak(subject):
                source = phrase(subject, root)
                draft.source, draft.source_head = source.span, source.head
        self.drafts.append(draft)
        return draft

    def _last_speaker(self, quotation: Quotation) -> Draft | None:
        """The draft that ends last before a quotation, not far away, and has a source outside of marks."""
        sentence = self._sentence_at(quotation.start)
        if sentence is None:
            return None
        near = self._syntax.sentences[max(0, sentence.i - 4) : sentence.i]
        for earlier in reversed(near):
            if sentence.paragraph - earlier.paragraph > 1:
                return None
            for word in reversed(earlier.words):
                draft = self._by_verb.get(word.i)
                if draft is None or draft.source_head is None or self.quoted(word.start):
                    continue
                if draft.form in {"clause", "quotation", "clause before", "infinitive", "question"}:
                    return draft
        return None

    def _sentence_at(self, position: int) -> Sentence | None:
        k = bisect_right(self._starts, position) - 1
        return self._syntax.words[k].sentence if k >= 0 else None

    def _words_from(self, position: int) -> list[Word]:
        k = bisect_left(self._starts, position)
        words = self._syntax.words[k : k + _REACH]
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

    def _words_between(self, start: int, end: int) -> list[Word]:
        return self._syntax.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _entry(verb: Word | None) -> Cue:
    return (entry_of(verb) if verb is not None else None) or _ANY


def _in_relative(word: Word) -> bool:
    return word.dep == "acl:relcl" or any(a.dep == "acl:relcl" for a in word.ancestors())
