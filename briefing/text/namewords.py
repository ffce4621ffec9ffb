"""Words that names are made of: legal forms, titles, marks that tell namesakes apart, countries.

Every word stands as `romanise.plain` gives it. One line of a table is one meaning.
"""

from __future__ import annotations

import re
from typing import Final


def _meanings(table: str) -> dict[str, str]:
    """Read lines of `first / second / third` into word -> first word of its line."""
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        words = [word.strip() for word in line.split("/")]
        found.update(dict.fromkeys(words, words[0]))
    return found


FORMS: Final = frozenset(
    _meanings(
        """
llc / limited liability company / llp / limited liability partnership / lp / limited partnership
ltd / limited / co / company / inc / incorporated / corp / corporation / plc / public limited company
pty / pty ltd / pvt / private limited / sdn bhd / bhd / pt / tbk / wll / kk / kabushiki kaisha
jsc / joint stock company / joynt stock company / joint stock compan / open joint stock company / ojsc
closed joint stock company / cjsc / public joint stock company / pjsc / joint stock
ag / akg / aktiengesellschaft / aktiengeselschaft / gmbh / gesellschaft mit beschrankter haftung / kg / kgaa / ohg / se
sa / sas / sarl / societe anonyme / societe a responsabilite limitee / sl / srl / spa / sa de cv / ltda / limitada
sociedad anonima / societa per azioni / societatea cu raspundere limitata / societate cu raspundere limitata
bv / nv / besloten vennootschap / naamloze vennootschap / ab / aktiebolag / asa / a s / oy / oyj / aps
sp z oo / spolka z ograniczona odpowiedzialnoscia / spolka akcyjna / sro / kft / zrt / nyrt / doo / ood / ead
ooo / oao / zao / pao / ao / too / tov / pat / tdv / zhshs / mchzh
obshchestvo s ogranichennoy otvetstvennostyu / tovarishchestvo s ogranichennoy otvetstvennostyu
aktsionernoe obshchestvo / otkrytoe aktsionernoe obshchestvo / zakrytoe aktsionernoe obshchestvo
publichnoe aktsionernoe obshchestvo / anonim sirketi / limited sirketi / ltd sti
"""
    )
)
"""Legal forms: which of them a company has tells no two companies apart."""

TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor sir lord lady dame rev reverend president premier chancellor minister secretary"
    " senator sen rep representative congressman congresswoman governor gov ambassador mayor col colonel capt captain"
    " lt lieutenant sgt sergeant gen gov sheikh haji mullah ayatollah herr frau monsieur madame senor senora pan pani"
    " mv ms mt hms uss".split()
)
"""Said before a name, no part of it."""

PARTICLES: Final = frozenset(
    "the of and for de da di do dos das du del della dello der den des van von zu bin ibn ben bint al el la le les los"
    " ul ur as ad an ar und y e et en in im on at na a i s z ve dem".split()
)
"""Little words inside names, which writers drop or change."""

SOFT: Final = frozenset(
    "group groups holding holdings enterprise enterprises international global industries worldwide fund"
    " city town village district raion rayon rajon region oblast province county state selo gorod poselok shahri shaary"
    " osh khot sovkhoz station stantsiya republic deposit mine river lake mountain airport".split()
)
"""What kind of thing it is: often left out, seldom what tells two apart."""

BODIES: Final = frozenset(
    "bank fund company corporation group holding holdings capital partners trust ministry department agency commission"
    " committee council office bureau administration authority board court parliament government service services union"
    " association federation organization organisation institute institution university college school academy center"
    " centre foundation society party alliance league club team hospital church army navy force forces police chamber"
    " industries industry systems technologies technology solutions energy resources mining metals motors motor airlines"
    " airways railway railways railroad pharmaceuticals insurance exchange media press news times post journal"
    " organisation network corps brigade movement front survey laboratory labs consulting securities financial finance"
    " ventures investments investment brothers sons international group co inc corp llc ltd plc gmbh ag jsc".split()
)
"""Words that only an organisation has in its name."""

NATIONAL: Final = frozenset(
    "department ministry government administration agency survey commission army navy force forces parliament court"
    " chamber embassy treasury senate congress council service office bureau authority board corporation".split()
)
"""Bodies of a state: `US` before them is often left out."""

MARKS: Final = _meanings(
    """
upper / verkhne / verkhniy / verkhnyaya / verkhneye / verkhniye / verkhnee / verkhnie / ober / oberer / obere / superior / zhoghargy / jogargy / joghargy
lower / nizhne / nizhniy / nizhnyaya / nizhneye / nizhniye / nizhnee / unter / untere / nieder / inferior / tomengi
north / northern / severny / severnyy / severnaya / severnoye / severnoe / severo / nord / norte / norden / soltustik
south / southern / yuzhny / yuzhnyy / yuzhnaya / yuzhnoye / yuzhnoe / yuzhno / sud / sued / sur / suden / ontustik
east / eastern / vostochny / vostochnyy / vostochnaya / vostochnoye / vostochno / ost / este / shyghys
west / western / zapadny / zapadnyy / zapadnaya / zapadnoye / zapadno / ouest / oeste / batys
central / tsentralny / tsentralnyy / tsentralnaya / tsentralno
new / novo / novy / novyy / novaya / novoye / novoe / novyj / neu / neue / nuevo / nueva / nouveau / nouvelle / zhana / jana
old / staro / stary / staryy / staraya / staroye / viejo / vieja / vieux
great / greater / big / bolshoy / bolshaya / bolshoye / gross / grosse / velikiy / velikaya
little / small / lesser / maly / malyy / malaya / maloye / klein / kleine
inner / outer
junior / jr
senior / sr
"""
)  # fmt: skip
"""Words that tell namesakes apart: the upper deposit is not the lower one."""

