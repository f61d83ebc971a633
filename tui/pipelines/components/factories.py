"""The pipeline's parts as spaCy components.

`newscast_encoder` reads a document's words once and leaves what it knows in `doc.tensor`, a row a token and a column a
thing (`model.COLUMNS`); the others write their column into the tokens. Onnxruntime is imported when a pipeline is
opened, not before.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.attrs import DEP, HEAD, IS_SPACE, MORPH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, minibatch

if TYPE_CHECKING:
    from tui.pipelines.components.lemmas import Lemmas
    from tui.pipelines.components.model import Encoder


class EncoderPipe:
    """Runs the encoder over documents, many paragraphs at a time."""

    def __init__(self, threads: int) -> None:
        self.threads = threads
        self._folder: Path | None = None
        self._encoder: Encoder | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Read documents, `batch_size` at a time."""
        for docs in minibatch(stream, batch_size):
            self._read(docs)
            yield from docs

    def _read(self, docs: Sequence[Doc]) -> None:
        import numpy as np

        if self._encoder is None:
            raise ValueError("newscast_encoder holds no network yet; open a pipeline that was saved with one")
        places = [list(paragraphs(doc)) for doc in docs]
        jobs = [
            ([doc[i].text for i in part], [doc[i].sent_start for i in part])
            for doc, parts in zip(docs, places, strict=True)
            for part in parts
        ]
        found = iter(self._encoder.read(jobs, [number for number, parts in enumerate(places) for _ in parts]))
        for doc, parts in zip(docs, places, strict=True):
            doc.tensor = np.zeros((len(doc), 6), np.int32)
            for part in parts:
                rows = next(found)
                index = np.asarray(part)
                rows[:, 3] = index[np.arange(len(part)) + rows[:, 3]] - index
                doc.tensor[index] = rows

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:
        """Copy the encoder's files."""
        if self._folder and self._folder != path:
            shutil.copytree(self._folder, path, dirs_exist_ok=True)

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> EncoderPipe:
        """Open the encoder. Raises ValueError when it is not whole."""
        from tui.pipelines.components.model import Encoder

        self._folder = path
        self._encoder = Encoder(path, self.threads)
        return self


def paragraphs(doc: Doc) -> Iterator[list[int]]:
    """The places of the words, paragraph by paragraph; white space is no word, a line break ends a paragraph."""
    part: list[int] = []
    for token in doc:
        if not token.is_space:
            part.append(token.i)
        elif "\n" in token.text and part:
            yield part
            part = []
    if part:
        yield part


