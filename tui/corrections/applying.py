"""Apply corrections to an analysis, one after the other, and say which no longer fit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tui.analysis.model import Actor, Affiliation, Analysis, Claim, Mention, Party
from tui.corrections.model import Correction, Kind, Place


class DoesNotFit(Exception):
    """A correction that cannot be applied to an analysis; the message says why."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A correction that is kept although it no longer fits, and why."""

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """An analysis with the corrections that fit, and those that do not."""

    analysis: Analysis
    misfits: tuple[Misfit, ...] = ()


def apply_all(text: str, analysis: Analysis, corrections: Iterable[Correction]) -> Corrected:
    """The analysis with every correction that fits, in their order."""
    misfits = []
    for correction in corrections:
        try:
            analysis = apply(text, analysis, correction)
        except DoesNotFit as error:
            misfits.append(Misfit(correction, str(error)))
    return Corrected(analysis, tuple(misfits))


def apply(text: str, analysis: Analysis, correction: Correction) -> Analysis:
    """The analysis with a correction. Raises DoesNotFit."""
    for place in (*correction.at, *correction.into):
        if text[place.start : place.end] != place.text:
            raise DoesNotFit(f"“{place.text}” no longer stands there")
    return _APPLY[correction.kind](text, analysis, correction)


def changed(before: Analysis, after: Analysis) -> tuple[int, int]:
    """How many mentions and how many claims a correction changes: a preview."""
    names = [{actor.id: (actor.name, actor.label) for actor in one.actors} for one in (before, after)]
    old = {m.id: (m.actor, names[0].get(m.actor or ""), m.label) for m in before.mentions}
    new = {m.id: (m.actor, names[1].get(m.actor or ""), m.label) for m in after.mentions}
    claims_old = {claim.id: (claim, _speaker(claim, names[0])) for claim in before.claims}
    claims_new = {claim.id: (claim, _speaker(claim, names[1])) for claim in after.claims}
    mentions = sum(new.get(key) != value for key, value in old.items())
    return mentions, sum(claims_new.get(key) != value for key, value in claims_old.items())


def _speaker(claim: Claim, names: dict[str, tuple[str, str]]) -> tuple[str, str] | None:
    return names.get(claim.source.actor or "") if claim.source else None


# Finding what a correction is about. Only the very same stretch counts: nothing is moved to what looks alike.


def _mention(analysis: Analysis, place: Place) -> Mention:
    for mention in analysis.mentions:
        if (mention.start, mention.end) == (place.start, place.end):
            return mention
    raise DoesNotFit(f"“{place.text}” is no name in this analysis")


def _actor(analysis: Analysis, places: tuple[Place, ...]) -> Actor:
    wanted = {(place.start, place.end) for place in places}
    held = {(m.start, m.end): m.actor for m in analysis.mentions if (m.start, m.end) in wanted}
    for place in places:
        owner = held.get((place.start, place.end))
        for actor in analysis.actors:
            if actor.id == owner:
                return actor
    raise DoesNotFit(f"nobody is called “{places[0].text}” in this analysis")


# Applying


def _rename(text: str, analysis: Analysis, correction: Correction) -> Analysis:
    actor = _actor(analysis, correction.at)
    name = correction.value
    aliases = tuple(dict.fromkeys(alias for alias in (actor.name, *actor.aliases) if alias != name))
    return _with_actor(analysis, replace(actor, name=name, aliases=aliases))


def _merge(text: str, analysis: Analysis, correction: Correction) -> Analysis:
    gone, kept = _actor(analysis, correction.at), _actor(analysis, correction.into)
    if gone.id == kept.id:
        # The analysis holds them for one already: nothing is left to do, and nothing is wrong.
        return analysis
    mentions = tuple(replace(m, actor=kept.id) if m.actor == gone.id else m for m in analysis.mentions)
    names = (*kept.aliases, gone.name, *gone.aliases)
    merged = replace(
        kept,
        aliases=tuple(dict.fromkeys(name for name in names if name != kept.name)),
        roles=tuple(dict.fromkeys((*kept.roles, *gone.roles))),
        mentions=_of(mentions, kept.id),
        affiliations=(*kept.affiliations, *gone.affiliations),
    )
    at = min(analysis.actors.index(gone), analysis.actors.index(kept))
    actors = [actor for actor in analysis.actors if actor not in (gone, kept)]
    actors.insert(at, merged)
    linked = _relinked(actors, {actor.id: actor.id for actor in actors} | {gone.id: kept.id})
    claims = _with_parties(analysis, lambda party: kept.id if party.actor == gone.id else party.actor)
    return replace(analysis, mentions=mentions, actors=linked, claims=claims)


