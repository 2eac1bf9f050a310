"""RTF documents made by hand: each with one trap in it, and what must come out."""

from __future__ import annotations

from tests.briefing.importing.corpus import Case, Hostile

_FONTS = (
    rb"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset178 Arial (Arabic);}"
    rb"{\f3\fcharset162 Arial Tur;}{\f4\fcharset2 Symbol;}{\f5\fcharset128 MS Mincho{\*\falt no words};}}"
)


def rtf(body: bytes, page: bytes = rb"\ansicpg1252") -> bytes:
    """Return a document around `body`."""
    return rb"{\rtf1\ansi" + page + rb"\deff0" + _FONTS + b"\n" + body + b"}"


def escaped(words: str, encoding: str) -> bytes:
    """Return words as escaped bytes of a code page."""
    return b"".join(rb"\'%02x" % byte for byte in words.encode(encoding))


_RUSSIAN = "Двенадцать солдат погибли у плотины."
_ARABIC = "قتل اثنا عشر جنديا قرب السد."
_TURKISH = "On iki asker öldü, dedi bakanlık; şehir ağır hasarlı."


def _case(id_: str, words: str, body: bytes, **truth: object) -> Case:
    return Case(id_, f"{id_}.rtf", rtf(body), words, **truth)  # type: ignore[arg-type]


CASES: tuple[Case, ...] = (
    _case("plain", "One paragraph.\nAnother\none.",
        rb"\pard One para" + b"\r\n" + rb"graph.\par Another\line one.\par", quiet=True),
    _case("cp1251-font", _RUSSIAN, rb"\f1 " + escaped(_RUSSIAN, "cp1251") + rb"\par", quiet=True),
    Case("cp1251-page", "a.rtf", rtf(escaped(_RUSSIAN, "cp1251"), rb"\ansicpg1251"), _RUSSIAN, quiet=True),
    _case("cp1251-raw", _RUSSIAN, rb"{\f1 " + _RUSSIAN.encode("cp1251") + b"}", quiet=True),
    _case("cp1256", _ARABIC, rb"\rtlpar{\rtlch\f2 " + escaped(_ARABIC, "cp1256") + rb"}\par", quiet=True),
    _case("cp1254", _TURKISH, rb"{\f3 " + escaped(_TURKISH, "cp1254") + rb"}\par", quiet=True),
    _case("cp932", "東京で会談。", rb"{\f5 " + escaped("東京で会談。", "cp932") + rb"}\par", quiet=True),
    _case(
        "unicode",
        "Emoji 😀, é, ü and \u05e9 end.",
        rb"Emoji \u-10179?\u-8704?, \u233\'e9, \uc2\u252\'fc\'fc{\uc0  and \u1513} end.\par",
        quiet=True,
    ),
    _case("pair-in-two-ways", "x 😀 y", rb"x \uc0 \u55357\uc1 \u56832\'3f y\par", quiet=True),
    _case("nested", "a b c d.", rb"{a {\b b {\i c {\ul d}}}.}\par", quiet=True),
    _case(
        "marks",
        "“Quoted” ‘so’ — a–b • x\u00a0y non\u2011breaking {braced} \\ soft\ttab",
        rb"\ldblquote Quoted\rdblquote  \lquote so\rquote  \emdash  a\endash b \bullet  x\~y non\_breaking "
        rb"\{braced\} \\ so\-ft\tab tab\par",
        quiet=True,
    ),
    _case(
        "footnote",
        "Twelve died [1] near the dam. [2]\n\n———\n[1] A ministry figure.\n[2] At the end.",
        rb"Twelve died{\super\chftn}{\footnote \pard\plain {\super\chftn} A ministry figure.} near the dam."
        rb"{\footnote\ftnalt {\super\chftn} At the end.\par}\par",
        quiet=True,
    ),
    _case(
        "table",
        "Before.\nProvince | Dead\nKabul | 12\nHerat |\nAfter.".replace("Herat |", "Herat"),
        rb"Before.\par\trowd\cellx1\cellx2\pard\intbl Province\cell Dead\cell\row"
        rb"\trowd\cellx1\cellx2\pard\intbl Kabul\cell 12\cell\row\trowd\pard\intbl Herat\cell\cell\row\pard "
        rb"After.\par",
        quiet=True,
    ),
    _case(
        "nested-table",
        "Outer | in 1 | in 2",
        rb"\trowd\pard\intbl Outer\cell\pard\intbl\itap2 in 1\nestcell in "
        rb"2\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl\cell\row\pard",
        quiet=True,
    ),
    _case(
        "hidden",
        "Seen and seen again.",
        rb"Seen {\v and not seen }and seen{\plain\v  nor this}\v0  again.\par",
        absent=("not seen",),
        notices=("Hidden text left out: 2 (“and not seen”, “nor this”).",),
    ),
    _case(
        "tracked",
        "At least nine soldiers died.",
        rb"At least {\deleted seven}{\revised nine} soldiers died.\par",
        absent=("seven",),
        notices=("Tracked deletions left out: 1 (“seven”).",),
    ),
    _case(
        "fields",
        "See the report here.",
        rb"See {\field{\*\fldinst HYPERLINK http://a.example}{\fldrslt {\ul the report}}} here.\par",
        absent=("HYPERLINK",),
        quiet=True,
    ),
    _case(
        "skipped",
        "Only this.",
        rb"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}{\*\unknown words {\b "
        rb"deeper}}{\*\generator Riched;}{\info{\title Untitled}{\subject not "
        rb"this}{\creatim\yr2026\mo1\dy2}}{\*\bkmkstart mark}Only this.{\*\bkmkend mark}{\xe index}\par",
        absent=("words", "index", "Normal", "mark", "not this"),
        quiet=True,
        authors=(),
    ),
    _case(
        "information",
        "Dam attack kills twelve\nThe ministry said so on Sunday.",
        rb"{\info{\title Dam attack kills twelve}{\author Ann Lee}}Dam attack kills twelve\par The ministry "
        rb"said so on Sunday.\par",
        title="Dam attack kills twelve",
        authors=("Ann Lee",),
        notices=("The author was taken from the file’s properties (Ann Lee); check the name.",),
    ),
    _case(
        "margins-and-pictures",
        "The body.",
        rb"{\header\pard Not for release\par}{\footerf Page \chpgn}The body.{\pict\wmetafile8 "
        rb"0102ff}{\*\shppict{\pict 00}}{\nonshppict{\pict 00}}\par",
        absent=("release", "0102"),
        notices=("Headers and footers left out: 2 (“Not for release”, “Page”).",
            "Pictures and drawings left out: 2."),
    ),
    _case(
        "text-box",
        "Round the box.\nInside the box.",
        rb"Round the {\shp{\*\shpinst\shpleft1{\sp{\sn name}{\sv value}}{\shptxt \pard Inside the box.\par}}"
        rb"{\shprslt{\*\do\dptxbx{\dptxbxtext Inside the box.\par}}}}box.\par",
        absent=("value",),
        quiet=True,
    ),
    _case(
        "lists",
        "1. One\n2. Two\n- Dot",
        rb"{\listtext\pard 1.\tab}One\par{\listtext 2.\tab}Two\par{\pntext\f4\'b7\tab}Dot\par",
        quiet=True,
    ),
    _case(
        "comments",
        "A claim was made.\n\n———\nComment by Ann Lee: Who says so?",
        rb"A claim{\*\atnid AL}{\*\atnauthor Ann Lee}\chatn{\*\annotation{\*\atndate 1}\pard Who says so?} "
        rb"was made.\par",
        notices=("Comments put at the end of the text, below a line: 1.",),
    ),
    _case("binary", "Before and after.", rb"Before {\pict\bin5 }}{\x}and after.\par", absent=("x}",)),
    _case("reading-by-code", "See 漢(かん) here.",
        rb"See {\field{\*\fldinst { EQ \\* jc3 \\* hps12 \\o\\al(\\s\\up "
        rb"11(\u12363\'3f\u12435\'3f),\u28450\'3f)}}{\fldrslt {}}} here.\par", quiet=True),
    _case("said-twice", "Паром went.", rb"{\upr{????? }{\*\ud{\uc0\u1055 \u1072 \u1088 \u1086 \u1084  "
        rb"}}}went.\par", quiet=True),
    _case("raised", "10⁶ people and CO₂.", rb"10{\super 6} people and CO{\sub 2}.\par", quiet=True),
    Case(
        "no-code-page",
        "a.rtf",
        rb"{\rtf1\ansi caf\'e9 table\par}",
        "café table",
        notices=("The encoding is not stated; Windows-1252 (Western European) was guessed.",),
    ),
    _case("star-within-a-group", "The harbour {stays} shut until Friday, he said.",
          rb"The harbour {\b\'7bstays\'7d\i0\*\cs9\cf0  shut until} Friday, he said."),
    _case("star-before-a-style", "Some forty boats were counted.", rb"Some {\*\cs9\b forty} boats were counted."),
    _case("star-after-words", "Kept and kept.", rb"Kept{ and\*\unheardof  kept.}"),
    _case("star-of-another-group", "Kept and kept.", rb"Kept{\*}{\unheardof  and kept.}"),
    _case("star-before-a-destination", "Kept.", rb"Kept{\*\unheardof  unseen}{\*\bkmkstart x}."),
    Case("cut-off", "a.rtf", rtf(rb"{\b Words that stop here")[:-2], "Words that stop her", quiet=True),
)  # fmt: skip

