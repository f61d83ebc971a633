"""What a name's own words tell: where it begins and ends, and of what kind it is."""

from tui.analysis.places import demonym_of, is_country, is_region
from tui.analysis.words import Word

# spaCy's labels that Newscast knows; others name nothing that is shown.
_LABELS = {
    label: label
    for label in ["PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"]
} | {"PER": "PERSON", "MISC": "NORP", "GEO": "GPE", "ORGANIZATION": "ORG", "LOCATION": "LOC"}

QUANTITY_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})

_ORGANISATION_ENDS = frozenset(
    ["inc", "inc.", "corp", "corp.", "ltd", "ltd.", "llc", "plc", "co", "co.", "company", "corporation", "group", "holdings", "bank", "party", "ministry", "department", "agency", "university", "college", "institute", "council", "committee", "commission", "court", "association", "union", "foundation", "society", "club", "league", "parliament", "congress", "senate", "army", "navy", "police", "times", "post", "herald", "tribune", "journal", "news", "guardian", "gazette", "press", "network", "airlines", "airways", "motors", "industries", "partners", "ventures", "capital", "fund", "trust", "authority", "bureau", "office", "service", "services", "organisation", "organization", "federation", "alliance", "coalition", "front", "movement", "church", "school", "hospital", "museum", "theatre", "theater", "records", "studios", "pictures", "entertainment", "media", "systems", "technologies", "software", "laboratories", "labs", "united", "city", "fc"]
)
# What follows a company's short name in its full one.
COMPANY_ENDS = frozenset(
    ["inc", "corp", "ltd", "llc", "plc", "co", "company", "corporation", "group", "holdings", "bank", "industries", "partners", "ventures", "capital", "fund", "motors", "airlines", "airways", "records", "studios", "pictures", "entertainment", "media", "systems", "technologies", "software", "laboratories", "minerals", "energy", "foods", "pharmaceuticals", "petroleum", "oil", "gas", "mining", "steel", "electronics", "logistics", "brothers", "sons", "international", "resources", "products", "stores"]
)
_PLACE_ENDS = frozenset(
    ["street", "road", "avenue", "lane", "square", "bridge", "airport", "station", "stadium", "tower", "palace", "hall", "castle", "cathedral", "prison", "quay", "pier", "park", "hotel", "building", "arena", "temple", "mosque"]
)
_REGION_ENDS = frozenset(
    ["river", "lake", "sea", "ocean", "mountain", "mountains", "valley", "island", "islands", "bay", "peninsula", "desert", "forest", "beach", "coast", "strait", "gulf", "canal", "hills"]
)
_AREA_ENDS = frozenset(["province", "county", "district", "state", "region", "city", "town", "village", "township"])

# Capitalised words that are no names of anybody.
PLAIN_WORDS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mr", "mrs", "ms", "dr", "st", "i", "am", "pm", "god", "tv", "internet", "christmas", "easter", "ramadan", "comment", "comments", "reply", "share", "subscribe", "ok", "ceo", "cfo", "pr", "no.", "gmt", "bst", "utc", "est", "covid", "covid-19", "ph.d.", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "january", "new"]
)
_EDGES = frozenset({"'s", "'", "(", ")", '"', "“", "”", ",", ".", "-", "–", "—", ":", ";", "the", "a", "an"})


def mapped_label(label: str) -> str | None:
    """The label that Newscast shows for a pipeline's label."""
    return _LABELS.get(label.upper())


def trim_name(words: list[Word]) -> list[Word]:
    """A name without articles, possessives and punctuation at its ends."""
    start, end = 0, len(words)
    while start < end and (words[start].lower in _EDGES or words[start].pos == "PUNCT"):
        start += 1
    while end > start and (words[end - 1].lower in _EDGES or words[end - 1].pos == "PUNCT"):
        if words[end - 1].text == "." and end - start > 1 and words[end - 2].lower in {"u.s", "u.k", "inc", "corp", "co"}:
            break
        end -= 1
    return words[start:end]


def guess_label(words: list[Word], titled: bool) -> str:
    """A label for a name that the pipeline missed; empty when its words tell nothing."""
    text = " ".join(word.text for word in words)
    if titled:
        return "PERSON"
    if is_country(text):
        return "GPE"
    if demonym_of(text) is not None:
        return "NORP"
    if is_region(text):
        return "LOC"
    last = words[-1].lower
    if len(words) > 1:
        if last in _ORGANISATION_ENDS:
            return "ORG"
        if last in _PLACE_ENDS:
            return "FAC"
        if last in _REGION_ENDS:
            return "LOC"
        if last in _AREA_ENDS:
            return "GPE"
    if len(words) == 1 and words[0].text.isupper() and 2 <= len(words[0].text) <= 6:
        return "ORG"
    return ""
