"""The day of publication and the language: found where they stand, never guessed."""

import datetime as dt

import pytest

from briefing.store.reading.day import as_day, names_day, standing_day
from briefing.store.reading.language import language_of

DAY = dt.date(2025, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-11-21T23:30:00-04:00", DAY),
        ("20251121", DAY),
        ("2025/11/21", DAY),
        ("Fri, 21 Nov 2025 10:00:00 GMT", DAY),
        ("November 21, 2025", DAY),
        ("2025-11-31", None),
        ("03/04/2025", None),
        ("November 2025", None),
        ("2025", None),
        ("1763700000", None),
        ("from 20 November 2025 to 21 November 2025", None),
        ("", None),
    ],
)
def test_a_stated_day(text, day):
    assert as_day(text) == day


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["The mole", "Published: 21 November 2025", "Text."], DAY),
        (["By Ann Bo | November 21, 2025 | 5 min read"], DAY),
        (["Friday, 21 November 2025, 10:30 a.m. GMT"], DAY),
        (["2025-11-21", "2025-11-21"], DAY),
        (["21.11.2025"], DAY),
        (["2025-11-21", "2025-11-20"], None),
        (["Updated: 21 November 2025"], None),
        (["It opened on 21 November 2025."], None),
        (["November 2025"], None),
        (["11/22/25, 11:57 PM"], None),
        (["22.11.2025, 23:57"], None),
        (["x"] * 20 + ["21 November 2025"], None),
    ],
)
def test_a_day_that_stands_alone_in_the_first_lines(lines, day):
    assert standing_day(lines) == day


def test_the_stamp_of_a_printer_is_no_mention():
    assert names_day("Issued in London on 21 November 2025.", DAY)
    assert not names_day("11/21/25, 11:57 PM  file:///report.html", DAY)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The mole of the harbour was begun in spring, and by autumn its foundations had been laid to a depth of "
            "twelve metres. It is not known who paid for the work that followed.",
            "en",
        ),
        (
            "Der Bau der Mole wurde im Frühjahr begonnen, und bis zum Herbst waren die Fundamente in einer Tiefe von "
            "zwölf Metern gelegt. Es ist nicht bekannt, wer für die weiteren Arbeiten bezahlt hat.",
            "de",
        ),
        (
            "La construction de la jetée a commencé au printemps et, à l’automne, les fondations étaient posées à une "
            "profondeur de douze mètres. On ne sait pas qui a payé pour les travaux qui ont suivi dans le port.",
            "fr",
        ),
        (
            "Строительство мола началось весной, и к осени фундамент был заложен на глубине двенадцати метров. Не "
            "известно, кто заплатил за работы, которые были проведены после этого, и как они будут закончены в порту "
            "на севере.",
            "ru",
        ),
        ("突堤の建設は春に始まり、秋までに基礎が水深十二メートルに据えられた。", "ja"),
        ("防波堤的建设于春季开始，到秋季基础已经打到十二米深。", "zh"),
        ("Too short to say.", ""),
        ("12 345 678 " * 50, ""),
        ("xyzzy plugh frotz " * 30, ""),
    ],
)  # fmt: skip
def test_a_language_is_told_where_it_is_plain(text, language):
    assert language_of(text) == language
