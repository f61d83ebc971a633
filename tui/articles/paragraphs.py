"""Cut a text into paragraphs and tell the headline and a web page's leavings from the body."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tui.articles.article import Paragraph

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_HEADLINE_WORDS = 25

# What a page's own furniture says. A short line without a sentence's end is boilerplate when one of these is
# all of it. Words that could as well begin a headline ("Copyright battle ...") are not enough alone.
_NOUN = "(?:comments?|repl(?:y|ies))"
_LETTERS = "(?:newsletters?|e-?mails?|alerts?|updates?|account|podcast|channel|feed)"
_MEDIA = "(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|e-?mail|link)"
_FURNITURE = re.compile(
    r"[\W_]*(?:"
    + "|".join(
        (
            rf"(?:\d+\s+)?{_NOUN}(?:\s+\(?\d+\)?)?",
            rf"(?:post|leave|add|write|view|show|read|see)\s+(?:(?:an?|all|the|your|\d+)\s+)*{_NOUN}",
            r"(?:share|tweet|pin|email|print|save|like|follow)"
            rf"(?:\s+(?:this|us|article|story|page|post|on|via|by|with|{_MEDIA}))*",
            r"copy\s+(?:this\s+)?link|reply|report\s+abuse",
            rf"(?:sign\s+up|subscribe)(?:\s+(?:now|today|here|(?:for|to)\s+(?:\S+\s+){{0,6}}?{_LETTERS}))?",
            r"sign\s+in|log\s+(?:in|out)|register|(?:my\s+)?account",
            r"(?:newer|older|next|previous|recent|popular|related|more|most|latest|top|recommended)\s+"
            r"(?:posts?|stor(?:y|ies)|articles?|news|topics?|links?|read|viewed|headlines|on\s+this\s+story)",
            r"more\s+from\s+\S+(?:\s+\S+)?|continue\s+reading|read\s+(?:more|next|also)(?:\s*[:|].*)?",
            r"see\s+also(?:\s*:.*)?|skip\s+to\s+\w+(?:\s+\w+)?|back\s+to\s+top",
            r"advertisements?|sponsored(?:\s+content)?|powered\s+by\s+\S+",
            r"home(?:page)?|menu|search|navigation|contents?|loading|labels?|tags?(?:\s*:.*)?",
            r"terms(?:\s+(?:of|and)\s+\w+)*|privacy(?:\s+policy)?|cookies?(?:\s+(?:policy|settings|notice))?",
            r"contact\s+us|about\s+us|getty\s+images",
            r"all\s+rights\s+reserved.*|(?:copyright\s*)?(?:©|\(c\)).*|copyright\s+\d{4}.*",
            r"(?:image|photo|picture|video|media)\s+(?:source|credit|caption)s?(?:\s*[,:].*)?",
        )
    )
    + r")[\W_]*",
    re.IGNORECASE,
)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a cleaned text, in order; a line is a paragraph, blank lines none.

    The first line is the headline when it is short, does not end as a sentence does, and more follows.
    Furniture (comment links, sharing, navigation) is boilerplate only in an unbroken run at either end of the
    text, or between blank lines, so that a short line amid the story is never lost.
    """
    lines = list(_lines(text))
    furniture = [_is_furniture(text[line.start : line.end]) for line in lines]
    body = [index for index, is_furniture in enumerate(furniture) if not is_furniture]
    if not body:
        return tuple(lines)
    marked = []
    for index, line in enumerate(lines):
        if furniture[index] and (index < body[0] or index > body[-1] or _stands_alone(text, line)):
            line = replace(line, role="boilerplate")
        elif index == body[0] and len(body) > 1 and _is_headline(text[line.start : line.end]):
            line = replace(line, role="headline")
        marked.append(line)
    return tuple(marked)


def _lines(text: str) -> Iterator[Paragraph]:
    for match in _LINE.finditer(text):
        if line := match.group().strip():
            start = match.start() + match.group().index(line[0])
            yield Paragraph(start, start + len(line))


def _is_headline(line: str) -> bool:
    return len(line.split()) <= _HEADLINE_WORDS and not _SENTENCE_END.search(line)


def _is_furniture(line: str) -> bool:
    return len(line) <= 120 and not line.endswith((".”", '."', "?", "!")) and bool(_FURNITURE.fullmatch(line))


def _stands_alone(text: str, line: Paragraph) -> bool:
    return text[max(0, line.start - 2) : line.start] == "\n\n" and text[line.end : line.end + 2] == "\n\n"
