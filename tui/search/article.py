"""Search over one article: actors, claims, mentions in context and passages, grouped and explained."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from tui.analysis.model import Actor, Analysis, Claim, Mention, Span
from tui.articles.article import Article
from tui.search.names import Hit, NameIndex
from tui.search.passages import StretchIndex
from tui.search.rank import alike
from tui.search.related import Related
from tui.search.results import Result
from tui.search.titles import claim_hull, claim_title, context, one_line
from tui.search.words import Vocabulary, Word, sentences, words

# A name under this is too unlike the query to be shown beside an article.
_CUTOFF = 63.0
_BESIDE_BEST = 17.0
_ALIKE = 0.75
_GROUPS = {"actor": 0, "claim": 1, "mention": 2, "passage": 3}


class ArticleIndex:
    """Everything of one article that can be searched, folded once so that a key is answered at once."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self._text = article.text
        self._analysis = analysis
        self._actors = {actor.id: actor for actor in analysis.actors}
        self._mentions = {mention.id: mention for mention in analysis.mentions}
        self._words = words(article.text)
        self._starts = [word.start for word in self._words]
        self._passages = [span for part in article.paragraphs for span in sentences(article.text, part.start, part.end)]
        vocabulary = Vocabulary({word.folded for word in self._words})
        self._passage_index = StretchIndex([self._words_in(span) for span in self._passages], vocabulary)
        self._hulls = [claim_hull(claim) for claim in analysis.claims]
        self._claim_index = StretchIndex([self._claim_words(one) for one in analysis.claims], vocabulary)
        self._places = {actor.id: self._place(actor) for actor in analysis.actors}
        self._names, self._named_actors, self._named_mentions = self._name_index()
        self._related: Related | None = None

    def search(self, query: str, limit: int = 200) -> list[Result]:
        """What the query may mean: actors, claims, mentions, then passages, the best of each first."""
        if limit <= 0 or not query.strip():
            return []
        hits = [hit for hit in self._names.search(query, limit=60) if hit.score >= _CUTOFF]
        if hits:
            hits = [hit for hit in hits if hit.score >= hits[0].score - _BESIDE_BEST]
        asked = {word.folded for word in words(query)}
        found: list[Result] = []
        spoken: dict[str, Hit] = {}
        found.extend(self._actor_results(hits, asked, spoken))
        found.extend(self._mention_results(hits, asked))
        found.extend(self._claim_results(query, spoken))
        for one in self._passage_index.search(query):
            span = self._passages[one.position]
            title = one_line(self._text, span)
            found.append(Result("passage", span.start, span.end, title, one.score, one.reason, None, None, one.matched))
        return _grouped(found, limit)

    def references(self, actor_id: str | None = None, claim_id: str | None = None, limit: int = 200) -> list[Result]:
        """Where else an actor or a claim of this article occurs, and why each place is shown."""
        if self._related is None:
            self._related = Related(self._text, self._analysis, self._passages, self._words, self._places)
        found: list[Result] = []
        if actor_id in self._actors:
            found.extend(self._related.of_actor(self._actors[actor_id]))
        claim = next((claim for claim in self._analysis.claims if claim.id == claim_id), None)
        if claim is not None:
            found.extend(self._related.of_claim(claim))
        return _grouped(found, limit)

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

    def _actor_results(self, hits: list[Hit], asked: set[str], spoken: dict[str, Hit]) -> Iterator[Result]:
        for hit in hits:
            for actor_id in self._named_actors[hit.position]:
                if actor_id in spoken:
                    continue
                spoken[actor_id] = hit
                actor = self._actors[actor_id]
                place = self._places[actor_id]
                if place is None:
                    continue
                title = ", ".join((actor.name, *actor.roles[:1]))
                # Prominence only decides between names that fit equally well.
                score = hit.score - 1 / (1 + len(actor.mentions))
                matched = self._marks(place, asked)
                yield Result("actor", place.start, place.end, title, score, hit.reason, actor_id, None, matched)

    def _mention_results(self, hits: list[Hit], asked: set[str]) -> Iterator[Result]:
        for hit in hits:
            for mention in self._named_mentions[hit.position]:
                span = Span(mention.start, mention.end)
                title = context(self._text, span)
                matched = self._marks(span, asked)
                yield Result(
                    "mention",
                    span.start,
                    span.end,
                    title,
                    hit.score,
                    hit.reason,
                    mention.actor,
                    None,
                    matched,
                )

    def _claim_results(self, query: str, spoken: dict[str, Hit]) -> Iterator[Result]:
        by_words = {one.position: one for one in self._claim_index.search(query)}
        for position, claim in enumerate(self._analysis.claims):
            speaker = claim.source.actor if claim.source else None
            hit, one = spoken.get(speaker or ""), by_words.get(position)
            source = Span(claim.source.start, claim.source.end) if claim.source else None
            matched: tuple[Span, ...]
            if hit is not None and source is not None and (one is None or _within(one.matched, source)):
                score, reason, matched = hit.score, f"speaker: {hit.reason}", (source,)
            elif one is not None:
                said_by = source is not None and _within(one.matched, source)
                score, reason, matched = (
                    one.score,
                    f"speaker: {one.reason}" if said_by else one.reason,
                    one.matched,
                )
            else:
                continue
            hull, title = self._hulls[position], claim_title(self._text, claim, self._actors)
            yield Result("claim", hull.start, hull.end, title, score, reason, speaker, claim.id, matched)

    def _place(self, actor: Actor) -> Span | None:
        """Where an actor is first named, else first mentioned."""
        mentions = [self._mentions[one] for one in actor.mentions if one in self._mentions]
        first = next((one for one in mentions if one.kind == "name"), mentions[0] if mentions else None)
        return Span(first.start, first.end) if first else None

    def _words_in(self, span: Span) -> list[Word]:
        return self._words[bisect_left(self._starts, span.start) : bisect_right(self._starts, span.end - 1)]

    def _claim_words(self, claim: Claim) -> list[Word]:
        """The words of a claim's source and content; those between them are nobody's claim."""
        parts = [*claim.content, *([Span(claim.source.start, claim.source.end)] if claim.source else [])]
        return [word for part in sorted(parts) for word in self._words_in(part)]

    def _marks(self, span: Span, asked: set[str]) -> tuple[Span, ...]:
        """The words of a name that the query has, begins or misspells; all of it when that is none."""
        inside = [word for word in self._words_in(span) if word.end <= span.end]
        marked = [
            Span(word.start, word.end)
            for word in inside
            if any(word.folded.startswith(one) or alike(one, word.folded) >= _ALIKE for one in asked)
        ]
        return tuple(dict.fromkeys(marked)) if marked else (span,)


def _within(spans: tuple[Span, ...], outer: Span) -> bool:
    return all(outer.start <= span.start and span.end <= outer.end for span in spans)


def _grouped(results: list[Result], limit: int) -> list[Result]:
    """The results by group, the best of each first; when there are too many, each group keeps its best."""
    ordered = sorted(results, key=lambda result: (_GROUPS[result.kind], -result.score, result.start))
    if len(ordered) <= limit:
        return ordered
    seen: Counter[str] = Counter()
    ranks = []
    for position, result in enumerate(ordered):
        ranks.append((seen[result.kind], position))
        seen[result.kind] += 1
    return [ordered[position] for position in sorted(position for _, position in sorted(ranks)[:limit])]
