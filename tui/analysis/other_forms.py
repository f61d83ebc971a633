"""Claims without a reporting verb, one function a form: according to, views, nouns, adjectives, adverbs."""

from collections.abc import Iterator

from tui.analysis.cues import Cue, adjectives, is_poll, is_report_adverb, is_view, nouns, turned
from tui.analysis.deeds import is_assault
from tui.analysis.drafts import Draft, around, span_of, stretch
from tui.analysis.framing import RELATIVES, clause_end, with_negation
from tui.analysis.lexicon import words
from tui.analysis.model import Span
from tui.analysis.parties import Source, may_speak, negated, phrase, source_of, without_case
from tui.analysis.words import SUBJECTS, Sentence, Word


def from_others(sentence: Sentence) -> Iterator[Draft]:
    """The claims of a sentence that no verb reports."""
    for word in sentence.words:
        found: Draft | None = None
        if word.lower == "according":
            found = according_to(sentence, word)
        elif word.pos == "NOUN":
            found = in_the_view_of(sentence, word) if is_view(word.lower) else None
            found = found or in_a_poll(sentence, word) or noun(sentence, word)
        elif word.pos == "ADJ":
            found = adjective(word)
        elif is_report_adverb(word.lower):
            found = adverb(word)
        if found is not None:
            yield found


def according_to(sentence: Sentence, word: Word) -> Draft | None:
    """`K, according to S` and `According to S, K`."""
    to = sentence.next_word(word)
    after = sentence.next_word(to) if to is not None and to.lower == "to" else None
    if to is None or after is None:
        return None
    head = _noun_after(sentence, after)
    if head is None:
        return None
    source = _to_comma(sentence, _trimmed(without_case(phrase(head, None)), after))
    pieces = _clause_around(sentence, word, source.last) or around(sentence, word, source.last)
    if not pieces:
        return None
    return _draft(None, "according to", pieces, source, span_of(word, to))


def _clause_around(sentence: Sentence, word: Word, last: Word) -> list[Span]:
    """`a strike that, according to S, killed a family`, `said that according to S, K`: the clause only."""
    mark, following = sentence.previous_word(word), sentence.next_word(last)
    if mark is not None and mark.dep == "mark" and following is not None and mark.head.i > last.i:
        piece = stretch(following, mark.head.right)
        return [piece] if piece is not None else []
    comma = sentence.previous_word(word)
    pronoun = sentence.previous_word(comma) if comma is not None and comma.text == "," else None
    after = sentence.next_word(last)
    after = sentence.next_word(after) if after is not None and after.text == "," else None
    if pronoun is None or after is None or pronoun.lower not in RELATIVES or pronoun.head.i < after.i:
        return []
    rest = stretch(after, pronoun.head.right)
    return [span_of(pronoun, pronoun), rest] if rest is not None and pronoun.head.dep == "acl:relcl" else []


def _noun_after(sentence: Sentence, word: Word) -> Word | None:
    """The head of the noun phrase that begins with a word."""
    base = sentence.words[0].i
    for candidate in sentence.words[word.i - base : word.i - base + 12]:
        if candidate.pos in {"NOUN", "PROPN", "PRON"} and candidate.dep not in {"compound", "nmod:poss"}:
            return candidate
        if candidate.pos == "VERB" and candidate.tag not in {"VBN", "VBG"}:
            return None
    return None


def _to_comma(sentence: Sentence, source: Source) -> Source:
    """A source widened to the next comma or full stop when only a phrase without a verb stands between."""
    last = source.last
    for _ in range(10):
        following = sentence.next_word(last)
        if following is None or (following.pos == "PUNCT" and following.text in {",", ".", ";", "”", '"'}):
            return Source(source.head, Span(source.span.start, max(source.span.end, last.end)), source.first, last)
        if following.tag in {"VBD", "VBZ", "VBP", "MD", "VB"} or following.pos in {"PUNCT", "CCONJ"}:
            return source
        last = following
    return source


def _trimmed(source: Source, first: Word) -> Source:
    """A source that begins at a given word, whatever the parser hung before it."""
    end = source.span.end
    return Source(source.head, Span(first.start, max(end, first.end)), first, source.last)


def in_the_view_of(sentence: Sentence, word: Word) -> Draft | None:
    """`in the view of S, K` and `in S's view, K`."""
    before = [c for c in word.children if c.i < word.i]
    case = next((c for c in before if c.dep == "case" and c.lower == "in"), None)
    if case is None:
        return None
    owner = next(word.having("nmod:poss"), None)
    of = next((c for c in word.having("nmod") if any(k.lower == "of" for k in c.having("case"))), None)
    head = owner or of
    if head is None or not may_speak(head) or (head.pos == "PRON" and not _set_off(sentence, case, word)):
        return None
    source = without_case(phrase(head, None))
    if of is head:
        source = _to_comma(sentence, source)
    end = source.last if of is head else word
    if of is head:
        marker = next(k for k in head.having("case") if k.lower == "of")
        cue = span_of(case, marker)
    else:
        cue = span_of(word, word)
    pieces = around(sentence, case, end)
    return _draft(None, "in the view of", pieces, source, cue) if pieces else None


