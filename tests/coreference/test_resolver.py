"""Whatever comes in, what goes out holds: exact spans, one outcome for each statement, the same every time, soon."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.coreference import resolve
from sayso.data.actor import ActorType, Mention
from sayso.data.article import Article, Block, Document, Span, StoryStub
from sayso.data.statement import Attribution, Statement
from sayso.text.doc import Doc
from tests.coreference.tale import tell

WORDS = ["Ana", "Ruiz", "Mr", "said", "he", "She", ",", "“", "”", "the", "mayor", "al-Asod", "’s", ".", "\n\n", "J."]
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
TYPES: list[ActorType] = ["person", "organisation", "country", "group"]


def article_of(text: str, *related: str) -> Article:
    return Article(Document("t", None, "text/plain", "0"), text, related=tuple(StoryStub(title) for title in related))


@st.composite
def pages(draw: st.DrawFn) -> tuple[Article, list[Mention], list[Statement]]:
    text, title = draw(TEXTS), draw(TEXTS)

    def spans(of: str, most: int) -> list[Span]:
        ends = st.integers(0, len(of))
        cuts = st.tuples(ends, ends).map(sorted).filter(lambda cut: cut[0] < cut[1])
        return [Span.of(of, *cut) for cut in draw(st.lists(cuts, max_size=most))] if of else []

    mentions = [Mention(span, draw(st.sampled_from(TYPES))) for span in spans(text, 8)]
    own = [
        Statement(Attribution(tuple(spans(text, 2)), tuple(spans(text, 1)), tuple(spans(text, 2))))
        for _ in range(draw(st.integers(0, 5)))
    ]
    elsewhere = [Statement(Attribution(tuple(spans(title, 1)), (), ()), "related", 0)]
    return article_of(text, title), mentions, own + elsewhere


@settings(max_examples=60, deadline=None)
@given(pages())
def test_any_page_comes_out_whole(page: tuple[Article, list[Mention], list[Statement]]) -> None:
    article, mentions, statements = page
    resolved, actors = resolve(article, Doc.of(article), mentions, statements)
    assert resolve(article, Doc.of(article), mentions, statements) == (resolved, actors)
    assert [s.attribution for s in resolved] == [s.attribution for s in statements]
    assert all((s.speaker is None) != (s.unresolved is None) for s in resolved)
    assert {who.actor for s in resolved for who in s.speakers if who.named} <= {actor.id for actor in actors}
    assert len({actor.id for actor in actors}) == len(actors)
    spans = [span for actor in actors for span in actor.mentions]
    assert all(article.text[span.start : span.end] == span.text for span in spans)
    assert not {"he", "she"} & {actor.name.casefold() for actor in actors}


def crowded(names: Sequence[str]) -> tuple[Article, list[Mention], list[Statement]]:
    sentences = [f"{name} said the dam is safe." for name in names]
    starts = [sum(len(s) + 2 for s in sentences[:n]) for n in range(len(sentences))]
    text = "\n\n".join(sentences)
    spans = [Span.of(text, start, start + len(name)) for start, name in zip(starts, names, strict=True)]
    statements = [Statement(Attribution((span,), (), ())) for span in spans]
    blocks = tuple(Block("paragraph", s, s + len(t)) for s, t in zip(starts, sentences, strict=True))
    article = Article(Document("t", None, "text/plain", "0"), text, blocks)
    return article, [Mention(span, "person") for span in spans], statements


def test_a_thousand_candidates_are_told_apart() -> None:
    syllables = ["ba", "do", "ke", "li", "mu", "na", "po", "ri", "sa", "te"]
    given = [f"{a}{b}{c}".title() for a in syllables for b in syllables for c in syllables]
    article, mentions, statements = crowded([f"{name} Smith" for name in given])
    resolved, actors = resolve(article, Doc.of(article), mentions, statements)
    assert len(actors) > 900
    assert all(s.speaker for s in resolved)


def test_statements_come_back_in_the_order_given() -> None:
    article, mentions, statements = crowded(["Ana Ruiz", "Bo Doe"])
    resolved, _ = resolve(article, Doc.of(article), mentions, statements[::-1])
    assert [s.speaker.name for s in resolved if s.speaker] == ["Bo Doe", "Ana Ruiz"]


def test_a_page_with_nobody_has_no_actors() -> None:
    assert resolve(article_of(""), Doc(""), [], []) == ((), ())


def test_names_of_one_letter_are_nobody() -> None:
    assert tell("[X] came. [A.] left.").actors == ()


def test_a_quotation_of_nobody_inside_anothers_words_has_no_speaker() -> None:
    text = "Ruiz: “One Song” was written in May."
    ruiz, song, all_of_it = (Span.of(text, *place) for place in ((0, 4), (6, 16), (6, len(text))))
    outer = Statement(Attribution((ruiz,), (), (all_of_it,), kind="direct"))
    inner = Statement(Attribution((), (), (song,), kind="direct"), reported_by=0)
    resolved, _ = resolve(article_of(text), Doc(text), [Mention(ruiz, "person")], [outer, inner])
    assert [(s.speaker and s.speaker.name, s.unresolved) for s in resolved] == [
        ("Ruiz", None),
        (None, "no source in the text"),
    ]
