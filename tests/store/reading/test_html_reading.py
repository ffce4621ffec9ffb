"""Pages as a reader sees them: block by block, nothing lost, nothing glued together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.store.reading.html import read_html


def text(body: str) -> str:
    return read_html(f"<!doctype html><html><body>{body}</body></html>").text


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>One&nbsp;&lt;b&gt; &amp;amp; &#8364;5</p>", ["One\xa0<b> &amp; €5"]),
        ("<div>a<div>b<div>c</div>d</div>e</div>", ["a", "b", "c", "d", "e"]),
        ("<p>un<b>bel</b>iev<i>able</i>, <em>so </em>to say</p>", ["unbelievable, so to say"]),
        ("<p>one\n   two\t three</p>", ["one two three"]),
        ("<p>line one<br>line two<br><br>new paragraph</p>", ["line one", "line two", "", "new paragraph"]),
        ("<h1>Head</h1><p>Body</p><p>More</p>", ["Head", "", "Body", "", "More"]),
        ("<pre>\n a\n   b\n\nc</pre>", [" a", "   b", "", "c"]),
        ("<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>", ["- one", "- two", "- deep"]),
        ("<ol start=3><li>three<li value=7>seven<li><p>eight</p></ol>", ["3. three", "7. seven", "", "8. eight"]),
        ("<ul><li></li></ul><p>after</p>", ["after"]),
        ("<p>x<script>var a</script>y<style>p{}</style><template>t</template></p>", ["xy"]),
        ("<p>In 2025<sup>3</sup> it cost 10<sup>6</sup> crowns</p>", ["In 2025³ it cost 10⁶ crowns"]),
        ("<p>May<sup><a href=#n>12,13</a></sup> the 5<sup>th</sup><sup>[4]</sup></p>", ["May¹²,¹³ the 5th[4]"]),
        ("<p>CO<sub>2</sub></p>", ["CO2"]),
        ("<p>a har&shy;bour with zero&#8203;width</p>", ["a harbour with zerowidth"]),
        ("<p>He said <q>no</q>.</p>", ["He said “no”."]),
        ("<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby></p>", ["港(みなと)"]),
        ("<div><a href=a>Home</a><a href=b>News</a></div>", ["Home News"]),
        ("<dl><dt>Term<dd>Meaning</dl>", ["Term", "Meaning"]),
        ("text <p hidden>no</p><span style='color:red; display : NONE'>no</span>seen", ["text seen"]),
        ("<details><summary>Short</summary>long</details>", ["Short", "long"]),
        ("a\u2028b\x0bc", ["a\u2028b\x0bc"]),
    ],
)
def test_what_a_reader_sees(body, lines):
    assert text(body) == "".join(f"{line}\n" for line in lines)


def test_a_row_is_a_line():
    table = (
        "<table><caption>Costs</caption><tr><th>Year<th>Out<br>put<th>Note</tr>"
        "<tr><td><p>1930</p><td>1,150<td></tr><tr><td>1931<td colspan=2>1,200</tr></table>"
    )
    read = read_html(table)
    assert read.text == "Costs\nYear | Out put | Note\n1930 | 1,150 | \n1931 | 1,200\n"
    assert read.losses == (
        "1 table: a row is a line, cells are parted by |",
        "1 merged cell: the cells of their rows may not stand under each other",
    )


def test_tables_that_lay_out_a_page_are_no_rows():
    inner = "<table><tr><td>1930<td>1,150</tr><tr><td>1931<td>1,200</tr></table>"
    assert text(f"<table><tr><td>Menu<td>{inner}</table>") == "Menu\n\n1930 | 1,150\n1931 | 1,200\n"
    long = "The mole is long. " * 30
    assert text(f"<table><tr><td><p>{long}</p><p>End</p><td>side</table>").split("\n")[1:5] == ["", "End", "", "side"]


def test_menus_forms_and_lists_of_links_are_boilerplate():
    links = "".join(f"<div><a href=x>Another headline {n}</a></div>" for n in range(5))
    page = (
        "<nav><ul><li><a href=/>Home</a></ul></nav><form><h1>The mole</h1><p>Long text.</p><button>Send</button></form>"
        f"<article><p>Quoted<footer>said she</footer></article>{links}<footer>Imprint</footer>"
    )
    read = read_html(page)
    lines = read.text.split("\n")
    marked = [lines[n - 1] for first, last in read.boilerplate for n in range(first, last + 1)]
    assert [line for line in marked if line] == [
        "- Home",
        "Send",
        *(f"Another headline {n}" for n in range(5)),
        "Imprint",
    ]


def test_a_page_of_links_alone_is_not_all_boilerplate():
    assert read_html("<div><a href=x>Some headline</a></div>" * 9).boilerplate == ()


def test_what_was_left_out_is_told():
    read = read_html("<p>x<img src=a><svg><text>t</text></svg><p hidden>secret</p><p><del>old</del> new</p>")
    assert read.losses == (
        "2 pictures: left out",
        "1 hidden piece: left out: the page does not show it",
        "1 struck-out piece: stands as plain text",
    )


HEAD = """<html lang="en-GB"><head><title>Mole &amp; lamp - Gazette</title>
<meta property="og:site_name" content="The Gazette"><meta name="author" content="By Ann Bo">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "no"},
{"@type": "NewsArticle", "headline": "Mole &amp; lamp", "datePublished": "1931-05-04T10:00:00+02:00"}]}</script></head>
<body><p>x</body></html>"""


def test_what_the_head_says():
    read = read_html(HEAD)
    assert (read.title, read.author, read.publisher) == ("Mole &amp; lamp", "Ann Bo", "The Gazette")
    assert (read.published, read.language) == ("1931-05-04T10:00:00+02:00", "en-GB")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="1931-05-04">', "1931-05-04"),
        ('<meta name="DC.date.issued" content="4 May 1931">', "4 May 1931"),
        ('<body><time datetime="1931-05-04T10:00">4 May</time>', "1931-05-04"),
        ('<body><time datetime="1931-05-04">a</time><time datetime="1930-01-01">b</time>', ""),
        ('<body><time datetime="1930-01-01">b</time><time itemprop=datePublished datetime="1931-05-04">', "1931-05-04"),
        ('<script type="application/ld+json">{"datePublished": [[</script>', ""),
    ],
)
def test_the_day_of_publication_is_the_pages_own(head, published):
    assert read_html(f"{head}<p>text").published == published


def test_a_page_without_text_says_so():
    with pytest.raises(ValueError, match="shows no text"):
        read_html("<html><body><div id=app></div><script>draw()</script></body></html>")


def test_nesting_without_end_is_refused_or_read():
    with pytest.raises(ValueError, match="nested"):
        read_html("<div>" * 100_000 + "x")
    for tag in ("span", "table", "li", "font"):
        assert read_html(f"<{tag}>" * 30_000 + "x").text.strip("- \n") == "x"


@given(st.lists(st.text("abc 12.é€<>&", min_size=1), min_size=1).filter(lambda texts: any(map(str.strip, texts))))
def test_no_letter_is_lost_or_added(texts):
    from html import escape

    body = "".join(
        f"<p>{escape(part)}</p>" if n % 2 else f"<div><b>{escape(part)}</b></div>" for n, part in enumerate(texts)
    )
    assert "".join(text(body).split()) == "".join("".join(texts).split())
