"""Training: the pretrained encoder fine-tuned for names, tags and trees together. It can be stopped and resumed."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

import torch
from safetensors.torch import load_file

from tui.pipelines.components.wordpiece import WordPieces
from tui.training.batches import Sampler
from tui.training.data import Labels, label_sets, persons, sources
from tui.training.net import Net, initialise

SAVE_EVERY = 300.0


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


def train(corpora: Path, out: Path, settings: dict[str, Any], minutes: float) -> None:
    """Train for `minutes` and write OUT/net.pt, OUT/labels.json and a line a hundred steps to OUT/train.log."""
    torch.manual_seed(settings["seed"])
    torch.set_num_threads(settings["threads"])
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    rng = Random(settings["seed"])
    weights, vocabulary = pretrained(settings["encoder"])
    examples = sources(corpora, rng)
    labels = label_sets(examples)
    net = Net(labels)
    initialise(net, load_file(weights))
    out.mkdir(parents=True, exist_ok=True)
    (out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    people = persons([example.named for source in examples.values() for example in source if example.named])
    sampler = Sampler(examples, settings, WordPieces.from_file(vocabulary), labels, people, rng)
    run(net.to(device), sampler, out, settings["optimiser"], minutes * 60, device)


def run(net: Net, sampler: Sampler, out: Path, settings: dict[str, Any], seconds: float, device: torch.device) -> None:
    """The loop: the rates warm up, then fall with the time spent; the state is saved now and then and at the end."""
    heads = ("upos", "xpos", "feats", "starts", "names", "arc", "root", "label", "shapes", "word_shapes")
    named = [(name, weight) for name, weight in net.named_parameters() if weight.requires_grad]
    groups = [
        {"params": [w for n, w in named if not n.startswith(heads)], "lr": settings["encoder_rate"]},
        {"params": [w for n, w in named if n.startswith(heads)], "lr": settings["heads_rate"]},
    ]
    rates = [float(group["lr"]) for group in groups]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=settings["decay"])
    state = out / "state.pt"
    spent, step = 0.0, 0
    if state.exists():
        saved = torch.load(state, weights_only=True)
        net.load_state_dict(saved["net"])
        optimiser.load_state_dict(saved["optimiser"])
        spent, step = saved["spent"], saved["step"]
    started, last_saved, total = time.monotonic() - spent, spent, 0.0
    net.train()
    with (out / "train.log").open("a", encoding="utf-8") as log:
        for batch in sampler.batches():
            spent = time.monotonic() - started
            if spent >= seconds:
                break
            fall = settings["final_fraction"] + (1 - settings["final_fraction"]) * (1 - spent / seconds)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(fall, (step + 1) / settings["warmup_steps"])
            loss = net.loss({name: torch.from_numpy(array).to(device) for name, array in batch.items()})
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([w for _, w in named], settings["clip"])
            optimiser.step()
            step, total = step + 1, total + loss.item()
            if step % 100 == 0:
                print(f"{spent:7.0f} s  step {step:6d}  loss {total / 100:.3f}", file=log, flush=True)
                total = 0.0
            if spent - last_saved > SAVE_EVERY:
                last_saved = spent
                save(state, net, optimiser, spent, step)
    torch.save(net.state_dict(), out / "net.pt")
    save(state, net, optimiser, spent, step)


def save(path: Path, net: Net, optimiser: torch.optim.Optimizer, spent: float, step: int) -> None:
    """Write the state beside itself and move it into place, so that a kill leaves the last one whole."""
    fresh = path.with_suffix(".new")
    torch.save({"net": net.state_dict(), "optimiser": optimiser.state_dict(), "spent": spent, "step": step}, fresh)
    fresh.replace(path)


def load(out: Path) -> tuple[Net, Labels]:
    """The trained network of a folder, and its labels."""
    labels = Labels(**{k: tuple(v) for k, v in json.loads((out / "labels.json").read_text(encoding="utf-8")).items()})
    net = Net(labels)
    net.load_state_dict(torch.load(out / "net.pt", weights_only=True, map_location="cpu"))
    return net.eval(), labels
