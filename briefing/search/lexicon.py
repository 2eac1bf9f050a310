"""Words that say nothing by themselves, irregular forms, peoples with their countries, and words of news that stand for each other."""

from __future__ import annotations

STOP = frozenset(
    """
    a an the this that these those and or but nor so if then than as at by for from in into of off on onto out over to up
    with within without about above after again against along among around before behind below between beyond during
    through toward towards under until upon via is are was were be been being am do does did done has have had having will
    would shall should can could may might must i you he she it we they me him her us them my your his its our their mine
    yours hers ours theirs who whom whose which what when where why how all any both each few more most other others some
    such only own same too very just also there here s t d ll re ve one's while because since though although however
    said say says saying told tell tells according added
    """.split()
)

# Each line: the word whose stem stands for the rest.
_FAMILIES = """
    arise arose arisen; beat beaten; become became; begin began begun beginning; bind bound; blow blew blown; break broke broken;
    bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen choice; come came; deal dealt; dig dug;
    draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought;
    find found; flee fled fleeing; fly flew flown flight flights; forbid forbade forbidden; forget forgot forgotten; freeze froze frozen;
    get got gotten; give gave given; go went gone goes going; grow grew grown growth; hang hung; hear heard; hide hid hidden; hold held;
    keep kept; know knew known knowledge; lay laid; lead led; leave left; lend lent; lie lay lain; lose lost loss losses; make made;
    mean meant; meet met; pay paid; ride rode ridden; rise rose risen; run ran; see saw seen; seek sought; sell sold; send sent;
    shake shook shaken; shoot shot; shrink shrank shrunk; sink sank sunk; sit sat; sleep slept; speak spoke spoken speech; spend spent;
    stand stood; steal stole stolen; strike struck stricken; swear swore sworn; sweep swept; swim swam; take took taken; teach taught;
    tear tore torn; think thought; throw threw thrown; undergo underwent; understand understood; wake woke; wear wore worn; win won;
    withdraw withdrew withdrawn; withhold withheld; write wrote written;
    man men; woman women; child children; person people persons; foot feet; life lives; wife wives; half halves; use used using;
    die died dies dying death deaths dead deadly; destroy destruction; receive receipt reception; assume assumption; arrest arrested;
    describe description; deny denied denial; apply application; supply supplied; lift lifted; reply replied; try tried; vary variation;
    high height; strong strength; long length; weak weakness; poor poverty; hot heat; warm warmth; deep depth; wide width;
    agree agreed agreeing agreement; add additional addition; decide decided decision; permit permission; admit admission; submit submission;
    kilometre kilometer kilometers kilometres km; metre meter metres meters; centre center centres centers; percent percentage;
    defence defense; labour labor; harbour harbor; programme program; ceasefire ceasefires; tonne tonnes ton tons;
    hospitalise hospital hospitals hospitalised hospitalized; monday mondays; president presidential presidency; parliament parliamentary;
    minister ministers ministerial; ministry ministries; military militaries; army armies; navy naval; economy economic economies;
    policy policies political politics politician politicians; crisis crises; analysis analyses analyst analysts;
    secretary secretaries; nation nations national; nationality; gas gases; bus buses
"""

