"""Words that mean nearly the same, and words of one family that shut one another out.

"Said" in the place of "told" changes nothing; "silver" in the place of "bronze" changes a statement.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from briefing.text.stem import stem

_SAME: Final = """
say tell claim state add note insist declare reveal announce explain remark admit argue warn report describe
answer reply respond response
ask request urge call appeal plead demand
think believe feel consider reckon suspect
consider weigh mull ponder explore study discuss
sink sank sunk
sing sang sung
swim swam swum
ring rang rung
shake shook shaken
wear wore worn
tear tore torn
wake woke woken
forget forgot forgotten
seek sought
lay laid
show shown shows
drink drank drunk
hear heard
hang hung
shine shone
strike struck stricken
cross crossing
show display present exhibit demonstrate reveal depict
make create produce build construct form manufacture
take bring carry fetch lead
get receive obtain gain earn win secure land collect
give hand offer provide supply donate grant present
go travel head move journey visit come arrive
see spot notice watch view witness observe
find discover locate uncover detect
use employ utilise apply
want wish hope like desire seek
need require must
try attempt seek aim bid effort
help assist aid support
keep retain hold maintain
start begin launch open commence kick
end finish stop conclude close
die death dead killed pass perish fatal
kill murder slay shoot
hurt injure wound harm
hit strike beat punch smash crash
fight battle clash struggle row
attack assault raid
arrest detain hold custody capture
jail prison imprison sentence cell
charge accuse allege indict prosecute
convict guilty
trial court hearing case
police officer cop force detective constable
law legal legislation rule regulation
judge justice court magistrate
doctor medic physician surgeon gp
hospital clinic medical
sick ill disease illness condition syndrome
child kid baby youngster infant toddler boy girl son daughter youth teenager
parent mother father mum dad
wife husband spouse partner
woman lady female girl
man guy male
person people individual
couple pair two duo
family relative
friend pal mate
group team gang crew side squad
company firm business corporation
boss manager chief head leader director
worker employee staff
player star ace
fan supporter follower
house home property mansion flat apartment residence
car vehicle automobile
plane aircraft jet flight
ship boat vessel
road street highway
city town capital
country nation state
area region district zone place location
picture photo photograph image snap shot
film movie video footage clip
show programme program series
money cash fund payment pay
price cost charge fee
buy purchase acquire
sell sale retail
expensive costly pricey
cheap inexpensive budget
rich wealthy
poor impoverished
big large huge massive giant enormous vast great
small little tiny minor
new fresh latest recent
old former ageing ancient
good great fine superb excellent brilliant
bad poor terrible awful dreadful
beautiful stunning lovely pretty gorgeous
important key major vital crucial significant
famous celebrity star renowned well-known popular
quick fast rapid swift
increase rise grow climb soar jump surge boost raise
decrease fall drop decline reduce cut lower dip slump
win victory beat triumph success defeat overcome
lose loss defeat
score goal net
match game fixture clash tie
season campaign
join sign move transfer
leave quit depart exit
return back comeback
stay remain
live reside dwell home
meet encounter
marry wed wedding marriage
love adore affection
like enjoy
hate loathe
happy glad delighted pleased
sad unhappy upset
angry furious mob outrage fury
afraid scared fear frightened
worry concern anxious
problem issue trouble difficulty
danger risk threat hazard
warn caution alert
help rescue save
plan scheme intend propose
decide decision choose opt
allow permit let enable
ban prohibit forbid bar block outlaw
accept agree approve
reject refuse deny decline
research study survey investigation poll
expert specialist scientist researcher
discover reveal find
change alter shift switch
fix repair mend
break smash damage destroy
fire blaze flame burn
flood deluge
storm hurricane cyclone
weather forecast
eat food meal dinner dish
drink beverage
dress wear clothes outfit
talk speak discuss chat conversation
talks negotiation discussion
agreement deal accord pact contract treaty
write pen author
read book
play perform act
sing song
dance dancer
run race
walk stroll
jump leap
fall drop plunge
throw hurl toss
catch grab seize
push shove
pull drag tow
carry transport
send dispatch ship deliver
publish release issue post share
tweet twitter
web internet online website site
phone mobile call
computer laptop
job work role post position
school college university
student pupil
teacher tutor
soldier troop army military
war conflict battle
weapon gun arm
bomb explosion blast explode
suspect accused defendant
victim casualty
vote election ballot poll
politician lawmaker mp senator
government administration cabinet ministry
minister secretary
president leader
international global world worldwide
national domestic country
near nearby close next
about around approximately roughly
almost nearly
after following
before prior ahead
during amid
because due
also too
often frequently regularly
again
first initial
last final latest
every each all
many several numerous
part portion share section
whole entire full
total sum
amount quantity
number figure
top best leading
main chief principal
former ex previous
current present now
future upcoming forthcoming
ore mineral deposit
mine mining
metal
oil petroleum crude
factory plant works mill
loan credit lending
bank lender
invest investment stake share
owner own possess
develop development
export ship sell
import buy
reserve resource
produce output production
"""
"""Groups of words that may stand for one another."""
_FAMILIES: Final = """
gold silver bronze platinum
red blue green yellow orange purple pink black white grey brown
minute hour day week month year decade century second
daily weekly monthly yearly annual hourly fortnightly
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
spring summer autumn winter
morning afternoon evening night noon midnight
breakfast lunch dinner supper
single double triple quadruple
half third quarter
dozen hundred thousand million billion trillion
striker defender midfielder goalkeeper winger forward keeper
football rugby cricket tennis golf boxing basketball baseball hockey swimming cycling athletics
quarter-final semi-final final
father mother brother sister son daughter uncle aunt cousin nephew niece grandfather grandmother husband wife
boy girl
man woman
adult child teenager baby
he she
actor singer dancer comedian director writer novelist painter photographer
doctor nurse dentist surgeon teacher lawyer engineer farmer driver pilot chef architect
president chancellor king queen prince emperor
minister ambassador mayor governor senator
police army navy fire
murder manslaughter robbery burglary fraud theft arson rape assault kidnapping
prison fine probation
bank fund agency ministry railway university court newspaper
dog cat horse cow pig sheep goat rabbit bird fish snake lion tiger elephant bear monkey wolf
beef chicken pork lamb fish
apple banana orange lemon strawberry raspberry blueberry cherry grape peach pear
bread rice pasta potato
tea coffee beer wine water milk
vegan vegetarian
protein carbohydrate fat sugar
liver kidney heart lung brain
arm leg hand foot head back neck shoulder knee ankle
cancer diabetes stroke asthma
car bus train truck lorry bike motorcycle plane helicopter ship boat ferry
house apartment hotel castle palace
school hospital church prison library museum station airport
street river lake mountain forest beach island
north south east west
northern southern eastern western
left right
upper lower
iron copper gold silver zinc lead nickel tin tungsten lithium cobalt uranium aluminium titanium molybdenum
oil gas coal
wheat barley maize corn rice
steel concrete wood glass brick plastic
dollar euro pound yen yuan rouble tenge
loan grant gift
buy rent lease
import export
ore concentrate
private public
football basketball
television radio newspaper magazine
book film play song album
email letter phone
knife gun bomb
christian muslim jewish hindu sikh buddhist
catholic protestant orthodox
labour conservative liberal
republican democrat
married divorced engaged single widowed
first second third fourth fifth sixth seventh eighth ninth tenth
born died
primary secondary
chairman treasurer
triangle square circle
rain snow hail fog sun
piano guitar violin drum trumpet
kitchen bedroom bathroom garden garage
shirt trousers skirt jacket coat shoes hat
cotton wool silk leather nylon
mathematics physics chemistry biology history geography
novel poem play
captain sergeant colonel general lieutenant major corporal
bishop priest monk pope
bridge tunnel canal
roof floor wall ceiling
engine wheel brake
flood drought earthquake fire storm
ban tax subsidy tariff quota
interest inflation unemployment
rent salary pension
strike lockout
cup league
penalty corner
set quarter innings
goal try wicket basket
heart liver
eye ear nose mouth
deaf blind
left-handed right-handed
inch foot yard mile
gram kilogram tonne
litre gallon
bankruptcy merger
lead second third
"""
"""Groups of words of which only one can be right."""


def _read(table: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in table.strip().splitlines():
        stems = {stem(word) for word in line.split()}
        for name in stems:
            found[name] |= stems
    return {name: frozenset(others - {name}) for name, others in found.items()}


SAME: Final = _read(_SAME)
"""By stem, the stems of words that may stand in its place and change little."""
FAMILIES: Final = _read(_FAMILIES)
"""By stem, the stems of words that cannot be true of the same thing with it."""
