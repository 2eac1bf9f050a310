"""Bodies that go by several names: by initials, after their seat, or by another name altogether."""

from __future__ import annotations

from briefing.language.lexicon import words_of

# A body a line; each way of saying it in words, parted by bars.
_TABLE = """fed|federal reserve
doctors without borders|médecins sans frontières|msf
reporters without borders|reporters sans frontières|rsf
red cross|icrc
hamas|islamic resistance movement
houthi|houthis|ansar allah|ansarallah
unhcr|un refugee agency|united nations refugee agency
unicef|un children's fund|united nations children's fund
unrwa|un agency for palestinian refugees|un palestinian refugee agency
iaea|un nuclear watchdog|un atomic agency
ocha|un humanitarian office|un humanitarian agency
who|world health organization|un health agency
mod|ministry of defence|defence ministry
mfa|mofa|ministry of foreign affairs|foreign ministry|foreign office
moi|ministry of the interior|interior ministry|ministry of internal affairs
irgc|islamic revolutionary guard corps|revolutionary guards|revolutionary guard
pla|people's liberation army
unsc|un security council|united nations security council
unga|un general assembly|united nations general assembly
drc|dr congo|democratic republic of the congo|democratic republic of congo|congo
car|central african republic
uae|united arab emirates|emirates
jnim|jama'at nusrat al-islam wal-muslimin|group for the support of islam and muslims
ttp|tehrik-i-taliban pakistan|pakistani taliban
fsb|federal security service
gru|russian military intelligence
ukraine's military intelligence|gur|hur
idf|israel defense forces|israeli army|israeli military
rsf|rapid support forces
saf|sudanese armed forces|sudanese army
sdf|syrian democratic forces
pkk|kurdistan workers' party
hts|hayat tahrir al-sham
gcc|gulf cooperation council
asean|association of southeast asian nations
ecowas|economic community of west african states
world war i|world war one|first world war|great war|wwi|ww1
world war ii|world war two|second world war|wwii|ww2
covid|covid-19|coronavirus|sars-cov-2
co2|carbon dioxide
ivory coast|côte d'ivoire|cote d'ivoire
faroe islands|faeroe islands|faroes|faeroes
supreme court|scotus
european commission|commission
mlb|major league baseball
nfl|national football league
nba|national basketball association
bafta|british academy of film and television arts|british academy
los angeles|la
new york|new york city|nyc|ny
european central bank|ecb
international criminal court|icc
international court of justice|icj
international monetary fund|imf
food and drug administration|fda
centers for disease control and prevention|centers for disease control|cdc
organisation for security and cooperation in europe|osce"""
OTHER_NAMES: tuple[tuple[str, ...], ...] = tuple(tuple(line.split("|")) for line in _TABLE.split("\n"))

# Houses and assemblies of one government, written as they stand in the table of capitals.
SEATS: dict[str, str] = {
    "kremlin": "russia", "pentagon": "us", "elysee": "france",
    "knesset": "israel", "bundestag": "germany", "bundesrat": "germany", "duma": "russia", "rada": "ukraine",
    "sejm": "poland", "majlis": "iran", "whitehall": "britain", "westminster": "britain", "dail": "ireland",
    "capitol": "us", "holyrood": "scotland", "senedd": "wales", "diet": "japan", "zhongnanhai": "china",
    "quirinale": "italy", "moncloa": "spain", "bankova": "ukraine", "storting": "norway",
    "riksdag": "sweden", "folketing": "denmark",
}  # fmt: skip
SEATS_OF_TWO: dict[tuple[str, str], str] = {
    ("white", "house"): "us", ("downing", "street"): "britain", ("blue", "house"): "southkorea",
    ("state", "department"): "us", ("oval", "office"): "us", ("foggy", "bottom"): "us",
    ("lok", "sabha"): "india", ("verkhovna", "rada"): "ukraine", ("capitol", "hill"): "us",
}  # fmt: skip

# What a body or a place is, behind its name: "Wagner Group" is "Wagner", "Gaza Strip" is "Gaza".
KINDS_BEHIND = words_of("""
    group strip institution institute university islands island party city province region county district
    town village river lake company corporation corp inc ltd limited plc club foundation movement militia
    network agency family brothers base site state republic empire desert peninsula league festival museum
    gallery galleries airport army f.c. fc afc prefecture governorate oblast raion canton
    borough municipality valley mountains""")

# Given names and what is made of them, beyond the first letters.
_SHORT = """william bill billy will|robert bob bobby rob|edward ted teddy ed eddie ned|james jim jimmy jamie
john jack johnny|richard dick rick ricky|charles charlie chuck|henry harry hank|michael mike mick mickey
elizabeth liz beth betty lizzie|margaret maggie peggy meg|katherine catherine kate kathy katie cathy
anthony tony|theodore ted teddy|joseph joe joey|thomas tom tommy|david dave davey|daniel dan danny
stephen steven steve|andrew andy drew|alexander alex sandy sasha|vladimir volodymyr vova volodya
leland lee|lawrence larry|ronald ron ronnie|donald don donnie|gerald jerry|benjamin ben benny|samuel sam
patricia pat patty tricia|susan sue susie|dorothy dot dolly|nicholas nick nicky|christopher chris kit
matthew matt|gregory greg|jeffrey jeff|kenneth ken kenny|francis frank frankie|albert al bert|alfred alf fred
frederick fred freddie|eugene gene|leonard len lenny|raymond ray|walter walt|philip phil|peter pete
martin marty|timothy tim|arthur art|herbert bert herb|victoria vicky|jennifer jen jenny|jessica jess
abigail abby|rebecca becky|deborah debbie|pamela pam|barbara barb|mary molly polly|helen nell"""
SHORT_NAMES: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split()) for line in _SHORT.split("\n") for row in line.split("|")
)
