"""Invented stories told by several documents, with what was planted in them.

A plant is (kind, (document, words), (document, words)): the words stand inside a side of the candidate that must
be found. Whatever else is proposed as real is a false alarm, for nothing else in a story disagrees.
"""

from dataclasses import dataclass, field

Place = tuple[str, str]


@dataclass(frozen=True)
class Story:
    texts: dict[str, str]
    published: dict[str, str] = field(default_factory=dict)
    plants: tuple[tuple[str, Place, Place], ...] = ()


BANK = Story(
    texts={
        "wire": """Harrow Pike to buy rival lender Calder Mutual

Harrow Pike plc agreed on Tuesday to buy Calder Mutual for $3.4 billion in cash and shares, the two lenders said in a joint statement.
The deal values each Calder share at $27.50, a premium of 18% to Monday's closing price. Calder has 212 branches and employs about 9,400 people.
Harrow Pike reported net profit of $612 million for 2023, up from $540 million in 2022. Its revenue rose 7% to $4.1 billion.
Chief executive Dolores Quint will lead the combined group. Calder's chief executive, Anselm Berge, will step down when the deal closes.
The companies expect annual savings of $180 million by 2027. Regulators in Norland and Esterria must still approve the takeover.
Analysts at Tolliver Research said the price was generous, and that the merger would create the country's third-largest bank by deposits.""",
        "daily": """Calder Mutual sold

Calder Mutual, the savings bank founded in 1887, is to be taken over by Harrow Pike plc in a deal worth $3.9 billion, it was announced on Tuesday.
Calder shareholders will receive $27.50 for every share. The bank has roughly 9,400 employees and 212 branches, most of them in the north.
Harrow Pike made a net profit of $612 million last year. Its revenue fell 7% to $4.1 billion, hurt by higher funding costs.
The merged bank will be run by Dolores Quint, the chief executive of Harrow Pike.
Some 1,200 jobs will go, unions fear. The bank declined to give a number.""",
        "blog": """What the Calder deal means for savers

Savers need not worry about the takeover of Calder Mutual by Harrow Pike. Deposits are guaranteed up to $100,000 per customer.
The combined group will close 45 of Calder's branches within two years, leaving 167.
Annual savings of more than $150 million are planned. The new chief executive of Harrow Pike, Teodor Lund, told staff that no decision on jobs had been taken.
Calder was founded in 1878 by a group of weavers. Its rate on easy-access accounts is 3.1%, against 2.8% at Harrow Pike.
Harrow Pike's revenue was $3.8 billion in 2022.""",
    },
    published={"wire": "2024-03-12", "daily": "2024-03-13", "blog": "2024-03-20"},
    plants=(
        ("figure", ("wire", "$3.4 billion"), ("daily", "$3.9 billion")),
        ("figure", ("wire", "rose 7%"), ("daily", "fell 7%")),
        ("date", ("daily", "1887"), ("blog", "1878")),
        ("role", ("daily", "Dolores Quint"), ("blog", "Teodor Lund")),
    ),
)

TRIAL = Story(
    texts={
        "journal": """Lenvoxin in moderate asthma: results of the BREEZE-2 study

A total of 1,148 adults with moderate asthma were randomised at 96 hospitals in eleven countries. Patients received 40 mg of lenvoxin or a placebo once daily for 24 weeks.
Severe attacks occurred in 8.2% of patients on lenvoxin and in 14.9% of those on placebo. The drug reduced the risk of a severe attack by 45%.
Headache was the most common side effect, seen in 11% of the lenvoxin group and 9% of the placebo group.
Two patients in the placebo group died. No deaths occurred in the lenvoxin group.
The study was led by Professor Ingrid Solheim of the University of Marstad and funded by Orrin Biosciences.
The mean age of the patients was 46 years, and 58% were women.""",
        "press": """Orrin's asthma drug cuts severe attacks

Orrin Biosciences said its asthma drug lenvoxin cut severe attacks by 54% in a late-stage trial of 1,148 adults.
The BREEZE-2 trial compared a daily dose of 40 mg with placebo over 24 weeks at 96 hospitals.
Orrin plans to apply for approval in Norland before the end of the year. The company's shares rose 12% on the news.
"These are the best results we have ever seen," said Professor Ingrid Solheim, who led the study. Analysts expect peak sales of $900 million a year.
The trial in children, BREEZE-3, has enrolled 310 patients so far.""",
        "radio": """New hope for asthma patients

A new tablet could help people with moderate asthma. In a study of nearly 1,150 adults, those who took lenvoxin had far fewer severe attacks.
The patients were given a daily dose of 60 mg for 24 weeks, or a dummy pill. Three patients in the placebo group died.
Some 11% of those on lenvoxin had headaches. The study's leader, Ingrid Solhiem, said further work was needed.
Asthma affects about 260 million people worldwide.""",
    },
    published={"journal": "2023-09-02", "press": "2023-09-01", "radio": "2023-09-04"},
    plants=(
        ("figure", ("journal", "45%"), ("press", "54%")),
        ("figure", ("press", "40 mg"), ("radio", "60 mg")),
        ("figure", ("journal", "Two patients"), ("radio", "Three patients")),
        ("name", ("journal", "Ingrid Solheim"), ("radio", "Ingrid Solhiem")),
    ),
)

