"""The text layer of a PDF, page by page."""

from __future__ import annotations

import re
from typing import Any

from briefing.store.reading.extract import Extract, folded, iso_day

PAGES = 5_000
_DATE = re.compile(r"D?:?([0-9]{4})([0-9]{2})([0-9]{2})")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_BREAK = re.compile("[\x02\ufffe]")


def read_pdf(data: bytes) -> Extract:
    """Return the text layer with the page that each line stood on, and what is unsure.

    Raises:
        ValueError: pdfium cannot open it, or it has too many pages.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"the PDF cannot be opened: {error}") from error
    if len(pdf) > PAGES:
        raise ValueError(f"the PDF has more than {PAGES} pages")
    lines: list[str] = []
    pages: list[tuple[int, int]] = []
    empty: list[int] = []
    hyphens = 0
    for number in range(1, len(pdf) + 1):
        page = pdf[number - 1]
        text = page.get_textpage().get_text_range()
        hyphens += len(_BREAK.findall(text))
        found = _BREAK.sub("-", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
        while found and not found[-1].strip():
            found.pop()
        if not any(line.strip() for line in found):
            empty.append(number)
            continue
        pages.append((len(lines) + 1, number))
        lines += [line.rstrip() for line in found]
    whole = "\n".join(lines)
    metadata = pdf.get_metadata_dict()
    return Extract(
        text="".join(f"{line}\n" for line in lines),
        title=folded(metadata.get("Title", "")),
        author=folded(metadata.get("Author", "")),
        published=_day(metadata),
        pages=tuple(pages),
        losses=tuple(_losses(len(pdf), empty, whole, hyphens)),
    )


def _day(metadata: dict[str, Any]) -> str:
    match = _DATE.match(str(metadata.get("CreationDate", "")))
    return iso_day(f"{match[1]}-{match[2]}-{match[3]}") if match else ""


def _losses(count: int, empty: list[int], text: str, hyphens: int) -> list[str]:
    losses = []
    if empty:
        named = ", ".join(str(number) for number in empty[:20]) + (" …" if len(empty) > 20 else "")
        losses.append(f"{len(empty)} of {count} page(s) without a text layer: {named} (pictures or scans are not read)")
    if found := len(_LIGATURES.findall(text)):
        losses.append(f"{found} ligature(s) such as ﬁ stand as one character")
    if hyphens:
        losses.append(f"{hyphens} hyphen(s) at line ends stand as “-”")
    if found := text.count("\ufffd"):
        losses.append(f"{found} character(s) that the PDF does not name")
    if len(re.findall(r"\S {3,}\S", text)) > 20:
        losses.append("columns or tables: lines may run across them; check the order")
    return losses
