"""The pictures in docs: `python -m benchmarks.pictures` shows the examples in Chromium and takes them anew."""

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.typed.questions import ROOT, fill
from sayso.record import Record
from tests.serving.web.test_browser import CHROMIUM, served, sync_api, tab

DOCS = ROOT / "docs"
SCREEN = {"width": 1280, "height": 900}


def main() -> None:
    """One of a search and one of an article, opened at a denial."""
    with TemporaryDirectory() as folder, Record(Path(folder, "sayso.db")) as record:
        fill(record, wide=False)
        denial = next(record.said("quiet", denied=True))
        with served(record) as address, sync_api.sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            with tab(browser, address, viewport=SCREEN) as page:
                for path, name in (("/search?q=energy+minister", "search"), (f"/s/{denial.id}", "article")):
                    page.goto(path, wait_until="networkidle")
                    page.screenshot(path=DOCS / f"{name}.png")
            browser.close()


if __name__ == "__main__":
    main()
