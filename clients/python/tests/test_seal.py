"""The published vectors, and everything that must not open."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from facedesk_client import SealBroken, SealKeys, Sealed, open_payload, open_seal, open_v2

FILE = Path(__file__).parents[3] / "docs" / "vectors" / "envelopes.json"
VECTORS: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))["vectors"]
FIRST = VECTORS[0]


def keys_of(vector: dict[str, Any], **changes: Any) -> SealKeys:
    known = {
        "session_token": vector["session_token"],
        "session_type": vector["session_type"],
        "api_key": vector["api_key"],
        "secret": vector["secret_key"],
    }
    return SealKeys(**(known | changes))


def sealed(**changes: Any) -> Sealed:
    return cast(Sealed, FIRST["encrypted_data"] | changes)


def without(*names: str) -> Sealed:
    return cast(Sealed, {k: v for k, v in FIRST["encrypted_data"].items() if k not in names})


def flipped(data: bytes) -> Iterator[bytes]:
    for bit in range(len(data) * 8):
        changed = bytearray(data)
        changed[bit >> 3] ^= 1 << (bit & 7)
        yield bytes(changed)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["name"]))
def test_every_published_vector_opens_in_every_way(vector: dict[str, Any]) -> None:
    expected = json.loads(vector["plain_text"])
    keys = keys_of(vector)

    assert open_payload(vector["encrypted_data"], keys) == expected
    assert open_v2(vector["encrypted_data"]["v2"], keys) == expected
    strict = open_seal(vector["encrypted_data"], keys_of(vector, strict=True))
    assert strict.verified
    assert strict.opened == expected


def test_without_a_secret_the_payload_is_read_and_not_called_verified() -> None:
    unsealed = open_seal(sealed(), keys_of(FIRST, secret=None))

    assert unsealed.opened["id"] == "employee-0042"
    assert not unsealed.verified


def test_a_payload_without_its_mac_is_refused_where_there_is_a_secret() -> None:
    with pytest.raises(SealBroken):
        open_seal(without("mac", "v2"), keys_of(FIRST))


def test_strict_mode_opens_nothing_but_v2() -> None:
    with pytest.raises(SealBroken) as refused:
        open_seal(without("v2"), keys_of(FIRST, strict=True))
    assert refused.value.code == "SEAL_NOT_STRICT"


def test_a_seal_of_another_session_or_kind_is_refused() -> None:
    with pytest.raises(SealBroken):
        open_seal(sealed(), keys_of(FIRST, session_token="sess_of_somebody_else"))
    with pytest.raises(SealBroken) as refused:
        open_seal(sealed(), keys_of(FIRST, session_type="verification"))
    assert refused.value.code == "SEAL_OF_ANOTHER_SESSION"


def test_every_flipped_bit_of_payload_and_mac_is_noticed() -> None:
    for name in ("encrypted_payload", "mac"):
        for changed in flipped(base64.b64decode(FIRST["encrypted_data"][name])):
            with pytest.raises(SealBroken):
                open_payload(sealed(**{name: base64.b64encode(changed).decode()}), keys_of(FIRST))


def test_every_flipped_bit_of_v2_is_noticed() -> None:
    parts = FIRST["encrypted_data"]["v2"].split(".")
    for i, part in enumerate(parts):
        data = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
        for changed in flipped(data):
            text = base64.urlsafe_b64encode(changed).decode().rstrip("=")
            with pytest.raises(SealBroken):
                open_v2(".".join([*parts[:i], text, *parts[i + 1 :]]), keys_of(FIRST))


@pytest.mark.parametrize(
    "changes", [{"encrypted_payload": "***"}, {"encrypted_payload": ""}, {"key": "other"}]
)
def test_what_is_no_seal_is_refused_as_a_broken_one(changes: dict[str, str]) -> None:
    with pytest.raises(SealBroken):
        open_payload(sealed(**changes), keys_of(FIRST))
    with pytest.raises(SealBroken):
        open_v2("a.b.c", keys_of(FIRST))


def test_keys_have_no_printed_form() -> None:
    assert FIRST["secret_key"] not in repr(keys_of(FIRST))
