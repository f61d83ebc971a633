"""Where a name begins and ends, and what looks like a name and is none."""

from collections.abc import Callable

import pytest

from tests.analysis.conftest import Read
from tui.analysis.model import ACTOR_LABELS, Span

Reader = Callable[[str], Read]


def names(story: Read) -> set[tuple[str, str]]:
    return {
        (story.words(Span(one.start, one.end)), one.label)
        for one in story.analysis.mentions
        if one.kind == "name" and one.label in ACTOR_LABELS
    }


@pytest.mark.parametrize(
    ("text", "found", "missing"),
    [
        ("UN Secretary-General Ana Roth condemned the attack.", ("UN", "ORG"), "UN Secretary-General"),
        ("“It is safe,” Austrian Health Minister Jan Rau told the paper.", ("Jan Rau", "PERSON"), "Austrian Health"),
        ("White House Press Secretary Karin Leary agreed.", ("White House", "ORG"), "White House Press"),
        ("He had left, the newspaper A Bola reported on Monday.", ("A Bola", "ORG"), "Bola"),
        ("She studied English and music at Ohio University.", ("Ohio University", "ORG"), "English"),
        ("He spoke in French to Ana Roth.", ("Ana Roth", "PERSON"), "French"),
        ("“What has okra to do with it?” Ana Roth asked.", ("Ana Roth", "PERSON"), "okra"),
        ("He refused. Deputy Prime Minister Ana Roth denied it.", ("Ana Roth", "PERSON"), "Prime Minister"),
        ("The Saudi Energy Minister Ana Roth told a conference so.", ("Ana Roth", "PERSON"), "Saudi Energy"),
        ("Downing Street says the prime minister is well.", ("Downing Street", "FAC"), "Downing"),
        ("The host, Tamron Hall, said so.", ("Tamron Hall", "PERSON"), "Hall"),
        ("The actress Diane Lane agreed.", ("Diane Lane", "PERSON"), "Lane"),
        (
            "Native Americans voted, and Asian Americans did, too, Ana Roth said.",
            ("Asian Americans", "NORP"),
            "Americans",
        ),
        ("The former MVP said he was well. Ana Roth agreed.", ("Ana Roth", "PERSON"), "MVP"),
        ("Coach Nick Nurse said no. Fans left. Nurse, who had hinted at it, smiled.", ("Nurse", "PERSON"), "Coach"),
        ("The union said N50bn had been paid, Ana Roth said.", ("Ana Roth", "PERSON"), "N50bn"),
        ("The ASUU National President, Ana Roth, said so.", ("ASUU", "ORG"), "ASUU National"),
        ("The hit was big, Chief Financial Officer Ana Roth said.", ("Ana Roth", "PERSON"), "Financial Officer"),
        ("“It Ends With Us” is a film, Ana Roth said.", ("Ana Roth", "PERSON"), "Us"),
        ("Labour's Shadow Home Secretary Ana Roth agreed.", ("Ana Roth", "PERSON"), "Shadow Home"),
        ("Brent rose by 2% as traders waited, Ana Roth said.", ("Ana Roth", "PERSON"), "Brent"),
        ("Ana Roth said the Portugal international would stay.", ("Portugal", "GPE"), "Portugal international"),
    ],
)
def test_a_name_ends_where_the_office_begins(read: Reader, text: str, found: tuple[str, str], missing: str) -> None:
    told = names(read(text))
    assert found in told
    assert missing not in {name for name, _ in told}


def test_a_people_is_named_still(read: Reader) -> None:
    assert ("French", "NORP") in names(read("The French voted on Sunday, Ana Roth said."))


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Shares in Tolvia AG fell. Tolvia said nothing.", "Tolvia", "Tolvia AG"),
        (
            "Keystone National cut the fee, Ana Roth said. A lawyer for Keystone came.",
            "Keystone",
            "Keystone National",
        ),
    ],
)
def test_a_company_is_called_by_its_first_word(read: Reader, text: str, short: str, full: str) -> None:
    assert short in read(text).actor(full).aliases


def test_what_joins_an_operator_and_a_union_makes_neither_belong(read: Reader) -> None:
    story = read("Talks between the train operator Northline and the RMT union broke down. The company left.")
    assert not story.actor("Northline").affiliations
    assert story.mentions("Northline")[-1] == "The company"


def test_a_first_name_cut_short_is_the_same_person(read: Reader) -> None:
    story = read("Kimberley Vance was in Ibiza. “Kim was like a sister to me,” Danny Stokes said.")
    assert "Kim" in story.actor("Kimberley Vance").aliases


def test_a_developer_that_is_a_body_is_no_person(read: Reader) -> None:
    story = read("Developer Calder Homes says the plan is good. Ana Roth said it was bad.")
    assert story.source_name("the plan is good") == "Calder Homes"
    assert not [actor for actor in story.analysis.actors if actor.name == "Developer"]


def test_who_is_spoken_to_is_a_person_and_no_place(read: Reader) -> None:
    story = read("Uhuru Kamau left office. Mutua confirmed that he had not spoken to Kamau, who backed Ochieng.")
    assert "Kamau" in story.actor("Uhuru Kamau").aliases