FLOOD = Story(
    texts={
        "first": """At least 14 dead as dam bursts above Orlesk

At least 14 people died and dozens were missing after a dam burst above the town of Orlesk on Sunday, officials said.
The Verra dam, built in 1962, gave way after three days of rain. A wave up to six metres high swept through the valley.
About 2,300 people were evacuated to schools and a sports hall. Governor Pavel Ostrander declared a state of emergency.
The dam's operator, Norvik Hydro, said it had warned the authorities on Saturday evening. The regional government denied that it had received a warning.
Rainfall of 212 millimetres was measured in 72 hours.""",
        "second": """Orlesk flood: 23 bodies found

The number of people killed in the Orlesk flood has risen to 23, Governor Pavel Ostrander said on Wednesday. Nine people are still missing.
The Verra dam burst on Sunday after days of heavy rain. It was built in 1962 and was last inspected in 2019.
The regional government confirmed that it had received a warning from Norvik Hydro on Saturday evening.
Repairs to roads and bridges will cost an estimated 140 million euros. Some 2,300 people had to leave their homes.
In the neighbouring valley of Tarn, a landslide killed two people.""",
        "report": """Report of the commission on the Verra dam failure

The Verra dam above Orlesk failed on Sunday 9 June 2019 at 04:20. The dam was completed in 1926 and raised by four metres in 1971.
The flood killed 23 people and injured 61. Some 3,200 people were evacuated.
Norvik Hydro's last inspection took place in 2017. The operator did not warn the authorities before the failure.
The total damage is put at 310 million euros, of which 140 million for roads and bridges. The wave reached a height of five to six metres in the town.
A landslide at Tarn on 10 June killed two people.""",
    },
    published={"first": "2019-06-10", "second": "2019-06-12", "report": "2020-03-01"},
    plants=(
        ("date", ("first", "1962"), ("report", "1926")),
        ("figure", ("first", "2,300 people"), ("report", "3,200 people")),
        ("date", ("second", "2019"), ("report", "2017")),
        ("status", ("first", "denied"), ("second", "confirmed")),
        ("status", ("first", "had warned"), ("report", "did not warn")),
    ),
)

TRANSFER = Story(
    texts={
        "club": """Striker Luka Mareth joins Velden City

Velden City have signed striker Luka Mareth from Porto Alba on a four-year contract. The 24-year-old scored 21 goals in 34 league games last season.
Head coach Jonas Brandt said Mareth was his first choice. The fee was not disclosed.
Mareth will wear number 9 and could make his debut against Harbour Rovers on Saturday.
Velden finished sixth last season with 61 points. Their stadium holds 32,000 spectators.""",
        "paper": """Velden pay 28 million for Mareth

Velden City have paid 28 million euros for the Porto Alba striker Luka Mareth, who signed a five-year contract on Thursday.
Mareth, who scored 21 league goals for Porto Alba last season, passed a medical on Wednesday. He is the club's second signing of the summer after goalkeeper Ian Sorrel, who cost 4 million euros.
Velden, who finished sixth, sold midfielder Theo Anker for 15 million euros last week. Anker played 118 games for the club.
Porto Alba finished third with 72 points.""",
        "fans": """Luka at last!

Our new number nine is here. Luka Mareth cost a club record 35 million euros, and he is worth every cent.
He scored 19 goals in 34 league games for Porto Alba last season, and added six more in the cup.
Coach Jonas Brandt has already said that Mareth will start against Harbour Rovers. Last year we finished seventh, this year we want more.
Rovers have won four of their last five games.""",
    },
    published={"club": "2022-07-14", "paper": "2022-07-15", "fans": "2022-07-16"},
    plants=(
        ("figure", ("club", "four-year contract"), ("paper", "five-year contract")),
        ("figure", ("paper", "28 million euros"), ("fans", "35 million euros")),
        ("figure", ("club", "21 goals"), ("fans", "19 goals")),
        ("figure", ("club", "sixth"), ("fans", "seventh")),
    ),
)

