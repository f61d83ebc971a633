"""The report as Markdown (CommonMark and GitHub's), in which nothing of the article is markup."""

import re
from collections.abc import Iterator

from tui.analysis.model import Analysis
from tui.articles import Article
from tui.report import (
    actor_facts,
    actor_names,
    by_category,
    claim_facts,
    claims_made,
    content,
    line,
    summary,
    title,
    voice_facts,
    who,
)

# What is markup anywhere; then what is only before certain characters (links, entities, emoji names, web
# addresses) or at the beginning of a block (lists, underlines).
_MARKUP = re.compile(
    r"[\\`*_{}\[\]<>#|~$@^]"
    r"|&(?=[#\w])|:(?=\S)|(?<=www)\.|(?<=WWW)\."
    r"|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]",
    re.IGNORECASE,
)


def markdown(article: Article, analysis: Analysis) -> str:
    """The actors, claims and disputes of an article as a Markdown document."""
    return "\n".join(_lines(article, analysis)) + "\n"


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\g<0>", line(text))


def _lines(article: Article, analysis: Analysis) -> Iterator[str]:
    yield from (f"# {escaped(title(article))}", "", escaped(summary(article, analysis)), "", "## Actors")
    made, names = claims_made(analysis), actor_names(analysis)
    for category, members in by_category(analysis):
        yield from ("", f"### {category.capitalize()}", "")
        for actor in members:
            roles = "".join(f", {escaped(role)}" for role in actor.roles)
            yield f"- **{escaped(actor.name) or '?'}**{roles}: {escaped(actor_facts(actor, made, names))}"
    yield from ("", "## Claims")
    for number, claim in enumerate(analysis.claims, 1):
        source = escaped(who(article.text, claim.source, analysis))
        yield from (
            "",
            f"{number}. **{source or '?'}** ({escaped(claim_facts(article.text, claim, analysis))})",
            "",
        )
        yield f"{' ' * len(f'{number}. ')}> {escaped(content(article.text, claim))}"
    if analysis.disputes:
        yield from ("", "## Disputes")
        yield from _disputes(article.text, analysis)
    if facts := voice_facts(article.text, analysis):
        yield from ("", "## Voices", "", *(f"- {escaped(fact)}" for fact in facts))


def _disputes(text: str, analysis: Analysis) -> Iterator[str]:
    numbered = {claim.id: (number, claim) for number, claim in enumerate(analysis.claims, 1)}
    for dispute in analysis.disputes:
        yield from ("", f"- {escaped(dispute.reason) or 'Opposed'}")
        for number, claim in (numbered[one] for one in dispute.claims if one in numbered):
            source = escaped(who(text, claim.source, analysis))
            yield f"  - claim {number}, {source}: {escaped(content(text, claim))}"
        for passage in dispute.passages:
            yield f"  - the article: {escaped(text[passage.start : passage.end])}"
