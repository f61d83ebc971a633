"""Names found by ours and by what else a user could have, on the same made-up names and the same spoilt queries.

fzf is run as a whole process (Debian's package; left out where it is not installed), the others in this process.
"""

import random
import shutil
import sqlite3
import statistics
import subprocess
import time
from collections.abc import Callable, Iterable

from rapidfuzz import fuzz, process, utils

from tui.search import NameIndex

COUNTS = (10_000, 100_000)
QUERIES = 60
BEST = 10
SYLLABLES = [
    "al",
    "an",
    "ar",
    "ba",
    "bar",
    "ben",
    "ber",
    "bo",
    "dan",
    "dar",
    "de",
    "do",
    "el",
    "en",
    "fa",
    "far",
    "ga",
    "gar",
    "gha",
    "ha",
    "han",
    "has",
    "i",
    "in",
    "ja",
    "jan",
    "ka",
    "kar",
    "kha",
    "la",
    "lan",
    "li",
    "ma",
    "mar",
    "mi",
    "mo",
    "na",
    "nor",
    "o",
    "os",
    "pa",
    "ra",
    "ram",
    "ri",
    "sa",
    "sha",
    "si",
    "su",
    "ta",
    "tar",
    "to",
    "u",
    "va",
    "var",
    "vi",
    "wa",
    "ya",
    "yan",
    "za",
    "zar",
    "zi",
]
Find = Callable[[str], list[str]]


def main() -> None:
    """Print, for each way, how many of the queries bring their name among the ten best, and its median time."""
    for count in COUNTS:
        rng = random.Random(count)
        names = made_up(count, rng)
        asked = [(spoilt(name, rng), name) for name in rng.sample(names, QUERIES)]
        print(f"{count} names, {len(asked)} queries with a typo or two")
        scan = 0.0
        for title, find in ways(names):
            times: list[float] = []
            found = 0
            for query, name in asked:
                start = time.perf_counter()
                hits = find(query)
                times.append(time.perf_counter() - start)
                found += name in hits
            median = statistics.median(times)
            scan = scan or median
            figures = f"recall {found / len(asked):.2f}   {1e3 * median:8.2f} ms   {median / scan:6.3f} of a scan"
            print(f"  {title:30} {figures}")


def ways(names: list[str]) -> Iterable[tuple[str, Find]]:
    """Each way of finding names; the first is the scan that the others are measured by."""
    yield "RapidFuzz QRatio, all names", lambda query: scanned(query, names, fuzz.QRatio)
    yield "RapidFuzz WRatio, all names", lambda query: scanned(query, names, fuzz.WRatio)
    index = NameIndex(names)
    yield "Newscast", lambda query: [names[hit.position] for hit in index.search(query, BEST)]
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram')")
    table.executemany("INSERT INTO names VALUES (?)", ((name,) for name in names))
    yield "SQLite FTS5 trigram", lambda query: in_table(query, table)
    if shutil.which("fzf"):
        text = "\n".join(names)
        yield "fzf --filter, whole process", lambda query: by_fzf(query, text)


def scanned(query: str, names: list[str], scorer: Callable[..., float]) -> list[str]:
    """The best names by comparing with each."""
    found = process.extract(query, names, scorer=scorer, processor=utils.default_process, limit=BEST)
    return [name for name, _, _ in found]


def in_table(query: str, table: sqlite3.Connection) -> list[str]:
    """The best names by any of the query's trigrams."""
    grams = {query[place : place + 3] for place in range(len(query) - 2)}
    asked = " OR ".join('"' + gram.replace('"', '""') + '"' for gram in sorted(grams))
    rows = table.execute("SELECT name FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?", (asked, BEST))
    return [row[0] for row in rows]


def by_fzf(query: str, text: str) -> list[str]:
    """The first lines of fzf's answer."""
    done = subprocess.run(["fzf", "--filter", query], input=text, capture_output=True, text=True, check=False)
    return done.stdout.split("\n")[:BEST]


def made_up(count: int, rng: random.Random) -> list[str]:
    """Different names of two or three words."""
    found: dict[str, None] = {}
    while len(found) < count:
        words = (
            "".join(rng.choices(SYLLABLES, k=rng.choice((2, 2, 3)))).capitalize() for _ in range(rng.choice((2, 3)))
        )
        found[" ".join(words)] = None
    return list(found)


def spoilt(name: str, rng: random.Random) -> str:
    """The name with one or two letters lost, doubled, changed or swapped."""
    for _ in range(rng.choice((1, 2))):
        place = rng.randrange(1, len(name) - 1)
        left, letter, right = name[:place], name[place], name[place + 1 :]
        name = rng.choice((left + right, left + letter + letter + right, left + rng.choice("aeioknr") + right,
                           left + right[:1] + letter + right[1:]))  # fmt: skip
    return name.lower()
