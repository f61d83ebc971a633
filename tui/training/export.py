"""The trained network as ONNX, its weights in eight bits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from tui.pipelines.components.model import INPUTS, OUTPUTS
from tui.training.net import Net


class Traced(nn.Module):
    """The network with its inputs in a row, as the exporter wants them."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, *arrays: Tensor) -> tuple[Tensor, ...]:
        """All scores, in the order of `OUTPUTS`."""
        scores = self.net(dict(zip(INPUTS, arrays, strict=True)))
        return tuple(scores[name] for name in OUTPUTS)


def export(net: Net, folder: Path) -> None:
    """Write FOLDER/full.onnx, FOLDER/model.onnx (dynamic int8) and FOLDER/labeller.npy."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = {name: (2, 9) if name in INPUTS[:3] else (2, 5) for name in INPUTS}
    arrays = tuple(torch.ones(sizes[name], dtype=torch.int64) for name in INPUTS)
    axes = {name: {0: "rows", 1: "pieces" if name in INPUTS[:3] else "words"} for name in INPUTS}
    axes |= {name: {0: "rows", 1: "words"} for name in OUTPUTS} | {"arcs": {0: "rows", 1: "words", 2: "words"}}
    torch.onnx.export(
        Traced(net.eval()), arrays, str(folder / "full.onnx"), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(
        folder / "full.onnx",
        folder / "model.onnx",
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
    np.save(folder / "labeller.npy", net.labeller.detach().numpy(), allow_pickle=False)
