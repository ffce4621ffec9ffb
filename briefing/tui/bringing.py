"""Dossiers opened and begun from within the app, and documents brought into the open one."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from briefing.errors import BriefingError
from briefing.tui.changing import Changing
from briefing.tui.messages import BroughtIn

if TYPE_CHECKING:
    from briefing.tui.desk import Desk


class Bringing(Changing):
    """Mixed into the app."""

    desk: Desk | None

    def load(self) -> object:
        """Read the dossier's files."""
        raise NotImplementedError

    def ask_documents(self) -> None:
        """Ask which documents to bring into the dossier."""
        from briefing.tui.screens.ask import Ask

        asked = Ask(
            Content("Add documents"),
            Content("Files or whole folders: txt, md, html, pdf, docx. Quote a name that has spaces; → completes it."),
            paths=True,
        )
        self.push_screen(asked, self._add)

    def _add(self, answer: str | None) -> None:
        if not answer:
            return
        try:
            names = shlex.split(answer)
        except ValueError:
            names = [answer]
        self.add([Path(name).expanduser() for name in names])

    @work(thread=True, group="store", exit_on_error=False)
    def add(self, paths: list[Path]) -> None:
        """Bring documents in, away from the keys; ends in `BroughtIn`."""
        from briefing.store.adding import add_documents
        from briefing.store.reading.gathering import gather

        if self.desk is None or not self.changeable:
            return
        root = Path(self.desk.dossier.root)
        done = 0
        try:
            files = gather(paths, root).files

            def read(path: Path) -> None:
                nonlocal done
                done += 1
                self.call_from_thread(self.say, f"reading {done:,} of {len(files):,}  {path.name}")

            with self.writing:
                result = add_documents(root, files, read)
        except BriefingError as error:
            self.call_from_thread(self.say, f"{error.message}: {error.hint}", wrong=True)
            return
        self.post_message(BroughtIn(result))

    def on_brought_in(self, event: BroughtIn) -> None:
        """Say what became of the files, and read the dossier again."""
        from briefing.tui.paint.sheets import brought_in
        from briefing.tui.screens.sheet import Sheet

        self.push_screen(Sheet(Content("Documents"), brought_in(event.result)))
        if event.result.added:
            self.load()

    def ask_open(self) -> None:
        """Ask for the folder of another dossier."""
        from briefing.tui.screens.ask import Ask

        asked = Ask(Content("Open a dossier"), Content("The folder with facts/ and seeds/ in it."), paths=True)
        self.push_screen(asked, lambda answer: self.open(Path(answer).expanduser()) if answer else None)

    def ask_new(self) -> None:
        """Ask where to begin a new dossier."""
        from briefing.tui.screens.ask import Ask

        text = Content("A folder; it is made if it is not there, and nothing in it is overwritten.")
        asked = Ask(Content("New dossier"), text, paths=True)
        self.push_screen(asked, lambda answer: self._begin(Path(answer).expanduser()) if answer else None)

    def _begin(self, folder: Path) -> None:
        from briefing.store.adding import start_dossier

        try:
            start_dossier(folder)
        except BriefingError as error:
            self.say(f"{error.message}: {error.hint}", wrong=True)
            return
        self.open(folder)

    def open(self, folder: Path) -> None:
        """Open another dossier in the place of this one."""
        from briefing.store.dossier import is_dossier

        if not is_dossier(folder):
            self.say(f"{folder} holds no dossier: it has no facts/ and seeds/", wrong=True)
            return
        self.path, self.store, self.reach = folder, None, (False, False)
        self.load()
