"""From an article to its mentions, actors, claims and disputes. Importing this package does not import spaCy."""
