"""Plain views for those who open the database itself: statements, who is named where, and roles, in words."""

JOINED = {"sqlite": "group_concat", "postgresql": "string_agg"}
"""How each engine makes one text of several; it goes where a view has {joined}."""

VIEWS = (
    """
    CREATE VIEW said AS
    SELECT articles.key || '.' || statements.n AS id, statements.dated, actors.name AS speaker, statements.speaker_id,
        CASE WHEN NOT statements.decided THEN statements.described END AS described, statements.anonymous,
        CASE WHEN NOT statements.decided THEN (
            SELECT {joined}(fellows.name, ', ') FROM together
            JOIN appearances ON appearances.id = together.appearance_id
            JOIN actors AS fellows ON fellows.id = appearances.actor_id
            WHERE together.statement_id = statements.id
        ) END AS together_with,
        CASE WHEN NOT statements.decided THEN principals.name END AS on_behalf_of,
        statements.via, statements.unresolved, statements.content, statements.kind, statements.act, statements.negated,
        statements.denied, statements.hypothetical, statements.confidence, statements.role, statements.topic,
        statements.venue, statements.utterance, statements.altered_of, statements.independent, statements.time_code,
        articles.title, articles.outlet, articles.published,
        articles.is_current, documents.name AS document, documents.url, documents.sha256,
        documents.added_at AS captured_at, documents.read_by, statements.digest
    FROM statements
    JOIN articles ON articles.id = statements.article_id
    JOIN documents ON documents.id = articles.document_id
    LEFT JOIN actors ON actors.id = statements.speaker_id
    LEFT JOIN appearances AS represented ON represented.id = statements.behalf_id
    LEFT JOIN actors AS principals ON principals.id = represented.actor_id
    WHERE NOT statements.rejected
    """,
    """
    CREATE VIEW named AS
    SELECT appearances.actor_id, actors.name AS actor, actors.type, actors.qid, appearances.name AS called,
        appearances.state, appearances.score, appearances.reasons, articles.key AS article, articles.title,
        articles.outlet, articles.published
    FROM appearances
    JOIN actors ON actors.id = appearances.actor_id
    JOIN articles ON articles.id = appearances.article_id
    WHERE NOT appearances.rejected
    """,
    """
    CREATE VIEW held_roles AS
    SELECT appearances.actor_id, actors.name AS actor, roles.role, articles.outlet, articles.published,
        articles.key AS article
    FROM roles
    JOIN appearances ON appearances.id = roles.appearance_id
    JOIN actors ON actors.id = appearances.actor_id
    JOIN articles ON articles.id = appearances.article_id
    WHERE NOT appearances.rejected
    """,
)
