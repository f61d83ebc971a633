"""The network: a small BERT with an eye for the shape of words, and a head for each thing it tells."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from tui.training.batches import IGNORED
from tui.training.data import NAME_SOURCES, Labels

ARC, LABEL, SHAPES = 256, 64, 10
SMOOTHING = 0.05
"""Of the names' labels, some of which are wrong."""


@dataclass(frozen=True, slots=True)
class Size:
    """Of an encoder: the width W of its vectors, layers and attention heads."""

    width: int
    layers: int
    heads: int = 12


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        width = size.width
        self.heads, self.part = size.heads, width // size.heads
        self.query, self.key, self.value, self.attended = (nn.Linear(width, width) for _ in range(4))
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.inner, self.outer = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.outer_norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """`hidden` [B, P, W]; `bias` [B, 1, 1, P], very small where padded."""
        rows, length, _ = hidden.shape

        def split(linear: nn.Module) -> Tensor:
            parts: Tensor = linear(hidden).view(rows, length, self.heads, self.part)
            return parts.transpose(1, 2)

        scores = split(self.query) @ split(self.key).transpose(2, 3) / math.sqrt(self.part) + bias
        mixed = (scores.softmax(-1) @ split(self.value)).transpose(1, 2).reshape(rows, length, self.heads * self.part)
        hidden = self.attended_norm(hidden + self.drop(self.attended(mixed)))
        result: Tensor = self.outer_norm(hidden + self.drop(self.outer(functional.gelu(self.inner(hidden)))))
        return result


