"""DOCX to lines: a paragraph is a line; lists, tables, notes, text boxes, headers and footers are kept."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError

from briefing.store.reading.archive import Archive
from briefing.store.reading.extract import BREAKS, Extract, as_author, as_language, as_title, counted, folded, raised
from briefing.store.reading.lines import Line, boilerplate, row, tidied
from briefing.store.reading.numbering import Numbering, W, value
from briefing.store.reading.styles import Styles

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SKIPPED: Final = {
    W + name
    for name in (
        "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "instrText", "delText", "rt", "rubyPr",
    )
}  # fmt: skip
_SYMBOLS: Final = str.maketrans(
    "\uf020\uf02b\uf02d\uf03c\uf03d\uf03e\uf061\uf062\uf067\uf064\uf06c\uf06d\uf070\uf073\uf044\uf053\uf057\uf0b0\uf0b1"
    "\uf0b2\uf0b3\uf0b4\uf0b7\uf0b8\uf0b9\uf0bb\uf0a3\uf0a5\uf0ae\uf0d6\uf0d7",
    " +−<=>αβγδλμπσΔΣΩ°±″≥×•÷≠≈≤∞→√⋅",
)
"""The commonest signs of the font Symbol, which stand in a private area."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_TOLD: Final = {
    "table": "a row is a line, cells are parted by |",
    "merged cell": "the cells of their rows may not stand under each other",
    "picture": "left out",
    "chart or embedded file": "left out",
    "comment": "left out",
    "deletion": "tracked, left out; tracked insertions are in",
    "hidden piece": "left out",
    "equation": "its signs in one line",
    "text box": "stands after the paragraph it is tied to",
    "symbol": "of a special font that no letter stands for",
}


def read_docx(data: bytes) -> Extract:
    """Return the text of a DOCX with what its properties say.

    Raises:
        ValueError: it is no DOCX, is damaged, holds no text, or would unpack to more than it may.
    """
    try:
        archive = Archive(data)
        return _Reading(archive, archive.document()).extract()
    except zipfile.BadZipFile as error:
        raise ValueError("the archive is damaged") from error
    except ParseError as error:
        raise ValueError(f"its XML is damaged: {error}") from error
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


