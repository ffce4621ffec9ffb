"""Units of measure and money: how they are written, and what they are worth in base units.

Each row: canonical name | worth | prefixes | symbols (case matters; `_b` only with a prefix) | words (`a/b`: plural b).
The worth is a factor and a product of bases ("1000 kg", "kg m2 s-3"); `!x` makes x a base of its own.
Sources: the SI brochure (9th edition), NIST SP 811 appendix B, ISO 4217.
"""

from __future__ import annotations

from typing import Final

UNITS: Final = """
m | m | * | m | metre meter
in | 0.0254 m | | in. ″ | inch/inches
ft | 0.3048 m | | ft ft. | foot/feet
yd | 0.9144 m | | yd yds | yard
mi | 1609.344 m | | mi mi. | mile
nmi | 1852 m | | nmi | nautical_mile sea_mile
Å | 1e-10 m | | Å Å | angstrom ångström
au | 149597870700 m | | AU au | astronomical_unit
ly | 9460730472580800 m | | ly | light_year lightyear
pc | 3.0856775814913673e16 m | kMG | _pc | parsec
fathom | 1.8288 m | | | fathom
furlong | 201.168 m | | | furlong
µm | 1e-6 m | | | micron
ha | 10000 m2 | kM | ha | hectare
acre | 4046.8564224 m2 | | ac | acre
barn | 1e-28 m2 | fpnµm | _b |
sq m | m2 | | sqm m² m2 | sq_m sq._m
km2 | 1e6 m2 | | sqkm | sq_km sq._km
sq mi | 2589988.110336 m2 | | sqmi | sq_mi sq._mi
sq ft | 0.09290304 m2 | | sqft | sq_ft sq._ft
sq in | 0.00064516 m2 | | | sq_in sq._in
l | 0.001 m3 | npµmcdhkMG | l L ℓ ltr ltrs | litre liter
m3 | m3 | | cbm m³ | cu_m cu._m
gal | 0.003785411784 m3 | | gal gal. | gallon US_gallon
imp gal | 0.00454609 m3 | | | imperial_gallon UK_gallon
qt | 0.000946352946 m3 | | qt | quart
pint | 0.000473176473 m3 | | | pint
cup | 0.0002365882365 m3 | | | cup
fl oz | 2.95735295625e-5 m3 | | | fl_oz fl._oz. fluid_ounce
tbsp | 1.478676478125e-5 m3 | | tbsp | tablespoon
tsp | 4.92892159375e-6 m3 | | tsp | teaspoon
bbl | 0.158987294928 m3 | | bbl bbls | barrel
bushel | 0.03523907016688 m3 | | bu | bushel
cm3 | 1e-6 m3 | | cc |
cu ft | 0.028316846592 m3 | | cuft | cu_ft cu._ft
mcf | 28.316846592 m3 | | mcf Mcf |
mmcf | 28316.846592 m3 | | mmcf MMcf |
bcf | 28316846.592 m3 | | bcf Bcf |
tcf | 28316846592 m3 | | tcf Tcf TCF |
bcm | 1e9 m3 | | bcm Bcm BCM |
TEU | !container | | TEU TEUs | twenty-foot_equivalent_unit
g | 0.001 kg | * | g gm gms | gram gramme
kg | kg | | kgs Kg KG kilo | kilo
t | 1000 kg | kMG | t mt MT | tonne metric_ton metric_tonne
ton | 1000 kg | | | ton
short ton | 907.18474 kg | | | short_ton net_ton
long ton | 1016.0469088 kg | | | long_ton gross_ton imperial_ton
kt | 1e6 kg | | KT | kiloton
Mt | 1e9 kg | | | megaton
Gt | 1e12 kg | | | gigaton
lb | 0.45359237 kg | | lb lbs lb. lbs. | pound lb
oz | 0.028349523125 kg | | oz oz. | ounce
oz t | 0.0311034768 kg | | ozt | troy_ounce troy_oz
stone | 6.35029318 kg | | st | stone/stone
carat | 0.0002 kg | | ct cts | carat
grain | 6.479891e-5 kg | | gr |
cwt | 50.80234544 kg | | cwt | hundredweight/hundredweight
quintal | 100 kg | | | quintal
mtu | 10 kg | | mtu mtus MTU | metric_ton_unit metric_tonne_unit
Da | 1.66053906892e-27 kg | kM | Da amu | dalton
seconds | s | fpnµm | s sec sec. secs | second
minutes | 60 s | | min min. mins | minute
hours | 3600 s | | h hr hr. hrs hrs. | hour
days | 86400 s | | d | day
weeks | 604800 s | | wk wks | week
fortnights | 1209600 s | | | fortnight
months | 2629746 s | | mo mos mths | month
quarters | 7889238 s | | |
years | 31556952 s | | yr yrs yr. yrs. y | year annum calendar_year
decades | 315569520 s | | | decade
centuries | 3155695200 s | | | century/centuries
millennia | 31556952000 s | | | millennium/millennia
ka | 31556952e3 s | | ka kyr | kiloannum kiloyear
Ma | 31556952e6 s | | Ma Myr myr | megaannum megayear
Ga | 31556952e9 s | | Ga Gyr byr Byr gyr | gigaannum gigayear
mph | 0.44704 m s-1 | | mph |
km/h | 0.2777777777777778 m s-1 | | kph kmh kmph |
kn | 0.5144444444444445 m s-1 | | kn kts | knot
c0 | 299792458 m s-1 | | |
gn | 9.80665 m s-2 | | |
Hz | !cycle s-1 | mkMGT | Hz | hertz/hertz
rpm | 0.016666666666666666 !turn s-1 | | rpm RPM | revolution_per_minute/revolutions_per_minute
bpm | 0.016666666666666666 !beat s-1 | | bpm | beat_per_minute/beats_per_minute
N | kg m s-2 | µmkMG | N | newton
kgf | 9.80665 kg m s-2 | | kgf |
dyn | 1e-5 kg m s-2 | | dyn | dyne
Pa | kg m-1 s-2 | µmhkMGT | Pa | pascal
bar | 1e5 kg m-1 s-2 | nµmk | bar | bar
atm | 101325 kg m-1 s-2 | | atm | atmosphere
mmHg | 133.322387415 kg m-1 s-2 | | mmHg | millimetre_of_mercury/millimetres_of_mercury
inHg | 3386.389 kg m-1 s-2 | | inHg |
Torr | 133.32236842105263 kg m-1 s-2 | mµ | Torr torr | torr
psi | 6894.757293168 kg m-1 s-2 | k | psi |
J | kg m2 s-2 | nµmkMGTPE | J | joule
Wh | 3600 kg m2 s-2 | mkMGTP | Wh | watt_hour watthour
eV | 1.602176634e-19 kg m2 s-2 | mkMGTP | eV | electronvolt electron_volt
cal | 4.184 kg m2 s-2 | k | cal | calorie
kcal | 4184 kg m2 s-2 | | Cal |
BTU | 1055.05585262 kg m2 s-2 | | BTU Btu btu | british_thermal_unit
MMBtu | 1055055852.62 kg m2 s-2 | | MMBtu mmbtu MMBTU |
therm | 105505585.262 kg m2 s-2 | | | therm
erg | 1e-7 kg m2 s-2 | | | erg
N m | kg m2 s-2 | kM | Nm | newton_metre newton_meter
V s | kg m2 s-2 A-1 | | Vs |
J s | kg m2 s-1 | | Js |
toe | 4.1868e10 kg m2 s-2 | kMG | toe | tonne_of_oil_equivalent ton_of_oil_equivalent
boe | 6.1178632e9 kg m2 s-2 | | boe | barrel_of_oil_equivalent
W | kg m2 s-3 | fpnµmkMGTP | W | watt
Wp | kg m2 s-3 | kMG | Wp |
We | kg m2 s-3 | kMG | We |
hp | 745.6998715822702 kg m2 s-3 | | hp bhp HP | horsepower/horsepower
R | !rayleigh | k | | rayleigh
A | A | pnµmk | A | ampere amp
Ah | 3600 A s | mk | Ah | ampere_hour amp_hour
V | kg m2 s-3 A-1 | nµmkMG | V | volt
C | A s | µmk | _C | coulomb
Ω | kg m2 s-3 A-2 | µmkMG | Ω Ω | ohm
F | kg-1 m-2 s4 A2 | pnµm | _F | farad
H | kg m2 s-2 A-2 | nµm | _H | henry/henries
S | kg-1 m-2 s3 A2 | µmn | _S |
T | kg s-2 A-1 | nµm | T | tesla
K | K | nµm | K | kelvin
°C | K | | °C ℃ oC ºC degC C | degree_celsius/degrees_celsius degree_c/degrees_c celsius/celsius
°F | 0.5555555555555556 K | | °F ℉ ºF degF F | degree_fahrenheit/degrees_fahrenheit degree_f/degrees_f
mol | !mol | fpnµmk | mol mole | mole
M | 1000 !mol m-3 | fpnµm | M | molar/molar
cd | !candela | m | cd | candela
lm | !lumen | k | lm | lumen
lx | !lux | k | lx | lux/lux
B | !byte | kKMGTPE | B | byte
bit | 0.125 !byte | kMGT | bit bits | bit
kb | 125 !byte | | Kb kb |
Mb | 125000 !byte | | Mb |
Gb | 125000000 !byte | | Gb |
KiB | 1024 !byte | | KiB | kibibyte
MiB | 1048576 !byte | | MiB | mebibyte
GiB | 1073741824 !byte | | GiB | gibibyte
TiB | 1099511627776 !byte | | TiB | tebibyte
bit/s | 0.125 !byte s-1 | | bit/s |
kbit/s | 125 !byte s-1 | | kbps Kbps |
Mbit/s | 125000 !byte s-1 | | Mbps |
Gbit/s | 125000000 !byte s-1 | | Gbps |
px | !pixel | | px | pixel
MP | 1e6 !pixel | | MP | megapixel
fps | !frame s-1 | | fps |
° | 0.017453292519943295 !rad | | ° º deg deg. | degree
° N | 0.017453292519943295 !rad | | °N ºN oN | degree_north/degrees_north
° S | 0.017453292519943295 !rad | | °S ºS oS | degree_south/degrees_south
° E | 0.017453292519943295 !rad | | °E ºE oE | degree_east/degrees_east
° W | 0.017453292519943295 !rad | | °W ºW oW | degree_west/degrees_west
arcmin | 0.0002908882086657216 !rad | | arcmin | arcminute minute_of_arc/minutes_of_arc
arcsec | 4.84813681109536e-6 !rad | m | arcsec | arcsecond second_of_arc/seconds_of_arc
rad | !rad | mµ | rad | radian
Bq | !decay s-1 | mkMGTP | Bq | becquerel
Ci | 3.7e10 !decay s-1 | nµmkM | Ci | curie
Sv | !sievert | nµm | Sv | sievert
rem | 0.01 !sievert | m | rem | rem
Gy | !gray | µmk | Gy | gray
dB | !decibel | | dB dBA dB(A) | decibel
U | !enzyme | mk | U |
IU | !iu | k | IU | international_unit
bp | !basepair | kM | | base_pair basepair
% | 0.01 | | % ％ pct pct. pc p.c. | percent/percent per_cent/per_cent
‰ | 0.001 | | ‰ | per_mille/per_mille permille/permille
wt% | 0.01 !byweight | | wt% wt.% | wt_% wt._% weight_% weight_percent/weight_percent mass_%
vol% | 0.01 !byvolume | | vol% vol.% %vol | vol_% vol._% %_vol
at% | 0.01 !byatoms | | at% at.% | at_% at._%
mol% | 0.01 !bymoles | | mol% | mol_% mole_%
ppm | 1e-6 | | ppm | part_per_million/parts_per_million
ppb | 1e-9 | | ppb | part_per_billion/parts_per_billion
ppt | 1e-12 | | ppt | part_per_trillion/parts_per_trillion
percentage points | 0.01 !point | | pp p.p. ppts %-points | percentage_point percent_point %_point
basis points | 0.0001 !point | | bp bps | basis_point
cents | !cent | | ¢ | cent
pence | 0.01 $GBP | | | pence penny/pennies
dimes | 0.1 $USD | | | dime
US cents | 0.01 $USD | | | US_cent
"""
"""A worth without a base is a share; `$XYZ` is a currency."""

