"""The app: modes, themes, keys, and the dossier that the screens share."""

from __future__ import annotations

import gc
import subprocess
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Final

from textual import events, work
from textual.binding import Binding
from textual.command import Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.driver import Driver
from textual.reactive import Reactive, var
from textual.theme import BUILTIN_THEMES, Theme
from textual.worker import Worker, WorkerState

from briefing.errors import BriefingError, Problem
from briefing.memo.outline import Selection
from briefing.model.passage import Passage
from briefing.store.remembered import remember_dossier, remember_theme, remembered
from briefing.tui import modes, terminal
from briefing.tui.actions import bindings
from briefing.tui.bringing import Bringing
from briefing.tui.desk import Desk
from briefing.tui.messages import Attached, Audited, Changed, Exported, NotOpened, Opened
from briefing.tui.themes import DARK, LIGHT, shades
from briefing.tui.widgets.bars import KeyLine

_FIRST: Final = (DARK.name, LIGHT.name)


def _commands() -> type[Provider]:
    from briefing.tui.palette import Commands

    return Commands


def _settle() -> None:
    """Let the collector run again, over what is made from now on."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


class BriefingApp(Bringing):
    """Opens one dossier. `desk` is set when it was read, `failure` when it could not be."""

    TITLE = "briefing"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    MODES: ClassVar = {mode.id: mode.screen for mode in (*modes.MODES, modes.DRAFT)}
    DEFAULT_MODE = "facts"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (110, "-normal"), (150, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (10, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar = [
        *bindings("app"),
        *(
            Binding(mode.key, f"switch_mode('{mode.id}')", mode.title, id=f"app.{mode.id}", show=False)
            for mode in (*modes.MODES, modes.DRAFT)
        ),
    ]
    COMMANDS: ClassVar = {_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True

    theme: Reactive[str] = Reactive(DARK.name)
    desk: var[Desk | None] = var(None, always_update=True)
    failure: var[BriefingError | None] = var(None, always_update=True)
    problems: var[tuple[Problem, ...]] = var((), always_update=True)
    left_out: Selection = Selection()
    """What does not go into the memo."""
    first_side: Passage | None = None
    """A passage that waits for the one that says otherwise."""

    def __init__(self, path: Path | None = None, originals: Path | None = None, draft: Path | None = None) -> None:
        super().__init__(path, originals)
        self.draft: Final = draft
        self.modes: Final = (*modes.MODES, modes.DRAFT) if draft else modes.MODES
        theme = remembered().theme
        if theme in self.available_themes:
            self.set_reactive(BriefingApp.theme, theme)

    # Safety

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver for this system, made robust."""
        return terminal.driver(super().get_driver_class())

    async def _broker_event(self, event_name: str, event: events.Event, default_namespace: DOMNode) -> bool:
        """Run no action that content carries: content may come from a stranger."""
        return False

    async def on_event(self, event: events.Event) -> None:
        """Take what was said off the bottom line when a key is pressed."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            for line in self.screen.query(KeyLine):
                line.hush()
        await super().on_event(event)

    @cached_property
    def available_themes(self) -> dict[str, Theme]:
        """Ours, and those of Textual."""
        return {DARK.name: DARK, LIGHT.name: LIGHT, **BUILTIN_THEMES}

    @property
    def place(self) -> str:
        """What the dossier is called before it was read."""
        return str(self.path) if self.path else "briefing"

    def keep_theme(self, name: str) -> None:
        """Show a theme, now and at the next start."""
        self.theme = name
        remember_theme(name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our colours, worked out from the theme that is on."""
        return shades(self.current_theme)

    # The dossier

    def on_ready(self) -> None:
        """Read the dossier after the first frame is painted, and again when others change it."""
        if self.draft:
            self.switch_mode(modes.DRAFT.id)
        self.load()
        self.follow()

    @work(thread=True, exclusive=True, group="dossier", exit_on_error=False)
    def load(self) -> None:
        """Read the dossier's files, then check them; each step ends in a message."""
        from briefing.store.dossier import open_dossier

        try:
            desk = Desk(open_dossier(self.path, self.originals))
        except BriefingError as error:
            self.post_message(NotOpened(error))
            return
        self.post_message(Opened(desk))
        from briefing.check.audit import audit

        self.post_message(Audited(desk, audit(desk.dossier)))
        remember_dossier(Path(desk.dossier.root), desk.dossier.title)
        self.open_store(desk)

    def on_opened(self, event: Opened) -> None:
        """Give the screens the dossier."""
        self.problems = event.desk.dossier.problems
        self.desk = event.desk
        self.call_after_refresh(_settle)

    def on_not_opened(self, event: NotOpened) -> None:
        """Give the screens the reason."""
        self.failure = event.error
        self.call_after_refresh(_settle)

    def on_changed(self, event: Changed) -> None:
        """Give the screens the dossier as it is now."""
        self.problems = event.desk.dossier.problems
        self.desk = event.desk
        if event.show:
            self._go(event.show)
        if event.text:
            self.call_after_refresh(self.say, event.text)

    def _go(self, id: str) -> None:
        """Go to a card or a discrepancy where its own mode is not open."""
        dossier = self.desk.dossier if self.desk else None
        if dossier and id in dossier.card_by_id:
            self.show_card(id)
        elif dossier and id in dossier.discrepancy_by_id:
            self.show_discrepancy(id)

    def on_changeable(self) -> None:
        """Write the keys that now work."""
        for line in self.screen.query(KeyLine):
            line.write()

    def on_audited(self, event: Audited) -> None:
        """Show how much is wrong."""
        if event.desk is self.desk:
            event.desk.audited = event.audit.anchors
            self.problems = event.audit.findings

    def ask_attach(self) -> None:
        """Ask for the folder of the originals and bring the texts back."""
        from briefing.tui.screens.ask import Ask

        asked = Ask(
            Content("Attach the original"),
            Content("The folder that holds it. Its text is checked against the seal and copied beside it."),
            str(self.originals or ""),
        )
        self.push_screen(asked, self._bring_back)

    def _bring_back(self, folder: str | None) -> None:
        if folder:
            self.attach(Path(folder).expanduser())

    @work(thread=True, group="dossier", exit_on_error=False)
    def attach(self, folder: Path) -> None:
        """Bring the texts of sealed sources back from a folder, then read the dossier again."""
        from briefing.store.sealing import attach_folder

        desk = self.desk
        if desk is None:
            return
        try:
            done = attach_folder(Path(desk.dossier.root), folder)
        except (BriefingError, OSError) as error:
            self.post_message(Attached(f"nothing was attached: {error}", done=False))
            return
        if done.attached:
            self.post_message(Attached(f"attached: {', '.join(done.attached)}", done=True))
        else:
            reason = next(iter(done.refused.values()), "every text is there already")
            self.post_message(Attached(reason, done=False))

    def on_attached(self, event: Attached) -> None:
        """Read the dossier again if there is more of it now."""
        self.say(event.text, wrong=not event.done)
        if event.done:
            self.load()

    def on_exported(self, event: Exported) -> None:
        """Say where the memo is."""
        self.say(event.text, wrong=not event.done)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that work in the background failed; nothing fails in silence."""
        if event.state is WorkerState.ERROR:
            self.say(f"this went wrong: {event.worker.error!r}", wrong=True)

    # Files

    def text_file(self, source: str) -> Path | None:
        """Return the file that holds the text of a source, if one does."""
        if self.desk is None:
            return None
        document = self.desk.document(source)
        if document is None or document.sealed:
            return None
        from briefing.store.sources import folders_of_originals

        folders = [Path(self.desk.dossier.root) / "seeds", *folders_of_originals(self.originals)]
        return next((path for folder in folders if (path := folder / f"{source}.txt").is_file()), None)

    def edit(self, path: Path, line: int) -> None:
        """Open a file in the user's editor, then read the dossier again."""
        from briefing.tui.editor import command

        try:
            words = command(path, line)
            with self.batch_update(), self.suspend():
                status = subprocess.run(words, check=False).returncode  # noqa: S603
        except (OSError, ValueError) as error:
            self.say(f"the editor could not be started: {error}", wrong=True)
            return
        self.refresh(layout=True)
        if status:
            self.say(f"the editor {words[0]} ended with status {status}", wrong=True)
        self.load()

    # From mode to mode

    def _show(self, mode: str, name: str, *what: object) -> None:
        """Switch to a mode and have its screen show something once it is there."""
        self.switch_mode(mode)
        self.call_after_refresh(lambda: getattr(self.screen, name)(*what))

    def show_card(self, id: str) -> None:
        """Go to a claim."""
        self._show("facts", "show", id)

    def show_discrepancy(self, id: str) -> None:
        """Go to a discrepancy."""
        self._show("discrepancies", "show", id)

    def show_passage(self, passage: Passage) -> None:
        """Go to a passage in its source."""
        self._show("sources", "show", passage)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep a window that is open the only thing that keys act on."""
        if action == "switch_mode" and not any(mode.id in parameters for mode in self.modes):
            return False
        if action in ("help", "theme", "switch_mode", "command_palette"):
            return len(self.screen_stack) == 1
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """Show every key."""
        from briefing.tui.paint.sheets import help_lines
        from briefing.tui.screens.sheet import Sheet

        self.push_screen(Sheet(Content("Keys"), help_lines(getattr(self.screen, "SCOPE", ""))))

    def action_theme(self) -> None:
        """Choose a theme."""
        from briefing.tui.screens.choose import ThemeChooser

        others = sorted(name for name in self.available_themes if name not in _FIRST)
        self.push_screen(ThemeChooser([*_FIRST, *others], self.theme))


def run(path: Path | None = None, originals: Path | None = None, draft: Path | None = None) -> int:
    """Open the app on a dossier, with a draft to check if one is given. There must be a terminal."""
    gc.disable()  # until the dossier is on the screen: nothing made before then is garbage
    terminal.guard()
    app = BriefingApp(path, originals, draft)
    app.run()
    return app.return_code or 0
