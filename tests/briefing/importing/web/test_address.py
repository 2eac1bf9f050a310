"""What a web address tells before anyone goes there."""

from __future__ import annotations

import contextlib
import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BadInput
from briefing.importing.web.address import check, is_private, shown


@pytest.mark.parametrize(
    ("given_as", "url"),
    [
        ("https://example.org", "https://example.org/"),
        ("  HTTP://Example.ORG:80/a ", "http://example.org/a"),
        ("https://example.org:443/a?b=c d#e".replace(" ", "%20"), "https://example.org/a?b=c%20d"),
        ("example.org/story", "https://example.org/story"),
        ("//example.org/story", "https://example.org/story"),
        ("example.org:8080/story", "https://example.org:8080/story"),
        ("localhost:8000", "https://localhost:8000/"),
        ("localhost:8000?x", "https://localhost:8000/?x"),
        ("http://example.org./a", "http://example.org/a"),
        ("http://[2001:DB8:0::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("http://192.0.2.7/", "http://192.0.2.7/"),
        ("https://münchen.example/größe", "https://xn--mnchen-3ya.example/gr%C3%B6%C3%9Fe"),
        ("http://１９２.0.2.7/", "http://192.0.2.7/"),
        ("http://example。org/", "http://example.org/"),
        ("https://example.org/a%2Fb?x=[1]", "https://example.org/a%2Fb?x=[1]"),
        ("https://example.org?x", "https://example.org/?x"),
    ],
)
def test_it_writes_an_address_in_one_way(given_as: str, url: str) -> None:
    assert check(given_as).url == url
    assert check(url).url == url


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "There is no address"),
        ("   ", "There is no address"),
        ("http://", "names no host"),
        ("http:///etc/passwd", "names no host"),
        ("file:///etc/passwd", "its kind is “file:”"),
        ("ftp://example.org/", "its kind is “ftp:”"),
        ("javascript:alert(1)", "its kind is “javascript:”"),
        ("data:text/html,x", "its kind is “data:”"),
        ("mailto:a@example.org", "its kind is “mailto:”"),
        ("https://me:secret@example.org/", "name or password"),
        ("https://example.org@evil.example/", "name or password"),
        ("https://example.org\\@evil.example/", "backslash"),
        ("https://exa mple.org/", "space"),
        ("https://example.org/\r\nX: y", "control character"),
        ("https://example.org:22/", "port 22 belongs"),
        ("https://example.org:99999/", "port is not a number"),
        ("https://example.org:x/", "port is not a number"),
        ("http://2130706433/", "number written in an unusual way"),
        ("http://0x7f000001/", "number written in an unusual way"),
        ("http://0177.0.0.1/", "number written in an unusual way"),
        ("http://127.1/", "number written in an unusual way"),
        ("http://1.2.3.4.5/", "number written in an unusual way"),
        ("http://%31%32%37.0.0.1/", "not a valid name"),
        ("http://a..b/", "not a valid name"),
        ("http://-a.example/", "not a valid name"),
        ("http://" + "a" * 64 + ".example/", "not a valid name"),
        ("http://" + "a." * 130 + "example/", "too long"),
        ("http://faß.example/", "in two ways"),
        ("http://[::1/", "cannot be read"),
        ("http://[zz]/", "host"),
        ("https://example.org/" + "a" * 2000, "longer than 2,000"),
    ],
)
def test_it_says_why_an_address_cannot_be_fetched(url: str, says: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        check(url)
    assert caught.value.hint
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("url", "seen"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        # All Cyrillic, and in most fonts "apple".
        ("https://аррӏе.example/", "https://xn--80ak6aa92e.example/ (аррӏе.example)"),
        ("https://xn--80ak6aa92e.example/", "https://xn--80ak6aa92e.example/ (аррӏе.example)"),
    ],
)
def test_it_shows_look_alike_letters_for_what_they_are(url: str, seen: str) -> None:
    assert shown(url) == seen


@pytest.mark.parametrize(
    ("ip", "why"),
    [
        ("127.0.0.1", "this machine"),
        ("127.255.0.9", "this machine"),
        ("0.0.0.0", "this machine"),
        ("::", "this machine"),
        ("::1", "this machine"),
        ("::ffff:127.0.0.1", "this machine"),
        ("::127.0.0.1", "this machine"),
        ("2002:7f00:1::", "this machine"),
        ("64:ff9b::7f00:1", "this machine"),
        ("10.1.2.3", "a private network"),
        ("172.16.0.1", "a private network"),
        ("192.168.1.1", "a private network"),
        ("fc00::1", "a private network"),
        ("::ffff:10.0.0.1", "a private network"),
        ("64:ff9b::a00:1", "a private network"),
        ("192.0.2.1", "a private network"),
        ("169.254.169.254", "the local link, where devices answer"),
        ("fe80::1", "the local link, where devices answer"),
        ("fe80::1%eth0", "the local link, where devices answer"),
        ("100.64.0.1", "the network inside a provider"),
        ("100.127.255.255", "the network inside a provider"),
        ("224.0.0.1", "a group of machines at once"),
        ("ff02::1", "a group of machines at once"),
        ("255.255.255.255", "a private network"),
        ("64:ff9b:1::a00:1", "a reserved address"),
        ("fec0::1", "a reserved address"),
        ("2001::1", "a private network"),
        ("", "an address that cannot be read"),
        ("0177.0.0.1", "an address that cannot be read"),
        ("8.8.8.8", ""),
        ("100.63.0.1", ""),
        ("100.128.0.1", ""),
        ("172.32.0.1", ""),
        ("2606:4700::1111", ""),
        ("::ffff:8.8.8.8", ""),
        ("64:ff9b::808:808", ""),
    ],
)
def test_it_tells_what_is_not_the_public_web(ip: str, why: str) -> None:
    if why in ("a private network", "a reserved address"):  # the registries name some of them anew
        assert is_private(ip)
    else:
        assert is_private(ip) == why


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_the_same_inside_ipv6(ip: ipaddress.IPv4Address) -> None:
    assert is_private(f"::ffff:{ip}") == is_private(str(ip))
    assert is_private(f"64:ff9b::{ip}") == is_private(str(ip))
    assert bool(is_private(str(ip))) or ip.is_global


@given(st.text(max_size=60) | st.text("htps:/@[]%0123.\\?#x ", max_size=40))
def test_it_returns_ascii_or_says_why_not(text: str) -> None:
    with contextlib.suppress(BadInput):
        address = check(text)
        assert address.url.isascii()
        assert address.scheme in ("http", "https")
        assert check(address.url) == address
