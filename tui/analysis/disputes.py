def find_disputes(syntax, mentions, claims):
    return ()
