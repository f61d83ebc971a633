"""Training: the pretrained encoder fine-tuned for names, tags and trees together. It can be stopped and resumed."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict
from datetime import datetime
from importlib.resources import files
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import torch
from safetensors.torch import load_file
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from tui.pipelines.components.wordpiece import WordPieces
from tui.training.batches import Sampler
from tui.training.data import Labels, label_sets, names_by_kind, sources
from tui.training.net import Net, initialise

SAVE_EVERY = 300.0
AVERAGE_EVERY = 10


def pretrained(settings: dict[str, Any]) -> tuple[Path, Path]:
    """Where the encoder's weights and vocabulary are installed, after a look at the weights' digest.

    Raises ValueError when they are not the ones the recipe names, ModuleNotFoundError when they are not installed.
    """
    folder = files(settings["package"])
    weights, vocabulary = (Path(str(folder.joinpath(settings[part]))) for part in ("weights", "vocabulary"))
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    if digest != settings["sha256"]:
        raise ValueError(f"{weights.name} of {settings['package']} is not the expected file: its SHA-256 is {digest}")
    return weights, vocabulary


def train(corpora: Path, silver: Path | None, out: Path, settings: dict[str, Any]) -> None:
    """Train and write OUT/net.pt, OUT/labels.json and a line a hundred updates to OUT/train.log."""
    torch.manual_seed(settings["seed"])
    torch.set_num_threads(settings["threads"])
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    rng = Random(settings["seed"])
    weights, vocabulary = pretrained(settings["encoder"])
    examples = sources(corpora, silver, rng)
    labels = label_sets(examples)
    net = Net(labels)
    initialise(net, load_file(weights))
    out.mkdir(parents=True, exist_ok=True)
    (out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    names = names_by_kind(examples)
    sampler = Sampler(examples, settings, WordPieces.from_file(vocabulary), labels, names, rng)
    run(net.to(device), sampler, out, settings["optimiser"], device)


def run(net: Net, sampler: Sampler, out: Path, settings: dict[str, Any], device: torch.device) -> None:
    """The loop: the rates warm up, then fall; the state is saved now and then, and at the end the averaged weights."""
    heads = ("upos", "xpos", "feats", "starts", "names", "arc", "root", "label", "shapes", "word_shapes")
    named = [(name, weight) for name, weight in net.named_parameters() if weight.requires_grad]
    groups = [
        {"params": [w for n, w in named if not n.startswith(heads)], "lr": settings["encoder_rate"]},
        {"params": [w for n, w in named if n.startswith(heads)], "lr": settings["heads_rate"]},
    ]
    rates = [float(group["lr"]) for group in groups]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=settings["decay"], fused=True)
    averaged = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(settings["averaging"]))
    parts = {"net": net, "averaged": averaged, "optimiser": optimiser}
    step = resumed(out / "state.pt", parts)
    updates, halved = settings["updates"], bfloat16_pays(device)
    last_saved, total = time.monotonic(), 0.0
    net.train()
    with (out / "train.log").open("a", encoding="utf-8") as log:
        for batch in islice(sampler.batches(), updates - step):
            fall = settings["final_fraction"] + (1 - settings["final_fraction"]) * (1 - step / updates)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(fall, (step + 1) / settings["warmup_updates"])
            with torch.autocast(device.type, torch.bfloat16, enabled=halved):
                loss = net.loss({name: torch.from_numpy(array).to(device) for name, array in batch.items()})
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([w for _, w in named], settings["clip"])
            optimiser.step()
            step, total = step + 1, total + loss.item()
            if step % AVERAGE_EVERY == 0:
                averaged.update_parameters(net)
            if step % 100 == 0:
                print(f"{datetime.now():%H:%M:%S}  update {step:6d}  loss {total / 100:.3f}", file=log, flush=True)
                total = 0.0
            if time.monotonic() - last_saved > SAVE_EVERY:
                last_saved = time.monotonic()
                save(out, parts, step)
    save(out, parts, step)


def bfloat16_pays(device: torch.device) -> bool:
    """Whether products of matrices are quicker in half as many bits here: on most graphics and some new processors."""

    def seconds(kind: torch.dtype) -> float:
        left, right = (torch.ones(1152, 1152, dtype=kind, device=device) for _ in range(2))
        started = time.perf_counter()
        for _ in range(6):
            left[0, 0] = (left @ right)[0, 0].item()
        return time.perf_counter() - started

    seconds(torch.bfloat16)
    return seconds(torch.bfloat16) < 0.7 * seconds(torch.float32)


def resumed(path: Path, parts: dict[str, Any]) -> int:
    """Load the state of an earlier run, if there is one, into `parts`; the number of updates that were made."""
    if not path.exists():
        return 0
    saved = torch.load(path, weights_only=True)
    for name, part in parts.items():
        part.load_state_dict(saved[name])
    return int(saved["step"])


def save(out: Path, parts: dict[str, Any], step: int) -> None:
    """Write the state and the averaged weights, each moved into place, so that a kill leaves the last ones whole."""
    state = {name: part.state_dict() for name, part in parts.items()}
    for name, content in (("state.pt", {**state, "step": step}), ("net.pt", parts["averaged"].module.state_dict())):
        fresh = out / f"{name}.new"
        torch.save(content, fresh)
        fresh.replace(out / name)


def load(out: Path) -> tuple[Net, Labels]:
    """The trained network of a folder, and its labels."""
    labels = Labels(**{k: tuple(v) for k, v in json.loads((out / "labels.json").read_text(encoding="utf-8")).items()})
    net = Net(labels)
    net.load_state_dict(torch.load(out / "net.pt", weights_only=True, map_location="cpu"))
    return net.eval(), labels
