"""Tables of letters, languages and stems that everything which reads language is asked about."""

from __future__ import annotations

# What is alike, one spelling, and another.
FOLDS = [
    ("case", "CEASEFIRE", "ceasefire"),
    ("accents", "Élysée déçu", "elysee decu"),
    ("accents as marks of their own", "e\u0301lyse\u0301e", "élysée"),
    ("ligatures", "oﬃcial ﬂag", "official flag"),
    ("full width", "ＮＡＴＯ", "nato"),
    ("Turkish dots", "İSTANBUL Diyarbakır", "istanbul diyarbakir"),
    ("sharp s", "Straße", "STRASSE"),
    ("umlauts", "Müller", "muller"),
    ("letters with a stroke", "Łódź Ørsted đak", "lodz orsted dak"),
    ("Danish and Norwegian", "Øresund Ærø", "oresund aero"),
    ("Icelandic", "Þórður", "thordur"),
    ("French", "Sacré-Cœur", "sacre-coeur"),
    ("Vietnamese", "Đà Nẵng", "da nang"),
    ("Maltese", "Ħamrun", "hamrun"),
    ("Romanian", "Timișoara Iași", "timisoara iasi"),
    ("Czech", "Plzeň Říčany", "plzen ricany"),
    ("Cyrillic case", "МОСКВА", "москва"),
    ("Cyrillic yo and short i", "Ёлкой", "елкои"),
    ("Ukrainian g and ye", "Ґедь Є", "гедь е"),
    ("Arabic vowels", "حُكُومَة", "حكومة"),
    ("Arabic hamza", "إدلب أدلب", "ادلب ادلب"),
    ("Arabic ta marbuta", "حكومة", "حكومه"),
    ("Arabic alif maqsura and Persian letters", "علی کابل", "على كابل"),
    ("tatweel", "محمـــد", "محمد"),
    ("digits", "٢٠٢٠ ۲۰۲۰ ๒๕๖๓", "2020 2020 2563"),
    ("soft hyphens", "cease\u00adfire", "ceasefire"),
]
IDS_OF_FOLDS = [case[0] for case in FOLDS]

# Short news of our own, by language.
LANGUAGES = [
    ("en", "The harbour has been closed since Friday, and the company said that it would not open again "
        "this week."),
    ("fr", "Le port est fermé depuis vendredi et la compagnie ne pense pas le rouvrir avant la fin de la "
        "semaine."),
    ("de", "Der Hafen ist seit Freitag geschlossen, und die Reederei will ihn auch in der nächsten Woche "
        "nicht öffnen."),
    ("es", "El puerto está cerrado desde el viernes y la empresa no piensa abrirlo antes de que pase la "
        "tormenta."),
    ("it", "Il porto è chiuso da venerdì e la compagnia non pensa di riaprirlo prima della fine della "
        "settimana."),
    ("pt", "O porto está fechado desde sexta-feira e a empresa não pensa em abrir antes do fim da semana, "
        "com o mau tempo."),
    ("nl", "De haven is sinds vrijdag gesloten en het bedrijf wil die niet voor het einde van de week weer "
        "openen."),
    ("tr", "Liman cuma gününden beri kapalı ve şirket bu hafta için yeni bir sefer daha düşünmüyor, ancak "
        "karar değişebilir."),
    ("pl", "Port jest zamknięty od piątku, a firma nie chce go otworzyć przed końcem tygodnia, bo na morzu "
        "jest sztorm."),
    ("cs", "Přístav je od pátku zavřený a společnost se ho nechystá otevřít do konce týdne, protože na moři "
        "je bouře."),
    ("sv", "Hamnen har varit stängd sedan fredagen och bolaget säger att det inte kommer att öppna den före "
        "helgen."),
    ("da", "Havnen har været lukket siden fredag, og selskabet siger, at den ikke åbner igen før efter "
        "weekenden af hensyn til stormen."),
    ("nb", "Havnen har vært stengt siden fredag, og selskapet sier at den ikke åpner igjen før etter helgen "
        "av hensyn til stormen."),
    ("fi", "Satama on ollut kiinni perjantaista, eikä yhtiö aio avata sitä ennen kuin myrsky on ohi, mutta "
        "se voi muuttua."),
    ("hu", "A kikötő péntek óta zárva van, és a cég nem nyitja meg a hét vége előtt, mert az idő még mindig "
        "rossz."),
    ("ro", "Portul este închis de vineri și compania nu vrea să îl deschidă înainte de sfârșitul "
        "săptămânii, din cauza furtunii."),
    ("id", "Pelabuhan itu ditutup sejak Jumat dan perusahaan tidak akan membukanya sebelum akhir pekan "
        "karena badai di laut."),
    ("ru", "Порт закрыт с пятницы, и компания не собирается открывать его до конца недели, так как на море "
        "шторм."),
    ("uk", "Порт закритий з п’ятниці, і компанія не збирається відкривати його до кінця тижня, що б не було "
        "на морі."),
    ("bg", "Пристанището е затворено от петък и компанията не смята да го отвори до края на седмицата, "
        "защото се очаква да има буря."),
    ("ar", "الميناء مغلق منذ يوم الجمعة ولا تنوي الشركة فتحه قبل نهاية الأسبوع بعد أن قالت إن العاصفة على "
        "الساحل"),
    ("fa", "بندر از روز جمعه بسته است و شرکت نمی خواهد آن را تا پایان هفته باز کند که در دریا طوفان است."),
    ("ur", "بندرگاہ جمعے سے بند ہے اور کمپنی نے کہا کہ ہفتے کے آخر تک اس کو نہیں کھولا جائے گا۔"),
    ("el", "Το λιμάνι είναι κλειστό από την Παρασκευή"),
    ("he", "הנמל סגור מאז יום שישי והחברה לא תפתח אותו"),
    ("ja", "港は金曜日から閉鎖されている"),
    ("zh", "港口从星期五起一直关闭"),
    ("ko", "항구는 금요일부터 폐쇄되었다"),
    ("th", "ท่าเรือปิดตั้งแต่วันศุกร์"),
    ("bn", "শুক্রবার থেকে বন্দর বন্ধ রয়েছে"),
]  # fmt: skip

