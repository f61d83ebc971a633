"""A packed pipeline trained further: its network read back from eight bits, and averaged with what it becomes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from tui.training.data import Labels
from tui.training.net import Net, Size

PREFIX = "net."


def turned_back(encoder: Path, out: Path, size: Size, raised: Mapping[str, float]) -> None:
    """Write the network of an encoder's folder to OUT, as `train` leaves one.

    What rounding took is lost, and each source's head for names begins as the one that was made of all. What was added
    to the scores of names, `raised`, is taken off, since `Net.settle` will add it again.
    """
    known = json.loads((encoder / "settings.json").read_text(encoding="utf-8"))["labels"]
    labels = Labels(**{name: tuple(values) for name, values in known.items()})
    net = Net(labels, size)
    weights = read(onnx.load(str(encoder / "model.onnx")))
    weights["labeller"] = torch.from_numpy(np.load(encoder / "labeller.npy", allow_pickle=False))
    weights["names_habits"] = torch.zeros_like(net.names_habits)
    net.load_state_dict(weights)
    net.raise_scores(labels.names, {label: -more for label, more in raised.items()})
    out.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), out / "net.pt")
    for name, content in (("labels.json", labels), ("size.json", size)):
        (out / name).write_text(json.dumps(asdict(content)), encoding="utf-8")


def read(model: Any) -> dict[str, Tensor]:
    """The weights of an exported network by the names of its parameters.

    A product's weights have lost their name in the file; the bias that is added to the product tells whose they are.
    """
    kept = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    users = {name: node for node in model.graph.node for name in node.input}
    found = {}
    for name, value in kept.items():
        if name.endswith("_quantized"):
            plain = name.removesuffix("_quantized")
            zero, scale = kept[f"{plain}_zero_point"], kept[f"{plain}_scale"]
            number = (value.astype(np.float32) - zero.astype(np.float32)) * scale
            if not plain.startswith(PREFIX):
                node = users[name]
                while node.op_type != "Add":
                    node = users[node.output[0]]
                bias = next(other for other in node.input if other in kept)
                plain, number = bias.replace(".bias", ".weight"), number.T
            found[plain] = number
        elif name.startswith(PREFIX) and not name.endswith(("_scale", "_zero_point")):
            found[name] = value
    return {name.removeprefix(PREFIX): torch.from_numpy(np.array(value, np.float32)) for name, value in found.items()}


def averaged(net: Net, before: Net, share: float) -> Net:
    """The network with so large a share of its weights, and the rest of those from which it began."""
    with torch.no_grad():
        for weight, old in zip(net.parameters(), before.parameters(), strict=True):
            weight.lerp_(old, 1 - share)
    return net
