"""What each correction changes, and what no longer fits."""

from dataclasses import replace

import pytest

from tests.pilot.stage import TEXT, analysis, span
from tui.analysis.model import Actor, Affiliation, Analysis, Mention
from tui.corrections.applying import DoesNotFit, apply, apply_all, changed
from tui.corrections.model import from_json, merge, reject, rename, retype, split, to_json, unname


def actor(found: Analysis, name: str) -> Actor:
    return next(one for one in found.actors if one.name == name)


def mention(found: Analysis, words: str, after: str = "") -> Mention:
    place = span(TEXT, words, after)
    return next(one for one in found.mentions if (one.start, one.end) == (place.start, place.end))


def test_a_renamed_actor_keeps_its_old_name_as_an_alias() -> None:
    found = analysis()
    renamed = apply(TEXT, found, rename(TEXT, found, actor(found, "Ilse Varga"), "Ilse Varga-Lund"))
    assert actor(renamed, "Ilse Varga-Lund").aliases == ("Ilse Varga", "Varga")
    assert changed(found, renamed) == (len(actor(found, "Ilse Varga").mentions), 2)


def test_merged_actors_are_one_with_the_claims_of_both() -> None:
    found = analysis()
    one = apply(TEXT, found, merge(TEXT, found, actor(found, "Anton Rehn"), actor(found, "Ilse Varga")))
    varga = actor(one, "Ilse Varga")
    assert "Anton Rehn" in varga.aliases and "baker" in varga.roles
    assert len(varga.mentions) == sum(len(actor(found, n).mentions) for n in ("Ilse Varga", "Anton Rehn"))
    assert {claim.source.actor for claim in one.claims if claim.source} == {"varga", "nordlinie"}
    assert all(one.name != "Anton Rehn" for one in one.actors)


def with_link(found: Analysis, name: str, owner: str) -> Analysis:
    """The analysis with one actor belonging to another."""
    linked = replace(actor(found, name), affiliations=(Affiliation(actor(found, owner).id, "clerk"),))
    return replace(found, actors=tuple(linked if one.name == name else one for one in found.actors))


def test_links_follow_a_merge_and_none_goes_to_oneself() -> None:
    found = with_link(analysis(), "Anton Rehn", "Nordlinie")
    into = apply(TEXT, found, merge(TEXT, found, actor(found, "Nordlinie"), actor(found, "Coast Courier")))
    assert actor(into, "Anton Rehn").affiliations == (Affiliation("courier", "clerk"),)
    own = apply(TEXT, found, merge(TEXT, found, actor(found, "Anton Rehn"), actor(found, "Ilse Varga")))
    assert actor(own, "Ilse Varga").affiliations == (Affiliation("nordlinie", "clerk"),)
    none = apply(TEXT, found, merge(TEXT, found, actor(found, "Nordlinie"), actor(found, "Anton Rehn")))
    assert actor(none, "Anton Rehn").affiliations == ()


def test_no_link_is_left_to_what_is_no_name() -> None:
    found = with_link(analysis(), "Anton Rehn", "Nordlinie")
    without = apply(TEXT, found, unname(TEXT, mention(found, "Nordlinie")))
    assert actor(without, "Anton Rehn").affiliations == ()


def test_a_mention_that_is_split_off_takes_its_claim_along() -> None:
    found = analysis()
    she = mention(found, "She", "Courier.\n")
    apart = apply(TEXT, found, split(TEXT, she))
    new = actor(apart, "She")
    assert new.mentions == (she.id,) and she.id not in actor(apart, "Ilse Varga").mentions
    assert next(claim for claim in apart.claims if claim.id == "c2").source.actor == new.id  # type: ignore[union-attr]


def test_another_type_goes_for_every_mention() -> None:
    found = analysis()
    told = apply(TEXT, found, retype(TEXT, found, actor(found, "Nordlinie"), "PERSON"))
    assert {one.label for one in told.mentions if one.actor == "nordlinie"} == {"PERSON"}
    assert actor(told, "Nordlinie").category == "people"


def test_no_name_is_left_where_the_words_stand() -> None:
    found = analysis()
    without = apply(TEXT, found, unname(TEXT, mention(found, "Nordlinie")))
    assert all(TEXT[one.start : one.end] != "Nordlinie" for one in without.mentions)
    assert all(one.id != "nordlinie" for one in without.actors)
    assert next(claim for claim in without.claims if claim.id == "c3").source.actor is None  # type: ignore[union-attr]


def test_a_rejected_claim_takes_its_dispute_away() -> None:
    found = analysis()
    left = apply(TEXT, found, reject(TEXT, found.claims[2]))
    assert [claim.id for claim in left.claims] == ["c1", "c2", "c4", "c5"] and left.disputes == ()


def test_what_no_longer_fits_is_told_and_the_rest_holds() -> None:
    found = analysis()
    corrections = (
        rename(TEXT, found, actor(found, "Ilse Varga"), "Varga-Lund"),
        retype(TEXT, found, actor(found, "Anton Rehn"), "ORG"),
    )
    # Another pipeline that finds no baker.
    other = replace(
        found,
        actors=tuple(one for one in found.actors if one.id != "rehn"),
        mentions=tuple(one for one in found.mentions if one.actor != "rehn"),
    )
    corrected = apply_all(TEXT, other, corrections)
    assert actor(corrected.analysis, "Varga-Lund").id == "varga"
    assert [misfit.correction for misfit in corrected.misfits] == [corrections[1]]
    assert corrected.misfits[0].reason == "nobody is called “Anton Rehn” in this analysis"


def test_other_ids_of_another_analysis_make_no_difference() -> None:
    found = analysis()
    correction = rename(TEXT, found, actor(found, "Ilse Varga"), "Varga-Lund")
    other = replace(
        found,
        actors=tuple(replace(one, id=f"x-{one.id}") for one in found.actors),
        mentions=tuple(replace(one, actor=f"x-{one.actor}" if one.actor else None) for one in found.mentions),
    )
    assert actor(apply(TEXT, other, correction), "Varga-Lund").id == "x-varga"


def test_a_correction_of_another_text_does_not_fit() -> None:
    found = analysis()
    correction = rename(TEXT, found, actor(found, "Ilse Varga"), "Varga-Lund")
    with pytest.raises(DoesNotFit, match="no longer stands there"):
        apply(TEXT.replace("Ilse", "Else"), found, correction)


def test_a_correction_is_read_back_from_json_as_it_was() -> None:
    found = analysis()
    for correction in (
        rename(TEXT, found, found.actors[0], "New"),
        merge(TEXT, found, found.actors[0], found.actors[1]),
        split(TEXT, found.mentions[0]),
        reject(TEXT, found.claims[1]),
    ):
        assert from_json(to_json(correction)) == correction
