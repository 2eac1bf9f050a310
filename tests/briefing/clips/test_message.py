"""What a browser may send, and what of it is kept."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clips.message import Clip, from_bytes, from_message, to_bytes
from briefing.errors import BadInput
from tests.briefing.clips.pages import message


def test_a_page_is_kept_with_its_address_moment_language_and_selected_words() -> None:
    clip = from_message(message(selected="on Sunday"))
    assert (clip.address, clip.title, clip.language) == ("https://example.org/a", "Patrols", "en")
    assert (clip.at, clip.media, clip.selected) == ("2026-11-30T14:05:00+01:00", "text/html", "on Sunday")
    assert b"The patrols begin on Sunday" in clip.data


def test_another_kind_of_document_comes_as_its_bytes() -> None:
    coded = base64.b64encode(b"%PDF-1.7 ...").decode()
    assert from_message(message(html=None, base64=coded, media="application/pdf")).data == b"%PDF-1.7 ..."


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"v": 2}, "another version"),
        ({"address": "chrome://settings"}, "no address"),
        ({"address": ""}, "no address"),
        ({"at": "yesterday"}, "when the page was clipped"),
        ({"media": "page"}, "what kind of page"),
        ({"html": "  "}, "empty"),
        ({"html": None}, "no page in it"),
        ({"html": None, "base64": "not base64!"}, "damaged"),
        ({"base64": "aGk="}, "no page in it"),
    ],
)
def test_a_message_that_no_clipper_of_ours_sends_is_refused_with_the_reason(
    changed: dict[str, object], why: str
) -> None:
    with pytest.raises(BadInput, match=why):
        from_message(message(**changed))


@pytest.mark.parametrize("sent", [b"", b"[]", b"{", b"\xff\xfe", b"null", b"[" * 100_000, b'{"v":1}'])
def test_bytes_that_are_no_message_are_refused(sent: bytes) -> None:
    with pytest.raises(BadInput):
        from_message(sent)


def test_unseen_characters_of_a_title_and_an_address_are_not_kept() -> None:
    clip = from_message(message(title="Pat\u202erols\x00\n begin", notices=["a\u200bb", 7]))
    assert (clip.title, clip.notices) == ("Pat rols begin", ("a b",))


@given(
    title=st.text(max_size=50),
    selected=st.text(max_size=80),
    data=st.binary(min_size=1, max_size=200),
)
def test_what_is_kept_is_read_as_it_was_kept(title: str, selected: str, data: bytes) -> None:
    head = {"title": title, "selected": selected, "html": "x"}
    clip = from_message(message(**head))
    whole = Clip(**{name: getattr(clip, name) for name in Clip.__slots__ if name != "data"}, data=data)
    assert from_bytes(to_bytes(whole)) == whole


@pytest.mark.parametrize("kept", [b"", b"no newline", b"\n", b"{}\nx", b"x" * (2 << 20)])
def test_a_file_that_is_no_clip_is_refused(kept: bytes) -> None:
    with pytest.raises(BadInput):
        from_bytes(kept)


def test_the_head_of_a_kept_page_is_one_line_of_json() -> None:
    head = to_bytes(from_message(message(selected="one\ntwo"))).split(b"\n", 1)[0]
    assert json.loads(head)["selected"] == "one\ntwo"
