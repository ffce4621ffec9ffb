"""HTML to lines: what a reader of the page would see, block by block; menus and forms are marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefing.store.reading.extract import BREAKS, Extract, counted, raised
from briefing.store.reading.lines import Line, Lines, boilerplate, row, tidied
from briefing.store.reading.page_head import page_head

_UNSEEN = {
    "script", "style", "noscript", "template", "head", "datalist", "rp", "annotation", "annotation-xml", "param",
    "title",
}  # fmt: skip
_PICTURES = {"img", "picture", "svg", "video", "audio", "canvas", "iframe", "object", "embed", "map"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu", "nav", "ol", "optgroup",
    "option", "p", "plaintext", "pre", "search", "section", "select", "summary", "table", "tbody", "textarea", "tfoot",
    "thead", "ul", "xmp",
}  # fmt: skip
_SPACED = {
    "address", "blockquote", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul",
    "xmp",
}  # fmt: skip
_CONTROLS = {"nav", "button", "select", "option", "textarea", "label", "legend", "menu", "search", "dialog"}
_ROLES = {
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alertdialog",
    "toolbar",
}  # fmt: skip
_AROUND = {"footer", "aside"}
"""Boilerplate when they stand beside the article, part of it when they stand within it."""
_WITHIN = {"article", "main", "blockquote", "section", "td", "figure"}
_VERBATIM = {"pre", "xmp", "textarea", "listing", "plaintext"}
_UNDISPLAYED = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_LISTS = {"ul", "ol", "menu", "dir"}
_SHOWN = {"q": ("“", "”"), "rt": ("(", ")")}
"""Signs that a page shows around an element without holding them."""
_NESTING = re.compile(
    r"<(/?)(?:div|[uod]l|blockquote|section|article|aside|center|details|fieldset|main|nav)\b", re.IGNORECASE
)
DEPTH = 5_000
_STRUCK = {"del", "s", "strike"}


class _Page:
    """A walk over the tree of a page, without recursion: a hostile one may nest without end."""

    def __init__(self) -> None:
        self.out = Lines()
        self.told: Counter[str] = Counter()
        self._outer: list[Lines] = []
        self._rows: list[list[list[Line]]] = []
        self._layout: set[int] = set()
        self._lists: list[int | None] = []
        self._links = 0
        self._raised = 0
        self._before = ""

    def walk(self, root: Any) -> list[Line]:
        """Return the lines of a tree."""
        stack: list[tuple[Any, bool, bool, bool]] = [(root, False, False, False)]
        while stack:
            node, marked, within, leaving = stack.pop()
            tag = node.tag or ""
            if leaving:
                self._leave(tag, marked)
            elif tag == "-text":
                self._text(node.text_content or "")
            elif tag in _PICTURES:
                self.told["picture"] += 1
            elif not (tag.startswith("-") or tag in _UNSEEN or self._is_hidden(node, tag)):
                attributes = node.attributes
                self._enter(tag, node, attributes, marked)
                beside = tag in _AROUND and not within
                marked = marked or tag in _CONTROLS or beside or attributes.get("role") in _ROLES
                stack.append((node, marked, within, True))
                within = within or tag in _WITHIN
                stack.extend((child, marked, within, False) for child in reversed(list(_children(node))))
        self.out.end()
        return tidied(self.out.done)

    def _is_hidden(self, node: Any, tag: str) -> bool:
        attributes = node.attributes
        hidden = (
            ("hidden" in attributes and attributes["hidden"] != "until-found")
            or (tag == "dialog" and "open" not in attributes)
            or bool(_UNDISPLAYED.search(attributes.get("style") or "", 0, 1000))
        )
        if hidden:
            self.told["hidden piece"] += bool(node.text(deep=True).strip())
        return hidden

    def _text(self, text: str) -> None:
        shown = BREAKS.sub("", text)
        self.told["invisible break"] += len(text) - len(shown)
        if not shown.isspace():
            self._before = ""
        self.out.add(raised(shown) if self._raised else shown, linked=bool(self._links))

    def _enter(self, tag: str, node: Any, attributes: Any, marked: bool) -> None:
        out = self.out
        if tag in ("td", "th"):
            self.told["merged cell"] += any(attributes.get(name) not in (None, "1") for name in ("colspan", "rowspan"))
            self._outer.append(out)
            self.out = Lines()
        elif tag == "tr":
            out.end(marked=marked)
            self._rows.append([])
        elif tag in _BLOCKS:
            out.end(marked=marked)
            self._before = ""
            self._space(tag)
        if tag in _LISTS:
            self._lists.append(_number(attributes.get("start"), 1) if tag == "ol" else None)
        elif tag == "li":
            out.lead = self._label(attributes)
        elif tag == "a":
            # menus are written without a space between two links and shown with one
            if self._before == "a" and not out.last.isspace():
                out.add(" ")
            self._links += 1
        elif tag == "sup":
            self._raised += bool(self._raised) or raised(node.text()) != node.text()
        elif tag in _VERBATIM:
            out.verbatim += 1
        elif tag in _SHOWN:
            out.add(_SHOWN[tag][0])
        elif tag == "table":
            self.told["table"] += 1
            self._layout.add(len(self._rows))  # the row around it, if there is one, is no row of figures
        self.told["struck-out piece"] += tag in _STRUCK

    def _leave(self, tag: str, marked: bool) -> None:
        out = self.out
        if tag in ("td", "th"):
            out.end(marked=marked)
            self.out = self._outer.pop()
            self._cell(tidied(out.done))
        elif tag == "tr":
            layout = len(self._rows) in self._layout
            self._layout.discard(len(self._rows))
            lines = row(self._rows.pop(), layout=layout)
            if len(lines) > 1:
                out.space()
            out.extend(lines)
        elif tag == "br":
            # two in a row part paragraphs
            if not out.end(marked=marked, keep=bool(out.verbatim)) and self._before == "br":
                out.space()
            self._before = "br"
        elif tag in _BLOCKS:
            out.end(marked=marked)
            self._before = ""
        if tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            out.lead = ""
        elif tag == "a":
            self._links -= 1
            self._before = "a"
        elif tag == "sup":
            self._raised -= bool(self._raised)
        elif tag in _VERBATIM:
            out.verbatim -= 1
        elif tag in _SHOWN:
            out.add(_SHOWN[tag][1])
        self._space(tag)

    def _cell(self, cell: list[Line]) -> None:
        if self._rows:
            self._rows[-1].append(cell)
        else:
            self.out.extend(cell)

    def _space(self, tag: str) -> None:
        if tag in _SPACED and not (self._lists and tag in _LISTS):
            self.out.space()

    def _label(self, attributes: Any) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        number = _number(attributes.get("value"), number)
        self._lists[-1] = number + 1
        return f"{number}. "


def _children(node: Any) -> Iterator[Any]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _depth(html: str) -> int:
    """Return how deep elements that must be closed are nested: the parser's time grows with the square of it."""
    deepest = depth = 0
    for match in _NESTING.finditer(html):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _number(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch("-?[0-9]{1,9}", text) else default


_TOLD = {
    "table": "a row is a line, cells are parted by |",
    "merged cell": "the cells of their rows may not stand under each other",
    "picture": "left out",
    "hidden piece": "left out: the page does not show it",
    "struck-out piece": "stands as plain text",
    "invisible break": "within words left out",
}


def read_html(html: str, encoding: str = "utf-8", losses: tuple[str, ...] = ()) -> Extract:
    """Return the text of a page and what its head says of it.

    Raises:
        ValueError: it shows no text, or is nested too deep.
    """
    from selectolax.lexbor import LexborHTMLParser

    if _depth(html) > DEPTH:
        raise ValueError(f"its elements are nested more than {DEPTH:,} deep")
    tree = LexborHTMLParser(html)
    page = _Page()
    lines = page.walk(tree.body) if tree.body is not None else []
    if not lines:
        raise ValueError("it shows no text: it is drawn by a script, or of frames; save it from the browser as PDF")
    told = [f"{counted(page.told[what], what)}: {how}" for what, how in _TOLD.items() if page.told[what]]
    return Extract(
        text="".join(f"{line.text}\n" for line in lines),
        encoding=encoding,
        boilerplate=boilerplate(lines),
        losses=(*losses, *told),
        **page_head(tree),
    )
