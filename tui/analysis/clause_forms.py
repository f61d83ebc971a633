"""Clauses as what a verb reports, one function a form: after the verb, before it, infinitives."""

from tui.analysis.cues import Cue, is_view, saying, verbs
from tui.analysis.drafts import Draft, around, span_of, stretch
from tui.analysis.framing import (
    CLAUSES,
    FINITE_OR_MODAL,
    RELATIVES,
    SCENE,
    after,
    clause_end,
    draft_of,
    speaks,
    with_negation,
)
from tui.analysis.lexicon import words
from tui.analysis.model import Span
from tui.analysis.parties import Source, addressee_of, agent_of, negated, source_of
from tui.analysis.words import CLOSING, FINITE, QUOTES, Word

_WH = frozenset(["whether", "if", "who", "whom", "whose", "what", "which", "when", "where", "why", "how"])

# How many words may stand between a verb and "that".
_THAT_WITHIN, _THAT_TOLD = 8, 20


def clause_after(verb: Word, cue: Cue) -> Draft | None:
    """`S says (that) ...`, `S asked whether ...`, `which S says ...`."""
    if not cue.frames & {"clause", "wh"}:
        return None
    found = [c for c in verb.children if c.dep in CLAUSES and c.i > verb.i and _is_content(c, verb)]
    if not found:
        return None
    # "told “The Today Show” that K": what is said begins with "that".
    told = [
        c for c in found if verb.lemma in words("cues", "telling") and any(k.lower == "that" for k in c.having("mark"))
    ]
    what = (told or found)[0]
    question = _is_question(what)
    frame = "wh" if question and "wh" in cue.frames else "clause"
    if frame not in cue.frames:
        return None
    source = source_of(verb)
    # "deciding whether ..." has its subject from afar, which may be no one's.
    if not speaks(source, cue, strict=verb.tag == "VBG") or _follows_quotation(verb, source, what):
        return None
    if source is None and _is_bidden(verb):
        return None
    first, thing = after(verb, what), verb.child("obj")
    bare = what.subject is None and what.child("expl") is None and _is_finite(what)
    if bare and thing is not None and verb.i < thing.i < what.i and "obj" not in cue.addressee:
        # "said the days when they won are gone": the subject is taken for the verb's object.
        first = thing.left
    pieces = [stretch(first, clause_end(verb, what))]
    relative = next((c for c in what.children if c.i < verb.i and c.lower in RELATIVES), None)
    if relative is not None:
        pieces.insert(0, span_of(relative, relative))
    return draft_of(verb, cue, frame, "question" if question else "clause", pieces, source)


def _is_finite(clause: Word) -> bool:
    """Whether a clause's own verb, its copula or its auxiliary is finite."""
    return any(word.tag in FINITE for word in (clause, *clause.having("cop", "aux", "aux:pass")))


def _is_bidden(verb: Word) -> bool:
    """`Never forget that ...`, `It is hard to see how ...`: for anybody to do."""
    above = verb.head
    return verb.tag == "VB" and (above is verb or verb.dep == "csubj" or above.child("expl") is not None)


def that_follows(verb: Word, cue: Cue) -> Draft | None:
    """`S agreed with A that ...`, `S asked A if ...`: soon after the verb, to whatever the parser tied its clause."""
    sentence, source = verb.sentence, source_of(verb)
    if "clause" not in cue.frames or sentence is None or not speaks(source, cue, strict=True) or verb.passive:
        return None
    told = verb.lemma in words("cues", "telling")
    following = sentence.words[verb.i - sentence.words[0].i + 1 :][: _THAT_TOLD if told else _THAT_WITHIN]
    for before, word in zip([verb, *following], following, strict=False):
        # What is told of the hearer may stand between: "told a woman who thought that K that L".
        aside = told and any(w.dep in {"acl", "acl:relcl"} for w in (word, *word.ancestors()) if w.i > verb.i)
        if word.dep != "mark" or word.head.i < word.i or (aside and before.pos == "VERB"):
            pass
        elif word.lower == "that" and word.head.dep != "advcl":
            if before.is_noun and before is verb.child("obj") and is_view(before.lemma):
                # "challenge the view that ..."
                word = before.left
            return draft_of(verb, cue, "clause", "clause", [stretch(word, word.head.right)], source)
        elif word.lower in {"if", "whether"} and cue.stance("wh") == "asked" and "wh" in cue.frames:
            clause = word.head.head if word.head.dep.startswith("csubj") else word.head
            return draft_of(verb, cue, "wh", "question", [stretch(word, clause.right)], source)
        if word.pos in {"VERB", "AUX", "PUNCT", "CCONJ"} and word.text != "-" and not aside:
            return None
    return None


