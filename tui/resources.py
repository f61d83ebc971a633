"""Find the files that ship with Newscast, in a checkout and in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """The path of a shipped file: inside the package (a wheel), else beside it (a checkout).

    Raises FileNotFoundError when neither place has it, which means a broken installation.
    """
    for base in (PACKAGE, PACKAGE.parent):
        path = base.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"Newscast's own file {'/'.join(parts)} is missing: install it again")
