"""What a query can say besides words, as it is told in the empty tab and in the help."""

QUERY_WORDS: tuple[tuple[str, str], ...] = (
    ("said:flour", "claims in which this is said"),
    ("by:smith", "claims of a speaker, however spelt"),
    ("type:place", "names of a type: person, organisation, group, place, thing, time, number"),
    ("stance:denied", "claims: asserted, denied, hedged, asked, demanded, intended, declined"),
    ('"exact phrase"', "these words one after another"),
    ("-word", "nothing where this word stands"),
)
BOX_KEYS: tuple[tuple[str, str], ...] = (
    ("↑ ↓ PgUp PgDn", "look through the results; the article follows"),
    ("Enter", "go to the place of the result"),
)
PLACEHOLDER = 'any spelling · said: by: type: stance: "…" -not'
