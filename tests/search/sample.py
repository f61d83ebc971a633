"""An article and an analysis made by hand, so that search is tested without a language pipeline."""

import re
from pathlib import Path

from tui.analysis.model import Actor, Analysis, Claim, Mention, Party, Span
from tui.articles import Article, from_text

SAMPLE = Path(__file__).parents[2] / "seeds" / "qala-e-naw.txt"

NAMES: dict[str, dict[str, tuple[str, ...]]] = {
    "PERSON": {
        "Hisamudin Shams": ("Governor",),
        "Mohammad Javad Zarif": ("foreign minister of Iran",),
        "Ashraf Ghani": ("President",),
        "Suhail Shaheen": ("Taliban spokesman",),
        "Osama Bin Laden": (),
    },
    "ORG": {"Taliban": (), "BBC": (), "Reuters": (), "Nato": (), "al-Qaeda": ()},
    "GPE": {
        "Qala-e-Naw": (),
        "Afghanistan": (),
        "Iran": (),
        "Kabul": (),
        "Tehran": (),
        "US": (),
        "Badghis": (),
    },
}


def article() -> Article:
    """The sample article."""
    return from_text(SAMPLE.read_text(encoding="utf-8"), str(SAMPLE))


def analysis(text: str) -> Analysis:
    """The names above wherever they stand in the text, and three claims."""
    found: list[tuple[int, int, str, str]] = []
    for label, names in NAMES.items():
        for name in names:
            found += [(m.start(), m.end(), label, name) for m in re.finditer(rf"\b{re.escape(name)}\b", text)]
    mentions = [
        Mention(f"m{number}", start, end, label, "name", f"a:{name}")
        for number, (start, end, label, name) in enumerate(sorted(found))
    ]
    actors = [
        Actor(f"a:{name}", name, label, (), roles, tuple(m.id for m in mentions if m.actor == f"a:{name}"))
        for label, names in NAMES.items()
        for name, roles in names.items()
    ]
    claims = (
        _claim(
            text,
            "c1",
            "Hisamudin Shams",
            "said",
            "he had seen the Taliban in the district of Qala-e-Naw where he lives",
        ),
        _claim(
            text,
            "c2",
            "Suhail Shaheen",
            "told",
            "the group was not responsible for the recent increase in violence",
        ),
        _claim(text, "c3", None, None, "the city had fallen to the Taliban"),
    )
    return Analysis(tuple(mentions), tuple(actors), claims, ())


def _claim(text: str, number: str, source: str | None, cue: str | None, content: str) -> Claim:
    at = text.index(content)
    party = cue_span = None
    if source and cue:
        start = text.rindex(source, 0, at)
        party = Party(start, start + len(source), f"a:{source}")
        told = text.index(cue, start)
        cue_span = Span(told, told + len(cue))
    return Claim(number, party, cue_span, (Span(at, at + len(content)),), "indirect", "asserted")
