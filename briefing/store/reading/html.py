"""HTML to lines: one line a block, navigation and forms marked as boilerplate."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from briefing.store.reading.extract import Extract, folded, iso_day

_SKIPPED = {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "-comment", "_comment"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    "caption", "option", "select", "button", "label",
}  # fmt: skip
_BOILERPLATE = {"nav", "footer", "aside", "form", "button", "select"}
_SPACED = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "ul", "ol", "figure"}
_SPACE = re.compile(r"[ \t\r\n\f]+")


class _Lines:
    """Lines in the making; white space is folded as a browser folds it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.boilerplate: list[int] = []
        self._open = ""
        self._marked = False

    def add(self, text: str) -> None:
        text = _SPACE.sub(" ", text)
        self._open += text.lstrip(" ") if not self._open or self._open.endswith(" ") else text

    def end(self, *, marked: bool) -> None:
        line = self._open.strip(" ")
        self._open = ""
        if line.strip("|- "):
            self.lines.append(line)
            if marked:
                self.boilerplate.append(len(self.lines))

    def space(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")


def _walk(root: Any, out: _Lines) -> None:
    """Go through the tree without recursion: a hostile page may nest without end."""
    stack: list[tuple[Any, bool, bool]] = [(root, False, False)]
    while stack:
        node, marked, leaving = stack.pop()
        tag = node.tag
        if leaving:
            _leave(tag, out, marked)
            continue
        if tag in ("-text", "_text"):
            out.add(node.text_content or "")
            continue
        if tag in _SKIPPED:
            continue
        inside = marked or tag in _BOILERPLATE or (node.attributes.get("role") or "") in ("navigation", "banner")
        _enter(tag, out, marked)
        stack.append((node, inside, True))
        stack.extend((child, inside, False) for child in reversed(list(_children(node))))


def _children(node: Any) -> Iterator[Any]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _enter(tag: str, out: _Lines, marked: bool) -> None:
    if tag in _BLOCKS and tag not in ("td", "th"):
        out.end(marked=marked)
    if tag in _SPACED:
        out.space()
    if tag == "li":
        out.add("- ")
    elif tag in ("td", "th"):
        out.add(" ")


def _leave(tag: str, out: _Lines, marked: bool) -> None:
    if tag == "br":
        out.end(marked=marked)
    elif tag in ("td", "th"):
        out.add(" | ")
    elif tag in _BLOCKS:
        out.end(marked=marked)
        if tag in _SPACED:
            out.space()


def read_html(html: str, encoding: str = "utf-8") -> Extract:
    """Return the text of a page and what its head says of it."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    out = _Lines()
    if tree.body is not None:
        _walk(tree.body, out)
    out.end(marked=False)
    while out.lines and not out.lines[-1]:
        out.lines.pop()
    losses = []
    if count := len(tree.css("table")):
        losses.append(f"{count} table(s): a row is a line, cells are parted by |; check merged cells")
    if count := len(tree.css("img, video, audio, canvas, iframe")):
        losses.append(f"{count} picture(s) or embedded piece(s) left out")
    return Extract(
        text="".join(f"{line}\n" for line in out.lines),
        title=_meta(tree, "og:title", "twitter:title") or _text(tree, "title") or _text(tree, "h1"),
        author=_meta(tree, "author", "article:author", "dc.creator"),
        published=_published(tree),
        language=folded((tree.css_first("html").attributes.get("lang") or "") if tree.css_first("html") else "", 20),
        encoding=encoding,
        boilerplate=_ranges(out.boilerplate),
        losses=tuple(losses),
    )


def _ranges(numbers: list[int]) -> tuple[tuple[int, int], ...]:
    ranges: list[tuple[int, int]] = []
    for number in numbers:
        if ranges and number <= ranges[-1][1] + 2:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return tuple(ranges)


def _meta(tree: Any, *names: str) -> str:
    for node in tree.css("meta"):
        attributes = node.attributes
        if (attributes.get("property") or attributes.get("name") or "").lower() in names and attributes.get("content"):
            return folded(attributes["content"])
    return ""


def _text(tree: Any, selector: str) -> str:
    node = tree.css_first(selector)
    return folded(node.text()) if node else ""


def _published(tree: Any) -> str:
    day = iso_day(_meta(tree, "article:published_time", "date", "dc.date", "dcterms.date", "datepublished"))
    if day:
        return day
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            found = json.loads(node.text())
        except (ValueError, RecursionError):
            continue
        for item in found if isinstance(found, list) else [found]:
            if isinstance(item, dict) and (day := iso_day(str(item.get("datePublished", "")))):
                return day
    node = tree.css_first("time[datetime]")
    return iso_day(node.attributes.get("datetime") or "") if node else ""
