"""The one table of actions: bindings, the bottom line, the palette and the help come from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from textual.binding import Binding, BindingType

Scope = Literal[
    "app",
    "mode",
    "facts",
    "questions",
    "sources",
    "memo",
    "draft",
    "lines",
    "search",
    "sheet",
    "choose",
    "ask",
    "decide",
    "reading",
    "select",
    "form",
    "several",
    "reanchor",
]
"""Whose method `action_<name>` carries it out."""

Group = Literal["Move", "Find", "Look closer", "Make", "Take out", "This program"]


@dataclass(frozen=True, slots=True)
class Action:
    """What a key does.

    `keys` are Textual's names, comma separated; `shown` is how a reader writes them. The bottom
    line shows it, where it works, if `line` is 1, with room to spare if it is 2 or 3; `twin` marks
    the second of two keys that are shown as one.
    """

    scope: Scope
    name: str
    keys: str
    shown: str
    title: str
    help: str
    group: Group
    line: int = 0
    twin: bool = False

    @property
    def id(self) -> str:
        """The name under which a keymap and a test know it."""
        return f"{self.scope}.{self.name}"


ACTIONS: Final = (
    Action("lines", "down", "j,down", "j ↓", "down", "One down.", "Move"),
    Action("lines", "up", "k,up", "k ↑", "up", "One up.", "Move"),
    Action("lines", "page_down", "pagedown,ctrl+f", "PgDn", "page down", "One page down; Ctrl+F too.", "Move"),
    Action("lines", "page_up", "pageup,ctrl+b", "PgUp", "page up", "One page up; Ctrl+B too.", "Move"),
    Action("lines", "first", "g,home", "g", "first", "To the first one; Home too.", "Move"),
    Action("lines", "last", "G,end", "G", "last", "To the last one; End too.", "Move"),
    Action("facts", "next_pane", "tab", "Tab", "next pane", "To the next pane, round and round.", "Move"),
    Action("facts", "previous_pane", "shift+tab", "Shift+Tab", "previous pane", "To the previous pane.", "Move"),
    Action("facts", "right_pane", "l,right", "l →", "pane to the right", "To the pane on the right.", "Move"),
    Action("facts", "left_pane", "h,left", "h ←", "pane to the left", "To the pane on the left.", "Move"),
    Action(
        "facts", "search", "slash", "/", "search",
        "Search as you type in claims, subjects, quotes and sources: every word, in any order, from its start.",
        "Find", line=1,
    ),
    Action("search", "keep", "enter", "↵", "keep", "Keep what was found and go to the list.", "Find", line=1),
    Action("search", "drop", "escape", "Esc", "clear", "Clear the search and go to the list.", "Find", line=1),
    Action("search", "list_down", "down", "↓", "down", "One down in the list.", "Find"),
    Action("search", "list_up", "up", "↑", "up", "One up in the list.", "Find"),
    Action("facts", "next_match", "n", "n N", "match", "n to the next claim found, N to the previous, from any pane.",
           "Find", line=1),
    Action("facts", "previous_match", "N", "N", "previous match", "To the previous claim found.", "Find", twin=True),
    Action(
        "facts", "filter", "f", "f", "filter",
        "Show only claims of some topics, sources, kinds, confidence or discrepancies.", "Find", line=1,
    ),
    Action("facts", "clear", "escape", "Esc", "clear", "Clear the search and every filter.", "Find", line=1),
    Action(
        "facts", "source", "enter", "↵", "source",
        "To the source at the cited lines.", "Look closer", line=1,
    ),
    Action("reading", "select", "v", "v", "select",
           "Select lines of the source, and in them the words to quote, for a card, for evidence or for a side.",
           "Make", line=1),
    Action(
        "facts", "previous_evidence", "left_square_bracket", "[ ]", "evidence",
        "[ to the previous piece of evidence, ] to the next, from any pane.", "Look closer", line=1,
    ),
    Action(
        "facts", "next_evidence", "right_square_bracket", "]", "next evidence",
        "To the next piece of evidence.", "Look closer", twin=True,
    ),
    Action("facts", "full", "o", "o", "full", "The source on the full screen, and back.", "Look closer",
           line=3),
    Action("facts", "leave", "q,escape", "q", "back", "Back from the source or the full screen; Esc too.",
           "Look closer", line=1),
    Action(
        "facts", "attach", "a", "a", "attach",
        "Bring back the text of a sealed source from a folder with the original.", "Look closer", line=2,
    ),
    Action("questions", "next_pane", "shift+tab", "Shift+Tab", "other pane", "To the other pane.", "Move"),
    Action("questions", "right_pane", "l,right", "l →", "pane to the right", "To the pane on the right.", "Move"),
    Action("questions", "left_pane", "h,left", "h ←", "pane to the left", "To the pane on the left.", "Move"),
    Action("questions", "search", "slash", "/", "search",
           "Search as you type in questions, sides, quotes and findings.", "Find", line=1),
    Action("questions", "next_match", "n", "n N", "match", "n to the next one found, N to the one before.",
           "Find", line=2),
    Action("questions", "previous_match", "N", "N", "previous match", "To the one found before.", "Find", twin=True),
    Action("questions", "filter", "f", "f", "filter",
           "Show only discrepancies of some nature, status (those proposed too), severity, kind or source.", "Find",
           line=2),
    Action("questions", "clear", "escape", "Esc", "clear", "Clear the search and every filter.", "Find", line=1),
    Action("questions", "next_side", "tab,right_square_bracket", "Tab", "sides",
           "Tab or ] to the next side, [ to the one before.", "Look closer", line=1),
    Action("questions", "previous_side", "left_square_bracket", "[", "side before", "To the side before.",
           "Look closer", twin=True),
    Action("questions", "passage", "enter", "↵", "source", "Read the marked side in its source.", "Look closer",
           line=1),
    Action("questions", "card", "c", "c", "claim", "To the claim that the discrepancy touches.", "Look closer", line=2),
    Action("questions", "leave", "q,escape", "q", "back", "Back to the list; Esc too.", "Look closer", line=1),
    Action("questions", "next_proposed", "p", "p", "proposed",
           "To the next discrepancy that the program proposes, round and round.", "Find", line=2),
    Action("questions", "accept", "a", "a", "accept",
           "Take what is proposed into the dossier as an open discrepancy (in Facts and Sources, a attaches).",
           "Make", line=1),
    Action("questions", "turn_down", "x", "x", "dismiss",
           "Dismiss what is proposed, with a reason; it is never proposed again.", "Make", line=1),
    Action("questions", "skip", "s", "s", "skip", "Leave what is proposed for later: it comes last.", "Make", line=1),
    Action("questions", "edit", "e", "e", "editor", "Open the discrepancy in $EDITOR at its line.", "Take out", line=2),
    Action("questions", "cite", "y", "y", "cite", "Copy a citation of the marked side's passage.", "Take out", line=1),
    Action("sources", "next_pane", "tab", "Tab", "next pane", "To the next pane, round and round.", "Move"),
    Action("sources", "previous_pane", "shift+tab", "Shift+Tab", "previous pane", "To the previous pane.", "Move"),
    Action("sources", "right_pane", "l,right", "l →", "pane to the right", "To the pane on the right.", "Move"),
    Action("sources", "left_pane", "h,left", "h ←", "pane to the left", "To the pane on the left.", "Move"),
    Action("sources", "source", "enter", "↵", "source", "To the source at the cited lines.", "Look closer", line=1),
    Action("sources", "previous_citation", "left_square_bracket,N", "[ ]", "citation",
           "[ or N to the citation before, ] or n to the next, from any pane.", "Look closer", line=1),
    Action("sources", "next_citation", "right_square_bracket,n", "]", "next citation", "To the next citation.",
           "Look closer", twin=True),
    Action("sources", "card", "c", "c", "claim", "To the claim that cites the passage.", "Look closer", line=1),
    Action("sources", "discrepancy", "d", "d", "discrepancy", "To the discrepancy that cites the passage.",
           "Look closer", line=1),
    Action("sources", "full", "o", "o", "full", "The source on the full screen, and back.", "Look closer", line=3),
    Action("sources", "leave", "q,escape", "q", "back", "Back from the source or the full screen; Esc too.",
           "Look closer", line=1),
    Action("sources", "attach", "a", "a", "attach",
           "Bring back the text of a sealed source from a folder with the original.", "Look closer", line=2),
    Action("sources", "edit", "e", "e", "editor",
           "Open the source in $EDITOR at its line (without its text: the register).", "Take out", line=2),
    Action("sources", "cite", "y", "y", "cite", "Copy a citation of the passage.", "Take out", line=1),
    Action("memo", "next_pane", "tab,shift+tab", "Tab", "other pane", "To the other pane.", "Move"),
    Action("memo", "right_pane", "l,right", "l →", "pane to the right", "To the pane on the right.", "Move"),
    Action("memo", "left_pane", "h,left", "h ←", "pane to the left", "To the pane on the left.", "Move"),
    Action("memo", "include", "space", "Space", "in or out", "Take what is under the cursor out of the memo, or in.",
           "Look closer", line=1),
    Action("memo", "look", "enter", "↵", "see it", "Show the entry in the preview.", "Look closer", line=1),
    Action("memo", "everything", "x", "x", "all in", "Take everything into the memo again.", "Look closer", line=1),
    Action("memo", "leave", "q,escape", "q", "back", "Back to the contents; Esc too.", "Look closer", line=1),
    Action("draft", "next_pane", "tab,shift+tab", "Tab", "other pane", "To the other pane.", "Move"),
    Action("draft", "right_pane", "l,right", "l →", "pane to the right", "To the pane on the right.", "Move"),
    Action("draft", "left_pane", "h,left", "h ←", "pane to the left", "To the pane on the left.", "Move"),
    Action("draft", "next_finding", "n", "n N", "finding",
           "n to the next statement that is contradicted, disputed or unverified, N to the one before.", "Find",
           line=1),
    Action("draft", "previous_finding", "N", "N", "finding before", "To the finding before.", "Find", twin=True),
    Action("draft", "look", "enter", "↵", "source", "To the passage that the verdict rests on, or to the claim marked.",
           "Look closer", line=1),
    Action("draft", "card", "c", "c", "claim", "To the claim that answers the statement.", "Look closer", line=1),
    Action("draft", "leave", "q,escape", "q", "back", "Back to the draft; Esc too.", "Look closer", line=1),
    Action("draft", "edit", "e", "e", "edit", "Open the draft in $EDITOR at the line; it is checked again when saved.",
           "Take out", line=1),
    Action("draft", "cite", "y", "y", "cite", "Copy a citation of the passage.", "Take out", line=2),
    Action("facts", "changes", "w", "w", "what if", "How the claim is rated, and what would change it.",
           "Look closer", line=3),
    Action("facts", "discrepancy", "d", "d", "discrepancy", "To the discrepancy that touches the claim.",
           "Look closer", line=1),
    Action("mode", "add", "A", "A", "add documents",
           "Bring documents into the dossier: files or whole folders of txt, md, html, pdf, docx.", "Make"),
    Action("mode", "reanchor", "R", "R", "re-anchor",
           "Passages that no longer stand as they are cited, old and new: accept, edit or drop.", "Look closer",
           line=2),
    Action("mode", "problems", "exclamation_mark", "!", "problems", "What is wrong in the dossier's files, and where.",
           "Look closer"),
    Action("facts", "edit", "e", "e", "editor", "Open the passage in $EDITOR at its line (without its text: the card).",
           "Take out", line=2),
    Action("facts", "edit_card", "E", "E", "edit card", "Open the card's file in $EDITOR at its line.", "Take out"),
    Action("facts", "cite", "y", "y", "cite", "Copy a citation of the passage.", "Take out", line=1),
    Action("mode", "memo", "m", "m", "memo", "Export the memo as Markdown, to a path that you see first.",
           "Take out", line=2),
    Action("mode", "undo", "u", "u", "undo", "Take the last change back; it goes on to those of earlier sessions.",
           "This program", line=3),
    Action("mode", "redo", "U", "U", "redo", "Make the change again that was taken back last.", "This program"),
    Action("mode", "reload", "r", "r", "reload", "Read the dossier's files again.", "This program"),
    Action("app", "theme", "t", "t", "theme", "Choose a theme, seen at once.", "This program"),
    Action("app", "help", "question_mark", "?", "help", "Every key.", "This program", line=1),
    Action("app", "command_palette", "ctrl+p", "^p", "all", "Find any action, filter or theme by name.",
           "This program", line=1),
    Action("app", "quit", "q,ctrl+q,ctrl+c", "q", "quit", "Quit; where there is something to go back to, back.",
           "This program"),
    Action("reading", "next_uncovered", "greater_than_sign", "> <", "uncovered",
           "> to the next line with a figure, date, role or speaker that nothing cites yet, < to the one before.",
           "Make", line=3),
    Action("reading", "previous_uncovered", "less_than_sign", "<", "uncovered before",
           "To the uncovered line before.", "Make", twin=True),
    Action("reading", "go_on", "K", "K", "kept form", "Go on with a form that was left half-typed.", "Make"),
    Action("facts", "fill_in", "i", "i", "edit", "Edit every field of the card in a form.", "Make", line=2),
    Action("questions", "fill_in", "i", "i", "edit",
           "Edit the discrepancy in a form: question, nature, severity, status, finding, claims.", "Make", line=2),
    Action("sources", "fill_in", "i", "i", "appraise",
           "Edit the source in a form: publisher, day, reliability with its reason, origin, what it repeats.", "Make",
           line=2),
    Action("memo", "fill_in", "i", "i", "head", "Edit title, question and bottom line of the dossier in a form.",
           "Make", line=2),
    Action("facts", "drop_evidence", "x", "x", "drop evidence", "Take the marked piece of evidence off the card.",
           "Make"),
    Action("facts", "delete", "D", "D", "delete", "Delete the card, and the references to it.", "Make"),
    Action("facts", "merge", "M", "M", "merge", "Merge another card into this one: evidence, note, discrepancies.",
           "Make"),
    Action("facts", "split", "S", "S", "split", "Split the card: some of its evidence goes to a new one.", "Make"),
    Action("select", "make_card", "c", "c", "card", "Make a card of the quote.", "Make", line=1),
    Action("select", "make_evidence", "plus", "+", "evidence", "Add the quote to a card, as evidence.", "Make", line=1),
    Action("select", "make_side", "d", "d", "side", "Make the quote a side of a discrepancy, a new or a known one.",
           "Make", line=1),
    Action("select", "longer", "w,right,l", "w b", "end", "w adds a word at the quote's end, b takes one off; → ← too.",
           "Make", line=1),
    Action("select", "shorter", "b,left,h", "b", "shorter", "One word less at the quote's end.", "Make", twin=True),
    Action("select", "later", "W,shift+right", "W B", "start",
           "W begins the quote a word later, B a word sooner; Shift+→ and Shift+← too.", "Make", line=1),
    Action("select", "sooner", "B,shift+left", "B", "sooner", "The quote begins a word sooner.", "Make", twin=True),
    Action("select", "hop", "n", "n N", "next", "n quotes the next figure, date, role or speaker there, N the last.",
           "Make", line=2),
    Action("select", "hop_back", "N", "N", "last", "To the figure, date, role or speaker before.", "Make", twin=True),
    Action("select", "give_up", "escape,q,v", "Esc", "give up", "Select nothing any more; v too.", "Make", line=1),
    Action("form", "next", "tab,down", "Tab", "next", "To the next field; ↓ too, and Enter.", "Move", line=1),
    Action("form", "previous", "shift+tab,up", "Shift+Tab", "previous", "To the field before; ↑ too.", "Move"),
    Action("form", "forth", "enter", "↵", "next or save", "To the next field; in the last one, save.", "Move"),
    Action("form", "save", "ctrl+s", "^s", "save", "Write it to the dossier.", "Make", line=1),
    Action("form", "leave", "escape", "Esc", "close", "Close the form; asks if something was typed.", "Make", line=1),
    Action("several", "take", "space", "Space", "choose", "Choose, or take the choice back.", "Find", line=1),
    Action("several", "done", "enter", "↵", "go on", "Go on with what is chosen.", "Find", line=1),
    Action("reanchor", "accept", "a,enter", "a", "accept", "Cite the passage as it stands now.", "Make", line=1),
    Action("reanchor", "accept_all", "A", "A", "all certain", "Cite everything anew that moved word for word or "
           "changed in form only.", "Make", line=1),
    Action("reanchor", "edit", "e", "e", "edit", "Quote other words of the source instead.", "Make", line=1),
    Action("reanchor", "drop", "x", "x", "drop", "Take the passage out of its card or discrepancy.", "Make", line=1),
    Action("reanchor", "undo", "u", "u", "undo", "Take the last change back.", "This program", line=1),
    Action("decide", "pick", "enter,space", "↵", "choose", "Choose the answer under the cursor.", "This program",
           line=1),
    Action("choose", "pick", "space,enter", "Space", "choose", "Choose, or take the choice back; Enter too.",
           "Find", line=1),
    Action("choose", "none", "x", "x", "none", "Take every choice back.", "Find", line=1),
    Action("sheet", "close", "escape,q", "Esc", "close", "Close this window; q too.", "This program", line=1),
    Action("ask", "accept", "enter", "↵", "go", "Do it.", "This program", line=1),
    Action("ask", "cancel", "escape", "Esc", "cancel", "Do nothing.", "This program", line=1),
)  # fmt: skip
"""Every action, in the order of the bottom line, the palette and the help."""

GROUPS: Final[tuple[Group, ...]] = ("Move", "Find", "Look closer", "Make", "Take out", "This program")

SECTIONS: Final[tuple[tuple[str, tuple[Scope, ...]], ...]] = (
    ("In every mode", ("lines", "mode", "app")),
    ("Facts", ("facts",)),
    ("Discrepancies", ("questions",)),
    ("Sources", ("sources",)),
    ("Memo", ("memo",)),
    ("Draft", ("draft",)),
    ("In a source that is read", ("reading",)),
    ("While selecting in a source", ("select",)),
    ("While searching", ("search",)),
    ("In a form", ("form",)),
    ("While re-anchoring", ("reanchor",)),
    ("Among choices", ("choose", "several", "decide")),
    ("In a window", ("sheet", "ask")),
)
"""The parts of the help, each with the scopes it tells of."""


def bindings(*scopes: Scope) -> list[BindingType]:
    """Return the bindings of some scopes, for the class that carries them out."""
    return [
        Binding(action.keys, action.name, action.title, id=action.id, key_display=action.shown, show=bool(action.line))
        for action in ACTIONS
        if action.scope in scopes
    ]


def by_section(mode: str) -> Iterator[tuple[str, list[Action]]]:
    """Yield what the help shows, the mode that is open first: each section with its actions, by group."""
    here = [section for section in SECTIONS if section[1][0] == mode]
    for title, scopes in [*here, *(section for section in SECTIONS if section not in here)]:
        listed = [action for action in ACTIONS if action.scope in scopes and not action.twin]
        yield title, sorted(listed, key=lambda action: GROUPS.index(action.group))
