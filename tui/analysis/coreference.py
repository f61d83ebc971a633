"""Whom descriptions and pronouns mean: one pass over the article, left to right, leaving open what is unclear."""

from collections import defaultdict

from tui.analysis.antecedents import antecedent
from tui.analysis.cataphora import named_ahead
from tui.analysis.cues import is_document, verbs
from tui.analysis.descriptions import Description, acts, descriptions
from tui.analysis.figures import Figure, Point
from tui.analysis.matching import Matcher
from tui.analysis.memory import Memory, sentence_of
from tui.analysis.names import Name
from tui.analysis.pronouns import PRONOUNS, Pronoun, is_empty_it, relative_head
from tui.analysis.roles import take_role
from tui.analysis.speaker_forms import is_answer
from tui.analysis.speaking import Speaking
from tui.analysis.syntax import Syntax
from tui.analysis.titles import gender_of
from tui.analysis.words import SUBJECTS, Sentence, Word

_LONGEST_NAME = 48
# Whose they are is not known.
_THIRD = frozenset({"whose", "his", "her", "its", "their"})


class Resolver:
    """Goes through the sentences and attaches descriptions and pronouns to figures."""

    def __init__(
        self, syntax: Syntax, figures: list[Figure], names: list[Name], points: list[Point], speaking: Speaking
    ) -> None:
        self._syntax = syntax
        self.figures = figures
        self.points = points
        self._names: dict[int, list[Point]] = defaultdict(list)
        self._mark = "'" if "'s" in syntax.text and "’s" not in syntax.text else "’"
        self._taken: set[int] = set()
        self._met: set[int] = set()
        for name, point in zip(names, points, strict=True):
            self._names[name.sentence.i].append(point)
            self._taken.update(word.i for word in [*name.words, *name.titles])
        self._memory = Memory(figures, points)
        self._matcher = Matcher(self._memory)
        self._speaking = speaking
        self._interviewed: Figure | None = None
        self._in_headline: list[Description] = []
        self._pending: tuple[Figure, str, Sentence, bool] | None = None

    def run(self) -> None:
        """Resolve everything; `points` and `figures` grow."""
        for sentence in self._syntax.story():
            self._sentence(sentence)
        self.points.sort(key=lambda point: (point.start, point.end))

    def _sentence(self, sentence: Sentence) -> None:
        found = {
            description.head.i: description
            for description in descriptions(sentence, self._taken, self._memory.last_words)
        }
        if self._syntax.role(sentence) == "headline":
            # Headlines leave articles out.
            for description in found.values():
                description.definite |= description.sort == "person" and description.head.child("det") is None
            self._in_headline = [found.pop(key) for key in list(found) if self._is_below(found[key], sentence)]
        named = {point.head.i: point for point in self._names[sentence.i]}
        if is_answer(sentence, self._syntax):
            self._answer(sentence.words[0])
        self._join_pending(sentence, named)
        headline, self._in_headline = self._in_headline, []
        if self._syntax.role(sentence) == "headline":
            headline, self._in_headline = [], headline
        for word in sentence.words:
            if word.i in named:
                self._memory.recent.append(named[word.i])
            elif word.i in found:
                self._describe(found[word.i])
            elif word.i not in self._taken and word.lower in PRONOUNS and word.i not in self._met:
                self._speaker_first(word)
                self._pronoun(word, PRONOUNS[word.lower])
        for description in headline:
            self._as_in_lead(description, sentence)

    def _is_below(self, description: Description, headline: Sentence) -> bool:
        """Whether the lead calls somebody as the headline does: whom it means is to be known first."""
        noun, sentences = description.head.lemma, self._syntax.sentences
        lead = sentences[headline.i + 1].words if headline.i + 1 < len(sentences) else []
        return description.sort == "person" and any(
            word.lemma == noun and word.i not in self._taken and word.dep in SUBJECTS for word in lead
        )

    def _as_in_lead(self, description: Description, lead: Sentence) -> None:
        described = self._memory.described[description.head.lemma]
        figure = next((figure for other, figure in described if other.head.sentence is lead), None)
        if figure is None:
            self._describe(description)
            return
        point = Point(description.start, description.end, figure.label, "description", description.head)
        point.attach(figure)
        self._add(point)

    def _answer(self, word: Word) -> None:
        """`A: ...` in an interview: who is named after "interview with", or else the one named most."""
        if self._interviewed is None:
            persons = [figure for figure in self.figures if figure.person and figure.named and not figure.plural]
            with_whom = [figure for figure in persons if any(map(_is_interviewed, figure.points))]
            self._interviewed = max(with_whom or persons, key=lambda figure: len(figure.points), default=None)
        if self._interviewed is not None:
            point = Point(word.start, word.end, "PERSON", "pronoun", word)
            point.attach(self._interviewed)
            self._add(point)

    # Descriptions

    def _describe(self, description: Description) -> None:
        head = description.head
        if head.child("cop") is not None and any(word.tag == "MD" for word in head.having("aux")):
            # "X would be the best candidate": nobody is.
            return
        figure = self._matcher.match(description)
        # Those who fight for somebody are one group: it is not called by what some of them do.
        new = figure is None and not self._matcher.is_party(description)
        if figure is None:
            acting = self._speaking.speaks(head) or (acts(head) and not description.bare)
            if description.told or description.sort in {"place", "country", "thing"} or not acting:
                return
            figure = Figure(description.label, plural=description.plural, gender=gender_of(head.lemma))
            figure.role_nouns.add(head.lemma)
            self.figures.append(figure)
            if description.sort == "person" and head.leads:
                role = "" if description.first.lower in _THIRD else self._plain(description)
                self._pending = (figure, role, sentence_of(head), description.definite)
        point = Point(description.start, description.end, figure.label, "description", head)
        point.attach(figure)
        if not figure.named and not (figure.names and self._matcher.stated(description) is figure):
            figure.names[self._called(description, whole=new)] += 1
        elif description.sort == "person" and not self._speaking.quoted(head):
            self._learn(description, figure)
        self._matcher.keep(description, figure)
        self._add(point)

    def _learn(self, description: Description, figure: Figure) -> None:
        """Keep what the article says that a person is; "a good man" is no role."""
        head = description.head
        if description.told and head.dep != "appos":
            return
        if figure.person and self._matcher.stated(description) is figure:
            take_role(self._syntax, head, figure)
            self._memory.know(figure)

    def _add(self, point: Point) -> None:
        self._memory.by_head[point.head.i] = point
        self.points.append(point)
        self._memory.recent.append(point)

    def _called(self, description: Description, *, whole: bool) -> str:
        """What somebody without a name is called: "commanders in the battlefield", "Ines Roth's office".

        `whole` with what follows the noun.
        """
        called = self._plain(description)
        first = description.first
        owner = self._memory.figure_of(first) if first.dep == "nmod:poss" and first.pos == "PRON" else None
        if owner is not None and owner.names:
            name = owner.names.most_common(1)[0][0]
            called = f"{name}{self._mark}{'' if name.endswith('s') else 's'} {called.partition(' ')[2]}"
        elif first.lower in _THIRD:
            called = called.partition(" ")[2] or called
        following = self._syntax.text[description.end : description.last.end]
        return called + following if whole and len(called + following) <= _LONGEST_NAME else called

    def _plain(self, description: Description) -> str:
        text = self._syntax.text[description.start : description.end]
        first, _, rest = text.partition(" ")
        return rest if first.lower() in {"the", "a", "an", "this", "that"} and rest else text

    def _join_pending(self, sentence: Sentence, named: dict[int, Point]) -> None:
        """`The minister of X said ... Jane Doe was speaking in ...`: a role, then at once the name.

        `A judge ruled ... Judge Jane Doe said ...`: the name brings the same role.
        """
        pending, self._pending = self._pending, None
        if pending is None:
            return
        figure, role, before, definite = pending
        if before.i + 1 != sentence.i or figure.named:
            return
        for point in named.values():
            person = point.figure
            if person is None or not person.person or not point.head.leads:
                continue
            if person.points[0].start != point.start:
                continue
            unknown = definite and not person.role_nouns and point.head.dep == "nsubj"
            # Of the lead the next paragraph tells who it was: "a minister said. ... X told the radio".
            lead = before.paragraph <= 1 and point.head.head.lemma in verbs()
            unknown = unknown and (before.paragraph == sentence.paragraph or lead)
            if (unknown and " " in person.names.most_common(1)[0][0]) or figure.role_nouns <= person.role_nouns:
                person.role_nouns |= figure.role_nouns
                if unknown:
                    person.add_role(role)
                figure.names.clear()
                person.absorb(figure)
                self.figures.remove(figure)
                self._memory.know(person)
            return

    # Pronouns

    def _speaker_first(self, word: Word) -> None:
        """Whom `she` means in `"Is he coming?" she said` is to be known before whom `he` does."""
        speaker, _ = self._speaking.at(word.start)
        if speaker is not None and speaker.i > word.i and speaker.lower in PRONOUNS and speaker.i not in self._met:
            self._met.add(speaker.i)
            self._pronoun(speaker, PRONOUNS[speaker.lower])

    def _pronoun(self, word: Word, pronoun: Pronoun) -> None:
        if pronoun.person != 3 or (pronoun.number == "it" and is_empty_it(word)):
            return
        if pronoun.relative:
            figure = self._relative(word)
            if figure is None:
                return
        else:
            figure = named_ahead(word, pronoun, self._memory, self._speaking)
            if figure is None and not self._is_paper(word):
                figure = antecedent(word, pronoun, self._memory, self._speaking)
        label = figure.label if figure else "PERSON"
        if figure is None and pronoun.number in {"it", "plural"}:
            return
        point = Point(word.start, word.end, label, "pronoun", word)
        if figure is None:
            self.points.append(point)
            return
        point.attach(figure)
        if figure.person and pronoun.gender:
            figure.gender = figure.gender or pronoun.gender
        self._add(point)

    def _is_paper(self, word: Word) -> bool:
        """Whether "it" goes on about the study or the report of the sentence before, which is nobody."""
        here = word.sentence
        if word.lower not in {"it", "its"} or here is None or here.words[0] is not word or here.i == 0:
            return False
        before = self._syntax.sentences[here.i - 1]
        subject = next((w for w in before.words if w.leads), None)
        return subject is not None and subject.pos == "NOUN" and is_document(subject.lemma)

    def _relative(self, word: Word) -> Figure | None:
        head = relative_head(word)
        figure = self._memory.named_at(head)
        if head is not None and figure is not None and figure.person and word.lower == "which":
            # Hung on the whole phrase, "the minister of X, which ...": it is the last one before it that is nobody.
            inner = [child for child in head.having("nmod") if child.i < word.i]
            figure = self._memory.figure_of(inner[-1]) if inner else None
        return figure


def _is_interviewed(point: Point) -> bool:
    head = point.head
    return head.head.lemma == "interview" and any(case.lower == "with" for case in head.having("case"))
