"""Alterations of exported Markdown and HTML, by kind, and changes that alter nothing. Each returns the new
text, or None where the file has no such place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Change = Callable[[str], str | None]


def sub(
    pattern: str, new: str | Callable[[re.Match[str]], str], count: int = 1, flags: int = re.MULTILINE
) -> Change:
    def act(text: str) -> str | None:
        changed = re.sub(pattern, new, text, count=count, flags=flags)
        return changed if changed != text else None

    return act


def swap(pattern: str) -> Change:
    """The first and the last of what is found change places."""

    def act(text: str) -> str | None:
        found = list(re.finditer(pattern, text, re.MULTILINE | re.DOTALL))
        if len(found) < 2 or found[0][0] == found[-1][0]:
            return None
        a, b = found[0], found[-1]
        return f"{text[: a.start()]}{b[0]}{text[a.end() : b.start()]}{a[0]}{text[b.end() :]}"

    return act


def spelled(pattern: str) -> Change:
    """A letter in the middle of the first group of what is found is another."""

    def act(text: str) -> str | None:
        found = re.search(pattern, text, re.MULTILINE)
        if found is None:
            return None
        places = [found.start(1) + i for i, c in enumerate(found[1]) if c.isalpha() and c.isascii()]
        if not places:
            return None
        at = places[len(places) // 2]
        return f"{text[:at]}{'x' if text[at] != 'x' else 'y'}{text[at + 1 :]}"

    return act


_CLAIM = r"^(?![#|>\-*\[]|\s)[^\n]*[^\n\[]\[\^\d+\]"
_WHOLE = rf"{_CLAIM}[^\n]*\n\n"
_NOTE = r"^\[\^\d+\]: (?:[^\n]|\n    |\n\n    )*"

MARKDOWN: dict[str, Change] = {
    "a letter of a claim": spelled(r"^(?![#|>\-*\[]|\s)([^\n\[\]\\]{12,})[^\n]*\[\^\d+\]"),
    "a claim is taken out": sub(_WHOLE, ""),
    "a claim without note is added": sub(_WHOLE, lambda m: f"{m[0]}Fifty-nine soldiers have died.\n\n"),
    "a claim is copied onto a note and changed": sub(_WHOLE, lambda m: f"{m[0]}Other {m[0]}"),
    "a claim is moved under another heading": sub(rf"({_WHOLE})((?:.|\n)*?)(^# [^\n]*\n\n)", r"\2\3\1"),
    "two claims change places": swap(rf"{_CLAIM}[^\n]*$"),
    "two note marks change places": sub(r"\[\^1\](?!:)", "[^0]"),
    "the texts of two notes change places": sub(r"^\[\^1\]: (.*)((?:.|\n)*?)^\[\^2\]: (.*)",
        r"[^1]: \3\2[^2]: \1"),
    "a note of a claim is taken out": sub(r"\[\^1\](?!:)", ""),
    "all notes of a claim are taken out": sub(_CLAIM + r"[^\n]*$",
        lambda m: re.sub(r"\s*\[\^\d+\]", "", m[0])),
    "a claim without note gets one": sub(r"^(# [^\n]+\n\n[^\n\[#|>*\-][^\n\[]*)$", r"\1[^1]"),
    "a note is emptied": sub(r"^\[\^1\]: .*$", "[^1]: "),
    "a quote is altered": spelled(r"^\[\^\d+\]: (?:\*\w+:\* )?(?:“|&ldquo;)([^”]*)"),
    "a date in a note": sub(r"(^\[\^\d+\]: .*?\b)20\d\d", r"\g<1>2019"),
    "a grade in a note": sub(r"([Gg]raded) [A-F]", r"\1 F"),
    "the title in a note": spelled(r"^\[\^\d+\]: .*” ?\u200e?— .*“\[?([^\]”]+)"),
    "a link leads elsewhere": sub(r"\]\(https?://[^)]*\)", "](https://elsewhere.example)"),
    "a link is taken off": sub(r"\[([^\]\n]*)\]\(https?://[^)]*\)", r"\1"),
    "a link is put in": sub(_CLAIM, lambda m: f"[more](https://elsewhere.example) {m[0]}"),
    "a judgement is turned round": sub(r"^([^\n#-][^\n ]* )([^\n]*\n\n- \*\*Likelihood)", r"\1not \2"),
    "a likelihood": sub(r"(\*\*Likelihood:\*\*) [^(\n]*", r"\1 almost certain "),
    "a confidence": sub(r"(\*\*Confidence:\*\*) \w+", r"\1 highest"),
    "a horizon": sub(r"(\*\*Horizon:\*\*) .*", r"\1 until 2099"),
    "a basis": sub(r"(\*\*Rests on:\*\*) .", r"\1 “Nothing”; "),
    "a judgement is taken out": sub(r"^[^\n#-][^\n]*\n\n- \*\*Likelihood[^\n]*\n(?:- [^\n]*\n)*", ""),
    "the marking below": sub(r"^\*\*TLP:[^*]*\*\*(?=\n\n\[\^)", "**TLP:RED**"),
    "the marking above": sub(r"(?<=---\n\n)\*\*TLP:[^*]*\*\*", "**TLP:CLEAR**"),
    "the marking in the head": sub(r'^marking: ".*"', 'marking: "TLP:CLEAR"'),
    "a portion mark": sub(r"^\\\(TLP:\w+\)", r"\\(TLP:CLEAR)"),
    "a heading is reworded": spelled(r"^# ([^\n]+)"),
    "a heading is taken out": sub(r"^# [^\n]+\n\n", ""),
    "a heading becomes a paragraph": sub(r"^# ", ""),
    "a heading is added": sub(_WHOLE, lambda m: f"{m[0]}# Assessment\n\n"),
    "two headings change places": swap(r"^# [^\n]+"),
    "the title": spelled(r'^title: "([^"\n]+)"'),
    "the author": spelled(r'^author: "([^"\n]+)"'),
    "the date": sub(r'^date: "\d', 'date: "3'),
    "a fact below the title": sub(r"(\*\*As of:\*\*) \d+", r"\1 31"),
    "the reader": spelled(r"\*\*Prepared for:\*\* ([^·\n]+)"),
    "the name of an actor": spelled(r"^\| \*\*([^*|]+)\*\*"),
    "the role of an actor": spelled(r"^\| \*\*[^|]+\|[^|]*\|[^|]*\| ([^|\n]+)"),
    "an actor is added": sub(r"^\| \*\*[^\n]+\n", lambda m: f"{m[0]}| **X** | Y | Z | W |\n"),
    "an actor is taken out": sub(r"^\| \*\*[^\n]+\n", ""),
    "an entry of the source list": spelled(r"^1\. ([^\n]+)"),
    "an entry of the source list is taken out": sub(r"^1\. [^\n]+\n", ""),
    "two entries of the source list change places": swap(r"^1\. [^\n]+"),
    "a paragraph nobody tagged is added": sub(r"^# Sources\n\n",
        lambda m: f"{m[0]}Also see our earlier note.\n\n"),
    "a paragraph nobody tagged is changed": spelled(r"^\*\*Confidence\.\*\* ([^\n]+)"),
    "a paragraph nobody tagged is taken out": sub(r"^\*\*Confidence\.\*\* [^\n]+\n\n", ""),
    "a picture": sub(_WHOLE, lambda m: f"{m[0]}![map](map.png)\n\n"),
    "a word is hidden": sub(_CLAIM, lambda m: re.sub(r" (\w+) ", r" <!-- \1 --> ", m[0], count=1)),
    "a word is struck": sub(_CLAIM, lambda m: re.sub(r" (\w+) ", r" ~~\1~~ ", m[0], count=1)),
    "a paragraph is hidden": sub(_WHOLE, lambda m: f"<!--\n\n{m[0]}-->\n\n"),
}  # fmt: skip

_QUOTE_IN_NOTE = r"(^\[\^\d+\]: (?:\*\w+:\* )?“)(\S+ \S+ \S+)( [^”\n]+ )(\S+ \S+)(”)"

HARMLESS_MARKDOWN: dict[str, Change] = {
    "nothing": lambda text: text,
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "no line feed at the end": lambda text: text.rstrip("\n"),
    "blanks at ends of lines": sub(r"(?<=[\w.])$", " ", 0),
    "more empty lines": sub(r"\n\n(?! )", "\n\n\n", 0),
    "lines wrapped": sub(r"^(?![|#>\-\[ ]|\d|.*: )[^\n]{60,}$",
        lambda m: re.sub(r" (?=[A-Za-z]{3})", "\n", m[0], count=1), 0),
    "emphasis": sub(_CLAIM, lambda m: re.sub(r"\b([a-z]{4,})\b", r"*\1*", m[0], count=1)),
    "emphasis taken off": sub(r"(?<=[^*\n])\*\*(Monday)\*\*", r"\1"),
    "straight quotation marks in a source": sub(r"^1\. .*$",
        lambda m: m[0].replace("“", '"').replace("”", '"')),
    "another bullet": sub(r"^- (?=\*\*\w+:)", "* ", 0),
    "escapes not needed": sub(_CLAIM, lambda m: m[0].replace(",", "\\,")),
    "entities": sub(r"(?<=[a-z]), (?=[a-z])", "&#44; ", 0),
    "an ellipsis in a quote": sub(_QUOTE_IN_NOTE, r"\1\2 … \4\5"),
    "a quote cut short": sub(_QUOTE_IN_NOTE, r"\1\2\5"),
    "the marks of notes closer": sub("\u202f(?=\\[\\^)", "", 0),
}  # fmt: skip

_P = r'<p id="[^"]*"[^>]*>.*?</p>\n'
_CITED = r'<p id="[^"]*"[^>]*>(?:(?!</p>).)*<sup class="refs">.*?</p>\n'
_LI = r'<li id="note-\d+">.*?</li>\n'

HTML: dict[str, Change] = {
    "a letter of a claim": spelled(r'<p id="[^"]*"[^>]*>(?:<[^>]*>)*(?:\([^)]*\)</span> )?<span '
        r'data-id="[^"]*">([^<]{12,})'),
    "a claim is taken out": sub(_CITED, ""),
    "a claim without note is added": sub(_CITED, lambda m: f"{m[0]}<p>Fifty-nine soldiers have died.</p>\n"),
    "a claim is copied onto a note and changed": sub(_CITED,
        lambda m: m[0] + m[0].replace('">', '">Other ', 1)),
    "a claim is moved under another heading": sub(rf"({_CITED})((?:.|\n)*?)(<h2[^>]*>.*?</h2>\n)", r"\2\3\1"),
    "two claims change places": swap(_CITED),
    "two note marks change places": sub(r'href="#note-1" id="ref-1">1<', 'href="#note-2" id="ref-1">1<'),
    "the number of a note mark": sub(r'(href="#note-1"[^>]*>)1<', r"\g<1>2<"),
    "the texts of two notes change places": sub(r'(<li id="note-1">)(.*?)(</li>(?:.|\n)*?<li '
        r'id="note-2">)(.*?)(</li>)', r"\1\4\3\2\5"),
    "a note of a claim is taken out": sub(r'<a href="#note-1"[^>]*>1</a>', ""),
    "all notes of a claim are taken out": sub(r'<sup class="refs">.*?</sup>', ""),
    "a claim without note gets one": sub(r'(<p id="[^"]*"[^>]*>(?:(?!<sup|</p>).)*)(</p>)',
        r'\1<sup><a href="#note-1">1</a></sup>\2'),
    "a note is emptied": sub(r'(<li id="note-1">).*?(</li>)', r"\1\2"),
    "a quote is altered": spelled(r'<li id="note-\d+">.*?<span class="quote"[^>]*>([^<]+)'),
    "a date in a note": sub(r'(<li id="note-\d+">.*?\b)20\d\d(?!\D*&amp;)', r"\g<1>2019"),
    "a grade in a note": sub(r"([Gg]raded) [A-F]", r"\1 F"),
    "the title in a note": spelled(r'<li id="note-\d+">.*?— .*?<a href="http[^"]*"[^>]*>([^<]+)'),
    "a link leads elsewhere": sub(r'href="https?://[^"]*"', 'href="https://elsewhere.example"'),
    "a link is taken off": sub(r'<a href="https?://[^"]*"[^>]*>([^<]*)</a>', r"\1"),
    "a link is put in": sub(_CITED, lambda m: m[0].replace("</p>",
        '<a href="https://elsewhere.example">more</a></p>')),
    "a judgement is turned round": sub(r'(<tbody id="[^"]*"><tr><td[^>]*>(?:<span '
        r'class="portion">.*?</span> )?<span data-id="[^"]*">\w+ )', r"\1not "),
    "a likelihood": sub(r"(</td>\n?<td><b>)[^<]*(</b><br><small>\d)", r"\1Almost certain\2"),
    "a confidence": sub(r"(</td>\n?<td><b>)(?:Low|Moderate|High)(</b>)", r"\1Highest\2"),
    "a horizon": sub(r"(<td>)[^<]*(</td></tr>(?=<tr class=\"ground\"|</tbody>))", r"\1Until 2099\2"),
    "a basis": sub(r"(<b>Rests on\.</b> <a href=\"#[^\"]*\">“)", r"\1Nothing"),
    "a judgement is taken out": sub(r'<tbody id="[^"]*">.*?</tbody>\n', ""),
    "the marking above and below": sub(r'(<p class="marking"><span[^>]*>)[^<]*', r"\1TLP:CLEAR", 0),
    "the marking below is taken out": sub(r'(</main>\n)<p class="marking">.*?</p>\n', r"\1"),
    "the marking in the margins of the paper": sub(r'content:"TLP', 'content:"RED', 0),
    "a portion mark": sub(r'(<span class="portion">)\([^)]*\)', r"\1(TLP:CLEAR)"),
    "a heading is reworded": spelled(r"<h2[^>]*>([^<]+)"),
    "a heading is taken out": sub(r"<h2[^>]*>.*?</h2>\n", ""),
    "a heading becomes a paragraph": sub(r"<h2([^>]*)>(.*?)</h2>", r"<p\1>\2</p>"),
    "a heading is added": sub(_CITED, lambda m: f"{m[0]}<h2>Assessment</h2>\n"),
    "two headings change places": swap(r"<h2[^>]*>[^<]+</h2>"),
    "the title": spelled(r"<h1[^>]*>([^<]+)"),
    "the title of the window": spelled(r"<title>([^<]+)"),
    "the author": spelled(r'<meta name="author" content="([^"]+)"'),
    "a fact below the title": sub(r"(<dt>As of</dt><dd>)\d+", r"\g<1>31"),
    "the reader": spelled(r"<dt>Prepared for</dt><dd>([^<]+)"),
    "the name of an actor": spelled(r'<th scope="row">([^<]+)'),
    "the role of an actor": spelled(r'<th scope="row">.*?</th><td>.*?</td><td>.*?</td><td>([^<]+)'),
    "an actor is added": sub(r'<tr id="[^"]*"><th scope="row">.*?</tr>\n',
        lambda m: f'{m[0]}<tr><th scope="row">X</th><td></td><td></td><td></td></tr>\n'),
    "an actor is taken out": sub(r'<tr id="[^"]*"><th scope="row">.*?</tr>\n', ""),
    "an entry of the source list": spelled(r'<ol class="sources">\n<li[^>]*>([^<]+)'),
    "an entry of the source list is taken out": sub(r'(<ol class="sources">\n)<li.*?</li>\n', r"\1"),
    "a paragraph nobody tagged is added": sub(r"<h2[^>]*>Sources</h2>\n",
        lambda m: f"{m[0]}<p>Also see our earlier note.</p>\n"),
    "a paragraph nobody tagged is changed": spelled(r'<p class="small"><b>Confidence\.</b> ([^<]+)'),
    "a paragraph nobody tagged is taken out": sub(r'<p class="small">.*?</p>\n', ""),
    "a picture": sub(_CITED, lambda m: f'{m[0]}<p><img src="map.png"></p>\n'),
    "a script": sub(r"</main>", "<script>document.title='x'</script></main>"),
    "a handler": sub(r"<main>", '<main onclick="x()">'),
    "a word is hidden": sub(r'(<span data-id="[^"]*">[^<\s]+ )(\w+)',
        r'\1<span style="display:none">\2</span>'),
    "a word is struck": sub(r'(<span data-id="[^"]*">[^<\s]+ )(\w+)', r"\1<del>\2</del>"),
    "a paragraph is hidden": sub(r'<p id="([^"]*)"', r'<p hidden id="\1"'),
    "a paragraph is hidden by a rule": sub(r"</style>", ".lead{display:none}</style>"),
    "words added by a rule": sub(r"</style>", 'h1:after{content:" DRAFT"}</style>'),
    "the numbers of the notes start elsewhere": sub(r'(class="notes"[^>]*><h2>Notes</h2><ol)>',
        r'\1 start="2">'),
}  # fmt: skip

_HTML_QUOTE = r'(<li id="note-\d+">.*?<span class="quote"[^>]*>)(\S+ \S+ \S+)( [^<\n]+ )(\S+ \S+)(</span>)'

HARMLESS_HTML: dict[str, Change] = {
    "nothing": lambda text: text,
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "classes of paragraphs gone": sub(r'<p class="small">', "<p>", 0),
    "tags of claims gone": sub(r'<span data-id="[^"]*">', "<span>", 0),
    "directions and languages gone": sub(r' (?:dir|lang)="[^"]*"', "", 0),
    "another font": sub(r"font:16px/1\.55", "font:20px/1.2"),
    "colours": sub(r"--accent:#1f3a5f", "--accent:#5f1f3a"),
    "a rule that hides nothing": sub(r"</style>", "p{margin:2rem}</style>"),
    "emphasis": sub(r'(<span data-id="[^"]*">[^<\s]+ )(\w+)', r"\1<em>\2</em>"),
    "blanks": sub(r'(<span data-id="[^"]*">[^<\s]+) ', r"\1 \n  ", 0),
    "tags as a browser saves them": lambda text: text.replace("<br>", "<br />").replace("<!DOCTYPE html>",
        "<!DOCTYPE html>\n<!-- saved from url -->"),
    "entities": sub("“", "&ldquo;", 0),
    "straight quotation marks in a source": sub(r'<ol class="sources">(?:.|\n)*?</ol>',
        lambda m: m[0].replace("“", "&quot;").replace("”", "&quot;")),
    "an ellipsis in a quote": sub(_HTML_QUOTE, r"\1\2 … \4\5"),
    "a quote cut short": sub(_HTML_QUOTE, r"\1\2\5"),
    "a heading of the browser": sub(r"<head>", '<head><meta name="generator" content="x">'),
    "the way back gone": sub(r' <a class="back".*?</a>', "", 0),
}  # fmt: skip
