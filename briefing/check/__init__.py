"""Floor 3: the verbs. Pure functions from values to values; nothing raises.

The library's public function for drafts is called `briefing.check`, as this package is: so the
package can be called, and means that function.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.dossier import Dossier
    from briefing.model.results import Statement


class _Check(ModuleType):
    def __call__(self, text: str, dossier: "Dossier") -> "list[Statement]":
        """Hold every sentence of a draft against a dossier."""
        from briefing.check.draft import check

        return check(text, dossier)


sys.modules[__name__].__class__ = _Check
