"""What databases say when they fail, where the page shows it: the message, and the statement below it."""

import re
from collections.abc import Iterator

from sayso.reading.leaks.leak import Leak

_MARKS = (
    *("SQLSTATE[", "SQL syntax", "ORA-", "database error", "[Microsoft][", "OLE DB", "quotation mark", "doesn't exist"),
    *("ERROR:", "sqlite3.", "psycopg", "sqlalchemy.exc", "Unknown column", "Duplicate entry", "Access denied for user"),
)
_MESSAGE = re.compile(
    r"(?:SQLSTATE\[\w{5}\]|You have an error in your SQL syntax;|ORA-\d{5}: |WordPress database error:? ?\[?"
    r"|\[Microsoft\]\[[^\]\n]{3,60}\]|Microsoft OLE DB Provider for "
    r"|Unclosed quotation mark (?:after|before) the character"
    r"|(?:sqlite3|psycopg2?(?:\.errors)?|sqlalchemy\.exc|pymysql\.err|MySQLdb(?:\._exceptions)?)\.[A-Z]\w{2,60}: "
    r"|Table '[\w.$-]{1,130}' doesn't exist|Unknown column '[^'\n]{1,130}' in '"
    r"|Duplicate entry '[^'\n]{0,200}' for key '"
    r"|Access denied for user '[^'\n]{0,100}'@'"
    r"|ERROR: {1,4}(?:relation|column|function|type|syntax error at or near|duplicate key|invalid input syntax) )[^\n]*"
)
_LABEL = re.compile(r"[^\n.!?”\"]{0,60}(?:[Ee]rror|[Ee]xception|failed|MySQL|[Qq]uery)[^\n.!?”\"]{0,40}[:\])]?\s{0,4}")
_STATEMENT = re.compile(
    r"\s{0,40}(?:LINE \d{1,6}: [^\n]*(?:\n\s{0,200}\^)?"
    r"|\[SQL: [^\n]*|(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|SHOW)\b[^\n]*)"
)


def sql_errors(text: str) -> Iterator[Leak]:
    """Find messages of databases; what stands before one on its line belongs to it where it is its label."""
    if not any(mark in text for mark in _MARKS):
        return
    position, start, end = 0, 0, -1
    while found := _MESSAGE.search(text, position):
        line = text.rfind("\n", position, found.start()) + 1 or position
        begin = line if _LABEL.fullmatch(text, line, found.start()) else found.start()
        if end < 0 or text[end:begin].strip():  # messages with nothing between them are one leak
            if end >= 0:
                yield Leak(start, end, "sql error")
            start = begin
        end = found.end()
        while statement := _STATEMENT.match(text, end):
            end = statement.end()
        position = max(end, found.start() + 1)
    if end >= 0:
        yield Leak(start, end, "sql error")