def _follows_quotation(verb: Word, source: Source | None, what: Word) -> bool:
    """`"K," said S, ...`: what S said stands before, and what follows a comma, or tells when, is not said."""
    first = verb if source is None or source.first.i > verb.i else source.first
    before = first.sentence.previous_word(first) if first.sentence is not None else None
    between = what.left.sentence.previous_word(what.left) if what.left.sentence is not None else None
    closed = before is not None and before.text in CLOSING
    if closed and source is not None and source.first.i > verb.i:
        # `"K," said S, asked about L`
        return True
    apart = between is not None and "," in {between.text, what.left.text}
    begun = first.sentence is not None and first.sentence.words[0].text in QUOTES
    return (closed and apart) or ((closed or begun) and what.left.lower in SCENE)


def gerund(verb: Word, cue: Cue) -> Draft | None:
    """`S proposed raising ...`."""
    if "ger" not in cue.frames or verb.passive:
        return None
    what = next((c for c in verb.having("xcomp", "ccomp", "advcl", "obj") if c.tag == "VBG" and c.i > verb.i), None)
    source = source_of(verb)
    if what is None or what.left.i > verb.i + 2 or source is None or not speaks(source, cue, strict=True):
        return None
    if what.left.text == "," or any(c.lower == "," and verb.i < c.i < what.i for c in verb.children):
        return None
    return draft_of(verb, cue, "ger", "gerund", [stretch(what.left, what.right)], source)


def as_said(verb: Word, cue: Cue) -> Draft | None:
    """`As S said, K`, `K, as S put it`, `As reported by S, K`."""
    sentence = verb.sentence
    mark = next((c for c in verb.children if c.lower == "as" and c.i < verb.i), None)
    thing = verb.child(*CLAUSES, "obj")
    if not cue.frames & {"clause", "insertion"} or sentence is None or mark is None:
        return None
    if (thing is None) != ("clause" in cue.frames) or (thing is not None and thing.lower != "it"):
        return None
    bare = thing is None or thing.lower == "it"
    if verb.dep not in {"advcl", "parataxis", "dep"} or not bare or verb.child("xcomp", "advcl") is not None:
        return None
    before = sentence.previous_word(mark)
    if before is not None and before.text not in {",", "(", "—", "–"} and before.pos != "CCONJ":
        return None
    if _reported_already(sentence.words[: mark.i - sentence.words[0].i]):
        return None
    source = agent_of(verb) if verb.passive or verb.tag == "VBN" else source_of(verb)
    # "as tanks pushed deeper" and "as the crowd cheered" tell when.
    if source is None or verb.lemma in words("cues", "of_crowds"):
        return None
    if not speaks(source, cue, strict=verb.lemma not in saying()):
        return None
    last = max(verb.right, source.last, key=lambda word: word.i)
    while last.pos == "PUNCT" and last.i > verb.i:
        last = sentence.words[last.i - sentence.words[0].i - 1]
    following = sentence.next_word(last)
    if following is not None and following.lower not in {",", "."}:
        return None
    return draft_of(verb, cue, "clause", "as S said", list(around(sentence, mark, last)), source)


def _reported_already(words: list[Word]) -> bool:
    """Whether words end in a quotation and who said it: `"K," S said, as the crowd cheered`."""
    closed = next((k for k in range(len(words) - 1, 0, -1) if words[k].text in CLOSING), len(words))
    return any(word.tag in FINITE and word.lemma in verbs() for word in words[closed:])


def _is_content(clause: Word, verb: Word) -> bool:
    # ", adding: K": what follows another reporting word is that one's.
    if any(c.tag == "VBG" and verb.i < c.i < clause.i and c.lemma in verbs() for c in verb.having("advcl", "conj")):
        return False
    if clause.dep == "parataxis":
        return clause.subject is not None and clause.lemma not in verbs()
    finite = clause.subject is not None or any(c.dep in {"aux", "cop", "mark", "expl"} for c in clause.children)
    phrase = not clause.is_verb and clause.child("case") is None
    return finite or phrase or clause.tag in {"VBD", "VBP", "VBZ"}


def _is_question(clause: Word) -> bool:
    first = clause.left
    if first.lower in _WH:
        return True
    return any(child.lower in _WH and child.i <= clause.i for child in clause.children)