def in_a_poll(sentence: Sentence, word: Word) -> Draft | None:
    """`In a poll by S, K`: what a poll tells, its people's answers within it."""
    case = next((c for c in word.children if c.dep == "case" and c.lower == "in" and c.i < word.i), None)
    comma = word.right if word.right.text == "," else sentence.next_word(word.right)
    if not is_poll(word.lemma) or case is None or case is not sentence.words[0] or comma is None or comma.text != ",":
        return None
    source = without_case(phrase(word, None))
    after = sentence.next_word(comma)
    clause = word.head
    if after is None or not (clause.is_verb or clause.subject is not None) or clause.i < after.i:
        return None
    content = stretch(after, clause.right)
    return _draft(None, "in a poll", [content], source, span_of(case, case)) if content is not None else None


def _set_off(sentence: Sentence, first: Word, last: Word) -> bool:
    """Whether words stand between the sentence's beginning or a comma, and a comma: not "tears in their eyes"."""
    before, following = sentence.previous_word(first), sentence.next_word(last)
    return (before is None or before.text == ",") and following is not None and following.text == ","


def noun(sentence: Sentence, word: Word) -> Draft | None:
    """`S's claim that ...`, `a warning from S that ...`, `calls for ...`."""
    entry = nouns().get(word.lemma)
    if entry is None or _is_answered(word) or _is_kept(word):
        return None
    frame, first, last, joint = _noun_content(word, entry)
    if first is None or last is None:
        return None
    if joint is not None and is_assault(word, joint.head):
        return None
    source = _noun_source(word, entry)
    if source is not None and (case := source.head.child("case")) is not None and first.i < case.i <= last.i:
        # "criticism for K from S": S hangs on what is criticised.
        last = sentence.words[case.i - sentence.words[0].i - 1]
    content = stretch(first, last)
    if content is None or (source is None and (frame == "inf" or not entry.stands_alone(frame))):
        return None
    if source is not None and _inside(source.head, content):
        return None
    draft = _draft(word, "noun", [content], source, span_of(word, joint or word))
    draft.stance = turned(
        entry.stance(frame), any(c.lower == "no" for c in word.having("det")), False, frame, word.lemma
    )
    return draft


def _is_answered(word: Word) -> bool:
    """`answer questions`, `respond to a request`: who does so asks nothing."""
    to = word.dep in {"obl", "obl:arg"} and any(case.lower == "to" for case in word.having("case"))
    return word.head.lemma in (words("cues", "responding") if to else words("cues", "answering")) and (
        to or word.dep == "obj"
    )


def _is_kept(word: Word) -> bool:
    """`the personal accounts of X`: one opens them, and hears nothing."""
    kinds = words("cues", "kept_accounts")
    return word.lemma == "account" and any(child.lower in kinds for child in word.having("amod", "compound"))


def _noun_content(word: Word, entry: Cue) -> tuple[str, Word | None, Word | None, Word | None]:
    """The frame of a reporting noun, first and last word of its content, and the preposition that joins the cue."""
    for child in word.children:
        if child.i < word.i:
            continue
        mark = next((c for c in child.children if c.dep == "mark" and c.i < child.i), None)
        if child.dep in {"acl", "ccomp", "acl:relcl", "advcl"} and mark is not None:
            if mark.lower == "that" and "clause" in entry.frames and child.dep != "acl:relcl":
                return "clause", child.left, child.right, None
            if mark.lower == "to" and "inf" in entry.frames and child.dep != "advcl":
                return "inf", with_negation(mark), child.right, None
        if child.dep in {"nmod", "obl", "acl"}:
            case = next(
                (c for c in child.children if c.dep in {"case", "mark"} and c.lower in entry.prepositions), None
            )
            if case is not None and case.i == word.i + 1 and case.sentence is not None:
                following = case.sentence.next_word(case)
                return entry.prepositions[case.lower], following, child.right, case
    above = word.head
    # "My advice is that ...": the clause stands beside the noun.
    if word.dep == "nsubj:outer" and "clause" in entry.frames and above.i > word.right.i:
        be = next((c for c in above.children if c.lemma == "be" and word.right.i < c.i <= word.right.i + 2), None)
        following = be.sentence.next_word(be) if be is not None and be.sentence is not None else None
        if following is not None:
            return "clause", following, above.right, None
    return "", None, None, None


