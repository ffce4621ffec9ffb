"""Which language a text is in, by its script or its commonest short words; nothing where that is unsure."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_WORDS: Final = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is for was with on as by at from it this are be which has have not were their an",
        "de": "der die und das den von zu mit ist des im nicht ein eine für auf dem sich als auch wird bei nach wurde",
        "fr": "le la les de des et du en un une est que pour dans par sur au qui pas plus avec sont ce aux cette été",
        "es": "el la los las de del en un una que por para con se es al su lo como más fue ha sobre este entre",
        "ca": "el la els les de del dels i en un una que per amb no és al als més com pel aquest aquesta són va",
        "it": "il la le di del della che in un una per con non si gli al dei da sono nel alla più come anche",
        "pt": "os as de do da dos das em um uma que para com não por no na se ao mais foi como são pelo também",
        "nl": "de het een van en in is dat op te voor met zijn niet aan er ook bij als naar door om uit werd wordt",
        "sv": "och att det som en av är på för med den till i ett har inte om ett från de var kan vid efter",
        "da": "og at det som en af er på for med den til i et har ikke om fra de var kan ved efter blev også",
        "nb": "og at det som en av er på for med den til i et har ikke om fra de var kan ved etter ble også",
        "fi": "ja on ei että se oli hän ovat mutta kun myös sekä joka tai kuin niin ole mukaan jo vuoden sen",
        "pl": "i w z na do się nie że jest to o jak po od za oraz przez dla są był przy także może ma który",
        "cs": "a v na se je že do z o s k i za by pro jako ve od po jsou bylo při také který která podle",
        "sk": "a v na sa je že do z o s k aj za by pre ako vo od po sú bolo pri tiež ktorý ktorá podľa",
        "hr": "i u na je se da za od su s o koji ne kao iz do po te bi ili sa što nije prema koja",
        "sl": "in v na je za se da so ki z s pa ni kot po tudi ali od do bo pri še bi leta",
        "lt": "ir kad su iš į tai yra bei dėl buvo ne kaip už apie bet nuo per taip jau metų",
        "et": "ja on ei et oli see kui mis ka oma aga või nii kes veel mille tema aasta selle",
        "hu": "a az és hogy nem is egy volt van meg ez el csak de már mint szerint után által lehet még kell",
        "ro": "și în de la cu pe din că este nu un o care pentru al ale sau mai fost prin sunt după s-a fi",
        "tr": "ve bir bu için ile da de olarak olan gibi daha çok en sonra kadar göre ise değil ancak tarafından",
        "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh ke adalah juga atau sebagai tahun",
        "vi": "và của là có trong cho các được với không này đã một những khi về đến người năm từ",
        "ru": "и в не на что с по как из за к от для это его то о а был также при были она они году",
        "uk": "і в не на що з по як із за до від для це його та у був також при були вона вони році",
        "bg": "и на в за се от да не че с по е са като са при ще до през това след които беше",
        "sr": "и у је да се на су за од не са као што по из би који али или након",
        "kk": "және мен бұл үшін деп бар да де болып осы жылы сол арқылы туралы болды бойынша ең тағы екен",
        "el": "και το του της η ο να με για που την τα από στο οι σε είναι τον δεν θα στην των",
    }.items()
}
_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3041-\u30ff]"), 0.15),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 0.4),
    ("ko", re.compile(r"[\uac00-\ud7a3]"), 0.4),
    ("he", re.compile(r"[\u05d0-\u05ea]"), 0.4),
    ("ar", re.compile(r"[\u0621-\u064a]"), 0.4),
    ("th", re.compile(r"[\u0e01-\u0e5b]"), 0.4),
    ("hi", re.compile(r"[\u0904-\u0939]"), 0.4),
    ("ka", re.compile(r"[\u10d0-\u10ff]"), 0.4),
    ("hy", re.compile(r"[\u0561-\u0587]"), 0.4),
)
_WORD = re.compile(r"[^\W\d_]+")
_LEAST, _SHARE, _LEAD, _KINDS = 30, 0.08, 1.25, 4
"""Words that a text needs, the share of common ones among them, how far the first language is ahead, different ones."""


def language_of(text: str, cap: int = 20_000) -> str:
    """Return the language of a text as a two-letter code, or nothing."""
    start = text[:cap]
    letters = sum(map(str.isalpha, start))
    for language, script, share in _SCRIPTS:
        if letters and len(script.findall(start)) > share * letters:
            # Persian and Urdu have letters of their own, and Arabic is not told from other users of its script
            return "" if language == "ar" and re.search(r"[پچژگٹڈ]", start) else language
    words = Counter(_WORD.findall(start.lower()))
    count = sum(words.values())
    if count < _LEAST:
        return ""
    shares = {language: sum(words[word] for word in common) for language, common in _WORDS.items()}
    (language, best), (_, next_best) = sorted(shares.items(), key=lambda item: -item[1])[:2]
    if sum(word in words for word in _WORDS[language]) < _KINDS:
        return ""
    return language if best >= _SHARE * count and best >= _LEAD * next_best else ""