def clause_before(verb: Word, cue: Cue) -> Draft | None:
    """`..., S said` and `..., said S`: what stands before is the content, and what follows the next comma."""
    if not cue.frames & {"clause", "quote"} or negated(verb):
        return None
    sentence = verb.sentence
    source = source_of(verb)
    if sentence is None or source is None or not speaks(source, cue, strict=False) or verb.tag == "VBG":
        return None
    head = _governed(verb)
    if head is None or source.head.lower in RELATIVES or _goes_on_to_do(verb):
        return None
    block_first = min(source.first.i, verb.i)
    words = sentence.words
    base = words[0].i
    while (
        block_first > base
        and words[block_first - base - 1].head in {verb, source.head}
        and words[block_first - base - 1].lower not in {",", "”", '"', "''"}
    ):
        block_first -= 1
    k = block_first - base - 1
    if verb.child("obj") is not None and not any(w.tag in FINITE_OR_MODAL for w in words[:k]):
        # "At a rally, S showed a film"
        return None
    if k < 1 or words[k].lower not in {",", "”", '"', "''", "’", "'", "—", "–", "-", "--", "?", "!"}:
        return None
    first = words[0]
    if head.dep == "conj" and head.left.i > base and head.left.i < head.i:
        first = head.left
    pieces = [stretch(first, words[k])]
    last = max(source.last.i, verb.i)
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep in {"obl", "obj", "iobj", "advmod", "advcl", "obl:unmarked", "xcomp"}
            and child.left.i == last + 1
        ):
            last = child.right.i
    n = last - base + 1
    # `"K," S said, a smile on her face`: what is quoted has ended.
    ended = words[k].text in CLOSING and n + 1 < len(words) and words[n + 1].text not in QUOTES
    if n < len(words) - 2 and words[n].lower == "," and not ended and _goes_on(words[n + 1], verb, head):
        pieces.append(stretch(words[n + 1], head.right if head.right.i > last + 1 else words[-1]))
    return draft_of(verb, cue, "clause", "clause before", pieces, source)


def _goes_on_to_do(verb: Word) -> bool:
    """`K, so she continued to pay`: what somebody does is not what she said."""
    return any(done.left.lower == "to" and done.left.i == verb.i + 1 for done in verb.having("xcomp"))


def _governed(verb: Word) -> Word | None:
    """The head of the clause before a cue: its complement to the left, or what it is an insertion in."""
    for child in verb.children:
        if child.dep not in {"ccomp", "parataxis", "advcl", "dislocated"} or child.i > verb.i or _is_filler(child):
            continue
        # "As S spoke, ..." and "Asked why, ..." only set the scene.
        scene = child.child("mark") is not None or child.subject is None or child.left.lower in SCENE
        if child.dep != "advcl" or not scene:
            return child
    # What comes with a conjunction goes on beside it: `"K," S demanded, as T continued`.
    if verb.dep in {"parataxis", "discourse"} and verb.head.left.i < verb.i and verb.child("mark") is None:
        return verb.head
    return None


def _is_filler(verb: Word) -> bool:
    """`you know`, `I mean`: said while one thinks."""
    subject = verb.subject
    return verb.lemma in {"know", "mean", "see"} and subject is not None and subject.lower in {"you", "i"}


def _goes_on(word: Word, verb: Word, head: Word) -> bool:
    """Whether the words after the inserted cue belong to the content again."""
    if word.lower in {"adding", "but", "and"} or word.tag == "VBG":
        return False
    return (
        word.within(head) and not word.within(verb) if verb.head is head else not word.within(verb) or word.head is verb
    )


def _is_nameless(rest: Word) -> bool:
    """`who asked not to be named`: told of the source, and said by nobody."""
    return rest.passive and rest.lemma in {"name", "identify", "quote"}


def infinitive(verb: Word, cue: Cue) -> Draft | None:
    """`S vowed to ...`, `S urged A to ...`."""
    if "inf" not in cue.frames:
        return None
    rest = next(
        (
            c
            for c in verb.having("xcomp", "ccomp", "advcl")
            if c.i > verb.i and any(k.lower == "to" for k in c.children)
        ),
        None,
    )
    if rest is None or (rest.dep == "advcl" and rest.left.i > verb.i + 6) or _is_nameless(rest):
        return None
    source = source_of(verb)
    if verb.child("csubj") is not None or not speaks(source, cue, strict=True):
        return None
    if verb.passive and not ("obj" in cue.addressee and addressee_of(verb, cue)):
        return None
    beside = next((c for k in verb.having("obl") for c in k.having("case") if c.i == verb.i + 1), None)
    if beside is not None and beside.lower in cue.prepositions:
        return None
    first = next((c for c in rest.children if c.lower == "to" and c.i <= rest.i), rest)
    thing, wished = verb.child("obj"), next((c for c in rest.having("mark") if c.lower == "for"), None)
    if wished is not None and wished.i == verb.i + 1 and wished.sentence is not None:
        # "called for A to ..."
        first = wished.sentence.next_word(wished) or first
    # "expects A to ..." is about A; "urged A to ..." is said to A.
    if thing is not None and "obj" not in cue.addressee and verb.i < thing.i < first.i:
        first = thing.left
    draft = draft_of(verb, cue, "inf", "infinitive", [stretch(with_negation(first), rest.right)], source)
    if draft is not None and draft.cue is not None and wished is not None and wished.start - draft.cue.end == 1:
        draft.cue = Span(draft.cue.start, wished.end)
    return draft