# Two forms of a word, by language, that have one stem.
STEMS = [
    ("en", "deploy", "deployment"),
    ("en", "elect", "election"),
    ("en", "negotiate", "negotiations"),
    ("en", "announce", "announcement"),
    ("en", "withdraw", "withdrawal"),
    ("en", "evacuate", "evacuation"),
    ("en", "attack", "attackers"),
    ("en", "patrol", "patrolling"),
    ("en", "begin", "began"),
    ("en", "city", "cities"),
    ("en", "agree", "agreement"),
    ("en", "protest", "protesters"),
    ("en", "destroy", "destruction"),
    ("en", "invade", "invasion"),
    ("en", "vote", "voters"),
    ("en", "decide", "decision"),
    ("en", "sanction", "sanctioned"),
    ("en", "displace", "displacement"),
    ("en", "investigate", "investigators"),
    ("en", "produce", "production"),
    ("en", "explode", "explosion"),
    ("en", "bomb", "bombing"),
    ("en", "ban", "banned"),
    ("en", "ally", "allies"),
    ("en", "respond", "response"),
    ("en", "arrive", "arrival"),
    ("en", "violate", "violation"),
    ("en", "move", "movement"),
    ("en", "support", "supporters"),
    ("en", "approve", "approval"),
    ("en", "escalate", "escalation"),
    ("en", "inspect", "inspectors"),
    ("en", "uphold", "upheld"),
    ("en", "overthrow", "overthrown"),
    ("en", "Turkish", "Turkey"),
    ("en", "ministers", "minister's"),
    ("en", "freeze", "frozen"),
    ("en", "centre", "center"),
    ("en", "crisis", "crises"),
    ("fr", "annoncent", "annonce"),
    ("fr", "patrouilles", "patrouille"),
    ("de", "Verhandlungen", "Verhandlung"),
    ("es", "fronteras", "frontera"),
    ("it", "soldati", "soldato"),
    ("it", "annunciato", "annunciare"),
    ("pt", "negociações", "negociação"),
    ("pt", "fechado", "fechadas"),
    ("nl", "onderhandelingen", "onderhandeling"),
    ("nl", "regeringen", "regering"),
    ("sv", "gränserna", "gräns"),
    ("sv", "förhandlingarna", "förhandling"),
    ("pl", "granica", "granicy"),
    ("pl", "rozmowami", "rozmowach"),
    ("tr", "sınırları", "sınırlar"),
    ("ru", "переговоры", "переговоров"),
    ("ru", "военный", "военного"),
    ("uk", "переговори", "переговорів"),
    ("uk", "кордоном", "кордони"),
    ("ar", "الحكومة", "حكومة"),
]

# Two words that are none.
APART = [
    ("en", "station", "state"),
    ("en", "news", "new"),
    ("en", "universe", "university"),
    ("en", "Niger", "Nigeria"),
    ("en", "lie", "lay"),
    ("en", "wing", "win"),
    ("en", "evening", "even"),
    ("en", "red", "reed"),
    ("de", "Stadt", "Staat"),
    ("fr", "cour", "course"),
]
