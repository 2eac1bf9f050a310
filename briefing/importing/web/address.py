"""What a web address says before anyone goes there: where it leads, and what speaks against going.

Pure: no name is looked up here. Hosts are normalised with IDNA 2003 (RFC 3490), as Python has it; the
letters that IDNA 2008 (RFC 5891) reads otherwise are refused, for they may lead to somebody else.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from briefing.errors import BadInput, BriefingError
from briefing.importing.common.cleaning import URL_LIMIT, clean

_PORTS = {"http": 80, "https": 443}
_LOWEST_OPEN_PORT = 1024  # below it stand the services of a system: mail, file shares, remote control
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
_READ_OTHERWISE = re.compile("[ßς\u200c\u200d]")
_MISPLACED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\]")
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_CARRIER = ipaddress.ip_network("100.64.0.0/10")  # RFC 6598
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052
_COMPATIBLE = ipaddress.IPv6Network("::/96")  # RFC 4291, section 2.5.5.1

# Asked in this order: the most specific name first.
_WHYS: tuple[tuple[str, str], ...] = (
    ("is_loopback", "this machine"),
    ("is_unspecified", "this machine"),
    ("is_link_local", "the local link, where devices answer"),
    ("is_multicast", "a group of machines at once"),
    ("is_private", "a private network"),
    ("is_site_local", "a private network"),
    ("is_reserved", "a reserved address"),
)


class PrivateAddress(BriefingError):
    """An address on a private network or this machine; `url` is the one to ask the person about."""

    def __init__(self, url: str, host: str, why: str) -> None:
        super().__init__(
            f"“{clean(host)}” leads to {why}, not to the public web.",
            "Fetch it only if you know it and trust it.",
        )
        self.url = url
        self.host = host
        self.why = why


@dataclass(frozen=True, slots=True)
class Address:
    """A checked address. `url` is ASCII, without fragment; `host` as it is looked up (punycode).

    `shown` is what a person reads before going: host and port as they really are, and after it the
    host in its own letters when those are not ASCII, since letters of two scripts can look alike (UTS #39).
    """

    url: str
    host: str
    shown: str
    scheme: str
    port: int


def check(url: str) -> Address:
    """Return the address in `url`; "https://" is put before one without a scheme. Raises BadInput."""
    parts = _split(url)
    if parts.scheme not in _PORTS:
        raise _bad(url, f"its kind is “{clean(parts.scheme)}:”", "Only http and https are fetched.")
    if "@" in parts.netloc:
        raise _bad(url, "it holds a name or password before “@”", "Take that part out.")
    host = _host(url, parts)
    port = _port(url, parts)
    literal = f"[{host}]" if ":" in host else host
    netloc = literal if port == _PORTS[parts.scheme] else f"{literal}:{port}"
    target = urlunsplit(
        (parts.scheme, netloc, quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE), "")
    )
    return Address(target, host, _shown(target, host), parts.scheme, port)


def shown(url: str) -> str:
    """Return where `url` leads, as a person should see it before going. Raises BadInput."""
    return check(url).shown


def is_private(ip: str) -> str:
    """Return "" for a public IP address, else what it is, in words ("this machine", "a private network").

    IPv4 inside IPv6 (mapped, compatible, 6to4, NAT64) is judged by the IPv4 address. What cannot
    be read is not public. After the IANA special-purpose registries (RFC 6890).
    """
    try:
        address: IPAddress = ipaddress.ip_address(ip)
    except ValueError:
        return "an address that cannot be read"
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id:
            return "the local link, where devices answer"
        address = _embedded(address) or address
    for name, why in _WHYS:
        if getattr(address, name, False):
            return why
    if isinstance(address, ipaddress.IPv4Address) and address in _CARRIER:
        return "the network inside a provider"
    return "" if address.is_global else "no public address"


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 address leads to, or None."""
    last = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _NAT64 or (address in _COMPATIBLE and not address.is_loopback):
        return last
    return address.ipv4_mapped or address.sixtofour


def _split(url: str) -> SplitResult:
    given = url.strip()
    if not given:
        raise BadInput("There is no address.", "Type or paste one.")
    if len(given) > URL_LIMIT:
        raise BadInput(f"The address is longer than {URL_LIMIT:,} characters.", "Use a shorter link to it.")
    if _MISPLACED.search(given):
        raise _bad(given, "it holds a space, a control character or a backslash", "Copy it again.")
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))", given):
        given = "https:" + given if given.startswith("//") else "https://" + given
    try:
        return urlsplit(given)
    except ValueError as error:
        raise _bad(given, "its host cannot be read", "Copy it again.") from error


def _host(url: str, parts: SplitResult) -> str:
    """Return the host in lower-case ASCII, an IPv6 address without brackets. Raises BadInput."""
    host = (parts.hostname or "").rstrip(".")
    if not host or len(host) > 253:
        raise _bad(url, "it names no host" if not host else "its host is too long", "Copy it again.")
    if ":" in host:
        try:
            return ipaddress.IPv6Address(host.partition("%")[0]).compressed
        except ValueError as error:
            raise _bad(url, "its host is not a valid IP address", "Copy it again.") from error
    if _READ_OTHERWISE.search(host):
        raise _bad(
            url, "programs read its letters in two ways", "Copy it from a browser, in its “xn--” form."
        )
    try:
        host = host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise _bad(url, "its host is not a valid name", "Copy it again.") from error
    labels = host.split(".")
    if not all(map(_LABEL.fullmatch, labels)) or len(host) > 253:
        raise _bad(url, "its host is not a valid name", "Copy it again.")
    if _NUMBER.fullmatch(labels[-1]) and not _is_plain_ip(host):
        raise _bad(
            url, "its host is a number written in an unusual way", "Write the IP address with four numbers."
        )
    return host


def _is_plain_ip(host: str) -> bool:
    try:
        ipaddress.IPv4Address(host)  # refuses leading zeros, which some systems read as octal
    except ValueError:
        return False
    return True


def _port(url: str, parts: SplitResult) -> int:
    try:
        port = parts.port or _PORTS[parts.scheme]
    except ValueError as error:
        raise _bad(url, "its port is not a number up to 65535", "Copy it again.") from error
    if port < _LOWEST_OPEN_PORT and port not in _PORTS.values():
        raise _bad(url, f"port {port} belongs to another service than the web", "Check the address.")
    return port


def _shown(target: str, host: str) -> str:
    if "xn--" not in host:
        return target
    try:
        letters = host.encode("ascii").decode("idna")
    except UnicodeError:
        return target
    return f"{target} ({clean(letters)})"


def _bad(url: str, why: str, hint: str) -> BadInput:
    return BadInput(f"“{clean(url, 120)}” cannot be fetched: {why}.", hint)
