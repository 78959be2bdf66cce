"""Questions to the pages that nobody asks who means well."""

NINES = "9" * 23
ODD = (
    "/api/search?by=%00",
    "/api/search?order=rank&q=the&after=%C2%B2",
    f"/api/search?after={NINES}",
    f"/api/search?order=rank&q=the&after={NINES}",
    f"/review?after={NINES}",
    "/search?q=(",
    "/actor/%00",
    "/article/%00",
    "/api/statement/%00",
    "/chart.png?q=%00",
    "/search.csv?topic=%00",
    # As many prefixes as the 300 characters of a form hold; nearly every statement has one, and all of them are ranked.
    "/search?order=rank&q=" + "+OR+".join(f"{letter}*" for letter in ("abcdefghijklmnopqrstuvwxyz" * 2)[:50]),
    "/compare?a=%00&b=%00",
    "/upload/..%2f..%2fetc%2fpasswd",
)