def _split(text: str, analysis: Analysis, correction: Correction) -> Analysis:
    place = correction.at[0]
    mention = _mention(analysis, place)
    owner = next((actor for actor in analysis.actors if actor.id == mention.actor), None)
    if owner is not None and len(owner.mentions) < 2:
        raise DoesNotFit(f"“{place.text}” stands alone already")
    name = " ".join(place.text.split())
    new = Actor(f"split-{mention.start}-{mention.end}", name, mention.label, mentions=(mention.id,))
    mentions = tuple(replace(m, actor=new.id) if m is mention else m for m in analysis.mentions)
    actors = list(analysis.actors)
    if owner is not None:
        left = {" ".join(text[m.start : m.end].split()) for m in mentions if m.actor == owner.id}
        aliases = tuple(alias for alias in owner.aliases if alias != name or alias in left)
        actors[actors.index(owner)] = replace(owner, aliases=aliases, mentions=_of(mentions, owner.id))
    actors.append(new)

    def party_of(party: Party) -> str | None:
        return new.id if party.start <= mention.start and mention.end <= party.end else party.actor

    claims = _with_parties(analysis, party_of)
    return replace(analysis, mentions=mentions, actors=tuple(actors), claims=claims)


def _retype(text: str, analysis: Analysis, correction: Correction) -> Analysis:
    actor = _actor(analysis, correction.at)
    mentions = tuple(
        replace(mention, label=correction.value) if mention.actor == actor.id else mention
        for mention in analysis.mentions
    )
    return _with_actor(replace(analysis, mentions=mentions), replace(actor, label=correction.value))


def _unname(text: str, analysis: Analysis, correction: Correction) -> Analysis:
    words = correction.at[0].text.split()
    gone = {m.id for m in analysis.mentions if m.kind == "name" and text[m.start : m.end].split() == words}
    gone.add(_mention(analysis, correction.at[0]).id)
    mentions = tuple(mention for mention in analysis.mentions if mention.id not in gone)
    actors = tuple(
        replace(actor, mentions=_of(mentions, actor.id))
        for actor in analysis.actors
        if any(mention not in gone for mention in actor.mentions)
    )
    known = {actor.id for actor in actors}
    actors = _relinked(actors, {one: one for one in known})
    mentions = tuple(
        mention if mention.actor is None or mention.actor in known else replace(mention, actor=None)
        for mention in mentions
    )
    claims = _with_parties(analysis, lambda party: party.actor if party.actor in known else None)
    disputes = tuple(
        replace(dispute, mentions=tuple(mention for mention in dispute.mentions if mention not in gone))
        for dispute in analysis.disputes
    )
    return Analysis(mentions, actors, claims, disputes)


def _relinked(actors: Iterable[Actor], ids: dict[str, str]) -> tuple[Actor, ...]:
    """Actors whose affiliations go by the ids of now; those to nobody, to oneself and doubles are left out."""
    found = []
    for actor in actors:
        links = {ids[link.actor]: link.role for link in reversed(actor.affiliations) if link.actor in ids}
        kept = tuple(Affiliation(one, role) for one, role in reversed(links.items()) if one != actor.id)
        found.append(replace(actor, affiliations=kept))
    return tuple(found)


def _reject(text: str, analysis: Analysis, correction: Correction) -> Analysis:
    wanted = tuple((place.start, place.end) for place in correction.at)
    gone = [claim for claim in analysis.claims if tuple((p.start, p.end) for p in claim.content) == wanted]
    if not gone:
        raise DoesNotFit(f"“{correction.words}” is no claim in this analysis")
    ids = {claim.id for claim in gone}
    claims = tuple(
        replace(claim, within=None) if claim.within in ids else claim
        for claim in analysis.claims
        if claim.id not in ids
    )
    disputes = []
    for dispute in analysis.disputes:
        sides = tuple(claim for claim in dispute.claims if claim not in ids)
        if sides == dispute.claims or len(sides) + len(dispute.passages) > 1:
            disputes.append(replace(dispute, claims=sides))
    return replace(analysis, claims=claims, disputes=tuple(disputes))


_APPLY: dict[Kind, Callable[[str, Analysis, Correction], Analysis]] = {
    "rename": _rename,
    "merge": _merge,
    "split": _split,
    "retype": _retype,
    "unname": _unname,
    "reject": _reject,
}


def _with_actor(analysis: Analysis, changed_actor: Actor) -> Analysis:
    actors = tuple(changed_actor if actor.id == changed_actor.id else actor for actor in analysis.actors)
    return replace(analysis, actors=actors)


def _of(mentions: tuple[Mention, ...], actor: str) -> tuple[str, ...]:
    return tuple(mention.id for mention in mentions if mention.actor == actor)


def _with_parties(analysis: Analysis, actor_of: Callable[[Party], str | None]) -> tuple[Claim, ...]:
    def moved(party: Party | None) -> Party | None:
        return None if party is None else replace(party, actor=actor_of(party))

    return tuple(
        replace(claim, source=moved(claim.source), addressee=moved(claim.addressee)) for claim in analysis.claims
    )
