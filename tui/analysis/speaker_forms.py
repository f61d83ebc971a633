"""Claims beside which only the speaker's name stands, one function a form: `Name: K`, transcripts, `"K" - Name`."""

import re
from functools import lru_cache

from tui.analysis.cues import entry_of, lemma_of, saying
from tui.analysis.drafts import Draft, span_of, stretch
from tui.analysis.framing import stance_of
from tui.analysis.lexicon import words as words_of
from tui.analysis.model import Span
from tui.analysis.parties import Source, cue_span, is_empty, may_speak, negated, phrase, source_of, without_case
from tui.analysis.quotes import Quotation
from tui.analysis.syntax import Syntax
from tui.analysis.titles import is_person
from tui.analysis.words import FINITE, QUOTES, Sentence, Word

_SPEAKER = re.compile(r"""[“"‘']*([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}) ?:(?: (?=\S)|(?=[“"]))""")
_TURNS = re.compile(r"^(Q|A) ?: ", re.MULTILINE)
_LABEL = re.compile(r"\s[―—–-]{1,2}\s+([A-Z][^\n:―—–]{2,80}):\s*\Z")
_SIGNATURE = re.compile(r"\s*([―—–-]{1,2})\s*([A-Z][^\n]{2,80})")
_CLAUSAL = FINITE | {"MD"}
_NOBODY = frozenset({"it", "which", "that", "who"})
_LONGEST_LEAD = 100
_LONGEST_NAME = 10


def speaker_colon(sentence: Sentence, syntax: Syntax) -> Draft | None:
    """`Name: words` in a headline, and `NAME: words` to the end of the paragraph in a transcript.

    Of an interview, `Q: ...` and `A: ...`, the answers.
    """
    text = syntax.text
    match = _SPEAKER.match(text, sentence.start, sentence.end)
    if match is None:
        return None
    words = [word for word in sentence.words if match.start(1) <= word.start < match.end(1)]
    colon = next((word for word in sentence.words if word.start >= match.end(1)), None)
    after = sentence.next_word(colon) if colon is not None and colon.text == ":" else None
    if not words or colon is None or after is None or _is_label(words):
        return None
    said = sentence.words[colon.i - sentence.words[0].i + 1 :]
    content = stretch(after, sentence.words[-1])
    marked = match[1] in {"Q", "A"} and text[sentence.start] in QUOTES
    turn = marked or _is_transcript(match[1]) or is_answer(sentence, syntax)
    if not turn and not _is_name(words):
        return None
    if not turn and not any(w.tag in _CLAUSAL or w.text in QUOTES for w in said):
        return None
    if content is not None and turn and syntax.paragraphs:
        paragraph = syntax.paragraphs[sentence.paragraph]
        content = Span(content.start, max(content.end, paragraph.end)) if paragraph.start == sentence.start else content
    if content is None:
        return None
    draft = Draft(None, "colon", "asserted", [content], cue=span_of(colon, colon))
    name = _without_verb(words)
    draft.source, draft.source_head = span_of(name[0], name[-1]), name[-1]
    return draft


def _without_verb(words: list[Word]) -> list[Word]:
    """`Stated Ames: K`: the words before a colon without the word of saying that begins them."""
    return words[1:] if len(words) > 1 and lemma_of(words[0].lower, "") in saying() else words


def is_answer(sentence: Sentence, syntax: Syntax) -> bool:
    """Whether a sentence begins an answer, `A: ...`, of an interview, which has questions, too."""
    return syntax.text.startswith(("A: ", "A : "), sentence.start) and _is_interview(syntax.text)


@lru_cache(maxsize=1)
def _is_interview(text: str) -> bool:
    return {match[1] for match in _TURNS.finditer(text)} == {"Q", "A"}


def unmarked(sentence: Sentence, syntax: Syntax) -> Draft | None:
    """`S writes:` at the end of a paragraph, and the next paragraph, which stands in no marks, is what S writes."""
    verb = next((word for word in sentence.words if word.head is word), None)
    following = syntax.sentences[sentence.i + 1] if sentence.i + 1 < len(syntax.sentences) else None
    if verb is None or following is None or sentence.words[-1].text != ":" or not syntax.paragraphs:
        return None
    entry, source = entry_of(verb), source_of(verb)
    if entry is None or "quote" not in entry.frames or verb.tag not in FINITE or verb.passive or negated(verb):
        return None
    if following.paragraph == sentence.paragraph or following.words[0].text in QUOTES or verb.child("ccomp"):
        return None
    if source is None or not may_speak(source.head):
        return None
    paragraph = syntax.paragraphs[following.paragraph]
    content = [Span(following.start, paragraph.end)]
    draft = Draft(verb, "unmarked", stance_of(verb, entry, "quote"), content, cue=cue_span(verb, source))
    draft.source, draft.source_head = source.span, source.head
    return draft


def _is_label(words: list[Word]) -> bool:
    """`FACTS:`, `NEW DELHI:` and whatever else stands before a colon and is nobody."""
    last = words[-1]
    label = last.lower in words_of("cues", "labels") and (len(words) == 1 or last.text.isupper())
    dateline = all(word.text.isupper() and word.entity in {"GPE", "LOC"} for word in words)
    return label or dateline


def _is_name(words: list[Word]) -> bool:
    head = next((word for word in words if word.pos in {"PROPN", "NOUN"} and not word.head.i < words[-1].i), words[-1])
    named = any(word.entity in {"PERSON", "ORG", "GPE"} for word in words) or may_speak(words[-1])
    letter = len(words) == 1 and len(words[0].text) == 1
    return (named or _is_transcript(words[-1].text)) and not (letter or is_empty(head))


