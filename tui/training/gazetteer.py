"""What the words of a place or a people say about its label; facts from the analysis' own data and general words."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files


def words_of(text: str) -> list[str]:
    """The words of a list that is written as running text."""
    return text.split()


TITLES = frozenset(
    words_of(
        """
    president vice prime minister premier chancellor secretary foreign defense defence finance interior health
    justice ministers presidents general gen major maj lieutenant lt colonel col captain capt sergeant sgt admiral
    adm commander senator sen representative rep congressman congresswoman governor gov mayor judge justice king
    queen prince princess emperor sultan sheikh shaikh sheik ayatollah mullah imam pope cardinal bishop archbishop
    reverend rev father sister professor prof doctor dr mr mrs ms miss sir lord lady dame ambassador envoy spokesman
    spokeswoman spokesperson chairman chairwoman director chief executive ceo leader former ex acting deputy
    madam speaker marshal brigadier corporal baron baroness duchess countess pastor rabbi fellow
    opposition rebel militant singer actor actress author coach attorney lawyer officer detective inspector state
    """
    )
) - {"state"}

LAND = re.compile(
    r"^(the )?(river|sea|lake|bay|gulf|strait|straits|mount|cape|isle|island|islands|horn of africa)\b|"
    r"\b(river|rivers|sea|ocean|lake|lakes|bay|gulf|strait|straits|channel|canal|mount|mountain|mountains|hills|valley|"
    r"desert|peninsula|island|islands|isle|isles|coast|cape|delta|basin|forest|strip|west bank|plateau|plains|falls|"
    r"glacier|volcano|reef|creek|beach|heights|region|midwest|northeast|northwest|southeast|southwest|pacific|atlantic|"
    r"mediterranean|caribbean|arctic|antarctic|antarctica|europe|africa|asia|america|americas|balkans|caucasus|sahara|"
    r"himalayas|alps|andes|rockies|earth|moon|mars|nile|danube|rhine|amazon)(?=$| of )|"
    r"^(the )?((middle|far|near|deep|global|upper|lower|mid) )?(east|west|north|south)(?=$| of )",
    re.IGNORECASE,
)
COUNTRY_WITH_LAND_WORD = re.compile(
    r"^(the )?(south africa|north korea|south korea|south sudan|east timor|central african republic|united states of "
    r"america|west virginia|north carolina|south carolina|north dakota|south dakota|rhode island|south australia|"
    r"western australia|cape town|cape verde|long beach|palm beach|virginia beach|miami beach|salt lake city|"
    r"ivory coast|solomon islands|marshall islands|north rhine-westphalia|west bengal|los alamos|bay city)$",
    re.IGNORECASE,
)
BUILT = re.compile(
    r"^(the )?(camp|highway|route|interstate|hotel)\b|"
    r"\b(airport|airfield|bridge|highway|road|street|avenue|ave|boulevard|blvd|lane|square|park|palace|castle|mansion|"
    r"villa|tower|towers|stadium|arena|hotel|hall|museum|gallery|theatre|theater|library|school|college|university|"
    r"hospital|courthouse|prison|jail|camp|base|station|terminal|port|harbor|harbour|pier|dam|tunnel|building|house|"
    r"mosque|church|cathedral|chapel|abbey|temple|shrine|monument|memorial|cemetery|garden|gardens|zoo|plaza|mall|"
    r"market|center|centre|barracks|checkpoint|trail)(?=$| \d| of (?!spain))",
    re.IGNORECASE,
)
STATE_FORMS = frozenset(
    words_of(
        """
    us u.s. usa u.s.a. uk u.k. united states america britain washington holland burma
    """
    )
)
CREEDS = frozenset(
    words_of(
        """
    muslim muslims christian christians catholic catholics jewish jew jews hindu hindus buddhist buddhists sikh
    sikhs islamic islamist islamists sunni sunnis shi'ite shi'ites shiite shiites shia protestant protestants
    orthodox mormon mormons evangelical arab arabs kurd kurds kurdish pashtun pashtuns tajik tajiks uzbek uzbeks
    hutu hutus tutsi tutsis roma uighur uighurs uyghur uyghurs tamil tamils han tibetan tibetans chechen chechens
    palestinian palestinians european europeans african africans asian asians western american americans
    african-american latino latinos hispanic hispanics democrat democrats democratic republican republicans
    conservative conservatives labour socialist socialists communist communists marxist marxists maoist maoists nazi
    nazis liberal liberals tory tories baathist ba'athist zionist zionists soviet
    """
    )
)


@lru_cache(maxsize=1)
def places() -> tuple[frozenset[str], frozenset[str]]:
    """Names of countries, and their demonyms, folded to lower case."""
    data = tomllib.loads(files("tui.analysis").joinpath("data/places.toml").read_text(encoding="utf-8"))
    countries = {name.replace("_", " ").lower() for name in data["countries"]}
    demonyms = " ".join([*data["countries"].values(), data["others"]["demonyms"]])
    peoples = {word.replace("_", " ").lower() for word in demonyms.split()}
    return frozenset(countries | {"united states", *STATE_FORMS}), frozenset(peoples | CREEDS)


def bare(text: str) -> str:
    """The text in lower case without its article."""
    lowered = text.lower()
    return lowered.removeprefix("the ")


def state(text: str) -> bool:
    """Whether the text is a country's name."""
    return bare(text) in places()[0]


def demonym(text: str) -> bool:
    """Whether the text is a people, a creed or a party's member, told by its letters and case."""
    if not text[:1].isupper() or state(text):
        return False
    folded = bare(text)
    singular = folded.removesuffix("s")
    peoples = places()[1]
    return folded in peoples or singular in peoples


def is_place_name(text: str) -> bool:
    """Whether a name that GMB calls geopolitical is the place itself, not its people."""
    return state(text) or not (demonym(text) or re.search(r"(an|ans|ian|ians|ese|ish|ch|i|is|ic|men)$", text))


def place_label(text: str) -> str:
    """GPE, LOC or FAC by the words of a place's name."""
    if state(text) or COUNTRY_WITH_LAND_WORD.match(text):
        return "GPE"
    if BUILT.search(text) and " " in text:
        return "FAC"
    return "LOC" if LAND.search(text) else "GPE"
