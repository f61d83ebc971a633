"""Whose words an article reports, counted by hand."""

from tui.analysis.model import Actor, Analysis, Claim, Mention, Party, Span
from tui.analysis.voices import voices

TEXT = "Ann said Carl stole two boats. Carl declined to comment. Rumours say Carl fled."


def span(words: str, followed: str = "") -> tuple[int, int]:
    at = TEXT.index(words + followed)
    return at, at + len(words)


MENTIONS = (
    Mention("m1", *span("Ann"), "PERSON", "name", "ann"),
    Mention("m2", *span("Carl"), "PERSON", "name", "carl"),
    Mention("m3", *span("Carl", " declined"), "PERSON", "name", "carl"),
)
ACTORS = (
    Actor("ann", "Ann", "PERSON", (), (), ("m1",)),
    Actor("carl", "Carl", "PERSON", (), (), ("m2", "m3")),
)
SAID = Claim(
    "c1", Party(*span("Ann"), "ann"), Span(*span("said")), (Span(*span("Carl stole two boats")),),
    "indirect", "asserted",
)  # fmt: skip
DECLINED = Claim(
    "c2", Party(*span("Carl", " declined"), "carl"), Span(*span("declined")),
    (Span(*span("to comment")),), "indirect", "declined",
)  # fmt: skip
RUMOUR = Claim("c3", None, Span(*span("say")), (Span(*span("Carl fled")),), "indirect", "asserted")


def test_each_reported_word_counts_for_the_one_whose_it_is() -> None:
    found = voices(TEXT, Analysis(MENTIONS, ACTORS, (SAID, RUMOUR)))
    assert (found.words, found.named, found.unnamed, found.nobody) == (14, 4, 0, 2)
    assert [(voice.actor, voice.words, voice.claims) for voice in found.heard] == [("ann", 4, 1)]
    assert found.share(found.named) == 67


def test_who_declines_to_speak_is_spoken_about_and_not_heard() -> None:
    assert voices(TEXT, Analysis(MENTIONS, ACTORS, (SAID, DECLINED))).unheard == ("carl",)


def test_a_claim_inside_another_takes_none_of_its_words_twice() -> None:
    inner = Claim(
        "c4", Party(*span("Ann"), "ann"), None, (Span(*span("two boats")),), "indirect", "asserted", within="c1"
    )
    assert voices(TEXT, Analysis(MENTIONS, ACTORS, (inner, SAID))).named == 4
