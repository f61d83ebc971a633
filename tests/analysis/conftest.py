"""The shipped pipeline, loaded once."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.language import Language

from tui.analysis.model import Actor, Analysis, Claim, Span
from tui.analysis.pipeline import analyse, load
from tui.articles import from_text


@dataclass(frozen=True)
class Read:
    """An analysed text, with words in place of offsets."""

    text: str
    analysis: Analysis

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def actor(self, name: str) -> Actor:
        """The one actor that has a name or an alias; fails when it is missing or split."""
        found = [actor for actor in self.analysis.actors if name in (actor.name, *actor.aliases)]
        assert len(found) == 1, [actor.name for actor in self.analysis.actors]
        return found[0]

    def whose(self, words: str) -> str | None:
        """The name of the actor whose mention these words are, the first time they are one."""
        names = {actor.id: actor.name for actor in self.analysis.actors}
        found = (one for one in self.analysis.mentions if self.text[one.start : one.end] == words)
        mention = next(found, None)
        return names.get(mention.actor or "") if mention is not None else None

    def mentions(self, name: str) -> list[str]:
        """The words of all mentions of an actor."""
        known = {mention.id: mention for mention in self.analysis.mentions}
        return [self.text[known[key].start : known[key].end] for key in self.actor(name).mentions]

    def claim(self, words: str) -> Claim:
        """The one claim whose content holds the words and that stands within no other."""
        found = [
            claim
            for claim in self.analysis.claims
            if claim.within is None and any(words in self.words(piece) for piece in claim.content)
        ]
        assert len(found) == 1, [[self.words(piece) for piece in claim.content] for claim in self.analysis.claims]
        return found[0]

    def source(self, words: str) -> str | None:
        """The source's words of that claim."""
        party = self.claim(words).source
        return None if party is None else self.text[party.start : party.end]

    def source_name(self, words: str) -> str | None:
        """The name of the actor to whom that claim is given."""
        party = self.claim(words).source
        names = {actor.id: actor.name for actor in self.analysis.actors}
        return None if party is None or party.actor is None else names[party.actor]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load(None)


@pytest.fixture
def read(nlp: Language) -> Callable[[str], Read]:
    """Analyse a text."""

    def read_text(text: str) -> Read:
        article = from_text(text, "test")
        return Read(article.text, analyse(article, nlp))

    return read_text
