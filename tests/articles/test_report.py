"""The plain report and the Markdown export say what was found, and nothing of the article is markup."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui.analysis.model import Actor, Affiliation, Analysis, Claim, Dispute, Mention, Party, Span
from tui.articles import Article, from_text
from tui.exports.markdown import escaped, markdown
from tui.report import plain
from tui.text import clean

TEXT = "Dam in danger\nAnn Bell told Carl Dorn the dam is “safe”. She said so twice.\nThe dam is not safe.\n"
ARTICLE = from_text(TEXT, "dam.txt")


def span(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


ANALYSIS = Analysis(
    mentions=(
        Mention("m1", *span("Ann Bell"), "PERSON", "name", "ann"),
        Mention("m2", *span("Carl Dorn"), "PERSON", "name", "carl"),
        Mention("m3", *span("She"), "PERSON", "pronoun", "ann"),
    ),
    actors=(
        Actor("ann", "Ann Bell", "PERSON", ("Bell",), ("engineer",), ("m1", "m3")),
        Actor("carl", "Carl Dorn", "PERSON", (), (), ("m2",)),
        Actor("town", "Dam", "GPE"),
    ),
    claims=(
        Claim(
            "c1",
            Party(*span("Ann Bell"), "ann"),
            Span(*span("told")),
            (Span(*span("the dam is “safe”")),),
            "mixed",
            "asserted",
            Party(*span("Carl Dorn"), "carl"),
        ),
        Claim(
            "c2",
            Party(*span("She"), "ann"),
            Span(*span("said")),
            (Span(*span("so twice")),),
            "indirect",
            "hedged",
        ),
        Claim("c3", None, None, (Span(*span("not safe")),), "direct", "asserted", within="c2"),
    ),
    disputes=(Dispute("d1", ("c1", "c3"), (), (Span(*span("The dam is not safe")),), "safe against not safe"),),
)

REPORT = """\
Dam in danger
=============
dam.txt, 21 words, 3 actors, 3 claims, 1 dispute


Actors
------

People
  Ann Bell, engineer: 2 mentions, 2 claims; also Bell
  Carl Dorn: 1 mention

Places
  Dam: 0 mentions


Claims
------

  1. Ann Bell [told; to Carl Dorn; asserted]
     the dam is “safe”

  2. She (Ann Bell) [said; hedged]
     so twice

  3. Unattributed [quoted; asserted; within claim 2]
     not safe


Disputes
--------

  1. safe against not safe
     - claim 1, Ann Bell: the dam is “safe”
     - claim 3, Unattributed: not safe
     - the article: The dam is not safe


Voices
------

38% of the words are reported: 75% on named sources, 25% on nobody's word

Heard: Ann Bell 75%
"""


def test_the_report_says_who_is_in_the_article_and_who_says_what() -> None:
    assert plain(ARTICLE, ANALYSIS) == REPORT


def test_both_reports_say_to_whom_somebody_belongs() -> None:
    ann = replace(ANALYSIS.actors[0], affiliations=(Affiliation("town", "engineer"), Affiliation("gone")))
    found = replace(ANALYSIS, actors=(ann, *ANALYSIS.actors[1:]))
    assert "belongs to Dam; also Bell" in " ".join(plain(ARTICLE, found).split())
    assert "belongs to Dam; also Bell" in markdown(ARTICLE, found)


def test_the_reports_lines_are_no_wider_than_asked() -> None:
    assert max(map(len, plain(ARTICLE, ANALYSIS, width=40).splitlines())) <= 40


def test_the_report_of_an_article_in_which_nothing_was_found_says_so() -> None:
    report = plain(ARTICLE, Analysis())
    assert report.count("None found.") == 2
    assert "Disputes" not in report


def test_an_article_without_a_headline_is_called_by_its_source_without_its_controls() -> None:
    article = replace(ARTICLE, title="", source="a\x1b[31m\u202eb\udcff.txt")
    assert plain(article, ANALYSIS).splitlines()[0] == "ab.txt"
    assert markdown(article, ANALYSIS).splitlines()[0] == "# ab.txt"


def test_markdown_has_the_same_facts() -> None:
    document = markdown(ARTICLE, ANALYSIS)
    assert document.startswith("# Dam in danger\n")
    assert "- **Ann Bell**, engineer: 2 mentions, 2 claims; also Bell\n" in document
    assert "2. **She (Ann Bell)** (said; hedged)\n\n   > so twice\n" in document
    assert "- claim 3, Unattributed: not safe\n" in document


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or []]


HOSTILE = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("\\`*_{}[]()<>#+-.!|~=&;:@$^ \n\t1a/\"'"),
    ),
    max_size=40,
)


@given(HOSTILE)
def test_escaped_text_is_shown_as_it_is(raw: str) -> None:
    raw = clean(raw)
    shown = MarkdownIt("gfm-like", {"linkify": False}).parse(f"- x {escaped(raw)}")
    assert {token.type for token in inline(shown)} <= {"text", "text_special"}
    assert "".join(token.content for token in inline(shown)).strip() == " ".join(f"x {raw}".split())


@example("-")
@given(HOSTILE)
def test_escaped_text_that_begins_a_block_stays_a_paragraph(raw: str) -> None:
    words = escaped(clean(raw))
    types = [token.type for token in MarkdownIt("gfm-like", {"linkify": False}).parse(words)]
    assert types in ([], ["paragraph_open", "inline", "paragraph_close"])


@pytest.mark.parametrize(
    ("raw", "markup"),
    [
        ("http://a.example", "http\\://a.example"),
        ("www.a.example", "www\\.a.example"),
        ("ann@a.example", "ann\\@a.example"),
        (":tada:", "\\:tada:"),
        ("&lt;", "\\&lt;"),
        ("[x](y)", "\\[x\\](y)"),
        ("Qala-e-Naw, 3 km (2 miles): no.", "Qala-e-Naw, 3 km (2 miles): no."),
    ],
)
def test_what_github_would_turn_into_links_is_escaped_and_plain_words_are_not(raw: str, markup: str) -> None:
    assert escaped(raw) == markup


def article_of(words: str) -> tuple[Article, Analysis]:
    """An article whose headline, names, source, cue and content are all the same words."""
    article = replace(from_text(f"x {words}", words), title=words)
    end = len(article.text)
    everything = Party(2, end, "a")
    claim = Claim("c", everything, Span(2, end), (Span(2, end),), "direct", "denied", everything)
    actor = Actor("a", words, "ORG", (words,), (words,), ())
    return article, Analysis((), (actor,), (claim,), (Dispute("d", ("c",), (), (Span(2, end),), words),))


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "[@click=app.quit]x[/]",
        "![a](http://b) <http://c> **d** `e` ~~f~~",
        "1. one",
        "- list",
        "# head #",
        "> quote",
        "| a | b |",
        "--- ===",
        "&amp; &#60;",
    ],
)
def test_no_words_of_an_article_become_markup_of_the_document(words: str) -> None:
    def shape(document: str) -> list[str]:
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(document)
        return [one.type for token in tokens for one in (token, *(token.children or [])) if "text" not in one.type]

    assert shape(markdown(*article_of(words))) == shape(markdown(*article_of("plain words")))
