"""Countries, what is theirs, and the capitals that news prose puts for a government."""

from __future__ import annotations

from briefing.language.lexicon import words_of

# Country or part of one, its adjective and people, its short forms; after the bar, the capital.
_TABLE = """angola angolan angolans|luanda
bahrain bahraini bahrainis|manama
benin beninese|
bolivia bolivian bolivians|
botswana|gaborone
burkina burkinabe burkina-faso|ouagadougou
burundi burundian burundians|
cambodia cambodian cambodians|
cameroon cameroonian cameroonians|yaounde
chad chadian chadians|
congo congolese drc|kinshasa
ecuador ecuadorean ecuadorian ecuadorians|quito
eritrea eritrean eritreans|asmara
ghana ghanaian ghanaians|accra
guatemala guatemalan guatemalans|
guinea guinean guineans|conakry
haiti haitian haitians|
honduras honduran hondurans|tegucigalpa
iceland icelandic icelanders|reykjavik
ivorian ivorians ivory-coast|abidjan
laos lao laotian|vientiane
liberia liberian liberians|monrovia
madagascar malagasy|antananarivo
malawi malawian malawians|lilongwe
malaysia malaysian malaysians|
malta maltese|valletta
mauritania mauritanian mauritanians|nouakchott
montenegro montenegrin montenegrins|podgorica
mozambique mozambican mozambicans|maputo
namibia namibian namibians|windhoek
nicaragua nicaraguan nicaraguans|managua
northkorea north-korea north-korean north-koreans dprk|pyongyang
oman omani omanis|muscat
panama panamanian panamanians|
senegal senegalese|dakar
singapore singaporean singaporeans|
southkorea south-korea south-korean south-koreans|seoul
southafrica south-africa south-african south-africans|pretoria
srilanka sri-lanka sri-lankan sri-lankans|colombo
tanzania tanzanian tanzanians|
togo togolese|
uganda ugandan ugandans|kampala
uruguay uruguayan uruguayans|montevideo
zambia zambian zambians|lusaka
zimbabwe zimbabwean zimbabweans|harare
afghanistan afghan afghans|kabul
albania albanian albanians|tirana
algeria algerian algerians|algiers
argentina argentine argentinian|
armenia armenian armenians|yerevan
australia australian australians|canberra
austria austrian austrians|vienna
azerbaijan azerbaijani azerbaijanis azeri azeris|baku
bangladesh bangladeshi bangladeshis|dhaka
belarus belarusian belarusians belarussian|minsk
belgium belgian belgians|brussels
bosnia bosnian bosnians|sarajevo
brazil brazilian brazilians|brasilia
britain british briton britons uk u.k. united-kingdom great-britain|london
bulgaria bulgarian bulgarians|sofia
canada canadian canadians|ottawa
chile chilean chileans|santiago
china chinese prc|beijing
colombia colombian colombians|bogota
croatia croatian croatians croat croats|zagreb
cuba cuban cubans|havana
cyprus cypriot cypriots|nicosia
czechia czech czechs|prague
denmark danish dane danes|copenhagen
egypt egyptian egyptians|cairo
estonia estonian estonians|tallinn
ethiopia ethiopian ethiopians|
finland finnish finn finns|helsinki
france french frenchman|paris
georgia georgian georgians|tbilisi
germany german germans|berlin
greece greek greeks|athens
hungary hungarian hungarians|budapest
india indian indians|delhi
indonesia indonesian indonesians|jakarta
iran iranian iranians|tehran teheran
iraq iraqi iraqis|baghdad
ireland irish|dublin
israel israeli israelis|jerusalem
italy italian italians|rome
japan japanese|tokyo
jordan jordanian jordanians|amman
kazakhstan kazakh kazakhs|astana
kenya kenyan kenyans|nairobi
kosovo kosovar kosovars|pristina
kuwait kuwaiti kuwaitis|
kyrgyzstan kyrgyz|bishkek
latvia latvian latvians|riga
lebanon lebanese|beirut
libya libyan libyans|tripoli
lithuania lithuanian lithuanians|vilnius
mali malian malians|bamako
mexico mexican mexicans|
moldova moldovan moldovans|chisinau
mongolia mongolian mongolians|
morocco moroccan moroccans|rabat
myanmar burma burmese|naypyidaw
nepal nepali nepalese|kathmandu
netherlands dutch|hague
niger nigerien nigeriens|niamey
nigeria nigerian nigerians|abuja
norway norwegian norwegians|oslo
pakistan pakistani pakistanis|islamabad
palestine palestinian palestinians|ramallah
peru peruvian peruvians|lima
philippines philippine filipino filipinos|manila
poland polish pole poles|warsaw
portugal portuguese|lisbon
qatar qatari qataris|doha
romania romanian romanians|bucharest
russia russian russians|moscow
rwanda rwandan rwandans|kigali
saudi saudis saudi-arabia|riyadh
serbia serbian serbians serb serbs|belgrade
slovakia slovak slovaks|bratislava
slovenia slovenian slovenians slovene|ljubljana
somalia somali somalis|mogadishu
spain spanish spaniard spaniards|madrid
sudan sudanese|khartoum
sweden swedish swede swedes|stockholm
switzerland swiss|bern
syria syrian syrians|damascus
taiwan taiwanese|taipei
tajikistan tajik tajiks|dushanbe
thailand thai thais|bangkok
tunisia tunisian tunisians|tunis
turkey turkish turk turks turkiye|ankara
turkmenistan turkmen|ashgabat
ukraine ukrainian ukrainians|kyiv kiev
us u.s. u.s usa u.s.a. america american americans united-states|washington
uzbekistan uzbek uzbeks|tashkent
venezuela venezuelan venezuelans|caracas
vietnam vietnamese|hanoi
yemen yemeni yemenis|sanaa sana'a
europe european europeans|
africa african africans|
asia asian asians|
eu e.u. european-union|brussels
un u.n. united-nations|
islam islamic islamist islamists muslim muslims|
kurdistan kurdish kurd kurds|
arabia arab arabs arabian|
nato n.a.t.o.|
isis isil daesh islamic-state|
wales welsh welshman welshmen|cardiff
scotland scottish scots scotsman scotsmen|edinburgh
england english englishman englishmen|
northernireland northern-ireland northern-irish northern-irishman|belfast
catalonia catalan catalans|
chechnya chechen chechens|grozny
crimea crimean crimeans|simferopol
tigray tigrayan tigrayans|mekelle
bavaria bavarian bavarians|munich
sicily sicilian sicilians|palermo
texas texan texans|
punjab punjabi punjabis|
kashmir kashmiri kashmiris|srinagar
tibet tibetan tibetans|lhasa
trinidad trinidadian trinidadians|
jamaica jamaican jamaicans|kingston
barbados barbadian barbadians bajan|bridgetown
antarctica antarctic|
newzealand new-zealand new-zealander new-zealanders|wellington
elsalvador el-salvador salvadoran salvadorans|
costarica costa-rica costa-rican costa-ricans|
puertorico puerto-rico puerto-rican puerto-ricans|
sierraleone sierra-leone sierra-leonean sierra-leoneans|freetown
macedonia north-macedonia macedonian macedonians|skopje
luxembourg luxembourgish luxembourger|
paraguay paraguayan paraguayans|asuncion
gambia gambian gambians|banjul
gabon gabonese|libreville
fiji fijian fijians|suva
djibouti djiboutian djiboutians|
bhutan bhutanese|thimphu"""

