"""Web pages with every trap seen in real ones; the words are the whole text a reader gets."""

from __future__ import annotations

from typing import Any

from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.html_hostile import HOSTILE as _HOSTILE
from tests.briefing.importing.corpus.html_meta_cases import META_CASES
from tests.briefing.importing.corpus.html_pages import (
    ARTICLE,
    FOUR,
    ONE,
    TEXT,
    THREE,
    TWO,
    page,
    paragraphs,
    utf8,
)
from tests.briefing.importing.corpus.html_witness_cases import WITNESS_CASES

_BODY = paragraphs(*ARTICLE)
_RUSSIAN = (
    "Министр водного хозяйства сообщил в пятницу, что две соседние страны начнут совместные измерения реки "
    "в воскресенье.",
    "Переговоры продолжались четыре дня, и обе стороны назвали соглашение первым шагом к постоянному "
    "договору о реке и портах.",
    "Инженеры снова встретятся в мае, чтобы обсудить данные за первые два месяца и решить, кто заплатит за "
    "новые посты.",
)
_ARABIC = (
    "قال وزير المياه يوم الجمعة إن البلدين سيبدآن القياسات المشتركة للنهر يوم الأحد في إطار الخطة التي تم "
    "الاتفاق عليها.",
    "واستمرت المحادثات أربعة أيام ووصف الطرفان الاتفاق بأنه خطوة أولى نحو معاهدة دائمة حول النهر والموانئ.",
    "وسيجتمع المهندسون مرة أخرى في مايو لمراجعة الأرقام الخاصة بالشهرين الأولين ومن سيدفع ثمن المحطات "
    "الجديدة.",
)
_TURKISH = (
    "Su işleri bakanı cuma günü yaptığı açıklamada, iki komşu ülkenin ırmağı pazar gününden başlayarak "
    "birlikte ölçeceğini söyledi.",
    "Dört gün süren görüşmelerin ardından iki taraf da anlaşmayı ırmak ve limanlar için kalıcı bir "
    "antlaşmaya doğru ilk adım saydı.",
    "Mühendisler ilk iki ayın ölçümlerini ve yeni istasyonların parasını kimin vereceğini görüşmek üzere "
    "mayısta yeniden buluşacak.",
)
_WESTERN = (
    "“We have a plan,” the minister said – and the café owners of Besançon’s quay agreed with him on Friday…",
    "The talks took four days; both sides called the paper a first step towards a treaty on the river’s "
    "ports.",
    "Engineers will meet again in May to look at the figures and settle who pays the 40 € for each gauge.",
)


def _lines(*texts: str) -> str:
    return "\n".join(texts)


def _case(name: str, data: bytes, words: str, **rest: Any) -> Case:
    return Case(name, f"{name}.html", data, words, **rest)


_ENCODINGS = (
    _case(
        "cp1251 in a meta",
        page(
            paragraphs(*_RUSSIAN),
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        ).encode("cp1251"),
        _lines(*_RUSSIAN),
        quiet=True,
    ),
    _case(
        "cp1256 that nothing names",
        page(paragraphs(*_ARABIC), attributes=' dir="rtl"').encode("cp1256", "xmlcharrefreplace"),
        _lines(*_ARABIC),
        notices=("Windows-1256 (Arabic) was guessed",),
    ),
    _case(
        "cp1254 in a meta",
        page(paragraphs(*_TURKISH), "<meta charset='windows-1254'>", ' lang="tr"').encode("cp1254"),
        _lines(*_TURKISH),
        quiet=True,
        language="tr",
    ),
    _case(
        "cp1252 quotes said to be latin-1",
        page(paragraphs(*_WESTERN), '<meta charset="iso-8859-1">').encode("cp1252"),
        _lines(*_WESTERN),
        quiet=True,
    ),
    _case(
        "utf-8 said to be latin-1",
        page(paragraphs(*_WESTERN), '<meta charset="iso-8859-1">').encode(),
        _lines(*_WESTERN),
    ),
    _case("utf-16 with a mark", page(_BODY, '<meta charset="utf-8">').encode("utf-16"), TEXT, quiet=True),
    _case("utf-7 asked for", page(_BODY, '<meta charset="utf-7">').encode(), TEXT, quiet=True),
    _case(
        "a right-to-left page",
        utf8(paragraphs(*_ARABIC), attributes=' lang="ar" dir="rtl"'),
        _lines(*_ARABIC),
        quiet=True,
        language="ar",
    ),
)