def _is_transcript(name: str) -> bool:
    """`SMITH`: how a transcript names who speaks."""
    return name.isupper() and len(name) > 2


def named_before(quotation: Quotation, syntax: Syntax) -> Draft | None:
    """`A. Name, the mayor: "K"` and `More from the report: "K"`: who speaks stands right before the colon."""
    line = syntax.text.rfind("\n", 0, quotation.start) + 1
    lead = syntax.text[line : quotation.start].rstrip()
    if not lead.endswith(":") or not quotation.spoken(syntax.text):
        return None
    colon = Span(line + len(lead) - 1, line + len(lead))
    words = [word for word in syntax.within(line, colon.start) if word.text not in QUOTES]
    while words and not words[0].text[:1].isalnum():
        # The point of a list.
        words = words[1:]
    words = _without_verb([word for word in words if word.sentence is words[-1].sentence])
    if not words or colon.start - words[0].start > _LONGEST_LEAD:
        return None
    draft = Draft(None, "colon", "asserted", [], cue=colon)
    head = next((word for word in words if word.entity == "PERSON"), None)
    source = _ended_by(words)
    if source is not None:
        draft.source, draft.source_head = source.span, source.head
    elif head is not None and not any(word.is_verb for word in words):
        draft.source, draft.source_head = span_of(words[0], words[-1]), head
    elif (source := _blunt(words)) is not None:
        draft.source, draft.source_head = source.span, source.head
    else:
        return None
    return draft


def _blunt(words: list[Word]) -> Source | None:
    """`S was blunter: "K"`: the subject, a person of whom only that is told."""
    subject = next((word for word in words if word.leads), None)
    predicate = subject.head if subject is not None else None
    if subject is None or predicate is None or predicate.pos != "ADJ" or predicate.child("cop") is None:
        return None
    named = any(word.entity == "PERSON" for word in subject.with_names())
    person = named or subject.lower in {"he", "she"} or is_person(subject.lemma)
    return phrase(subject, predicate) if person else None


def _ended_by(words: list[Word]) -> Source | None:
    """`more from S` and `That surprises S`: the phrase that ends words, if nobody else can be meant."""
    head = next((w for w in words if w.right is words[-1] and w.pos in {"NOUN", "PROPN"} and may_speak(w)), None)
    if head is None:
        return None
    if any(case.lower == "from" for case in head.having("case")):
        return without_case(phrase(head, None))
    subject = head.head.subject if head.dep == "obj" else None
    alone = subject is not None and not may_speak(subject) and subject.lower not in _NOBODY
    return phrase(head, head.head) if alone and words[-1].entity == "PERSON" else None


def labelled(quotation: Quotation, syntax: Syntax) -> Draft | None:
    """`What they write - A. Name: "K"`: a name alone between a dash and the colon before a quotation."""
    match = _LABEL.search(syntax.text, max(0, quotation.start - _LONGEST_LEAD), quotation.start)
    if match is None or not quotation.spoken(syntax.text):
        return None
    words = syntax.within(match.start(1), match.end(1))
    if not words or len(words) > _LONGEST_NAME or not all(word.text[:1].isupper() for word in (words[0], words[-1])):
        return None
    if any(word.pos not in {"PROPN", "ADP", "DET", "NOUN", "CCONJ"} and not word.entity for word in words):
        return None
    draft = Draft(None, "colon", "asserted", [], cue=Span(match.end(1), match.end(1) + 1))
    draft.source, draft.source_head = span_of(words[0], words[-1]), words[-1]
    return draft


def answered(quotation: Quotation, syntax: Syntax) -> Draft | None:
    """`S's answer was: "K"`, `The advice of S: "K"`: a word for what is said, and whose it is."""
    if not quotation.spoken(syntax.text):
        return None
    line = syntax.text.rfind("\n", 0, quotation.start) + 1
    lead = syntax.within(max(line, quotation.start - _LONGEST_LEAD), quotation.start)
    while lead and (lead[-1].text in {":", ","} or lead[-1].lemma == "be"):
        lead.pop()
    near = lead[-_LONGEST_NAME:]
    noun = next((word for word in near if word.lemma in words_of("cues", "answers") and word.dep != "compound"), None)
    if noun is None or noun.right.i > lead[-1].i or syntax.text[lead[-1].end : quotation.start].strip() in {"", ","}:
        return None
    owner = noun.child("nmod:poss", "nmod")
    if owner is None or not may_speak(owner):
        return None
    source = phrase(owner, None)
    draft = Draft(None, "noun and quotation", "asserted", [], cue=span_of(noun, noun))
    draft.source, draft.source_head = source.span, source.head
    return draft


def signed(quotation: Quotation, syntax: Syntax) -> Draft | None:
    """`"K" - Name`: a quotation with its speaker's name after a dash, to the end of the line."""
    match = _SIGNATURE.match(syntax.text, quotation.end)
    if match is None or not quotation.spoken(syntax.text):
        return None
    end = match.end(2)
    words = [word for word in syntax.within(match.start(2), end) if word.text != "."]
    if not words or len(words) > _LONGEST_NAME or any(word.tag in _CLAUSAL for word in words):
        return None
    head = next((word for word in words if word.entity == "PERSON" or word.pos == "PROPN"), None)
    if head is None:
        return None
    draft = Draft(None, "signature", "asserted", [], cue=Span(match.start(1), match.end(1)))
    draft.source, draft.source_head = span_of(words[0], words[-1]), head
    return draft
