"""Training: the pretrained encoder fine-tuned for names, tags and trees together. It can be stopped and resumed."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from tui.pipelines.components.wordpiece import WordPieces
from tui.training.batches import Sampler
from tui.training.data import Labels, label_sets, names_by_kind, sources
from tui.training.net import Net, Size, initialise
from tui.training.pretrained import pretrained, vocabulary
from tui.training.worldwide import persons

SAVE_EVERY = 300.0
AVERAGE_EVERY = 10


def train(
    corpora: Path,
    out: Path,
    settings: dict[str, Any],
    stage: str,
    begins: Path | None = None,
    silver: Path | None = None,
) -> None:
    """Train the network after the settings of a stage, from the pretrained encoder or from where `begins` has ended.

    Writes OUT/net.pt, OUT/labels.json and a line a hundred updates to OUT/train.log.
    """
    torch.manual_seed(settings["seed"])
    torch.set_num_threads(settings["threads"])
    device = fastest()
    rng = Random(settings["seed"])
    weights = pretrained(settings["encoder"])
    settings = {**settings, "sampling": settings[stage]["sampling"]}
    optimiser = settings["optimiser"] | {"updates": settings[stage]["updates"]}
    examples = sources(corpora, silver, rng)
    labels = label_sets(examples)
    size = Size(**settings["encoder"]["size"])
    net = Net(labels, size)
    initialise(net, weights)
    if begins is not None:
        net.load_state_dict(load(begins)[0].state_dict())
    out.mkdir(parents=True, exist_ok=True)
    (out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    (out / "size.json").write_text(json.dumps(asdict(size)), encoding="utf-8")
    pieces = WordPieces.from_file(vocabulary(settings))
    names = names_by_kind(examples)
    names["PERSON"] += persons(len(names["PERSON"]), settings["seed"])
    run(net.to(device), Sampler(examples, settings, pieces, labels, names, rng), out, optimiser, device)


def fastest() -> torch.device:
    """The graphics card where there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def run(net: Net, sampler: Sampler, out: Path, settings: dict[str, Any], device: torch.device) -> None:
    """The loop: the rates warm up, then fall; the state is saved now and then, with the averaged weights."""
    out.mkdir(parents=True, exist_ok=True)
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
    last_saved, total = time.monotonic(), torch.zeros((), device=device)
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
            step, total = step + 1, total + loss.detach()
            if step % AVERAGE_EVERY == 0:
                averaged.update_parameters(net)
            if step % 100 == 0:
                print(f"{datetime.now():%H:%M:%S}  update {step:6d}  loss {total / 100:.3f}", file=log, flush=True)
                total.zero_()
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
    net = Net(labels, Size(**json.loads((out / "size.json").read_text(encoding="utf-8"))))
    net.load_state_dict(torch.load(out / "net.pt", weights_only=True, map_location="cpu"))
    return net.eval(), labels
