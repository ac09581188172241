"""Opens and verifies ``encrypted_data`` (docs/protocol.md, "The sealed result")."""

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hmac, padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .errors import SealBroken
from .messages import Opened, Sealed, SessionKind

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, repr=False)
class SealKeys:
    """What is known about a seal before it is opened.

    Without `secret` a result can be read but not verified. A seal of another session than
    `session_token` is refused. `strict` accepts nothing but ``v2``.
    """

    session_token: str
    session_type: SessionKind | None = None
    api_key: str | None = None
    secret: str | None = None
    strict: bool = False


@dataclass(frozen=True)
class Unsealed:
    """`verified`: it was sealed by the station for this session; checked with the secret."""

    opened: Opened
    verified: bool


def open_seal(sealed: Sealed, keys: SealKeys) -> Unsealed:
    """Opens a sealed result the safest way there is.

    ``v2``; failing that the payload after its ``mac``; and without a secret the payload alone,
    which proves nothing.

    :raises SealBroken:
    """
    if keys.secret is not None and "v2" in sealed:
        return Unsealed(open_v2(sealed["v2"], keys), verified=True)
    if keys.strict:
        raise SealBroken(
            "Strict mode opens v2 alone, and needs the secret for it.", code="SEAL_NOT_STRICT"
        )
    return Unsealed(open_payload(sealed, keys), verified=keys.secret is not None)


def open_v2(token: str, keys: SealKeys) -> Opened:
    """Opens ``v2``, a compact JWE (``dir``, ``A256GCM``).

    :raises SealBroken:
    """

    def plain() -> bytes:
        header, encrypted_key, nonce, ciphertext, tag = token.split(".")
        described = json.loads(_base64url(header))
        iv, authentication = _base64url(nonce), _base64url(tag)
        known = described.get("alg") == "dir" and described.get("enc") == "A256GCM"
        if not known or encrypted_key or len(iv) != 12 or len(authentication) != 16:
            raise SealBroken("This is not a JWE of dir and A256GCM.", code="SEAL_BROKEN")
        secret = _required(keys.secret, "the secret")
        key = _hkdf(secret, keys.session_token.encode(), "facedesk result v2")
        return AESGCM(key).decrypt(iv, _base64url(ciphertext) + authentication, header.encode())

    return _unsealed(keys, plain)


def open_payload(sealed: Sealed, keys: SealKeys) -> Opened:
    """Opens ``encrypted_payload``, whichever key it is under.

    Given a secret, the ``mac`` is checked first and must be there.

    :raises SealBroken:
    """

    def plain() -> bytes:
        text = _required(sealed.get("encrypted_payload"), "encrypted_payload")
        payload = base64.b64decode(text, validate=True)
        if keys.secret is not None:
            mac = base64.b64decode(_required(sealed.get("mac"), "mac"), validate=True)
            _check_mac(payload, mac, keys.secret, keys)
        match sealed.get("key"):
            case "api_key":
                return _cbc(payload, _required(keys.api_key, "the API key"))
            case "secret_key":
                return _cbc(payload, _required(keys.secret, "the secret"))
            case "double":
                inner = _cbc(payload, _required(keys.api_key, "the API key"))
                secret = _required(keys.secret, "the secret")
                return _cbc(base64.b64decode(inner, validate=True), secret)
            case _:
                raise SealBroken("The seal names no key that is known.", code="SEAL_BROKEN")

    return _unsealed(keys, plain)


def _unsealed(keys: SealKeys, plain: Callable[[], bytes]) -> Opened:
    """Tells no more about a failure than that it failed."""
    try:
        opened = json.loads(plain().decode())
    except (ValueError, InvalidTag, InvalidSignature) as e:
        raise SealBroken("The sealed result does not open.", code="SEAL_BROKEN") from e
    if not isinstance(opened, dict) or not isinstance(opened.get("id"), str):
        raise SealBroken("The sealed result does not open.", code="SEAL_BROKEN")
    expected = keys.session_type or opened.get("session_type")
    if (
        opened.get("session_token") != keys.session_token
        or opened.get("session_type") != expected
    ):
        raise SealBroken(
            "The sealed result belongs to another session.", code="SEAL_OF_ANOTHER_SESSION"
        )
    return cast(Opened, opened)


def _check_mac(payload: bytes, mac: bytes, secret: str, keys: SealKeys) -> None:
    session_type = _required(keys.session_type, "the session's type")
    check = hmac.HMAC(_hkdf(secret, None, "facedesk mac v1"), hashes.SHA256())
    check.update(f"{keys.session_token}\0{session_type}\0".encode() + payload)
    check.verify(mac)


def _cbc(sealed: bytes, key: str) -> bytes:
    cipher = Cipher(algorithms.AES(hashlib.sha256(key.encode()).digest()), modes.CBC(sealed[:16]))
    decryptor = cipher.decryptor()
    padded = decryptor.update(sealed[16:]) + decryptor.finalize()
    unpadder = padding.PKCS7(128).unpadder()
    return unpadder.update(padded) + unpadder.finalize()


def _hkdf(secret: str, salt: bytes | None, info: str) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt, info.encode()).derive(secret.encode())


def _base64url(text: str) -> bytes:
    standard = text.replace("-", "+").replace("_", "/")
    return base64.b64decode(standard + "=" * (-len(text) % 4), validate=True)


def _required(value: T | None, name: str) -> T:
    if value is None:
        raise SealBroken(f"This seal cannot be opened without {name}.", code="SEAL_KEY_MISSING")
    return value
