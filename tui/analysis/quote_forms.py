"""Claims by quotation marks: each quotation is given to the reporting words beside it, or to the one just speaking."""

import re
from bisect import bisect_left, bisect_right

from tui.analysis.cues import Cue, entry_of, is_document, quoting_entry
from tui.analysis.drafts import Draft, beyond, merged
from tui.analysis.framing import PERSONS, RELATIVES, stance_of
from tui.analysis.lexicon import words as words_of
from tui.analysis.model import Span
from tui.analysis.neighbours import gestures, speaker_near, turns_to
from tui.analysis.parties import Source, addressee_of, cue_span, is_quoted, may_speak, negated, phrase, source_of
from tui.analysis.quotes import Quotation
from tui.analysis.speaker_forms import answered, labelled, named_before, signed
from tui.analysis.surroundings import Surroundings, after_comma
from tui.analysis.syntax import Syntax
from tui.analysis.words import FINITE, RELATIVE_CLAUSES, Sentence, Word

_ANNOUNCEMENT = 40
# How much of a claim must stand in marks to be all quoted: a cue of a word or two may stand between.
_ALL_QUOTED = 0.9
# Forms of drafts that a quotation beside their verb belongs to.
_WIDENED = frozenset(["clause before", "clause", "question", "quotation", "preposition", "noun phrase", "infinitive"])
_NO_QUOTE_VERBS = frozenset(["be", "have", "do", "get", "make", "take"])
# What follows a whole quotation and is told by the article again.
_LEAVES = re.compile(r"\s*,?\s*(?:(?:and|but|before|after|while|as|when|at)\b|[-–—]\s)")


