"""First persons in quotations: "I" is the one who speaks, "we" the organisation or group that speaks."""

from bisect import bisect_left
from dataclasses import replace

from tui.analysis.model import Actor, Claim, Mention
from tui.analysis.syntax import Syntax

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def with_speakers(
    syntax: Syntax, mentions: tuple[Mention, ...], actors: tuple[Actor, ...], claims: tuple[Claim, ...]
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Mentions and actors with the first persons of quotations; mentions are numbered anew, actors keep ids."""
    labels = {actor.id: actor.label for actor in actors}
    speakers = _speakers(syntax, claims, labels)
    added = [Mention("", start, end, labels[actor], "pronoun", actor) for (start, end), actor in speakers.items()]
    if not added:
        return mentions, actors
    taken = {(mention.start, mention.end) for mention in mentions}
    merged = sorted([*mentions, *(m for m in added if (m.start, m.end) not in taken)], key=lambda m: (m.start, m.end))
    numbered = tuple(replace(mention, id=f"m{k}") for k, mention in enumerate(merged, 1))
    own: dict[str, list[str]] = {actor.id: [] for actor in actors}
    for mention in numbered:
        if mention.actor is not None:
            own[mention.actor].append(mention.id)
    return numbered, tuple(replace(actor, mentions=tuple(own[actor.id])) for actor in actors)


def _speakers(syntax: Syntax, claims: tuple[Claim, ...], labels: dict[str, str]) -> dict[tuple[int, int], str]:
    """The places of first persons, each with the actor of the innermost claim that quotes it, or that is a turn."""
    starts = [word.start for word in syntax.words]
    found: dict[tuple[int, int], str] = {}
    for claim in claims:
        actor = claim.source.actor if claim.source is not None else None
        if actor is None or (claim.kind == "indirect" and claim.form != "colon"):
            continue
        single = labels[actor] == "PERSON"
        for piece in claim.content:
            for word in syntax.words[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]:
                if word.lower in (_SINGULAR if single else _PLURAL):
                    found[word.start, word.end] = actor
    return found
