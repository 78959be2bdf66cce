"""What came in long ago is trimmed to the sentences of its statements, and nothing else of it is in the files."""

from datetime import UTC, datetime
from hashlib import sha256

from sayso.data.statement import words_said
from sayso.record import Record
from sayso.verification import check
from tests.record.curation.test_forget import files_of
from tests.record.printed import printed

OLD, NEW = "2024-05-01T00:00:00+00:00", "2024-06-01T00:00:00+00:00"


def test_old_articles_are_trimmed_and_young_ones_left(place: str) -> None:
    with Record(place, clock=lambda: datetime(2024, 6, 2, tzinfo=UTC)) as record:
        keys = []
        for at, name in ((OLD, "zanzibarite"), (NEW, "xylograph")):
            reading = printed(f"A {name} lay there. <Ana Ruiz> {{said}} [the dam of {name} stays].", name=name)
            content = reading.article.text.encode()
            assert reading.article.document.sha256 != sha256(b"").hexdigest()
            keys.append(record.add(reading, content=content, captured=(at, "sayso")).article)
        record.reject(next(record.said()).id, who="ana")
        bare = printed("A mollusc lay there. <Ben Holt> {said} [no].", name="bare")  # its document was not kept
        record.add(bare, captured=(OLD, "sayso"))
        assert record.trim("2024-05-15") == 2
        assert record.trim("2024-05-15") == 0
        old, young = (record.held(key) for key in keys)
        assert "lay there" not in old.article.text
        assert "lay there" in young.article.text
        assert (record.original(keys[0]), record.original(keys[1]) is None) == (None, False)
        assert [words_said(row.statement) for row in old.statements] == ["the dam of zanzibarite stays"]
        assert check(old.article.text, [], old.statements[0].statement) == []
        assert all(one.stands for one in record.decisions())
    assert not any(b"A zanzibarite lay" in path.read_bytes() for path in files_of(place))