_PEOPLES = """
    turkey turkish turk turks; syria syrian syrians; russia russian russians; iran iranian iranians; iraq iraqi iraqis;
    israel israeli israelis; palestine palestinian palestinians; lebanon lebanese; jordan jordanian jordanians;
    egypt egyptian egyptians; libya libyan libyans; tunisia tunisian tunisians; algeria algerian algerians;
    morocco moroccan moroccans; sudan sudanese; ethiopia ethiopian ethiopians; eritrea eritrean eritreans;
    somalia somali somalis; kenya kenyan kenyans; uganda ugandan ugandans; rwanda rwandan rwandans; congo congolese;
    nigeria nigerian nigerians; niger nigerien nigeriens; mali malian malians; chad chadian chadians; ghana ghanaian ghanaians;
    senegal senegalese; yemen yemeni yemenis; qatar qatari qataris; kuwait kuwaiti kuwaitis; bahrain bahraini; oman omani;
    saudi saudis; emirates emirati emiratis; afghanistan afghan afghans; pakistan pakistani pakistanis; india indian indians;
    bangladesh bangladeshi; myanmar burma burmese; china chinese; taiwan taiwanese; japan japanese; korea korean koreans;
    vietnam vietnamese; thailand thai; cambodia cambodian; indonesia indonesian; malaysia malaysian; philippines philippine filipino;
    australia australian australians; ukraine ukrainian ukrainians; belarus belarusian; poland polish poles; hungary hungarian;
    romania romanian; bulgaria bulgarian; serbia serbian serb serbs; kosovo kosovar; bosnia bosnian; croatia croatian; albania albanian;
    greece greek greeks; italy italian italians; spain spanish; portugal portuguese; france french; germany german germans;
    austria austrian; switzerland swiss; netherlands dutch; belgium belgian; denmark danish danes; sweden swedish swedes;
    norway norwegian; finland finnish finns; estonia estonian; latvia latvian; lithuania lithuanian; ireland irish; scotland scottish;
    britain british uk; america american americans us usa; canada canadian canadians; mexico mexican mexicans; cuba cuban;
    haiti haitian haitians; colombia colombian; venezuela venezuelan; brazil brazilian; argentina argentine argentinian; chile chilean;
    peru peruvian; bolivia bolivian; ecuador ecuadorian; georgia georgian; armenia armenian; azerbaijan azerbaijani azeri;
    kazakhstan kazakh; uzbekistan uzbek; europe european europeans; africa african africans; asia asian; arab arabs arabic;
    kurdistan kurdish kurd kurds; cyprus cypriot cypriots; mozambique mozambican; zimbabwe zimbabwean; angola angolan
"""

# Words that reports use for one thing. They count for less than the word itself.
_ALIKE = """
    kill die slay fatal casualty lethal; wound injure injury hurt casualty; soldier troop serviceman; attack strike raid assault bomb bombard shell;
    missile rocket; shell artillery mortar; drone uav unmanned; truce ceasefire cessation armistice; talk negotiate dialogue discuss;
    agree deal accord pact treaty; withdraw pull retreat leave; blast explode explosion detonate; rebel insurgent militant fighter guerrilla gunman;
    protest demonstrate rally march; displace uproot flee refugee; return home; house home dwelling; road highway motorway route;
    begin start launch open commence; stop halt suspend end cease pause; postpone delay defer; increase rise grow climb jump up;
    decrease fall drop decline shrink sink down; price cost; money fund finance cash; pay salary wage; vote ballot poll elect;
    parliament lawmaker legislature assembly mp deputy; government cabinet administration; president leader head; minister secretary;
    arrest detain seize custody jail; prison jail; free release; court judge tribunal; law legislation bill act;
    accuse blame charge; deny reject dismiss refuse; condemn denounce criticise criticize; warn caution; demand call urge insist;
    announce declare; confirm verify; border frontier; port harbour dock; ship vessel boat tanker; plane aircraft jet; train rail railway;
    hospital clinic medical doctor; school pupil classroom teacher education; student pupil; child minor; aid relief humanitarian assistance; food grain wheat bread;
    water; power electricity grid; fuel oil petrol diesel gasoline; build construct erect; destroy ruin demolish wreck; damage;
    flood inundate; rain downpour rainfall; drought dry; fire blaze; storm cyclone hurricane; ill sick disease patient; vaccine jab inoculate;
    company firm business; worker employee staff labourer; job employ; strike walkout; union; buy purchase acquire; sell export;
    import; send dispatch deploy; arrive reach; capture seize overrun take; control hold; town city; village hamlet; area region district zone;
    half fifty; third; quarter; twice double; week; month; year annual; sign; approve endorse back ratify; plan intend; close shut; block bar;
    expel evict deport; ban prohibit forbid outlaw; limit restrict curb; allow permit let; wait; hostage captive prisoner; drown; lack shortage short scarce;
    hungry hunger famine starve; mine; repair fix restore; near close; far; quick fast; early; big large huge; small little; percent
"""


def _lines(table: str) -> list[list[str]]:
    return [line.split() for line in table.split(";") if line.strip()]


FAMILIES: dict[str, str] = {
    form: line[0] for table in (_FAMILIES, _PEOPLES) for line in reversed(_lines(table)) for form in line
}
ALIKE: tuple[tuple[str, ...], ...] = tuple(tuple(line) for line in _lines(_ALIKE) if len(line) > 1)
