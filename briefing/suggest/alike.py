"""Words that often stand for each other in reports."""

from __future__ import annotations

_GROUPS = """
    abstain boycott; accountant auditor audit; acquit clear exonerate; admit concede acknowledge; afraid fear;
    agree consent; agree deal accord pact treaty; agreement treaty accord;
    aircraft plane jet helicopter bomber flight; airport airfield; allow permit let; ally partner; alone
    single one;
    ambassador envoy diplomat embassy; amend change revise; ammunition weapon munition; angry anger resent;
    annul void cancel scrap revoke overturn; appeal challenge contest; appoint name; arrive reach;
    ask request application apply; ask request urge call appeal demand; asylum refuge; athlete rider player;
    attack strike raid bombing airstrike assault hit target bombard; baby infant newborn; bag sack; bail
    release;
    baker bakery bread loaf; ballot paper; bankrupt insolvent; banner sheet; barracks camp; base barracks
    garrison;
    bazaar market; begin start launch open commence; big large huge; bill law statute; blame accuse allege;
    blanket relief; block bar prevent obstruct ban prohibit forbid; blockade siege encircle; body remains
    corpse;
    bomb explosive; bond debt; bonus premium allowance; booking reservation;
    boss manager director head chief executive; boycott sanction embargo; bribe corrupt; britain london;
    budget spend cost; build construct; buy purchase acquire; buyer customer purchaser client; cabinet
    government;
    cable line; camera photograph picture film video image footage; cancel drop abandon; captain master
    skipper;
    captor kidnapper; car vehicle truck lorry; carry transport; cash money sum;
    cattle livestock animal herd goat sheep; census count; charge fee duty levy; cheap low inexpensive;
    checkpoint roadblock; chief head leader director chair; child boy girl youngster pupil; child minor
    infant;
    china beijing; chip semiconductor; cholera diarrhoea; cholera outbreak epidemic; choose pick select;
    church religious monastery; claim assert argue allege say; club team; coal mine; coast shore beach;
    code rule regulation; collapse destroy damage ruin; collide hit; companion colleague staff employee;
    complete finish; computer cyber digital; conclude sign; condemn denounce criticise deplore; confirm
    verify;
    constituency district; contract award tender; contractor builder; convoy column; cook kitchen stove;
    corruption bribe graft; country nation state; coup takeover putsch; court judge tribunal judiciary bench;
    cow cattle livestock; crash collision accident disaster; crew staff personnel employee worker workforce;
    criticise condemn blame; crowd overcrowd; curfew lockdown; currency money exchange; customs duty tariff;
    dam reservoir lake; dawn sunrise morning; dead victim casualty fatality; deadline limit; debate discuss;
    debt owe credit loan; deficit shortfall gap; delay postpone; deny reject contradict dismiss;
    depose remove oust topple overthrow; depot store warehouse; disband dissolve; discover find;
    dismiss sack suspend; disperse scatter; dispute row feud quarrel conflict argument; dividend payout; dock
    yard;
    doctor medic physician nurse; doctor physician surgeon medic; donor funder backer; double twice twofold;
    doubt sceptical question; drill exercise; driver chauffeur; drone unmanned; drought dry;
    election vote ballot poll; electricity power energy grid; end stop halt finish cease suspend conclude
    close;
    engineer technician; error mistake wrong; escort accompany protect guard; eu europe brussels;
    evidence proof prove; exempt spare exception; expire lapse; export sell; extradite deport expel;
    factory plant mill works; fall decline drop decrease shrink lower slide slip cut reduce narrow down lose
    plunge;
    farm crop harvest agriculture wheat grain; farmer peasant grower; fault blame responsible; fault defect;
    fear worry concern; fence wall barrier; ferry boat ship vessel tanker freighter trawler frigate craft
    barge;
    fighter gunman; fine penalty punish sanction; fire blaze flame burn; firm company business; fish catch;
    flag banner; flee displace escape uproot evacuate leave; flood water rain; fog mist visibility;
    food hungry ration; forecast expect predict project; foreign abroad overseas; fortnight week;
    frontier border crossing; gain benefit; general commander; glacier ice; goal target aim;
    goods product ware cargo shipment; grain cereal wheat sorghum maize; grave cemetery bury;
    grid network transmission; guard warder; gunfire shooting shoot fire; hacker attacker intruder;
    harbour port dock; harm damage; heat hot temperature; help aid assist relief support; hen poultry chicken
    bird;
    hide conceal; hospital clinic ward; hostage captive detainee prisoner; house home dwelling;
    household family consumer; husband wife spouse widow; hut shelter home; identity name;
    ill sick disease infect patient case; import buy; income revenue earnings; inflation price; inform tell;
    inmate convict; inmate prisoner detainee; inquiry investigate probe; inspector investigator panel expert;
    interest rate; internet web online; iran tehran; island archipelago; jail prison imprison detain custody
    arrest;
    join enter; judge magistrate; keep retain maintain hold; kidnap abduct seize; kill die fatal toll
    casualty slay;
    king monarch ruler; lack short shortage without; lawmaker deputy; lawyer counsel legal;
    lawyer defence counsel attorney; layoff redundancy dismiss; leak disclose reveal; leave depart;
    lender creditor bank; lift raise; loan credit borrow debt; loot plunder booty; maintain claim insist
    argue;
    malnourish malnutrition starve hunger; mandate mission; mandate term; manufacture produce make output
    production;
    mass worship pray; mayor town; meal lunch dinner food; mediator envoy delegate negotiator diplomat;
    mend repair fix restore; merger takeover acquire; metal copper steel; metro subway underground; mill
    flour;
    mine quarry pit; minister ministry government authority; missing disappear vanish; money fund finance;
    monitor observer inspector; month monthly; most majority; mother father parent; mountain hill; mourn
    grief;
    move transfer; murder kill; museum gallery; navy fleet naval; near close approach; neglect negligence;
    negotiate envoy mediate conference; neighbour resident local; newspaper press media journalist reporter;
    night overnight evening dark; noon midday; nuclear reactor atomic; nun sister; occupy seize capture
    control hold;
    offer propose; oil petroleum crude; old aged ageing; operation surgery; oppose against reject resist;
    opposition opponent critic; own possess belong; owner proprietor landlord; paper document text draft file;
    pardon apologise forgive; parliament legislature assembly lawmaker; passport papers document; password
    login;
    pasture graze; patrol escort; pay fee wage salary; peace truce ceasefire armistice; pension retire;
    pensioner elderly; permit licence; pest insect locust; pesticide chemical spray; petrol fuel gasoline oil;
    pilot guide; plant station; police officer; poll survey; pope pontiff church; praise welcome hail;
    premier ministry; previous earlier former past ex; price cost expensive; priest clergyman;
    prison jail cell penitentiary; profit earn; promise pledge vow; prosecute charge indict accuse;
    prosecutor judiciary; protest demonstrate rally march; pump equipment machine device; quake tremor
    earthquake;
    queue line; quota limit ceiling; rain precipitation weather wet; rally gather assemble; ransom extort;
    reappoint reinstate restore; rebel insurgent militant fighter; receive obtain get; referendum plebiscite
    vote;
    refugee migrant displaced; refuse reject deny decline; regret apologise sorry; relative family kin;
    release free liberate; renew extend; reporter correspondent journalist; rescue save; reserve stock
    inventory;
    resident inhabitant villager people; resign quit step; restitute return; resume restart reopen; return
    back;
    rifle weapon gun arm firearm; riot unrest violence clash;
    rise increase grow climb gain higher up jump expand widen surge soar raise; risk danger threat threaten;
    rival challenger opponent candidate; river stream watercourse; road highway route motorway;
    rubble debris wreckage rock; russia moscow kremlin; sailor seafarer crew; satellite space;
    saver depositor customer; schedule timetable plan; school pupil student classroom;
    scientist researcher expert biologist; scrap decommission; sea ocean marine; secret closed private;
    secret hidden conceal covert; sell dispose; sentence jail prison convict guilty; sever cut; share common;
    share split divide; share stock; shareholder investor; shell bombard fire;
    shell shelling bombard artillery mortar; shelter roof tent;
    shop store supermarket retailer trader merchant market; show find reveal; shut close seal;
    site place location facility; slide landslide; slow delay; smuggle traffic; solar sun; soldier regiment
    unit;
    soldier troop force military army serviceman; solvent health; spare replacement component part;
    speed quick fast rapid; spill slick leak; spy espionage; stay remain; steep sharp; street road;
    strike walkout stoppage; study research survey; subsidy aid support; supply provide give deliver;
    support back endorse favour; surplus excess; suspect accused defendant; syria damascus;
    talk negotiate meet discuss dialogue; tariff duty levy; tax levy duty; teacher educator; telephone mobile
    phone;
    tenant rent let lease; test check examine inspect; theft steal rob; title crown victory;
    tourist visitor holiday guest; town city municipality; trader merchant dealer seller; train rail railway;
    train teach instruct; transport freight shipping; treasury finance; treaty accord convention;
    trial proceedings hearing case; triple threefold; truce lull; turbine wind; turkey ankara;
    turnout attendance participation; unemployment jobless; united_states america washington white_house;
    vaccine dose inoculate; vehicle tank armour; verdict ruling judgment conviction decision; veto block;
    victim dead killed; villa flat property home; village hamlet settlement; virus influenza flu; visa permit;
    visit inspect tour travel; want seek need require; war conflict hostility; warn caution alert; win beat
    victory;
    winner victor; witness testify testimony evidence; worker employee staff labour job; wound injure hurt;
    yard shipyard
"""

# Each group is matched at a part of the weight.
ALIKE = tuple(tuple(group.split()) for group in _GROUPS.split(";"))
