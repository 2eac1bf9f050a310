"""What sorts of things there are, and which is one of which: a sitcom is a series, a series is a work."""

from __future__ import annotations

from briefing.language.stems import stem_of

# Words of one meaning, before the colon; after it sorts of them; after the bar words that show that there is
# one: who "starred" is an actor.
_TABLE = """work production creation piece: film series song album book play painting game opera
    ballet photograph comic cartoon novel poem essay musical documentary symphony
film movie picture flick feature: thriller western biopic documentary blockbuster remake sequel prequel
    animation romcom | noir cinema starring starred screenplay comedy drama horror romance romantic
series show programme program sitcom: sitcom soap miniseries serial cartoon anime telenovela documentary |
    season episode drama comedy franchise aired broadcast trilogy saga talk
song single tune: ballad anthem hymn track duet lullaby carol | sing lyrics
music: song album jazz rock pop opera rap hip-hop soul funk blues reggae punk metal folk bluegrass symphony
    | band musician singer composer orchestra musical
album record lp ep: soundtrack compilation mixtape
book publication volume: novel novella memoir autobiography biography textbook dictionary anthology
    paperback encyclopedia encyclopaedia bestseller guide manual bible poem story trilogy | writing
    literature fiction chapter
novel fiction: novella thriller | book story trilogy literature bestseller
story tale: novel fable legend myth narrative novella | fiction plot book poem
poem verse: sonnet epic haiku ode ballad | poetry
play: tragedy musical | theatre theater stage comedy drama
musical: | music songs broadway
painting picture portrait: fresco mural landscape canvas | painter
art artwork: painting sculpture statue fresco mural portrait drawing sketch | film music literature
game: videogame shooter sport football chess golf tennis baseball basketball cricket hockey rugby | gameplay
publication: book magazine newspaper journal newsletter periodical daily weekly
magazine: weekly monthly journal periodical
newspaper paper: daily weekly tabloid broadsheet
comedy humor humour comic: sitcom satire parody farce | funny comedian humorous
drama dramatic: thriller tragedy melodrama dramedy
cartoon animation animated: anime
action: thriller martial superhero war adventure spy
fantasy: | magic supernatural fairy mythical
science sci: physics chemistry biology astronomy | scientist scientific
romance romantic: | love
horror scary: slasher | zombie vampire supernatural
crime criminal: murder heist robbery theft fraud | detective gangster police mafia
person human individual figure someone: man woman actor actress singer player politician writer scientist
    artist king queen boy girl leader soldier officer lawyer doctor activist worker athlete ruler official |
    born he she his her who people
people: person man woman group tribe
man male gentleman guy: king prince father son brother husband boy waiter uncle actor athlete artist writer
    politician scientist official lawyer doctor soldier criminal activist leader businessman | he his sir
woman female lady: actress queen princess mother daughter sister wife girl waitress heroine aunt actor
    athlete artist writer politician scientist official lawyer doctor soldier criminal activist leader
    businessman model | she her dame
child kid: boy girl son daughter baby infant toddler teenager
actor actress: comedian | starred starring film acting appeared performance cast star played role act
    portray
performer entertainer: actor singer dancer comedian musician rapper magician | performance performed band
singer vocalist: songwriter soprano tenor rapper crooner frontman | sang song vocals vocal album sing
musician: singer guitarist drummer bassist pianist rapper composer violinist songwriter dj keyboardist
    saxophonist trumpeter vocalist cellist organist multi-instrumentalist | band album instrumentalist music
artist: painter sculptor musician rapper photographer illustrator designer dancer actor cartoonist performer
    | art band album paint
rapper: | hip-hop rap
composer: songwriter musician | composed music
songwriter: singer-songwriter lyricist | song wrote
writer author: novelist poet playwright journalist essayist screenwriter biographer columnist dramatist
    memoirist lyricist historian critic blogger songwriter | wrote book novel written memoir co-wrote
    screenplay
poet: | poem poetry
journalist reporter: correspondent columnist editor anchor presenter broadcaster | newspaper
broadcaster presenter host: anchor newsreader | radio television hosted
director: filmmaker film-maker | directed direct
filmmaker: director producer | directed
producer: | produced produce co-produced
comedian comic: humorist | stand-up comedy
model: supermodel | modelling fashion
celebrity star: actor singer rapper musician model player | famous
politician statesman stateswoman: president senator minister premier congressman congresswoman mp governor
    mayor lawmaker legislator chancellor representative deputy secretary councillor taoiseach diplomat |
    democrat republican elected party election
official: minister secretary commissioner mayor governor officer ambassador
leader head chief: president king queen emperor chairman minister governor captain commander boss premier
    prince general director ruler | leadership led
ruler monarch sovereign: king queen emperor empress sultan tsar pharaoh shah | reign throne
royalty royal nobleman: king queen prince princess duke duchess emperor empress baron count | royalty
king: monarch | reign throne
president: | presidency
lawyer attorney: barrister solicitor prosecutor judge | law
scientist researcher scholar: physicist chemist biologist astronomer geologist mathematician botanist
    zoologist geneticist engineer neuroscientist crystallographer biochemist ecologist climatologist
    virologist epidemiologist economist anthropologist sociologist psychologist | science research
doctor physician: surgeon cardiologist psychiatrist neurologist paediatrician pediatrician oncologist medic
    | medicine
academic scholar: professor lecturer historian philosopher economist linguist researcher | university
thinker philosopher: | philosophy
teacher educator: professor lecturer tutor | taught teach
businessman businesswoman entrepreneur businessperson executive tycoon: founder co-founder ceo chairman
    industrialist magnate investor banker | business company
athlete sportsman sportsperson sportswoman: footballer cricketer golfer swimmer boxer wrestler sprinter
    quarterback pitcher goalkeeper striker midfielder defender cyclist skier skater runner gymnast
    outfielder baseman shortstop forward batsman bowler catcher surfer driver player fielder | football
    baseball basketball tennis
footballer: striker midfielder defender goalkeeper quarterback winger linebacker receiver | football
player: footballer cricketer golfer pitcher catcher quarterback outfielder infielder baseman shortstop
    striker midfielder defender goalkeeper batsman bowler fielder hitter | played plays
fighter: boxer wrestler soldier warrior
boxer: | boxing
wrestler: | wrestling
racer driver: | racing formula
soldier: officer general sergeant corporal lieutenant colonel captain marine commander | army veteran
    military
officer: general colonel captain lieutenant major admiral commander
criminal: murderer thief killer robber gangster convict fraudster | convicted
killer murderer: assassin | murdered killed
activist campaigner advocate: feminist abolitionist suffragette suffragist environmentalist
revolutionary: rebel guerrilla
explorer: navigator | expedition
priest cleric clergyman: bishop pope vicar rabbi imam monk pastor archbishop cardinal
saint: | canonised canonized
hero heroine: protagonist
character: protagonist villain hero superhero heroine sidekick | fictional role
relative: brother sister father mother son daughter uncle aunt cousin nephew niece grandfather grandmother
    husband wife
parent: father mother | son daughter child children
sibling: brother sister
spouse: husband wife | married
husband wife: | married marriage
place location area site spot region land: city town village country state island river lake mountain county
    province district park valley peninsula territory capital neighbourhood neighborhood suburb municipality
    kingdom nation desert borough settlement continent beach building | located
city town municipality: capital metropolis settlement village port borough | urban
village: hamlet settlement
settlement: city town village hamlet colony
country nation: kingdom republic monarchy empire state
state: republic kingdom province
republic: | republican
kingdom monarchy: | king queen
region province territory: county district state valley basin
county: shire
island: archipelago isle atoll
river waterway stream: tributary canal creek
lake: reservoir lagoon
mountain peak hill: volcano summit range
building structure: tower church cathedral castle palace temple house hospital museum library skyscraper
    hotel mosque stadium school theatre theater station bridge arena fortress monument amphitheatre
structure: bridge tower dam building wall monument
monument: statue memorial obelisk
church: cathedral chapel basilica abbey
castle: fortress fort citadel palace
prison jail: penitentiary
school: academy college university
university: college
organisation organization body association institution: company party club union agency charity foundation
    council federation league committee society team church museum militia ngo network university
group: band duo trio quartet orchestra choir team gang tribe ensemble collection organisation
team club side: franchise squad
band: group duo trio quartet ensemble
company firm business corporation enterprise: manufacturer retailer bank airline studio label publisher
    brewery brewer developer maker producer broadcaster insurer startup chain conglomerate subsidiary brand
    | service network website platform
brand: label company manufacturer
manufacturer maker: | produces
store shop retailer: supermarket chain boutique
restaurant: chain eatery diner cafe
network channel station: broadcaster | television
website site: wiki platform portal blog | web online internet
service: platform website app network
software program application: app browser package
technology: software computer device
device machine: computer phone engine smartphone tool instrument console gadget
award prize honour honor: medal trophy oscar
event: war battle tournament festival match election ceremony concert conference competition race attack
    disaster revolution accident massacre
competition contest: tournament championship league cup race match
championship: tournament cup league competition
tournament: championship cup open
sport: football cricket tennis rugby basketball baseball golf hockey athletics boxing swimming racing
holiday: festival celebration feast
war conflict: battle invasion campaign confrontation
battle: siege fight engagement
attack: bombing raid shooting assault strike
disaster: earthquake flood hurricane crash explosion
vehicle: car truck bus train tram lorry motorcycle bicycle tank van
car automobile: sedan hatchback coupe
truck lorry: pickup
ship vessel boat: ferry frigate destroyer cruiser tanker submarine battleship yacht
aircraft plane airplane: jet airliner helicopter bomber fighter
weapon: gun rifle pistol sword missile bomb cannon knife
cuisine: | dish food
food dish meal: sandwich soup stew bread cake cuisine salad dessert cheese sauce dressing pasta pie
drink beverage: beer wine whisky whiskey coffee tea cocktail juice vodka
animal creature: dog cat horse bird fish whale mammal reptile insect bear wolf lion elephant monkey cow
    invertebrate | species
bird: eagle parrot owl duck chicken penguin
fish: shark salmon trout tuna
plant: tree flower shrub herb grass
disease illness condition disorder infection: cancer flu influenza malaria tuberculosis diabetes syndrome
    pneumonia asthma | virus
virus: coronavirus
drug medication medicine: antibiotic painkiller
substance compound material: acid metal gas element alloy oxide mineral | chemical
metal: alloy iron copper gold silver
language tongue: dialect | spoken
communication: language | code telegraph
religion faith: christianity islam buddhism hinduism judaism
theory: hypothesis
law act legislation: statute bill treaty
political: | politician party election government
sports athletic: football baseball basketball hockey tennis cricket rugby | athlete player team
television tv: | broadcast aired network
military: army navy | soldier war
"""
# Kinds of one sort of thing, of which it is one only.
KINDS = """missile rocket|drone|mortar|torpedo
tank|helicopter|plane aircraft jet airliner|ship vessel boat ferry|submarine|truck lorry|bus|train
destroyer|frigate|corvette|submarine|tanker|ferry
brigade|battalion|regiment|platoon
colonel|lieutenant|sergeant|admiral
film movie|book novel|song|album|series|opera|painting|magazine|newspaper
city town village|country nation
river|lake|mountain|island|desert
company firm|university college|hospital|church|museum|prison
earthquake quake|flood flooding|hurricane storm cyclone typhoon|drought|wildfire|landslide|eruption
wheat|maize corn|rice|barley
oil|gas|coal
gold|silver|bronze
copper|nickel|lithium|uranium
mother|father
son|daughter
uncle|aunt
boy|girl
man|woman
king|queen
red|blue|green|yellow
murder|fraud|theft robbery|bribery|espionage spying|treason|arson
virus|bacteria
heart|lung|liver|kidney|brain
autumn|spring
brother|sister
husband|wife
grandfather|grandmother
grandson|granddaughter
nephew|niece
bride|groom
summer|winter
christian christianity|muslim islam|jewish judaism|hindu hinduism|buddhist buddhism
catholic|protestant|orthodox
army|navy
hang|behead decapitate
monarchy|republic
democracy|dictatorship
vowel|consonant
carnivore|herbivore
triangle triangular|circle circular oval round|square
breakfast|dinner"""

