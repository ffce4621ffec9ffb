"""The words that `parts` are made of: nouns and verbs of each part, and the little words around them."""

from __future__ import annotations

from typing import Final

from briefing.text.wordtables import word_set

_NOUNS: Final = """
majority owner: majority owner, majority shareholder, majority stakeholder, majority holder, controlling shareholder
minority owner: minority owner, minority shareholder, minority stakeholder, minority holder
owner: owner, proprietor
operator: operator
seller: seller, vendor, selling club, selling company, selling side, selling party
buyer: buyer, purchaser, acquirer, buying club, buying company, buying side, buying party
lender: lender, creditor
borrower: borrower, debtor
financier: financier, sponsor, financial backer
adviser: adviser, advisor, consultant
leader: leader
chair: chairman, chairwoman, chair, chairperson
plaintiff: plaintiff, claimant
defendant: defendant, accused
landlord: landlord, lessor
tenant: tenant, lessee
supplier: supplier
customer: customer
winner: winner
loser: loser
donor: donor
recipient: recipient, beneficiary
insurer: insurer
insured: insured
employer: employer
broker: broker, intermediary
builder: builder, manufacturer
author: author
organiser: organiser, organizer
founder: founder, co-founder
"""
_VERBS: Final = """
owner: own owns owned owning
holder: hold holds held holding
operator: operate operates operated operating run runs ran running
seller: sell sells sold selling
buyer: buy buys bought buying acquire acquires acquired acquiring purchase purchases purchased
lender: lend lends lent lending
borrower: borrow borrows borrowed borrowing
financier: finance finances financed financing fund funds funded funding bankroll bankrolls bankrolled
financier: sponsor sponsors sponsored sponsoring
builder: build builds built building manufacture manufactures manufactured manufacturing
author: write writes wrote written writing
organiser: organise organises organised organising organize organizes organized organizing
founder: founded
adviser: advise advises advised advising
leader: lead leads led leading head heads headed heading
chair: chair chairs chaired chairing
insurer: insure insures insured insuring
broker: broker brokers brokered brokering
"""


def _table(table: str, between: str | None) -> dict[str, str]:
    lines = (line.split(":") for line in table.strip().splitlines())
    return {word.strip(): part for part, words in lines for word in words.split(between)}


NOUN: Final = _table(_NOUNS, ",")
VERB: Final = _table(_VERBS, None)
FORMS: Final = {
    part: frozenset(word for table in (NOUN, VERB) for word, other in table.items() if other == part)
    for part in (*NOUN.values(), *VERB.values())
}
"""The words by which a part is named."""
OPPOSED: Final = {
    one: other
    for a, b in (
        ("majority owner", "minority owner"), ("seller", "buyer"), ("lender", "borrower"), ("plaintiff", "defendant"),
        ("landlord", "tenant"), ("supplier", "customer"), ("winner", "loser"), ("donor", "recipient"),
        ("insurer", "insured"),
    )
    for one, other in ((a, b), (b, a))
}  # fmt: skip
"""Parts that nobody has both of in one matter."""
SHARED: Final = frozenset(("adviser", "lender", "supplier", "customer", "recipient", "donor", "winner", "insurer"))
"""Parts that several may have in one matter, each for another."""
IS: Final = word_set("is was are were remains remained becomes became as being be")
ARTICLES: Final = word_set("the a an its their his her sole main chief largest single current")
SKIPPED: Final = word_set(
    """
    will would shall should is was are were be been being has have had also can could may might must to not never now
    still once already then later agreed
    """
)
"""Words between somebody and what they do: "X has agreed to sell"."""
NOUNS_TOO: Final = word_set(
    "own run runs fund lead head chair broker purchase finance funding lending leading heading sponsor building writing"
)
NO_ADVERB: Final = word_set("family assembly ally italy july monopoly supply reply anomaly butterfly")
WILLING: Final = word_set(
    "agrees want wants plan plans hope hopes expects expect intends offers seeks aims decides continue continues"
)
STOPS: Final = word_set(
    """
    and but or which that who whose while when after before until since because as if though although where said says
    by from under during with through over via for in on at is was are were has have had will would could told
    """
)
PLACED: Final = word_set("for in on at with from under during through over via")
"""Little words that end the name of a matter, but not what stands before a verb."""
DENIED: Final = word_set("not never no nor neither without")
OF_WHOM: Final = word_set("of to for in")
PRONOUNS: Final = word_set("he she it they we i you who which that this these those what")