class Quoting:
    """Gives the quotations of an article to claims; `drafts` are those found without regard to marks."""

    def __init__(self, syntax: Syntax, found: list[Quotation], drafts: list[Draft]) -> None:
        self._syntax = syntax
        self._text = syntax.text
        self._around = Surroundings(syntax, found)
        self._quotations = found
        self._by_verb = {draft.verb.i: draft for draft in drafts if draft.verb is not None}
        self.drafts = drafts
        self._used: set[int] = set()

    def run(self) -> None:
        """Widen the drafts to whole quotations, then place every quotation left over."""
        for found in self.drafts:
            self._find_source(found)
        for found in self.drafts:
            self._widen(found)
        previous: tuple[Quotation, Draft] | None = None
        turns = sorted(draft.start for draft in self.drafts if draft.form == "colon")
        for quotation in self._quotations:
            # A turn of a transcript is a claim already, whether its marks stand before or after the name.
            turn = bisect_left(turns, quotation.start)
            if turn < len(turns) and turns[turn] < quotation.end and not quotation.closed:
                previous = None
                continue
            draft = self._around.resumed(quotation, previous) or self._held(quotation) or self._beside(quotation)
            if draft is None and self._around.on_air(quotation):
                continue
            draft = draft or self._signed(quotation) or self._continued(quotation, previous)
            draft = draft or self._inner(quotation) or self._announced(quotation) or self._orphan(quotation, previous)
            if draft is not None:
                draft.pieces = merged([*draft.pieces, Span(quotation.start, quotation.end)], self._text)
                previous = (quotation, draft)
            elif quotation.spoken(self._text):
                previous = None
        for found in self.drafts:
            found.pieces = [self._from_colon(piece) for piece in found.pieces]

    def _widen(self, draft: Draft) -> None:
        """A piece that ends amid a quotation takes all of it, unless its own cue stands in there."""
        cue = draft.cue
        wide: list[Span] = []
        own = next(iter(self._overlapping(cue.start, cue.end)), None) if cue is not None else None
        for piece in draft.pieces:
            start, end = piece.start, piece.end
            if own is not None and (end <= own.start or own.end <= start):
                # What is said within a quotation is said in it.
                continue
            for quotation in self._overlapping(start, end):
                if cue is not None and quotation.start <= cue.start < quotation.end:
                    start, end = max(start, quotation.inner_start), min(end, quotation.inner_end)
                    continue
                if draft.source is not None and quotation.start <= draft.source.start < quotation.end:
                    continue
                if cue is not None and start < cue.start < end:
                    continue
                told = start >= quotation.start and _LEAVES.match(self._text, quotation.end, end)
                anew = self._around.reports_anew(quotation)
                if told or (anew is not None and draft.source_head is not None and anew is draft.source_head):
                    end = quotation.end
                start, end = min(start, quotation.start), max(end, quotation.end)
            if start < end:
                wide.append(Span(start, end))
        draft.pieces = merged(wide, self._text) or draft.pieces

    def _from_colon(self, piece: Span) -> Span:
        """Without what leads up to a quotation of whole sentences: `His verdict: "K," he said`."""
        inside = self._overlapping(piece.start, piece.end)
        if not inside or inside[0].start <= piece.start or not inside[0].spoken(self._text):
            return piece
        lead = self._text[piece.start : inside[0].start].rstrip()
        ends_well = piece.end <= inside[-1].end
        first = self._text[inside[0].inner_start]
        scene = lead.endswith(",") and first.isupper() and not lead.startswith("that ")
        return Span(inside[0].start, piece.end) if ends_well and (scene or lead.endswith((":", "("))) else piece

    def _overlapping(self, start: int, end: int) -> list[Quotation]:
        first = bisect_right(self._quotations, start, key=lambda q: q.end)
        found = []
        for quotation in self._quotations[first:]:
            if quotation.start >= end:
                break
            found.append(quotation)
        return found

    def _held(self, quotation: Quotation) -> Draft | None:
        """The draft that holds a quotation, unless it is a thing's and somebody nearer speaks the quotation."""
        holder = self._holder(quotation)
        label = labelled(quotation, self._syntax)
        if label is not None:
            self.drafts.append(label)
        nearer = label or (self._nearer(quotation, holder) if holder is not None else None)
        if holder is None or nearer is None or nearer is holder:
            return nearer or holder
        spans = [Span(quotation.start, quotation.end), *(span for span in (nearer.cue, nearer.source) if span)]
        start = min(span.start for span in spans)
        if nearer.verb is not None and nearer.verb.dep in RELATIVE_CLAUSES:
            start = min(start, nearer.verb.left.start)
        holder.pieces = beyond(holder, start, max(span.end for span in spans))
        return nearer

    def _nearer(self, quotation: Quotation, holder: Draft) -> Draft | None:
        """The draft of reporting words beside a quotation that a draft of other words holds."""
        if holder.form != "noun phrase":
            verb = self._around.says_right_after(quotation) or self._around.says_in_answer(quotation)
        elif self._text[quotation.inner_start].islower() and not self._around.comma_before(quotation):
            # A part of a sentence, said in a clause of its own after a comma: what follows does not introduce it.
            verb = self._around.verb_before(quotation)
            if verb is None or not after_comma(verb.left):
                return None
        else:
            return self._beside(quotation)
        return self._for_verb(verb, quoting_entry(verb)) if verb is not None else None

    def _holder(self, quotation: Quotation) -> Draft | None:
        """A draft beside it whose content holds the quotation already."""
        ends = (self._around.sentence_at(quotation.start), self._around.sentence_at(quotation.end - 1))
        for sentence in dict.fromkeys(sentence for sentence in ends if sentence is not None):
            for word in sentence.words:
                draft = self._by_verb.get(word.i)
                if draft is None or self._around.quoted(word.start):
                    continue
                if any(p.start <= quotation.start and quotation.end <= p.end for p in draft.pieces):
                    return draft
        return None

    def _beside(self, quotation: Quotation) -> Draft | None:
        """The reporting verb after or before the quotation."""
        text = self._text
        last = text[quotation.inner_end - 1 : quotation.inner_end]
        exclaimed = last in {",", "!", "?"} and self._around.begins_sentence(quotation)
        if not quotation.spoken(text) and not self._around.comma_before(quotation) and not exclaimed:
            return None
        ends_with_comma = last in {",", "—", "-", "–"}
        following = self._around.verb_after(quotation)
        if following is not None and last == "." and self._says_more(following):
            following = None
        preceding = self._around.verb_before(quotation)
        verb = following or preceding
        if preceding is not None and not ends_with_comma and self._around.comma_before(quotation):
            verb = preceding
        return self._for_verb(verb, quoting_entry(verb)) if verb is not None else None

    def _says_more(self, verb: Word) -> bool:
        """`"K." S added that L`: a sentence of its own, whose verb has what it reports."""
        return any(clause.i > verb.i and clause.child("mark") is not None for clause in verb.having("ccomp"))

    def _for_verb(self, verb: Word, entry: Cue) -> Draft:
        """The draft of a verb, made when there is none."""
        draft = self._by_verb.get(verb.i)
        if draft is not None and draft.form in _WIDENED:
            self._cleared(draft)
            if draft.form == "noun phrase" and "obj" in entry.addressee:
                draft.pieces = []
            return draft
        draft = Draft(verb, "quotation", stance_of(verb, entry, "quote"), [])
        source = self._source(verb)
        draft.cue = cue_span(verb, source)
        if source is not None:
            draft.source, draft.source_head = source.span, source.head
        other = addressee_of(verb, entry)
        if other is not None and not self._around.quoted(other.head.start):
            draft.addressee, draft.addressee_head = other.span, other.head
        self._by_verb[verb.i] = draft
        self.drafts.append(draft)
        return draft

    def _find_source(self, draft: Draft) -> None:
        """A source for a finite, active word of saying whose subject the parser must have missed."""
        verb = draft.verb
        if verb is None or draft.source is not None or verb.tag not in FINITE or verb.passive:
            return
        entry, first = entry_of(verb), self._by_verb.get(verb.head.i) if verb.dep == "conj" else None
        if entry is None or "quote" not in entry.frames or verb.subject is not None or self._around.quoted(verb.start):
            return
        if first is not None and first.source is not None:
            draft.source, draft.source_head = first.source, first.source_head
        elif verb.dep != "conj":
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
                if self._around.quoted_share(p.start, p.end) > 0.3 or (draft.cue and p.start < draft.cue.start)
            ]
            draft.pieces = kept or draft.pieces

    def _source(self, verb: Word) -> Source | None:
        source = source_of(verb)
        # Beside a quotation "it" is a paper or a firm.
        if source is not None and not self._around.quoted(source.head.start) and source.head.dep != "expl":
            return source
        thing, position = verb.child("obj"), bisect_left(self._around.starts, verb.start)
        if thing is not None and verb.subject is None and thing.left.i == verb.i + 1 and self._mark_before(position):
            return phrase(thing, verb)
        first = verb.sentence is not None and verb is verb.sentence.words[0]
        return speaker_near(verb, self._around.quoted, first or self._mark_before(position))

    def _mark_before(self, index: int) -> bool:
        """Whether a quotation ends right before a word or a few words earlier."""
        words = self._syntax.words[max(0, index - 2) : index]
        return any(self._around.quoted(word.start) for word in words)

    def _continued(self, quotation: Quotation, previous: tuple[Quotation, Draft] | None) -> Draft | None:
        """A quotation that goes on after its cue, or over the end of a paragraph with its mark opened anew."""
        if previous is None or quotation.named(self._text):
            return None
        before, draft = previous
        gap = self._text[before.end : quotation.start]
        if not before.closed and not gap.strip():
            return draft
        first = self._around.sentence_at(quotation.start)
        cued = self._around.sentence_at(draft.cue.start) if draft.cue else None
        if first is None or (cued is not None and first.paragraph - cued.paragraph > 1):
            return None
        if not gap.strip():
            # `Name: "K"` is a line of its own, as a headline is.
            apart = "\n" in gap and (draft.form == "colon" or not self._all_quoted(draft))
            return None if apart else draft
        if cued is None or draft.cue is None or not before.end <= draft.cue.start < quotation.start:
            return None
        if first is cued:
            return draft if gap.rstrip().endswith((",", ";", ":", "—", "–", "-", "--")) else None
        return draft if first.i == cued.i + 1 and first.start >= quotation.start else None

    def _inner(self, quotation: Quotation) -> Draft | None:
        """A fragment within a sentence: the nearest verb above with somebody as its subject."""
        words = self._around.words_between(quotation.inner_start, quotation.inner_end)
        if not words or not quotation.closed:
            return None
        if len(words) < 3:
            return self._borrowed(quotation, words[0])
        span = (words[0].i, words[-1].i)
        top = next((w for w in words if not span[0] <= w.head.i <= span[1]), None)
        if top is None or self._around.begins_sentence(quotation):
            return None
        if top.dep == "appos" and (quotation.titled(self._text) or top.head.lemma in words_of("cues", "works")):
            # "on a program, “Night Radio,” ...", "under the pseudonym “Paul Grey”"
            return None
        for above in top.ancestors():
            if span[0] <= above.i <= span[1] or not above.is_verb or self._around.quoted(above.start):
                continue
            if above.lemma in _NO_QUOTE_VERBS or above.dep == "acl:relcl" or above.i > span[0]:
                return None
            if entry_of(above) is None and not quotation.spoken(self._text):
                return None
            source = source_of(above)
            if source is None or not is_quoted(source.head) or self._around.quoted(source.head.start):
                return None
            return self._for_verb(above, quoting_entry(above))
        return None

    def _borrowed(self, quotation: Quotation, first: Word) -> Draft | None:
        """A word or two right after the reporting verb: `S declares "peace"`; with a capital it may be a title."""
        k = bisect_left(self._around.starts, quotation.start) - 1
        verb = self._syntax.words[k] if k >= 0 else None
        cried = self._text[quotation.inner_end - 1] in "!?"
        if verb is None or not self._around.reports(verb) or negated(verb):
            return None
        if not first.text[:1].islower() and not cried:
            return None
        source = source_of(verb)
        speaks = source is not None and may_speak(source.head) and not self._around.quoted(source.head.start)
        return self._for_verb(verb, quoting_entry(verb)) if speaks else None

    def _orphan(self, quotation: Quotation, previous: tuple[Quotation, Draft] | None) -> Draft | None:
        """Whole sentences in marks without a cue: the speaker just heard, or the subject of the sentence before."""
        text = self._text
        inner = text[quotation.inner_start : quotation.inner_end].rstrip()
        whole = inner[-1:] in ".!?…" or not quotation.closed
        if not whole or len(inner.split()) < 3 or not self._around.begins_sentence(quotation):
            return None
        speaker = self._last_speaker(quotation)
        if speaker is None and previous is not None and previous[1].form == "colon":
            speaker = previous[1] if not text[previous[0].end : quotation.start].strip() else None
        going_on = speaker
        if previous is not None and speaker is not None and not self._told(speaker):
            going_on = previous[1]
        subject = self._around.subject_before(quotation)
        if going_on is not None and self._quotes_here(going_on, quotation) and not (subject and gestures(subject)):
            return going_on
        draft = Draft(None, "quotation without a cue", "asserted", [])
        if speaker is not None and (subject is None or not turns_to(subject, speaker.verb)):
            draft.source, draft.source_head = speaker.source, speaker.source_head
        elif subject is not None:
            draft.source, draft.source_head = subject.span, subject.head
        self.drafts.append(draft)
        return draft

    def _told(self, speaker: Draft) -> bool:
        """Whether a claim may be what somebody said; what "she" only hopes or plans is told by the article."""
        head = speaker.source_head
        return head is None or head.lower not in PERSONS or "quote" in quoting_entry(speaker.verb).frames

    def _quotes_here(self, draft: Draft, quotation: Quotation) -> bool:
        """Whether a claim is all quoted and stands in the paragraph of a quotation."""
        here = self._around.sentence_at(quotation.start)
        there = self._around.sentence_at(draft.cue.start) if draft.cue is not None else None
        if here is None or there is None or here.paragraph != there.paragraph:
            return False
        return self._all_quoted(draft)

    def _all_quoted(self, draft: Draft) -> bool:
        return all(self._around.quoted_share(piece.start, piece.end) > _ALL_QUOTED for piece in draft.pieces)

    def _signed(self, quotation: Quotation) -> Draft | None:
        """With no more than the speaker's name, or somebody's answer, beside it."""
        found = (form(quotation, self._syntax) for form in (signed, named_before, answered))
        draft = next((draft for draft in found if draft is not None), None)
        if draft is not None:
            self.drafts.append(draft)
        return draft

    def _announced(self, quotation: Quotation) -> Draft | None:
        """`S said in a statement.` or `S issued a statement.` with what S said in the next sentences."""
        sentence = self._around.sentence_at(quotation.start)
        if sentence is None or sentence.i == 0 or not self._around.begins_sentence(quotation):
            return None
        before = self._syntax.sentences[sentence.i - 1]
        if sentence.paragraph - before.paragraph > 1 or len(before.words) > _ANNOUNCEMENT:
            return None
        verb = next((word for word in before.words if word.head is word), None)
        if verb is None or self._around.quoted(verb.start) or negated(verb):
            return None
        paper = verb.child("obj")
        if paper is not None and is_document(paper.lemma) and verb.subject is not None and may_speak(verb.subject):
            return self._for_verb(verb, quoting_entry(None)) if quotation.spoken(self._text) else None
        if not self._around.reports(verb):
            return None
        draft, entry = self._by_verb.get(verb.i), entry_of(verb)
        # "S blamed a mishap, claiming K.": the last to report leads on.
        later = any(word.i > verb.i and self._by_verb[word.i].form == "clause" for word in self._told_in(before))
        if later or entry is None or (draft is not None and draft.form not in {"noun phrase", "preposition"}):
            return None
        return self._for_verb(verb, entry) if quotation.spoken(self._text) else None

    def _last_speaker(self, quotation: Quotation) -> Draft | None:
        """The draft that ends last before a quotation, not far away, and has a source outside of marks."""
        sentence = self._around.sentence_at(quotation.start)
        if sentence is None:
            return None
        near = self._syntax.sentences[max(0, sentence.i - 4) : sentence.i]
        for earlier in reversed(near):
            if sentence.paragraph - earlier.paragraph > 1:
                return None
            for word in reversed(earlier.words):
                draft = self._by_verb.get(word.i)
                if draft is None or draft.source_head is None or self._around.quoted(word.start):
                    continue
                if draft.source_head.lower in RELATIVES or self._reported(word, earlier):
                    continue
                if draft.form in {"clause", "quotation", "clause before", "infinitive", "question"}:
                    return draft
        return None

    def _reported(self, verb: Word, sentence: Sentence) -> bool:
        """Whether somebody else in the sentence says that a verb's subject says it."""
        others = (self._by_verb[word.i] for word in self._told_in(sentence) if word is not verb)
        return any(piece.start <= verb.start < piece.end for other in others for piece in other.pieces)

    def _told_in(self, sentence: Sentence) -> list[Word]:
        """The words of a sentence that have a draft."""
        return [word for word in sentence.words if word.i in self._by_verb]
