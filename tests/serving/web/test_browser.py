"""The pages in a real browser: the main paths, with and without JavaScript, and what axe-core says of every page."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from sayso.data.analysis import Reading
from sayso.data.found import Found
from sayso.data.search import Search
from sayso.ingest.pool import Readers
from sayso.record import Record
from sayso.serving.web import make_app
from tests.export.conftest import courier, post
from tests.record.printed import printed
from tests.serving.web.conftest import TOKEN, evil

sync_api = pytest.importorskip("playwright.sync_api")
uvicorn = pytest.importorskip("uvicorn")
Axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here (Debian: apt-get install chromium)")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ON_LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
"""The rules whose answer may be another where colours or the width are."""
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
PAGES = (
    *("/", "/search", "/search?q=Ruiz", "/search?q=nobody", "/search?by=Ruiz&until=2024-03", "/actor/person:ana-ruiz"),
    *("/compare?a=Ruiz&b=Holt", "/review", "/saved", "/changes?since=2024-01-01", "/tally?by=speaker", "/upload"),
    *("/enter", "/nowhere", "/actor/A"),
)
"""Those that need no id; the last two are not there."""


@contextmanager
def served(record: Record) -> Iterator[str]:
    """The pages of a record at an address of their own."""
    server = uvicorn.Server(uvicorn.Config(make_app(record, TOKEN), port=0, log_level="error"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def site(record: Record) -> Iterator[str]:
    with served(record) as address:
        yield address


@contextmanager
def tab(browser: Any, address: str, **how: Any) -> Iterator[Any]:
    """A page of a fresh browser profile."""
    context = browser.new_context(base_url=address, **how)
    try:
        yield context.new_page()
    finally:
        context.close()


def enter(page: Any) -> None:
    page.goto("/enter")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("button", name="Enter").click()
    page.wait_for_url("**/review")


def test_from_a_word_to_its_evidence(browser: Any, site: str) -> None:
    with tab(browser, site) as page:
        page.goto("/search")
        page.get_by_label("Names, roles, words, days").press_sequentially("dams must")
        page.wait_for_url("**/search?q=dams+must")
        sync_api.expect(page.get_by_role("status")).to_have_text("1 statement")
        page.locator(".evidence").get_by_role("link", name="The dam at Orsa").click()
        lit = page.locator(".content.lit").first
        sync_api.expect(lit).to_have_text("the dams must stay, 😀 and so must we")
        sync_api.expect(page.get_by_role("heading", name="As we read it")).to_be_visible()


def test_hovering_tells_who_and_why_and_escape_hides_it(browser: Any, site: str) -> None:
    with tab(browser, site) as page:
        page.goto("/search?q=knows")
        page.locator(".evidence").get_by_role("link", name="The dam at Orsa").click()
        page.locator(".cue[data-s='1']").hover()
        tip = page.locator("#t-1")
        sync_api.expect(tip).to_contain_text("“she” (pronoun)")
        sync_api.expect(tip).to_be_visible()
        page.keyboard.press("Escape")
        sync_api.expect(tip).to_be_hidden()


def test_review_with_the_keyboard_and_undo(browser: Any, site: str, record: Record) -> None:
    with tab(browser, site) as page:
        enter(page)
        first = page.locator(".card[role=group]").first
        sync_api.expect(first).to_contain_text("Holt knows nothing")
        first.focus()
        page.keyboard.press("j")
        page.keyboard.press("k")
        page.keyboard.press("r")
        page.wait_for_url("**/review?done=1")
        assert list(record.said("knows")) == []
        sync_api.expect(page.locator(".card[role=group]").first).to_be_focused()
        page.keyboard.press("u")
        page.wait_for_url("**/review?done=2")
        assert len(list(record.said("knows"))) == 1


def test_an_upload_is_watched_to_its_end(
    browser: Any, site: str, record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def understood(_: Readers, found: Found, name: str) -> Reading:
        return printed(f"<Ana Ruiz> {{said}} [{found.content.decode()}].", title="A new bridge", name=name)

    monkeypatch.setattr(Readers, "read", understood)
    file = tmp_path / "bridge.txt"
    file.write_text("the bridge stands")
    with tab(browser, site) as page:
        enter(page)
        page.goto("/upload")
        page.get_by_label("Articles as files").set_input_files(file)
        page.get_by_label("Or paste a text").fill("the tower fell")
        page.get_by_role("button", name="Read and put on the record").click()
        sync_api.expect(page.get_by_role("status")).to_have_text("Read: 2 added.")
        assert len(list(record.said("tower"))) == 1


def test_all_of_it_works_without_javascript(browser: Any, site: str, record: Record) -> None:
    with tab(browser, site, java_script_enabled=False) as page:
        page.goto("/")
        page.get_by_label("Names, roles, words, days").fill("fall")
        page.get_by_role("button", name="Search").click()
        page.locator(".evidence").get_by_role("link", name="The dam at Orsa").click()
        sync_api.expect(page.locator(".content.lit")).to_have_text("the dam would fall")
        page.locator("a.tag").first.focus()
        sync_api.expect(page.locator(".tip").first).to_be_visible()
        enter(page)
        page.get_by_role("button", name="No statement").first.click()
        page.get_by_role("button", name="Undo").first.click()
        assert [decision.verb for decision in record.decisions()] == ["reject", "undo"]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """Ordinary and hostile articles, and a decision; with the paths of all pages, each article's among them."""
    with Record(tmp_path_factory.mktemp("axe") / "sayso.db") as record:
        for reading in (courier(), post(), *evil()):
            record.add(reading)
        rows = list(record.said())
        record.reject(next(record.said("knows")).id, who="Léna", why="no words of hers")
        record.save("dams", Search("dam"))
        articles = {row.article.id: f"/article/{row.article.id}?s={row.id.rpartition('.')[2]}" for row in rows}
        with served(record) as address:
            yield address, [*PAGES, *articles.values(), f"/article/{rows[0].article.id}", f"/quote/{rows[0].id}"]


