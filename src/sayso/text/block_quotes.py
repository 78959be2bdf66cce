"""Quotations that are set apart from the text and need no marks: block quotations that somebody signs, or announces."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.data.article import Block
from sayso.text.quotations import Quotation

SIGNS = re.compile(r"(?:[—–―~]|--?(?=\s))\s*[@\w]")
"""How a line begins that signs the quotation above it."""

_LONGEST = 3000  # characters; what is longer is a document, in which others speak


class _Run(NamedTuple):
    """Blocks of quotation that follow one another, with the block before them."""

    before: Block | None
    blocks: list[Block]
    is_signed: bool


def block_quotations(text: str, blocks: Sequence[Block], marked: Sequence[Quotation]) -> list[Quotation]:
    """The runs of blocks of kind "quote" that are one quotation each without marks, in order.

    One is signed by a line of its own that begins with a dash, or announced by the block before, which ends with a
    colon. `marked` are the quotations in marks: where such a one opens a block its marks tell, and what is only
    announced has none at all.
    """
    return [_quotation(run.blocks) for run in _runs(text, blocks) if _is_one(text, run, marked)]


def _runs(text: str, blocks: Sequence[Block]) -> Iterator[_Run]:
    before: Block | None = None
    run: list[Block] = []
    for block in blocks:
        if block.kind == "quote" and not SIGNS.match(text, block.start, block.end):
            run.append(block)
            continue
        if run:
            yield _Run(before, run, block.kind == "quote")
        before, run = block, []
    if run:
        yield _Run(before, run, is_signed=False)


def _is_one(text: str, run: _Run, marked: Sequence[Quotation]) -> bool:
    start, end = run.blocks[0].start, run.blocks[-1].end
    if end - start > _LONGEST:
        return False
    inside = [quotation for quotation in marked if quotation.start < end and start < quotation.end]
    if run.is_signed:
        opens = {block.start for block in run.blocks}
        return all(start < one.start and one.end <= end and one.start not in opens for one in inside)
    return not inside and run.before is not None and text[run.before.end - 1] == ":"


def _quotation(blocks: Sequence[Block]) -> Quotation:
    pieces = tuple((block.start, block.end) for block in blocks)
    return Quotation(pieces[0][0], pieces[-1][1], "", closed=True, pieces=pieces)
