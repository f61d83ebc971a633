"""Dates, times, sums, shares, measures and numbers, for pipelines whose entities do not include them."""

import re
from collections.abc import Iterator
from functools import cache

_ONES = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen"
)
_TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = rf"(?:(?:{_TENS})(?:-(?:{_ONES}))?|{_ONES})"
_BIG = r"(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)"
_WORDS = rf"(?i:(?:a|{_SMALL})\s{_BIG}(?:\s{_BIG})?(?:\s(?:and\s)?{_SMALL}(?:\s{_BIG})?)*|half\sa\s{_BIG}|{_SMALL})\b"
_DIGITS = r"(?:\d{1,3}(?:,\d{2,3})*(?:,\d{3})(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = rf"(?:[\s-]?{_BIG}\b|\s?(?:bn|mn|m|k|tn)\b)"
_NUMBER = rf"(?:{_DIGITS}{_SCALE}?|{_WORDS})"
_SPAN = rf"{_NUMBER}(?:\s?(?:-|–|to|or)\s?{_NUMBER})?"

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_SEASON = r"(?:week|month|year|weekend|summer|winter|spring|autumn|fall|decade|century|quarter)"
_UNIT = r"(?:minute|hour|day|night|week|weekend|month|quarter|year|decade|centur(?:y|ie))s?"
_UNITS = r"(?:minutes|hours|days|nights|weeks|months|years|decades|centuries)"
_VAGUE = r"(?:recent|many|several|some|(?:a|the\s(?:last|past))\sfew)"
_ZONE = r"(?:\s?(?:GMT|BST|UTC|EST|EDT|CST|CDT|PST|PDT|ET|PT|CET|local time)\b)"
_CURRENCY = (
    r"(?:dollar|euro|pound|yen|yuan|rupee|ruble|rouble|franc|peso|cent|crown|krona|krone|rand|won|lira|dirham|riyal|"
    r"rial|shekel|naira|shilling|baht|ringgit|real|reais)s?"
)
_MEASURE = (
    r"(?:mile|yard|inche|inch|metre|meter|kilometre|kilometer|centimetre|centimeter|millimetre|millimeter|acre|"
    r"hectare|tonne|ton|kilogram|kilo|gram|ounce|litre|liter|gallon|barrel|degree|megawatt|gigawatt|kilowatt|watt|"
    r"knot|light-year)s?(?:\s(?:Celsius|Fahrenheit))?|feet|foot|stone"
)
_SIGN = r"(?:km/h|kph|mph|km|cm|mm|kg|mg|ft|lbs?|oz|ha|MW|GW|kW|kWh|GB|TB|MB|Hz|°C|°F|sq\s(?:km|miles|ft))"
_ORDINAL = (
    r"(?:first|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|\d+(?:st|nd|rd|th))"
)


def _after(*words: str) -> str:
    """A pattern that matches nothing where one of the words stands before: "May" alone may be a verb."""
    return "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in words) + ")"


_PATTERNS = (
    (
        "MONEY",
        rf"(?:US|A|C|HK|NZ|S|R)?[$€£¥₹₦₽]\s?{_DIGITS}{_SCALE}?(?:\s?(?:-|–|to)\s?[$€£¥₹]?{_DIGITS}{_SCALE}?)?"
        rf"|\b(?:Rs\.?|USD|EUR|GBP)\s?{_DIGITS}{_SCALE}?|\bN{_DIGITS}{_SCALE}|\b{_NUMBER}\s(?:US\s|U\.S\.\s)?{_CURRENCY}\b",
    ),
    ("PERCENT", rf"\b{_SPAN}\s?(?:%|(?:per\s?cent|percentage\spoints?)\b)"),
    (
        "TIME",
        rf"\b(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:a\.m\.?|p\.m\.?|(?:am|pm)\b){_ZONE}?"
        rf"|\b(?:[01]?\d|2[0-3]):[0-5]\d\b{_ZONE}?|\b\d{{4}}\sGMT\b"
        rf"|\b(?:half|quarter)\s(?:past|to)\s{_SMALL}\b|\b{_SMALL}\so['’]clock\b|\b(?:midnight|noon|midday)\b",
    ),
    (
        "DATE",
        rf"\b(?:{_DAY},?\s)?\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}}\b)?"
        rf"|\b(?:{_DAY},?\s)?{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}}\b)?"
        rf"|\b{_MONTH},?\s(?:of\s)?\d{{4}}\b|\b{_MONTH}(?<!\bMay)(?<!\bMarch)"
        rf"|{_after('in', 'In', 'since', 'Since', 'until', 'by', 'By', 'from', 'to', 'of')}(?:March|May)\b"
        rf"|\b(?:last|next|this|early|late|mid)[\s-](?:{_MONTH}|{_DAY}|{_SEASON})\b"
        rf"|\b{_DAY}\b(?:\s(?:morning|afternoon|evening|night)\b)?|\b(?:19|20)\d0s\b"
        r"|\b(?:1[5-9]|20)\d{2}(?:[-–/]\d{2,4})?\b(?![,.]\d|\s?%)|\b\d{4}-\d{2}-\d{2}\b"
        rf"|{_after('for', 'For', 'over', 'Over', 'in', 'In')}(?:{_VAGUE}\s)?{_UNITS}\b"
        rf"|\b(?:{_VAGUE}\s)?{_UNITS}\sago\b"
        rf"|\b{_SPAN}\s{_UNIT}\s(?:ago|earlier|later)\b|\b{_SPAN}[\s-]{_UNIT}(?![\w-])|\b\d{{1,3}}-year-olds?\b"
        r"|\b(?:today|tomorrow|yesterday|tonight)\b",
    ),
    ("QUANTITY", rf"\b{_SPAN}(?:[\s-](?:(?:square|cubic)\s)?(?:{_MEASURE})\b|\s?{_SIGN}(?!\w))"),
    ("ORDINAL", rf"\b{_ORDINAL}\b|{_after('the', 'The', 'a', 'A', 'his', 'her', 'its', 'their')}second\b"),
    ("CARDINAL", rf"\b{_NUMBER}(?!\w)|\b(?:dozens|hundreds|thousands|millions|billions)\b"),
)


@cache
def _all() -> re.Pattern[str]:
    """One pattern of all, made when the first text comes: it takes a part of what all imports take."""
    return re.compile(r"(?<!\w)(?:" + "|".join(f"(?P<{label}>{pattern})" for label, pattern in _PATTERNS) + ")")


def quantities(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of every date, time, sum, share, measure and number in a stretch of the text, in order."""
    for match in _all().finditer(text, start, end):
        first, last = match.span()
        before = text[first - 1] if first else " "
        after = text[last] if last < len(text) else " "
        label = match.lastgroup or "CARDINAL"
        if match.group().lower() == "one" or ((before in "-/" or after in "/-") and label == "CARDINAL"):
            continue
        if not before.isalnum() and not (after.isalnum() and match.group()[-1:].isalnum()):
            yield first, last, label
