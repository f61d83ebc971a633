"""Synthetic sentences: real clauses of the treebank wrapped in the forms of reported speech, or after a dateline.

Inverted and ditransitive reporting is rare in web text and frequent in news. Where the treebank's own habit differs by
form (is the verb of saying the root, or hung on what is said?), its majority is counted and followed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from tui.training.examples import Tree

VERBS = {"said": "say", "told": "tell", "added": "add", "says": "say", "insisted": "insist", "warned": "warn",
         "claimed": "claim", "explained": "explain", "denied": "deny", "announced": "announce"}  # fmt: skip
OPENING = {"nsubj", "nsubj:pass", "expl"}
PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def said_is_root(trees: Sequence[Tree]) -> bool:
    """Whether the treebank makes "said" the root over a quotation before it more often than not."""
    votes: Counter[bool] = Counter()
    for tree in trees:
        for place, lemma in enumerate(tree.lemmas):
            if lemma == "say" and any(h == place and d == "nsubj" for h, d in zip(tree.heads, tree.deps, strict=True)):
                said = [p for p, h in enumerate(tree.heads) if h == place and tree.deps[p] == "ccomp" and p < place]
                if said:
                    votes[True] += 1
                elif tree.deps[place] == "parataxis" and tree.heads[place] < place:
                    votes[False] += 1
    return votes[True] >= votes[False]


def clauses(trees: Sequence[Tree]) -> list[Tree]:
    """The trees that can be said: finite, with a subject near the start, of 4 to 25 words, ending in a full stop."""
    found = []
    for tree in trees:
        if not 5 <= len(tree.words) <= 26 or tree.words[-1] != "." or any(w in "\"'“”‘’()[]" for w in tree.words):
            continue
        root = next(p for p, h in enumerate(tree.heads) if h == p)
        subject = any(h == root and d in OPENING for h, d in zip(tree.heads, tree.deps, strict=True))
        if subject and tree.upos[root] in {"VERB", "ADJ", "NOUN"} and tree.upos[0] in {"PRON", "DET", "NOUN", "PROPN"}:
            found.append(tree)
    return found


class Builder:
    """A sentence being put together; heads are places in it, and `None` means the root."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, bool, str, str, str, str, str]] = []
        self.heads: list[int | None] = []

    def add(self, word: str, upos: str, xpos: str, feats: str, lemma: str, head: int | None, dep: str,
            space: bool = True) -> int:  # fmt: skip
        """Add a word and return its place."""
        self.rows.append((word, space, upos, xpos, feats, lemma, dep))
        self.heads.append(head)
        return len(self.rows) - 1

    def clause(self, tree: Tree, capital: bool, space: bool) -> int:
        """Add a clause without its full stop; its root stays open. Returns the root's place."""
        offset = len(self.rows)
        length = len(tree.words) - 1
        root = offset
        for place in range(length):
            word = tree.words[place]
            if place == 0 and not capital and tree.upos[0] != "PROPN" and word != "I" and not word.startswith("I'"):
                word = word[:1].lower() + word[1:]
            own = tree.heads[place] == place
            root = offset + place if own else root
            self.add(word, tree.upos[place], tree.xpos[place], tree.feats[place], tree.lemmas[place],
                     None if own else offset + tree.heads[place], tree.deps[place],
                     tree.spaces[place] if place + 1 < length else space)  # fmt: skip
        return root

    def attach(self, place: int, head: int | None, dep: str) -> None:
        """Hang a word that stands open on another, or make it the root."""
        word, space, upos, xpos, feats, lemma, _ = self.rows[place]
        self.rows[place] = (word, space, upos, xpos, feats, lemma, dep)
        self.heads[place] = head

    def tree(self) -> Tree:
        """The sentence."""
        words, spaces, upos, xpos, feats, lemmas, deps = zip(*self.rows, strict=True)
        heads = tuple(place if head is None else head for place, head in enumerate(self.heads))
        return Tree(words, spaces, upos, xpos, feats, lemmas, heads, deps)


