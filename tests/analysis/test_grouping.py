"""What holds of the cast whatever the article: properties, tried on articles put together of paragraphs."""

from collections import defaultdict
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from tui.analysis.components import analysis_of
from tui.analysis.model import Analysis
from tui.analysis.pipeline import STAGES
from tui.articles.article import Paragraph

# Each paragraph tells of people and bodies of its own.
STORIES = (
    "Maria Keller, the mayor of Lindau, said the bridge was closed. Keller blamed the storm, and she left.",
    "Thomas Brandt met reporters on Monday. Mr Brandt said his company had lost money. The company is old.",
    "The Harbour Workers Union (HWU) called a strike. The HWU said its members were tired of waiting.",
    "Siemens Energy Group will cut jobs, Siemens Energy said on Friday. Its chief executive, Ida Holm, resigned.",
    "Officials in Peru counted the votes. Peruvian officials said they had found no mistakes, and Peru waited.",
    "The local governor was missing. Governor Pavel Novak was later found in Brno. The governor was unhurt.",
    "Senator Ruth Okafor voted no. Senator Daniel Okafor voted yes. Ruth Okafor and Daniel Okafor are cousins.",
    "The foreign minister of Chile said the talks had failed. Pablo Rojas was speaking in Lima on Tuesday.",
    "Rebels attacked the town of Velm at dawn. The rebels burned the school, residents said. They then fled.",
    "“I am glad,” said Lena Fischer, a teacher at Velden University. “We have waited for years.”",
    "The United States and Britain agreed on Monday. The US will pay more, and the UK will send ships.",
    "Karim Haddad wrote the song in Tunis. He was nineteen, and Haddad's mother kept the paper.",
)
# Nobody and nothing of them occurs above.
STRANGERS = (
    "A whale was washed ashore in Iceland on Sunday. Biologist Sigrun Jonsdottir measured it.",
    "Wheat prices rose again. Analyst Bo Larsen of the Danish Grain Board expects more.",
    "The museum in Kyoto opened a new wing, and architect Kenji Mori was praised by everybody.",
)
PICKED = st.lists(st.sampled_from(STORIES), min_size=1, max_size=6, unique=True)

Names = frozenset[tuple[str, int]]
anything = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def parsed(nlp: Language) -> Any:
    """Parse a paragraph, each only once: a text made of paragraphs is parsed paragraph by paragraph."""

    @cache
    def parse(paragraph: str) -> Doc:
        with nlp.select_pipes(disable=list(STAGES)):
            return nlp(paragraph + "\n")

    return parse


def cast_of(nlp: Language, parsed: Any, paragraphs: list[str]) -> tuple[str, Analysis]:
    doc = Doc.from_docs([parsed(paragraph) for paragraph in paragraphs], ensure_whitespace=False, exclude=["user_data"])
    starts = [sum(len(one) + 1 for one in paragraphs[:k]) for k in range(len(paragraphs))]
    doc._.paragraphs = tuple(Paragraph(start, start + len(one)) for start, one in zip(starts, paragraphs, strict=True))
    for stage in STAGES:
        doc = nlp.get_pipe(stage)(doc)
    return doc.text, analysis_of(doc)


def grouped(paragraphs: list[str], text: str, found: Analysis, kinds: set[str]) -> set[Names]:
    """For each actor its mentions: the paragraph, and where they stand in it."""
    starts = [(text.index(one), one) for one in paragraphs]
    groups: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for mention in found.mentions:
        if mention.actor is not None and mention.kind in kinds:
            start, paragraph = max((at, one) for at, one in starts if at <= mention.start)
            groups[mention.actor].add((paragraph, mention.start - start))
    return {frozenset(group) for group in groups.values()}


@anything
@given(paragraphs=PICKED, data=st.data())
def test_the_order_of_independent_paragraphs_changes_no_actor(
    nlp: Language, parsed: Any, paragraphs: list[str], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(paragraphs))
    one = grouped(paragraphs, *cast_of(nlp, parsed, paragraphs), {"name", "description", "pronoun"})
    other = grouped(shuffled, *cast_of(nlp, parsed, shuffled), {"name", "description", "pronoun"})
    assert one == other


@anything
@given(paragraphs=PICKED)
def test_a_mention_is_of_one_actor_at_most_and_an_actor_is_named_or_described(
    nlp: Language, parsed: Any, paragraphs: list[str]
) -> None:
    _, found = cast_of(nlp, parsed, paragraphs)
    owned = [mention for actor in found.actors for mention in actor.mentions]
    places = [(mention.start, mention.end) for mention in found.mentions]
    known = {mention.id: mention for mention in found.mentions}
    assert len(owned) == len(set(owned))
    assert len(places) == len(set(places))
    for actor in found.actors:
        assert any(known[mention].kind != "pronoun" for mention in actor.mentions)
        assert actor.name.strip("? ")
        assert {link.actor for link in actor.affiliations} <= {other.id for other in found.actors} - {actor.id}


@anything
@given(paragraphs=PICKED, stranger=st.sampled_from(STRANGERS), data=st.data())
def test_a_paragraph_about_others_splits_no_actor(
    nlp: Language, parsed: Any, paragraphs: list[str], stranger: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(paragraphs)))
    longer = [*paragraphs[:at], stranger, *paragraphs[at:]]
    kinds = {"name", "description", "pronoun"}
    before = grouped(paragraphs, *cast_of(nlp, parsed, paragraphs), kinds)
    after = grouped(longer, *cast_of(nlp, parsed, longer), kinds)
    assert all(any(group <= other for other in after) for group in before)
