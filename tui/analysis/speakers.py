def with_speakers(syntax, mentions, actors, claims):
    return mentions, actors
