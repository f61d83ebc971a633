"""The JSON contract, schema 1: analyses to JSON objects and back.

Offsets are code points into `article.text`, end exclusive; every "text" equals that slice.
"""

from typing import Any

from tui.analysis.model import Actor, Affiliation, Analysis, Claim, Dispute, Mention, Party, Span
from tui.articles.article import Article

SCHEMA = 1
Json = dict[str, Any]


def to_json(article: Article, analysis: Analysis) -> Json:
    """The object that `newscast analyze --format json` prints."""
    return {
        "schema": SCHEMA,
        "article": {
            "id": article.id,
            "title": article.title,
            "source": article.source,
            "published": article.published,
            "text": article.text,
            "paragraphs": [{"start": p.start, "end": p.end, "role": p.role} for p in article.paragraphs],
        },
        **analysis_to_json(article.text, analysis),
    }


def analysis_to_json(text: str, analysis: Analysis) -> Json:
    """The part of the contract that analysis makes; the worker and the cache speak it too."""
    return {
        "mentions": [
            {**_slice(text, m), "id": m.id, "label": m.label, "kind": m.kind, "actor": m.actor}
            for m in analysis.mentions
        ],
        "actors": [
            {
                "id": a.id,
                "name": a.name,
                "label": a.label,
                "aliases": list(a.aliases),
                "roles": list(a.roles),
                "mentions": list(a.mentions),
                "affiliations": [{"actor": other.actor, "role": other.role} for other in a.affiliations],
            }
            for a in analysis.actors
        ],
        "claims": [_claim(text, claim) for claim in analysis.claims],
        "disputes": [
            {
                "id": d.id,
                "claims": list(d.claims),
                "mentions": list(d.mentions),
                "passages": [_slice(text, span) for span in d.passages],
                "reason": d.reason,
            }
            for d in analysis.disputes
        ],
    }


def analysis_from_json(data: Json) -> Analysis:
    """The inverse of `analysis_to_json`. Raises KeyError or TypeError on anything else."""
    return Analysis(
        mentions=tuple(
            Mention(m["id"], m["start"], m["end"], m["label"], m["kind"], m["actor"]) for m in data["mentions"]
        ),
        actors=tuple(
            Actor(
                a["id"],
                a["name"],
                a["label"],
                tuple(a["aliases"]),
                tuple(a["roles"]),
                tuple(a["mentions"]),
                tuple(Affiliation(other["actor"], other["role"]) for other in a["affiliations"]),
            )
            for a in data["actors"]
        ),
        claims=tuple(
            Claim(
                id=c["id"],
                source=_read_party(c["source"]),
                cue=Span(c["cue"]["start"], c["cue"]["end"]) if c["cue"] else None,
                content=tuple(Span(piece["start"], piece["end"]) for piece in c["content"]),
                kind=c["kind"],
                stance=c["stance"],
                addressee=_read_party(c["addressee"]),
                within=c["within"],
                form=c["form"],
            )
            for c in data["claims"]
        ),
        disputes=tuple(
            Dispute(
                d["id"],
                tuple(d["claims"]),
                tuple(d["mentions"]),
                tuple(Span(p["start"], p["end"]) for p in d["passages"]),
                d["reason"],
            )
            for d in data["disputes"]
        ),
    )


def _claim(text: str, claim: Claim) -> Json:
    return {
        "id": claim.id,
        "source": _party(text, claim.source),
        "cue": _slice(text, claim.cue) if claim.cue else None,
        "content": [_slice(text, piece) for piece in claim.content],
        "kind": claim.kind,
        "stance": claim.stance,
        "addressee": _party(text, claim.addressee),
        "within": claim.within,
        "form": claim.form,
    }


def _slice(text: str, span: Span | Mention | Party) -> Json:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _party(text: str, party: Party | None) -> Json | None:
    return None if party is None else {**_slice(text, party), "actor": party.actor}


def _read_party(data: Json | None) -> Party | None:
    return None if data is None else Party(data["start"], data["end"], data["actor"])
