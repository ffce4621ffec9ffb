"""The text layer of a PDF: order, paragraphs, pages, figures that must not run together."""

import pytest
from documents_made import paragraphs, pdf, pdf_of, stream

from briefing.store.reading.pdf import read_pdf


def test_lines_pages_and_paragraphs():
    read = read_pdf(pdf(paragraphs("The mole is long\nand wide.", "Its lamp is lit."), paragraphs("Second page.")))
    assert read.text == "The mole is long\nand wide.\n\nIts lamp is lit.\nSecond page.\n"
    assert read.pages == ((1, 1), (5, 2))
    assert read.page_count == 2


def test_an_indent_begins_a_paragraph_and_a_hanging_one_does_not():
    indented = [(50, 700, 10, "one"), (50, 688, 10, "two"), (65, 676, 10, "new"), (50, 664, 10, "on")]
    assert read_pdf(pdf(indented)).text == "one\ntwo\n\nnew\non\n"
    hanging = [(50, 700, 10, "\x95 one"), (60, 688, 10, "two"), (50, 676, 10, "\x95 three"), (60, 664, 10, "four")]
    text = [(x, y, size, words.encode("latin-1").decode("cp1252")) for x, y, size, words in hanging]
    assert read_pdf(pdf(text)).text == "• one\ntwo\n• three\nfour\n"


def test_columns_are_read_one_after_the_other():
    left = paragraphs("left one\nleft two\nleft three")
    right = paragraphs("right one\nright two\nright three", left=320)
    read = read_pdf(pdf([*left, *right]))
    assert read.text == "left one\nleft two\nleft three\nright one\nright two\nright three\n"
    assert read.losses == ("columns or boxes on page 1: check the order of the lines",)


def test_raised_digits_stay_raised():
    page = [
        (50, 700, 10, "In 1931"),
        (84.5, 704, 6, "12"),
        (95, 700, 10, "it cost 10"),
        (135.2, 704, 6, "6"),
        (138.5, 700, 10, " crowns"),
    ]
    assert read_pdf(pdf(page)).text == "In 1931¹² it cost 10⁶ crowns\n"


def test_lowered_digits_do_not_break_the_line():
    page = [(50, 700, 10, "much CO"), (88.5, 697, 6, "2"), (92.5, 700, 10, " and more")]
    assert read_pdf(pdf(page)).text == "much CO2 and more\n"


def test_figures_in_columns_do_not_run_together():
    rows = [[(50, y, 10, a), (90, y, 10, b), (200, y, 10, c)] for y, a, b, c in (
        (700, "Year", "Length", "Cost"), (680, "1930", "1,150", "41,000"), (660, "1931", "1,200", "43,600"),
    )]  # fmt: skip
    assert "1930   1,150   41,000\n" in read_pdf(pdf([piece for row in rows for piece in row])).text


def test_words_split_at_line_ends_are_joined_only_where_the_document_writes_them_whole():
    page = paragraphs("The harbour is old. Here is the har-\nbour again, and a far-\nsighted man.")
    read = read_pdf(pdf(page))
    assert read.text == "The harbour is old. Here is the harbour\nagain, and a far-\nsighted man.\n"
    assert "2 words split at a line end: 1 put together" in read.losses[0]


def test_running_heads_and_page_numbers_are_boilerplate():
    pages = [
        [(50, 760, 8, "Harbour Gazette"), *paragraphs(f"Text{' so' * n}.\nMore{' so' * n}."), (300, 30, 8, f"- {n} -")]
        for n in range(1, 5)
    ]
    read = read_pdf(pdf(*pages))
    lines = read.text.split("\n")
    marked = {lines[n - 1] for first, last in read.boilerplate for n in range(first, last + 1)}
    assert marked - {""} == {"Harbour Gazette", "- 1 -", "- 2 -", "- 3 -", "- 4 -"}


def test_rows_that_differ_in_other_figures_are_no_running_heads():
    pages = [paragraphs("top\nline", f"Total {total}", f"Sum {total}") for total in (812, 344, 951)]
    assert read_pdf(pdf(*pages)).boilerplate == ((1, 2), (7, 8), (13, 14))


def test_what_the_file_says_of_itself():
    read = read_pdf(pdf(paragraphs("x"), Title="Harbour works", Author="Ann Bo", CreationDate="D:19310504120000Z"))
    assert (read.title, read.author, read.published, read.made) == ("Harbour works", "Ann Bo", "", "1931-05-04")
    junk = read_pdf(pdf([(50, 740, 20, "Harbour works"), *paragraphs("a\nb\nc")], Title="Microsoft Word - final.doc"))
    assert junk.title == "Harbour works"


def test_pages_without_text_are_told():
    read = read_pdf(pdf([], paragraphs("x"), [], []))
    assert read.losses == ("3 pages of 4 without a text layer: 1, 3-4",)
    assert (read.pages, read.page_count) == (((1, 2),), 4)


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4 nothing", "damaged"),
        (pdf(paragraphs("x"))[:200], "damaged"),
        (pdf([]), "no text layer"),
        (pdf_of([CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>"]), "more than 5,000 pages"),
        (pdf_of([CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"]), "no text layer"),
        (pdf_of([CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"[" * 100_000]), "no text layer"),
        (pdf_of([CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", stream(b"")]), "no text layer"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data, reason):
    with pytest.raises(ValueError, match=reason):
        read_pdf(data)
