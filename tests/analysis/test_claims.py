"""Who says what: forms of reporting, sources, stances, addressees."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Maria Keller said the bridge would close.", "the bridge would close", "Maria Keller"),
        ("Maria Keller said that the bridge would close.", "that the bridge would close", "Maria Keller"),
        ("The bridge will close, Maria Keller said.", "The bridge will close", "Maria Keller"),
        ("“The bridge will close,” said Maria Keller.", "“The bridge will close,”", "Maria Keller"),
        ('"The bridge will close," Maria Keller said.', '"The bridge will close,"', "Maria Keller"),
        ("Maria Keller said: “The bridge will close.”", "“The bridge will close.”", "Maria Keller"),
        ("According to Maria Keller, the bridge will close.", "the bridge will close", "Maria Keller"),
        ("The bridge will close, according to Maria Keller.", "The bridge will close", "Maria Keller"),
    ],
)
def test_a_form_of_reporting_is_found(read: Reader, text: str, content: str, source: str) -> None:
    story = read(text)
    assert content in [story.words(piece) for piece in story.claim(content).content]
    assert source in (story.source(content) or "")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Two clerks said the bank would close, though a spokesman for the bank denied it.", "the bank would close"),
        ("Keller said the pier was safe, but Varga warned that it would sink.", "the pier was safe"),
        ("Keller said the pier was safe, though it was old.", "the pier was safe, though it was old"),
        ("Keller said she was tired, but she hoped to win.", "she was tired, but she hoped to win"),
    ],
)
def test_what_is_reported_after_a_turn_is_no_part_of_a_claim(read: Reader, text: str, content: str) -> None:
    story = read(text)
    assert [story.words(piece) for piece in story.claim(content).content] == [content]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("“It is a big win for the town,” I confessed. And the plan worked.", "a big win", "I"),
        (
            "“It is time that a woman ran it,” exhorted Keller's deputy, Ann Lee.",
            "It is time",
            "Keller's deputy, Ann Lee",
        ),
        ("“Who will pay?” Keller said.\n\n“Nobody!” the crowd cried out, laughing.", "Nobody!", "the crowd"),
        ("The polls were right - Carl Binder: “One lesson is to keep on calling.”", "One lesson", "Carl Binder"),
        ("Keller's response was: “Is the boat off Hull or Leeds?”", "Is the boat", "Keller's"),
        ("It grew heated over who backed a bill that Chris Holt said, “I need a translator.”", "I need", "Chris Holt"),
        ("Keller declares ‘revolution,’ ignores losses", "revolution", "Keller"),
        ('Dr. Moss stated:\n\n"It is no “safe bridge” any more. It is old."', "It is old", "Dr. Moss"),
        ("“We had better days,” Hull councillor Bill East, wearing a hat and “Old Town” pins, said.", "better days",
         "Hull councillor Bill East"),
        ("The council issued a statement on letters, which nobody read.\n\n“We offer the whole town an apology.”",
         "an apology", "The council"),
        ("Another tweeted, “The harbour is safe as it is.”", "The harbour", "Another"),
        (
            '"The biggest worry is the next Supreme Court judge," said Hull cold-storage owner Ilse Varga, now ill.',
            "The biggest worry",
            "Hull cold-storage owner Ilse Varga",
        ),
        ("Voters ask about water - Carl Binder and Ann Lee: “We found that water came first.”", "We found",
         "Carl Binder and Ann Lee"),
        ("“The harbour is old,” Keller says to the pilots, who respond: “At last!”", "The harbour", "Keller"),
        ("“The harbour is old,” Keller says to the pilots, who respond: “At last!”", "At last", "who"),
        ("“The harbour is old,” Keller said, with a broad smile, as the crowd applauded.", "The harbour", "Keller"),
        ("“Hull has two rivers,” as Ilse Varga put it to the board, “and no bridge.”", "no bridge", "Ilse Varga"),
        ("When the lights failed, all she could do was shout “Help!” at the door.", "Help!", "all she"),
        ("Holt saw the plan in another light: “When they say it is safe, I do not take it as a joke,” Varga said.",
         "a joke", "Varga"),
        ("Citing “duties at the harbour,” her spokeswoman told reporters that Keller would stay away.", "Keller would",
         "her spokeswoman"),
        ("The storm prompted Keller to say that the harbour was old.", "the harbour", "Keller"),
    ],
)  # fmt: skip
def test_a_quotation_is_given_to_who_stands_beside_it(read: Reader, text: str, content: str, source: str) -> None:
    assert (read(text).source(content) or "").startswith(source)


def test_a_quotation_after_a_verb_that_governs_it_is_not_what_the_next_verb_reports(read: Reader) -> None:
    story = read("Citing “duties at the harbour,” her spokeswoman told reporters that Keller would stay away.")
    assert [story.words(piece) for piece in story.claim("stay away").content] == ["that Keller would stay away"]


def test_the_one_who_spoke_speaks_on_past_what_the_article_tells(read: Reader) -> None:
    story = read(
        "“You cannot blame the board for a storm,” said Ann Lee, a pilot from Hull. A mother of four who came to the "
        "town in 2013, she plans to vote for the first time. “It is not fair.”"
    )
    assert story.claim("It is not fair") == story.claim("a storm")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The rebels agreed not to fight.", "not to fight"),
        ("Keller vowed never to return.", "never to return"),
        ("Holt welcomed a commitment by Keller not to close the bridge.", "not to close the bridge"),
    ],
)
def test_a_negated_infinitive_keeps_its_negation(read: Reader, text: str, content: str) -> None:
    story = read(text)
    assert content in [story.words(piece) for claim in story.analysis.claims for piece in claim.content]


def test_what_goes_on_beside_a_quotation_does_not_report_it(read: Reader) -> None:
    story = read('"Silence," Odile demanded, as the mayor continued to object.')
    assert [story.words(claim.cue) for claim in story.analysis.claims if claim.cue] == ["demanded"]


def test_sharing_reports_views_and_not_borders(read: Reader) -> None:
    assert read("Keller shares the view that the bridge is old.").analysis.claims
    assert not read("Norway shares a border with Russia.").analysis.claims


def test_what_is_rejected_is_whole_after_an_owner_with_a_title(read: Reader) -> None:
    text = "Officials rejected presidential candidate Karl Winter's plan for a bridge."
    story = read(text)
    assert story.words(story.claim("plan").content[0]) == text.removeprefix("Officials rejected ").rstrip(".")


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Norsk Mobler faces criticism of its plan from the mayor.", "its plan", "the mayor"),
        ("Norsk Mobler faces criticism for the plan from officials in Oslo.", "the plan", "officials in Oslo"),
    ],
)
def test_who_gets_criticism_is_not_who_criticises(read: Reader, text: str, content: str, source: str) -> None:
    claim = read(text).claim(content)
    assert claim.source is not None
    assert text[claim.source.start : claim.source.end] == source
    assert "from" not in [text[piece.start : piece.end] for piece in claim.content]


def test_what_somebody_does_in_spite_of_is_not_what_he_thinks(read: Reader) -> None:
    story = read("Maria Keller sold the bridge in spite of fears that it might fall.")
    assert story.source("it might fall") is None


@pytest.mark.parametrize(
    "text",
    [
        "Maria Keller left after saying goodbye to the mayor.",
        "Maria Keller referred the case to the court.",
        "On Monday Maria Keller called Thomas Berg.",
        "That they trade in secret encourages others to take more of them.",
        "Few tasks are harder for a president than deciding whether to trade with pirates.",
    ],
)
def test_what_tells_nothing_is_no_claim(read: Reader, text: str) -> None:
    assert read(text).analysis.claims == ()


def test_what_is_only_wanted_is_not_said(read: Reader) -> None:
    story = read("Keller urged the council to criticise the plan.")
    assert [claim.stance for claim in story.analysis.claims] == ["demanded"]


@pytest.mark.parametrize("verb", ["denied that it was unsafe", "downplayed the danger"])
def test_a_second_report_of_the_same_speaker_ends_the_first(read: Reader, verb: str) -> None:
    story = read(f"Keller said it would be hard for the bridge to close, but {verb}.")
    assert story.words(story.claim("be hard").content[-1]).endswith("close")
    assert story.source(verb.split()[-1]) == "Keller"


def test_how_it_was_said_is_not_what_was_said(read: Reader) -> None:
    story = read("“People make such claims,” Ann Keller said, a hint of anger in her voice. “It is hard for voters.”")
    words = [story.words(piece) for piece in story.claim("make such claims").content]
    assert words == ["“People make such claims,”", "“It is hard for voters.”"]


def test_a_span_of_time_is_not_what_one_votes_for(read: Reader) -> None:
    assert not read("Leeds and Hull have voted for decades.").analysis.claims
    assert read("Leeds and Hull have voted for Keller.").analysis.claims


def test_a_bracket_that_was_opened_before_is_not_the_sources(read: Reader) -> None:
    story = read("Most towns (nine in ten were small in 2012, according to the polls) grew.")
    assert story.source("were small") == "the polls"


def test_a_title_and_the_writers_own_view_are_no_claims(read: Reader) -> None:
    assert not read("Maria Keller wrote “Harbour” in 1901.").analysis.claims
    assert not read("I think the bridge will close.").analysis.claims


def test_a_quotation_goes_on_after_its_cue(read: Reader) -> None:
    story = read("“It is late,” Maria Keller said. “The bridge will close tonight. Nobody will cross.”")
    claim = story.claim("The bridge will close tonight")
    assert claim == story.claim("It is late")
    assert claim.kind == "direct"


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("Maria Keller said the bridge would close.", "the bridge would close", "asserted"),
        ("Maria Keller denied that the bridge would close.", "the bridge would close", "denied"),
        ("Maria Keller asked whether the bridge would close.", "the bridge would close", "asked"),
        ("Maria Keller promised to close the bridge.", "to close the bridge", "intended"),
        ("Maria Keller refused to close the bridge.", "to close the bridge", "declined"),
        ("Maria Keller demanded that the bridge be closed.", "the bridge be closed", "demanded"),
    ],
)
def test_the_cue_gives_the_stance(read: Reader, text: str, content: str, stance: str) -> None:
    assert read(text).claim(content).stance == stance


def test_a_report_without_a_source_says_so(read: Reader) -> None:
    claim = read("The soldiers are reported to have left the city.").claim("to have left the city")
    assert claim.source is None


def test_nobody_speaks_to_a_day(read: Reader) -> None:
    story = read("The mayor's office slammed the lawsuit, calling it “meritless” and “improper” on Monday.")
    assert [claim.addressee for claim in story.analysis.claims] == [None] * len(story.analysis.claims)
    assert story.analysis.claims


def test_the_one_who_is_told_is_the_addressee(read: Reader) -> None:
    story = read("Maria Keller told Reuters that the bridge would close.")
    party = story.claim("the bridge would close").addressee
    assert party is not None
    assert story.text[party.start : party.end] == "Reuters"


def test_a_claim_within_a_claim_names_the_outer_one(read: Reader) -> None:
    story = read("Later in the day, officials said two bridges had been closed, the news agency reported.")
    (inner,) = [claim for claim in story.analysis.claims if claim.within is not None]
    outer = next(claim for claim in story.analysis.claims if claim.id == inner.within)
    assert inner.source is not None
    assert story.text[inner.source.start : inner.source.end] == "officials"
    assert outer.source is not None
    assert story.text[outer.source.start : outer.source.end] == "the news agency"


def test_the_kind_comes_from_the_marks(read: Reader) -> None:
    story = read(
        "Maria Keller said the bridge was “in a very bad state” and would close. Thomas Berg said it was safe."
    )
    assert story.claim("bad state").kind == "mixed"
    assert story.claim("it was safe").kind == "indirect"


def test_a_sentence_that_reports_more_does_not_take_the_quotation_before_it(read: Reader) -> None:
    story = read(
        "“She has two chances now,” said Maria Keller, an economist. “They have been putting up signs everywhere.” "
        "Thomas Berg added that the bank wants to get out of the way. “They don’t like to talk about it.”"
    )
    assert story.source_name("two chances") == story.source_name("signs everywhere") == "Maria Keller"
    assert story.source_name("to talk about it") == "Thomas Berg"


def test_what_is_said_within_a_quotation_ends_with_it(read: Reader) -> None:
    story = read(
        "Anna Lund said on Sunday that Karl Lund would be ''in charge of trade, because, you know, he knows how to do "
        "it,'' above all ''in places like the north and inner cities.'' On a tour she said he had ''got to come out.''"
    )
    assert [story.words(claim.cue) for claim in story.analysis.claims if claim.cue] == ["said", "said"]


def test_a_title_in_the_next_paragraph_is_no_part_of_what_was_said(read: Reader) -> None:
    story = read(
        "“It is easy,” Maria Keller said. “I like banks.”\n\n“Opening Night,” which will be in bookstores soon, is new."
    )
    assert [story.words(piece) for piece in story.claim("easy").content] == ["“It is easy,”", "“I like banks.”"]


def test_a_title_in_marks_is_no_claim(read: Reader) -> None:
    assert read("The museum shows “Night Watch” in its great hall.").analysis.claims == ()


def test_an_attack_on_a_plan_is_words_and_one_on_a_town_a_deed(read: Reader) -> None:
    assert read("Maria Keller attacked the new bridge plan on Monday.").source("bridge plan") == "Maria Keller"
    assert read("The soldiers attacked the town on Monday.").analysis.claims == ()


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("The company has closed three mines this year", "the company had opened three mines this year"),
        ("Prices rose in the city last year", "prices fell in the city last year"),
    ],
)
def test_a_claim_can_oppose_what_the_article_says_in_half_a_sentence(read: Reader, own: str, said: str) -> None:
    story = read(f"{own} and is thought to be slowing down.\n\nMaria Keller said {said}.")
    (dispute,) = story.analysis.disputes
    assert dispute.claims == (story.claim(said).id,)
    assert own in story.words(dispute.passages[0])


def test_what_somebody_else_is_said_to_do_is_not_the_articles_own_word(read: Reader) -> None:
    story = read(
        "The company is said to have closed three mines this year.\n\n"
        "Maria Keller said the company had opened three mines this year."
    )
    assert story.analysis.disputes == ()


def test_opposite_statements_of_two_sources_are_a_dispute(read: Reader) -> None:
    story = read(
        "Maria Keller said the city council had accepted the new bridge plan.\n\n"
        "Thomas Berg said the city council had rejected the new bridge plan."
    )
    (dispute,) = story.analysis.disputes
    assert set(dispute.claims) == {story.claim("had accepted").id, story.claim("had rejected").id}


def test_statements_that_agree_are_no_dispute(read: Reader) -> None:
    story = read(
        "Maria Keller said the city council had accepted the bridge plan.\n\n"
        "Thomas Berg said the city council had accepted the bridge plan on Monday."
    )
    assert story.analysis.disputes == ()