HOSTILE: tuple[Hostile, ...] = (
    Hostile("deep", "a.rtf", lambda: rtf(b"{" * 1_000_000 + b"x" + b"}" * 1_000_000), "deep"),
    Hostile("many-groups", "a.rtf", lambda: rtf(b"{x}" * 1_000_000)),
    Hostile("many-words", "a.rtf", lambda: rtf(rb"\b" * 2_000_000 + b" x")),
    Hostile("many-notes", "a.rtf", lambda: rtf(rb"{\footnote x}" * 100_000)),
    Hostile("bin-lies", "a.rtf", lambda: rtf(rb"\bin9999999999 x"), "no words"),
    Hostile("bin-below-nothing", "a.rtf", lambda: rtf(rb"\bin-9999 x" * 50_000)),
    Hostile("many-bins", "a.rtf", lambda: rtf(rb"\bin0 x" * 200_000)),
    Hostile("big-numbers", "a.rtf", lambda: rtf(rb"\u9999999999 \uc9999999999 \f-9999999999 x\par")),
    Hostile("half-pairs", "a.rtf", lambda: rtf(rb"x\u-10179?" * 50_000)),
    Hostile("cells-without-end", "a.rtf", lambda: rtf(rb"\intbl x\cell" * 300_000)),
    Hostile("nothing", "a.rtf", lambda: rb"{\rtf1}", "no words"),
    Hostile("picture", "a.rtf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(400), "picture"),
)
