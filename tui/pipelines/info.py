"""What a pipeline says of itself in its meta.json, read without spaCy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tui.text import clean_line

NAMING = ("ner", "newscast_ner", "newscast_events", "newscast_laws")
"""The parts of a pipeline whose labels are kinds of names."""


def meta_of(folder: Path) -> tuple[Path, dict[str, Any]]:
    """The folder that holds the pipeline's meta.json, and its content. Raises OSError or ValueError."""
    path = min(folder.rglob("meta.json"), key=lambda found: len(found.parts))
    data = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise ValueError("meta.json holds no object")
    return path.parent, data


def describe(folder: Path) -> str:
    """Name, version, licence, sources, labels and figures, a line each."""
    home, meta = meta_of(folder)
    size = sum(path.stat().st_size for path in home.rglob("*") if path.is_file())
    lines = [
        f"{meta.get('lang', '')}_{meta.get('name', '')} {meta.get('version', '')}".strip(),
        f"  {meta.get('description', '')}",
        f"  folder      {home} ({size / 1e6:.1f} MB)",
        f"  licence     {meta.get('license') or 'not stated'}",
    ]
    sources = [source for source in meta.get("sources") or [] if isinstance(source, dict)]
    lines += [f"  source      {source.get('name', '')} ({source.get('license', '')})" for source in sources]
    lines.append(f"  components  {', '.join(meta.get('pipeline', []))}")
    labels = meta.get("labels", {})
    kinds = dict.fromkeys(kind for part in NAMING for kind in labels.get(part, ()))
    lines += [f"  names       {', '.join(kinds)}"] if kinds else []
    for text, figures in (meta.get("performance") or {}).items():
        if isinstance(figures, dict):
            shown = ", ".join(f"{key} {value * 100:.1f}" for key, value in figures.items() if isinstance(value, float))
            names = figures.get("names", {}).get("all", {}).get("f") if isinstance(figures.get("names"), dict) else None
            lines.append(f"  {text:<11} {shown}{f', names F {names * 100:.1f}' if names is not None else ''}")
        elif isinstance(figures, float):
            lines.append(f"  {text:<11} {figures * 100:.1f}")
    return "\n".join(clean_line(line) if not line.startswith("  ") else "  " + clean_line(line[2:]) for line in lines)
