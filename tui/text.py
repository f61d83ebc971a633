"""The one door for untrusted text: clean() before anything else sees it, fold() for comparing."""

import re
from functools import lru_cache

# What goes: C0 and C1 controls, DEL, bidi marks, embeddings, overrides and isolates, byte order marks,
# interlinear annotation, tags, lone surrogates, non-characters. What stays: the joiners U+200C and U+200D,
# which emoji and many scripts need, and the tags that spell a flag after a black flag (group 1).
_UNWANTED = re.compile(
    "(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f)"
    "|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u206a-\u206f\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
# A whole escape sequence goes, not only its first character (ECMA-48): OSC, DCS, PM, APC and SOS strings with
# their terminator, CSI to its final byte, then the two-character ones. A string that does not end on its line
# loses only its introducer, so that no text is lost; a payload stops at the next introducer, so that the time
# taken stays linear.
_ESCAPES = re.compile(
    "(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\x9d\x90\x98\x9e\x9f\n]*(?:\x07|\x1b\\\\|\x9c)"
    "|(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"
    "|\x1b[ -/]*[0-~]?"
)
_LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")


def clean(raw: str) -> str:
    """Text that cannot control a terminal: `\\n` line ends, tabs as spaces, no trailing white space.

    Idempotent. Cleaning happens once, on the way in: every offset in Newscast is a code point offset into
    the result, so what is displayed is what was analysed. A tab becomes one space: no width in cells hangs on
    where a tab stands, and the offsets of a text with tabs are still those of its file. For the same reason
    letters stay composed or decomposed as they are.
    """
    text = _LINE_ENDS.sub("\n", raw).replace("\t", " ")
    text = _UNWANTED.sub(r"\1", _ESCAPES.sub("", text))
    return text.rstrip()


def clean_line(raw: str) -> str:
    """`clean` for what must stay on one line: titles, file names, messages."""
    return " ".join(clean(raw).split())


_APOSTROPHES = re.compile("['’‘ʼ`´ʻʿʾ]")
_NOT_WORD = re.compile(r"[\W_]+")
# They part words as a space does, but anyascii drops them.
_INVISIBLE_SPACES = re.compile("[\u200b\u200c]")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A form for comparing names: Latin letters (anyascii), lower case, words parted by one space.

    Hyphens part words, apostrophes vanish, the rest of the punctuation parts words. Idempotent.
    """
    from anyascii import anyascii

    plain = text if text.isascii() else anyascii(_INVISIBLE_SPACES.sub(" ", _APOSTROPHES.sub("", text)))
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", plain).casefold()).strip()
