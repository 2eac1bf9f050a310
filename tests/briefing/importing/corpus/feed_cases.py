"""Feeds, each with the entries that a reader of it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.briefing.importing.corpus import Hostile


@dataclass(frozen=True)
class Entry:
    """One entry as it must be listed. `text`: what its page must hold; "" for one without a text."""

    title: str
    url: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    text: str = ""
    note: str = ""
    language: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed, its title and its entries. `notices`: a piece of each that must be given, and of no other."""

    id: str
    data: bytes
    title: str
    entries: tuple[Entry, ...]
    notices: tuple[str, ...] = ()
    url: str = ""


def _rss(channel: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    names = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return f'{head}<rss version="2.0" {names}><channel>{channel}</channel></rss>'


_LONG = "The ministry said the road would open in May. " * 30

_FULL = _rss("""
<title>Morning Post &amp;amp; Echo</title><link>https://post.example/</link><language>en-gb</language>
<item><title>Bridge closed — again</title><link>https://post.example/bridge?utm_source=rss</link>
<dc:creator><![CDATA[Jane Smith and Ali Kaya]]></dc:creator><pubDate>Mon, 02 Mar 2026 23:30:00 -0500</pubDate>
<description>Short words.</description>
<content:encoded><![CDATA[<p>The bridge was <b>closed</b> on Monday.</p><p>Nobody was hurt.</p>]]></content:encoded></item>
<item><title>A teaser</title><link>/teaser</link><description>&lt;p&gt;Only a &lt;i&gt;few&lt;/i&gt; words.&lt;/p&gt;</description>
<author>desk@post.example (Maria Rossi)</author><pubDate>2026-03-04T10:00:00Z</pubDate></item>
""")

_ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="html">Der &lt;b&gt;Bote&lt;/b&gt;</title>
<link href="https://bote.example/"/><id>urn:x</id><updated>2026-04-02T09:00:00Z</updated>
<entry><title>Grüße aus Köln</title><link rel="alternate" href="https://bote.example/1"/><id>urn:1</id>
<author><name>Jürgen Groß</name></author><author><name>Zoë Świt</name></author>
<published>2026-04-01T08:00:00+02:00</published><updated>2026-04-02T09:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Rhein steigt.</p></div></content></entry>
<entry><title>Nur neu</title><link href="https://bote.example/2"/><id>urn:2</id><updated>2026-04-02T09:00:00Z</updated>
<summary>Kurz gesagt.</summary></entry>
<entry><title>Nackt</title><id>urn:3</id><updated>2026-04-03T09:00:00Z</updated>
<content type="text">Erster Satz &lt; zwei.

Zweiter Satz.</content></entry>
</feed>"""

_RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://wire.example/"><title>The Wire</title>
<link>https://wire.example/</link></channel><item rdf:about="https://wire.example/a"><title>Talks resume</title>
<link>https://wire.example/a</link><description>They meet.</description><dc:date>2026-05-06T07:00:00+00:00</dc:date>
<dc:creator>R. Correspondent</dc:creator></item></rdf:RDF>"""

_OLD = """<?xml version="1.0" encoding="windows-1252"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Café “Zürich”</title><link>https://cafe.example/</link>
<item><title>Prix élevé – 5 €</title><link>https://cafe.example/1</link></item></channel></rss>"""

_CYRILLIC = _rss(
    "<title>Вести</title><item><title>Мост закрыт</title><link>https://vesti.example/1</link></item>",
    '<?xml version="1.0" encoding="windows-1251"?>',
)

FEEDS: tuple[Feed, ...] = (
    Feed(
        "rss 2.0 with whole texts",
        _FULL.encode(),
        "Morning Post & Echo",
        (
            Entry("Bridge closed — again", "https://post.example/bridge?utm_source=rss", "2026-03-02",
                  ("Jane Smith", "Ali Kaya"), "<p>Nobody was hurt.</p>", "", "en-gb"),
            Entry("A teaser", "https://post.example/teaser", "2026-03-04", ("Maria Rossi",), "",
                "Only a few words."),
        ),
    ),
    Feed(
        "atom",
        _ATOM.encode(),
        "Der Bote",
        (
            Entry("Grüße aus Köln", "https://bote.example/1", "2026-04-01", ("Jürgen Groß", "Zoë Świt"),
                  "<p>Der Rhein steigt.</p>", "", "de"),
            Entry("Nur neu", "https://bote.example/2", "2026-04-02", (), "", "Kurz gesagt."),
            Entry("Nackt", "", "2026-04-03", (), "<p>Erster Satz &lt; zwei.</p>\n<p>Zweiter Satz.</p>"),
        ),
    ),
    Feed("rss 1.0", _RDF.encode(), "The Wire",
         (Entry("Talks resume", "https://wire.example/a", "2026-05-06", ("R. Correspondent",), "",
             "They meet."),)),
    Feed("rss 0.91 in windows-1252 with its doctype", _OLD.encode("cp1252"), "Café “Zürich”",
         (Entry("Prix élevé – 5 €", "https://cafe.example/1"),)),
    Feed("windows-1251 as declared", _CYRILLIC.encode("cp1251"), "Вести",
         (Entry("Мост закрыт", "https://vesti.example/1"),)),
    Feed("utf-8 with a byte order mark", b"\xef\xbb\xbf" + _RDF.encode(), "The Wire",
         (Entry("Talks resume", "https://wire.example/a", "2026-05-06", ("R. Correspondent",), "",
             "They meet."),)),
    Feed("utf-16", _RDF.replace('version="1.0"?', 'version="1.0" encoding="utf-16"?').encode("utf-16"),
        "The Wire",
         (Entry("Talks resume", "https://wire.example/a", "2026-05-06", ("R. Correspondent",), "",
             "They meet."),)),
    Feed("a description that is the text",
         _rss(f"<title>Roads</title><item><title>Open</title><link>https://r.example/1</link>"
              f"<description>{_LONG}</description></item>").encode(),
         "Roads", (Entry("Open", "https://r.example/1", text=_LONG.strip()),)),
    Feed("an entry without a title or a link",
         _rss("<title>Notes</title><item><description>It rained all day.</description></item>").encode(),
         "Notes", (Entry("It rained all day.", text="It rained all day."),)),
    Feed("an entry without a link, in a feed that has one",
         _rss("<title>Notes</title><link>https://n.example/</link><item><title>One</title></item>").encode(),
         "Notes", (Entry("One"),)),
    Feed("sound attached",
         _rss('<title>Talk</title><item><title>One</title><link>https://t.example/1</link>'
              '<enclosure url="https://t.example/1.mp3" type="audio/mpeg" length="9"/></item>').encode(),
         "Talk", (Entry("One", "https://t.example/1"),),
         ("Files attached to entries (sound, pictures), not taken along: 1",)),
    Feed("not well formed",
         _rss("<title>Bad & worse</title><item><title>Still & "
             "here</title><link>https://b.example/1</link></item>").encode(),
         "Bad & worse", (Entry("Still & here", "https://b.example/1"),), ("not well formed",)),
    Feed("relative links and where it was fetched",
         _rss("<title>Near</title><item><title>Up</title><link>../up</link></item>").encode(),
         "Near", (Entry("Up", "https://near.example/up"),), url="https://near.example/feeds/all.xml"),
    Feed("more entries than are listed",
         _rss("<title>Many</title>" + "<item><title>x</title><link>https://m.example/</link></item>" * 501).encode(),
         "Many", (Entry("x", "https://m.example/"),) * 500, ("has 501 entries; the first 500 are listed",)),
    Feed("links that lead into the machine",
         _rss("<title>Trap</title><item><title>Click</title><link>file:///etc/passwd</link>"
              "<description>Some words.</description></item>"
              "<item><title>me ../../x</title><link>javascript:alert(1)</link><description>Other "
              "words.</description></item>").encode(),
         "Trap", (Entry("Click", text="Some words."), Entry("me ../../x", text="Other words."))),
)  # fmt: skip

_LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))