class LabelPipe:
    """What the components that only write labels share: the labels, kept as JSON."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self.columns: dict[str, list[str]] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that the component can set, as spaCy's components tell them."""
        return tuple(label for column in self.columns.values() for label in column)

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:
        """Write the labels."""
        path.mkdir(parents=True, exist_ok=True)
        (path / "labels.json").write_text(json.dumps(self.columns), encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> LabelPipe:
        """Read the labels. Raises ValueError when they are not there."""
        try:
            self.columns = json.loads((path / "labels.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ValueError(f"{path.name}: its labels cannot be read ({error})") from None
        self.prepare()
        return self

    def prepare(self) -> None:
        """Work out once what each document needs."""


class Tagger(LabelPipe):
    """Sets `tag_`, `pos_` and `morph`."""

    def prepare(self) -> None:
        """Turn the labels into spaCy's numbers."""
        import numpy as np

        strings = self._vocab.strings
        self._tags = np.array([strings.add(tag) for tag in self.columns["xpos"]], np.uint64)
        self._pos = np.array([IDS[pos] for pos in self.columns["upos"]], np.uint64)
        morphology = self._vocab.morphology
        self._morphs = np.array([morphology.add(feats) for feats in self.columns["feats"]], np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Tag a document that the encoder has read."""
        import numpy as np

        known = doc.tensor
        values = np.stack([self._tags[known[:, 1]], self._pos[known[:, 0]], self._morphs[known[:, 2]]], 1)
        values[np.flatnonzero(doc.to_array(IS_SPACE))] = (
            self._vocab.strings.add("_SP"),
            IDS["SPACE"],
            self._vocab.morphology.add(""),
        )
        return doc.from_array([TAG, POS, MORPH], values)


class Parser(LabelPipe):
    """Sets `head`, `dep_` and with them the sentences."""

    def prepare(self) -> None:
        """Turn the labels into spaCy's numbers; its name for the root is in capitals."""
        import numpy as np

        names = ["ROOT" if dep == "root" else dep for dep in self.columns["deps"]]
        self._deps = np.array([self._vocab.strings.add(name) for name in names], np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Hang a document's words on one another."""
        import numpy as np

        heads, deps = doc.tensor[:, 3].astype(np.int64), self._deps[doc.tensor[:, 4]]
        loose = self._vocab.strings.add("dep")
        blank = doc.to_array(IS_SPACE).astype(bool)
        words = np.flatnonzero(~blank)
        for place in np.flatnonzero(blank).tolist():
            if len(words):
                heads[place] = -1 if place > words[0] else words[0] - place
                deps[place] = loose
            else:
                heads[place], deps[place] = -place, loose if place else self._vocab.strings.add("ROOT")
        return doc.from_array([HEAD, DEP], np.stack([heads.astype(np.uint64), deps], 1))


class Names(LabelPipe):
    """Sets `ents` to the names."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of names."""
        return tuple(dict.fromkeys(label[2:] for label in self.columns.get("names", []) if label != "O"))

    def __call__(self, doc: Doc) -> Doc:
        """Mark a document's names; where entities stand already, those stay."""
        import numpy as np

        from tui.pipelines.components.spans import with_initials

        labels = self.columns["names"]
        found: list[Span] = []
        start = 0
        numbers = np.where(doc.to_array(IS_SPACE), labels.index("O"), doc.tensor[:, 5])
        for place in np.flatnonzero(numbers != labels.index("O")).tolist():
            label = labels[numbers[place]]
            if label[0] in "BU":
                start = place
            if label[0] in "LU":
                found.append(Span(doc, start, place + 1, label[2:]))
        kept = list(doc.ents)
        taken = {i for span in kept for i in range(span.start, span.end)} | addresses(doc)
        free = [span for span in found if not taken.intersection(range(span.start, span.end))]
        doc.ents = [*kept, *with_initials(doc, free, taken)]
        return doc


def addresses(doc: Doc) -> set[int]:
    """The places of addresses of letters and pages, in which neither names nor numbers are told."""
    return {token.i for token in doc if token.like_email or (token.like_url and "/" in token.text)}


class Told:
    """Sets `ents` to what they were and the names of one kind that are told by their words (`events`, `laws`)."""

    def __init__(self, label: str, told: Callable[[Doc], Iterator[tuple[int, int, bool]]]) -> None:
        self.labels = (label,)
        self._told = told

    def __call__(self, doc: Doc) -> Doc:
        """Mark a tagged document's events or laws."""
        from tui.pipelines.components.spans import with_told

        doc.ents = with_told(doc, self._told(doc), self.labels[0])
        return doc


class Places:
    """Tells in `ents` places that are no towns or states from those that are, by the words of their names."""

    def __call__(self, doc: Doc) -> Doc:
        """Give each place of a document its kind."""
        from tui.pipelines.components.places import with_places

        doc.ents = with_places(doc)
        return doc


class Numbers:
    """Adds dates, times, sums, shares and numbers to `ents`, by rules, where no name stands."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark a document's numbers."""
        from tui.analysis.quantities import quantities

        names = list(doc.ents)
        spans = [
            span
            for start, end, label in quantities(doc.text, 0, len(doc.text))
            if (span := doc.char_span(start, end, label=label, alignment_mode="expand"))
        ]
        taken = {i for span in names for i in range(span.start, span.end)} | addresses(doc)
        free = [span for span in filter_spans(spans) if not taken.intersection(range(span.start, span.end))]
        doc.ents = [*names, *free]
        return doc


class Lemmatizer:
    """Sets `lemma_` from the word and its tags."""

    def __init__(self) -> None:
        self._lemmas: Lemmas | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Give each word its lemma."""
        if self._lemmas is None:
            raise ValueError("newscast_lemmatizer has no table yet; open a pipeline that was saved with one")
        for token in doc:
            token.lemma_ = token.text if token.is_space else self._lemmas.lemma(token.text, token.pos_, token.tag_)
        return doc

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:
        """Write the table."""
        path.mkdir(parents=True, exist_ok=True)
        if self._lemmas:
            self._lemmas.to_file(path / "lemmas.json")

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> Lemmatizer:
        """Read the table. Raises ValueError when it is not there."""
        from tui.pipelines.components.lemmas import Lemmas

        try:
            self._lemmas = Lemmas.from_file(path / "lemmas.json")
        except (OSError, ValueError, KeyError) as error:
            raise ValueError(f"{path.name}: its table cannot be read ({error})") from None
        return self


@Language.factory("newscast_encoder", default_config={"threads": 1}, assigns=["doc.tensor"])
def make_encoder(nlp: Language, name: str, threads: int) -> EncoderPipe:
    """The encoder; `threads` of the processor are used."""
    return EncoderPipe(threads)


@Language.factory("newscast_tagger", assigns=["token.tag", "token.pos", "token.morph"])
def make_tagger(nlp: Language, name: str) -> Any:
    """The tagger."""
    return Tagger(nlp)


@Language.factory("newscast_parser", assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"])
def make_parser(nlp: Language, name: str) -> Any:
    """The parser."""
    return Parser(nlp)


@Language.factory("newscast_ner", assigns=["doc.ents", "token.ent_type", "token.ent_iob"])
def make_names(nlp: Language, name: str) -> Any:
    """The names."""
    return Names(nlp)


@Language.factory("newscast_places", requires=["doc.ents"], assigns=["doc.ents"])
def make_places(nlp: Language, name: str) -> Any:
    """The kinds of places."""
    return Places()


@Language.factory("newscast_events", requires=["token.tag", "token.pos"], assigns=["doc.ents"])
def make_events(nlp: Language, name: str) -> Any:
    """The events."""
    from tui.pipelines.components.events import events

    return Told("EVENT", events)


@Language.factory("newscast_laws", requires=["token.tag", "token.pos"], assigns=["doc.ents"])
def make_laws(nlp: Language, name: str) -> Any:
    """The laws."""
    from tui.pipelines.components.laws import laws

    return Told("LAW", laws)


@Language.factory("newscast_numbers", assigns=["doc.ents"])
def make_numbers(nlp: Language, name: str) -> Any:
    """The dates and numbers."""
    return Numbers()


@Language.factory("newscast_lemmatizer", assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> Any:
    """The lemmas."""
    return Lemmatizer()
