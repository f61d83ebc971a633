"""The card of a trained pipeline: what it is, from what, how good, and where it is weak."""

from __future__ import annotations

from typing import Any

from tui.pipelines.info import NAMING

TEXT = """# {lang}_{name} {version}

{description}. It is a spaCy pipeline that opens where Newscast is installed: `spacy.load` with this folder.

## Licence and sources

The weights are under {license}; the code that runs them is under MIT. They come from:

{sources}

The encoder's start weights are those of all-MiniLM-L6-v2 (22 million parameters, uncased); the recipe checks their
SHA-256 before it begins. No dev part, no test part and no PUD was trained on; twelve news documents of GUM are in its
train part, so that a figure on them flatters the names.

## Method

`python -m tui.training` fine-tunes an encoder for names (BILOU, decoded by Viterbi), tags, features, sentence starts
and dependencies (biaffine scores; maximum spanning tree, one root a sentence) together; treebank windows teach syntax
and names at once, and what the sources disagree on is left unknown. There are two stages. After the first, which
learns from what people annotated, the network labels the sentences that have no trees, those of GMB and WikiGold; from
these labels, where the corpus's own tags do not contradict them, and from the treebanks it goes on to learn in the
second. Persons' names are exchanged for others, some of many languages. Case is a feature of its own.
The network is exported to ONNX with weights in eight bits. Lemmas come from a table and endings learned from the same
treebanks; dates, times, sums, shares and numbers from rules, as do events and laws whose names tell it (X War, X World
Cup, Battle of X, Hurricane X; X Act, X Accords, Treaty of X), and places that are no towns (X Center, the X River).
What a word is in one sentence is drawn to what it is in the others of its document where the same capitalised words
stand.

{notes}

Labels: names {names}. Relations are Universal Dependencies', in English, with subtypes.

## Figures on data that was not trained on

Per cent. UAS and LAS are over words that are no punctuation, with the pipeline's own tokens and sentences, and whole
documents at once where the corpus tells them; names are right with both borders and label, articles and possessives
put aside. GUM has one kind of place: which of them are FAC or LOC, and not GPE, is told there by words like those of
the pipeline's own rule; its NORP are the peoples of a list.

```
{figures}
```

## What it is bad at

- Organisations, above all media, parties and acronyms: the sources disagree on them. FAC and EVENT are rare in the
  data, so that most events are missed whose names do not tell it; of laws only those are told whose names do, and
  PRODUCT and WORK_OF_ART are not told at all.
- Sentences without a full stop, lists, tables and headlines run together.
- Datelines ("LEEDS (Wire) -") may be taken for the subject. Speech that is not edited, verse and code were hardly seen.
"""


def card(meta: dict[str, Any], report: str) -> str:
    """The card in Markdown, from the pipeline's meta data and the report of its figures."""
    sources = "\n".join(f"- {source['name']}: {source['license']}" for source in meta["sources"])
    labels = meta.get("labels", {})
    names = ", ".join(dict.fromkeys(kind for part in NAMING for kind in labels.get(part, ())))
    kept = {key: meta[key] for key in ("lang", "name", "version", "description", "license", "notes")}
    return TEXT.format(**kept, sources=sources, names=names, figures=report)