def _hostile(id: str, make: Callable[[], str], says: str = "") -> Hostile:
    return Hostile(id, f"{id}.xml", lambda: make().encode(), says)


HOSTILE: tuple[Hostile, ...] = (
    _hostile("laughs",
        lambda: f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{_LAUGHS}]>' + _rss("<title>&l9;</title>", ""), "entities"),
    _hostile("external entity",
        lambda: '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _rss("<item><title>&x;</title></item>", ""), "entities"),
    Hostile("laughs in utf-16", "laughs16.xml",
        lambda: ('<!DOCTYPE rss [<!ENTITY a "b">]>' + _rss("", "")).encode("utf-16"), "entities"),
    Hostile("laughs in utf-7", "laughs7.xml",
        lambda: (b'<?xml version="1.0" encoding="utf-7"?>' + '<!DOCTYPE rss [<!ENTITY a "b">]><rss>'.encode("utf-7")), "entities|damaged|no entries"),
    _hostile("external doctype",
        lambda: '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">' + _rss("<title>t</title>", ""),
        "no entries"),
    _hostile("nested", lambda: _rss("<item>" + "<a>" * 30_000), ""),
    _hostile("nested html",
        lambda: _rss("<item><title>a</title><description>" + "&lt;div&gt;" * 100_000 + "</description></item>")),
    _hostile("open brackets",
        lambda: _rss("<item><title>a</title><description>" + "&lt;" * 300_000 + "</description></item>")),
    _hostile("open comments",
        lambda: _rss("<item><title>a</title><description>" + "&lt;!--" * 30_000 + "</description></item>")),
    _hostile("open scripts",
        lambda: _rss("<item><title>a</title><description>" + "&lt;script&gt;" * 30_000 + "</description></item>")),
    _hostile("cut", lambda: _FULL[:700]),
    _hostile("web page", lambda: "<html><body>feed</body></html>", "no entries|damaged"),
    _hostile("empty feed", lambda: _rss(""), "no entries"),
    _hostile("long title", lambda: _rss("<item><title>" + "a" * 5_000_000 + "</title></item>")),
    _hostile("many attributes", lambda: _rss("<item " + " ".join(f'a{i}="b"'
        for i in range(50_000)) + "><title>t</title></item>"), "never ends"),
)  # fmt: skip
