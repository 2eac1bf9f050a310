"""Web pages that say who wrote them, when and where, each in another way."""

from __future__ import annotations

import json
from typing import Any

from tests.briefing.importing.corpus import Case
from tests.briefing.importing.corpus.html_pages import ARTICLE, TEXT, paragraphs, utf8

_BODY = paragraphs(*ARTICLE)


def _case(name: str, data: bytes, above: str = "", **rest: Any) -> Case:
    """Return a case whose text is the article, below the lines of a page that stand `above` it."""
    return Case(name, f"{name}.html", data, f"{above}\n{TEXT}" if above else TEXT, **rest)


def _in(language: str, line: str) -> bytes:
    return utf8(f"<h1>The river</h1>{line}{_BODY}", attributes=f' lang="{language}"')


def _ld(written: str) -> str:
    return f'<script type="application/ld+json">{written}</script>'


_GRAPH = _ld(
    """{"@context": "https://schema.org", "@graph": [
    {"@type": "Organization", "@id": "#o", "name": "The River Post"},
    {"@type": "Person", "@id": "#p", "name": "Ana Field"},
    {"@type": "NewsArticle", "headline": "River &amp; ports: the plan", "author": [{"@id": "#p"}, {"@type": "Person", "name": "Omar Brook"}],
     "publisher": {"@id": "#o"}, "datePublished": "2024-03-02T23:30:00-05:00", "inLanguage": "en-GB",
     "mainEntityOfPage": "https://post.example/river-plan"}]}"""
)

