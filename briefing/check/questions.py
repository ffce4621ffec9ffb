"""Questions as a person would ask them."""

from __future__ import annotations

from typing import Final

from briefing.check.clauses import named_words
from briefing.check.measures import MEASURES
from briefing.check.mentions import Mention
from briefing.check.remarks import Corpus, Remark
from briefing.check.words import LIGHT_WORDS, meaning

_LONGEST: Final = 70
"""Characters of a phrase that a question takes over from the text."""
_HAPPENED: Final = {
    "killed": "were killed",
    "injured": "were injured",
    "missing": "are missing",
    "evacuated": "were evacuated",
    "arrested": "were arrested",
    "infected": "were infected",
    "rescued": "were rescued",
    "hospitalised": "were taken to hospital",
    "employees": "are employed",
}
_ASKED: Final = {
    "money": "How much",
    "share": "What percentage",
    "time": "How long",
    "mass": "How much",
    "length": "How long",
}


def asked(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the question that two figures answer."""
    subject = about(corpus, a, b)
    tail = f" ({subject})" if subject else ""
    if a.sort == "age":
        return f"How old is {subject or 'the person'}?"
    if a.sort == "score":
        return f"What was the score{tail}?"
    phrase = _phrase(a, b)
    if a.sort == "count":
        noun = a.figure.unit.partition("/")[0] or b.figure.unit.partition("/")[0]
        happened = next(
            (_HAPPENED[m.name] for m in (*a.phrase.measures, *b.phrase.measures) if m.name in _HAPPENED), ""
        )
        rest = happened or " ".join(word for word in phrase.split() if word != noun)
        if noun or happened:
            return " ".join(part for part in ("How many", noun or "people", rest) if part) + f"{tail}?"
    verb = "are" if phrase.endswith("s") and not phrase.endswith("ss") else "is"
    return f"{_ASKED.get(a.sort, 'How much')} {verb} the {phrase}{tail}?"


def about(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the names that two mentions share, the closest first; at most two."""
    both = {
        group: min(close, b.subjects[group]) * corpus.weight(f"@{group}")
        for group, close in a.subjects.items()
        if group in b.subjects
    }
    top = sorted(both, key=lambda group: (-both[group], group))[:2]
    return ", ".join(corpus.names[group] for group in top if both[group] >= 0.1)


def event(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the question that two dates answer."""
    subject = about(corpus, a, b)
    return f"When was it: {_phrase(a, b)}{f' ({subject})' if subject else ''}?"


def stated(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the question that two states answer."""
    head = ", ".join(part for part in (about(corpus, a, b), _phrase(a, b, "")) if part)
    return f"{head or 'What holds'}: “{a.words.lower()}” or “{b.words.lower()}”?"


def topic(corpus: Corpus, a: Remark, b: Remark) -> str:
    """Return in a few words what two remarks both speak of."""
    names = [corpus.names[group] for group in dict.fromkeys(a.groups) if group in b.groups]
    named = named_words(a)
    shared = {
        word
        for n, word in enumerate(a.stems)
        if word and n not in named and word in b.stems and not word.isdigit() and word not in LIGHT_WORDS
    }
    best = sorted(shared, key=lambda word: (-corpus.weight(word), word))[:4]
    told = dict.fromkeys(word for n, word in enumerate(a.stems) if word in best and n not in named)
    return ", ".join([*names[:2], " ".join(word_of(a, word) for word in told)]).strip(", ")


def _phrase(a: Mention, b: Mention, default: str = "figure") -> str:
    """Return the words that stand beside both mentions, as the first has them, from the first to the last of them."""
    shared = {word for word in a.phrase.near if word in b.phrase.near}
    places = [
        span
        for word, span in zip(a.remark.stems, a.remark.spans, strict=True)
        if word in shared and a.clause[0] <= span[0] < a.clause[1]
    ]
    sides = [[span for span in places if span[1] <= a.value.start], [span for span in places if span[0] >= a.value.end]]
    side = max(sides, key=len)
    text = " ".join(a.remark.cut(side[0][0], side[-1][1]).split()).lower() if side else ""
    if text and (len(text) > _LONGEST or any(char.isdigit() for char in text)):
        text = " ".join(dict.fromkeys(a.remark.cut(*span).lower() for span in side[:3]))
    if text and " " not in text and meaning(text) in MEASURES:
        return MEASURES[meaning(text)].name
    names = [measure.name for measure in a.phrase.measures if measure in b.phrase.measures]
    return text or (names or [default])[0]


def word_of(remark: Remark, root: str) -> str:
    """Return a root as the word it stands for in a remark."""
    for word, (start, end) in zip(remark.stems, remark.spans, strict=True):
        if word == root:
            return remark.cut(start, end).lower()
    return root
