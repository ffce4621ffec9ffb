"""From a stack of documents to a memo one can stand behind.

The public names are found when first asked for; importing the package imports nothing else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.check.anchor import locate as locate
    from briefing.check.rate import rate as rate
    from briefing.errors import BriefingError as BriefingError
    from briefing.model.dossier import Dossier as Dossier
    from briefing.store.dossier import open_dossier as open_dossier
    from briefing.text.document import Document as Document
    from briefing.text.visible import visible as visible

_HOMES = {
    "BriefingError": "briefing.errors",
    "Document": "briefing.text.document",
    "Dossier": "briefing.model.dossier",
    "locate": "briefing.check.anchor",
    "open_dossier": "briefing.store.dossier",
    "rate": "briefing.check.rate",
    "visible": "briefing.text.visible",
}

__all__ = [
    "BriefingError",
    "Document",
    "Dossier",
    "locate",
    "open_dossier",
    "rate",
    "visible",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'briefing' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
