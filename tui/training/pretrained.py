"""The pretrained encoders that training starts from: where they are installed, and whether they are the right ones."""

from __future__ import annotations

import hashlib
import io
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from safetensors.torch import load
from torch import Tensor


def pretrained(settings: dict[str, Any]) -> dict[str, Tensor]:
    """The weights that `settings` name, by their names in the checkpoint.

    They lie in one file of a package, or in a zip archive that is cut into files of several packages. Raises ValueError
    when they are not the expected ones, ModuleNotFoundError when they are not installed.
    """
    parts = [installed(package, file).read_bytes() for package, file in settings["files"]]
    content = b"".join(parts)
    if "member" in settings:
        content = ZipFile(io.BytesIO(content)).read(settings["member"])
    digest = hashlib.sha256(content).hexdigest()
    if digest != settings["sha256"]:
        raise ValueError(f"{settings['files'][0][0]}: not the expected weights, their SHA-256 is {digest}")
    weights: dict[str, Tensor] = load(content)
    return weights


def vocabulary(settings: dict[str, Any]) -> Path:
    """The word pieces of the encoder."""
    return installed(*settings["encoder"]["vocabulary"])


def installed(package: str, file: str) -> Path:
    """A file of an installed package; nothing of the package is run."""
    try:
        return Path(str(distribution(package).locate_file(file)))
    except PackageNotFoundError:
        raise ModuleNotFoundError(f"{package} is not installed") from None
