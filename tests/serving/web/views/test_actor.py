"""A person's page."""

import re

from starlette.testclient import TestClient


def test_it_tells_names_statements_and_company(client: TestClient) -> None:
    page = client.get("/actor/person:ana-ruiz").text
    assert "<h1>Ana Ruiz</h1>" in page
    assert "mayor of Orsa" in page
    assert "the dams must stay" in page
    assert 'href="/actor/person:ben-holt"' in page


def test_what_others_say_of_them(client: TestClient) -> None:
    page = client.get("/actor/person:ben-holt?view=about").text
    assert "Holt had called" in page or "Holt knows nothing" in page
    assert "the dam would fall" not in page


def test_statements_are_narrowed(client: TestClient) -> None:
    page = client.get("/actor/person:ana-ruiz?q=dams&kind=direct").text
    assert "1 statement<" in page
    assert "the dams must stay" not in page


def test_a_name_leads_to_the_one_it_means(client: TestClient) -> None:
    answer = client.get("/actor/Holt", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/actor/person:ben-holt")


def test_a_name_of_nobody_is_told(client: TestClient) -> None:
    assert client.get("/actor/Nemo").status_code == 404
    assert "no one on the record" in client.get("/actor/%2e%2e/%2e%2e/etc/passwd").text


def test_the_timeline_is_a_table_too(client: TestClient) -> None:
    page = client.get("/actor/person:ana-ruiz").text
    assert re.search(r'<time datetime="2024-03">Mar 2024</time></th><td class="number">\d', page)
