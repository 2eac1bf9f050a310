"""What the elements around and inside an article are for, recognised by their tags, roles and class names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

# Left out wherever they stand, whatever the extractor says; the words name them in a notice.
FURNITURE = {
    "nav": "menu",
    "related": "link to other stories",
    "caption": "caption",
    "share": "share bar",
    "newsletter": "newsletter box",
    "comments": "comment",
    "cookies": "cookie notice",
    "ad": "advertisement",
}
# Left out unless the extractor kept them.
ASIDE, FOOT = "aside", "foot"

_BY_TAG = {
    "nav": "nav",
    "figcaption": "caption",
    "footer": FOOT,
    "aside": ASIDE,
    "form": FOOT,
    "amp-sidebar": "nav",
    "amp-social-share": "share",
    "amp-ad": "ad",
    "amp-consent": "cookies",
    "amp-user-notification": "cookies",
}
_BY_ARIA = {
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
    "search": FOOT,
    "contentinfo": FOOT,
    "complementary": ASIDE,
}
# A class name or id is cut into words; a set of words that are all in it gives the role. First hit wins.
_BY_WORDS: tuple[tuple[str, tuple[frozenset[str], ...]], ...] = tuple(
    (role, tuple(frozenset(words.split("+")) for words in listed.split()))
    for role, listed in (
        ("cookies", "cookie cookies consent gdpr cookiebanner ccpa"),
        ("newsletter", "newsletter newsletters newslettersignup signup subscribe subscription mailinglist"),
        ("share", "share sharing sharebar sharetools socialshare social+links social+share social+media"
                  " social+buttons addtoany sharedaddy addthis"),
        ("comments", "comments commentlist disqus comment+list respond comments+area"),
        ("related", "related relatedcontent relatedlinks relatedarticles recommended recommendations readmore"
                    " read+more more+stories more+news more+on also+read see+also trending most+read mostread"
                    " popular outbrain taboola teaser teasers promo inline+links recirc recirculation"),
        ("caption", "caption captions wp+caption+text image+caption photo+credit image+credit imagecaption"
                    " figcaption media+caption photocaption"),
        ("ad", "ad ads advert advertisement advertising adslot sponsored dfp"),
        ("nav", "nav navbar navigation breadcrumb breadcrumbs menu pagination skip+link skiplink tabs "
                "tags+list topics+list"),
        (FOOT, "footer copyright colophon"),
        (ASIDE, "sidebar"),
    )
)  # fmt: skip
_CUT = re.compile(r"[^a-z0-9]+|(?<=[a-z])(?=[A-Z])")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_KEPT_TAGS = frozenset(
    ("html", "body", "main", "article", "p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "tr", "a")
)
_PULLED = frozenset(
    ("pullquote", "pull", "quote", "blockquote", "callout", "keypoints", "factbox", "infobox")
)

# Most names hold none of these.
_TELLING = _PULLED.union(*(wanted for _, sets in _BY_WORDS for wanted in sets))


class Roles:
    """Asked about every element of a walk; remembers class names, of which a page has few."""

    def __init__(self, without: frozenset[str] = frozenset()) -> None:
        self._known: dict[str, str] = {}
        self._without = without

    def __call__(self, element: Any) -> str:
        """Return the role of an element, "" where nothing shows it."""
        role = self._of(element)
        return "" if role in self._without else role

    def _of(self, element: Any) -> str:
        tag = element.tag
        if tag in _BY_TAG:
            role = _BY_TAG[tag]
            return (self._named(element) or role) if role in (ASIDE, FOOT) else role
        aria = element.get("role")
        if aria and aria in _BY_ARIA:
            return _BY_ARIA[aria]
        return self._named(element, only_caption=tag in _KEPT_TAGS)

    def _named(self, element: Any, only_caption: bool = False) -> str:
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if names == " ":
            return ""
        role = self._known.get(names)
        if role is None:
            role = self._known[names] = _role_of(names)
        # A body or article whose class names what else it shows is not that thing.
        return role if not only_caption or (role == "caption" or element.tag == "p") else ""


_BESIDE = frozenset(("nav", "related", "comments", "newsletter", "ad", "cookies", ASIDE))


def stands_beside(element: Any, roles: Roles) -> bool:
    """Return whether an element is in a comment, a menu, a box of other stories, or the page's own footer."""
    foot = False
    for around in element.iterancestors():
        if foot and around.tag == "article":
            return False  # the footer of an article holds its facts
        role = roles(around)
        if role in _BESIDE:
            return True
        foot = foot or role == FOOT
    return foot


def class_words(element: Any) -> frozenset[str]:
    """Return the words of an element's class names and id, in lower case."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return frozenset(_CUT.split(_CAMEL.sub("-", names[:_LONGEST_NAMES]).lower())) - {""}


def _role_of(names: str) -> str:
    return next(filter(None, map(_role_of_name, names.split()[:_MOST_NAMES])), "")


@lru_cache(maxsize=8192)
def _role_of_name(name: str) -> str:
    words = frozenset(_CUT.split(_CAMEL.sub("-", name[:_LONGEST_NAMES]).lower()))
    if not words & _TELLING:
        return ""
    if words & _PULLED:
        return "pulled"
    for role, sets in _BY_WORDS:
        if any(wanted <= words for wanted in sets) and not words & _NEGATED:
            return role
    return ""


_MOST_NAMES = 30
_LONGEST_NAMES = 200
# "has-sidebar", "no-ads", "with-comments": a trait of the thing, not what it is.
_NEGATED = frozenset(
    ("has", "no", "with", "without", "hide", "is", "count", "js", "supports", "content", "body", "main")
)
