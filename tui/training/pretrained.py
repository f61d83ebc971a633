"""The pretrained encoder that training starts from: where it is installed, and whether it is the right one."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from safetensors.torch import load
from torch import Tensor


def pretrained(settings: dict[str, Any]) -> dict[str, Tensor]:
    """The weights that the settings of the encoder name, by their names in the checkpoint.

    Raises ValueError when they are not the expected ones, ModuleNotFoundError when they are not installed.
    """
    content = installed(settings["package"], settings["weights"]).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != settings["sha256"]:
        raise ValueError(f"{settings['package']}: not the expected weights, their SHA-256 is {digest}")
    weights: dict[str, Tensor] = load(content)
    return weights


def vocabulary(settings: dict[str, Any]) -> Path:
    """The word pieces of the encoder."""
    return installed(settings["encoder"]["package"], settings["encoder"]["vocabulary"])


def installed(package: str, file: str) -> Path:
    """A file of an installed package; nothing of the package is run."""
    try:
        return Path(str(distribution(package).locate_file(file)))
    except PackageNotFoundError:
        raise ModuleNotFoundError(f"{package} is not installed") from None
