"""Questions as a person would ask them."""

from __future__ import annotations

from briefing.check.mentions import Mention
from briefing.check.remarks import Corpus, Remark


def asked(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the question that two figures answer."""
    subject = about(corpus, a, b)
    phrase = _phrase(a, b)
    return f"What is the {phrase}{' of ' + subject if subject else ''}?"


def about(corpus: Corpus, a: Mention, b: Mention) -> str:
    """Return the names that two mentions share, the closest first; at most two."""
    both = {
        group: min(close, b.subjects[group]) * corpus.weight(f"@{group}")
        for group, close in a.subjects.items()
        if group in b.subjects
    }
    best = sorted(both, key=lambda group: (-both[group], group))[:2]
    return ", ".join(corpus.names[group] for group in best if both[group] >= 0.1)


def _phrase(a: Mention, b: Mention) -> str:
    shared = [word for word in sorted(a.near, key=lambda w: -a.near[w]) if word in b.near][:3]
    words = [word_of(a.remark, word) for word in shared] or [m.name for m in a.measures[:1]] or ["figure"]
    return " ".join(words)


def word_of(remark: Remark, stemmed: str) -> str:
    """Return a stem as the word it stands for in a remark."""
    for word, (start, end) in zip(remark.stems, remark.spans, strict=True):
        if word == stemmed:
            return remark.cut(start, end).lower()
    return stemmed