# Things of one sort, of which somebody or something may have several: another one contradicts nothing.
KINDS_OF_MANY = """football soccer|baseball|basketball|cricket|rugby|hockey|tennis|golf|boxing|wrestling
guitar|piano|violin|drum|trumpet|flute|harp|cello|saxophone
physics|chemistry|biology|astronomy|geology
medicine|engineering|philosophy|theology
jazz|reggae|bluegrass|hip-hop
beer|wine|whisky whiskey|vodka
teacher|lawyer|farmer|tailor|carpenter|plumber|butcher|baker|clerk|dentist|barber|nurse
marble|wood|concrete|brick|clay"""

# What is of one of these families is of none of the others; only words that mean nothing else.
_FAMILIES = """film movie song album novel poem sitcom
actor actress singer politician footballer musician cricketer journalist wrestler rapper comedian novelist
    guitarist composer lawyer scientist poet boxer sprinter
city town village county country island river lake municipality
truck lorry helicopter airliner submarine frigate
sandwich soup cuisine dessert sauce
company corporation airline manufacturer
dog horse whale snake
disease illness
"""


def _shown_by() -> dict[str, frozenset[str]]:
    """Return, by stem, the stems that show that something is of that sort: those of the same meaning or of a
    sort below it at any depth, and their evidence.
    """
    below: dict[str, set[str]] = {}
    evidence: dict[str, set[str]] = {}
    for line in _lines(_TABLE):
        sorts, _, rest = line.partition(":")
        kinds, _, shown = rest.partition("|")
        alike = _stems(sorts)
        for word in alike:
            below.setdefault(word, set()).update(alike, _stems(kinds))
            evidence.setdefault(word, set()).update(_stems(shown))
        for word in _stems(kinds):
            below.setdefault(word, {word})
    found: dict[str, frozenset[str]] = {}
    for word in below:
        reached = _reached(word, below)
        found[word] = frozenset(reached.union(*(evidence.get(w, ()) for w in reached)))
    return found


def _stems(words: str) -> set[str]:
    return {stem_of(word, "en") for word in words.split()}


def _lines(table: str) -> list[str]:
    return table.replace("\n    ", " ").strip().split("\n")


def _reached(word: str, below: dict[str, set[str]]) -> set[str]:
    found, waiting = set[str](), [word]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(below.get(one, ()))
    return found


SHOWN_BY = _shown_by()
FAMILY_OF = {word: number for number, line in enumerate(_lines(_FAMILIES)) for word in line.split()}
