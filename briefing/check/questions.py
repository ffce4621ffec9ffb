"""Questions as a person would ask them: what is asked, of whom, and the answers that are given."""

from __future__ import annotations

from typing import Final

from briefing.check.measures import EVENTS, measure_of
from briefing.check.mentions import Mention
from briefing.check.remarks import Corpus, Remark
from briefing.check.words import LIGHT_WORDS, meaning
from briefing.text.wordtables import word_set

_HAPPENED: Final = {
    "killed": "were killed",
    "injured": "were injured",
    "missing": "are missing",
    "evacuated": "had to leave",
    "arrested": "were arrested",
    "infected": "fell ill",
    "rescued": "were rescued",
    "hospitalised": "were taken to hospital",
    "hostages": "were taken hostage",
    "trapped": "were trapped",
    "employees": "are employed",
    "attendance": "were there",
}
_HOW: Final = {
    "length": "How long is it",
    "height": "How high is it",
    "depth": "How deep is it",
    "width": "How wide is it",
    "thickness": "How thick is it",
    "distance": "How far is it",
    "weight": "How heavy is it",
    "area": "How large is it",
}
_SORTS: Final = {
    "money": "How much is it",
    "share": "What percentage is it",
    "time": "How long is it",
    "mass": "How much is it",
    "length": "How long is it",
    "age": "How old",
    "score": "What was the score",
    "count": "How many",
}
_NO_NOUNS: Final = frozenset(
    (
        "killed",
        "destroyed",
        "damaged",
        "flooded",
        "sentenced",
        "injured",
        "infected",
        "evacuated",
        "arrested",
        "rescued",
    )
)
"""Measures whose names do not follow "the"."""
_PLURALS: Final = {"reserve": "reserves", "resource": "resources"}
_DID: Final = {
    "died": "die",
    "began": "begin",
    "stopped": "stop",
    "met": "meet",
    "joined": "join",
    "moved": "move",
    "retired": "leave",
    "crashed": "fail",
    "married": "marry",
}
_WAS: Final = word_set(
    """
    founded born opened built signed elected appointed arrested convicted released acquired inspected approved sold
    discovered published announced listed filed
    """
)
_MOST_WORDS: Final = 3
_QUOTED: Final = 10
"""Words of a remark that a question repeats at most."""


def asked(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the question that two figures answer, with both answers."""
    names = [measure.name for measure in a.phrase.measures if measure in b.phrase.measures]
    asks = _counted(a, b, names) if a.sort == "count" else _measured(a.sort, names)
    return _with_answers(asks, _of(corpus, a, b, asks), a, b)


def stands_for(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the question that one figure raises which stands for two things."""
    of = _of(corpus, a, b)
    return f"What does “{a.words}” stand for{f' ({of})' if of else ''}?"


def _counted(a: Mention, b: Mention, names: list[str]) -> str:
    noun = next((unit for item in (a, b) if (unit := item.figure.unit.partition("/")[0])), "")
    either = [*names, *(measure.name for item in (a, b) for measure in item.phrase.measures)]
    own = measure_of(meaning(noun), "count")
    happened = next((_HAPPENED[name] for name in either if name in _HAPPENED and (not own or name != own.name)), "")
    return " ".join(part for part in ("How many", noun or ("people" if happened else ""), happened) if part)


def _measured(sort: str, names: list[str]) -> str:
    for name in names:
        if name in _HOW and sort not in ("money", "share"):
            return _HOW[name]
        if name not in _NO_NOUNS and sort != "age":
            name = _PLURALS.get(name, name)
            plural = name.endswith("s") and not name.endswith("ss")
            return f"{'What' if sort == 'share' else 'How much'} {'are' if plural else 'is'} the {name}"
    return _SORTS.get(sort, "How much is it")


def event(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the question that two dates answer, with both answers."""
    names = [measure.name for measure in a.phrase.measures if measure in b.phrase.measures]
    verb = next((name for name in names if name in _WAS or name in _DID), "")
    asks = f"When did it {_DID[verb]}" if verb in _DID else f"When was it {verb}".strip()
    return _with_answers(asks, _of(corpus, a, b, asks), a, b)


def _with_answers(asks: str, of: str, a: Mention, b: Mention) -> str:
    answers = [f"“{item.words}”{' ' + item.phrase.change if item.phrase.change else ''}" for item in (a, b)]
    return f"{asks}{f' ({of})' if of else ''}: {answers[0]} or {answers[1]}?"


def about(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the names that two mentions share, the closest first; at most two."""
    both = {
        group: min(close, b.subjects[group]) * corpus.weight(f"@{group}")
        for group, close in a.subjects.items()
        if group in b.subjects
    }
    top = sorted(both, key=lambda group: (-both[group], group))[:2]
    return ", ".join(corpus.names[group] for group in top if both[group] >= 0.1)


def _of(corpus: Corpus, a: Mention, b: Mention, asks: str = "") -> str:
    """Return what two mentions are about: the names they share, and words beside both that are not asked already."""
    said = {meaning(word) for word in asks.lower().split()}
    shared = {
        word: min(weight, b.phrase.near[word])
        for word, weight in a.phrase.near.items()
        if word in b.phrase.near and word not in said and word not in LIGHT_WORDS
    }
    if asks.startswith(("When was it ", "When did it ")):
        shared = {word: weight for word, weight in shared.items() if word not in EVENTS}
    best = sorted(shared, key=lambda word: (-shared[word], word))[:_MOST_WORDS]
    told = [word_of(a.remark, word) for word in dict.fromkeys(a.remark.stems) if word in best]
    return ", ".join(part for part in (about(corpus, a, b), *told) if part)


def stated(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the question that two states answer."""
    names, words = about(corpus, a, b).replace(", ", " and "), _of(corpus, a, b)
    of = f" for {names}" if names else f" ({words})" if words else ""
    one, two = (item.words.lower() for item in (a, b))
    if one == two:  # the one says it, the other denies it
        return f"Is it so{of}: “{one}” or not?"
    return f"Which is it{of}: “{one}” or “{two}”?"


def quoted(remark: Remark) -> str:
    """Return the first words of a remark in quotation marks, as what a question is about."""
    words = remark.text.rstrip(".!? ").split()
    return f"“{' '.join(words[:_QUOTED])}{' …' if len(words) > _QUOTED else ''}”"


def word_of(remark: Remark, root: str) -> str:
    """Return a root as the word it stands for in a remark."""
    for word, (start, end) in zip(remark.stems, remark.spans, strict=True):
        if word == root:
            return remark.cut(start, end).lower()
    return root
