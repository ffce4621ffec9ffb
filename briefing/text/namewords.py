"""Words that names are made of: legal forms, titles, marks that tell namesakes apart, countries.

Every word stands as `romanise.plain` gives it. One line of a table is one meaning.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.text.countries import COUNTRIES
from briefing.text.wordtables import in_order, meanings, word_set

FORMS: Final = frozenset(
    meanings(
        """
llc / limited liability company / llp / limited liability partnership / lp / limited partnership
ltd / limited / co / company / inc / incorporated / corp / corporation / plc / public limited company
pty / pty ltd / pvt / private limited / sdn bhd / bhd / pt / tbk / wll / kk / kabushiki kaisha
jsc / joint stock company / open joint stock company / ojsc
closed joint stock company / cjsc / public joint stock company / pjsc / joint stock
ag / aktiengesellschaft / gmbh / gesellschaft mit beschrankter haftung / kg / kgaa / ohg / se
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

TITLES: Final = word_set(
    """
    mr mrs ms miss mx dr prof professor sir lord lady dame rev reverend president premier chancellor minister
    secretary senator sen rep representative congressman congresswoman governor gov ambassador mayor col colonel
    capt captain lt lieutenant sgt sergeant gen gov sheikh haji mullah ayatollah herr frau monsieur madame senor
    senora pan pani mv ms mt hms uss
    """
)
"""Said before a name, no part of it."""

PARTICLES: Final = word_set(
    """
    the of and for de da di do dos das du del della dello der den des van von zu bin ibn ben bint al el la le les
    los ul ur as ad an ar und y e et en in im on at na a i s z ve dem
    """
)
"""Little words inside names, which writers drop or change."""

SOFT: Final = word_set(
    """
    group groups holding holdings enterprise enterprises international global industries worldwide fund city town
    village district raion rayon rajon region oblast province county state selo gorod poselok shahri shaary osh
    khot sovkhoz station stantsiya republic deposit mine river lake mountain airport
    """
)
"""What kind of thing it is: often left out, seldom what tells two apart."""

BODIES: Final = word_set(
    """
    bank fund company corporation group holding holdings capital partners trust ministry department agency
    commission committee council office bureau administration authority board court parliament government service
    services union association federation organization organisation institute institution university college
    school academy center centre foundation society party alliance league club team hospital church army navy
    force forces police chamber industries industry systems technologies technology solutions energy resources
    mining metals motors motor airlines airways railway railways railroad pharmaceuticals insurance exchange media
    press news times post journal organisation network corps brigade movement front survey laboratory labs
    consulting securities financial finance ventures investments investment brothers sons international group co
    inc corp llc ltd plc gmbh ag jsc
    """
)
"""Words that only an organisation has in its name."""

PLACES: Final = word_set(
    """
    river lake sea ocean gulf bay strait cape mount mountain mountains hills valley desert island islands
    peninsula city town village district region oblast province county prefecture state territory street avenue
    road square airport port station park bridge canal dam deposit mine field basin coast beach republic kingdom
    emirate steppe capital hill creek springs falls forest plateau
    """
)
"""Words that only a place has in its name."""

