"""The plain report: who is in an article and who says what, for a pipe, a file or a screen reader."""

from collections import Counter
from collections.abc import Iterator
from textwrap import wrap
from typing import get_args

from tui.analysis.model import Actor, Analysis, Category, Claim, Party, Span
from tui.analysis.voices import BASES, Basis, voices
from tui.articles import Article
from tui.text import clean_line

UNATTRIBUTED = "Unattributed"
_BASIS_WORDS: dict[Basis, str] = {
    "named": "on named sources", "unnamed": "on unnamed ones", "nobody": "on nobody's word",
}  # fmt: skip
_MOST_VOICES = 8
CATEGORIES: tuple[Category, ...] = get_args(Category)


def plain(article: Article, analysis: Analysis, width: int = 80) -> str:
    """The report as text, no wider than `width` where words allow. Its layout is ASCII."""
    return "\n".join(line.rstrip() for line in _lines(article, analysis, max(20, width))) + "\n"


def title(article: Article) -> str:
    """The article's headline, else the name it was read from."""
    return line(article.title) or clean_line(article.source) or "Untitled"


def line(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def count(number: int, noun: str) -> str:
    """A number and what is counted: "1 claim", "2 claims"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summary(article: Article, analysis: Analysis) -> str:
    """What the article is and what was found in it, in one line."""
    counts = [
        count(len(article.text.split()), "word"),
        count(len(analysis.actors), "actor"),
        count(len(analysis.claims), "claim"),
        count(len(analysis.disputes), "dispute"),
    ]
    known = [clean_line(article.published)] if article.published else []
    if (source := clean_line(article.source)) != title(article):
        known.insert(0, source)
    return ", ".join([*known, *counts])


def by_category(analysis: Analysis) -> Iterator[tuple[Category, list[Actor]]]:
    """The categories that have actors, and their actors by prominence."""
    for category in CATEGORIES:
        if members := [actor for actor in analysis.actors if actor.category == category]:
            yield category, members


def claims_made(analysis: Analysis) -> Counter[str]:
    """By actor id, how many claims the actor makes."""
    return Counter(claim.source.actor for claim in analysis.claims if claim.source and claim.source.actor)


def actor_names(analysis: Analysis) -> dict[str, str]:
    """The names of all actors by their ids, each on one line."""
    return {actor.id: line(actor.name) for actor in analysis.actors}


def actor_facts(actor: Actor, made: Counter[str], names: dict[str, str]) -> str:
    """How often an actor occurs and speaks, to whom it belongs, and its other names."""
    facts = [count(len(actor.mentions), "mention")]
    if made[actor.id]:
        facts.append(count(made[actor.id], "claim"))
    owners = [names[link.actor] for link in actor.affiliations if link.actor in names]
    owned = f"; belongs to {', '.join(owners)}" if owners else ""
    also = f"; also {', '.join(map(line, actor.aliases))}" if actor.aliases else ""
    return ", ".join(facts) + owned + also


def who(text: str, party: Party | None, analysis: Analysis) -> str:
    """A claim's source or addressee in the article's words, and whom they stand for when that says more."""
    if party is None:
        return UNATTRIBUTED
    words = line(text[party.start : party.end])
    actor = next((one for one in analysis.actors if one.id == party.actor), None)
    if actor is None or words in (actor.name, *actor.aliases):
        return words
    return f"{words} ({line(actor.name)})" if actor.name not in words else words


def claim_facts(text: str, claim: Claim, analysis: Analysis) -> str:
    """The cue, the addressee and the stance of a claim, and the claim that reports it."""
    facts = [line(text[claim.cue.start : claim.cue.end])] if claim.cue else []
    if not facts and claim.kind != "indirect":
        facts.append("quoted")
    if claim.addressee:
        facts.append(f"to {who(text, claim.addressee, analysis)}")
    facts.append(claim.stance)
    numbers = {other.id: number for number, other in enumerate(analysis.claims, 1)}
    if claim.within in numbers:
        facts.append(f"within claim {numbers[claim.within]}")
    return "; ".join(facts)


def content(text: str, claim: Claim) -> str:
    """What is claimed; its pieces parted by an ellipsis."""
    return " ... ".join(line(text[piece.start : piece.end]) for piece in claim.content)


def voice_facts(text: str, analysis: Analysis) -> list[str]:
    """Whose words the article reports: on what sources they rest, who is heard, who is only spoken about."""
    found = voices(text, analysis)
    if not found.reported:
        return []
    names = actor_names(analysis)
    rest = ", ".join(f"{found.share(found.on(basis))}% {_BASIS_WORDS[basis]}" for basis in BASES if found.on(basis))
    facts = [f"{round(100 * found.reported / found.words)}% of the words are reported: {rest}"]
    heard = [(names[voice.actor], found.share(voice.words)) for voice in found.heard if voice.actor in names]
    if heard:
        facts.append("Heard: " + ", ".join(f"{name} {share}%" for name, share in heard[:_MOST_VOICES]))
    unheard = [names[one] for one in found.unheard if one in names]
    if unheard:
        facts.append("Spoken about, not heard: " + ", ".join(unheard[:_MOST_VOICES]))
    return facts


def _lines(article: Article, analysis: Analysis, width: int) -> Iterator[str]:
    heading = wrap(title(article), width)
    yield from heading
    yield "=" * min(width, max(len(part) for part in heading))
    yield from wrap(summary(article, analysis), width)
    yield from _section("Actors", bool(analysis.actors))
    yield from _actors(analysis, width)
    yield from _section("Claims", bool(analysis.claims))
    yield from _claims(article.text, analysis, width)
    if analysis.disputes:
        yield from _section("Disputes", True)
        yield from _disputes(article.text, analysis, width)
    if facts := voice_facts(article.text, analysis):
        yield from _section("Voices", True)
        for fact in facts:
            yield ""
            yield from _indented(fact, width, "", "  ")


def _section(name: str, filled: bool) -> Iterator[str]:
    yield from ("", "", name, "-" * len(name))
    if not filled:
        yield "None found."


def _actors(analysis: Analysis, width: int) -> Iterator[str]:
    made, names = claims_made(analysis), actor_names(analysis)
    for category, members in by_category(analysis):
        yield from ("", category.capitalize())
        for actor in members:
            named = ", ".join(map(line, (actor.name, *actor.roles)))
            yield from _indented(f"{named}: {actor_facts(actor, made, names)}", width, "  ", "      ")


def _claims(text: str, analysis: Analysis, width: int) -> Iterator[str]:
    for number, claim in enumerate(analysis.claims, 1):
        head = f"{who(text, claim.source, analysis)} [{claim_facts(text, claim, analysis)}]"
        yield ""
        yield from _indented(head, width, f"{number:3}. ", "     ")
        yield from _indented(content(text, claim), width, "     ", "     ")


def _disputes(text: str, analysis: Analysis, width: int) -> Iterator[str]:
    numbered = {claim.id: (number, claim) for number, claim in enumerate(analysis.claims, 1)}
    for number, dispute in enumerate(analysis.disputes, 1):
        yield ""
        yield from _indented(line(dispute.reason) or "Opposed", width, f"{number:3}. ", "     ")
        for at, claim in (numbered[one] for one in dispute.claims if one in numbered):
            side = f"claim {at}, {who(text, claim.source, analysis)}: {content(text, claim)}"
            yield from _indented(side, width, "     - ", "       ")
        for passage in dispute.passages:
            yield from _indented(f"the article: {_words(text, passage)}", width, "     - ", "       ")


def _words(text: str, span: Span) -> str:
    return line(text[span.start : span.end])


def _indented(text: str, width: int, first: str, rest: str) -> list[str]:
    return wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