_INLINE = (
    _case(
        "entities",
        utf8(
            paragraphs(
                *ARTICLE,
                "Smith &amp; Sons &lt;the firm&gt; paid &euro;5&nbsp;million &#8211; &ldquo;all of "
                "it&rdquo;&hellip; in Z&uuml;rich &#x2014; and no more than that, it said.",
            )
        ),
        _lines(
            TEXT,
            "Smith & Sons <the firm> paid €5\xa0million – “all of it”… in Zürich — and no more than that, "
            "it said.",
        ),
        quiet=True,
    ),
    _case(
        "soft hyphens and zero-width blanks",
        utf8(
            paragraphs(
                *ARTICLE,
                "The govern&shy;ment spoke of inter\u200bnational com<wbr>munication at length on the day "
                "the talks came to an end.",
            )
        ),
        _lines(
            TEXT,
            "The government spoke of international communication at length on the day the talks came to an "
            "end.",
        ),
        quiet=True,
    ),
    _case(
        "raised and lowered",
        utf8(
            paragraphs(
                *ARTICLE,
                "Some 3 million<sup>1</sup> people live on 40 km<sup>2</sup>; CO<sub>2</sub> fell "
                "10<sup>-3</sup> by the 20<sup>th</sup>, it said.<sup><a href='#n2'>2</a></sup>",
            )
        ),
        _lines(TEXT, "Some 3 million[1] people live on 40 km²; CO₂ fell 10⁻³ by the 20th, it said.[2]"),
        quiet=True,
    ),
    _case(
        "words cut by inline elements",
        utf8(
            paragraphs(
                *ARTICLE,
                "<b>T</b>he <span>mini</span><i>ster</i> of <a href='/w'>water</a>, <abbr>Dr</abbr>.<em> A. "
                "Field</em>, did not<!-- x --> answer to <font>que</font>stions on the day.",
            )
        ),
        _lines(TEXT, "The minister of water, Dr. A. Field, did not answer to questions on the day."),
        quiet=True,
    ),
    _case("paragraphs made by line breaks", utf8("<br><br>\n".join(ARTICLE)), TEXT, quiet=True),
    _case(
        "text in divs without paragraphs",
        utf8("".join(f"<div>{text}</div>" for text in ARTICLE)),
        TEXT,
        quiet=True,
    ),
)

