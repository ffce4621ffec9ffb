"""Any run of changes, undo, redo, crashes, reopenings and outside changes ends where a plain model ends."""

import re
import tempfile
from copy import deepcopy
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from briefing.errors import Conflict, UsageError
from briefing.model.card import Card
from briefing.store.change import Add, Delete, Move, Set
from briefing.store.dossier import open_dossier
from briefing.store.edit import Store

IDS, TOPICS = st.sampled_from("abcd"), st.sampled_from(["one", "two", "three"])
TEXTS = st.sampled_from(["", "x", "y\nz", 'q"\\', "é≠"])
START = "\n".join(
    [
        'topic = "one"',
        "# kept",
        *(f'\n# card {id}\n[[card]]\nid = "{id}"\nclaim = "{id}"\nsubject = "s"' for id in "ab"),
    ]
)


class Editing(RuleBasedStateMachine):
    """The model: `cards` as they are, and for each change the cards it touched before and after."""

    def __init__(self, faults, killed):
        super().__init__()
        self.faults, self.killed = faults, killed
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        for name, text in {"facts/one.toml": START, "facts/dossier.toml": "", "seeds/sources.toml": ""}.items():
            (self.root / name).parent.mkdir(exist_ok=True)
            (self.root / name).write_text(text, newline="")
        self.store = Store(self.root)
        self.cards = {id: {"claim": id, "note": "", "subject": "s", "topic": "one"} for id in "ab"}
        self.done, self.undone = [], []

    def teardown(self):
        self.folder.cleanup()

    def make(self, change, cards, n=0):
        """Apply a change that leads to `cards`; with `n`, die at the n-th call and come back."""
        if n:
            try:
                with self.faults.at(n, self.killed):
                    self.store.apply(change)
            except self.killed:
                pass
            self.store = Store(self.root)
            assert self.store.unmade is None
            if self.read() != cards:
                return
        else:
            self.store.apply(change)
        if cards != self.cards:
            touched = {id for id in {*cards, *self.cards} if cards.get(id) != self.cards.get(id)}
            self.done.append([{id: deepcopy(side.get(id)) for id in touched} for side in (self.cards, cards)])
            self.undone.clear()
        self.cards = cards

    def read(self):
        dossier = open_dossier(self.root)
        assert not dossier.problems
        return {
            card.id: {"claim": card.claim, "note": card.note, "subject": card.subject, "topic": card.topic}
            for card in dossier.cards
        }

    @rule(id=IDS, field=st.sampled_from(["claim", "note"]), text=TEXTS, n=st.just(0) | st.integers(1, 40))
    def set(self, id, field, text, n):
        if id in self.cards:
            cards = deepcopy(self.cards)
            cards[id][field] = text
            self.make(Set(id, field, text if text or field == "claim" else None), cards, n)

    @rule(id=IDS, topic=TOPICS, text=TEXTS, n=st.just(0) | st.integers(1, 40))
    def add(self, id, topic, text, n):
        if id not in self.cards:
            entry = {"claim": "new", "note": text, "subject": "s", "topic": topic}
            self.make(Add(Card(id=id, claim="new", note=text, subject="s"), topic), self.cards | {id: entry}, n)

    @rule(id=IDS, n=st.just(0) | st.integers(1, 40))
    def delete(self, id, n):
        if id in self.cards:
            self.store.reload()
            self.make(Delete(id), {name: card for name, card in self.cards.items() if name != id}, n)

    @rule(id=IDS, topic=TOPICS, n=st.just(0) | st.integers(1, 50))
    def move(self, id, topic, n):
        if id in self.cards:
            self.store.reload()
            self.make(Move(id, topic), self.cards | {id: self.cards[id] | {"topic": topic}}, n)

    def again(self, call, source, target, sides):
        if not source:
            try:
                call()
                raise AssertionError("there was nothing to do")
            except UsageError:
                return
        change = source[-1]
        before, after = (change[side] for side in sides)
        cards = deepcopy(self.cards)
        [(id, wanted)] = after.items()
        was, now = before[id], cards.pop(id, None)
        new = wanted
        if was and now and wanted and was["topic"] == now["topic"] == wanted["topic"]:
            fields = [field for field in wanted if wanted[field] != was[field]]
            new = now | {field: wanted[field] for field in fields}
            was = now | {field: was[field] for field in fields}
        if now not in (was, new):
            try:
                call()
                raise AssertionError("it was changed elsewhere")
            except Conflict:
                self.store.reload()
                return
        call()
        source.pop()
        if now != new:  # else somebody has done it already, and nothing was left to do
            target.append(change)
        self.cards = cards | ({id: new} if new else {})

    @rule()
    def undo(self):
        self.again(lambda: self.store.undo(), self.done, self.undone, (1, 0))

    @rule()
    def redo(self):
        self.again(lambda: self.store.redo(), self.undone, self.done, (0, 1))

    @rule()
    def reopen(self):
        self.store = Store(self.root)

    def outside(self, id, field, text):
        path = self.root / "facts" / f"{self.cards[id]['topic']}.toml"
        old = path.read_text()
        pattern = rf'(id = "{id}"\n(?:[^\[]*\n)?{field} = )("""[^§]*?"""|[^\n]*)'
        new = re.sub(pattern, rf'\g<1>"{text}"', old, count=1)
        path.write_text(new, newline="")
        self.cards[id][field] = text

    @precondition(lambda self: self.cards)
    @rule(data=st.data(), text=st.sampled_from("stu"), seen=st.booleans())
    def change_outside(self, data, text, seen):
        self.cards = deepcopy(self.cards)
        self.outside(data.draw(st.sampled_from(sorted(self.cards))), "subject", text)
        if seen:
            self.store.reload()

    @precondition(lambda self: self.cards)
    @rule(data=st.data())
    def change_on_both_sides(self, data):
        id = data.draw(st.sampled_from(sorted(self.cards)))
        self.store.reload()
        mine = self.cards[id]["claim"] + " mine"
        self.cards = deepcopy(self.cards)
        self.outside(id, "claim", "theirs" if self.cards[id]["claim"] != "theirs" else "theirs again")
        try:
            self.store.apply(Set(id, "claim", mine))
            raise AssertionError("it was changed elsewhere")
        except Conflict as conflict:
            assert (conflict.mine, conflict.theirs) == (mine, self.cards[id]["claim"])
        self.store.reload()

    @invariant()
    def is_what_it_should_be(self):
        assert self.read() == self.cards
        assert not list(self.root.rglob("*.tmp"))
        assert "# kept" in (self.root / "facts/one.toml").read_text()


def test_any_run_of_changes_ends_where_the_model_ends(faults, killed):
    run_state_machine_as_test(
        lambda: Editing(faults, killed), settings=settings(max_examples=40, stateful_step_count=20, deadline=None)
    )