class Net(nn.Module):
    """Encoder and heads. Outputs are named as the ONNX file's (see `export`).

    The sources of names mark by rules of their own, so the names' head is a shared one plus, in training, a small one
    of each source (after Daumé III, "Frustratingly easy domain adaptation", 2007); `settle` makes one head of them.
    """

    def __init__(self, labels: Labels, size: Size) -> None:
        super().__init__()
        self.size, width = size, size.width
        self.words = nn.Embedding(30522, width)
        self.positions = nn.Embedding(512, width)
        self.kinds = nn.Parameter(torch.zeros(width))
        self.shapes, self.word_shapes = nn.Embedding(SHAPES, width), nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.word_shapes.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.before, self.after = nn.Dropout(0.1), nn.Dropout(0.2)
        self.upos, self.xpos, self.feats = (nn.Linear(width, len(x)) for x in (labels.upos, labels.xpos, labels.feats))
        self.starts = nn.Linear(width, 1)
        self.names_hidden, self.names = nn.Linear(width, width), nn.Linear(width, len(labels.names))
        self.names_habits = nn.Parameter(torch.zeros(len(NAME_SOURCES), width, len(labels.names)))
        self.arc_dependent, self.arc_head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.arc_product = nn.Parameter(torch.eye(ARC) / math.sqrt(ARC))
        self.arc_prior, self.root = nn.Linear(ARC, 1), nn.Linear(ARC, 1)
        self.label_dependent, self.label_head = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.labeller = nn.Parameter(torch.randn(len(labels.deps), LABEL + 1, LABEL + 1) * 0.02)
        for frozen in (self.words.weight, self.positions.weight, self.kinds):
            frozen.requires_grad_(False)

    def encode(self, batch: dict[str, Tensor]) -> Tensor:
        """Vectors of words [B, words, W]: the mean of first and last piece, with the shape's own vector."""
        length = batch["pieces"].shape[1]
        hidden = self.words(batch["pieces"]) + self.positions.weight[:length] + self.kinds
        hidden = self.before(self.norm(hidden + self.shapes(batch["shapes"])))
        bias = (1.0 - batch["mask"][:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, bias)
        first, last = (batch[x].unsqueeze(-1).expand(-1, -1, self.size.width) for x in ("first", "last"))
        word = (hidden.gather(1, first) + hidden.gather(1, last)) * 0.5
        result: Tensor = self.after(word + self.word_shapes(batch["word_shapes"]))
        return result

    def forward(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """All scores of a batch."""
        word = self.encode(batch)
        names_hidden = self.after(functional.gelu(self.names_hidden(word)))
        names = self.names(names_hidden)
        if "source" in batch:
            names = names + names_hidden @ self.names_habits[batch["source"]]
        dependent, head = functional.gelu(self.arc_dependent(word)), functional.gelu(self.arc_head(word))
        arcs = (dependent @ self.arc_product) @ head.transpose(1, 2) + self.arc_prior(head).transpose(1, 2)
        return {
            "upos": self.upos(word),
            "xpos": self.xpos(word),
            "feats": self.feats(word),
            "starts": self.starts(word).squeeze(-1),
            "names": names,
            "arcs": arcs,
            "roots": self.root(dependent).squeeze(-1),
            "dependents": functional.gelu(self.label_dependent(word)),
            "heads": functional.gelu(self.label_head(word)),
        }

    def settle(
        self,
        names: Sequence[str],
        *,
        shares: Mapping[str, float],
        only: Mapping[str, str],
        raised: Mapping[str, float],
    ) -> None:
        """Make one head for names, out of so large a share of each source's; a label in `only` as its source has it.

        `names` are the labels, in the order of the scores. The score of a label in `raised` grows by so much, or
        shrinks: what only one source marks is learnt, from all the others, to be nothing.
        """
        with torch.no_grad():
            habits = {source: self.names_habits[NAME_SOURCES.index(source)] for source in {*shares, *only.values()}}
            mixed = torch.stack([habits[source] * share for source, share in shares.items()]).sum(0)
            for label, source in only.items():
                places = [place for place, name in enumerate(names) if name.endswith(f"-{label}")]
                mixed[:, places] = habits[source][:, places]
            self.names.weight += mixed.T
            self.names_habits.zero_()
        self.raise_scores(names, raised)

    def raise_scores(self, names: Sequence[str], raised: Mapping[str, float]) -> None:
        """Add what `raised` has for a label to its scores; `names` are the labels in the order of the scores."""
        with torch.no_grad():
            for label, more in raised.items():
                self.names.bias += torch.tensor([more if name.endswith(f"-{label}") else 0.0 for name in names])

    def label_scores(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores of the labels [N, L] of N arcs from the vectors of their ends [N, 64]."""
        ones = dependents.new_ones(len(dependents), 1)
        left, right = torch.cat([dependents, ones], 1), torch.cat([heads, ones], 1)
        size = self.labeller.shape[1]
        flat = self.labeller.permute(1, 0, 2).reshape(size, -1)
        return ((left @ flat).view(len(left), -1, size) * right[:, None, :]).sum(-1)

    def loss(self, batch: dict[str, Tensor]) -> Tensor:
        """The weighted sum of the heads' losses over what the batch knows."""
        scores = {name: score.float() for name, score in self(batch).items()}
        total = 0.3 * entropy(scores["feats"], batch["feats"])
        total = total + 0.5 * (entropy(scores["upos"], batch["upos"]) + entropy(scores["xpos"], batch["xpos"]))
        total = total + 1.5 * entropy_of_odds(scores["names"], batch["names"], SMOOTHING)
        known = batch["starts"] != IGNORED
        starts = functional.binary_cross_entropy_with_logits(scores["starts"][known], batch["starts"][known].float())
        total = total + 0.5 * starts
        arcs = arc_scores(scores["arcs"], scores["roots"], batch["sentence"])
        total = total + entropy(arcs, batch["heads"])
        known = (batch["heads"] != IGNORED) & (batch["deps"] != IGNORED)
        if known.any():
            row, place = filled(known.nonzero())
            heads = scores["heads"][row, batch["heads"][row, place]]
            labels = self.label_scores(scores["dependents"][row, place], heads)
            total = total + functional.cross_entropy(labels, batch["deps"][row, place])
        return total


def arc_scores(arcs: Tensor, roots: Tensor, sentence: Tensor) -> Tensor:
    """Scores of heads [B, W, W] with the root's on the diagonal, masked to the sentence of each word."""
    size = arcs.shape[1]
    eye = torch.eye(size, dtype=torch.bool, device=arcs.device)
    scores = torch.where(eye, roots.unsqueeze(-1), arcs)
    return scores.masked_fill(sentence.unsqueeze(2) != sentence.unsqueeze(1), -1e4)


def filled(places: Tensor, step: int = 128) -> tuple[Tensor, Tensor]:
    """Rows and columns of `places` [N, 2], some of them twice, so that N is a multiple of `step` (see `Sampler`)."""
    count = -(-len(places) // step) * step
    row, place = places[torch.arange(count, device=places.device) % len(places)].unbind(1)
    return row, place


def entropy(scores: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy over the targets that are known; zero where none is."""
    known = targets != IGNORED
    return functional.cross_entropy(scores[known], targets[known]) if known.any() else scores.sum() * 0.0


def entropy_of_odds(scores: Tensor, odds: Tensor, smoothing: float) -> Tensor:
    """Cross-entropy against each label's probability, over the words that have any; zero where none has."""
    known = odds.sum(-1) > 0
    if not known.any():
        return scores.sum() * 0.0
    return functional.cross_entropy(scores[known], odds[known], label_smoothing=smoothing)


BERT = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "attended": "attention.output.dense", "attended_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense", "outer": "output.dense", "outer_norm": "output.LayerNorm",
}  # fmt: skip


def initialise(net: Net, weights: dict[str, Tensor]) -> None:
    """Copy a pretrained encoder's weights, named as in BERT's checkpoints, into the network."""
    plain = {name.removeprefix("bert."): tensor for name, tensor in weights.items()}
    with torch.no_grad():
        net.words.weight.copy_(plain["embeddings.word_embeddings.weight"])
        net.positions.weight.copy_(plain["embeddings.position_embeddings.weight"])
        net.kinds.copy_(plain["embeddings.token_type_embeddings.weight"][0])
        net.norm.weight.copy_(plain["embeddings.LayerNorm.weight"])
        net.norm.bias.copy_(plain["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(net.layers):
            for part, name in BERT.items():
                for kind in ("weight", "bias"):
                    getattr(getattr(layer, part), kind).copy_(plain[f"encoder.layer.{number}.{name}.{kind}"])
