"""A pipeline scored on annotated text: what `newscast pipeline evaluate` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example

from tui.pipelines.gold import DOCUMENT

BREAK = "\n\n"
"""Between two paragraphs of a text."""
COARSE = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
"""Our labels in those of corpora that know persons, organisations and places only."""
COARSE_GOLD = frozenset({"PER", "ORG", "LOC"})


@dataclass(frozen=True, slots=True)
class Names:
    """Counts for one label: spans right, spans predicted, spans in the gold."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Of those predicted, the share that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Of the gold ones, the share that is found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1 by name, as spaCy's scorer has them, and the names by label, "all" among them."""

    shares: dict[str, float]
    names: dict[str, Names]


def score(nlp: Language, gold: Sequence[Doc]) -> Figures:
    """Run the pipeline over the gold's texts, with its own tokenizer, and compare; punctuation's arcs do not count."""
    examples = [Example(mine, theirs) for mine, theirs in zip(predictions(nlp, gold), gold, strict=True)]
    shares: dict[str, float] = {}
    if any(doc.has_annotation("DEP") for doc in gold):
        found: dict[str, Any] = {}
        for attribute in ("tag", "pos", "morph", "lemma"):
            found |= Scorer.score_token_attr(examples, attribute)
        found |= attachment(examples)
        found |= Scorer.score_spans(examples, "sents", has_annotation=lambda doc: doc.has_annotation("SENT_START"))
        kept = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
        shares = {"token_f": Scorer.score_tokenization(examples)["token_f"]}
        shares |= {name: value for name in kept if (value := found.get(name)) is not None}
    return Figures(shares, names(examples) if any(doc.has_annotation("ENT_IOB") for doc in gold) else {})


def predictions(nlp: Language, gold: Sequence[Doc]) -> Iterator[Doc]:
    """What the pipeline makes of each paragraph; those of one document are read together, as a reader reads them."""
    alone = count(start=-1, step=-1)
    parts = groupby(gold, lambda doc: doc.user_data.get(DOCUMENT, next(alone)))
    documents = [[doc.text.rstrip() for doc in part] for _, part in parts]
    for texts, whole in zip(documents, nlp.pipe(map(BREAK.join, documents)), strict=True):
        start = 0
        for text in texts:
            yield whole.char_span(start, start + len(text), alignment_mode="expand").as_doc()
            start += len(text) + len(BREAK)


def attachment(examples: Sequence[Example]) -> dict[str, float]:
    """The share of the gold's words, punctuation left out, with the right head, and with the right relation too.

    A word that the tokenizer cuts otherwise counts as wrong.
    """
    words = heads = labels = 0
    for example in examples:
        to_gold = example.alignment.x2y
        place = {int(to_gold[i][0]): i for i in range(len(example.predicted)) if to_gold.lengths[i] == 1}
        back = {number: gold for gold, number in place.items()}
        for token in example.reference:
            if token.dep_ == "punct":
                continue
            words += 1
            if token.i in place:
                mine = example.predicted[place[token.i]]
                if back.get(mine.head.i) == token.head.i:
                    heads += 1
                    labels += mine.dep_.lower() == token.dep_.lower()
    return {"dep_uas": heads / max(1, words), "dep_las": labels / max(1, words)}


def names(examples: Sequence[Example]) -> dict[str, Names]:
    """Names whose borders and label are right, by label, over all, and whatever the label; places are in characters."""
    coarse = not any(span.label_ in COARSE and span.label_ not in COARSE_GOLD
                     for example in examples for span in example.reference.ents)  # fmt: skip
    gold: set[tuple[int, int, int, str]] = set()
    mine: set[tuple[int, int, int, str]] = set()
    for number, example in enumerate(examples):
        unknown = unknown_characters(example.reference)
        labels = set(COARSE_GOLD) if coarse else set(COARSE) | {"NORP", "EVENT"}
        for span in example.reference.ents:
            if span.label_ in labels:
                gold.add((number, *borders(span), span.label_))
        for span in example.predicted.ents:
            label = COARSE.get(span.label_, "") if coarse else span.label_
            start, end = borders(span)
            if label in labels and not unknown.intersection(range(start, end)):
                mine.add((number, start, end, label))
    found = {
        label: Names(
            sum(span in gold for span in mine if span[3] == label),
            sum(span[3] == label for span in mine),
            sum(span[3] == label for span in gold),
        )
        for label in sorted({span[3] for span in gold | mine})
    }
    bare_gold, bare_mine = {span[:3] for span in gold}, {span[:3] for span in mine}
    found["all"] = Names(len(gold & mine), len(mine), len(gold))
    found["borders"] = Names(len(bare_gold & bare_mine), len(bare_mine), len(bare_gold))
    return found


def borders(span: Span) -> tuple[int, int]:
    """First character and the one after the last, without a leading article or a trailing possessive."""
    start, end = span.start, span.end
    while end - start > 1 and span.doc[start].lower_ in {"the", "a", "an"}:
        start += 1
    while end - start > 1 and span.doc[end - 1].lower_ in {"'s", "’s", "'", "’"}:
        end -= 1
    return span.doc[start].idx, span.doc[end - 1].idx + len(span.doc[end - 1])


def unknown_characters(doc: Doc) -> set[int]:
    """The characters on whose names the gold says nothing."""
    return {place for token in doc if token.ent_iob == 0 for place in range(token.idx, token.idx + len(token))}


LINES = (("token_f", "tokens F"), ("sents_f", "sentences F"), ("tag_acc", "tag"), ("pos_acc", "part of speech"),
         ("morph_acc", "features"), ("lemma_acc", "lemma"), ("dep_uas", "head (UAS)"),
         ("dep_las", "head and relation (LAS)"))  # fmt: skip


def table(name: str, figures: Figures) -> str:
    """The figures as lines, in per cent."""
    lines = [name]
    lines += [f"  {title:<24} {figures.shares[key] * 100:5.1f}" for key, title in LINES if key in figures.shares]
    if figures.names:
        lines.append(f"  {'names':<24} {'P':>5} {'R':>5} {'F':>5} {'gold':>6}")
        lines += [
            f"    {label:<22} {n.precision * 100:5.1f} {n.recall * 100:5.1f} {n.f * 100:5.1f} {n.gold:6}"
            for label, n in figures.names.items()
        ]
    return "\n".join(lines)


def to_json(figures: Figures) -> dict[str, Any]:
    """The figures as plain data, rounded to a ten thousandth."""
    shares = {key: round(value, 4) for key, value in figures.shares.items()}
    names = {
        label: {"precision": round(n.precision, 4), "recall": round(n.recall, 4), "f": round(n.f, 4), "gold": n.gold}
        for label, n in figures.names.items()
    }
    return {**shares, "names": names} if names else dict(shares)
