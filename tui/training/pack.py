"""The exported network, its labels and the lemmas as a spaCy pipeline's folder."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import spacy

from tui.pipelines.components.factories import LabelPipe
from tui.pipelines.components.lemmas import learn
from tui.training.data import Labels
from tui.training.tokens import teach
from tui.training.treebank import read_conllu

PARTS = ("encoder", "tagger", "parser", "ner", "places", "events", "laws", "numbers", "lemmatizer")
MAX_PIECES = 126


def encoder_folder(exported: Path, labels: Labels, vocabulary: Path) -> Path:
    """The encoder's own folder, EXPORTED/encoder: network, labeller, word pieces, and settings with their digests."""
    encoder = exported / "encoder"
    encoder.mkdir(exist_ok=True)
    for source, name in ((exported / "model.onnx", "model.onnx"), (exported / "labeller.npy", "labeller.npy"),
                         (vocabulary, "wordpieces.txt")):  # fmt: skip
        shutil.copyfile(source, encoder / name)
    digests = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in encoder.iterdir() if p.suffix != ".json"}
    settings = {"labels": columns(labels), "max_pieces": MAX_PIECES, "sha256": dict(sorted(digests.items()))}
    (encoder / "settings.json").write_text(json.dumps(settings, indent=1), encoding="utf-8")
    return encoder


def columns(labels: Labels) -> dict[str, list[str]]:
    """The labels by column, as JSON has them."""
    return {name: list(getattr(labels, name)) for name in ("upos", "xpos", "feats", "deps", "names")}


def pack(encoder: Path, labels: Labels, corpora: Path, out: Path, meta: dict[str, Any]) -> None:
    """Write the pipeline of an encoder's folder to OUT, which is emptied first."""
    nlp = spacy.blank("en")
    trees = [tree for path in ("ud-english-ewt/en_ewt-ud-train.conllu.gz", "gum/gum-train.conllu.gz")
             for tree in read_conllu(corpora / path)]  # fmt: skip
    teach(nlp, trees)
    for part in PARTS:
        nlp.add_pipe(f"newscast_{part}")
    for part, names in (("tagger", ("upos", "xpos", "feats")), ("parser", ("deps",)), ("ner", ("names",))):
        pipe = nlp.get_pipe(f"newscast_{part}")
        assert isinstance(pipe, LabelPipe)
        pipe.columns = {name: columns(labels)[name] for name in names}
        pipe.prepare()
    nlp.get_pipe("newscast_encoder").from_disk(encoder)
    lemmatizer: Any = nlp.get_pipe("newscast_lemmatizer")
    lemmatizer._lemmas = learn(
        row for tree in trees for row in zip(tree.words, tree.upos, tree.xpos, tree.lemmas, strict=True)
    )
    nlp.meta.update(meta)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
