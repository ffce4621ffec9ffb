"""Questions as a person would ask them."""

from __future__ import annotations

from briefing.check.mentions import Mention
from briefing.check.remarks import Corpus, Remark
from briefing.check.words import LIGHT_WORDS


def asked(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the question that two figures answer."""
    subject = about(corpus, a, b)
    return f"What is the {_phrase(a, b)}{' of ' + subject if subject else ''}?"


def about(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the names that two mentions share, the closest first; at most two."""
    both = {
        group: min(close, b.subjects[group]) * corpus.weight(f"@{group}")
        for group, close in a.subjects.items()
        if group in b.subjects
    }
    top = sorted(both, key=lambda group: (-both[group], group))[:2]
    return ", ".join(corpus.names[group] for group in top if both[group] >= 0.1)


def event(a: Mention, b: Mention) -> str:
    """Return in words what happened on two dates."""
    return _phrase(a, b)


def stated(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the question that two states answer."""
    subject = about(corpus, a, b)
    said = [item.remark.cut(item.value.start, item.value.end).lower() for item in (a, b)]
    return f"{subject or 'The matter'}, {_phrase(a, b)}: “{said[0]}” or “{said[1]}”?"


def topic(corpus: Corpus, a: Remark, b: Remark) -> str:
    """Return in a few words what two remarks both speak of."""
    names = [corpus.names[group] for group in dict.fromkeys(a.groups) if group in b.groups]
    shared = {word for word in a.stems if word and word in b.stems and not word.isdigit() and word not in LIGHT_WORDS}
    words = sorted(shared, key=lambda word: (-corpus.weight(word), word))[:3]
    told = [word for word in a.stems if word in words]
    return ", ".join([*names[:2], " ".join(word_of(a, word) for word in dict.fromkeys(told))]).strip(", ")


def _phrase(a: Mention, b: Mention) -> str:
    shared = sorted(
        (word for word in a.phrase.near if word in b.phrase.near), key=lambda word: (-a.phrase.near[word], word)
    )[:3]
    words = [word_of(a.remark, word) for word in shared] or [item.name for item in a.phrase.measures[:1]] or ["figure"]
    return " ".join(words)


def word_of(remark: Remark, stemmed: str) -> str:
    """Return a root as the word it stands for in a remark."""
    for word, (start, end) in zip(remark.stems, remark.spans, strict=True):
        if word == stemmed:
            return remark.cut(start, end).lower()
    return stemmed
