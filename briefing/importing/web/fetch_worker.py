"""The process that goes to a web address: one line of JSON in, one out.

Every address that a name has is checked, and the connection is made to a checked one, with no second
look-up in between (else a name could change its address: DNS rebinding). Each redirect starts again.
"""

from __future__ import annotations

import base64
import json
import os
import re
import socket
import ssl
import sys
import time
from importlib.machinery import PathFinder
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from briefing.errors import BadInput, BriefingError
from briefing.importing.web.address import Address, PrivateAddress, check, is_private
from briefing.importing.web.fetch_http import Answer, get
from briefing.outside import landlock, seccomp

MOST_HOPS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_SAVE_IT = "Open it in a browser, save the page and add the file."
_STATUS_WORDS: dict[int, tuple[str, str]] = {
    204: ("there is nothing there", "Check the address."),
    401: ("it asks for a login", _SAVE_IT),
    402: ("it asks for payment", _SAVE_IT),
    403: ("it refuses to show this", _SAVE_IT),
    404: ("there is no such page", "Check the address."),
    410: ("the page was taken away", "Look for it in a web archive."),
    429: ("it was asked too often", "Try again later."),
    451: ("it may not show this, for legal reasons", "Look for it in a web archive."),
}


def main() -> int:
    """Answer the one request on stdin. Returns the exit code."""
    answers = os.fdopen(os.dup(1), "wb")
    _confine()
    request = json.loads(sys.stdin.buffer.readline())
    answers.write(json.dumps(answer(request)).encode("ascii") + b"\n")
    answers.flush()
    return 0


def _confine() -> None:
    """Leave this process connections, and the tables and certificates they need; where the system can."""
    PathFinder.find_spec("briefing_has_no_such_module")  # as in `confine`: folders are listed now
    if landlock.version():
        trusted = ssl.get_default_verify_paths()
        certificates = (trusted.cafile, trusted.capath, trusted.openssl_cafile, trusted.openssl_capath)
        readable = [*landlock.of_python(sys.path, network=True), *filter(None, certificates)]
        landlock.read_only_beneath(readable, network=True)
    seccomp.install(network=True)


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Return what a request (url, allow_private, seconds, most) gives: the data, or an error."""
    until = time.monotonic() + request["seconds"]
    try:
        return _follow(check(request["url"]), request["allow_private"], until, request["most"])
    except PrivateAddress as error:
        return {"error": error.message, "url": error.url, "host": error.host, "why": error.why}
    except BriefingError as error:
        return {"error": error.message, "hint": error.hint}


def _follow(first: Address, allow_private: bool, until: float, most: int) -> dict[str, Any]:
    here, hops = first, list[str]()
    while True:
        # The person's word holds for the host they were asked about, and for no other.
        got = _visit(here, allow_private and here.host == first.host, until, most)
        there = got.location if got.status in _REDIRECTS else ""
        if not there:
            return _refusal(here, got, hops)
        if len(hops) == MOST_HOPS:
            raise BadInput(f"“{first.host}” redirects more than {MOST_HOPS} times.", _SAVE_IT)
        hops.append(here.url)
        here = _next(here, there)


def _next(here: Address, location: str) -> Address:
    try:
        there = check(urljoin(here.url, location))
    except (BadInput, ValueError) as error:
        why = error.message if isinstance(error, BadInput) else "Its redirect makes no sense."
        raise BadInput(f"“{here.host}” redirects to where nobody should go. {why}", _SAVE_IT) from error
    if here.scheme == "https" and there.scheme == "http":
        raise BadInput(
            f"“{here.host}” redirects from a secure address to one that is not: {there.shown}.",
            "Fetch that address itself, if you trust it.",
        )
    return there


def _visit(here: Address, allow_private: bool, until: float, most: int) -> Answer:
    """Connect to a checked address of the host, and ask. Raises BadInput and PrivateAddress."""
    addresses = _look_up(here)
    if not allow_private:
        for ip in addresses:
            why = is_private(ip)
            if why:
                raise PrivateAddress(here.url, here.host, why)
    try:
        return get(here, addresses, until, most)
    except ssl.SSLCertVerificationError as error:
        raise BadInput(
            f"“{here.host}” could not prove who it is ({error.verify_message}).",
            "Check the date and time of this machine; on a strange network, do not go on.",
        ) from error
    except TimeoutError as error:
        raise BadInput(f"“{here.host}” gave no complete answer in time.", "Try again later.") from error
    except (OSError, EOFError) as error:
        why = getattr(error, "strerror", None) or getattr(error, "reason", None) or "it closed the connection"
        raise BadInput(f"The connection to “{here.host}” failed ({why}).", "Try again later.") from error


def _look_up(here: Address) -> list[str]:
    """Return every IP address of the host, in the system's order, each once."""
    try:
        found = socket.getaddrinfo(here.host, here.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise BadInput(
            f"“{here.host}” was not found.", "Check the address, and whether you are online."
        ) from error
    return list(dict.fromkeys(str(row[4][0]) for row in found))


def _refusal(here: Address, got: Answer, hops: list[str]) -> dict[str, Any]:
    """Return an answer worth keeping as JSON can hold it. Raises BadInput for one that is not."""
    if got.status != 200:
        what, hint = _STATUS_WORDS.get(got.status, ("", ""))
        what = what or ("it has an error of its own" if got.status >= 500 else "that is not a page")
        raise BadInput(f"“{here.host}” answered {got.status}: {what}.", hint or "Try again later.")
    if not got.data.strip():
        raise BadInput(f"“{here.host}” sent an empty page.", _SAVE_IT)
    return {
        "url": here.url,
        "hops": hops,
        "data": base64.b64encode(got.data).decode("ascii"),
        "media": got.media,
        "charset": got.charset if re.fullmatch(r"[\w.:+-]{1,40}", got.charset, re.ASCII) else "",
        "name": got.filename or unquote(urlsplit(here.url).path.rpartition("/")[2]),
    }