def test_a_court_in_the_headline_is_the_one_named_below(read: Reader) -> None:
    story = read("Kenyan court upholds a win\n\nKenya's Supreme Court upheld it on Monday. The court found no fraud.")
    assert {"Kenyan court", "The court"} <= set(story.mentions("Supreme Court"))


def test_the_housing_secretary_is_not_a_clubs_secretary(read: Reader) -> None:
    story = read("The club's secretary, Alan Butterworth, came. Craig Whitfield wrote to the housing secretary.")
    assert "the housing secretary" not in story.mentions("Alan Butterworth")


def test_an_illness_is_nobody(read: Reader) -> None:
    story = read("Zika is spread by mosquitoes, Reid said. The Zika virus has reached Florida, and Zika may kill.")
    assert [actor.name for actor in story.analysis.actors] == ["Reid", "Florida"]


def test_who_makes_a_vaccine_is_no_illness(read: Reader) -> None:
    assert read("The Pfizer vaccine is safe. Pfizer said that it was.").actor("Pfizer").label == "ORG"


def test_an_illness_may_be_called_as_somebody_is(read: Reader) -> None:
    story = read("Ann Parkman, who has the Parkman syndrome, said that it was hard. Parkman is 62.")
    assert story.mentions("Ann Parkman")[-1] == "Parkman"


def test_the_side_of_a_chamber_is_its_leaders(read: Reader) -> None:
    story = read("Senate Majority Whip John Cornwall said the same. Senate Minority Leader Harry Reed did not.")
    assert [actor.name for actor in story.analysis.actors if actor.label == "ORG"] == ["Senate"]


def test_a_club_for_something_is_the_club(read: Reader) -> None:
    story = read("The Club for Growth spent millions. The Club said on Monday that it would go on.")
    assert story.mentions("Club for Growth")[:2] == ["Club for Growth", "The Club"]


def test_a_firm_may_be_called_as_what_its_founder_owns(read: Reader) -> None:
    story = read(
        "Brindle's said on Monday that sales rose. Its rival, Okta, fell. Brindle's shares rose, and Okta's reported "
        "profit did not."
    )
    assert story.mentions("Brindle's")[:2] == ["Brindle's", "Its"]
    assert story.mentions("Okta")[1:] == ["Okta", "Okta"]


def test_an_ampersand_is_an_and(read: Reader) -> None:
    story = read("The Harbour & Coast Trust said no. The Harbour and Coast Trust had met.")
    assert len(story.mentions("Harbour & Coast Trust")) == 2


def test_titles_cut_short_are_no_bodies(read: Reader) -> None:
    story = read("Sens. Pat Toomy and Kelly Ayot would not. Sec. Clint said she would go.")
    assert {actor.name for actor in story.analysis.actors} == {"Pat Toomy", "Kelly Ayot", "Clint"}


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The Pittsburgh Pirates beat Denver on Sunday. The Pirates are third.", "Pirates", "Pittsburgh Pirates"),
        ("The Boston Red Sox lost on Sunday. The Red Sox are third.", "Red Sox", "Boston Red Sox"),
        ("Tottenham Hotspur lost to Arsenal. Tottenham have lost again.", "Tottenham", "Tottenham Hotspur"),
        (
            "The Peter G. Peterson Foundation warned of debt. The Peterson Foundation has long done so.",
            "Peterson Foundation",
            "Peter G. Peterson Foundation",
        ),
    ],
)
def test_a_body_is_called_by_the_last_words_of_its_name(read: Reader, text: str, short: str, full: str) -> None:
    assert short in read(text).mentions(full)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "The Royal Bank of Scotland cut jobs. The Bank of Scotland did not.",
            "Royal Bank of Scotland",
            "Bank of Scotland",
        ),
        (
            "The Wisconsin Supreme Court ruled. The Supreme Court will hear it.",
            "Wisconsin Supreme Court",
            "Supreme Court",
        ),
        (
            "The California Democratic Party met. The Democratic Party was pleased.",
            "California Democratic Party",
            "Democratic Party",
        ),
    ],
)
def test_what_many_places_have_may_be_another_ones(read: Reader, text: str, one: str, other: str) -> None:
    story = read(text)
    assert story.actor(one).id != story.actor(other).id


@pytest.mark.parametrize("letters", ["DBE", "RA", "MP", "Ph.D."])
def test_letters_after_a_name_are_no_part_of_it(read: Reader, letters: str) -> None:
    story = read(f"Clara Ann Roth {letters} opened the school. Clara Roth then left.")
    assert story.mentions("Clara Ann Roth").count("Clara Roth") == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Democratic Senate would pass it. The Senate met on Monday.", "Senate"),
        ("The Obama White House refused. The White House said so.", "White House"),
    ],
)
def test_a_chamber_is_the_same_whoever_holds_it(read: Reader, text: str, name: str) -> None:
    assert read(text).mentions(name).count(name) == 2