# Towns that open a sentence of news as often as any country.
PLACES = words_of("""
    aleppo idlib homs hama raqqa palmyra latakia daraa mosul basra kirkuk gaza rafah hebron nablus donetsk
    luhansk mariupol kharkiv
    kharkov kherson odesa odessa lviv crimea donbas grozny benghazi misrata sirte kandahar herat kunduz aden
    hodeidah taiz marib
    darfur mogadishu tigray mekelle goma kashmir karachi lahore peshawar mumbai shanghai wuhan istanbul izmir
    diyarbakir atlantic pacific baltic arctic balkans caucasus mediterranean siberia""")


def _rows() -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return each country's key, all its names, and its capitals."""
    halves = ((line.split("|")[0].split(), line.split("|")[1].split()) for line in _TABLE.split("\n"))
    return [(names[0], tuple(names), tuple(capitals)) for names, capitals in halves]


# Names of two words for a country, by those words.
WHOLE: dict[tuple[str, str], str] = {
    (one, two): country
    for country, names, _ in _rows()
    for one, dash, two in (name.partition("-") for name in names)
    if dash
}
PEOPLES: dict[str, str] = {name: country for country, names, _ in _rows() for name in names}
CAPITALS: dict[str, str] = {capital: country for country, _, capitals in _rows() for capital in capitals}
# Of those that are one word and no other: the country of each, by the key that its full name has too.
NATIONS: dict[str, str] = {
    name: "united_states" if country == "us" else country
    for name, country in PEOPLES.items()
    if name.isalpha() and name not in ("us", "pole", "dane") and country not in ("islam", "isis")
}
