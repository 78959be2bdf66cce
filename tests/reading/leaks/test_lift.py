"""What leaks into an article is lifted out of it and kept; an article about code keeps its code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading import read_text
from sayso.reading.leaks.lift import lift

BEFORE = "The mayor said on Monday that the wall would be raised."
AFTER = "Work begins in May, she added."

STORIES = '[{"id":"7","title":"Mayor Opens Dam","pic":"/2031/02/03/dam.jpg"},{"id":"8","title":"Ferry to Close"}]'

LEAKS = {
    "var_dump": [
        'string(5) "hello"',
        f'string({len(STORIES)}) "{STORIES}"',
        'array(2) {\n  [0]=>\n  string(3) "one"\n  ["key"]=>\n  array(1) {\n    [0]=>\n    int(5)\n  }\n}',
        'object(stdClass)#12 (2) {\n  ["id":protected]=>\n  int(7)\n  ["n":"Post":private]=>\n  string(5) "Elna!"\n}',
        "bool(true)",
    ],
    "var_export": ["array (\n  0 => \n  array (\n    'id' => '7',\n    'title' => 'It\\'s open',\n  ),\n)"],
    "print_r": [
        "Array\n(\n    [0] => Array\n        (\n            [id] => 7\n            [t] => A (again)\n        )\n\n)",
        "stdClass Object ( [id] => 7 [title] => Mayor Opens Dam )",
    ],
    "json": [
        STORIES,
        '{\n  "status": "ok",\n  "items": [1, 2, {"a": null}]\n}',
        '{"a": "cut off in the mid',
        "[{&quot;id&quot;:&quot;7&quot;}]",
    ],
    "python repr": [
        "[{'id': 7, 'when': datetime.datetime(2031, 5, 19, 14, 38), 'seen': None}]",
        "{'a': \"it's\", 'b': (1, 2)}",
    ],
    "php message": [
        "Warning: Undefined variable $x in /var/www/html/index.php on line 12",
        "PHP Notice:  Undefined index: id in C:\\inetpub\\site\\list.php on line 3",
        "Fatal error: E in a.php:3\nStack trace:\n#0 /b.php(9): f()\n#1 {main}\n  thrown in /a.php on line 3",
    ],
    "traceback": [
        'Traceback (most recent call last):\n  File "/a.py", line 3, in <module>\n    main()\nValueError: no',
    ],
    "stack trace": [
        'Exception in thread "main" java.lang.NullPointerException\n\tat port.Elna.main(Elna.java:12)\n\t... 3 more',
        "TypeError: x is not a function\n    at render (https://elna.example/app.js:1:2)\n    at main.js:3:4",
    ],
    "template": [
        "{{ article.title }}",
        "{% if user %}",
        "<%= title %>",
        "${story.title}",
        '[gallery ids="1,2,3"]',
        "[/caption]",
    ],
    "css": [
        "margin: 0; padding: 2px;",
        ".story p { color: red; margin: 0 }",
        "@media print {\n  .ad { display: none; }\n}",
    ],
    "javascript": ["var ads = ads || {}; ads.push({id: 7});", "window.dataLayer = window.dataLayer || [];"],
    "data uri": ["data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"],
}


@pytest.mark.parametrize(("kind", "leak"), [(kind, leak) for kind, leaks in LEAKS.items() for leak in leaks])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_leak_between_paragraphs_is_lifted_out_word_for_word(kind: str, leak: str, gap: str) -> None:
    # a dump that is cut off goes on to the end of its paragraph
    lifted = lift(f"{BEFORE}{gap}{leak}\n\n{AFTER}")
    assert [(residue.kind, residue.text) for residue in lifted.residue] == [(kind, leak)]
    assert lifted.text.split("\n\n")[0].strip() == BEFORE
    assert lifted.text.strip().endswith(AFTER)


def test_a_right_length_in_bytes_is_verified() -> None:
    (dump,) = lift('string(12) "Zoë Ålund 🌊"').residue  # 11 characters, 16 bytes
    assert dump.verified is False
    (dump,) = lift('string(16) "Zoë Ålund 🌊"').residue
    assert dump.verified is True


def test_a_wrong_length_is_lifted_all_the_same() -> None:
    lifted = lift(f'{BEFORE}\n\nstring(9999) "{STORIES}"\n\n{AFTER}')
    assert lifted.text.split() == f"{BEFORE} {AFTER}".split()
    assert [residue.verified for residue in lifted.residue] == [False]
    assert [story.title for story in lifted.stories] == ["Mayor Opens Dam", "Ferry to Close"]


def test_one_wrong_length_within_a_dump_leaves_it_unverified() -> None:
    (dump,) = lift('array(2) {\n  [0]=>\n  string(3) "one"\n  [1]=>\n  string(4) "two"\n}').residue
    assert dump.verified is False


def test_a_dump_that_is_cut_off_ends_with_its_paragraph() -> None:
    lifted = lift(f'{BEFORE}\n\nstring(2336) "[{{"id":"7","title":"Mayor Op\n\n{AFTER}')
    assert lifted.text.split() == f"{BEFORE} {AFTER}".split()
    assert [residue.verified for residue in lifted.residue] == [False]


def test_a_dump_glued_to_the_last_sentence_is_lifted() -> None:
    lifted = lift(f'{BEFORE} string({len(STORIES)}) "{STORIES}"')
    assert lifted.text.strip() == BEFORE
    assert len(lifted.stories) == 2


@pytest.mark.parametrize(
    "text",
    [
        'PHP prints lengths too. The function var_dump gives:\n\nstring(5) "hello"\n\nand no more.',
        "PHP code stands in tags.\n\n<?php echo 1; ?>\n\nThat is all.",
        'To look into a value, call var_dump.\n\nstring(5) "hello"\n\nThis is what it shows.',
        'The server answers as follows:\n\n{"status": "ok", "id": 7}\n\nThe client reads it.',
        'The format is JSON.\n\n{"status": "ok", "id": 7}\n\nThe client reads it.',
        "Write `{{ title }}` where the headline goes.",
        "```\n{{ title }}\n```",
        "In Jinja, tags look like {{ title }} and {% if x %}.",
        'He typed: [{"a": 1, "b": 2, "c": 3}] and waited.',
        'In Python it raises:\n\nTraceback (most recent call last):\n  File "a.py", line 1\nValueError: no',
        "With CSS, write:\n\np { color: red; }\n\nand reload.",
    ],
)
def test_an_article_about_code_keeps_its_code(text: str) -> None:
    assert lift(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "[Applause] The mayor bowed.",
        "She said “no” [sic] and left [1].",
        "[1] See the report.",
        "Warning: the wall may break in April on line B of the railway.",
        "At 10:30:15 the alarm rang\nat home (in the kitchen)",
        "Array of sunshine (the film) opens today.",
        "It costs ${5} or {about} that; call function room 3 (upstairs).",
        "(AP) — Something happened.",
        "Let us go; var är du?",
        "Position: left of the door. Color: red.",
    ],
)
def test_prose_is_not_taken_for_a_leak(text: str) -> None:
    assert lift(text).residue == ()


def test_a_line_left_with_hardly_a_word_goes_with_its_template() -> None:
    lifted = lift(f"{BEFORE}\n\nBy {{{{ author }}}}\n\n{AFTER}")
    assert lifted.text.split() == f"{BEFORE} {AFTER}".split()


def test_a_list_of_stories_is_the_sites_plumbing_even_where_its_notation_is_named() -> None:
    lifted = lift(f"The JSON standard turned ten, its author said.\n\n{STORIES}")
    assert len(lifted.stories) == 2
    assert "Ferry" not in lifted.text


@pytest.mark.parametrize(
    "entry",
    [
        '{"post_id": 7, "headline": "Mayor Opens Dam", "link": "https://elna.example/7", "created_at": "2031-02-03"}',
        '{"nid": "7", "postTitle": "Mayor Opens Dam", "url": "https://elna.example/7", "date": "3 February 2031"}',
        '{"ID": 7,"title": {"rendered": "Mayor <b>Opens</b> Dam"}, "url":"https://elna.example/7", "day":"2031-02-03"}',
        '{"id": 7, "Name": "Mayor Opens Dam", "href": "https://elna.example/7", "publishedAt": 1927843200}',
    ],
)
def test_stories_are_known_under_many_names(entry: str) -> None:
    (story,) = lift(f"[{entry}]").stories
    assert (story.id, story.title, story.url) == ("7", "Mayor Opens Dam", "https://elna.example/7")
    assert story.published is not None
    assert story.published.value.startswith("2031-02-03")
    assert story.published.found_in == "data"


def test_the_most_exact_date_that_contradicts_nothing_is_taken() -> None:
    (story,) = lift(
        '[{"id":"7","title":"A Dam Opens","date":"2015-05-19","pic":"/2015/05/19/p_635676431137421445.jpg"}]'
    ).stories
    assert story.published is not None
    assert (story.published.value, story.published.found_in) == ("2015-05-19T14:38:33", "picture path")
    (story,) = lift(
        '[{"id":"7","title":"A Dam Opens","date":"2014-01-02","pic":"/2015/05/19/p_635676431137421445.jpg"}]'
    ).stories
    assert story.published is not None
    assert (story.published.value, story.published.found_in) == ("2014-01-02", "data")


def test_a_title_with_stray_quotation_marks_loses_no_story() -> None:
    stories = lift('[{"id":"7","title":"Mayor: The "no" camp lost"},{"id":"8","title":"Ferry to Close"}]').stories
    assert [story.title for story in stories] == ['Mayor: The "no" camp lost', "Ferry to Close"]


def test_stories_keep_their_order_in_a_php_array() -> None:
    dump = (
        "Array\n(\n    [12] => Array\n        (\n            [id] => 12\n            [title] => B first\n        )\n\n"
    )
    dump += "    [3] => Array\n        (\n            [id] => 3\n            [title] => A comes second\n        )\n\n)"
    stories = lift(dump).stories
    assert [(story.order, story.id, story.title) for story in stories] == [
        (0, "12", "B first"),
        (1, "3", "A comes second"),
    ]


def test_a_dump_alone_may_still_name_stories() -> None:
    article = read_text(f'string({len(STORIES)}) "{STORIES}"', "dump.txt")
    assert article.text == ""
    assert len(article.related) == 2


@pytest.mark.parametrize(
    "hostile",
    [
        "[",
        "[\n",
        '{"a":',
        'string(5) "',
        'string(5) "x"\n',
        "array(1) {\n",
        "Array\n(\n    [0] => ",
        "{{ ",
        '[{"x" y\n',
        "{% ",
    ],
)
def test_hostile_repetition_is_read_to_the_end(hostile: str) -> None:
    text = hostile * (160_000 // len(hostile))
    assert all(text[cut.start : cut.end] == cut.text for cut in lift(text).cuts)


@given(st.text(alphabet="[]{}()\"'\\:,=>\n ab01é🌊", max_size=300))
def test_any_brackets_leave_a_text_that_is_part_of_the_original(text: str) -> None:
    lifted = lift(text)
    assert set(lifted.text) <= set(text) | {"\n"}
    for cut in lifted.cuts:
        assert text[cut.start : cut.end] == cut.text
