"""Invented stories of many subjects, with drafts that go against them and drafts that say the same."""

from __future__ import annotations

from typing import Final

STORIES: Final = {
    "hospital": """
St. Brannoc Hospital will close its maternity ward in March, according to the regional health board.
Nurse Helga Amsel told reporters that 14 beds were already empty.
A person familiar with the talks said the hospital wants to sell the north wing to Corvia Clinics.
Corvia Clinics declined to comment on the price.
Ilse Trautmann is the medical director of the hospital, and Peer Aldag chairs its board of trustees.
The trustees own 70 percent of the hospital's laundry service and the town of Ostrava Mills owns 30 percent.
The Lindqvist Foundation is financing the new scanner, which Medirad will operate.
The hospital signed a non-binding letter of intent with Corvia Clinics in May.
No patient was harmed when the power failed in June.
The cause of the power failure has not been disclosed.
The state inspectorate has approved the plan for a new emergency room, and construction has not begun.
The pharmacy lacks a licence for imported vaccines.
""",
    "court": """
Judge Renske Bol dismissed the fraud charge against the shipowner Anton Veraart on Friday.
Prosecutor Lidia Mazur said she would appeal the ruling.
Veraart's lawyer, Cees Donker, said his client had never met the broker.
The broker, Hanna Voss, testified that she acted for the buyer, Tidewell Lines, not for the seller, Veraart Shipping.
Two witnesses who asked not to be named described the sale as rushed.
The court has not set a date for the appeal hearing.
Tidewell Lines and Veraart Shipping are negotiating a settlement of the civil claim.
According to the harbour authority, three tankers were seized in Delfport.
Veraart denied that he had forged the papers.
The insurer Norland Mutual advised the seller on the value of the tankers.
The ruling is binding only on the two companies.
""",
    "football": """
FC Halmark are in talks with Sporting Veda over the transfer of striker Diego Ruan.
The clubs have not agreed on a fee, Halmark sporting director Pim Oster said.
Radio Kestrel reported that Ruan had already passed a medical test.
Ruan's agent, Sofia Lemos, denied that the player had asked to leave.
Sporting Veda, the selling club, want 12 million euros.
Coach Bruno Talev confirmed that captain Olek Marsh will miss the cup final with a knee injury.
Halmark cancelled their summer tour of Asia in April.
Businessman Ravi Sethna is the majority owner of Halmark; the fans' trust Red Thread is the minority shareholder.
The stadium is operated by Arenco and owned by the city.
Halmark have never won the cup.
The league has yet to approve the new stadium roof.
""",
    "bank": """
Bank Aurelia and Credit Montfort signed a binding merger agreement on Monday.
Goldfinch Partners advises Bank Aurelia, and Harrow Stone advises Credit Montfort.
The merger has not been approved by the competition authority.
The finance ministry said the state would sell its stake in Credit Montfort.
Analysts at Brightwater estimate that 2,000 jobs could be lost.
Chief executive Marta Quill will lead the combined bank, and Leon Fabre will be chairman.
The price of the deal was not disclosed.
Bank Aurelia has exclusive rights to negotiate with the insurer Palisade until July.
A loan of 300 million from the Export Fund is still being negotiated.
Two people with direct knowledge of the matter said a rival bid by Union Kredit had been considered and rejected.
Credit Montfort has no branches in the south.
""",
    "election": """
Senator Ada Brook won the governorship of Kestoria, according to the election commission.
Her opponent Victor Lane conceded defeat on Sunday night.
Lane's campaign manager, Tess Moran, said the count in Orrin County was not fair.
The newspaper Kestoria Courier estimated turnout at 61 percent.
The commission did not find evidence of fraud.
The Farmers' Union financed the campaign of Brook, and the Mining League backed Lane.
Brook has proposed a tax on empty houses, which the assembly has not yet voted on.
Only residents over the age of 18 may vote by mail.
Observers from the Northern Council, who spoke on condition of anonymity, described long queues.
Brook appointed Ned Falk as treasurer of the state.
The recount in Orrin County has been completed.
""",
    "school": """
The council of Elmsford has agreed to close Birch Lane School next summer, the education department said.
Head teacher Orla Finn said she had not been consulted.
Parents' group Save Our Desks is financing a legal challenge.
Northgate Academies will run the new school, which the council will continue to own.
The builder Hadrow & Sons is still negotiating the price of the roof.
Deputy mayor Ines Calder denied that the land had been promised to a supermarket.
A councillor who asked not to be identified said the vote had been rushed.
The department has not published the inspection report.
The county lends the council 4 million pounds for the work.
""",
    "software": """
Nimbus Labs acquired the chip designer Fernway for 800 million dollars, the newspaper Harbour Daily reported.
Fernway chief executive Yuki Tan will leave the company; Omar Reyes will lead the merged chip unit.
The regulator in Lisbon is reviewing the purchase and has not yet decided on it.
Nimbus has a non-exclusive licence for the Fernway patents.
Kestner Bank advised Fernway on the sale.
Nimbus said no customer data was lost in the breach.
The pension fund Alder holds 12 percent of Nimbus, and the Rowe family owns 61 percent.
The two companies plan to open a laboratory in Porto.
""",
    "climate": """
The dam at Lower Tarn was built by Stroud Engineering and is operated by the water authority.
Hydrologist Nadia Weir estimates that the river will lose a third of its flow.
Stroud Engineering admitted that the concrete had not been tested.
The government has suspended the plan for a second dam.
Villagers in Tarn usually receive no compensation.
Geologists at the University of Penmoor found cracks in the northern wall, the university said.
The environment minister Tomas Brandt did not attend the hearing.
The insurers have yet to pay for the flood of 2019.
""",
}
CONTRARY: Final = [
    (
        "hospital",
        "attribution",
        "The maternity ward of St. Brannoc Hospital will close in March, according to Corvia Clinics.",
    ),
    ("hospital", "attribution", "Ilse Trautmann told reporters that 14 beds were already empty."),
    (
        "hospital",
        "attribution",
        "The regional health board said the hospital wants to sell the north wing to Corvia Clinics.",
    ),
    ("hospital", "role", "Ilse Trautmann chairs the hospital's board of trustees."),
    (
        "hospital",
        "role",
        "The town of Ostrava Mills owns 70 percent of the hospital's laundry service and is its majority owner.",
    ),
    ("hospital", "role", "Medirad is financing the new scanner."),
    ("hospital", "status", "The hospital and Corvia Clinics have signed a binding contract."),
    ("hospital", "negation", "Several patients were harmed when the power failed in June."),
    ("hospital", "negation", "The cause of the power failure is publicly known."),
    ("hospital", "status", "Construction of the new emergency room has begun."),
    ("hospital", "negation", "The pharmacy has a licence for imported vaccines."),
    ("hospital", "status", "The state inspectorate has rejected the plan for a new emergency room."),
    ("court", "negation", "Prosecutor Lidia Mazur said she would not appeal the ruling."),
    ("court", "attribution", "Prosecutor Lidia Mazur said Veraart had never met the broker."),
    ("court", "role", "Hanna Voss testified that she acted for the seller, Veraart Shipping."),
    ("court", "negation", "The court has set a date for the appeal hearing."),
    ("court", "status", "Tidewell Lines and Veraart Shipping have settled the civil claim."),
    ("court", "attribution", "Three tankers were seized in Delfport, according to Norland Mutual."),
    ("court", "negation", "Veraart admitted that he had forged the papers."),
    ("court", "role", "Cees Donker is the prosecutor in the case against Veraart."),
    ("court", "role", "Norland Mutual advised the buyer on the value of the tankers."),
    ("football", "status", "FC Halmark have completed the transfer of striker Diego Ruan from Sporting Veda."),
    ("football", "status", "The clubs have agreed on a fee, Pim Oster said."),
    (
        "football",
        "attribution",
        "Halmark sporting director Pim Oster reported that Ruan had already passed a medical test.",
    ),
    ("football", "negation", "Ruan's agent, Sofia Lemos, confirmed that the player had asked to leave."),
    ("football", "role", "Sporting Veda, the buying club, want 12 million euros."),
    ("football", "status", "Halmark will go ahead with their summer tour of Asia."),
    ("football", "role", "Red Thread, the fans' trust, is the majority owner of Halmark."),
    ("football", "role", "The stadium is owned by Arenco."),
    ("football", "negation", "Halmark have won the cup."),
    ("football", "status", "The league has approved the new stadium roof."),
    ("bank", "status", "Bank Aurelia and Credit Montfort are in talks about a merger."),
    ("bank", "status", "Bank Aurelia and Credit Montfort signed a non-binding merger agreement."),
    ("bank", "role", "Harrow Stone advises Bank Aurelia."),
    ("bank", "status", "The competition authority has approved the merger."),
    ("bank", "attribution", "The finance ministry estimates that 2,000 jobs could be lost."),
    ("bank", "role", "Leon Fabre will lead the combined bank as chief executive."),
    ("bank", "negation", "The price of the deal is publicly known."),
    ("bank", "status", "Bank Aurelia has non-exclusive rights to negotiate with the insurer Palisade until July."),
    ("bank", "status", "The Export Fund has granted a loan of 300 million."),
    ("bank", "attribution", "Marta Quill said a rival bid by Union Kredit had been considered and rejected."),
    ("bank", "negation", "Credit Montfort has branches in the south."),
    ("election", "attribution", "Ada Brook won the governorship of Kestoria, according to the Kestoria Courier."),
    ("election", "negation", "The count in Orrin County was fair, Tess Moran said."),
    ("election", "attribution", "The election commission estimated turnout at 61 percent."),
    ("election", "negation", "The commission found evidence of fraud."),
    ("election", "role", "The Mining League financed the campaign of Brook."),
    ("election", "status", "The assembly has approved Brook's tax on empty houses."),
    ("election", "status", "The recount in Orrin County is still being carried out."),
    ("election", "role", "Tess Moran is the campaign manager of Ada Brook."),
    ("election", "role", "Brook appointed Tess Moran as treasurer of the state."),
    ("election", "attribution", "The election commission described long queues."),
    ("school", "attribution", "The council of Elmsford will close Birch Lane School next summer, Orla Finn said."),
    ("school", "attribution", "Ines Calder said the vote had been rushed."),
    ("school", "role", "The council will run the new school."),
    ("school", "role", "The council is financing a legal challenge."),
    ("school", "status", "Hadrow & Sons and the council have agreed on the price of the roof."),
    ("school", "negation", "Ines Calder confirmed that the land had been promised to a supermarket."),
    ("school", "negation", "The department has published the inspection report."),
    ("school", "negation", "Head teacher Orla Finn said she had been consulted."),
    ("school", "role", "Northgate Academies will own the new school."),
    ("school", "role", "The council lends the county 4 million pounds for the work."),
    ("software", "role", "Fernway acquired Nimbus Labs for 800 million dollars."),
    ("software", "role", "Yuki Tan will lead the merged chip unit."),
    ("software", "status", "The regulator in Lisbon has approved the purchase."),
    ("software", "status", "Nimbus has an exclusive licence for the Fernway patents."),
    ("software", "role", "Kestner Bank advised Nimbus on the purchase of Fernway."),
    ("software", "role", "The pension fund Alder is the majority owner of Nimbus."),
    ("software", "negation", "Customer data was lost in the breach, Nimbus said."),
    ("software", "status", "The two companies have opened a laboratory in Porto."),
    (
        "software",
        "attribution",
        "Kestner Bank reported that Nimbus Labs acquired the chip designer Fernway for 800 million dollars.",
    ),
    ("climate", "role", "The dam at Lower Tarn is operated by Stroud Engineering."),
    ("climate", "attribution", "Tomas Brandt estimates that the river will lose a third of its flow."),
    ("climate", "negation", "Stroud Engineering denied that the concrete had not been tested."),
    ("climate", "status", "The government will go ahead with the plan for a second dam."),
    ("climate", "negation", "The environment minister Tomas Brandt attended the hearing."),
    ("climate", "status", "The insurers have paid for the flood of 2019."),
    ("climate", "attribution", "There were cracks in the northern wall, the water authority said."),
]
THE_SAME: Final = [
    ("hospital", "The regional health board says the maternity ward of St. Brannoc Hospital will close in March."),
    ("hospital", "Fourteen beds stood empty, a nurse told reporters."),
    (
        "hospital",
        "The hospital wants to sell its north wing to Corvia Clinics, according to a person familiar with the talks.",
    ),
    ("hospital", "Peer Aldag is the chairman of the hospital's board of trustees."),
    ("hospital", "The town of Ostrava Mills is the minority owner of the laundry service."),
    ("hospital", "The trustees are the majority owner of the hospital's laundry service."),
    ("hospital", "Medirad will operate the new scanner, paid for by the Lindqvist Foundation."),
    ("hospital", "In May the hospital and Corvia Clinics signed a letter of intent that binds nobody."),
    ("hospital", "Nobody was hurt by the power failure in June."),
    ("hospital", "Nobody has said what caused the power failure."),
    ("hospital", "The plan for a new emergency room has been approved, but building has yet to begin."),
    ("hospital", "The pharmacy has no licence for imported vaccines."),
    ("court", "The fraud charge against Anton Veraart was dismissed by Judge Renske Bol."),
    ("court", "The ruling will be appealed, prosecutor Lidia Mazur said."),
    ("court", "Cees Donker, who defends Veraart, said that his client had never met the broker."),
    ("court", "Hanna Voss, the broker, acted for Tidewell Lines, the buyer."),
    ("court", "Anonymous witnesses described the sale as rushed."),
    ("court", "Tidewell Lines and Veraart Shipping are in talks to settle the civil claim."),
    ("court", "The harbour authority says three tankers were seized in Delfport."),
    ("court", "Veraart says he did not forge the papers."),
    ("court", "Norland Mutual was an adviser to Veraart Shipping, the seller."),
    ("court", "No date for the appeal hearing has been set."),
    ("football", "Halmark and Sporting Veda are negotiating the transfer of Diego Ruan."),
    ("football", "No fee has been agreed, according to Pim Oster."),
    ("football", "According to Radio Kestrel, Ruan has passed a medical test."),
    ("football", "The player did not ask to leave, his agent Sofia Lemos said."),
    ("football", "Sporting Veda want to sell for 12 million euros."),
    ("football", "Captain Olek Marsh will miss the cup final, coach Bruno Talev said."),
    ("football", "The summer tour of Asia was called off in April."),
    ("football", "Ravi Sethna, a businessman, holds the majority of Halmark."),
    ("football", "Arenco operates the stadium, which belongs to the city."),
    ("football", "The cup is a trophy that Halmark have not won."),
    ("bank", "Bank Aurelia is to merge with Credit Montfort under an agreement signed on Monday."),
    ("bank", "The advisers are Goldfinch Partners for Bank Aurelia and Harrow Stone for Credit Montfort."),
    ("bank", "The competition authority has yet to approve the merger."),
    ("bank", "Brightwater's analysts estimate that 2,000 jobs could go."),
    ("bank", "Leon Fabre is to be chairman of the combined bank."),
    ("bank", "The banks did not say what the price of the deal was."),
    ("bank", "Bank Aurelia alone may negotiate with the insurer Palisade until July."),
    ("bank", "A rival bid by Union Kredit was rejected, according to two people with direct knowledge of the matter."),
    ("bank", "Credit Montfort lacks branches in the south."),
    ("bank", "Talks about a loan of 300 million from the Export Fund go on."),
    ("election", "The election commission declared Ada Brook the winner of the governorship of Kestoria."),
    ("election", "Victor Lane has conceded defeat."),
    ("election", "The count in Orrin County was unfair, said Tess Moran, Lane's campaign manager."),
    ("election", "Turnout was 61 percent, the Kestoria Courier estimated."),
    ("election", "No evidence of fraud was found by the commission."),
    ("election", "Brook's campaign was financed by the Farmers' Union."),
    ("election", "The assembly has not voted on Brook's proposal to tax empty houses."),
    ("election", "Ned Falk was appointed treasurer of the state by Brook."),
    ("election", "The recount in Orrin County is complete."),
    ("election", "Unnamed observers described long queues."),
    ("school", "The education department said that Birch Lane School will close next summer."),
    ("school", "Nobody asked head teacher Orla Finn, she said."),
    ("school", "Save Our Desks, a parents' group, finances the legal challenge."),
    ("school", "The council remains the owner of the new school."),
    ("school", "The price of the roof is still being negotiated with Hadrow & Sons."),
    ("school", "The land was not promised to a supermarket, according to Ines Calder."),
    ("school", "The vote was rushed, an unnamed councillor said."),
    ("school", "The inspection report remains unpublished."),
    ("school", "The county is the lender of 4 million pounds."),
    ("software", "Nimbus Labs bought Fernway, a chip designer, for 800 million dollars."),
    ("software", "Fernway was bought by Nimbus Labs."),
    ("software", "Omar Reyes is to head the merged chip unit."),
    ("software", "Fernway's boss Yuki Tan is leaving."),
    ("software", "The purchase is under review by the regulator in Lisbon."),
    ("software", "The Rowe family is the majority owner of Nimbus."),
    ("software", "Kestner Bank was Fernway's adviser."),
    ("software", "No customer data was lost, according to Nimbus."),
    ("software", "A laboratory in Porto is planned by the two companies."),
    ("software", "According to Harbour Daily, Nimbus Labs acquired Fernway for 800 million dollars."),
    ("climate", "The water authority operates the dam at Lower Tarn."),
    ("climate", "The river will lose a third of its flow, hydrologist Nadia Weir estimates."),
    ("climate", "The concrete had not been tested, Stroud Engineering conceded."),
    ("climate", "The plan for a second dam has been halted by the government."),
    ("climate", "Minister Tomas Brandt stayed away from the hearing."),
    ("climate", "The insurers have not paid for the flood of 2019."),
    ("climate", "Researchers found cracks in the northern wall, according to the University of Penmoor."),
]
