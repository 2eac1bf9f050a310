"""English words that open sentences and are no names: of each family one, its other forms by their stem.

Those that stand in small letters in at least four of some ten thousand paragraphs of news and encyclopaedias,
and the words of the field. Words that an ending gives away (see `openings`) are left out.
"""

from __future__ import annotations

from briefing.language.lexicon import words_of

COMMON = words_of("""
    abductor able aboard abort abroad absent absolute absolutely absorb abstract absurd abuse accelerate
    accept acceptable acceptance access accessible accident accidentally acclaim accomplish accord accordance
    accordingly account accountable accountants accuracy accurate accuses ace ache achieve acid acknowledge
    acquire acquittal act actionable activate actively actor actress actual actuaries acute adamant adapt add
    additional address adequate adhere adjacent adjust administer administrator admit adopt adrift ads adult
    advance advantage adventure adversary adverse advice advise advocacy advocate aerosols aerospace affair
    affect affiliate affluent afford affordable afloat afoot afraid aftermath afternoon aftershock age aged
    agency agenda agent aggregate aggressively aging ago agree agricultural agriculture ahead aid aim air
    airborne aircraft airlines airmen airport airshow airspace airstrike airways alarm alas albatross albedo
    albeit album alcohol alert algorithm alien align alike allergy alliance allow ally almond almost aloft
    alone alongside already alter altitude altogether aluminium alumni always amateur amazing ambassador
    amber ambient ambulance ambush amend amid amidst amnesty amongst amount analog analyst analyze ancestry
    ancient anger angiotensin angle angry animal ankle anniversary announce anomaly answer antelope anthrax
    anti antibodies anticipate antiviral ants anxiety anybody anymore anyone anyway anywhere apart apes apex
    apiece apologize apology app apparent appeal appear appearance appetite apple applicable apply approach
    appropriate approve approximately apricot april apt arbitrary arbitrator arc architect architectural
    architecture area arena arguably argue arising aristocrats arm armistice armor armour army array arrest
    arrival arrow art article artifact artificial artillery artisans artwork ash ashore aside ask asleep
    aspect asphalt aspirin ass assailant assassin assassinate assault assembly assert assess asset assistance
    assistant associate assume assure asteroid asthma astride astronaut astronomer asylum async atmosphere
    atop attach attack attempt attend attendance attic attitude attorney attract attributable attribute
    audience audio auditor august aunt author authoritarian automate automatically automobile autonomy autumn
    aux auxiliaries available avalanche average avian avoid awaits awake award aware away awesome awkward axe
    axis baby back background backlash backup backward backyard bacteria bacterial bad badge badly bag baggy
    bail bailiff bait baker balance ball ballads ballet balloon ballot ban banana band bandage bandmates
    bandwidth bank bankrupt bar barbed barely barges barley barracks barrage barrel barricade barrier base
    baseball baseline baseman basic basically basin basis basket basketball bass bat bathroom batsman
    battalion battery battle beach beans bear beat beautifully beauty beaver become bed bedroom bedside beef
    beekeeper beer bees beforehand begin behalf behavior behaviour belief believe bell belong belt bench
    benchmark beneath beneficial benefit berry beside best bet beta bias bicameral bicycle bid big biggest
    bike bill billboard billion billionaire bin binary binge biography biology bipartisan bird birth birthday
    birthplace bishops bison bit bizarre black blackouts blacksmith blame blanket blaze blew blind blizzard
    bloc block blockade blog blood bloody blouse blow blue blueprint board boast boat body boiling bold
    bombing bond bones bonus book bookmarks boost boot border bored born borough boss bosun bother bottle
    bottom bounce bound boundary bounty bout bovines bow bowler box boxer boy boycott boyfriend brain brake
    branch brand breach bread breadth break breakdown breakfast breakthroughs breath breed brewer brick bride
    bridge brief brigade bright brilliant bring broad broadband broadcast broker bronze brother browse brunt
    brush brutal budget buffalo buffer bug build bulk bulldozer bullet bulls bumper bunch bundle bunkers
    burden bureau burglar burial buried burn burnt burqa burst bus businessman busy butcher butter butterfly
    button buy buyer buzz bystander cabin cabinet cable cached cadets cafes cake calcium calculate calendar
    call calm calorie came camels camera camp campaign campus canal cancel cancer candidate candle cannabis
    canner cannonade cannons cannot canoes canvas cap capable capita capital captain capture car caravan
    carbon carbonate card cardiac cardiovascular carefully cargo carpenter carpet carriage carry cart
    cartographer cartridge carved case cash cashew cast castle casual casualties cat catalog catch category
    cattle caucus causal cause cavalry cease celebrate cell cellar cello cement cemetery center central
    century cerebral ceremonial ceremony certain certainty chain chair chairman challenge chamber champion
    chance chancellor change changeset channel chaos chapter character charge charitable charm chart chasing
    chat cheap check checkpoint cheer cheese cheetah chef chemistry chemosensory cherry chest chicken chief
    child chip chloroquine chocolate choir choking cholera chopper chorus chose church cigarettes cinema
    cipher circle circuit circumstances cited citizen citywide civic civil civilian clad claim clamp clash
    class classmates clause clean clear clearance clergy clerks clever click client cliff climate climb
    clinch clip clock clone close closely closest closure clothes cloud club cluster coach coal coast coastal
    coat cobbler cocaine cockpit cocktail cocoa code codebase coffee coffin cohort coincide coined cold
    collaborate collapse colleague collect collectively college colonial colony color colossal colour column
    coma combat combatants combine comeback comedian comedy comet comfort comfortable comic command commandos
    commemorate comment commentary commerce commercial commissioner commit committee common communal
    communicate communique commuter compact companion company comparable compare comparison compatible
    compete complaint complete completely complex comply component composer compound comprise compromise
    compulsory computational compute con conceal concept concern concert conclude concrete concurrent
    conditioner conduct conference confidence confident confidential configure confirm conflict confront
    congress congressional conjugate connect conquer consciously conscript consensus consent consequence
    consequently consider considerable considerably consistency consistent console consolidate conspiracy
    constable constant constituency constituents constitute constitutional constraints construct consul
    consulate consultant consume contact contain contemporary content contest context continent continental
    continually continue continuously contract contrary contrast contribute control controversial controversy
    convenience convenient conventional conversely convert convey convict convince convoy cookie cooking cool
    coordinator cops copy copyright coral cord core corner coronavirus corporate corpse correct
    correspondence correspondent corridor corrupt corvette cos cosmonaut cosmos cost cotton cough council
    counsel count counterparts counties country countrywide coup couple courage course court courtesy cousin
    cover coverage cows crack crackdown craft cranes crap crash cravings crawl crazy cream create creature
    credible credit crew cricket cried crime criminal crisis crisp criteria critically criticize crocodiles
    crop cross crowd crows crucial crude cruel cruise crunch crush crust cry cues culprit cultural culture
    cup cupboard curb cure curfew curiously current curtains cusp custody custom cut cycle cyclone cytokines
    dad dairy dam damage damn dance danger dark dashboard data database datasets date daughter dawn day
    deadline deal dear debate debit debris debt debtor debug debut decade december decent decide deck decline
    decrease decree deemed deep deer default defeat defector defend defendant defenseman deferral deficit
    define definite definitely deflate deflect degrade degree del delay delegate delete deliberate
    deliberately delicate delight deliver delivery demand demise demo democracy democrat demonstrate dense
    dent deny depart departure depend dependence dependencies dependent depicts deploy deportee deposits
    depots depth deputy der derby des descendant descent describe desert deserve design desire desk desktop
    despair desperate desperately despite destroy detail detainee detect detectable determine develop device
    devise devs diabetes diagnose diagnosis dialogue diamond dictate die diesel diet dietary differ
    difference different difficult difficulty dig digital dilemma dinghies dinner dinosaurs diocese dioxide
    dip diplomat dire direct directorate directorial dirty disagree disappear disappearance disaster disc
    disciple discipline disclose discount discourage discover discovery discuss disease disgust dish disk
    dismiss dismissal disorder disperse display dispute dissident distance distant distinct distinguish
    distress distribute district disturbance diver divergence diverse divide dividend diving divorce docker
    doctor doctrine documentary dog dollar dolphins domain domestically dominance dominant dominate donate
    donkeys donor doomed door doorstep dope dose dot double doubt downed download downstairs downstream
    downtown downward dozen draft draftee drag drama drastically draughtsman draw dream dress dried drier
    drift drill drink drone drop droplets drought drove drug drum dry dual dubbed ducks due dugout duke dull
    dumped dunes duo dusk dust duty duvet dyer dyke dynasty dysentery dyspnea eager eagles ear earliest early
    earn earnest earth earthquake ease easiest east eastern eastward easy eat economy ecosystem ecstasy edge
    edict edit editor editorial educate educational effect effectively efficacy efficiency efficient effort
    egg eight eighteen eighth eighty elaborate elbow elderly eldest elect electoral electorate elegant
    element elementary elephant eleven eleventh eligible eliminate elite elsewhere email embassy emblem
    embrace emerald emerge emergence emergency emir emissary emit emotional empathy emperor emphasis employ
    employee empty enable enclosure encounter encourage end enemy energy engage engine enhance enjoy enough
    ensued ensure enter enterprise enthusiasm entire entirely entrance entrepreneur entry environmental envoy
    enzyme eons epic episode equal equaliser equatorial equilibrium equivalent era eroded error escape
    especially espionage essay essence essential establish estate estimate etc ethics euros evacuee evaluate
    evening event eventual everybody everyday everyone everywhere evidence evident evil evolutionary evolve
    exact exam examine example exceed excellence excellent except exceptional excess exchange exclusively
    excuse execute exempt exercise exhaust exile existence exit expand expatriates expect expense experience
    experimental expert expertise expire explain explicitly exploit explore export expose exposure express
    extend extensively extent external extinct extra extract extraordinary extreme extremely extremophiles
    eye face facilitator fact facto factor factory faded fail failure fair faith fake falcon fall false fame
    familiar family famously fan fancy fantasy far farce farewell farm fashion fast fastest fat fatal father
    fatigue fault favipiravir favor favorable favorite favour favourite fear feasible feat feather feature
    february federal fee feed feedback feel fellow felon felony female fence ferrets ferry fertiliser
    fertilizer festival fetch feud fever fewer fictional field fierce fiery fifteen fifth fifty fig fight
    figure file fill film filmmaker filter fin final finance financial finch find finest finger finish fire
    firearm firefight fireman firm first fiscal fish fisherman fishery fit five fix fixture flag flames flank
    flash flat flavor flawed fled fleet flesh flexible float flood floor flour flow flu fluid flute fly focus
    fodder foe fog folded folk follow fond food foot footage football footprint footsteps footwear force
    forecast foreign foremost forest forever forget fork forklift form formal format formula forth fortnight
    fortunately fortune forty forum forward fossil foul founder four fourteen fourth foxes fragile fragrance
    frame framework franchise fraud fraudster free freedom freelance freely freight frequency frequent fresh
    freshman friday fridge friend frigate frogs front frontend frontier frontman frost frozen fruit fuck fuel
    fulfill full fully fun functional fund fundamental funeral funny fur furnace furniture furthermore fury
    future gadgets gain gal galaxies gallery gallon game gamekeeper gang gap garbage garden garrison gas
    gasoline gate gather gauge gay gazelle gear geese gender general generate genius genre gentleman gently
    genuine geographer geothermal gesture get ghost ghrelin giant gift gig ginger giraffe girl girlfriend
    give glacial glacier glad glamour glance glass glider global globe glory glove glow goal goalkeeper goats
    goes going gold golden golf gonna good goodbye gorillas gospel governance governor grab grace grad
    gradual graduate grains grand grandchildren granddaughter grandfather grandmother grandparents grandson
    granite grant grapes graph grasp grass grave gray great greatest greed green greenhouse grenade grey grid
    grief grocer grocery gross ground group grow guarantee guard guardian guerrillas guess guest guidance
    guide guidelines guilt guilty guitar gull gun gunfire gunman gunmen gunshot gusts gutted guy habit
    habitat hack hailed hair half halibut hallway halt hand handgun handle handset hang happen happy harbor
    harbour hard hardcopy hardest hardware harm harsh harvest hashish hashtag hat hatch hatred haul hawks hay
    haze head headache headlights headline headphones headscarf headset health healthcare healthy heaps hear
    heart heartbeat heat heatwave heavy heck hedgehog heels height heir helicopter hell hello helmet helmsman
    help hemisphere henceforth hens herbicide herder herein heretofore heritage hermitage hero heroin heron
    herself hey hiatus hide high highlight highway hijab hike hills himself hint hip hippo hire historian
    historically history hit hitherto hobby hockey hold hole holiday holy home homemade hometown honest honey
    honor honorary honour hood hook hop hopefully horizon horizontal hormone horror horse hospital host
    hostages hostile hot hotel hottest hour house household howitzer http hub huge human humanitarian humor
    humour hundreds hunger hunt hurdle hurricanes hurry hurt husband hut hybrid hydrocarbons
    hydroxychloroquine hyena hygiene hype hypothesis ibuprofen ice iceberg icon icy idea ideal identify idle
    ignore ill illegal illegitimate illicit illiteracy illustrate image imagery imaginary imagine imam
    immediate immediately immense immigrants imminent immune immutable impact imperial import importance
    important impose impossible imprint improve impulse inadvertently inappropriate inasmuch inaugural inbox
    incidence incident incoherent income incompetence increase increasingly incredible incredibly incubator
    incumbent indeed independence independent index indicate indie indirect individual indoor industrial
    industry inevitable infant infantry inflammatory influence influential influenza influx info inform
    informal informant infrastructure ingredients inhabitants inherent inheritance initial inject injury ink
    inland inmate inner innings innkeeper innocent input inquiry insane inshore inside insight insofar
    inspector inspire install instance instant instead institutional instrumental insufficient insulin
    insurance insurgent intact intake intellectual intelligence intelligent intends intense intensely intent
    intentional interact interceptor interest interestingly interface interfere interior intermediate
    internal international internet interpersonal interpret interrupt interval interview intestinal
    intestines intimate intrigue introduce intruder inventor inventory invest investigate invisible invite
    involve iron ironically irradiance irreversible island isotope issue item ivory jackal jacket jaguar jail
    jam january jar jazz jeans jelly jet jetty jewel jewellery jewelry job jockey join joint joke journal
    journey joy judge judicial juice july jump juncture june jungle junior junk junta juror jury justice
    justify keen keep kettle key keyboard keynote keywords kick kid kidnapper kidney kill kiln kilometres kin
    kind kinda king kingdom kit kitchen knee knife knock know knowledge lab label labor laboratory lack
    lacrosse lad ladies ladle lake lamb lambda lamp land landlord landmark landmine landscape landslide lane
    langar language lantern laptop large largely last late lately latency later latest latitudes laugh
    laughter launch lawmaker lawn lawsuit lawyer lay layer layoffs layout lead leagues leak lean learn lease
    least leather lecture left leg legacy legal legate legend legendary legitimate leisure lemon lengthy lens
    lentils leopards leprosy lesser lessons lest let lethal levee level leverage levies liberal librarian
    library license lie lies lieu lieutenant life lifelong lifestyle lifetime lift light lighthouse
    lightweight liked lime limestone limit line liners linesman lineup link lions lips liquid listed listen
    litany literacy literally literary literature lithium litter little live liver livestock lizards load
    loan lobby local lock locksmith locusts log logic login logo long longshoreman longtime look loop loose
    looter lore lorries lost lot loud love lovely lover low loyalty luck lucky lunar lunch lung luxury lymph
    lynx lyrics machete machine mad magazine magic magistrates magnitude maiden mail main mainland mainstream
    maintain maintenance maize major make maker malaria male mall malware man manage mandatory mango manhole
    manslaughter manual manufacturer map marble march margins marijuana marine maritime mark market
    marketplace marriage marry marshes martial mask mason mass master masterpiece mat match material math
    mathematician matrices matrix mattress mature maximum maybe mayor meadows meal mean meantime meanwhile
    measles measure meat medal media median mediator medic medicine medieval medium meet melancholy melon
    melt member memorable memorandum memorial memory mental mentor menu menus mercenaries merchant mercy mere
    merely merge mess message metadata metal metaphor meteor meteorites meth methamphetamine methane method
    metres mice mid middle middleweight midfield midnight midst midterm midway migrant mild mile milestone
    militants military militia milk mill millennia millennium millet million millionaire mind mindset mine
    minefield miner mini minibuses minimal minimize minimum minister minks minor minute mirror miscarriage
    mischief miss missile mistake mistaken misuse mitigate mix mixture mob mobile mode model moderate modern
    modest module moisture mold molecule mom moment momentary monarch monarchy monday money monitor monkeys
    monks monster month mood moon moped moral moreover morning morphine mortar mortgage mosques mosquitoes
    moss mostly mother motor motorbike motorway mountain mourner mouse mouth move movie mudslide mug mules
    multiplayer multiple mum mural murder murderer murky muscle museum music musician mutable mutagen mutiny
    mutual myocardial myriad myself mystery nagging naked name namely narrow national natural nature naval
    navigate navy nearby nearest nearly neat necessary neck need needle negotiate neighbor neighbour neither
    neo neon nephew nerve net network neutral new newborns newcomer newer newest newly news newsletter
    newspaper newsroom next nice nicer nickel nickname niece night nightmare nine nineteen ninety ninth
    nitrogen noble nobody nod noise noisy nominee none nonprofit nonsense noon norm normal north northeastern
    northern northward northwest nose notable notably notary note notebook nothing notice notify novel
    novella november nowadays nowhere nuclear nudging nuisance number nuncio nuns nurse nutrients nuts oats
    object obscure observational observatory observe obsolescence obsolete obstacle obtain obviously
    occasional occult occupational occur occurrence ocean october odd offender offense offer office offshore
    often oil okay old older oldest olfactory ombudsman onboard ongoing onions online onlooker onset onshore
    onstage open opera operate operational opinion opium opponent oppose opposite opt optimize optional oral
    orange orbit orchards orchestra ordeal order ordinary ordnance organ organizational origin original
    originate orphans ostrich otter ours ourselves ousted outages outbreak outcome outdoor outer outfielder
    outfit outing outlet outlook outpost output outrage outright outside outspoken oven overall overcome
    overdose overhaul overhead overland overlap overly overnight overseas oversee oversupply overtime
    overturn overwhelmingly owe owing owls owner owns oxide oxygen ozone pace pack package packets pact page
    pager pain paint pair palace pale pan panel panic panther pants paper paracetamol parade paradise
    parallel paramilitary pardon parent parked parliamentary parole parrot part partial participant
    participate particles particular partisan partner party pass passage passenger passionate password past
    pastoral pasture patch path pathogens pathways patience patient patrol patron pattern pause pay paycheck
    payload pdf peace peach peak peanut pear pearl peasants pectin peculiar pedestrian pedophile peer pen
    penalty pending penguin pepper percentage percentile perfect perform performance period permafrost
    permanent permit perpetrator persistent person persona personal personnel persuade pesticide pestis
    petrol pets petty pharmacies phase phenomenal phenomenon philosophy phone photo photograph phrase
    physically physician piano pic pick pickup picture piece pier pig pigeons pijl pile pilgrims pill pillows
    pilot pin pineapple pinpoint pioneer pipeline pipes pirate pistol pit pitch pivotal pizza place plague
    plain plaintiffs plan planet planetary plant plasma plaster plate plateau platform platoon plausible play
    playback playoff plea pleasant please pleasure plebiscite pledge plenty plot ploughs plug plugin plumber
    plume plus pneumonia pneumonitis pocket podcast pods poem poet poetry poignant point poised poison polar
    police policeman policewoman policy polio polite politically politician poll pond pool poor pop popular
    pork port portable portfolio portrait pose possible post posthumously pot potato potent potential poultry
    pound pour powder power powerhouse practice praise pray pre precise precisely predator predecessor
    predict predominant prefer preference pregnancy pregnant preliminary premature premier premiere premises
    prepare presence present preserve president press pressure pretty prevent preview previously price pride
    priest primary prime principal principle print prior prioritize prison privacy private privately
    privilege prize pro probable probe problem procedure proceedings process procure product professional
    professor profile profit profitable profound prognosis program programmer progress project prominence
    prominent promise promote promotional promptly prone proof propaganda property prophecy prophets propose
    proprietary props prosecutor prospect protect protein protest protocol prototype protozoa proud prove
    proven provide province proxy prudent pub publicly publish pull puma pump punches punk punters pupil
    purchase pure purely purportedly purpose purposefully purse pursue push put putsch pylon quadruple quake
    qualify quarantine quarks quarries quarter quarterback quartet quay query quest queue quick quiet quit
    quiz quotas quote quotient rabbi rabbit rabies race racial rack radar radio rafts rage raid rail railway
    rain rainfall rainforest raise rally ramp random range rank ransomware rap rapid rare rarely rash rate
    ratio raw reach react read readable ready real realise realize realm rear reason reasonable rebel rebound
    rebuilt recall recent receptor recipe recipient recognize recommend reconcile record recover recovery
    recreational recruit red redesign reduce reef refer referee reference referendum refineries reflect
    reform refrain refuge refugee refuse regard regime region register regret regular regulate reign
    reimburse reject relatively release relevant reliable reliance relief religion reluctant rely remain
    remainder remake remarkable remarks remdesivir remedy remember remind remorse remote removal remove
    render renewable rent rental repair repeat repeatedly repertoire replace reply report repository
    represent reproduce reptiles republican request require rescue research resemble reserve reservoir
    residence resident residential resistance resolve resource respect respectively respiratory respond
    respondent responsible rest restart restaurant restore result resume retail retain retire retreat return
    reveal revenge revenue reverse revert review revival revolt revolutionary revolves rhino rhinovirus
    rhythm ribbon rice rich rickshaws rid riders riff rifles right ring riot ripped rise risk risky ritual
    rival rivalry rivers road robe robin robots robust rock rocket role roll roof room root roster rough
    round route routine routinely rover row rower royal royalty rubber rubbish rubble ruby rugby rugged ruins
    rule rumours run runaway runoff runtime runway rural rush rye saboteur sacked sacred sacrifice sad sadly
    safe safely safer saga sail sailor sake salary salmon salt salvo sample sand sandal sandbag sandstone
    sang sappers sapphire satellite satisfy saturday save scale scam scandal scarcely scare scarf scary
    scenario scene scent schedule scheme scholar school science scissor scooter scope score scouts scrap
    scratch screen screenplay screenwriter script scrivener scrutiny sculptor sculpture sea seal seaman
    seamstress search season seasonal seat second secondary secret secretariat secretary sector secular
    secure sedan see seed seeing seek seem seemingly segment seized seizures seldom select self sell semi
    senator send senior sense sentence separate separately september sequel sequence serfs serial series
    seriously serve service sesame set settle setup seven seventeen seventh seventy several severe severely
    sewage sex sexual sexy shachihoko shadow shadowy shame shape share shareholder sharks sharp shed sheep
    sheer sheet sheikh shelf shell shelter shelves shepherd sheriff shield shift shine shirt shit shock shoe
    shook shoot shop shore shoreline short shortages shortstop shoulder show showcase shrapnel shrimp shrines
    shrinkage shut shutout shuttle shy siblings sick side siege sight sign signal significance significant
    silage silence silent silk silly silos silver similar simple simplest simply simultaneously sing single
    singular sinister sink sister sit six sixteen sixteenth sixth sixty size skater skier skill skin skipper
    skirmish skirt skull sky slaughter slave sleep sleet slices slight slogan slot slow slowdown slump small
    smallest smallpox smart smartphone smell smelter smile smoke smooth smuggler snack snakes sneak sniper
    snow snowfall snub soap soared soccer social socialite society sock soft software soil solar soldier sole
    solely solid solitary solo solve somebody somehow someone sometime somewhat somewhere son song songwriter
    sonnet soon sophomore sore sorghum sorry sort sortie soul sound soundtrack source southern southwest
    southwestern sovereign sovereignty soy soybeans space spacecraft spaghetti spam span spare spark sparrow
    spatial speak special species specifically specimens spectacular spectator spectrum speed spell spend
    sphere spices spillage spin spirit spiritual split spokesman spokesperson spokeswoman sponsor spoon sport
    spot spotlight spray spread spree spring sprinter spy spyware squad squadron square squeeze squirrel stab
    stable stack stadium staff stage stairs stake stalemate stamp stance stand standalone standard standout
    star stark start startup starve state statesman statue stature status statute stay steady steal steam
    steel steep stem step steroids stevedore steward stewardess stick stimulus sting stint stock stoker
    stomach stone stop storage store stork storm story stove straight straightforward strain strandings
    strange strangely strategy stratosphere straw strawberry streak stream street strengthen stress stretch
    strict strides strike string strip stripy stroke strong structural structure struggle stubborn student
    studio study stuff stunt stupid style sub subcommittee subconsciously subject submarine submit subscribe
    subsequent subset subsidiary subsidies substance substantial substitute subtle subway success
    successfully sudden suffer sufficient sugar suggest suicide suing suit suitable sultan sum summary
    summits summons sun sunday sunflower sung sunlight sunshine super superb superbug superintendent superior
    supermarket supplier supply support supposedly suppress supremacy sure surface surge surgeon surgery
    surplus surprise surprisingly surrender surround surveillance survey survival survivor susceptible
    suspect suspicion sustain sustainable swamps swan swap sweat sweet swiftly swimmer swindler swing switch
    sword symbol sympathiser sympathizer symptom synagogues syndrome synthesis syringe system table tablet
    tackle tag tail tailor take takeoff takeover tale talent talk tall tallest tank tanner tap tar target
    tariff tarot task taste tax taxi taxis tea teach team teammates tear tech technically technique tee teen
    teenage teeth telecom telephone telescope telling temper temperate temperature temple temporary ten
    tenants tend tendency tennis tent tenth tenure term terminal terminate terrain terrestrial terrible
    territorial territory terror tertiary test testify testimony text thank thankfully thaw theater theatres
    theme themselves theory therapy thereafter thereby therefore thermal thick thief thieves thin thing think
    third thirteen thirty thorough thousand thread threat threaten three threshold thrice thriller throat
    throne throughout throw thunder thursday ticket tide tie tier ties tigers tight tile timber time timely
    timestamp tin tiny tip tired tissue title titular toast tobacco today toddler together tolerate toll
    tomatoes tomorrow ton tongue tonight tonnes tool top topic torch tornado torpedo torque tortoise torture
    total touch tough touring touted towel tower town townspeople toxic toxin trace track tract trade
    trademark traditional trafficker tragedy trail train traitor trajectory trams transcript transfer
    transform transient transit translate transmit transparency transparent transport transpose trap trash
    trauma travel trawler treasure treat treaty tree trek tremor trenches trend trial tribal tribe tribunal
    tribute trick tricycle tried trigger trillions trilogy trio trip triple triumph trolley troops trophy
    troposphere trouble truce truck true truly trumpet trunk trust truth try tsunami tuberculosis tuesday
    tuft tugs tumor tumour tuna tune tunnel turbines turf turmoil turn turnaround turnout turtles tweet
    twelve twenty twice twin two type typhoid typhoon typically ugly ultimate ultimately umpires unable
    unacceptable unanimously unavailable unaware unbeaten uncertain uncertainty uncle unclear uncomfortable
    uncommon uncover undercover undergo underground underneath understand undertake undoubtedly unequivocal
    unexpectedly unfortunate unfortunately unhealthy uniform union unique unit universal universe unknown
    unlike unlikely unlock unnecessary unofficial unpaid unpredictable unproven unrest unstable unsubscribe
    unsuccessfully untrue unusual update upgrade uphill upload upper upset upside upstairs upstate upstream
    uptake upward uranium urban urge urgent usage use used user using usual utilize utmost utterly vacant
    vaccine vague valid valley valuable value van vandal vapor vapour variables variant variety vary vast
    vegetables vehicle veil vein venture venue verdict verge verify versatile versus vessel veteran viable
    vibe vibrant vice viciously victim victory video view vigil villa village villain vineyards violate
    violent violin viral virtual virus visceral visible visit visual visualize vital vitamin vocabulary vocal
    vodka voice void volatile volcano volleyball volume volunteer von vortex vote vowed voyage vulnerable
    vulture wage wagon wait wake walk wall wallet walnut want war warden wardrobe warehouses warfare warhead
    warm warmest warmth warn warplane warrant warrior wartime wary washing waste watch watchdog water wave
    way weak weaken wealth wealthy weapon wear weasel weather weaver web website wedding wednesday weed week
    weekend weigh weight weird welcome welder welfare wells went western westward wet whale whatever wheat
    wheel whenever whereas whereby wherein whereupon wherever whichever whilst whisky whistle whistleblower
    white whoever whole wholesaler wicked wickets wide widely wider widespread widgets widow wife wild
    wildfires wildlife willing win wind window wings winter wiped wire wisdom wish wit witch withdraw
    withstand wolf wolves woman wonder wood wooden wool word work workflow workforce workshops world
    worldwide worry worse worst worth worthy wrap wreckage wrestler wrong wrote www yachts yard yeah year
    yelled yellow yes yesterday yield yoga young youngest youngster yourself youth zebra zero zinc zone zoo
    zookeeper""")
