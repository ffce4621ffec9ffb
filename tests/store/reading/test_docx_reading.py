"""What Word shows: paragraphs, drawn numbers, tables, notes, boxes, headers; and what it does not."""

import pytest
from documents_made import W, docx, par, zipped

from briefing.store.reading.docx import read_docx


def text(body: str, **parts: str) -> str:
    return read_docx(docx(body, parts)).text


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_paragraph_is_a_line():
    pieces = run("un") + run("bel", "<w:b/>") + run("iev") + run("able")
    body = f"<w:p>{pieces}</w:p>" + "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
    assert text(body) == "unbelievable\n\na\tb\nc\n"


def test_raised_digits_do_not_join_the_figure_before_them():
    raised = '<w:vertAlign w:val="superscript"/>'
    assert text(f"<w:p>{run('10')}{run('6', raised)}{run(' m, 5')}{run('th', raised)}</w:p>") == "10⁶ m, 5th\n"


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:pStyle w:val="H2"/>
<w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""


def listed(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def test_drawn_numbers_are_written():
    rows = [("one", 1, 0), ("two", 1, 0), ("deep", 1, 1), ("deeper", 1, 1), ("three", 1, 0), ("again", 1, 1)]
    rows += [("dot", 2, 0), ("five", 3, 0)]
    body = "".join(par(words, listed(number, level)) for words, number, level in rows)
    assert text(body, numbering=NUMBERING).split("\n") == [
        *("1. one", "2. two", "2.a) deep", "2.b) deeper", "3. three", "3.a) again", "- dot", "5. five", "")
    ]


def test_headings_are_numbered_by_their_style():
    styles = f"""<w:styles {W}>
    <w:style w:styleId="T"><w:name w:val="Title"/></w:style>
    <w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>
    <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"""
    body = "".join(
        par(words, f'<w:pStyle w:val="{style}"/>') for words, style in (("Report", "T"), ("A", "H1"), ("B", "H2"))
    )
    read = read_docx(docx(body, {"numbering": NUMBERING, "styles": styles}))
    assert read.text == "Report\n\n1. A\n\n1.a) B\n"
    assert read.title == "Report"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(text)}</w:tc>"


def test_a_row_of_a_table_is_a_line():
    rows = f"<w:tr>{cell('Year')}{cell('Output')}</w:tr><w:tr>{cell('1930')}{cell('')}</w:tr>"
    wide = cell("both", '<w:gridSpan w:val="2"/>')
    rows += f"<w:sdt><w:sdtContent><w:tr>{wide}</w:tr></w:sdtContent></w:sdt>"
    read = read_docx(docx(f"{par('Before')}<w:tbl>{rows}</w:tbl>{par('After')}"))
    assert read.text == "Before\n\nYear | Output\n1930 | \nboth\n\nAfter\n"
    assert len(read.losses) == 2


def test_notes_stand_at_the_end_with_their_numbers():
    body = f'<w:p>{run("It is long")}<w:r><w:footnoteReference w:id="2"/></w:r>{run(".")}</w:p>'
    body += f'<w:p>{run("Lit")}<w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
    notes = {kind: f'<w:{kind}s {W}><w:{kind} w:id="-1">{par("sep")}</w:{kind}>' for kind in ("footnote", "endnote")}
    notes["footnote"] += f'<w:footnote w:id="2">{par("As planned.")}</w:footnote></w:footnotes>'
    notes["endnote"] += f'<w:endnote w:id="1">{par("In May.")}</w:endnote></w:endnotes>'
    assert text(body, footnotes=notes["footnote"], endnotes=notes["endnote"]).split("\n") == [
        *("It is long[1].", "", "Lit[2]", "", "[1] As planned.", "[2] In May.", "")
    ]