COURT = Story(
    texts={
        "court": """The State v. Marlow Freight

On 3 May 2021 the district court of Selby found Marlow Freight guilty on four counts of dumping waste in the river Ash and fined the company 2.4 million pounds.
Its former managing director, Giles Trewin, was acquitted of all charges. Judge Helena Foss said the company had ignored repeated warnings.
The company dumped 310 tonnes of solvent between 2014 and 2017. Two other firms, Dunmore Chemicals and Pell Brothers, settled out of court for 600,000 pounds each.
Marlow Freight has 30 days to appeal.""",
        "local": """Haulage firm fined over river waste

Marlow Freight must pay a fine of 2.4 million pounds for dumping waste in the river Ash, a court in Selby ruled on Monday.
The firm's former managing director, Giles Trewin, was convicted of one charge and given a suspended sentence.
Judge Helena Foss said warnings had been ignored for years. Prosecutors said 310 tonnes of solvent went into the river.
Marlow Freight said it would appeal. Dunmore Chemicals, which settled for 600,000 pounds in 2019, declined to comment.""",
        "ngo": """Victory for the Ash

After years of work by volunteers, the polluters of the river Ash have been brought to justice. Marlow Freight was found guilty on six counts and must pay 2.4 million pounds.
The company dumped more than 300 tonnes of solvent over three years. Pell Brothers paid 850,000 pounds in a settlement, Dunmore Chemicals 600,000 pounds.
Marlow Freight said that it would not appeal. Fish stocks in the river have fallen by 70% since 2010.
The judge, Helene Foss, praised the volunteers.""",
    },
    published={"court": "2021-05-03", "local": "2021-05-04", "ngo": "2021-05-10"},
    plants=(
        ("status", ("court", "acquitted"), ("local", "convicted")),
        ("figure", ("court", "four counts"), ("ngo", "six counts")),
        ("figure", ("court", "600,000 pounds"), ("ngo", "850,000 pounds")),
        ("status", ("local", "would appeal"), ("ngo", "would not appeal")),
        ("name", ("court", "Helena Foss"), ("ngo", "Helene Foss")),
    ),
)

TRAM = Story(
    texts={
        "council": """Minutes of the city council

The council voted 31 to 24 on 8 February 2022 to build the new tram line from Central Station to Queensferry. The line will be 11.5 km long with 17 stops.
Construction is to begin in March 2023 and the line should open in the autumn of 2026. The cost is put at 480 million, of which the city pays 35% and the state 65%.
Mayor Ruth Adeyemi said the line would carry 40,000 passengers a day. The contract for the planning was awarded to Brook & Stahl.
The old depot at Millgate covers 6 hectares. It will be sold.""",
        "press": """City gets its tram

Work on the new tram line to Queensferry will start in March 2023, the mayor, Ruth Adeyemi, said. It will run for 11.5 kilometres from Central Station and have 17 stops.
The line will cost 520 million and open in 2026. About 40,000 people are expected to use it every day.
The city will pay 35% of the cost, the state 50% and the federal government 25%.
The previous line, opened in 2008, cost 210 million and is 7.2 km long.""",
        "builder": """Brook & Stahl wins tram contract

Brook & Stahl has been awarded the planning contract for the Queensferry tram line. The contract is worth 12 million.
The line of about 12 km will have 19 stops. Construction will begin in March 2023.
Brook & Stahl has 640 employees in five offices. Last year its turnover grew from 80 million to 92 million, an increase of 25%.
Passengers are expected to number 14 million a year.""",
    },
    published={"council": "2022-02-08", "press": "2022-02-10", "builder": "2022-04-02"},
    plants=(
        ("figure", ("council", "480 million"), ("press", "520 million")),
        ("figure", ("council", "17 stops"), ("builder", "19 stops")),
        ("internal", ("press", "35%"), ("press", "25%")),
        ("internal", ("builder", "92 million"), ("builder", "25%")),
        ("figure", ("council", "the state 65%"), ("press", "the state 50%")),
    ),
)

STORIES = {"bank": BANK, "trial": TRIAL, "flood": FLOOD, "transfer": TRANSFER, "court": COURT, "tram": TRAM}
