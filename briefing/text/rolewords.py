"""The words that roles are made of: heads, ranks, topics, and what joins a role to its holder."""

from __future__ import annotations

from typing import Final

from briefing.text.wordtables import word_set

HEADS: Final = {
    word: role
    for role, words in (
        line.split(":")
        for line in """
president:president
president-elect:president-elect
prime minister:prime minister
premier:premier
chancellor:chancellor
minister:minister
secretary:secretary
secretary-general:secretary-general,secretary general
attorney general:attorney general
governor:governor
mayor:mayor
senator:senator
representative:representative
member of congress:congressman,congresswoman
ambassador:ambassador
envoy:envoy
chief executive:chief executive,ceo,chief executive officer
chief financial officer:cfo,chief financial officer
chief operating officer:coo,chief operating officer
chief technology officer:cto,chief technology officer
chair:chair,chairman,chairwoman,chairperson
director general:director general,director-general
director:director
head:head
chief:chief
founder:founder,co-founder,cofounder
owner:owner,co-owner
editor:editor,editor-in-chief
professor:professor
judge:judge
justice:justice
general:general
admiral:admiral
colonel:colonel
commander:commander
chief justice:chief justice
coach:coach
manager:manager
captain:captain,skipper
king:king
queen:queen
prince:prince
princess:princess
pope:pope
spokesperson:spokesman,spokeswoman,spokesperson
analyst:analyst
economist:economist
lawyer:lawyer,attorney
adviser:adviser,advisor
leader:leader
speaker:speaker
commissioner:commissioner
coordinator:coordinator
sheriff:sheriff
treasurer:treasurer
dean:dean
rector:rector
prosecutor:prosecutor
""".strip().splitlines()
    )
    for word in words.split(",")
}
SEVERAL: Final = frozenset(head.split()[0] for head in HEADS if " " in head)
TOPICAL: Final = frozenset({"minister", "secretary"})
LOOSE: Final = word_set(
    """
    general justice judge king queen prince princess head chief owner captain coach speaker
    """
)
"""Heads that stand in other names too: they make a role only where a name follows or a comma joins."""
STATES: Final = {
    **dict.fromkeys(("former", "ex", "ex-", "then", "late", "outgoing", "onetime", "erstwhile"), "former"),
    **dict.fromkeys(("acting", "interim", "caretaker"), "acting"),
    **dict.fromkeys(("incoming", "designate", "elect"), "incoming"),
}
RANKS: Final = word_set(
    """
    deputy vice first assistant associate under senior executive managing regional permanent general lead
    """
)
TOPICS: Final = word_set(
    """
    foreign finance defence defense energy interior justice trade health education economy agriculture culture
    transport commerce treasury labor labour home press environment industry interior housing sports science
    digital tourism water mining oil security state planning development investment natural resources national
    public social affairs human services veterans war navy army air force rural regional communities innovation
    technology research law women children family youth works infrastructure communications information climate
    education higher
    """
)
INTRODUCED: Final = word_set("the a an its their his her our whose")
IS: Final = word_set("is was became remains remained as becomes serves")
NAMED: Final = word_set(
    """
    named appointed elected nominated chose picked tapped hired made installed
    """
)
INNER: Final = word_set(
    """
    de da di do dos del della der den van von bin ibn bint al el la le du ten ter y
    """
)
AFTER: Final = frozenset(("", *',.;:)!?"”\n'))
GO_ON: Final = word_set("said says told who of for at and in wrote added")
