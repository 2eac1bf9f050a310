"""The style sheet that an exported HTML file carries.

A note that is the target of a link lies at the foot of the window, over the text: so a quote opens at a
click, and closes by its way back. On paper every note stands in its list.
"""

from __future__ import annotations

from briefing.exporting.blocks import DRAFT

STYLE = """
:root{color-scheme:light dark;--ink:#1d2330;--quiet:#5a6272;--rule:#d3d8e0;--accent:#1f3a5f;--wash:#f2f5f9;--page:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e4e7ec;--quiet:#a3abb8;--rule:#3a4250;--accent:#9dbde6;--wash:#222833;--page:#161a21}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,"Segoe UI",Arial,"Liberation Sans",sans-serif}
main{max-width:46rem;margin:0 auto;padding:1rem 1.5rem 3rem}
h1{font-size:1.9rem;line-height:1.2;color:var(--accent);margin:1.2rem 0 .8rem}
h2{font-size:1.2rem;color:var(--accent);margin:2.2rem 0 .5rem}
h3{font-size:1rem;margin:1.4rem 0 .3rem}
p{margin:.5rem 0}
a{color:var(--accent)}
.marking{text-align:right;margin:0;padding:.6rem 1rem;font-weight:700;letter-spacing:.03em}
.marking span{padding:.15rem .5rem;border:1px solid currentColor}
.draft{text-align:left;margin:0;padding:.6rem 1rem 0;font-weight:700;letter-spacing:.3em}
.facts{display:flex;flex-wrap:wrap;gap:.6rem 2rem;margin:0;padding:.7rem 0;border-block:1px solid var(--rule)}
.facts dt{font-size:.75rem;color:var(--quiet)}
.facts dd{margin:0}
.lead{margin-top:1.4rem;padding:.8rem 1.1rem;background:var(--wash);border-inline-start:4px solid var(--accent)}
.lead h2{margin-top:0}
.override{margin:1rem 0;padding:.6rem 1rem;border:2px solid #b3261e}
figure{margin:1.2rem 0}
figure img{display:block;height:auto;max-width:100%}
figure p{margin:0}
figcaption{margin-top:.4rem;font-size:.9rem}
table{border-collapse:collapse;width:100%;margin:.6rem 0 1rem;font-size:.94rem}
th,td{text-align:start;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--rule)}
thead th{font-size:.78rem;color:var(--quiet);border-bottom:2px solid var(--accent)}
tbody th{font-weight:600}
.outlook tbody tr:first-child:not(:last-child) td{border-bottom:0;padding-bottom:.1rem}
.outlook td:first-child{width:46%}
.ground td{font-size:.85rem;color:var(--quiet)}
.refs{line-height:0;font-size:.72em;margin-inline-start:.1em}
.refs a{text-decoration:none;padding:0 .1em}
.label{color:var(--quiet)}
.portion{font-size:.85em;color:var(--quiet)}
small,.small{font-size:.85rem;color:var(--quiet)}
.sources li{margin:.4rem 0;overflow-wrap:anywhere}
.notes{margin-top:2.5rem;border-top:1px solid var(--rule);font-size:.85rem}
.notes li{margin:.4rem 0}
.quote{white-space:pre-wrap;unicode-bidi:isolate}
.back{text-decoration:none}
.lines,.actors{padding-inline-start:1.2rem;margin:.3rem 0}
.lines li{margin:.25rem 0;overflow-wrap:anywhere}
.plain td{overflow-wrap:anywhere;font-size:.85rem}
.contents{margin:1rem 0;font-size:.94rem}
.cited a,.contents a{text-decoration:none}
:target{background:color-mix(in srgb,var(--accent) 16%,transparent)}
section:target{background:none}
.lead:target{background:var(--wash)}
@media screen{.notes li:target{position:fixed;inset:auto 0 0;z-index:1;margin:0;max-height:45vh;overflow:auto;padding:1rem max(1.5rem,calc(50vw - 21.5rem)) 1.2rem;background:var(--wash);border-top:3px solid var(--accent);box-shadow:0 -.4rem 1.6rem #0004;font-size:.95rem;list-style-position:inside}
.notes li:target .back{font-size:1.2rem;padding:0 .4rem}}
@media print{:root{--ink:#000;--quiet:#444;--rule:#bbb;--accent:#1f3a5f;--wash:#f2f5f9;--page:#fff}
body{font-size:10.5pt}main{max-width:none;padding:0}.back{display:none}:target{background:none}
h1,h2,h3{break-after:avoid}tr,li,figure,.lead,.override{break-inside:avoid}p{orphans:3;widows:3}thead{display:table-header-group}
a{color:inherit;text-decoration:none}}
"""

_SIZES = {"a4": "A4", "letter": "letter"}


# Boxes in the margins of a page are not known to every browser; what is fixed is printed on every page by
# all.
_WATERMARK = (
    '@media print{body::after{content:"DRAFT";position:fixed;inset:38% 0 auto;text-align:center;font:700 '
    "90pt sans-serif;"
    "letter-spacing:.1em;color:#0001;transform:rotate(-30deg);pointer-events:none}}"
)


def page_style(page: str, marking: str = "", ink: str = "", *, draft: bool = False) -> str:
    """Return the style sheet; `page` names the paper of a printed copy, whose pages all bear the marking and,
    of a draft, that they are one.
    """
    words = "".join(char if char.isascii() and char.isalnum() else f"\\{ord(char):x} " for char in marking)
    colours = f"color:#{ink};background:#000" if ink else "color:#000"
    box = f'content:"{words}";font:700 9pt sans-serif;{colours}' if marking else ""
    boxes = f"@top-right{{{box}}}@bottom-right{{{box}}}" if marking else ""
    if draft:
        box = f'content:"{DRAFT}";font:700 11pt sans-serif;letter-spacing:.3em;color:#000'
        boxes += f"@top-left{{{box}}}@bottom-left{{{box}}}"
    watermark = _WATERMARK if draft else ""
    return f"{STYLE}{watermark}@page{{size:{_SIZES.get(page, 'A4')};margin:2.2cm;{boxes}}}\n"
