"""Dates, times, sums, shares and numbers, for pipelines whose entities do not include them."""

import re
from collections.abc import Iterator

_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_SCALE = r"(?:\s?(?:hundred|thousand|million|billion|trillion|bn|mn|m|k|tn)\b)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_UNIT = r"(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?"
_CURRENCY = (
    r"(?:dollar|euro|pound|yen|yuan|rupee|ruble|rouble|franc|peso|cent|crown|krona|krone|rand|won|lira|dirham)s?"
)

_PATTERNS = (
    ("MONEY", rf"(?:US|A|C|HK|NZ)?[$€£¥₹]\s?{_NUMBER}{_SCALE}?|\b{_NUMBER}{_SCALE}?\s(?:US\s)?{_CURRENCY}\b"),
    ("PERCENT", rf"\b{_NUMBER}\s?(?:%|per\s?cent\b|percent\b|percentage points?\b)"),
    (
        "TIME",
        r"\b(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:a\.?m\b\.?|p\.?m\b\.?)|\b(?:[01]?\d|2[0-3]):[0-5]\d\b(?:\s?(?:GMT|BST|UTC|EST|EDT|CET))?"
        r"|\b(?:midnight|noon|midday)\b",
    ),
    (
        "DATE",
        rf"\b(?:{_DAY},?\s)?\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}}\b)?"
        rf"|\b(?:{_DAY},?\s)?{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}}\b)?"
        rf"|\b{_MONTH}(?:\s(?:of\s)?\d{{4}}\b)?(?<!\bMay)|\b(?:last|next|this|early|late|mid)[\s-](?:{_MONTH}|{_DAY}|week|month|year|weekend|summer|winter|spring|autumn|fall|decade|century)\b"
        rf"|\b{_DAY}\b(?:\s(?:morning|afternoon|evening|night)\b)?|\b(?:19|20)\d0s\b|\b(?:1[5-9]|20)\d{{2}}(?:[-–/]\d{{2,4}})?\b(?![,.]\d|\s?%)"
        rf"|\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b{_NUMBER}\s{_UNIT}\s(?:ago|earlier|later)\b|\b{_NUMBER}[\s-]{_UNIT}(?![\w-])"
        r"|\b(?:today|tomorrow|yesterday|tonight)\b",
    ),
    ("CARDINAL", rf"\b{_NUMBER}{_SCALE}?\b|\b(?:dozens|hundreds|thousands|millions|billions)\b"),
)
_ALL = re.compile("|".join(f"(?P<{label}>{pattern})" for label, pattern in _PATTERNS))
_WORD_BEFORE = re.compile(r"[\w-]")


def quantities(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of every date, time, sum, share and number in a stretch of the text, in order."""
    for match in _ALL.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end()] if match.end() < len(text) else " "
        label = match.lastgroup or "CARDINAL"
        if match.group().lower() in {"one"} or ((before in "-/" or after in "/-") and label == "CARDINAL"):
            continue
        if not before.isalnum() and not (after.isalnum() and match.group()[-1:].isalnum()):
            yield match.start(), match.end(), label
