"""The memo written to a file that was not there before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.tui.desk import Desk
from briefing.tui.messages import Exported

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from briefing.memo.outline import Selection


def free_path(path: Path) -> Path:
    """Return `path`, or with the first number behind its name that is free."""
    found, n = path, 1
    while found.exists():
        n += 1
        found = path.with_name(f"{path.stem}-{n}{path.suffix}")
    return found


def write_memo(asking: MessagePump, desk: Desk, left_out: Selection, path: Path) -> None:
    """Write the memo of a desk, less what is left out; say so, or why not."""
    from briefing.check.audit import audit
    from briefing.memo import markdown
    from briefing.memo.outline import outline

    text = markdown.render(outline(desk.dossier, left_out, audit(desk.dossier).anchors))
    target = path.expanduser()
    try:
        with target.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        asking.post_message(Exported(f"{target} is there already; nothing was written", done=False))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        asking.post_message(Exported(f"{target} was not written: {reason}", done=False))
    else:
        asking.post_message(Exported(f"memo written to {target.absolute()}", done=True))
