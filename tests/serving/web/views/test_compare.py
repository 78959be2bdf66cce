"""Compare: two people, or one in two periods."""

import re

from starlette.testclient import TestClient


def test_two_people_side_by_side(client: TestClient) -> None:
    page = client.get("/compare?a=Ruiz&b=Holt&q=dam*").text
    left, right = page.split("<section>")[1:3]
    assert "Ana Ruiz" in left
    assert "must stay" in left
    assert "would fall" in right


def test_one_in_two_periods(client: TestClient) -> None:
    page = client.get("/compare?a=Holt&a_until=2024-03&b_since=2024-05").text
    left, right = page.split("<section>")[1:3]
    assert "the dam would fall" in left
    assert "the dam would fall" not in right
    assert re.search(r'<em class="says">said</em> no\s*</blockquote>', right)


def test_without_anyone_it_asks_whom(client: TestClient) -> None:
    assert 'name="a"' in client.get("/compare").text