class _Reading:
    """The lines of a document while they are read."""

    def __init__(self, archive: Archive, document: Element) -> None:
        self.archive = archive
        self.document = document
        self.told: Counter[str] = Counter()
        self._numbering = Numbering(archive.part("/numbering"))
        self._styles = Styles(archive.part("/styles"), self._numbering)
        self._notes: list[tuple[str, str]] = []
        self._boxes: list[Element] = []
        self._headings: dict[str, str] = {}

    def extract(self) -> Extract:
        lines = [*self._edges("/header"), *self._blocks(self.document), *self._footnotes(), *self._edges("/footer")]
        lines = tidied(lines)
        if not lines:
            raise ValueError("it holds no text, or only pictures of it")
        comments = self.archive.part("/comments")
        self.told["comment"] = 0 if comments is None else sum(1 for _ in comments.iter(W + "comment"))
        properties = next(iter(self.archive.related("", "/core-properties").values()), "")
        core = _core(self.archive.tree(properties))
        told = [f"{counted(self.told[what], what)}: {how}" for what, how in _TOLD.items() if self.told[what]]
        return Extract(
            text="".join(f"{line.text}\n" for line in lines),
            title=as_title(core.get("title", ""), self._headings.get("title", ""), self._headings.get("heading", "")),
            author=as_author(core.get("creator", "")),
            made=core.get("modified", "") or core.get("created", ""),
            language=as_language(core.get("language", "")),
            boilerplate=boilerplate(lines),
            losses=(*told, *(f"{name} is damaged and left out" for name in sorted(self.archive.damaged))),
        )

    def _blocks(self, parent: Element) -> Iterator[Line]:
        for child in parent:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                self.told["table"] += 1
                yield Line("")
                yield from self._table(child)
                yield Line("")
            elif child.tag in (W + "del", W + "moveFrom"):
                self.told["deletion"] += 1
            elif child.tag not in _SKIPPED:
                yield from self._blocks(_chosen(child))

    def _paragraph(self, paragraph: Element) -> Iterator[Line]:
        style = self._styles.of(paragraph.find(W + "pPr"))
        label = self._numbering.label(*style.listed) if style.listed else ""
        text = "".join(self._inline(paragraph))
        if text.strip() and style.heading:
            self._headings.setdefault(style.heading, folded(text))
        space = not label or bool(style.heading)
        if space:
            yield Line("")
        lines = text.split("\n")
        yield Line(label + lines[0].strip() if lines[0].strip() else "")
        yield from (Line(line.strip()) for line in lines[1:])
        if space:
            yield Line("")
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self._blocks(box)

    def _inline(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag == W + "r":
                yield from self._run(child)
            elif child.tag in (W + "del", W + "moveFrom"):
                self.told["deletion"] += 1
            elif child.tag in _SKIPPED:
                continue
            elif child.tag in (_MATH + "oMath", _MATH + "oMathPara"):
                self.told["equation"] += 1
                yield "".join(item.text or "" for item in child.iter(_MATH + "t"))
            else:
                yield from self._inline(_chosen(child))

    def _run(self, run: Element) -> Iterator[str]:
        properties = run.find(W + "rPr")
        pieces = "".join(piece for child in run for piece in self._piece(child))
        if _is_on(properties, "vanish"):
            self.told["hidden piece"] += bool(pieces.strip())
        elif properties is not None and value(properties.find(W + "vertAlign")) == "superscript":
            yield raised(pieces)
        else:
            yield pieces

    def _piece(self, child: Element) -> Iterator[str]:
        name = child.tag.removeprefix(W)
        if name == "t":
            text = BREAKS.sub("", child.text or "").replace("\n", " ")
            yield text if child.get(_SPACE) == "preserve" else text.strip(" \t\r")
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "sym":
            yield self._symbol(value(child, "char"))
        elif name in ("footnoteReference", "endnoteReference"):
            self._notes.append((name.removesuffix("Reference"), value(child, "id")))
            yield f"[{len(self._notes)}]"
        elif name in ("drawing", "pict", "object"):
            self._drawn(child)
        elif name == "ruby":
            base, above = child.find(W + "rubyBase"), child.find(W + "rt")
            yield "".join(self._inline(base)) if base is not None else ""
            yield f"({''.join(self._inline(above))})" if above is not None else ""
        elif child.tag.startswith(_CHOICE):
            for inner in _chosen(child):
                yield from self._piece(inner)

    def _symbol(self, code: str) -> str:
        if not re.fullmatch("[0-9A-Fa-f]{2,4}", code):
            return ""
        sign = chr(int(code, 16) | (0xF000 if len(code) == 2 else 0)).translate(_SYMBOLS)
        if _PRIVATE.match(sign):
            self.told["symbol"] += 1
            return "\ufffd"
        return sign

    def _drawn(self, drawing: Element) -> None:
        boxes = [item for item in drawing.iter() if item.tag == W + "txbxContent"]
        # a box within a box comes with the outer one
        inner = {id(item) for box in boxes for item in box.iter(W + "txbxContent") if item is not box}
        self._boxes += [box for box in boxes if id(box) not in inner]
        self.told["text box"] += len(boxes) - len(inner)
        names = {item.tag.rsplit("}", 1)[-1] for item in drawing.iter()}
        self.told["picture"] += bool(names & {"blip", "imagedata"})
        self.told["chart or embedded file"] += bool(names & {"chart", "OLEObject", "relIds"})

    def _table(self, table: Element) -> Iterator[Line]:
        for line in _found(table, "tr"):
            cells: list[list[Line]] = []
            layout = False
            for cell in _found(line, "tc"):
                properties = cell.find(W + "tcPr")
                if properties is not None:
                    self.told["merged cell"] += any(
                        properties.find(W + key) is not None for key in ("gridSpan", "vMerge")
                    )
                layout = layout or next(cell.iter(W + "tbl"), None) is not None
                cells.append(tidied(list(self._blocks(cell))))
            yield from row(cells, layout=layout)

    def _footnotes(self) -> Iterator[Line]:
        parts = {kind: self.archive.part(f"/{kind}s") for kind in ("footnote", "endnote")}
        texts = {
            (kind, value(note, "id")): note
            for kind, part in parts.items() if part is not None for note in part.iter(W + kind)
        }  # fmt: skip
        if self._notes:
            yield Line("")
        for number, key in enumerate(list(self._notes), 1):
            lines = tidied(list(self._blocks(texts[key]))) if key in texts else []
            yield Line(f"[{number}] {' '.join(line.text for line in lines if line.text)}")

    def _edges(self, kind: str) -> Iterator[Line]:
        """Return headers or footers as boilerplate, each text once."""
        seen: set[str] = set()
        for name in self.archive.related(self.archive.main, kind).values():
            tree = self.archive.tree(name)
            for line in self._blocks(tree) if tree is not None else ():
                if line.text.strip() and line.text not in seen:
                    seen.add(line.text)
                    yield Line(line.text, marked=True)
        yield Line("")


_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}


def _chosen(element: Element) -> Any:
    """Return the children to read: of alternatives the first, else all."""
    if element.tag == _CHOICE + "AlternateContent":
        return next(iter(element), ())
    return element


def _found(parent: Element, name: str) -> Iterator[Element]:
    """Yield rows of a table or cells of a row, those within content controls too."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag not in _SKIPPED and child.tag != W + "tbl":
            yield from _found(child, name)


def _is_on(properties: Element | None, name: str) -> bool:
    found = properties.find(W + name) if properties is not None else None
    return found is not None and value(found) not in ("0", "false", "off")


def _core(root: Element | None) -> dict[str, str]:
    return {item.tag.rsplit("}", 1)[-1]: item.text or "" for item in (root if root is not None else ())}
