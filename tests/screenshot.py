"""`make screenshots`: the README's picture, made by the app itself from the sample article."""

import asyncio
from pathlib import Path

from tui.analysis.client import AnalysisClient
from tui.app import NewscastApp
from tui.articles import load

ROOT = Path(__file__).parents[1]
SAMPLE = "seeds/qala-e-naw.txt"
TARGET = ROOT / ".github" / "newscast.svg"


async def main() -> None:
    """Open the sample, wait for its analysis, and write the picture."""
    article = load(SAMPLE)
    client = AnalysisClient()
    await client.analyse(article, lambda progress: None)
    app = NewscastApp([article], analyser=client)
    app.animation_level = "none"
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(1.0)
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text(app.export_screenshot(title="newscast article.txt"), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
