"""Small documents of the formats that are read, made from their parts."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pdf_of(objects: list[bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF of numbered objects, the first being the catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count, start = len(objects) + 1, len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return data + f"trailer<</Size {count} {trailer}>>\nstartxref\n{start}\n%%EOF".encode()


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more, len(data), data)


def pdf(*pages: list[tuple[float, float, float, str]], **info: str) -> bytes:
    """A PDF whose pages hold pieces of text: x, y, size, words (Latin-1)."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, pieces in enumerate(pages):
        content = 5 + 2 * number
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {content} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>".encode()
        )
        drawn = [f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET".encode("cp1252") for x, y, size, text in pieces]
        objects.append(stream(b"\n".join(drawn)))
    objects.append(f"<<{''.join(f'/{name} ({value})' for name, value in info.items())}>>".encode())
    return pdf_of(objects, f"/Root 1 0 R /Info {len(objects)} 0 R")


def paragraphs(*texts: str, left: float = 50, top: float = 700) -> list[tuple[float, float, float, str]]:
    """Paragraphs for a page, lines parted by line feeds, 12 points apart, the paragraphs 24."""
    pieces, y = [], top
    for text in texts:
        for line in text.split("\n"):
            pieces.append((left, y, 10.0, line))
            y -= 12
        y -= 12
    return pieces


def docx(body: str, parts: dict[str, str | bytes] | None = None, core: str = "") -> bytes:
    """A DOCX with a body and further parts, each named as its relationship is."""
    parts = dict(parts or {})
    links = "".join(
        f'<Relationship Id="r{n}" Type="{TYPE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for n, name in enumerate(parts)
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    files: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{package}">'
        f'<Relationship Id="a" Type="{TYPE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{TYPE}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{links}</Relationships>',
        "docProps/core.xml": '<c:p xmlns:c="c" xmlns:dc="d" xmlns:t="t">' + core + "</c:p>",
    }
    files |= {f"word/{name}.xml": content for name, content in parts.items()}
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def par(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
