"""Which encoding makes words of the languages that are written in it: a guess for bytes that declare none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SIGNS: Final = frozenset(
    "–—‘’“”„‚«»‹›…•·€£¥°§©®™±²³µ×÷½¼¾¿¡ºª†‡‰№\xa0′″−、。「」『』・（），：；！？《》〈〉【】．％　ー～“”‘’"
)
_JOINING: Final = frozenset("’‘·\xad\xa0ªº°²³–—")
_WESTERN: Final = ("cp1252", "iso8859-15", "mac_roman", "cp850")
_CENTRAL: Final = ("cp1250", "iso8859-2", "cp852")
_CYRILLIC: Final = ("cp1251", "koi8_u", "koi8_r", "cp866", "iso8859-5", "mac_cyrillic")
_RUSSIAN: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюя"

_ALPHABETS: Final = (
    *((_WESTERN, letters, "", 0.0) for letters in (
        "éèêëàâæçîïôœùûüÿ", "äöüßé", "áéíñóúüç", "àéèíïóòúüç", "ãõáàâçéêíóôúüñ", "àèéìíîòóùú", "åäöæøéüà",
        "éèêëïöçñáíóúü",
    )),
    (_WESTERN, "áéíóúýþæöð", "áéíóú", 0.35),
    *((_CENTRAL, letters, "", 0.0) for letters in (
        "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž", "äöüß",
    )),
    (("cp1254",), "çğıiöşüâîû", "", 0.0),
    (("cp1257",), "ąčęėįšųūž", "", 0.0),
    (("cp1257",), "āčēģīķļņšūžõäöü", "", 0.0),
    (_CYRILLIC, _RUSSIAN + "ё", "оеаинтс", 0.45),
    (_CYRILLIC, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "оаинвтеі", 0.43),
    (_CYRILLIC, "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "аыіоенрс", 0.40),
    (_CYRILLIC, "абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ", "аоиенртс", 0.42),
    (("cp1253", "iso8859-7"), "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", "αοιετσνρς", 0.52),
    (("cp1255", "iso8859-8"), "אבגדהוזחטיךכלםמןנסעףפץצקרשת", "יהולמראת", 0.52),
    (("cp1256", "iso8859-6"), "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ،؛؟", "اليموندرت", 0.52),
    (("cp874",), "".join(map(chr, range(0x0E01, 0x0E5C))), "านรกอเง่", 0.25),
    (("cp932", "euc_jp"), "kana", "のにはをたがでてとしれさ", 0.10),
    (("cp949",), "hangul", "이다는의에을가은하고로지", 0.10),
    (("gb18030",), "han", "的一是在不了有和人这中大为上个国我以要他时来用们年日月发表公布后", 0.07),
    (("big5hkscs", "gb18030"), "han", "的一是在不了有和人這中大為上個國我以要他時來用們年日月發表公布後", 0.07),
)  # fmt: skip
"""(encodings, letters beyond a to z, the commonest of them, the share these have at least in running text)."""
_SCRIPTS: Final = {
    "kana": re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uff10-\uff5a々]"),
    "hangul": re.compile(r"[\uac00-\ud7a3]"),
    "han": re.compile(r"[\u4e00-\u9fff]"),
}
_BEYOND = re.compile(rb"[^\n]{0,200}[\x80-\xff][^\n]{0,200}")
_SAMPLE: Final = 20_000
_GOOD: Final = 0.9
_POOR: Final = 0.5


def likeliest(data: bytes) -> Iterator[tuple[str, bool]]:
    """Yield encodings that may be that of some bytes, the best first, each with whether it fits well."""
    sample = _sample(data)
    scores: dict[str, float] = {}
    for encodings, letters, common, share in _ALPHABETS:
        for name in encodings:
            text = sample.decode(name, "replace")
            scores[name] = max(scores.get(name, 0.0), _score(text, letters, common, share))
    for name in sorted(scores, key=lambda name: -scores[name]):
        if scores[name] >= _POOR:
            yield name, scores[name] >= _GOOD


def _sample(data: bytes) -> bytes:
    """Return the lines, or pieces of them, that hold bytes beyond ASCII."""
    found: list[bytes] = []
    size = 0
    for match in _BEYOND.finditer(data):
        found.append(match[0])
        size += len(match[0])
        if size > _SAMPLE:
            break
    return b"\n".join(found)


def _score(text: str, letters: str, common: str, share: float) -> float:
    """Return how far a text looks written in an alphabet, 0 to 1: foreign letters and rare ones cost."""
    beyond = [at for at, char in enumerate(text) if char >= "\x80"]
    script = _SCRIPTS.get(letters)
    alphabet = frozenset(letters) | frozenset(letters.upper())
    right = written = frequent = 0
    for at in beyond:
        char = text[at]
        if script.match(char) if script else char in alphabet:
            # a small letter before a capital, or two scripts in a word, is what a wrong encoding makes of it
            broken = char.isupper() and text[at - 1 : at].islower()
            mixed = letters[0] > "\u0250" and (_is_latin(text[at - 1 : at]) or _is_latin(text[at + 1 : at + 2]))
            right += not (broken or (mixed and not script))
            written += 1
            frequent += char.lower() in common
        elif char in _SIGNS:
            within = text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()
            right += bool(script) or char in _JOINING or not within
    if not beyond:
        return 0.0
    usual = min(1.0, frequent / (written * share)) if written and common else 0.0 if common else 1.0
    return right / len(beyond) * (1 + usual) / 2


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
