"""The text layer of a PDF, page by page, in paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from ctypes import c_ushort, sizeof
from statistics import median
from typing import Any

from briefing.store.reading.extract import Extract, as_author, as_language, as_title, counted, folded, ranges
from briefing.store.reading.pdf_page import PageLine, PdfPage

PAGES = 5_000
_MADE = re.compile(r"D?:?([0-9]{4})([0-9]{2})([0-9]{2})")
_REASONS = {
    3: "it is no PDF, or is damaged",
    4: "it is locked with a password",
    5: "its protection is of an unknown kind",
}
_WORD_END = re.compile(r"[^\W\d_]{2,}(?=-$)")
_WORD_START = re.compile(r"[^\W\d_]{2,}")
_DIGITS = re.compile(r"[0-9]+|\b[ivxl]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\W*(?:(?:page|seite|p\.?|стр\.?)\s?)?#(?:\s?(?:of|/|von|de|из)\s?#)?\W*")
_SAME_HEIGHT = 4
"""Points."""
_LISTED = re.compile(r"(?:[^\w\s]|\(?[0-9]{1,3}[.)]|\(?[A-Za-z][.)])\s")
"""How an entry of a list begins, whose further lines are indented."""
_EDGE = 2
"""Lines at the top and at the bottom of a page among which running heads are looked for."""


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
        self.pages: dict[int, list[PageLine]] = {}
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
        joined = _join_words(self.pages)
        leading = _leading(self.pages)
        texts: list[str] = []
        steps: list[tuple[int, int]] = []
        heads: list[int] = []
        running = _running_heads(self.pages)
        for number, lines in self.pages.items():
            steps.append((len(texts) + 1, number))
            for at, line in enumerate(lines):
                if at and _parts(lines, at, leading):
                    texts.append("")
                texts.append(line.text)
                if (number, at) in running:
                    heads.append(len(texts))
        meta = {name: self._meta(name) for name in ("Title", "Author", "CreationDate", "ModDate")}
        return Extract(
            text="".join(f"{text}\n" for text in texts),
            title=as_title(meta["Title"], _largest(next(iter(self.pages.values())))),
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
        if jumps := [number for number, lines in self.pages.items() if _jumps(lines)]:
            losses.append(f"columns or boxes on page {_listed(jumps)}: check the order of the lines")
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


def _join_words(pages: dict[int, list[PageLine]]) -> int:
    """Put words together that a line end splits, where the document itself writes them whole and never hyphened."""
    everything = " ".join(line.text for lines in pages.values() for line in lines)
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", everything.lower()))
    joined = 0
    for lines in pages.values():
        for at in range(len(lines) - 1):
            head, tail = _WORD_END.search(lines[at].text), _WORD_START.match(lines[at + 1].text)
            if not (lines[at].split and head and tail):
                continue
            one, other = head[0].lower(), tail[0].lower()
            if words[one + other] and not words[f"{one}-{other}"]:
                rest = lines[at + 1].text
                end = rest.find(" ") if " " in rest else len(rest)
                if end < len(rest):
                    lines[at] = lines[at]._replace(text=lines[at].text[:-1] + rest[:end])
                    lines[at + 1] = lines[at + 1]._replace(text=rest[end:].lstrip())
                    joined += 1
    return joined


def _leading(pages: dict[int, list[PageLine]]) -> float:
    """Return the usual distance of base lines within a paragraph, in heights of a line."""
    steps = sorted(
        (one.base - other.base) / one.height
        for lines in pages.values()
        for one, other in zip(lines, lines[1:], strict=False)
        if one.height > 0 and 0.5 < (one.base - other.base) / one.height < 3 and 0.9 < other.height / one.height < 1.1
    )
    return steps[len(steps) // 4] if steps else 1.2


def _parts(lines: list[PageLine], at: int, leading: float) -> bool:
    """Whether a paragraph begins with line `at`: a wider gap, another size of letters, or an indent."""
    above, line = lines[at - 1], lines[at]
    if above.split or above.height <= 0:
        return False
    if not 0.87 < line.height / above.height < 1.15:
        return True
    step = (above.base - line.base) / above.height
    if step <= 0:
        return False
    if step > 1.2 * leading and step > leading + 0.15:
        return True
    below = lines[at + 1] if at + 1 < len(lines) and not _LISTED.match(above.text) else None
    indent = line.left - above.left
    return bool(
        below and 0.6 * line.height < indent < 4 * line.height and abs(below.left - above.left) < 0.3 * line.height
    )


def _jumps(lines: list[PageLine]) -> bool:
    """Whether the text goes up the page again and to the side: columns, boxes, or an odd order."""
    return any(
        other.base > one.base + one.height and other.left > one.left + 3 * one.height
        for one, other in zip(lines, lines[1:], strict=False)
    )


def _running_heads(pages: dict[int, list[PageLine]]) -> set[tuple[int, int]]:
    """Return (page, line) of headers, footers and page numbers: what recurs at one height but for its figures."""
    edges: dict[str, list[tuple[float, int, int]]] = {}
    for number, lines in pages.items():
        by_height = sorted(range(len(lines)), key=lambda at: -lines[at].base)
        for at in {*by_height[:_EDGE], *by_height[-_EDGE:]}:
            key = _DIGITS.sub("#", " ".join(lines[at].text.split())).lower()
            edges.setdefault(key[:100], []).append((lines[at].base, number, at))
    found: set[tuple[int, int]] = set()
    for key, places in edges.items():
        least = 2 if _PAGE_NUMBER.fullmatch(key) else 3
        for base, number, at in places:
            if sum(abs(base - other) <= _SAME_HEIGHT for other, _, _ in places) >= least:
                found.add((number, at))
    return found


def _largest(lines: list[PageLine]) -> str:
    """Return what stands in the largest letters of a page, if they stand out."""
    largest = max(line.height for line in lines)
    if largest < 1.2 * median(line.height for line in lines):
        return ""
    title: list[str] = []
    for line in lines:
        if line.height >= 0.95 * largest:
            title.append(line.text)
        elif title:
            break
    return folded(" ".join(title)) if len(title) <= 4 else ""