ALIASES: Final = """
t/day tpd | t/year tpa tpy | Mt/year mtpa Mtpa | bbl/day bpd bopd b/d | kWh kwh KWH Kwh KWh | MWh mwh MWH Mwh
GWh gwh GWH | TWh twh TWH | MW MWe mw | kHz KHz khz | MHz Mhz mhz MHZ | GHz Ghz ghz GHZ | km Km KM kms Kms | cm cms CM
mbar mBar | hPa hpa | kPa kpa KPa | MPa mpa | mg mgs | kcal kcals | km/h kms/h | l lts lt | m mtr mtrs | mmol mmols
"""
"""Other spellings: the canonical name, then what stands for it."""

CURRENCY_SIGNS: Final = """
$ USD  US$ USD  U.S.$ USD  A$ AUD  AU$ AUD  C$ CAD  CA$ CAD  CAN$ CAD  NZ$ NZD  HK$ HKD  S$ SGD  NT$ TWD  R$ BRL
MX$ MXN  € EUR  £ GBP  ¥ JPY  ￥ JPY  CN¥ CNY  RMB CNY  ₹ INR  Rs INR  Rs. INR  ₽ RUB  ₸ KZT  ₩ KRW  ₺ TRY  ₴ UAH
₦ NGN  ₱ PHP  ฿ THB  ₫ VND  ₪ ILS  ₡ CRC  ₲ PYG  ₵ GHS  ₾ GEL  ₼ AZN  ₭ LAK  ₮ MNT  ₿ XBT
"""
"""Pairs of sign and ISO code. A bare dollar or yen sign is taken for its most common owner."""