def speaker(build: Builder, rng: Random, names: Sequence[Sequence[str]], space: bool = True) -> int:
    """Add somebody who speaks: a name, a title and a name, or "the minister"; returns the head's place, left open."""
    kind = rng.random()
    if kind < 0.25:
        noun = rng.choice(("minister", "spokesman", "official", "governor", "group", "company", "report", "witness"))
        the = build.add("the", "DET", "DT", "Definite=Def|PronType=Art", "the", 0, "det")
        head = build.add(noun, "NOUN", "NN", "Number=Sing", noun, None, "nsubj", space)
        build.heads[the] = head
        return head
    name = list(rng.choice(names))
    if kind < 0.5:
        name.insert(0, rng.choice(("President", "Gen.", "Senator", "Mr.", "Mr", "Minister", "Governor", "Judge")))
    head = build.add(name[0], "PROPN", "NNP", "Number=Sing", name[0], None, "nsubj", space if len(name) == 1 else True)
    for number, word in enumerate(name[1:], 2):
        build.add(word, "PROPN", "NNP", "Number=Sing", word, head, "flat", space if number == len(name) else True)
    return head


def quote_trees(trees: Sequence[Tree], names: Sequence[Sequence[str]], count: int, rng: Random) -> list[Tree]:
    """`count` sentences of reported speech over clauses of `trees`, with speakers from `names` (their words)."""
    root = said_is_root(trees)
    contents = clauses(trees)
    forms = (fronted, fronted, inverted, inverted, framed, framed, told, according)
    return [rng.choice(forms)(rng.choice(contents), names, rng, root) for _ in range(count)]


def cue(build: Builder, rng: Random, space: bool = True) -> int:
    """Add a verb of saying, left open."""
    verb = rng.choice(("said", "said", "said", "said", "added", "says", "insisted", "warned", "explained", "claimed"))
    present = verb == "says"
    return build.add(verb, "VERB", "VBZ" if present else "VBD", PRESENT if present else PAST, VERBS[verb], None, "root",
                     space)  # fmt: skip


def finish(build: Builder, content: int, verb: int, who: int, root: bool) -> Tree:
    """Hang content, verb and speaker on one another, add the full stop."""
    build.attach(who, verb, "nsubj")
    if root:
        build.attach(verb, None, "root")
        build.attach(content, verb, "ccomp")
    else:
        build.attach(content, None, "root")
        build.attach(verb, content, "parataxis")
    build.rows[-1] = (build.rows[-1][0], False, *build.rows[-1][2:])
    build.add(".", "PUNCT", ".", "", ".", verb if root else content, "punct")
    return build.tree()


def quoted(build: Builder, tree: Tree, rng: Random) -> int:
    """Add a clause, mostly in quotation marks, with a comma after it; returns the clause's root."""
    marks = rng.choice((('"', '"'), ("“", "”"), ("“", "”"), ("‘", "’"), ("", "")))
    opening = build.add(marks[0], "PUNCT", "``", "", marks[0], 0, "punct", False) if marks[0] else None
    content = build.clause(tree, capital=True, space=False)
    british = rng.random() < 0.2
    closing: list[int] = []
    if british and marks[1]:
        closing.append(build.add(marks[1], "PUNCT", "''", "", marks[1], content, "punct", False))
    comma = build.add(",", "PUNCT", ",", "", ",", content, "punct", not marks[1] or british)
    if marks[1] and not british:
        closing.append(build.add(marks[1], "PUNCT", "''", "", marks[1], content, "punct"))
    for place in (opening, comma, *closing):
        if place is not None:
            build.heads[place] = content
    return content


def fronted(tree: Tree, names: Sequence[Sequence[str]], rng: Random, root: bool) -> Tree:
    """ "K," X said."""
    build = Builder()
    content = quoted(build, tree, rng)
    who = speaker(build, rng, names)
    return finish(build, content, cue(build, rng), who, root)


def inverted(tree: Tree, names: Sequence[Sequence[str]], rng: Random, root: bool) -> Tree:
    """ "K," said X."""
    build = Builder()
    content = quoted(build, tree, rng)
    verb = cue(build, rng)
    return finish(build, content, verb, speaker(build, rng, names), root)


