import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.reader.quote_mime import Dragged, pack, unpack


@given(st.text(max_size=20), st.integers(0, 10**7), st.integers(1, 10**5))
def test_what_is_packed_is_unpacked(source: str, start: int, size: int) -> None:
    quote = Dragged(source, start, start + size)
    assert unpack(pack(quote)) == quote


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[]",
        b"7",
        b"{}",
        b'{"source": "s", "start": 1}',
        b'{"source": "s", "start": "x", "end": 2}',
        b'{"source": "s", "start": null, "end": 2}',
        b'{"source": "s", "start": 5, "end": 5}',
        b'{"source": "s", "start": -1, "end": 5}',
        b'{"source": "s", "start": 1, "end": 2' + b" " * 2000 + b"}",
    ],
)
def test_but_bytes_that_are_not_ours_give_nothing(data: bytes) -> None:
    assert unpack(data) is None
