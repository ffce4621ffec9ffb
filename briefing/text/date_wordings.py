"""How dates are worded: one pattern a wording, tried in this order at the start of each word."""

from __future__ import annotations

import re
from typing import Final

from briefing.text.wordtables import word_set

MONTH: Final = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|June?\b\.?|July?\b\.?|Aug(?:ust|\b\.?)"
    r"|Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?)"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|JAN\b|FEB\b|MAR\b|APR\b|JUN\b|JUL\b|AUG\b|SEP\b|OCT\b|NOV\b|DEC\b)(?![A-Za-z])"
)
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEKDAY_COMMA: Final = rf"(?:(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?),?\s)"
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_FULL_YEAR: Final = r"[12][0-9]{3}(?![0-9])"
YEAR: Final = r"(?:1[5-9][0-9]{2}|20[0-9]{2})(?![0-9])"
DASH: Final = r"\s?[-–—‑−]\s?"
_DAYS: Final = rf"{_DAY}(?:(?:{DASH}|/|\s(?:to|and|or)\s){_DAY})?"
_PART: Final = (
    r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[-\s](?:(?:to[-\s])?(?:mid|late)[-\s])?(?:the\s)?"
    r"|(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)\sof\s(?:the\s)?)"
)
_COUNT: Final = (
    r"(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|twenty|thirty|forty|fifty)"
)
_UNIT: Final = r"(?:day|week|fortnight|month|quarter|year|decade|centur(?:y|ie))s?"
_NAMED: Final = r"(?:week|weekend|month|quarter|year|decade|century)"
_SEASON: Final = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_THIS: Final = r"(?:[Tt]his|[Ll]ast|[Nn]ext)"
_RANK: Final = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_CLOCK: Final = r"[T\s][0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z\b|[+-][0-2][0-9]:?[0-5][0-9])?"
_NO_MORE: Final = r"(?![\w/-]|[.,][0-9])"

WORDINGS: Final = {
    "iso": rf"[12][0-9]{{3}}-[01][0-9]-[0-3][0-9](?:{_CLOCK})?(?![-\w])",
    "ymd": rf"[12][0-9]{{3}}[/.][01]?[0-9][/.][0-3]?[0-9]{_NO_MORE}",
    "numeric": rf"[0-3]?[0-9](?P<mark>[/.-])[0-3]?[0-9](?P=mark)(?:[12][0-9]{{3}}|[0-9]{{2}}){_NO_MORE}",
    "day_month": rf"{_WEEKDAY_COMMA}?(?:the\s)?{_DAYS}(?:\s|-)(?:of\s)?{MONTH}"
    rf"(?:,?\s{_FULL_YEAR}|-{_FULL_YEAR})?(?!\w)",
    "month_day": rf"{_WEEKDAY_COMMA}?{MONTH}\s(?:the\s)?{_DAYS}(?![:.,][0-9]|\s?[%°/])(?:,?\s{_FULL_YEAR})?(?!\w)",
    "month_year": rf"{_PART}?{MONTH}(?:(?:{DASH}|/|\s(?:to|and|or|through)\s){MONTH})?"
    rf",?\s(?:of\s)?{_FULL_YEAR}(?![\w/])",
    "month_near": rf"{_PART}?{MONTH}\s(?:of\s)?(?:this|last|next)\syear\b",
    "quarter": rf"Q[1-4](?:[\s/’'-]?(?:of\s)?(?:FY\s?)?{YEAR})?(?![\w.])|[1-4]Q\s?(?:{YEAR}|[0-9]{{2}})(?!\w)"
    rf"|{_RANK}[\s-]quarter(?:,?\s(?:of\s)?(?:{YEAR}|this\syear|last\syear))?\b(?!-)",
    "half": rf"H[12][\s/-]?{YEAR}|(?:first|second)\shalf\sof\s(?:{YEAR}|(?:this|last|next|the)\syear\b)",
    "season": rf"{_PART}?{_SEASON}\s(?:of\s)?{YEAR}|{_THIS}\s{_SEASON}\b(?!\s(?:in|into|to|of|by|back|apart|short)\b)",
    "decade": rf"{_PART}?(?:(?:1[0-9]|20)[0-9]0['’]?s\b|['’‘][1-9]0s\b|(?<=\bthe\s)[2-9]0s\b)",
    "century": rf"{_PART}?(?:[1-9]|1[0-9]|2[01])(?:st|nd|rd|th)\s[Cc]entury\b",
    "years": rf"{YEAR}(?:{DASH}(?:{YEAR}|[0-9]{{2}}(?![0-9]))|\s(?:to|until|through|and)\s{YEAR}|/[0-9]{{2}}(?![0-9/]))"
    rf"{_NO_MORE}",
    "part": rf"{_PART}(?:{YEAR}(?![\w/]|[.,][0-9])|(?:(?:this|next|last)\s)?(?:year|month|decade|century)\b)"
    rf"|year-end(?:\s{YEAR})?",
    "fiscal": rf"(?:FY|[Ff]iscal(?:\s[Yy]ear)?|[Ff]inancial\s[Yy]ear)\s?{YEAR}(?:[-/–][0-9]{{2}}(?![0-9]))?",
    "today": r"(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b",
    "within": rf"(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s(?:this|last|next)\s{_NAMED}\b",
    "this": rf"{_THIS}\s(?:{_NAMED}\b|{MONTH}|{WEEKDAY}\b)",
    "ago": rf"(?:{_COUNT}(?:\s(?:to|or)\s{_COUNT})?)\s{_UNIT}\sago\b",
    "weekday": rf"{WEEKDAY}\b",
    "month": rf"{_PART}?{MONTH}(?:(?:{DASH}|\s(?:to|and)\s){MONTH})?(?!\w)",
    "year": rf"{YEAR}(?![\w/]|[.,][0-9]|-[A-Za-z0-9]|\s?[%°])",
}  # fmt: skip
"""Earlier ones win; each is linear: no repetition stands within another."""

SCAN: Final = re.compile(
    r"(?:(?<![\w.,/$€£#+-])(?=[0-9])|(?<![\w.])(?=[JFMASONDQHETLBYWmelbstyfnwao'’‘])|(?<=the\s)(?=[2-9]0s))(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in WORDINGS.items())
    + ")"
)
"""Begins where a number or a word does that could open a date."""
AFTER_PREPOSITION: Final = word_set(
    """
    in since by until till during of from before after between through throughout around late early mid this last
    next every to
    """
)
"""A month or a weekday standing alone is a date only after one of these, or "on"."""
QUALIFIERS: Final = {
    "since": "since", "from": "since", "by": "by", "until": "until", "till": "until", "before": "before",
    "after": "after", "around": "about", "circa": "about", "about": "about", "ca.": "about", "c.": "about",
}  # fmt: skip
BEFORE_YEAR: Final = word_set(
    """
    in since during by until till before after from throughout of the year around circa through within for a its
    their his her this annual early late fiscal ad ca. c. season between calendar spring summer autumn winter as
    """
)
COUNTED: Final = word_set(
    """
    people men women children patients participants subjects cases samples cells students workers employees soldiers
    troops tonnes tons times words copies units points households families houses homes votes members
    """
)
