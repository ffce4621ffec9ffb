"""HTML to lines: what a reader of the page would see, block by block; menus and forms are marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefing.store.reading.extract import Extract, counted, raised, ranges
from briefing.store.reading.lines import Line, Lines, link_lists, row, tidied
from briefing.store.reading.page_head import page_head

_UNSEEN = {
    "script", "style", "noscript", "template", "head", "datalist", "rp", "annotation", "annotation-xml", "param", "title",
}  # fmt: skip
_EMBEDDED = {"img", "picture", "svg", "video", "audio", "canvas", "iframe", "object", "embed", "map"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p",
    "plaintext", "pre", "search", "section", "select", "summary", "table", "tbody", "textarea", "tfoot", "thead", "ul", "xmp",
}  # fmt: skip
_SPACED = {
    "address", "blockquote", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul", "xmp",
}  # fmt: skip
_CONTROLS = {"nav", "button", "select", "option", "textarea", "legend", "menu", "search", "dialog"}
_ROLES = {
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alertdialog", "toolbar",
}  # fmt: skip
_AROUND = {"footer", "aside"}
"""Boilerplate when they stand beside the article, part of it when they stand within it."""
_WITHIN = {"article", "main", "blockquote", "section", "td", "figure"}
_VERBATIM = {"pre", "xmp", "textarea", "listing", "plaintext"}
_UNDISPLAYED = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_BREAKS = re.compile("[\u00ad\u200b\ufeff]")
_STRUCK = {"del", "s", "strike"}


class _Page:
    """A walk over the tree of a page, without recursion: a hostile one may nest without end."""

    def __init__(self) -> None:
        self.out = Lines()
        self.told: Counter[str] = Counter()
        self._outer: list[Lines] = []
        self._rows: list[list[list[Line]]] = []
        self._lists: list[int | None] = []
        self._links = 0
        self._breaks = 0

    def walk(self, root: Any) -> list[Line]:
        stack: list[tuple[Any, bool, bool, bool]] = [(root, False, False, False)]
        while stack:
            node, marked, within, leaving = stack.pop()
            tag = node.tag or ""
            if leaving:
                self._leave(tag, marked)
            elif tag == "-text":
                self._text(node)
            elif tag in _EMBEDDED:
                self.told["picture or embedded piece"] += 1
            elif tag.startswith("-") or tag in _UNSEEN or self._is_hidden(node, tag):
                continue
            else:
                attributes = node.attributes
                around = tag in _AROUND and not within
                marked = marked or tag in _CONTROLS or around or attributes.get("role") in _ROLES
                self._enter(tag, attributes, marked)
                stack.append((node, marked, within, True))
                inside = within or tag in _WITHIN
                stack.extend((child, marked, inside, False) for child in reversed(list(_children(node))))
        self.out.end()
        return tidied(self.out.done)

    def _is_hidden(self, node: Any, tag: str) -> bool:
        attributes = node.attributes
        if (
            ("hidden" in attributes and attributes["hidden"] != "until-found")
            or (tag == "dialog" and "open" not in attributes)
            or (tag == "input" and attributes.get("type") == "hidden")
            or _UNDISPLAYED.search(attributes.get("style") or "", 0, 1000)
        ):
            self.told["hidden piece"] += bool(tag != "input" and node.text(deep=True).strip())
            return True
        return False

    def _text(self, node: Any) -> None:
        text = node.text_content or ""
        shown = _BREAKS.sub("", text)
        self.told["invisible break"] += len(text) - len(shown)
        parent = node.parent
        if parent is not None and parent.tag == "sup":
            shown = raised(shown)
        self._breaks = self._breaks if shown.isspace() else 0
        self.out.add(shown, linked=bool(self._links))

    def _enter(self, tag: str, attributes: Any, marked: bool) -> None:  # noqa: FBT001
        out = self.out
        if tag in ("td", "th"):
            self.told["merged cell"] += any(attributes.get(name) not in (None, "1") for name in ("colspan", "rowspan"))
            self._outer.append(out)
            self.out = Lines()
            return
        if tag == "tr":
            out.end(marked=marked)
            self._rows.append([])
        elif tag in _BLOCKS:
            out.end(marked=marked)
        if tag in _SPACED and not (self._lists and tag in ("ul", "ol")):
            out.space()
        if tag in ("ul", "ol", "menu", "dir"):
            self._lists.append(_number(attributes.get("start"), 1) if tag == "ol" else None)
        elif tag == "li":
            out.lead = self._label(attributes)
        elif tag == "a":
            # menus are written without a space between two links and shown with one
            if out.last and not out.last.isspace() and self._breaks < 0:
                out.add(" ")
            self._links += 1
        elif tag == "q":
            out.add("“")
        elif tag == "rt":
            out.add("(")
        elif tag in _VERBATIM:
            out.verbatim += 1
        self.told["table"] += tag == "table"
        self.told["struck-out piece"] += tag in _STRUCK

    def _label(self, attributes: Any) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        number = _number(attributes.get("value"), number)
        self._lists[-1] = number + 1
        return f"{number}. "

    def _leave(self, tag: str, marked: bool) -> None:  # noqa: FBT001
        out = self.out
        if tag in ("td", "th"):
            out.end(marked=marked)
            self.out = self._outer.pop()
            cell = tidied(out.done)
            if self._rows:
                self._rows[-1].append(cell)
            else:
                self.out.extend(cell)
        elif tag == "tr":
            lines = row(self._rows.pop())
            if len(lines) > 1:
                out.space()
            out.extend(lines)
        elif tag == "br":
            # two in a row part paragraphs
            if not out.end(marked=marked, keep=bool(out.verbatim)) and self._breaks > 0:
                out.space()
            self._breaks = 1
            return
        elif tag in _BLOCKS:
            out.end(marked=marked)
        if tag in _VERBATIM:
            out.verbatim -= 1
        elif tag in ("ul", "ol", "menu", "dir"):
            self._lists.pop()
        elif tag == "a":
            self._links -= 1
            self._breaks = -1
            return
        elif tag == "q":
            out.add("”")
        elif tag == "rt":
            out.add(")")
        if tag in _SPACED and not (self._lists and tag in ("ul", "ol")):
            out.space()
        if tag in _BLOCKS:
            self._breaks = 0


def _children(node: Any) -> Iterator[Any]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _number(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch("-?[0-9]{1,9}", text) else default


_TOLD = {
    "table": "a row is a line, cells are parted by |",
    "merged cell": "the cells of their rows may not stand under each other",
    "picture or embedded piece": "left out",
    "hidden piece": "left out: the page does not show it",
    "struck-out piece": "stands as plain text",
    "invisible break": "within words left out",
}


def read_html(html: str, encoding: str = "utf-8", losses: tuple[str, ...] = ()) -> Extract:
    """Return the text of a page and what its head says of it.

    Raises:
        ValueError: it shows no text.
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    page = _Page()
    lines = page.walk(tree.body) if tree.body is not None else []
    if not lines:
        raise ValueError("it shows no text: a page drawn by a script, or of frames; save it from the browser as text or PDF")
    boilerplate = sorted({n for n, line in enumerate(lines, 1) if line.marked} | set(link_lists(lines)))
    if len(boilerplate) >= sum(bool(line.text) for line in lines):
        boilerplate = []
    told = [f"{counted(page.told[what], what)}: {how}" for what, how in _TOLD.items() if page.told[what]]
    return Extract(
        text="".join(f"{line.text}\n" for line in lines),
        encoding=encoding,
        boilerplate=ranges(boilerplate, 2),
        losses=(*losses, *told),
        **page_head(tree),
    )
