"""Words and sentences: plain objects, so that the rules are quick and free of spaCy."""

from collections.abc import Iterator

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Marks that open a quotation.
QUOTES = frozenset({"“", '"', "''", "``", "‘", "'"})
# Marks that close one.
CLOSING = frozenset({"”", '"', "''", "’"})
RELATIVE_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})


class Word:
    """One token: its place, its tags and its place in the dependency tree."""

    __slots__ = (
        "children",
        "dep",
        "end",
        "entity",
        "entity_begins",
        "head",
        "i",
        "left",
        "lemma",
        "lower",
        "pos",
        "right",
        "sentence",
        "start",
        "tag",
        "text",
    )

    def __init__(self, i: int, text: str, start: int) -> None:
        self.i = i
        self.text = text
        self.lower = text.lower().replace("’", "'")
        self.start = start
        self.end = start + len(text)
        self.lemma = self.lower
        self.tag = ""
        self.pos = ""
        self.dep = "dep"
        self.entity = ""
        self.entity_begins = False
        self.head: Word = self
        self.children: list[Word] = []
        self.left: Word = self
        self.right: Word = self
        self.sentence: Sentence | None = None

    def __repr__(self) -> str:
        return f"<{self.text} {self.dep}>"

    def child(self, *deps: str) -> "Word | None":
        """The first child that has one of the relations."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None

    def having(self, *deps: str) -> "Iterator[Word]":
        """The children that have one of the relations."""
        return (child for child in self.children if child.dep in deps)

    def with_names(self) -> "list[Word]":
        """The word, and the names beside it: `the cardinal X`, `his lawyer, X`."""
        return [self, *self.having("flat", "appos")]

    def ancestors(self) -> "Iterator[Word]":
        """The heads above, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def within(self, other: "Word") -> bool:
        """Whether the word is `other` or stands below it."""
        return self is other or any(ancestor is other for ancestor in self.ancestors())

    @property
    def subject(self) -> "Word | None":
        """The subject of a verb or of a predicate, finite or passive."""
        for child in self.children:
            if child.dep in SUBJECTS:
                return child
        return None

    @property
    def leads(self) -> bool:
        """Whether the word is a main clause's subject, or another name of that: `The founder, X, is ...`."""
        word = self
        while word.dep in {"appos", "flat"} and word.head is not word:
            word = word.head
        return word.dep in SUBJECTS and word.head.head is word.head

    @property
    def passive(self) -> bool:
        """Whether a verb is passive."""
        return any(child.dep in {"aux:pass", "nsubj:pass", "csubj:pass"} for child in self.children)

    @property
    def is_verb(self) -> bool:
        return self.pos in {"VERB", "AUX"}

    @property
    def is_noun(self) -> bool:
        return self.pos in {"NOUN", "PROPN"}

    @property
    def plural(self) -> bool:
        return self.tag in {"NNS", "NNPS"} or self.lower in PLURAL_WORDS


PLURAL_WORDS = frozenset(
    {"they", "them", "their", "theirs", "themselves", "these", "those", "many", "some", "others", "both"}
)


class Sentence:
    """A run of words; `paragraph` counts the paragraphs of the text."""

    __slots__ = ("i", "paragraph", "words")

    def __init__(self, i: int, words: list[Word], paragraph: int) -> None:
        self.i = i
        self.words = words
        self.paragraph = paragraph

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    def next_word(self, word: Word) -> Word | None:
        """The word after, within the sentence."""
        k = word.i - self.words[0].i + 1
        return self.words[k] if k < len(self.words) else None

    def previous_word(self, word: Word) -> Word | None:
        """The word before, within the sentence."""
        k = word.i - self.words[0].i - 1
        return self.words[k] if k >= 0 else None