_ITEMS = (
    "<ul><li>The gauges stand <b>at Upton</b><ol start=3><li>and at Midton in the "
    "hills</li><li>and at Lowton by the sea</li></ol></li><li>The barges wait</li></ul>"
)
_TABLE = (
    "<table><tr><th>Place</th><th>Level</th><th>Change</th></tr><tr><td>Upton</td><td>3.2 "
    "m</td><td></td></tr><tr><td>Lowton</td><td>4.1 m<br>(May)</td><td>+0.3</td></tr></table>"
)
_BLOCKS = (
    _case(
        "nested lists",
        utf8(paragraphs(ONE, TWO) + _ITEMS + paragraphs(THREE, FOUR)),
        _lines(
            ONE,
            TWO,
            "- The gauges stand at Upton",
            "  3. and at Midton in the hills",
            "  4. and at Lowton by the sea",
            "- The barges wait",
            THREE,
            FOUR,
        ),
        quiet=True,
    ),
    _case(
        "a table",
        utf8(paragraphs(ONE, TWO) + _TABLE + paragraphs(THREE, FOUR)),
        _lines(
            ONE, TWO, "Place | Level | Change", "Upton | 3.2 m", "Lowton | 4.1 m (May) | +0.3", THREE, FOUR
        ),
        quiet=True,
    ),
    _case(
        "a blockquote",
        utf8(
            paragraphs(ONE, TWO)
            + "<blockquote><p>The river does not wait for us, and neither do the barges.</p></blockquote>"
            + paragraphs(THREE, FOUR)
        ),
        _lines(ONE, TWO, "The river does not wait for us, and neither do the barges.", THREE, FOUR),
        quiet=True,
    ),
    _case(
        "a pull quote in an aside",
        utf8(
            paragraphs(ONE, TWO)
            + '<aside class="pullquote"><p>A first step towards a treaty</p></aside>'
            + paragraphs(THREE, FOUR)
        ),
        _lines(ONE, TWO, "A first step towards a treaty", THREE, FOUR),
        quiet=True,
    ),
    _case(
        "headings between sections",
        utf8(
            paragraphs(ONE)
            + "<h2>The plan</h2>"
            + paragraphs(TWO, THREE)
            + "<h3>What comes next</h3>"
            + paragraphs(FOUR)
        ),
        _lines(ONE, "The plan", TWO, THREE, "What comes next", FOUR),
        quiet=True,
    ),
    _case(
        "a paragraph said three times",
        utf8(paragraphs(ONE, TWO, ONE, THREE, ONE, FOUR)),
        _lines(ONE, TWO, ONE, THREE, ONE, FOUR),
        quiet=True,
    ),
    _case(
        "sections after an advertisement",
        utf8(
            paragraphs(ONE, TWO)
            + '<div class="ad-slot">Advertisement</div>'
            + "<section><h2>The costs</h2>"
            + paragraphs(THREE, FOUR)
            + "</section>"
        ),
        _lines(ONE, TWO, "The costs", THREE, FOUR),
        quiet=True,
        absent=("Advertisement",),
    ),
    _case(
        "a headline and standfirst above the article",
        utf8(
            _BODY,
            before="<header><h1>The plan for the river</h1><p>The states want to know how low it really is "
            "in the dry season</p></header>",
        ),
        _lines(
            "The plan for the river", "The states want to know how low it really is in the dry season", TEXT
        ),
        quiet=True,
    ),
    _case(
        "a second half in a box of its own",
        utf8(
            paragraphs(ONE, TWO, THREE)
            + '</div><div class="advert">Buy a boat</div><div class="half">'
            + paragraphs("The rest is short.", FOUR)
        ),
        _lines(ONE, TWO, THREE, "The rest is short.", FOUR),
        quiet=True,
    ),
    _case(
        "cards of other stories below",
        utf8(
            _BODY,
            after="".join(
                f'<div><h3><a href="/{n}">Another story of the river, number '
                f"{n}</a></h3><p>{text[20:]}</p></div>"
                for n, text in enumerate(ARTICLE)
            ),
        ),
        TEXT,
        absent=("Another story",),
    ),
    *(
        _case(
            f"nested {depth} deep",
            utf8(
                paragraphs(ONE, TWO)
                + "<div>" * depth
                + paragraphs(THREE)
                + "</div>" * depth
                + paragraphs(FOUR)
            ),
            TEXT,
            quiet=True,
        )
        for depth in (300, 1000)
    ),
    _case(
        "nested 3,000 deep",
        utf8(paragraphs(ONE, TWO) + "<div>" * 3000 + paragraphs(THREE) + "</div>" * 3000 + paragraphs(FOUR)),
        TEXT,
        notices=("nests its elements too deep",),
    ),
)