def _noun_source(word: Word, entry: Cue) -> Source | None:
    owner = next(word.having("nmod:poss"), None)
    if owner is not None:
        source = phrase(owner, word)
        return _without_possessive(source)
    givers = {"from", "by"} if "pp:of" in entry.frames else {"from", "by", "of"}
    for child in word.having("nmod"):
        if child.i > word.i and any(c.lower in givers for c in child.having("case")) and may_speak(child):
            return without_case(phrase(child, None))
    for child in word.having("compound"):
        if child.entity in {"PERSON", "ORG", "GPE"}:
            return phrase(child, word)
    return _giver(word)


def _giver(word: Word) -> Source | None:
    """The subject of the verb above: `S offered support for ...`, `S will come in support of ...`."""
    below = word
    for above in word.ancestors():
        if above.is_verb or above.subject is not None:
            if below.dep in SUBJECTS or (below.dep == "conj" and not below.is_verb) or _in_spite(below):
                return None
            if above.lemma in {"include", "involve", "contain"}:
                return None
            giver = _from(above, word) if above.lemma in words("cues", "receiving") else source_of(above)
            return giver if giver is not None and may_speak(giver.head) and giver.head is not word else None
        below = above
    return None


def _in_spite(word: Word) -> bool:
    """`despite concerns that ...`, `in spite of fears that ...`: those of others."""
    return any(case.lower in {"despite", "spite", "amid"} for case in (word, *word.having("case")))


def _from(verb: Word, noun: Word) -> Source | None:
    """`drew criticism from S`, `faces criticism for K from S`: who is behind what somebody gets."""
    below = [child for thing in noun.having("nmod") for child in thing.having("nmod")]
    for child in (*verb.having("obl"), *below):
        if child.i > noun.i and any(case.lower == "from" for case in child.having("case")):
            return without_case(phrase(child, None))
    return None


def _without_possessive(source: Source) -> Source:
    beside = source.head.sentence.words if source.head.sentence else [source.head]
    last = source.last
    while last is not source.first and last.lower in {"'s", "'"}:
        last = beside[last.i - beside[0].i - 1]
    return Source(source.head, Span(source.span.start, last.end), source.first, last)


def _inside(word: Word, span: Span) -> bool:
    return span.start <= word.start and word.end <= span.end


def adjective(word: Word) -> Draft | None:
    """`S is confident that ...`, `S was unwilling to ...`, `S is critical of ...`."""
    entry = adjectives().get(word.lemma)
    subject = word.subject
    if entry is None or subject is None or word.child("cop") is None or not may_speak(subject):
        return None
    for child in word.children:
        frame = _adjective_frame(child, entry) if child.i > word.i else ""
        if not frame:
            continue
        joint = next((c for c in child.children if f"pp:{c.lower}" == frame), None)
        following = joint.sentence.next_word(joint) if joint is not None and joint.sentence is not None else child.left
        content = stretch(following or child, child.right if joint else clause_end(word, child))
        if content is None:
            continue
        cop = word.child("cop")
        first, last = cop if cop and cop.i < word.i else word, joint if joint and joint.i == word.i + 1 else word
        draft = _draft(word, "adjective", [content], phrase(subject, word), span_of(first, last))
        draft.stance = turned(entry.stance(frame), negated(word), False, frame, word.lemma)
        return draft
    return None


def _adjective_frame(child: Word, entry: Cue) -> str:
    """What a child of an adjective is to it, of what the adjective takes."""
    marks = {c.lower for c in child.children if c.dep in {"mark", "case"} and c.i < child.i}
    if child.dep in {"obl", "advcl", "nmod"}:
        found = next((frame for word, frame in entry.prepositions.items() if word in marks), "")
        if found or child.dep != "advcl" or "that" not in marks:
            return found
    if child.dep not in {"ccomp", "xcomp", "advcl"}:
        return ""
    frame = "inf" if "to" in marks else "clause"
    return frame if frame in entry.frames else ""


def adverb(word: Word) -> Draft | None:
    """`reportedly`: the clause around it, on nobody's word."""
    head = word.head
    if head is word or not (head.is_verb or head.subject is not None):
        return None
    sentence = word.sentence
    before, after = sentence.previous_word(word) if sentence else None, sentence.next_word(word) if sentence else None
    pieces = []
    first = head.left
    conjunction = head.child("cc", "mark")
    if conjunction is not None and conjunction.i == first.i and sentence is not None:
        first = sentence.next_word(first) or first
    if before is not None and first.i <= before.i:
        pieces.append(stretch(first, before))
    if after is not None and head.right.i >= after.i:
        pieces.append(stretch(after, head.right))
    found = [piece for piece in pieces if piece is not None]
    return _draft(None, "adverb", found, None, span_of(word, word)) if found else None


def _draft(verb: Word | None, form: str, pieces: list[Span], source: Source | None, cue: Span) -> Draft:
    draft = Draft(verb, form, "asserted", pieces, cue=cue)
    if source is not None:
        draft.source, draft.source_head = source.span, source.head
    return draft
