"""A tiny run of the recipe, where its extra is installed: it learns, and what is exported says the same."""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from tests.training.test_corpora import clause
from tui.training.data import Example, Labels, label_sets
from tui.training.examples import Named

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

VOCABULARY = [*(f"[unused{n}]" for n in range(103)), "the", "mayor", "closed", "harbour", "."]


def test_one_head_for_names_is_made_of_the_sources_heads() -> None:
    from tui.training.net import Net, Size

    net = Net(Labels((), (), (), ("root",), names=("O", "B-ORG", "B-EVENT")), Size(24, 1))
    with torch.no_grad():
        net.names_habits[0], net.names_habits[1] = 4.0, 8.0
        net.names.weight.zero_()
    net.settle(("O", "B-ORG", "B-EVENT"), shares={"ewt": 0.75, "gum": 0.25}, only={"EVENT": "gum"}, raised={})
    assert net.names.weight[:, 0].tolist() == [5.0, 5.0, 8.0]
    assert not net.names_habits.any()


def test_the_scores_of_a_label_that_others_keep_low_are_raised() -> None:
    from tui.training.net import Net, Size

    net = Net(Labels((), (), (), ("root",), names=("O", "B-ORG", "B-EVENT")), Size(24, 1))
    with torch.no_grad():
        net.names.bias.zero_()
    net.settle(("O", "B-ORG", "B-EVENT"), shares={"ewt": 1.0}, only={}, raised={"EVENT": 3.0})
    assert net.names.bias.tolist() == [0.0, 0.0, 3.0]


def test_names_of_many_languages_are_in_latin_letters_and_the_same_each_time() -> None:
    pytest.importorskip("faker")
    from tui.training.worldwide import LANGUAGES, LAST_LATIN, latin, persons

    number = 2 * len(LANGUAGES.split())
    found = persons(number, seed=1)
    assert number / 2 < len(found) <= number and found == persons(number, seed=1)
    assert all(max(part) <= LAST_LATIN and part[0].isupper() for name in found for part in name)
    assert latin("Наталья") == "Natal'ya" and latin("van Škoda") == "Škoda"


def test_a_tiny_run_learns_and_its_export_parses(tmp_path: Path) -> None:
    from tui.pipelines.components.model import DEP, HEAD, Encoder
    from tui.pipelines.components.wordpiece import WordPieces
    from tui.training.again import turned_back
    from tui.training.batches import Sampler
    from tui.training.export import export
    from tui.training.net import Net, Size
    from tui.training.pack import encoder_folder
    from tui.training.train import load, run

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
    net = Net(labels, Size(96, 2))
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

    turned_back(tmp_path / "encoder", tmp_path / "again", Size(96, 2), {"ORG": 0.5})
    again = load(tmp_path / "again")[0].state_dict()
    organisation = [label.endswith("-ORG") for label in labels.names]
    assert (net.names.bias - again["names.bias"]).tolist() == pytest.approx([0.5 * one for one in organisation])
    for name, weight in net.state_dict().items():
        if name not in {"names.bias", "names_habits"}:
            assert torch.allclose(again[name], weight, atol=weight.abs().max().item() / 100), name


def test_a_network_is_averaged_with_the_one_from_which_it_began() -> None:
    from tui.training.again import averaged
    from tui.training.net import Net, Size

    labels = Labels((), (), (), ("root",), names=("O",))
    old, new = Net(labels, Size(24, 1)), Net(labels, Size(24, 1))
    expected = 0.25 * new.starts.weight + 0.75 * old.starts.weight
    assert torch.allclose(averaged(new, old, 0.25).starts.weight, expected)


def test_names_are_learnt_as_likely_as_the_teacher_finds_them() -> None:
    from tui.training.net import entropy_of_odds

    odds = torch.tensor([[[0.75, 0.25], [0.0, 0.0]]])
    as_likely = torch.tensor([[[0.75, 0.25], [0.5, 0.5]]]).log()
    unknown_otherwise = torch.tensor([[[0.75, 0.25], [0.01, 0.99]]]).log()
    surer = torch.tensor([[[0.99, 0.01], [0.5, 0.5]]]).log()
    loss = entropy_of_odds(as_likely, odds, 0.0)
    assert loss == entropy_of_odds(unknown_otherwise, odds, 0.0) < entropy_of_odds(surer, odds, 0.0)


def test_a_teacher_tells_trees_and_how_likely_each_name_is(tmp_path: Path) -> None:
    from tui.pipelines.components.wordpiece import WordPieces
    from tui.training.net import Net, Size
    from tui.training.teacher import Teacher, told
    from tui.training.train import save

    tree = clause()
    labels = label_sets({"ewt": [Example(tree.words, tree, None, False)] * 4, "gum": []}, least=1)
    size = Size(24, 1, heads=2)
    (tmp_path / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    (tmp_path / "size.json").write_text(json.dumps(asdict(size)), encoding="utf-8")
    save(tmp_path, {"averaged": SimpleNamespace(module=Net(labels, size), state_dict=dict)}, 0)
    names = {"shares": {"ewt": 0.75, "gum": 0.25}, "only": {}, "raised": {}}
    named = Named(tree.words, tree.spaces, ("O",) * 6)
    ((found, says),) = told(Teacher(tmp_path, WordPieces(VOCABULARY), names), [named])
    assert sum(head == place for place, head in enumerate(found.heads)) == 1
    assert len(says.labels) == len(says.odds) == 6
    assert all(sum(share for _, share in word) == pytest.approx(1, abs=0.02) for word in says.odds)


def test_weights_are_those_that_were_expected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from safetensors.torch import save

    from tui.training import pretrained

    weights = save({"word": torch.ones(3)})
    (tmp_path / "one").write_bytes(weights)
    monkeypatch.setattr(pretrained, "distribution", lambda package: SimpleNamespace(locate_file=tmp_path.joinpath))
    settings = {"package": "a", "weights": "one", "sha256": hashlib.sha256(weights).hexdigest()}
    assert pretrained.pretrained(settings)["word"].tolist() == [1, 1, 1]
    with pytest.raises(ValueError, match="not the expected weights"):
        pretrained.pretrained({**settings, "sha256": "0" * 64})
    monkeypatch.undo()
    with pytest.raises(ModuleNotFoundError, match="no-such-package is not installed"):
        pretrained.pretrained({**settings, "package": "no-such-package"})
