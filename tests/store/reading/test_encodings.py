"""Bytes to text: no character is ever changed in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import Unreadable
from briefing.store.reading.encodings import decode

RUSSIAN = "Длина мола составляет 1200 метров; маяк зажгли в мае, сообщил смотритель гавани."
GREEK = "Το μήκος του μόλου είναι 1200 μέτρα και ο φάρος άναψε τον Μάιο, είπε ο λιμενάρχης."
FRENCH = "La jetée s’étend sur 1 200 mètres ; le phare a été allumé à la mi-mai, a déclaré le gardien."
POLISH = "Długość mola wynosi 1200 metrów, a latarnię zapalono w maju, jak powiedział zarządca portu: „gotowe”."
CZECH = "Délka mola je 1200 metrů a maják byl rozsvícen v květnu, řekl správce přístavu."
TURKISH = "Mendireğin uzunluğu 1200 metredir ve fener mayıs ayında yakıldı, dedi liman başkanı; iş bitmiş değil."
JAPANESE = "突堤の長さは千二百メートルで、灯台は五月に点灯された。港長は「まだ終わっていない」と述べた。"
HEBREW = "אורך המזח הוא 1200 מטרים, והמגדלור הודלק בחודש מאי, אמר מנהל הנמל."
KOREAN = "방파제의 길이는 1200미터이며 등대는 오월에 점등되었다고 항만장은 말했다."
CHINESE = "防波堤长一千二百米，灯塔在五月点亮了，港口的主任说这个工程还没有完成。"


@given(st.text().filter(lambda text: "\0" not in text and "\x1b" not in text))
def test_utf8_is_kept_letter_for_letter(text):
    assert decode(text.encode()) == (text.removeprefix("\ufeff"), "utf-8", ())


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(name):
    assert decode(RUSSIAN.encode(name)).text == RUSSIAN


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, HEBREW, KOREAN])
def test_utf16_without_a_mark_is_found_and_told(name, text):
    decoded = decode(text.encode(name))
    assert decoded[:2] == (text, name)
    assert decoded.losses


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (GREEK, "cp1253"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (CZECH, "iso8859-2"),
        (TURKISH, "cp1254"),
        (HEBREW, "cp1255"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "euc_kr"),
        (CHINESE, "gb18030"),
        ("“It’s not finished – we can’t say when,” he said. It costs £5.", "cp1252"),
    ],
)
def test_an_encoding_that_nobody_declares_is_guessed_and_told(text, name):
    decoded = decode(text.encode(name))
    assert decoded.text == text
    assert "not declared" in decoded.losses[0]


def test_iso_2022_jp_looks_like_ascii_and_is_not():
    assert decode(JAPANESE.encode("iso2022_jp"))[:2] == (JAPANESE, "iso2022_jp")


@pytest.mark.parametrize(
    ("declared", "name"),
    [("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("Shift_JIS", "cp932"), ("GB2312", "gb18030")],
)
def test_a_page_means_what_browsers_take_its_charset_for(declared, name):
    text = f'<meta charset="{declared}"><p>“1 200 m”' if name == "cp1252" else f"<meta charset={declared}><p>{RUSSIAN}"
    assert decode(text.encode(name), html=True) == (text, name, ())


@pytest.mark.parametrize("declared", ["utf-7", "rot13", "unicode_escape", "idna", "zlib", "no such thing"])
def test_a_charset_that_is_none_is_not_obeyed(declared):
    text = f"<meta charset={declared}><p>{RUSSIAN}"
    assert decode(text.encode("cp1251"), html=True).encoding == "cp1251"


def test_a_few_damaged_bytes_are_told_by_line_and_shown():
    data = f"{RUSSIAN}\n{RUSSIAN}\n".encode().replace("маяк".encode(), b"\xffmayak", 1)
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 1
    assert decoded.losses == ("1 piece not utf-8 stand as U+FFFD, line 1",)


@pytest.mark.parametrize("data", [b"a\0b\0\0c", b"\0" * 5000, bytes(range(256)) * 20])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(Unreadable):
        decode(data)
