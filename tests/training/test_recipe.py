"""A tiny run of the recipe, where its extra is installed: it learns, and what is exported says the same."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.training.test_corpora import clause
from tui.training.data import Example, label_sets

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

VOCABULARY = [*(f"[unused{n}]" for n in range(103)), "the", "mayor", "closed", "harbour", "."]


def test_one_head_for_names_is_made_of_the_sources_heads() -> None:
    from tui.training.data import Labels
    from tui.training.net import Net

    net = Net(Labels((), (), (), ("root",), names=("O", "B-ORG", "B-EVENT")))
    with torch.no_grad():
        net.names_habits[0], net.names_habits[1] = 4.0, 8.0
        net.names.weight.zero_()
    net.settle(("O", "B-ORG", "B-EVENT"), {"ewt": 0.75, "gum": 0.25}, {"EVENT": "gum"})
    assert net.names.weight[:, 0].tolist() == [5.0, 5.0, 8.0]
    assert not net.names_habits.any()


def test_a_tiny_run_learns_and_its_export_parses(tmp_path: Path) -> None:
    from tui.pipelines.components.model import DEP, HEAD, Encoder
    from tui.pipelines.components.wordpiece import WordPieces
    from tui.training.batches import Sampler
    from tui.training.export import export
    from tui.training.net import Net
    from tui.training.pack import encoder_folder
    from tui.training.train import run

    torch.manual_seed(3)
    tree = clause()
    examples = {"ewt": [Example(tree.words, tree, None, False)] * 4, "gum": []}
    labels = label_sets(examples, least=1)
    settings: dict[str, Any] = {
        "sampling": {"ewt": 1.0}, "windows": {"lengths": [0]},
        "rates": {"swap_names": 0, "drop_stops": 0, "hide_words": 0},
        "optimiser": {"encoder_rate": 2e-4, "heads_rate": 1e-3, "updates": 40, "warmup_updates": 2, "clip": 1.0,
                      "final_fraction": 0.5, "decay": 0.0, "batch_pieces": 64, "averaging": 0.5},
    }  # fmt: skip
    net = Net(labels)
    sampler = Sampler(examples, settings, WordPieces(VOCABULARY), labels, {}, Random(1))
    batch = {name: torch.from_numpy(array) for name, array in next(sampler.batches(8)).items()}
    before = net.eval().loss(batch).item()
    run(net, sampler, tmp_path, settings["optimiser"], torch.device("cpu"))
    assert net.eval().loss(batch).item() < before / 2

    export(net, tmp_path)
    vocabulary = tmp_path / "vocabulary.txt"
    vocabulary.write_text("\n".join(VOCABULARY), encoding="utf-8")
    encoder = Encoder(encoder_folder(tmp_path, labels, vocabulary))
    (found,) = encoder.read([(tree.words, [0] * len(tree.words))])
    assert (found[:, HEAD] + range(len(found))).tolist() == list(tree.heads)
    assert [encoder.labels["deps"][label] for label in found[:, DEP]] == list(tree.deps)