_VOA = utf8(
    "<h1>Neighbours to Measure Their River</h1>"
    '<div class="authors"><span class="byline">By Associated Press</span></div>'
    '<figure><img src="r.jpg"><figcaption>Barges lie on the river bank at Lowton in March. '
    '(AP)</figcaption></figure>'
    + paragraphs(ONE, TWO)
    + '<ul><li><a href="/1.html">Minister promises stronger dams if plan is broken</a></li>'
    '<li><a href="/2.html">Nine years on the river, seen by a boatman turned painter</a></li></ul>'
    '<p>- <a href="/3.html">Deadly flood erupts in the valley hours into storm</a></p>'
    + paragraphs(THREE, FOUR),
    '<title>Neighbours to Measure Their River | Voice of America - English</title>'
    '<meta property="og:site_name" content="Voice of America"><meta name="author" content="Associated '
    'Press">',
)  # fmt: skip
_CLUTTER = (
    _case("an agency's story with links to others inside it", _VOA,
        _lines("Neighbours to Measure Their River", "By Associated Press", TEXT),
          absent=("stronger dams", "painter", "Deadly flood", "Barges lie"),
          notices=("3 links to other stories (“Minister promises", "1 caption (“Barges lie"),
          title="Neighbours to Measure Their River", publisher="Voice of America",
          authors=("Associated Press",)),
    _case("share bar, newsletter box and comments", utf8(
        '<div class="share-tools"><a href="#f">Facebook</a> <a href="#x">X</a></div>' + paragraphs(ONE, TWO)
        + '<div class="newsletter-signup"><h3>The River Letter</h3><p>Get the best of the river in your '
            'inbox every day.</p></div>' + paragraphs(THREE, FOUR),
        after='<div id="comments"><p>Nonsense, the river was never that low in my time, and I should know '
            'it.</p></div>'),
        TEXT, absent=("Facebook", "inbox", "Nonsense"), notices=("newsletter",)),
    _case("read more lines and a related box", utf8(
        paragraphs(ONE, 'Read more: <a href="/d">Dams on the upper course</a>', TWO, THREE)
        + '<div class="related-stories"><h3>Related stories</h3><p><a href="/e">A bridge too low for the '
            'new barges</a></p></div>' + paragraphs(FOUR)),
        TEXT, absent=("Dams on", "bridge too low", "Related"), notices=("links to other stories",)),
    _case("a cookie banner", utf8(_BODY, before='<div id="cookie-banner"><p>We use cookies to make this '
        'site better for you. By going on you agree to all of them.</p></div>'), TEXT, absent=("cookies",)),
    _case("hidden elements", utf8(paragraphs(ONE, TWO) + '<p hidden>A hidden paragraph that is long enough '
        'to pass for one of the article.</p><p style="color:red; DISPLAY : none">Another hidden one that is '
        'long enough to pass for one of the article.</p>' + paragraphs(THREE, FOUR)), TEXT,
        absent=("hidden",), notices=("2 hidden lines (“A hidden paragraph",)),
    _case("the article again for readers without scripts", utf8(_BODY + "<noscript>" + _BODY + "</noscript>"),
        TEXT, quiet=True),
    _case("endless relative links", utf8(paragraphs(*ARTICLE) + '<p class="pagination"><a '
        'href="../../../../next/../next/?p=2">Next page of this story</a></p>',
        '<link rel="canonical" href="../../../../../a/b">'), TEXT, absent=("Next page",), url=""),
    _case("a page for phones (AMP)",
        utf8('<amp-img src="x"></amp-img>' + _BODY + "<amp-ad>Buy a boat now</amp-ad><amp-social-share>Share</amp-social-share>", attributes=" amp lang=en"), TEXT, absent=("boat", "Share")),
    _case("a live blog", utf8("".join(f'<div class="post"><h3><time '
        f'datetime="2024-03-0{n}T10:00Z">1{n}:00</time> Update {n} from the river '
        f'bank</h3><p>{text}</p></div>' for n, text in enumerate(ARTICLE, 1))),
          "\n".join(f"1{n}:00 Update {n} from the river bank\n{text}" for n, text in enumerate(ARTICLE, 1))),
    _case("a box with a headline that is no link, and read more",
        utf8(paragraphs(ONE, TWO) + '<aside><div>The dam was never looked at, papers show</div><a '
            'href="/x">Read more</a></aside>' + paragraphs(THREE, FOUR)), TEXT, absent=("never looked at",),
            notices=("2 links to other stories",)),
    _case("a page laid out in one cell, with line breaks",
        utf8('<table><tr><td><a href="1">News</a><br><a href="2">Sport</a></td><td>' + "<br><br>\n".join(ARTICLE) + "</td></tr></table>"), TEXT),
    _case("a page that is no article", b"<!DOCTYPE html><html><body><p>Office hours: 9 to "
        b"5.</p></body></html>", "Office hours: 9 to 5."),
)  # fmt: skip

CASES: tuple[Case, ...] = (*_ENCODINGS, *_INLINE, *_BLOCKS, *_CLUTTER, *META_CASES, *WITNESS_CASES)
HOSTILE: tuple[Hostile, ...] = _HOSTILE
