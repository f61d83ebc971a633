"""The news of courts, markets, science and sport: how it names people and whom it means."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read

Reader = Callable[[str], Read]


def test_a_first_name_that_is_an_office_too_is_a_first_name(read: Reader) -> None:
    story = read("Dean Farrow, 34, of Mill Lane, broke a window in Hull. Farrow was jailed for life.")
    assert story.mentions("Dean Farrow") == ["Dean Farrow", "Farrow"]
    assert not story.actor("Dean Farrow").roles


def test_letters_after_a_name_are_no_part_of_it(read: Reader) -> None:
    assert read("Prosecutor Alan Macrae KC said the man was drunk.").actor("Alan Macrae").roles == ("prosecutor",)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Det Ch Insp Vera Rolfe said the man was a coward.", "Vera Rolfe", "detective chief inspector"),
        ("Mr Justice Gower told him he had shown no mercy.", "Gower", "justice"),
    ],
)
def test_a_rank_of_several_words_is_told_once(read: Reader, text: str, name: str, role: str) -> None:
    assert read(text).actor(name).roles == (role,)


@pytest.mark.parametrize(
    ("text", "claimed", "name"),
    [
        ("Mr Justice Gower said: “You showed no mercy.”", "no mercy", "Gower"),
        ("Co-author Wolf Haak said that the data “speak for themselves”.", "the data", "Wolf Haak"),
        ("His barrister, Tina Demsey, said he would appeal.", "he would appeal", "Tina Demsey"),
        (
            "The choice was backed by former referee Mark Clatter, who said it was right.",
            "it was right",
            "Mark Clatter",
        ),
    ],
)
def test_a_claim_is_given_to_the_name_beside_the_noun(read: Reader, text: str, claimed: str, name: str) -> None:
    assert read(text).source_name(claimed) == name


def test_what_a_court_heard_is_a_claim(read: Reader) -> None:
    story = read("He was tried at Hull Crown Court. The court heard that the man had drunk two bottles of wine.")
    assert story.source_name("two bottles") == "Hull Crown Court"


def test_a_surname_in_a_headline_is_the_persons(read: Reader) -> None:
    story = read(
        "Lapsley 2-1 Harwick: Osaka strikes late\n\nBruno Osaka scored as Lapsley beat Harwick. Osaka was glad."
    )
    assert [actor.label for actor in story.analysis.actors if "Osaka" in actor.name] == ["PERSON"]


def test_the_firm_is_the_one_of_whom_the_sentence_before_told(read: Reader) -> None:
    story = read(
        "Britain's biggest supermarket, Tesco, has reported a fall in profits as shoppers left for Aldi and Lidl.\n\n"
        "The retailer said profits had slipped."
    )
    assert story.source_name("profits had slipped") == "Tesco"


def test_a_judge_who_is_named_at_once_is_that_judge(read: Reader) -> None:
    story = read(
        "A federal judge has refused to dismiss a lawsuit that accuses Apple of slowing down iPhones.\n\n"
        "U.S. District Judge Edward Davis ruled that the company misled customers.\n\n"
        "Apple did not respond. In its filings, the Cupertino-based company called the suit meritless.\n\n"
        "In 2020, the tech giant agreed to pay."
    )
    assert story.mentions("Edward Davis") == ["A federal judge", "Edward Davis"]
    assert story.source_name("meritless") == story.source_name("to pay") == "Apple"
    assert not [actor for actor in story.analysis.actors if "District" in actor.name]


def test_a_couple_is_no_company(read: Reader) -> None:
    story = read("She told the newspaper El Mundo that it was late. A palace source said the couple were sad.")
    assert story.whose("the couple") != "El Mundo"


def test_the_bloc_is_that_of_which_the_speaker_is(read: Reader) -> None:
    story = read("EU foreign policy chief Josef Borell said the bloc would send more air defence systems.")
    assert story.whose("the bloc") == "EU"


def test_who_expects_to_cut_them_is_not_them(read: Reader) -> None:
    story = read("The Federal Reserve left interest rates unchanged and signaled that it expects to cut them.")
    assert "them" not in story.mentions("Federal Reserve")


def test_an_index_with_an_ampersand_is_no_place(read: Reader) -> None:
    assert {a.label for a in read("Stocks surged. The S&P 500 rose 1.4%.").analysis.actors if "S&P" in a.name} <= {
        "ORG"
    }


def test_who_is_told_is_not_what_is_talked_of(read: Reader) -> None:
    story = read("“I will not speak of the goal,” Enzo Marelli told Sky Sports. “But everybody saw it.”")
    assert story.mentions("Sky Sports") == ["Sky Sports"]


def test_a_study_goes_on_as_it(read: Reader) -> None:
    story = read("The study was funded by the European Research Council. It did not say what drove the people away.")
    assert story.mentions("European Research Council") == ["European Research Council"]


@pytest.mark.parametrize(
    "dateline", ["LONDON (Reuters) - ", "KYIV, Nov 3 (Reuters) - ", "DECATUR, Ill. — ", "Paris (AFP) – ", "OSLO - "]
)
def test_a_claim_does_not_begin_with_the_dateline(read: Reader, dateline: str) -> None:
    story = read(f"{dateline}A grave by the river holds the remains of a king, according to a study by Ann Holm.")
    assert story.words(story.claim("A grave").content[0]).startswith("A grave by the river")


def test_a_view_that_is_challenged_is_whole(read: Reader) -> None:
    story = read("The findings challenge the view that farming spread by the exchange of ideas.")
    assert story.words(story.claim("farming").content[0]) == "the view that farming spread by the exchange of ideas"


def test_a_paper_called_the_observer_is_nobody_who_observes(read: Reader) -> None:
    story = read("Her first series was watched by millions. Critics sneered; the Observer called it dull.")
    assert story.actor("Observer").label == "ORG"


def test_a_body_that_is_told_to_be_a_group_is_no_authority(read: Reader) -> None:
    story = read("Emma Pearce of the group Safe Streets said it was late. The Green Party runs the authority.")
    assert story.whose("the authority") != "Safe Streets"


def test_who_looks_into_reports_does_not_report(read: Reader) -> None:
    story = read("Police are looking into reports that a councillor received threats.")
    assert story.source("a councillor received threats") is None


def test_who_asks_about_him_is_not_he(read: Reader) -> None:
    story = read(
        "Opposition leader Raila Odinga urged dialogue. But Hanifa Adan dismissed the speech as “PR”.\n\n"
        "“Is he going to bring back the dead?” she wrote on a website."
    )
    assert story.source_name("bring back the dead") == "Hanifa Adan"


def test_one_called_by_his_age_is_the_one_just_named(read: Reader) -> None:
    story = read(
        "When Darnell Jackson signed up for the work, he thought it was easy.\n\n"
        "“They tell you it is flexible,” says the 29-year-old."
    )
    assert story.source_name("flexible") == "Darnell Jackson"


def test_a_quotation_is_that_of_the_one_of_whom_its_paragraph_tells(read: Reader) -> None:
    story = read(
        "Last month the Teamsters announced that they had filed twelve complaints.\n\n"
        "Would Jackson join? He laughs. “Ask me when I have slept.”"
    )
    assert story.source("Ask me") == "He"


def test_an_insertion_after_a_colon_reports_what_follows_the_colon(read: Reader) -> None:
    story = read("The picture is mixed: pay has risen, experts note, even as injuries have.")
    assert [story.words(piece) for piece in story.claim("pay has risen").content] == [
        "pay has risen",
        "even as injuries have",
    ]


@pytest.mark.parametrize(
    ("name", "label"), [("Lincoln Hospital", "ORG"), ("Mill Lane", "FAC"), ("Dean Forest Prison", "FAC")]
)
def test_a_hospital_and_a_street_are_no_towns(read: Reader, name: str, label: str) -> None:
    story = read(f"The money was taken to {name} on Monday.")
    assert {actor.label for actor in story.analysis.actors if actor.name == name} == {label}


def test_the_kind_of_a_piece_does_not_speak(read: Reader) -> None:
    assert not read("Review: ‘The Long Tide’ is a film that drowns in its own beauty").analysis.claims


def test_a_role_is_not_joined_to_who_has_another(read: Reader) -> None:
    story = read(
        "The director has said that she wanted a film one could smell. Her cinematographer, Jo Willems, nearly made it."
    )
    assert story.source_name("a film one could smell") != "Jo Willems"


def test_the_agency_is_the_one_just_named(read: Reader) -> None:
    story = read("The storm had forced NASA to postpone the flight. It caused no damage, the agency said.")
    assert story.source_name("caused no damage") == "NASA"


def test_two_persons_are_they_and_not_the_ship_beside_them(read: Reader) -> None:
    story = read("Butch Wilmore and Suni Williams, test pilots of Boeing, were late. Their return was pushed back.")
    assert "Their" not in story.mentions("Boeing")


def test_who_says_that_he_thinks_it_thinks_it(read: Reader) -> None:
    story = read(
        "Pope Francis was ill. Francis did not speak. His doctor said that Francis slept.\n\n"
        "Asked whether Francis might resign, Cardinal Gianni Ravasi told a radio station he thought it was possible."
    )
    assert story.whose("he") == "Gianni Ravasi"


def test_the_company_is_what_the_article_is_about(read: Reader) -> None:
    story = read(
        "Nvidia reported record revenue, and Nvidia said more would follow. Revenue rose to $30bn, ahead of what "
        "analysts polled by LSEG had expected.\n\nJensen Huang, the company's founder, said that demand was strong."
    )
    assert story.whose("the company") == "Nvidia"


def test_a_party_is_no_union(read: Reader) -> None:
    story = read("Democrats backed the measure. Ann Molina noted that a survey by the union found the same.")
    assert story.whose("the union") is None


def test_one_called_by_town_and_party_is_the_one_just_named(read: Reader) -> None:
    story = read(
        "Democrats backed the measure, though Sen. Roland Gutierrez warned that one size does not fit all. "
        "The San Antonio Democrat voted no."
    )
    assert "The San Antonio Democrat" in story.mentions("Roland Gutierrez")


def test_a_headlines_passive_is_what_a_court_was_told(read: Reader) -> None:
    story = read("Virgin Atlantic pilot failed breath test before flight, court told")
    assert story.source("failed breath test") is None


def test_a_sheriff_court_is_a_court(read: Reader) -> None:
    story = read("Two bottles were found in his bag, Edinburgh Sheriff Court heard. Sheriff Alison Moir spoke.")
    assert [actor.name for actor in story.analysis.actors if "Court" in actor.name] == ["Edinburgh Sheriff Court"]


def test_any_noun_before_a_persons_name_may_speak(read: Reader) -> None:
    story = read("Co-director Roberto Nita, of the Catholic University of Peru, called the find “a treasure for all”.")
    assert story.source_name("a treasure") == "Roberto Nita"


def test_what_is_denied_is_not_what_is_said_beside_it(read: Reader) -> None:
    story = read("His spokesman, Ajuri Ngelo, denied this, saying the president “feels the pain of every Nigerian”.")
    contents = [[story.words(piece) for piece in claim.content] for claim in story.analysis.claims]
    assert contents == [["this"], ["the president “feels the pain of every Nigerian”"]]


def test_whose_breath_they_hold_is_that_of_the_subject(read: Reader) -> None:
    story = read(
        "Nato has trained the army. Nato leaves. The moment comes for the forces Nato has trained, with the arms it "
        "has given them.\n\nWeary shopfronts hold their breath."
    )
    assert "their" not in story.mentions("Nato")
