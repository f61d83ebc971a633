"""`newscast analyze --format json` obeys the contract of schema 1."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.test_errors import newscast

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "seeds" / "qala-e-naw.txt"
HOSTILE = (
    "Gale hits [@click=app.quit]Brackwater[/]\n\n"
    "Mayor \x1b[31mOdile Tarn\x1b[0m said \u202ethe harbour\u202c was\x00 closed\x9b2J. [/nope]\r\n\r\n"
    "\u201cNobody was hurt,\u201d Tarn told the Brackwater Post. \U0001f6a2 Cafe\u0301s stayed open.\r\n"
)


@pytest.fixture(scope="module", params=["sample", "hostile"])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = SAMPLE
    if request.param == "hostile":
        path = tmp_path_factory.mktemp("articles") / "hostile.txt"
        path.write_bytes(HOSTILE.encode())
    run = newscast("analyze", path, "--format", "json")
    assert run.returncode == 0, run.stderr.decode()
    assert run.stderr == b""
    data: dict[str, Any] = json.loads(run.stdout)
    return data


def test_the_object_fits_the_schema(printed: dict[str, Any]) -> None:
    schema = json.loads(Path(__file__).with_name("contract.schema.json").read_text())
    jsonschema.validate(printed, schema)


def slices(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for child in value.values():
            yield from slices(child)
    elif isinstance(value, list):
        for child in value:
            yield from slices(child)


def test_every_text_is_its_slice_of_the_article(printed: dict[str, Any]) -> None:
    found = list(slices({key: printed[key] for key in ("mentions", "claims", "disputes")}))
    assert found
    text = printed["article"]["text"]
    assert all(text[piece["start"] : piece["end"]] == piece["text"] for piece in found)


def test_every_id_that_is_used_exists_once(printed: dict[str, Any]) -> None:
    ids = {key: [item["id"] for item in printed[key]] for key in ("mentions", "actors", "claims", "disputes")}
    assert all(len(set(kind)) == len(kind) for kind in ids.values())
    for mention in printed["mentions"]:
        assert mention["actor"] is None or mention["actor"] in ids["actors"]
    for actor in printed["actors"]:
        owned = [m["id"] for m in printed["mentions"] if m["actor"] == actor["id"]]
        assert sorted(actor["mentions"]) == sorted(owned)
    for claim in printed["claims"]:
        assert claim["within"] is None or claim["within"] in ids["claims"]
        for party in (claim["source"], claim["addressee"]):
            assert party is None or party["actor"] is None or party["actor"] in ids["actors"]
    for dispute in printed["disputes"]:
        assert set(dispute["claims"]) <= set(ids["claims"])


def test_a_clean_files_text_is_kept_to_the_character(printed: dict[str, Any]) -> None:
    if printed["article"]["source"] == str(SAMPLE):
        assert printed["article"]["text"] == SAMPLE.read_text(encoding="utf-8").rstrip()
    else:
        text = printed["article"]["text"]
        assert "[@click=app.quit]Brackwater[/]" in text
        assert "[/nope]" in text
        assert not any(ord(character) < 32 and character != "\n" for character in text)
        assert not set("\x1b\x9b\u202e\u202c\x00\r") & set(text)


def test_the_sample_has_its_cast_and_its_claims() -> None:
    data = json.loads(newscast("analyze", SAMPLE, "--format", "json").stdout)
    names = [name.removeprefix("the ").removeprefix("The ") for name in (a["name"] for a in data["actors"])]
    for whole in ("Taliban", "Afghanistan", "Qala-e-Naw", "BBC"):
        assert names.count(whole) == 1, whole
    people = {a["name"] for a in data["actors"] if a["label"] == "PERSON"}
    assert {"Hisamudin Shams", "Mohammad Javad Zarif", "Ashraf Ghani", "Suhail Shaheen"} <= people
    sourced = [claim for claim in data["claims"] if claim["source"]]
    assert len(sourced) >= 14
    leavings = data["article"]["text"].index("Comments\nPost a Comment")
    assert all(m["start"] < leavings for m in data["mentions"])
    assert all(piece["start"] < leavings for claim in data["claims"] for piece in claim["content"])
