"""Wrapping, layers, entries and finding, by themselves."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.pilot.stage import article
from tui.analysis.model import Span
from tui.screens.finding import find, step
from tui.screens.history import History, Visit
from tui.widgets.entries import Spread, dispersion, fit, folded, shorten, tail
from tui.widgets.highlights import Layer, Stretch, cut
from tui.widgets.wrap import wrap, wrap_line

LETTERS = st.lists(
    st.sampled_from([*"abc  \u00a0éж中-", "e\u0301", "👩\u200d👩\u200d👧"]), min_size=1, max_size=80
).map("".join)


@given(LETTERS, st.integers(2, 20))
def test_rows_hold_every_word_in_order_and_fit(text: str, width: int) -> None:
    rows = list(wrap_line(text, 0, len(text), width))
    assert all(start <= end for start, end in rows)
    assert all(before[1] <= after[0] for before, after in pairwise(rows))
    kept = "".join(text[start:end] for start, end in rows)
    assert kept.replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(text[start:end].rstrip(" ")) <= width for start, end in rows)


def test_words_are_not_cut_when_they_fit() -> None:
    text = "The quick brown fox"
    assert [text[a:b] for a, b in wrap_line(text, 0, len(text), 10)] == ["The quick", "brown fox"]


def test_a_no_break_space_holds_together() -> None:
    text = "aa bb 20\u00a0km"
    assert [text[a:b] for a, b in wrap_line(text, 0, len(text), 8)] == ["aa bb", "20\u00a0km"]


def test_a_row_is_found_by_offset() -> None:
    story = article("Head line\nOne two three four five six")
    rows = wrap(story, 10)
    for number in range(len(rows)):
        row = rows[number]
        if row.end > row.start:
            assert rows.at(row.start) == number and rows.at(row.end - 1) == number


def test_layers_find_long_stretches_and_cut_at_every_edge() -> None:
    layer = Layer([Stretch(0, 100, "long"), Stretch(5, 8, "a"), Stretch(20, 30, "b")])
    assert [s.style for s in layer.within(10, 25)] == ["long", "b"]
    pieces = list(cut(4, 10, [layer]))
    assert pieces == [(4, 5, ("long",)), (5, 8, ("long", "a")), (8, 10, ("long",))]


def test_texts_are_fitted_by_cells() -> None:
    assert fit("ab", 4) == "ab  " and cell_len(fit("中文字", 4)) == 4
    assert shorten("abcdef", 4) == "abc…" and shorten("abc", 4) == "abc"
    assert tail("one two three", 9) == " three"
    assert folded("one two three four", 7, 2) == ["one two", "three …"]


def test_the_bar_has_its_width_and_its_places() -> None:
    assert dispersion((), 4) == "····"
    bar = dispersion((0.0, 0.99, 0.99), 4)
    assert len(bar) == 4 and bar[0] != "·" and bar[1:3] == "··" and bar[3] != bar[0]


def test_finding_is_smart_about_case_and_space() -> None:
    text = "The ferry.\nA Ferry\nboat"
    assert len(find(text, "ferry")) == 2
    assert find(text, "Ferry") == (Span(13, 18),)
    assert find(text, "ferry boat") == (Span(13, 23),)
    assert find(text, "  ") == ()
    spans = find(text, "ferry")
    assert step(spans, 4, 1) == 1 and step(spans, 13, 1) == 0 and step(spans, 4, -1) == 1


def test_finding_forgives_accents_that_are_not_typed() -> None:
    assert find("Malmö, Malmo", "malmo") == (Span(0, 5), Span(7, 12))
    assert find("Malmö, Malmo", "malmö") == (Span(0, 5),)
    assert find("Malmo\u0308, Malmo", "malmo") == (Span(0, 6), Span(8, 13))
    assert find("Malmo\u0308, Malmo", "malmö") == (Span(0, 6),)


def test_history_leaves_one_trace_of_one_view() -> None:
    history = History(limit=2)
    for top in (1, 1, 2, 3):
        history.leave(Visit(0, top, None))
    assert [history.back(), history.back(), history.back()] == [Visit(0, 3, None), Visit(0, 2, None), None]


def test_where_something_occurs_stands_beside_what_it_is_when_there_is_room() -> None:
    spread = Spread("spread", text="Person", places=(0.0, 0.99))
    for width, length in ((10, 0), (20, 12), (200, 32)):
        (line,) = spread.lines(width)
        bar = line[-1][0] if len(line) > 1 else ""
        assert (line[0][0], len(bar)) == ("Person", length)
        assert not bar or bar[0] == bar[-1] != bar[1]
