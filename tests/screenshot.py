"""`make screenshots`: the README's picture and tour, made by the app itself from the sample article."""

import asyncio
import os
import tempfile
from pathlib import Path

from tui import keeping
from tui.analysis.client import AnalysisClient
from tui.app import NewscastApp
from tui.articles import load

ROOT = Path(__file__).parents[1]
SAMPLE = "seeds/qala-e-naw.txt"
FOLDER = ROOT / ".github"
SIZE = (120, 36)
TOUR: dict[str, tuple[str, ...]] = {
    "newscast": (),
    "tour-card": ("1", "enter"),
    "tour-claims": ("2", "down", "down"),
    "tour-voices": ("C", "z"),
    "tour-references": ("3", *"qalay naw"),
    "tour-correct": ("1", "c"),
}


async def main() -> None:
    """Open the sample, wait for its analysis, press the keys of each stop and write its picture."""
    client = AnalysisClient()
    article = load(SAMPLE)
    await client.analyse(article, lambda progress: None)
    FOLDER.mkdir(exist_ok=True)
    for name, keys in TOUR.items():
        keeping.keep(keeping.Setup(hinted=True))
        keeping.leave(article, keeping.Left(0))
        app = NewscastApp([article], analyser=client)
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(1.0)
            await pilot.press(*keys)
            await pilot.pause(1.0)
            (FOLDER / f"{name}.svg").write_text(app.export_screenshot(title="newscast article.txt"), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as data:
        # Nobody's own corrections or settings are in the pictures.
        os.environ |= {"NEWSCAST_DATA": data, "NEWSCAST_CONFIG": f"{data}/config.toml"}
        asyncio.run(main())