META_CASES: tuple[Case, ...] = (
    _case("json-ld in a graph", utf8(_BODY, _GRAPH, attributes=""), title="River & ports: the plan",
        authors=("Ana Field", "Omar Brook"),
          publisher="The River Post", published="2024-03-02", language="en-GB",
          url="https://post.example/river-plan", quiet=True),
    _case("json-ld in a list, broken by a comma",
        utf8(_BODY, _ld('[{"@type":"WebSite","name":"x"},{"@type":["Article","NewsArticle"],"headline":"The '
            'plan","author":"By Ana Field and Omar Brook","datePublished":"2024-03-02",},]')),
          title="The plan", authors=("Ana Field", "Omar Brook"), published="2024-03-02"),
    _case("json-ld past mending", utf8(_BODY,
        _ld('{"@type":"NewsArticle","headline": oops') + '<meta property="og:title" content="The '
            'plan"><meta property="article:published_time" content="2024-03-02T10:00:00.000Z">'),
          title="The plan", published="2024-03-02", authors=()),
    _case("a date only in a time element", utf8('<time datetime="2024-03-02T10:00:00+01:00"></time>' + _BODY),
        published="2024-03-02"),
    _case("a title with the site after it",
        utf8(_BODY, '<title>The plan for the river - half done - The River Post</title><meta '
            'property="og:site_name" content="The River Post">'),
          title="The plan for the river - half done", publisher="The River Post"),
    _case("a title with the site behind a bar",
        utf8(_BODY, "<title>The plan for the river | River Post | World</title>"),
        title="The plan for the river"),
    _case("dublin core and citation tags",
        utf8(_BODY, '<meta name="citation_title" content="The plan"><meta name="citation_author" '
            'content="Field, Ana"><meta name="citation_author" content="Brook, Omar"><meta '
            'name="citation_publication_date" content="2024/3/2"><meta name="DC.publisher" content="River '
            'Press"><meta name="dc.language" content="en_US">', attributes=""),
          title="The plan", authors=("Ana Field", "Omar Brook"), published="2024-03-02",
          publisher="River Press", language="en-US"),
    _case("an author that is an address",
        utf8(_BODY, '<meta property="article:author" content="https://facebook.example/ana"><meta '
            'name="author" content="@ana">'), authors=()),
    _case("a canonical address of another kind",
        utf8(_BODY, '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" '
            'content="https://post.example/plan?id=7">'), url="https://post.example/plan?id=7"),
    _case("neither head nor body is named",
        utf8(_BODY).replace(b"<body>", b"").replace(b"</head>", b"").replace(b"</body>",
            b"").replace(b"<head>", b"<head><title>The plan</title><link rel=icon href=x>"),
            title="The plan"),
    _case("a byline with places and a label of its date",
        utf8(_BODY, before='<div class="byline">By Ana Field and Omar Brook in Lindow</div><span '
            'class="date">Published: 2 March 2024</span>'), authors=("Ana Field", "Omar Brook"),
            published="2024-03-02"),
    _case("a byline in Arabic", utf8('<p class="author">بقلم: ليلى حداد</p>' + _BODY),
        authors=("ليلى حداد",)),
    _case("a byline in Hebrew and a date in Japanese",
        utf8('<p class="author">מאת: דנה לוי</p><time>2024年3月2日（土）</time>' + _BODY), authors=("דנה לוי",),
        published="2024-03-02"),
    _case("a relative address and a base",
        utf8(_BODY, '<base href="https://post.example/world/"><link rel="canonical" href="plan.html">'),
        url="https://post.example/world/plan.html"),
    _case("an article for subscribers", utf8(_BODY, _ld('{"@type":"NewsArticle","headline":"The '
        'plan","isAccessibleForFree":"False"}')), title="The plan", notices=("for subscribers only",)),
    _case("a page that scripts put together",
        utf8("<div></div>",
            _ld('{"@type":"NewsArticle","headline":"The plan","articleBody":' + json.dumps(TEXT) + "}")),
            title="The plan", notices=("search engines",)),
    *(_case(f"a date in words, {language}", _in(language, f'<div class="info"><span>{shown}</span></div>'),
            above=f"The river\n{shown}", published="2019-08-02", quiet=True)
      for language, shown in (
          ("de", "Freitag, 2. August 2019, 14:05 Uhr"), ("fr", "Publié le 2 août 2019 à 14h05"),
          ("es", "2 de agosto de 2019"), ("pt-BR", "02/08/2019 14h05"), ("it", "2 agosto 2019"),
          ("nl", "vrijdag 2 augustus 2019"), ("pl", "2 sierpnia 2019 r."), ("ru", "2 августа 2019 г., 14:05"),
          ("uk", "2 серпня 2019"), ("tr", "2 Ağustos 2019 Cuma"), ("ar", "٢ أغسطس ٢٠١٩"),
          ("fa", "۲ اوت ۲۰۱۹"), ("ja", "2019年8月2日"), ("en-GB", "02/08/2019"))),
    _case("a date among other words of a byline",
        utf8('<p class="post-meta">By Ana Field | August 2, 2019 | 3 comments</p>' + _BODY), published="2019-08-02"),
    _case("a date with the hour before it", utf8('<div class="publish-date">Published 11:11 PM EST Aug 2, '
        "2019</div>" + _BODY), above="Published 11:11 PM EST Aug 2, 2019", published="2019-08-02"),
    _case("a date of publication beside one of a change", utf8('<p class="date">Updated on August 9, 2019, '
        "published on August 2, 2019</p>" + _BODY), published="2019-08-02",
        above="Updated on August 9, 2019, published on August 2, 2019"),
    _case("only the date of a change", utf8('<p class="date">Updated: August 9, 2019</p>' + _BODY),
        above="Updated: August 9, 2019", published=""),
    _case("a date below the headline that nothing marks", utf8("<h1>The plan</h1><p>Northport, 2 August "
        "2019</p>" + _BODY), above="The plan\nNorthport, 2 August 2019", published="2019-08-02"),
    _case("a time in the footer of the article", utf8(_BODY + '<footer class="entry-meta">Posted on <time '
        'class="entry-date published" datetime="2019-08-02T15:57:41+00:00">August 2, 2019</time></footer>'),
        published="2019-08-02"),
    _case("times of comments and of the page's footer are not its own",
        utf8(_BODY, after='<div class="comments"><time datetime="2019-08-05">5 August</time></div><footer><time '
            'datetime="2024-01-01">today</time></footer>'), published=""),
    _case("a day in the address is offered and not set",
        utf8(_BODY, '<link rel="canonical" href="https://post.example/2019/08/02/river-plan">'),
        published="", notices=("its address holds 2019-08-02",)),
    _case("a date that stands for none", utf8('<time datetime="0001-01-01T00:00:00">2 Aug 2019</time>' + _BODY),
        published="2019-08-02"),
    _case("a headline for search engines only",
        utf8("<h1>The plan for<br>the river</h1>" + _BODY, _ld('{"@type":"NewsArticle","inLanguage":"en",'
            '"headline":"River plan 2024: what it says and why"}') + '<meta property="og:title" content="The plan for the river">'
            "<title>The plan for the river | The Post</title>"), above="The plan for\nthe river", title="The plan for the river"),
    _case("a headline for search engines that stands on the page too",
        utf8("<h1>River</h1><h2>The plan says how</h2>" + _BODY, _ld('{"@type":"NewsArticle","inLanguage":"en",'
            '"headline":"The plan says how"}') + "<title>River</title>"),
        above="River\nThe plan says how", title="The plan says how"),
    _case("an organisation as author where a byline names a person",
        utf8('<p class="post-author">By Ana Field</p>' + _BODY, _ld('{"@type":"NewsArticle","headline":"The '
            'plan","author":{"@type":"Organization","name":"The River Post"},"publisher":{"@type":"Organization",'
            '"name":"The River Post"}}')), authors=("Ana Field",)),
    _case("an organisation as author where nobody is named",
        utf8(_BODY, _ld('{"@type":"NewsArticle","headline":"The plan","author":{"@type":"Organization",'
            '"name":"Northern Wire"},"publisher":{"@type":"Organization","name":"The River Post"}}')),
        authors=("Northern Wire",)),
    _case("an outlet among the authors", utf8(_BODY, _ld('{"@type":"NewsArticle","headline":"The plan","author":['
        '{"@type":"Person","name":"Ana Field"},{"@type":"Person","name":"River Post"}]}')
        + '<meta property="og:site_name" content="River Post">'), authors=("Ana Field",)),
    _case("a byline that nothing marks, below the headline", utf8("<h1>The plan</h1><div><div>By <a "
        'href="/ana">Ana Field</a></div></div>' + _BODY), above="The plan\nBy Ana Field", authors=("Ana Field",)),
    _case("a byline with its day", utf8('<div class="entry-author">Ana Field Friday, March 1, 2024</div>' + _BODY), authors=("Ana Field",), published="2024-03-01"),
    _case("the author of a comment is not the article's", utf8(_BODY, after='<div class="comments"><p '
        'class="comment-author">Jo Reader</p></div>'), authors=()),
    _case("a name that holds the word before a name in another language",
        utf8(_BODY, '<meta name="author" content="Yoav Field">'), authors=("Yoav Field",)),
)  # fmt: skip