GLUED_MARKS: Final = re.compile(r"^(verkhne|nizhne|severo|yuzhno|vostochno|zapadno|tsentralno)(?=[a-z]{4})")

NUMBERS: Final = {
    word: str(number)
    for number, words in enumerate(
        "zero/one first 1st/two second 2nd/three third 3rd/four fourth 4th/five fifth 5th/six sixth 6th/seven seventh 7th"
        "/eight eighth 8th/nine ninth 9th/ten tenth 10th/eleven/twelve/thirteen/fourteen/fifteen/sixteen/seventeen"
        "/eighteen/nineteen/twenty".split("/")
    )
    for word in words.split()
}
"""Numbers and ordinals in words."""

ROMAN: Final = {
    word: str(number + 1)
    for number, word in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV".split()
    )
}

NICKNAMES: Final = {
    (short, full)
    for line in (
        "bob rob bobby robert/bill will billy william/jim jimmy james/jack john johnny jonathan/joe joey joseph jose"
        "/mike mick michael mikhail/dick rick richard/ted ned ed eddie edward/tony anthony antonio/liz beth elizabeth"
        "/kate katie cathy catherine katherine/peggy maggie margaret/chuck charlie charles/hank harry henry/larry lawrence"
        "/andy drew andrew/sasha alexander aleksandr/volodya vladimir/dima dmitry/kolya nikolai/pepe jose/paco francisco"
        "/greg gregory/geoff jeff geoffrey jeffrey/steve steven stephen/bernie bernard/nick nicholas/tom thomas"
        "/dave david/dan danny daniel/sam samuel samantha/ben benjamin/tim timothy/pete peter/ron ronald/don donald"
        "/ken kenneth/sue susan/pat patrick patricia/gerry jerry gerald"
    ).split("/")
    for short in line.split()
    for full in line.split()
}
"""Given names in pairs that may stand for one another."""

COUNTRIES: Final = _meanings(
    """
afghanistan / afghan
albania / albanian
algeria / algerian
angola / angolan
argentina / argentine / argentinian
armenia / armenian
australia / australian
austria / austrian
azerbaijan / azerbaijani
bahrain / bahraini
bangladesh / bangladeshi
belarus / belarusian
belgium / belgian
bolivia / bolivian
bosnia / bosnian
botswana
brazil / brazilian / brasil
britain / british / uk / united kingdom / great britain
bulgaria / bulgarian
burundi
cambodia / cambodian
cameroon
canada / canadian
chad / chadian
chile / chilean
china / chinese / prc / peoples republic of china
colombia / colombian
congo / congolese
croatia / croatian
cuba / cuban
cyprus / cypriot
czechia / czech / czech republic
denmark / danish
ecuador / ecuadorian
egypt / egyptian
england / english
estonia / estonian
ethiopia / ethiopian
europe / european / eu / european union
finland / finnish
france / french
georgia / georgian
germany / german / deutschland
ghana / ghanaian
greece / greek
guatemala
guinea
haiti / haitian
honduras / honduran
hong kong
hungary / hungarian
iceland / icelandic
india / indian
indonesia / indonesian
iran / iranian
iraq / iraqi
ireland / irish
israel / israeli
italy / italian / italia
jamaica / jamaican
japan / japanese
jordan / jordanian
kazakhstan / kazakh / kazakhstani / qazaqstan / qazaq
kenya / kenyan
north korea / dprk / north korean
south korea / south korean / republic of korea
korea / korean
kuwait / kuwaiti
kyrgyzstan / kyrgyz
laos / lao
latvia / latvian
lebanon / lebanese
liberia
libya / libyan
lithuania / lithuanian
luxembourg
malaysia / malaysian
mali / malian
malta / maltese
mexico / mexican
moldova / moldovan
mongolia / mongolian
morocco / moroccan
mozambique
myanmar / burma / burmese
namibia
nepal / nepalese
netherlands / dutch / holland / nederland
new zealand
nicaragua / nicaraguan
niger
nigeria / nigerian
norway / norwegian / norge
oman / omani
pakistan / pakistani
palestine / palestinian
panama / panamanian
paraguay
peru / peruvian
philippines / philippine / filipino
poland / polish / polska
portugal / portuguese
qatar / qatari
romania / romanian
russia / russian / russian federation
rwanda / rwandan
saudi arabia / saudi / saudi arabian
scotland / scottish
senegal
serbia / serbian
singapore / singaporean
slovakia / slovak
slovenia / slovenian
somalia / somali
south africa / south african
spain / spanish / espana
sri lanka
sudan / sudanese
sweden / swedish
switzerland / swiss / schweiz / suisse
syria / syrian
taiwan / taiwanese
tajikistan / tajik
tanzania
thailand / thai
tunisia / tunisian
turkey / turkish / turkiye
turkmenistan / turkmen
uganda / ugandan
ukraine / ukrainian
united arab emirates / uae / emirati
united states / us / usa / america / american / united states of america
uruguay
uzbekistan / uzbek
venezuela / venezuelan
vietnam / vietnamese
wales / welsh
yemen / yemeni
zambia
zimbabwe
"""
)
"""Countries and their adjectives."""

_LONG: Final = frozenset(word for word in (*COUNTRIES, *FORMS) if " " in word)
_LONG_FIRST: Final = frozenset(word.split()[0] for word in _LONG)


def phrase_at(words: list[str], at: int) -> int:
    """Return how many words from `at` on are one country or legal form of several words, else 0."""
    if words[at] in _LONG_FIRST:
        for count in range(6, 1, -1):
            if " ".join(words[at : at + count]) in _LONG:
                return min(count, len(words) - at)
    return 0