CURRENCY_CODES: Final = """
AED AFN ALL AMD AOA ARS AUD AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP
CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR
ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR
MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XBT XCD XOF
XPF YER ZAR ZMW ZWL
"""

CURRENCY_WORDS: Final = """
USD dollar us_dollar u.s._dollar american_dollar buck
AUD australian_dollar
CAD canadian_dollar
NZD new_zealand_dollar
HKD hong_kong_dollar
SGD singapore_dollar
TWD taiwan_dollar
EUR euro
GBP pound_sterling british_pound quid/quid sterling/sterling
EGP egyptian_pound
JPY yen/yen japanese_yen/japanese_yen
CNY yuan/yuan renminbi/renminbi chinese_yuan/chinese_yuan
INR rupee indian_rupee
PKR pakistani_rupee
RUB ruble rouble russian_ruble russian_rouble
KZT tenge/tenge
KGS som/som
UZS uzbek_som/uzbek_som
KRW won/won south_korean_won/south_korean_won
TRY lira turkish_lira
UAH hryvnia
CHF franc swiss_franc
SEK krona/kronor swedish_krona/swedish_kronor
NOK norwegian_krone/norwegian_kroner
DKK krone/kroner danish_krone/danish_kroner
PLN zloty
CZK koruna czech_koruna
HUF forint
RON leu/lei
MXN mexican_peso peso
ARS argentine_peso
COP colombian_peso
CLP chilean_peso
PHP philippine_peso
BRL reais/reais brazilian_real/brazilian_reais
ZAR rand/rand south_african_rand/south_african_rand
NGN naira/naira
GHS cedi
KES kenyan_shilling shilling
AED dirham uae_dirham
SAR riyal saudi_riyal
ILS shekel
IRR rial iranian_rial
IDR rupiah/rupiah
MYR ringgit/ringgit
THB baht/baht
VND dong/dong
BDT taka/taka
XBT bitcoin
"""

DIMENSIONS: Final = """
length = m
area = m2
volume = m3
mass = kg
time = s
speed = m s-1
acceleration = m s-2
frequency = cycle s-1
force = kg m s-2
pressure = kg m-1 s-2
energy = kg m2 s-2
power = kg m2 s-3
current = A
charge = A s
voltage = kg m2 s-3 A-1
resistance = kg m2 s-3 A-2
magnetic field = kg s-2 A-1
temperature = K
substance = mol
concentration = mol m-3
density = kg m-3
mass flow = kg s-1
volume flow = m3 s-1
data = byte
data rate = byte s-1
angle = rad
radioactivity = decay s-1
share points = point
"""
"""Names of common products of bases; any other product is named by its bases."""
