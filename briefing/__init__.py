"""From a stack of documents to a memo one can stand behind.

The public names are found when first asked for; importing the package imports nothing else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.check.anchor import locate as locate
    from briefing.check.compare import compare as compare
    from briefing.check.index import ClaimIndex as ClaimIndex
    from briefing.check.rate import rate as rate
    from briefing.errors import BriefingError as BriefingError
    from briefing.model.dossier import Dossier as Dossier
    from briefing.store.dossier import open_dossier as open_dossier
    from briefing.store.reading.documents import read_document as read_document
    from briefing.text.document import Document as Document
    from briefing.text.reuse import reuse as reuse
    from briefing.text.sameness import same_name as same_name
    from briefing.text.values import find_values as find_values
    from briefing.text.visible import visible as visible

_HOMES = {
    "BriefingError": "briefing.errors",
    "ClaimIndex": "briefing.check.index",
    "Document": "briefing.text.document",
    "Dossier": "briefing.model.dossier",
    "check": "briefing.check",
    "compare": "briefing.check.compare",
    "find_values": "briefing.text.values",
    "locate": "briefing.check.anchor",
    "open_dossier": "briefing.store.dossier",
    "rate": "briefing.check.rate",
    "read_document": "briefing.store.reading.documents",
    "reuse": "briefing.text.reuse",
    "same_name": "briefing.text.sameness",
    "visible": "briefing.text.visible",
}

__all__ = [
    "BriefingError",
    "ClaimIndex",
    "Document",
    "Dossier",
    "check",
    "compare",
    "find_values",
    "locate",
    "open_dossier",
    "rate",
    "read_document",
    "reuse",
    "same_name",
    "visible",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Return a public name from the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'briefing' has no attribute {name!r}")
    # `check` is a floor's package too: it can be called.
    home = import_module(_HOMES[name])
    found = home if home.__name__ == f"briefing.{name}" else getattr(home, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted([*__all__, "__version__"])