def framed(tree: Tree, names: Sequence[Sequence[str]], rng: Random, root: bool) -> Tree:
    """X said (that) K."""
    build = Builder()
    who = speaker(build, rng, names)
    build.rows[0] = (build.rows[0][0][:1].upper() + build.rows[0][0][1:], *build.rows[0][1:])
    verb = cue(build, rng)
    that = build.add("that", "SCONJ", "IN", "", "that", 0, "mark") if rng.random() < 0.5 else None
    content = build.clause(tree, capital=False, space=True)
    if that is not None:
        build.heads[that] = content
    return finish(build, content, verb, who, True)


def told(tree: Tree, names: Sequence[Sequence[str]], rng: Random, root: bool) -> Tree:
    """X told Y that K. Or "K," X told Y."""
    build = Builder()
    before = rng.random() < 0.5
    content = quoted(build, tree, rng) if before else 0
    who = speaker(build, rng, names)
    if not before:
        build.rows[0] = (build.rows[0][0][:1].upper() + build.rows[0][0][1:], *build.rows[0][1:])
    verb = build.add("told", "VERB", "VBD", PAST, "tell", None, "root")
    listener = speaker(build, rng, names)
    role = "iobj"
    build.attach(listener, verb, role)
    if before:
        return finish(build, content, verb, who, root)
    that = build.add("that", "SCONJ", "IN", "", "that", 0, "mark") if rng.random() < 0.6 else None
    content = build.clause(tree, capital=False, space=True)
    if that is not None:
        build.heads[that] = content
    return finish(build, content, verb, who, True)


def according(tree: Tree, names: Sequence[Sequence[str]], rng: Random, root: bool) -> Tree:
    """K, according to X."""
    build = Builder()
    content = build.clause(tree, capital=True, space=False)
    comma = build.add(",", "PUNCT", ",", "", ",", content, "punct")
    by = build.add("according", "VERB", "VBG", "ExtPos=ADP|VerbForm=Ger", "accord", 0, "case")
    build.add("to", "ADP", "IN", "", "to", by, "fixed")
    who = speaker(build, rng, names, space=False)
    build.heads[by] = who
    build.attach(content, None, "root")
    build.attach(who, content, "obl")
    build.heads[comma] = who
    build.add(".", "PUNCT", ".", "", ".", content, "punct")
    return build.tree()


AGENCIES = ("Reuters", "AP", "AFP", "UPI", "Xinhua", "dpa", "TASS", "CNN", "VOA", "Bloomberg", "IRIN", "ANSA")


def with_dateline(tree: Tree, places: Sequence[Sequence[str]], rng: Random) -> Tree:
    """The sentence after a dateline, which is loosely hung on its root: "LEEDS, England (Wire) - K"."""
    build = Builder()
    capitals = rng.random() < 0.7
    town = [word.upper() if capitals else word for word in rng.choice(places)]
    head = build.add(town[0], "PROPN", "NNP", "Number=Sing", town[0], None, "parataxis")
    for word in town[1:]:
        build.add(word, "PROPN", "NNP", "Number=Sing", word, head, "flat")
    if rng.random() < 0.3:
        build.rows[-1] = (build.rows[-1][0], False, *build.rows[-1][2:])
        comma = build.add(",", "PUNCT", ",", "", ",", 0, "punct")
        country = rng.choice(places)[-1]
        build.heads[comma] = build.add(country, "PROPN", "NNP", "Number=Sing", country, head, "appos")
    if rng.random() < 0.6:
        agency = rng.choice(AGENCIES)
        opening = build.add("(", "PUNCT", "-LRB-", "", "(", 0, "punct", False)
        source = build.add(agency, "PROPN", "NNP", "Number=Sing", agency, head, "parataxis", False)
        build.add(")", "PUNCT", "-RRB-", "", ")", source, "punct")
        build.heads[opening] = source
    dash = rng.choice(("-", "—", "–", "--"))
    mark = build.add(dash, "PUNCT", ",", "", dash, 0, "punct")
    root = build.clause(tree, capital=True, space=False)
    build.attach(root, None, "root")
    build.heads[head] = build.heads[mark] = root
    build.add(".", "PUNCT", ".", "", ".", root, "punct")
    return build.tree()