DATES: Final = word_set(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    christmas easter ramadan q1 q2 q3 q4 am pm gmt utc est cet
    """
)
"""Months, days and the like: capitals without a name."""

NO_NAMES: Final = word_set(
    """
    usd eur gbp rub cny jpy kzt chf gdp vat ceo cfo coo cto cio vp hr it ai tv pr faq pdf url id ok phd md jr sr
    mw gw kwh mwh kg km mt kt oz lb sq ii iii iv vi vii viii ix
    """
)
"""Capital letters that name nobody."""

FUNCTION: Final = word_set(
    """
    a an the this that these those it its he she they we you i his her their our my your there here who whom whose
    what which when where why how if while although though because since unless until after before during as at by
    for from in into of off on onto out over per than through throughout to toward towards under up upon with
    within without and or but nor so yet not no yes also both either neither each every all any some many much
    most more few several other others another such only just even still already then now today yesterday tomorrow
    tonight however moreover furthermore meanwhile therefore thus hence instead otherwise nevertheless nonetheless
    additionally finally recently currently previously earlier later last next according despite amid among around
    about above below between beyond behind besides against along across like unlike via is are was were be been
    being has have had do does did will would can could may might must shall should let once again perhaps maybe
    indeed originally initially eventually subsequently consequently accordingly similarly likewise overall
    generally typically usually often sometimes always never ever further former including regarding concerning
    considering compared due rather too very quite almost nearly roughly approximately least less whether says
    said
    """
)
"""Little words: no name begins or ends with them."""

ALSO_NAMES: Final = frozenset(("may", "will"))
"""Little words that are names of people too, where they stand with a capital inside a sentence."""

OPENERS: Final = word_set(
    """
    first second third fourth one two three four five six seven eight nine ten hundreds thousands millions current
    new old recent given based asked following part officials people police experts analysts critics supporters
    residents workers employees investors shareholders customers voters lawmakers members leaders scientists
    researchers doctors patients students teachers parents children women men sources reports data figures results
    shares stocks prices sales revenue profits exports imports production output demand supply talks negotiations
    details plans efforts questions concerns rules laws law court courts government governments company companies
    country countries world city state states nation nations industry market markets trade war peace news photo
    image credit source read share email updated published posted copyright note disclaimer home contact search
    menu subscribe advertisement related latest breaking editor reporting writing editing additional long-term
    short-term high-level large-scale state-backed world-class non key main major global international national
    local federal regional public private political economic social technical financial military nuclear strategic
    direct potential total average annual monthly daily weekly quarterly early late half success failure growth
    development research analysis study studies survey surveys evidence proof support use work life time year
    years month months week weeks day days morning evening night number numbers end start senior top chief
    """
)
"""Common words that open sentences: alone and first, their capital proves nothing."""

GIVEN: Final = word_set(
    """
    ahmed alan albert alexander alexei ali alice amy ana anders andrea andrei angela anna anne antonio arthur aziz
    barack boris brian bruce carl carlos catherine charles chen christian christine christopher claire craig dana
    daniel david deborah dennis diana dmitry donald donna douglas elena elizabeth emily emma emmanuel eric erik
    eva fatima fernando francis frank gabriel gary george giorgia gordon grace greg hans hassan heather helen
    henry howard hugo hussein ian igor irina isabel ivan jack jacob james jan jane janet jason jean jennifer
    jeremy jerome jerry jessica jesus joan joe johan john jonathan jorge jose joseph josh juan judith julia julie
    justin karen karl kate keith kelly kevin kim kimberly klaus larry laura lauren laurent lee leo liam linda lisa
    louis lucas luis luke manuel marco margaret maria marie mario mark martha martin mary matthew melissa michael
    michelle miguel mikhail mohamed mohammed muhammad nancy narendra natalia nathan neil nicholas nicolas nikolai
    nina noah olaf oleg olga oliver olivia omar oscar pablo patricia patrick paul paula pedro peter philip pierre
    rachel raj ralph raul rebecca ricardo richard robert roger roman ronald rosa roy ruslan ruth ryan samuel
    sandra sara sarah scott sean sebastian sergei sergey serik sharon simon sofia sophie stefan stephanie stephen
    steven susan svetlana tatiana teresa theresa thomas tim timothy tina tom tony ursula victor viktor vincent
    vladimir volodymyr walter wang wei wendy wilhelm william xavier xi yevgeny yulia yusuf zhang
    """
)
"""Common given names: where one opens a name of two words, it is a person's."""

MARKS: Final = meanings(
    """
upper / verkhne / verkhniy / verkhnyaya / verkhneye / verkhniye / verkhnee / ober / obere / superior / zhoghargy
lower / nizhne / nizhniy / nizhnyaya / nizhneye / nizhniye / nizhnee / unter / untere / nieder / inferior / tomengi
north / northern / severny / severnyy / severnaya / severnoye / severnoe / severo / nord / norte / norden / soltustik
south / southern / yuzhny / yuzhnyy / yuzhnaya / yuzhnoye / yuzhnoe / yuzhno / sud / sued / sur / suden / ontustik
east / eastern / vostochny / vostochnyy / vostochnaya / vostochnoye / vostochno / ost / este / shyghys
west / western / zapadny / zapadnyy / zapadnaya / zapadnoye / zapadno / ouest / oeste / batys
central / tsentralny / tsentralnyy / tsentralnaya / tsentralno
new / novo / novy / novyy / novaya / novoye / novoe / novyj / neu / neue / nuevo / nueva / nouveau / zhana
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

NUMBERS: Final = meanings(
    """
0 / zero
1 / one / first / 1st
2 / two / second / 2nd
3 / three / third / 3rd
4 / four / fourth / 4th
5 / five / fifth / 5th
6 / six / sixth / 6th
7 / seven / seventh / 7th
8 / eight / eighth / 8th
9 / nine / ninth / 9th
10 / ten / tenth / 10th
11 / eleven
12 / twelve
20 / twenty
"""
)
"""Numbers and ordinals in words."""

ROMAN: Final = {
    numeral: str(number)
    for number, numeral in enumerate(
        in_order("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV"), 1
    )
}
"""Numerals of regents, funds, phases."""

NICKNAMES: Final = {
    (short, full)
    for line in [
        "bob rob bobby robert",
        "bill will billy william",
        "jim jimmy james",
        "jack john johnny jonathan",
        "joe joey joseph jose",
        "mike mick michael mikhail",
        "dick rick richard",
        "ted ned ed eddie edward",
        "tony anthony antonio",
        "liz beth elizabeth",
        "kate katie cathy catherine katherine",
        "peggy maggie margaret",
        "chuck charlie charles",
        "hank harry henry",
        "larry lawrence",
        "andy drew andrew",
        "sasha alexander aleksandr",
        "volodya vladimir",
        "dima dmitry",
        "kolya nikolai",
        "pepe jose",
        "paco francisco",
        "greg gregory",
        "geoff jeff geoffrey jeffrey",
        "steve steven stephen",
        "bernie bernard",
        "nick nicholas",
        "tom thomas",
        "dave david",
        "dan danny daniel",
        "sam samuel samantha",
        "ben benjamin",
        "tim timothy",
        "pete peter",
        "ron ronald",
        "don donald",
        "ken kenneth",
        "sue susan",
        "pat patrick patricia",
        "gerry jerry gerald",
    ]
    for short in line.split()
    for full in line.split()
}
"""Given names in pairs that may stand for one another."""

_LONG: Final = frozenset(word for word in (*COUNTRIES, *FORMS) if " " in word)
_LONG_FIRST: Final = frozenset(word.split()[0] for word in _LONG)


def phrase_at(words: list[str], at: int) -> int:
    """Return how many words from `at` on are one country or legal form of several words, else 0."""
    if words[at] in _LONG_FIRST:
        for count in range(6, 1, -1):
            if " ".join(words[at : at + count]) in _LONG:
                return min(count, len(words) - at)
    return 0
