"""Search over one article: actors, claims, mentions in context and passages, grouped and explained."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from heapq import nsmallest

from tui.analysis.model import Actor, Analysis, Mention, Span
from tui.articles.article import Article
from tui.search.claims import ClaimSearch
from tui.search.forms import form
from tui.search.names import Hit, NameIndex
from tui.search.passages import Found, StretchIndex
from tui.search.phrases import fulfilled
from tui.search.query import Query, parse
from tui.search.rank import alike, begun_by_sound
from tui.search.related import Related
from tui.search.results import Answer, Part, Result, answer, in_plain_words, parts
from tui.search.titles import context, one_line
from tui.search.words import Vocabulary, Word, sentences, words

# A name under this is too unlike the query to be shown beside an article.
_CUTOFF = 63.0
_BESIDE_BEST = 17.0
_ALIKE = 0.75


class ArticleIndex:
    """Everything of one article that can be searched, folded once so that a key is answered at once."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self._text = article.text
        self._analysis = analysis
        self._actors = {actor.id: actor for actor in analysis.actors}
        self._mentions = {mention.id: mention for mention in analysis.mentions}
        self._words = words(article.text)
        # Not a method: what it is given to would own this index, which owns it, and neither would ever be freed.
        self._words_in = partial(_words_in, self._words, [word.start for word in self._words])
        self._passages = [span for part in article.paragraphs for span in sentences(article.text, part.start, part.end)]
        self._passage_starts = [span.start for span in self._passages]
        vocabulary = Vocabulary({word.folded for word in self._words})
        self._passage_index = StretchIndex([self._words_in(span) for span in self._passages], vocabulary)
        self._claims = ClaimSearch(article.text, analysis.claims, self._actors, self._words_in, vocabulary)
        self._places = {actor.id: self._place(actor) for actor in analysis.actors}
        self._names, self._named_actors, self._named_mentions = self._name_index()
        self._related: Related | None = None

    @property
    def size(self) -> int:
        """Words of the article, with which the time of a search grows."""
        return len(self._words)

    def search(self, query: str, limit: int = 200, wanted: Callable[[], bool] = lambda: True) -> Answer:
        """What the query may mean: actors, claims, mentions, then passages, the best of each first.

        The search is given up, with no results, as soon as it is no longer `wanted`.
        """
        asked = parse(query)
        if limit <= 0 or not asked.asks:
            return Answer(mistakes=asked.mistakes)
        found: list[Part] = []
        for part in self._parts(asked):
            if not wanted():
                return Answer()
            found.append(part)
        return answer(found, limit, asked.folded, asked.mistakes)

    def references(self, actor_id: str | None = None, claim_id: str | None = None, limit: int = 200) -> Answer:
        """Where else an actor or a claim of this article occurs, and why each place is shown."""
        if self._related is None:
            self._related = Related(self._text, self._analysis, self._passages, self._words, self._places)
        found: list[Result] = []
        if actor_id in self._actors:
            found.extend(self._related.of_actor(self._actors[actor_id]))
        claim = next((claim for claim in self._analysis.claims if claim.id == claim_id), None)
        if claim is not None:
            found.extend(self._related.of_claim(claim))
        return answer(parts(found), limit)

    def _parts(self, query: Query) -> Iterator[Part]:
        """The results of each kind that the query can mean, one kind after another."""
        hits = self._hits(query.words)
        spoken = self._best_names(hits)
        if not query.claims_only:
            asked = {word.folded for word in words(query.words)}
            actors = list(self._actor_results(query, spoken, asked))
            actors.sort(key=lambda result: (-result.score, result.start))
            yield Part("actor", len(actors), lambda most: actors[:most])
            yield self._mention_part(query, hits, asked)
        if query.claims_only or query.labels is None:
            yield self._claims.search(query, spoken, self._best_names(self._hits(query.by or "")))
        if not query.claims_only and query.labels is None:
            yield self._passage_part(query)

    def _hits(self, asked: str) -> list[Hit]:
        """The names that the query may mean; what is much less like it than the best is left out."""
        if not asked.strip():
            return []
        hits = [hit for hit in self._names.search(asked, limit=60) if hit.score >= _CUTOFF] or self._begun(asked)
        return [hit for hit in hits if hit.score >= hits[0].score - _BESIDE_BEST]

    def _begun(self, asked: str) -> list[Hit]:
        """The names of which the query may be another spelling that is not typed to its end."""
        query = form(asked)
        places = range(len(self._names))
        return [Hit(at, _CUTOFF, "begun") for at in places if begun_by_sound(query, form(self._names.name(at)))]

    def _best_names(self, hits: list[Hit]) -> dict[str, Hit]:
        """By actor id, the name that fits best."""
        best: dict[str, Hit] = {}
        for hit in hits:
            for actor_id in self._named_actors[hit.position]:
                best.setdefault(actor_id, hit)
        return best

    def _name_index(self) -> tuple[NameIndex, list[list[str]], list[list[Mention]]]:
        """Every distinct name, and by its position the actors it names and the mentions that bear it."""
        actors: defaultdict[str, list[str]] = defaultdict(list)
        mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for actor in self._analysis.actors:
            for name in dict.fromkeys((actor.name, *actor.aliases)):
                actors[name].append(actor.id)
        for mention in self._analysis.mentions:
            if mention.kind == "name":
                mentions[one_line(self._text, Span(mention.start, mention.end))].append(mention)
        names = list(dict.fromkeys((*actors, *mentions)))
        return NameIndex(names), [actors.get(n, []) for n in names], [mentions.get(n, []) for n in names]

    def _actor_results(self, query: Query, best: dict[str, Hit], asked: set[str]) -> Iterator[Result]:
        for number, actor in enumerate(self._analysis.actors):
            hit, place = best.get(actor.id), self._places[actor.id]
            if place is None or (query.labels is not None and actor.label not in query.labels):
                continue
            if hit is None and query.words.strip():
                continue
            if fulfilled(query, words(" \n ".join((actor.name, *actor.aliases)))) is None:
                continue
            title = ", ".join((actor.name, *actor.roles[:1]))
            # Prominence only decides between names that fit equally well.
            score = (hit.score if hit else 100.0) - number / (1 + len(self._actors))
            reason = in_plain_words(hit.reason) if hit else "of this type"
            matched = self._marks(place, asked)
            yield Result("actor", place.start, place.end, title, score, reason, actor.id, None, matched)

    def _mention_part(self, query: Query, hits: list[Hit], asked: set[str]) -> Part:
        if query.words.strip():
            found = [(mention, hit) for hit in hits for mention in self._named_mentions[hit.position]]
        else:
            by_type = Hit(0, 100.0, "of this type")
            found = [(mention, by_type) for mention in self._analysis.mentions if mention.kind == "name"]
        if query.labels is not None or query.exact:
            found = [(mention, hit) for mention, hit in found if self._allowed(mention, query)]

        def best(most: int) -> list[Result]:
            first = nsmallest(most, found, key=lambda one: (-one[1].score, one[0].start))
            return [self._mention_result(mention, hit, asked) for mention, hit in first]

        return Part("mention", len(found), best)

    def _allowed(self, mention: Mention, query: Query) -> bool:
        """Whether a mention has the type and the phrases that are asked for."""
        if query.labels is not None and mention.label not in query.labels:
            return False
        span = Span(mention.start, mention.end)
        return not query.exact or (
            fulfilled(query, self._words_in(span), self._words_in(self._sentence(span))) is not None
        )

    def _mention_result(self, mention: Mention, hit: Hit, asked: set[str]) -> Result:
        span = Span(mention.start, mention.end)
        title, reason = context(self._text, span), in_plain_words(hit.reason)
        matched = self._marks(span, asked)
        return Result("mention", span.start, span.end, title, hit.score, reason, mention.actor, None, matched)

    def _passage_part(self, query: Query) -> Part:
        matches = self._passage_index.match(query.words)
        fitting = list(matches.scores)
        if query.exact:
            fitting = [at for at in fitting if fulfilled(query, self._words_in(self._passages[at])) is not None]
        return Part(
            "passage", len(fitting), lambda most: [self._passage(query, x) for x in matches.best(fitting, most)]
        )

    def _passage(self, query: Query, found: Found) -> Result:
        span = self._passages[found.position]
        phrases = (fulfilled(query, self._words_in(span)) or ()) if query.phrases else ()
        title, matched = one_line(self._text, span), phrases or found.matched
        return Result("passage", span.start, span.end, title, found.score, found.reason, None, None, matched)

    def _place(self, actor: Actor) -> Span | None:
        """Where an actor is first named, else first mentioned."""
        mentions = [self._mentions[one] for one in actor.mentions if one in self._mentions]
        first = next((one for one in mentions if one.kind == "name"), mentions[0] if mentions else None)
        return Span(first.start, first.end) if first else None

    def _sentence(self, span: Span) -> Span:
        """The sentence in which a span begins."""
        at = bisect_right(self._passage_starts, span.start) - 1
        return self._passages[at] if at >= 0 else span

    def _marks(self, span: Span, asked: set[str]) -> tuple[Span, ...]:
        """The words of a name that the query has, begins or misspells; all of it when that is none."""
        inside = [word for word in self._words_in(span) if word.end <= span.end]
        marked = [
            Span(word.start, word.end)
            for word in inside
            if any(word.folded.startswith(one) or alike(one, word.folded) >= _ALIKE for one in asked)
        ]
        return tuple(dict.fromkeys(marked)) if marked else (span,)


def _words_in(words: Sequence[Word], starts: Sequence[int], span: Span) -> list[Word]:
    """The words that begin in a span."""
    return list(words[bisect_left(starts, span.start) : bisect_right(starts, span.end - 1)])
