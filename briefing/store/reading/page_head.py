"""What the head of a page says of it: title, author, publisher, day of publication, language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypedDict

from briefing.store.reading.extract import as_author, as_language, as_title, folded

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "citation_publication_date",
    "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "date",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "parsely-pub-date", "sailthru.date",
    "article.published",
)  # fmt: skip
_AUTHOR = ("author", "citation_author", "article:author", "dc.creator", "parsely-author")
_CAP = 1_000_000


class PageHead(TypedDict):
    """The fields of an `Extract` that a page's head gives."""

    title: str
    author: str
    publisher: str
    published: str
    language: str


def page_head(tree: Any) -> PageHead:
    """Return the bibliographic fields of an `Extract` that a page states."""
    meta = _meta(tree)
    data = list(_linked_data(tree))
    return {
        "title": as_title(
            meta.get("og:title", ""), meta.get("citation_title", ""), _first(data, "headline"),
            meta.get("twitter:title", ""), _text(tree, "head title"), _text(tree, "h1"),
        ),
        "author": as_author(
            _first(data, "author"), *(meta.get(name, "") for name in _AUTHOR),
            _text(tree, "[rel~=author]"), _text(tree, "[itemprop=author]"),
        ),
        "publisher": as_author(meta.get("og:site_name", ""), _first(data, "publisher"), meta.get("dc.publisher", "")),
        "published": next((meta[name] for name in _PUBLISHED if meta.get(name)), "")
        or _first(data, "datePublished")
        or _time(tree),
        "language": as_language(_attribute(tree, "html", "lang") or meta.get("content-language", "")),
    }  # fmt: skip


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        value = folded(attributes.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            if value and attributes.get(key):
                found.setdefault(attributes[key].strip().lower(), value)
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for node in tree.css('script[type="application/ld+json"]'):
        text = node.text()
        try:
            found = json.loads(text) if len(text) < _CAP else None
        except (ValueError, RecursionError):
            continue
        for item in found if isinstance(found, list) else [found]:
            graph = item.get("@graph") if isinstance(item, dict) else None
            yield from (each for each in (graph if isinstance(graph, list) else [item]) if isinstance(each, dict))


def _first(data: list[dict[str, Any]], key: str) -> str:
    """Return a property of the first item that is published as a whole and has it."""
    for item in data:
        if key in item and ("datePublished" in item or "headline" in item):
            value = item[key][0] if isinstance(item[key], list) and item[key] else item[key]
            name = value.get("name") if isinstance(value, dict) else value
            if isinstance(name, str) and name.strip():
                return folded(name)
    return ""


def _text(tree: Any, selector: str) -> str:
    node = tree.css_first(selector)
    return folded(node.text()) if node else ""


def _attribute(tree: Any, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(name) or "") if node else ""


def _time(tree: Any) -> str:
    """Return the day of the page's own time stamp: one marked so, or the only day that the page stamps."""
    marked = tree.css("[itemprop=datePublished], time[pubdate], time.published, time.entry-date")
    nodes = marked or tree.css("time[datetime]")
    days = {(node.attributes.get("datetime") or node.attributes.get("content") or node.text())[:10] for node in nodes}
    return folded(days.pop()) if len(days) == 1 else ""