def test_tracked_changes_hidden_words_comments_and_pictures_are_told():
    shown = run(" shown", '<w:vanish w:val="0"/>')
    body = (
        f"<w:p>{run('kept')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>{run(' new')}</w:ins>"
        f"{run('secret', '<w:vanish/>')}{shown}"
        "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r><w:r><w:drawing><blip/></w:drawing></w:r></w:p>"
    )
    comments = f"<w:comments {W}><w:comment>{par('really?')}</w:comment></w:comments>"
    read = read_docx(docx(body, {"comments": comments}))
    assert read.text == "kept new shown\n"
    assert [loss.split(":")[0] for loss in read.losses] == ["1 picture", "1 comment", "1 deletion", "1 hidden piece"]


def test_text_boxes_are_read_once():
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{par('In the box')}</w:txbxContent>"
    shape = f"<mc:AlternateContent {mc}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
    shape += f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    assert text(f"<w:p>{run('Around')}<w:r>{shape}</w:r></w:p>") == "Around\n\nIn the box\n"


def test_headers_and_footers_are_boilerplate():
    header, footer = f"<w:hdr {W}>{par('Draft 3')}</w:hdr>", f"<w:ftr {W}>{par('Confidential')}</w:ftr>"
    read = read_docx(docx(par("Text"), {"header1": header, "header2": header, "footer1": footer}))
    assert read.text == "Draft 3\n\nText\n\nConfidential\n"
    assert read.boilerplate == ((1, 1), (5, 5))


def test_equations_symbols_and_rubies():
    math = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    symbols = '<w:r><w:sym w:font="Symbol" w:char="F0B1"/><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('みなと')}</w:rt><w:rubyBase>{run('港')}</w:rubyBase></w:ruby></w:r>"
    assert text(f"<w:p>{math}{symbols}{ruby}</w:p>") == "a+b±\ufffd港(みなと)\n"


def test_what_the_properties_say():
    core = "<dc:title>Mole</dc:title><dc:creator>Ann Bo</dc:creator><t:created>1931-05-04T10:00:00Z</t:created>"
    read = read_docx(docx(par("x"), core=core))
    assert (read.title, read.author, read.published, read.made) == ("Mole", "Ann Bo", "", "1931-05-04T10:00:00Z")


def test_the_strict_variant_is_read():
    space = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    strict = f"<w:document {space}><w:body>{par('strict')}</w:body></w:document>"
    assert read_docx(zipped({"word/document.xml": strict})).text == "strict\n"


def test_a_damaged_part_is_left_out_and_told():
    read = read_docx(docx(par("text"), {"styles": "<w:styles", "numbering": "no xml"}))
    assert read.text == "text\n"
    assert read.losses == (
        "word/numbering.xml is damaged and left out",
        "word/styles.xml is damaged and left out",
    )


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\3\4 nothing", "damaged"),
        (docx(par("text"))[:-60], "damaged"),
        (zipped({"word/other.xml": "<a/>"}), "no document of Word"),
        (zipped({"xl/workbook.xml": "<a/>"}), "spreadsheet"),
        (zipped({"mimetype": "x", "content.xml": "<a/>"}), "OpenDocument"),
        (zipped({"word/document.xml": f"{DOCTYPE}<x>&b;</x>"}), "document type"),
        (
            zipped(
                {"word/document.xml": f"<?xml version='1.0' encoding='utf-16'?>{DOCTYPE}<x>&b;</x>".encode("utf-16")}
            ),
            "document type",
        ),
        (zipped({"word/document.xml": b" " * 250_000_000}), "unpack to more"),
        (zipped({f"{n}": "" for n in range(5001)}), "unpack to more"),
        (docx("<w:sdt>" * 50_000 + "</w:sdt>" * 50_000), "nested"),
        (docx("<w:p/>"), "no text"),
        (docx("<w:p>"), "XML is damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "docx",  # its bytes hold the time
)
def test_what_is_no_sound_docx_is_refused_with_the_reason(data, reason):
    with pytest.raises(ValueError, match=reason):
        read_docx(data)
