def find_claims(syntax, mentions):
    return ()
