"""Get one web address, on an explicit act of a person: nothing else in the program reaches the network.

The work is done by a process of its own (`fetch_worker`), since looking up a name cannot be timed out
within one; it is ended at the deadline, or when the caller wants no more.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from briefing.errors import BadInput, BriefingError
from briefing.importing.common.cleaning import clean, clean_name
from briefing.importing.web.address import PrivateAddress, check
from briefing.outside import children, pipes
from briefing.text import sha256

__all__ = ["MOST_BYTES", "SECONDS", "Fetched", "PrivateAddress", "fetch"]

SECONDS = 15.0
MOST_BYTES = 10 << 20

_START = children.main_of("briefing.importing.web.fetch_worker")
# No proxies, no home, no key log. The certificates that the owner of the machine trusts do count.
_KEPT_ENVIRONMENT = ("SSL_CERT_FILE", "SSL_CERT_DIR")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. `data` is as after decompression, `sha` its SHA-256.

    `asked` is the address asked for, `url` the one that answered, `hops` those that led on to it. `at`:
    the moment, ISO 8601 with offset, to the second. `charset` and `media` (RFC 6838) are the server's
    words, or "". `name`: a file name for the importer, or "".
    """

    data: bytes
    url: str
    asked: str
    at: str
    sha: str
    charset: str
    media: str
    name: str
    hops: tuple[str, ...]


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    cancelled: Callable[[], bool] | None = None,
    seconds: float = SECONDS,
    most: int = MOST_BYTES,
) -> Fetched:
    """Get `url` within `seconds` and `most` bytes after decompression, redirects included.

    Raises BadInput; PrivateAddress when it, or a redirect, leads into a private network: ask the person
    about the error's `url`, and call again with that and `allow_private`, which holds for its host only.
    Raises pipes.Cancelled.
    """
    address = check(url)
    request = {"url": address.url, "allow_private": allow_private, "seconds": seconds, "most": most}
    process = children.start(_START, does="fetches", kept=_KEPT_ENVIRONMENT)
    try:
        line = pipes.exchange(
            process,
            json.dumps(request).encode("ascii") + b"\n",
            seconds=seconds,
            most=2 * most + (1 << 20),
            cancelled=cancelled or pipes.asked_to_stop,
        )
    except pipes.TooSlow as error:
        raise BadInput(
            f"“{address.host}” gave no complete answer within {seconds:g} seconds.",
            "Try again later, or save the page from a browser and add the file.",
        ) from error
    except (pipes.Died, pipes.TooMuch) as error:
        raise _rubbish() from error
    finally:
        children.end(process)
    return _fetched(line, address.url)


def _fetched(line: bytes, asked: str) -> Fetched:
    try:
        answer = json.loads(line)
        if "error" in answer:
            raise _error(answer)
        data = base64.b64decode(answer["data"], validate=True)
        return Fetched(
            data=data,
            url=check(answer["url"]).url,
            asked=asked,
            at=datetime.now().astimezone().isoformat(timespec="seconds"),
            sha=sha256(data),
            charset=clean(answer["charset"], 40),
            media=clean(answer["media"], 100),
            name=clean_name(answer["name"]),
            hops=tuple(check(hop).url for hop in answer["hops"]),
        )
    except (ValueError, TypeError, KeyError, binascii.Error) as error:
        raise _rubbish() from error


def _error(answer: dict[str, Any]) -> BriefingError:
    if "why" in answer:
        return PrivateAddress(str(answer["url"]), str(answer["host"]), str(answer["why"]))
    return BadInput(clean(str(answer["error"]), 500), clean(str(answer["hint"]), 500))


def _rubbish() -> BadInput:
    return BadInput("The program that fetches stopped without an answer.", "Try again.")
