"""A long text is analysed from where its reader is, and told part by part."""

from tui.analysis.model import Analysis, Span
from tui.analysis.moving import moved
from tui.analysis.pipeline import analyse, load
from tui.articles import from_text

PARAGRAPH = "Mayor Odile Tarn of Brackwater said the harbour was closed on Monday, and Nordlinie denied it.\n\n"


def test_the_first_part_is_near_the_reader_and_the_whole_has_everything() -> None:
    article = from_text(PARAGRAPH * 900, "long.txt")
    near = len(article.text) // 2
    told: list[tuple[float, Analysis | None]] = []
    whole = analyse(article, load(None), lambda done, part: told.append((done, part)), near)
    fractions = [done for done, _ in told]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0 and len(told) > 10
    part = next(part for _, part in told if part is not None)
    assert part.mentions[0].start >= near - len(PARAGRAPH) and part.claims
    for found in (part, whole):
        assert any(article.text[m.start : m.end] == "Odile Tarn" for m in found.mentions)
        assert all(article.text[c.cue.start : c.cue.end].strip() for c in found.claims if c.cue)
    names = {(m.start, m.end) for m in whole.mentions if m.kind == "name"}
    assert min(names)[0] < len(PARAGRAPH) and max(names)[0] > len(article.text) - len(PARAGRAPH)
    assert sum((m.start, m.end) in names for m in part.mentions if m.kind == "name") > 0.95 * sum(
        m.kind == "name" for m in part.mentions
    )


def test_a_short_text_is_told_without_parts_and_wherever_its_reader_is() -> None:
    nlp, article = load(None), from_text(PARAGRAPH * 5, "short.txt")
    parts: list[Analysis | None] = []
    assert analyse(article, nlp, lambda done, part: parts.append(part), 300) == analyse(article, nlp)
    assert parts and not any(parts)


def test_moving_moves_every_offset() -> None:
    from tests.pilot.stage import TEXT, analysis

    before, after = analysis(), moved(analysis(), 10)
    text = "x" * 10 + TEXT
    assert [TEXT[m.start : m.end] for m in before.mentions] == [text[m.start : m.end] for m in after.mentions]
    for one, other in zip(before.claims, after.claims, strict=True):
        assert [Span(p.start + 10, p.end + 10) for p in one.content] == list(other.content)
        assert (one.source is None) == (other.source is None) and other.cue is not None
        assert one.cue is not None and text[other.cue.start : other.cue.end] == TEXT[one.cue.start : one.cue.end]
