"""The section that the address of an article tells, in SQL: "politics" of https://post.example/politics/2024/dam."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Dialect, case, func

from sayso.lexicon.addresses import FORMS

_WORDS: Final = "^[a-z]{3,}(-[a-z]+){0,2}$"
"""A word, or up to three: longer ones are the title. Two letters are a language."""


def section_of(url: ColumnElement[Any], dialect: Dialect) -> ColumnElement[Any]:
    """The first folder of the path, in small letters, where it is a word that tells more than a form."""
    first = func.lower(_first_folder(url, dialect))
    tells = url.like("http%://%/%/_%") & first.regexp_match(_WORDS) & first.not_in(FORMS)
    return case((tells, first))


def _first_folder(url: ColumnElement[Any], dialect: Dialect) -> ColumnElement[Any]:
    if dialect.name != "sqlite":
        return func.split_part(url, "/", 4)
    with_host = func.substr(url, func.instr(url, "://") + 3)
    path = func.substr(with_host, func.instr(with_host, "/") + 1)
    return func.substr(path, 1, func.instr(path, "/") - 1)