@dataclass
class Walk:
    """What was seen on a way through all pages, each opened once."""

    faults: dict[str, str] = field(default_factory=dict)
    too_wide: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def look(self, page: Any, path: str) -> None:
        """In the dark on a phone by all rules, in the light on a desk by those on looks, and at the narrowest."""
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(PHONE)
        page.goto(path)
        found = Axe().run(page, options={"runOnly": RULES})
        if found.violations_count:
            self.faults[path] = found.generate_report()
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(DESKTOP)
        if seen := page.evaluate("rules => axe.run(document, {runOnly: rules}).then(one => one.violations)", ON_LOOKS):
            self.faults[f"{path}, light"] = str(seen)
        page.set_viewport_size({"width": 320, "height": 600})
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            self.too_wide.append(path)


@pytest.fixture(scope="module")
def walk(browser: Any, everything: tuple[str, list[str]]) -> Walk:
    address, paths = everything
    walk = Walk()
    with tab(browser, address) as page:
        enter(page)
        page.on("request", lambda request: walk.hosts.add(request.url.split("/")[2]))
        page.on("dialog", lambda dialog: walk.trouble.append(dialog.message))
        page.on("pageerror", lambda error: walk.trouble.append(str(error)))
        page.on("console", lambda message: walk.trouble.append(message.text) if "404" not in message.text else None)
        for path in paths:
            walk.look(page, path)
    return walk


def test_axe_finds_nothing_on_any_page(walk: Walk) -> None:
    assert not walk.faults


def test_a_phone_of_320_pixels_scrolls_in_one_direction(walk: Walk) -> None:
    assert not walk.too_wide


def test_nothing_is_asked_of_anyone_else_and_nothing_of_an_article_runs(
    walk: Walk, everything: tuple[str, list[str]]
) -> None:
    assert not walk.trouble
    assert walk.hosts == {everything[0].split("/")[2]}


def test_the_box_suggests_names_and_the_keys_go_from_statement_to_statement(browser: Any, site: str) -> None:
    with tab(browser, site) as page:
        page.goto("/")
        page.keyboard.type("rui")
        sync_api.expect(page.locator("#names option").first).to_have_attribute("value", "Ana Ruiz")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=rui")
        sync_api.expect(page.locator(".person .speaker").first).to_have_text("Ana Ruiz")
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("k")
        sync_api.expect(page.locator(".statement").first).to_be_focused()
        page.keyboard.press("?")
        sync_api.expect(page.get_by_role("heading", name="Keys")).to_be_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        sync_api.expect(page.locator("#q")).to_be_focused()


def test_the_first_words_of_a_person_are_on_the_first_screen_and_pages_are_light(browser: Any, site: str) -> None:
    with tab(browser, site) as page:
        for path in ("/", "/search?q=Ruiz", "/actor/person:ana-ruiz"):
            weights: list[int] = []
            page.on("response", lambda answer, weights=weights: weights.append(len(answer.body())))
            page.goto(path, wait_until="networkidle")
            assert sum(weights) < 150_000, path
            for screen in (DESKTOP, PHONE):
                page.set_viewport_size(screen)
                box = page.locator(".statement blockquote").first.bounding_box()
                assert box, path
                assert box["y"] + box["height"] < screen["height"], path
