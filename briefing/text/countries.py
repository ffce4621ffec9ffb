"""Countries and their adjectives, as `romanise.plain` gives them; the name of a line comes first."""

from __future__ import annotations

from typing import Final

from briefing.text.wordtables import meanings

COUNTRIES: Final = meanings(
    """
afghanistan / afghan
africa / african
albania / albanian
algeria / algerian
angola / angolan
argentina / argentine / argentinian
armenia / armenian
asia / asian
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
soviet union / soviet / ussr
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
