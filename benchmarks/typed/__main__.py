"""What the first thing typed is answered with: `python -m benchmarks.typed [pages] [terminal]`, both unless told.

`reporter.tsv` has 40 questions to the examples, `typed.tsv` 80 and `later.tsv` 40 to these and ten more, by kinds. A
question is answered where all that is right is seen at once: in a window of 1280 by 900 pixels, or in 40 lines of 120
letters.
"""

import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from typer.testing import CliRunner

from benchmarks.typed.questions import Question, fill, questions
from sayso.cli import app
from sayso.record import Record
from tests.serving.web.test_browser import CHROMIUM, served, sync_api, tab

SCREEN = {"width": 1280, "height": 900}
LINES, LETTERS = 40, 120
SEEN = """() => {
    const walker = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
    const seen = [];
    while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const box = range.getBoundingClientRect();
        const drawn = getComputedStyle(walker.currentNode.parentElement);
        const inside = box.width > 1 && box.height > 1 && box.top >= 0 && box.bottom <= innerHeight;
        if (inside && drawn.visibility === "visible")
            seen.push(walker.currentNode.data);
    }
    return seen.join("");
}"""
Look = Callable[[Question], str]


def main() -> None:
    wanted = sys.argv[1:] or ["pages", "terminal"]
    for name, wide in (("reporter", False), ("typed", True), ("later", True)):
        with TemporaryDirectory() as folder:
            place = Path(folder, "sayso.db")
            with Record(place) as record:
                fill(record, wide=wide)
                asked = questions(name, halved=wide)
                if "terminal" in wanted:
                    tell(f"{name}, terminal", asked, partial(in_terminal, place))
                if "pages" in wanted:
                    with pages(record) as look:
                        tell(f"{name}, pages", asked, look)


def tell(what: str, asked: list[Question], look: Look) -> None:
    """Print how many are answered, in each half, and by kind; then those not set aside that are not."""
    answered = {question: question.answered(look(question)) for question in asked}
    halves = {"in all": asked, "seen": [q for q in asked if not q.aside], "aside": [q for q in asked if q.aside]}
    counts = (f"{sum(answered[q] for q in some)} of {len(some)} {half}" for half, some in halves.items() if some)
    print(f"{what}: {', '.join(counts)}")
    kinds, right = Counter(q.kind for q in asked), Counter(q.kind for q in asked if answered[q])
    print("  " + ", ".join(f"{kind} {right[kind]}/{number}" for kind, number in kinds.items()))
    for question in asked:
        if not answered[question] and not question.aside:
            print(f"  not answered: {question.kind}: {question.typed[:80]}")


def in_terminal(place: Path, question: Question) -> str:
    """What `sayso said` prints on the first screen."""
    ran = CliRunner().invoke(app, ["said", "--record", str(place), question.typed])
    lines = [part for line in ran.output.splitlines() for part in textwrap.wrap(line, LETTERS) or [""]]
    return "\n".join(lines[:LINES])


@contextmanager
def pages(record: Record) -> Iterator[Look]:
    """What the page of a search shows before one scrolls."""
    with sync_api.sync_playwright() as playwright, served(record) as address:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        with tab(browser, address, viewport=SCREEN) as page:

            def look(question: Question) -> str:
                page.goto(f"/search?{urlencode({'q': question.typed})}")
                return str(page.evaluate(SEEN))

            yield look
        browser.close()


if __name__ == "__main__":
    main()
