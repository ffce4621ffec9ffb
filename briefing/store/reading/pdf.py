"""The text layer of a PDF, page by page, in paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from ctypes import c_ushort, sizeof
from typing import Any

from briefing.store.reading.extract import Extract, as_author, as_language, as_title, counted, ranges
from briefing.store.reading.pdf_layout import Pages, join_words, jumps, largest, leading, parts, running_heads
from briefing.store.reading.pdf_page import PdfPage

PAGES = 5_000
_MADE = re.compile(r"D?:?([0-9]{4})([0-9]{2})([0-9]{2})")
_REASONS = {
    3: "it is no PDF, or is damaged",
    4: "it is locked with a password",
    5: "its protection is of an unknown kind",
}


def read_pdf(data: bytes) -> Extract:
    """Return the text layer with the page that each line stood on, and what is unsure.

    Raises:
        ValueError: pdfium cannot open it, it has too many pages, or none of them has text.
    """
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise ValueError(_REASONS.get(pdfium.FPDF_GetLastError(), "it cannot be opened"))
    count = pdfium.FPDF_GetPageCount(document)
    if count > PAGES:
        raise ValueError(f"it has more than {PAGES:,} pages")
    reading = _Reading(pdfium, document, count)
    if not reading.pages:
        raise ValueError("it has no text layer: pictures or scans are not read; run text recognition (OCR) on it first")
    return reading.extract()


class _Reading:
    """The pages of a document that have text, and what was found out about them."""

    def __init__(self, pdfium: Any, document: Any, count: int) -> None:
        self._pdfium = pdfium
        self._document = document
        self.count = count
        self.pages: Pages = {}
        self.unnamed: Counter[int] = Counter()
        for number in range(1, count + 1):
            page = pdfium.FPDF_LoadPage(document, number - 1)
            text = pdfium.FPDFText_LoadPage(page) if page else None
            if text:
                self._read(number, PdfPage(pdfium, text))
                pdfium.FPDFText_ClosePage(text)
            if page:
                pdfium.FPDF_ClosePage(page)

    def _read(self, number: int, page: PdfPage) -> None:
        if lines := page.lines():
            self.pages[number] = lines
            self.unnamed[number] = page.unnamed

    def extract(self) -> Extract:
        """Return everything as one document."""
        split = sum(line.split for lines in self.pages.values() for line in lines)
        joined = join_words(self.pages)
        usual = leading(self.pages)
        texts: list[str] = []
        steps: list[tuple[int, int]] = []
        heads: list[int] = []
        running = running_heads(self.pages)
        for number, lines in self.pages.items():
            steps.append((len(texts) + 1, number))
            for at, line in enumerate(lines):
                if at and parts(lines, at, usual):
                    texts.append("")
                texts.append(line.text)
                if (number, at) in running:
                    heads.append(len(texts))
        meta = {name: self._meta(name) for name in ("Title", "Author", "CreationDate", "ModDate")}
        return Extract(
            text="".join(f"{text}\n" for text in texts),
            title=as_title(meta["Title"], largest(next(iter(self.pages.values())))),
            author=as_author(meta["Author"]),
            made=_day(meta["CreationDate"]) or _day(meta["ModDate"]),
            language=self._language(),
            pages=tuple(steps),
            page_count=self.count,
            boilerplate=ranges(heads),
            losses=tuple(self._losses(texts, split, joined)),
        )

    def _losses(self, texts: list[str], split: int, joined: int) -> list[str]:
        losses = []
        if empty := [number for number in range(1, self.count + 1) if number not in self.pages]:
            losses.append(f"{counted(len(empty), 'page')} of {self.count} without a text layer: {_listed(empty)}")
        if unnamed := [number for number, count in self.unnamed.items() if count]:
            total = sum(self.unnamed.values())
            losses.append(
                f"{counted(total, 'character')} that the PDF does not name, page {_listed(unnamed)}: check them"
            )
        if split:
            losses.append(
                f"{counted(split, 'word')} split at a line end: {joined} put together, as they stand whole elsewhere; "
                "the others keep their hyphen"
            )
        whole = "\n".join(texts)
        if found := len(re.findall("[\ufb00-\ufb06]", whole)):
            losses.append(f"{counted(found, 'ligature')} such as ﬁ stand as one character")
        if found := len(re.findall(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", whole)):
            losses.append(f"{counted(found, 'raised figure')}: footnote marks or powers")
        if rows := sum("   " in text for text in texts):
            losses.append(f"{counted(rows, 'line')} with wide gaps: tables or columns; check what stands beside what")
        if odd := [number for number, lines in self.pages.items() if jumps(lines)]:
            losses.append(f"columns or boxes on page {_listed(odd)}: check the order of the lines")
        if self._pdfium.FPDF_GetFormType(self._document) > 0:
            losses.append("it is a form: what was filled in may be missing")
        return losses

    def _meta(self, name: str) -> str:
        buffer = (c_ushort * 2048)()
        size = self._pdfium.FPDF_GetMetaText(self._document, name.encode(), buffer, sizeof(buffer))
        return _utf16(buffer, size)

    def _language(self) -> str:
        get = getattr(self._pdfium, "FPDFCatalog_GetLanguage", None)
        buffer = (c_ushort * 64)()
        return as_language(_utf16(buffer, get(self._document, buffer, sizeof(buffer)))) if get else ""


def _utf16(buffer: Any, size: int) -> str:
    """Return the text in a buffer of pdfium; `size` counts the NUL at its end."""
    return bytes(buffer)[: max(0, min(size, sizeof(buffer)) - 2)].decode("utf-16-le", "ignore")


def _day(text: str) -> str:
    match = _MADE.match(text)
    return f"{match[1]}-{match[2]}-{match[3]}" if match else ""


def _listed(numbers: list[int]) -> str:
    parts = [str(first) if first == last else f"{first}-{last}" for first, last in ranges(numbers)]
    return ", ".join(parts[:10]) + (" …" if len(parts) > 10 else "")
